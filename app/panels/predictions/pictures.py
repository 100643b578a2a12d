"""Pixels as pictures of a size."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from app.panels.predictions.answers import Array


def picture(pixels: Array, side: int, scale: float) -> QPixmap:
    """Pixels (C, H, W), C of 1 or 3, as a square of ``side``; few pixels stay sharp."""
    planes = np.repeat(pixels, 3, axis=0) if pixels.shape[0] == 1 else pixels
    rows = np.ascontiguousarray(planes.transpose(1, 2, 0))
    height, width = rows.shape[:2]
    image = QImage(rows.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    return _fitted(image, side, scale)


def picture_in(data: bytes, side: int, scale: float) -> QPixmap:
    """The same of a picture in the bytes of its file."""
    return _fitted(QImage.fromData(data), side, scale)


def _fitted(image: QImage, side: int, scale: float) -> QPixmap:
    size = QSize(round(side * scale), round(side * scale))
    mode = (
        Qt.TransformationMode.FastTransformation
        if image.width() * 2 <= size.width()
        else Qt.TransformationMode.SmoothTransformation
    )
    pixmap = QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode))
    pixmap.setDevicePixelRatio(scale)
    return pixmap
