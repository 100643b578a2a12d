"""Pictures of samples, as icons of one size."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPixmap


def picture(pixels: npt.NDArray[np.uint8], side: int, scale: float) -> QPixmap:
    """One picture, at most ``side`` high and wide; small ones keep their pixels.

    Shapes: (channels, height, width), one channel or three.
    """
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
    return pixmap


def icon_of(pixels: npt.NDArray[np.uint8], side: int, scale: float) -> QIcon:
    """The same as an icon."""
    return QIcon(picture(pixels, side, scale))
