"""Drawing text: as text on a screen, as outlines in a picture that others open."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter, QPainterPath

from app.canvas.figure import fonts


def draw_text(painter: QPainter, at: QPointF, text: str, style: str, color: QColor) -> None:
    """Draw ``text`` with its baseline at ``at``.

    A vector picture gets outlines: who opens it need not have our fonts.
    """
    font = fonts()[style]
    if is_raster(painter):
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(at, text)
        return
    outline = QPainterPath()
    outline.addText(at, font, text)
    painter.fillPath(outline, QBrush(color))


def is_raster(painter: QPainter) -> bool:
    """Whether pixels are drawn, rather than a file of shapes."""
    return painter.paintEngine().type() == QPaintEngine.Type.Raster
