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


def paint_grid(painter: QPainter, area: QRectF, zoom: float, theme: Theme) -> None:
    """Fill ``area`` (scene) with the canvas's colour and its dots."""
    painter.fillRect(area, theme.color("canvas"))
    strength = min(max((zoom - _GONE) / (_FULL - _GONE), 0.0), 1.0)
    if strength == 0.0:
        return
    left, top = math.floor(area.left() / SPACING), math.floor(area.top() / SPACING)
    columns = math.ceil(area.right() / SPACING) - left + 1
    rows = math.ceil(area.bottom() / SPACING) - top + 1
    # Flat caps are drawn as squares, 40 times as fast as round ones and alike at this size.
    painter.setPen(QPen(theme.color("grid", strength), 1.5 / min(zoom, 1.0)))
    corner = QPointF(left * SPACING, top * SPACING)
    painter.translate(corner)
    painter.drawPoints(_dots(columns, rows))
    painter.translate(-corner)


@lru_cache(maxsize=64)
def _dots(columns: int, rows: int) -> QPolygonF:
    return QPolygonF(
        [QPointF(x * SPACING, y * SPACING) for y in range(rows) for x in range(columns)]
    )
