"""The grid of dots behind the network, which fades where it would only be noise."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.theme import Theme

SPACING = 24.0

#: Zooms at which the dots are gone, and at which they have their full colour.
_GONE, _FULL = 0.25, 0.7


def paint_grid(painter: QPainter, area: QRectF, zoom: float, theme: Theme) -> None:
    """Fill ``area`` (scene) with the canvas's colour and its dots.

    A row is one dashed line whose dashes have no length: two orders of magnitude fewer calls
    than a call for each dot.
    """
    painter.fillRect(area, theme.color("canvas"))
    strength = min(max((zoom - _GONE) / (_FULL - _GONE), 0.0), 1.0)
    if strength == 0.0:
        return
    dot = 1.5 / zoom if zoom < 1 else 1.5
    pen = QPen(theme.color("grid", strength), dot)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.001, SPACING / dot - 0.001])
    painter.setPen(pen)
    left = math.floor(area.left() / SPACING) * SPACING
    top = math.floor(area.top() / SPACING)
    bottom = math.ceil(area.bottom() / SPACING)
    right = area.right() + dot
    painter.drawLines(
        [QLineF(left, row * SPACING, right, row * SPACING) for row in range(top, bottom + 1)]
    )
