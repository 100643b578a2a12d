"""Pictures of samples, where samples are pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap

if TYPE_CHECKING:
    from train.data.samples import Samples


def sample_pictures(samples: Samples, side: int, scale: float) -> list[tuple[QIcon, str]]:
    """An icon and a label for each sample; nothing where samples are no pictures.

    Shapes: the first input (n, C, H, W) with C of 1 or 3.
    """
    images = samples.inputs[0] if samples.inputs else np.zeros(0)
    if images.ndim != 4 or images.shape[1] not in (1, 3) or min(images.shape[2:]) < 2:
        return []
    peak = samples.peak or float(np.max(images)) or 1.0
    pixels = np.clip(images.astype(np.float32) * (255.0 / peak), 0, 255).astype(np.uint8)
    return [(_icon(one, side, scale), samples.label(index)) for index, one in enumerate(pixels)]


def _icon(pixels: np.ndarray, side: int, scale: float) -> QIcon:
    planes = np.repeat(pixels, 3, axis=0) if pixels.shape[0] == 1 else pixels
    rows = np.ascontiguousarray(planes.transpose(1, 2, 0))
    height, width = rows.shape[:2]
    image = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    size = QSize(round(side * scale), round(side * scale))
    small = width * 4 < size.width()
    mode = (
        Qt.TransformationMode.FastTransformation
        if small
        else Qt.TransformationMode.SmoothTransformation
    )
    pixmap = QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode))
    pixmap.setDevicePixelRatio(scale)
    return QIcon(pixmap)
