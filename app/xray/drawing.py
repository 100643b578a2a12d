"""From what was read of a node to what its panel on the canvas shows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from app.canvas.flow_legend import DECADES
from app.canvas.xray_item import TILE, NodeXray
from app.translating import tr
from app.words import percent, significant
from app.xray.reading import Frame, Reading, Spread
from graph.document import Edge

#: From this share on, dead units and values at the ends of a range are worth a warning.
WORRYING = 0.6

Maps = Mapping[str, npt.NDArray[np.uint8]]


def read_maps(path: str) -> Maps:
    """The feature maps of a file, by place; none where it is gone by now."""
    try:
        with np.load(Path(path), allow_pickle=False) as arrays:
            return {place: arrays[place] for place in arrays.files}
    except (OSError, ValueError, KeyError):
        return {}


def node_xray(reading: Reading, *, gradients: bool, maps: QPixmap | None) -> NodeXray:
    """What hangs under the card of a node."""
    spread = reading.gradient if gradients else reading.activation
    words, mood = _words(reading, gradients=gradients)
    below = ""
    if reading.ratio is None and reading.gradient is not None and not gradients:
        below = f"∇ {significant(reading.gradient.facts.get('norm') or 0.0, 2)}"
    return NodeXray(
        bars_of(spread),
        _zero(spread),
        gradients,
        words,
        mood,
        reading.ratio,
        below,
        maps,
    )


def _words(reading: Reading, *, gradients: bool) -> tuple[str, str]:
    if reading.is_broken:
        return tr("NaN or infinite"), "error"
    if gradients:
        spread = reading.gradient
        norm = spread.facts.get("norm") if spread is not None else None
        return (f"∇ {significant(norm, 3)}", "muted") if norm is not None else (tr("none"), "muted")
    if reading.dead:
        mood = "warning" if reading.dead >= WORRYING else "muted"
        return tr("{share} dead").format(share=percent(reading.dead)), mood
    if reading.saturated is not None and reading.saturated >= 0.01:
        mood = "warning" if reading.saturated >= WORRYING else "muted"
        return tr("{share} at its ends").format(share=percent(reading.saturated)), mood
    std = reading.activation.facts.get("std") if reading.activation is not None else None
    return ("" if std is None else f"σ {significant(std, 3)}"), "muted"


def bars_of(spread: Spread | None) -> tuple[float, ...]:
    """Heights from 0 to 1, by square roots: many zeros leave the rest to be seen."""
    if spread is None or not any(spread.counts):
        return ()
    most = math.sqrt(max(spread.counts))
    return tuple(math.sqrt(count) / most for count in spread.counts)


def _zero(spread: Spread | None) -> float | None:
    if spread is None or not spread.edges[0] < 0 < spread.edges[1]:
        return None
    low, high = spread.edges
    return -low / (high - low)


def strip(planes: npt.NDArray[np.uint8], width: float, scale: float) -> QPixmap:
    """As many feature maps beside each other as fit. Shapes: (channels, height, width)."""
    count = max(1, min(len(planes), int((width + 2) // (TILE + 2))))
    pixmap = QPixmap(round((count * (TILE + 2) - 2) * scale), round(TILE * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for index in range(count):
        plane = np.ascontiguousarray(planes[index])
        height, across = plane.shape
        grey = QImage(plane.data, across, height, across, QImage.Format.Format_Grayscale8)
        painter.drawImage(QRectF(index * (TILE + 2), 0, TILE, TILE), grey)
    painter.end()
    return pixmap


def flows(
    frame: Frame, readings: Mapping[str, Reading], edges: list[Edge], is_root: bool
) -> tuple[dict[Edge, float], float | None]:
    """How much gradient came back by each wire, 0 to 1, below 0 none; and the most there is."""
    norms: dict[Edge, float] = {}
    for edge in edges:
        reading = readings.get(edge.source)
        if reading is None or (is_root and reading.type == "Input"):
            continue  # the data learns nothing
        name = f"{reading.place}.{edge.source_port}>{edge.target}.{edge.target_port}"
        gradient = reading.gradients.get(edge.source_port)
        norm = frame.wires.get(name) if name in frame.wires else None
        if norm is None and gradient is not None:
            norm = gradient.facts.get("norm")
        norms[edge] = norm or 0.0
    largest = max(norms.values(), default=0.0)
    if not largest:
        return dict.fromkeys(norms, -1.0), None
    return {edge: _level(norm, largest) for edge, norm in norms.items()}, largest


def _level(norm: float, largest: float) -> float:
    """By powers of ten below the largest."""
    if norm <= 0:
        return -1.0
    return min(max(1 + math.log10(norm / largest) / DECADES, 0.0), 1.0)
