"""The grid of dots behind the network, which fades where it would only be noise."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.theme import Theme

SPACING = 24.0

#: Zooms at which the dots are gone, and at which they have their full colour.
_GONE, _FULL = 0.25, 0.7

#: Where dots would stand closer than so many pixels, every other one is left out.
_CLOSEST = 14.0


def paint_grid(painter: QPainter, area: QRectF, zoom: float, theme: Theme) -> None:
    """Fill ``area`` (scene) with the canvas's colour and its dots."""
    painter.fillRect(area, theme.color("canvas"))
    strength = min(max((zoom - _GONE) / (_FULL - _GONE), 0.0), 1.0)
    if strength == 0.0:
        return
    spacing = SPACING
    while spacing * zoom < _CLOSEST:
        spacing *= 2
    left, top = math.floor(area.left() / spacing), math.floor(area.top() / spacing)
    columns = math.ceil(area.right() / spacing) - left + 1
    rows = math.ceil(area.bottom() / spacing) - top + 1
    # Flat caps are drawn as squares, 40 times as fast as round ones and alike at this size.
    painter.setPen(QPen(theme.color("grid", strength), 1.5 / min(zoom, 1.0)))
    corner = QPointF(left * spacing, top * spacing)
    painter.translate(corner)
    painter.drawPoints(_dots(columns, rows, spacing))
    painter.translate(-corner)


@lru_cache(maxsize=64)
def _dots(columns: int, rows: int, spacing: float) -> QPolygonF:
    return QPolygonF(
        [QPointF(x * spacing, y * spacing) for y in range(rows) for x in range(columns)]
    )
