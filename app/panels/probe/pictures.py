"""Maps as images: grey, in colour where there are three channels, or in a scale of colours."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap

from app.probe_result import MapStack, Pixels, ProbeStep

#: From dark to light, told apart by colour-blind people, and in order in grey too.
_SCALE = ("#440154", "#3B528B", "#21918C", "#5EC962", "#FDE725")


def tiles(maps: MapStack, *, per_channel: bool) -> list[QImage]:
    """One image for each channel; one in colour for a picture of three."""
    pixels = maps.pixels if per_channel else maps.in_one_range
    if maps.kind == "picture" and len(pixels) == 3:
        return [_colour(pixels)]
    return [_grey(plane, coloured=maps.kind == "matrix") for plane in pixels]


def columns_for(count: int, shape: tuple[int, int], room: tuple[int, int], gap: int) -> int:
    """How many columns show ``count`` tiles as large as can be. Shapes are (width, height)."""
    best, most = 1, 0.0
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        wide = (room[0] - gap * (columns - 1)) / columns / max(1, shape[0])
        high = (room[1] - gap * (rows - 1)) / rows / max(1, shape[1])
        if min(wide, high) > most:
            best, most = columns, min(wide, high)
    return best


def thumbnail(step: ProbeStep, side: int, scale: float) -> QPixmap | None:
    """A small picture of what a node gave first; None where that is no picture."""
    output = next(iter(step.outputs.values()), None)
    if output is None or output.maps is None or len(output.maps.pixels) == 0:
        return None
    image = tiles(output.maps, per_channel=output.maps.kind == "grid")[0]
    if output.maps.kind == "matrix" and image.height() == 1:
        image = image.scaled(image.width(), max(1, image.width() // 6))
    edge = round(side * scale)
    mode = Qt.TransformationMode
    small = max(image.width(), image.height()) * 3 < edge
    way = mode.FastTransformation if small else mode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio, way))
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _grey(plane: Pixels, *, coloured: bool) -> QImage:
    rows = np.ascontiguousarray(plane)
    height, width = rows.shape
    image = QImage(rows.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(_scale() if coloured else _greys())
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _colour(planes: Pixels) -> QImage:
    rows = np.ascontiguousarray(planes.transpose(1, 2, 0))
    height, width = rows.shape[:2]
    return QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


@lru_cache(maxsize=1)
def _greys() -> list[int]:
    return [QColor(value, value, value).rgb() for value in range(256)]


@lru_cache(maxsize=1)
def _scale() -> list[int]:
    stops = np.array([QColor(name).getRgb()[:3] for name in _SCALE], float)
    at = np.linspace(0, len(stops) - 1, 256)
    channels = [np.interp(at, range(len(stops)), stops[:, i]).round().astype(int) for i in range(3)]
    return [QColor(int(r), int(g), int(b)).rgb() for r, g, b in zip(*channels, strict=True)]
