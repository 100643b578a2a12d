"""Text on the canvas: its fonts, its measures, and drawing it, as text or as outlines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from app.theme_fonts import bundled_font, monospace_font

_outlines = [False]


@cache
def fonts() -> dict[str, QFont]:
    semibold = QFont.Weight.DemiBold
    return {
        "name": bundled_font(13, semibold),
        "pill": bundled_font(12, semibold),
        "caption": bundled_font(11),
        "line": bundled_font(12),
        "count": bundled_font(11),
        "shape": monospace_font(11),
        "port": bundled_font(10),
        "badge": bundled_font(10, QFont.Weight.Bold),
        "block": bundled_font(26, semibold),
    }


@lru_cache(maxsize=20_000)
def text_width(text: str, style: str) -> float:
    return _metrics(style).horizontalAdvance(text)


def elided(text: str, style: str, width: float) -> str:
    if text_width(text, style) <= width:
        return text
    return _metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, width)


def baseline(style: str, middle: float) -> float:
    """The baseline of a line of text whose capitals are centred on ``middle``."""
    return middle + _metrics(style).capHeight() / 2


@cache
def _metrics(style: str) -> QFontMetricsF:
    return QFontMetricsF(fonts()[style])


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


def cap_height(style: str) -> float:
    return _metrics(style).capHeight()
