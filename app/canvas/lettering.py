"""Drawing text: as text on a screen, as outlines in a picture that others open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from app.canvas.figure import fonts

_outlines = [False]


@contextmanager
def outlines() -> Iterator[None]:
    """Draw shapes alone for a while: who opens a vector picture need not have our fonts."""
    before, _outlines[0] = _outlines[0], True
    try:
        yield
    finally:
        _outlines[0] = before


def draws_outlines() -> bool:
    """Whether shapes are written to a file, rather than pixels painted."""
    return _outlines[0]


def draw_text(painter: QPainter, at: QPointF, text: str, style: str, color: QColor) -> None:
    """Draw ``text`` with its baseline at ``at``."""
    font = fonts()[style]
    if _outlines[0]:
        outline = QPainterPath()
        outline.addText(at, font, text)
        painter.fillPath(outline, QBrush(color))
        return
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(at, text)
