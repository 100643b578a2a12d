"""The shape that stands on a wire: its text, and the free place on the wire where it fits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from app.canvas.box_index import Box
from app.canvas.card import typeset
from app.canvas.lettering import baseline, draw_text, text_width
from app.canvas.stamp import stamp
from app.canvas.wire_route import FindBoxes
from app.theme import Theme
from graph.analysis import TensorType
from graph.sizes import wire_text

HEIGHT = 18.0
_PADDING = 7.0
_KEEP_OFF = 3.0
_TIMES = 13.0  # width of a multiplication sign with its gaps, less than three letters
#: Shares of the wire's length that are tried, the middle first.
_TRIED = sorted((step / 40 for step in range(3, 38)), key=lambda share: abs(share - 0.5))


@dataclass(frozen=True)
class ShapeText:
    """``N × 6 × 28 × 28``: the text of each size, and whether symbols are in it."""

    pieces: tuple[tuple[str, bool], ...]

    @property
    def width(self) -> float:
        sizes = sum(text_width(text, "shape") for text, _ in self.pieces)
        return sizes + _TIMES * (len(self.pieces) - 1) + 2 * _PADDING


@lru_cache(maxsize=4096)
def shape_text(tensor: TensorType) -> ShapeText:
    """What stands on the wire that carries ``tensor``."""
    sizes = typeset(wire_text(tensor.shape)).split(" × ")
    return ShapeText(tuple((size, any(map(str.isalpha, size))) for size in sizes))


def place_pill(
    path: QPainterPath, width: float, find_boxes: FindBoxes, taken: FindBoxes
) -> QRectF | None:
    """The place nearest to the middle of the wire that is off every card and other pill."""
    if path.length() < width + 2 * _KEEP_OFF:
        return None
    for share in _TRIED:
        x, y = path.pointAtPercent(share).toTuple()  # type: ignore[misc]
        pill = Box(x - width / 2, y - HEIGHT / 2, x + width / 2, y + HEIGHT / 2)
        room = pill.grown(_KEEP_OFF, _KEEP_OFF)
        if not any(map(room.overlaps, find_boxes(room))) and not any(
            map(pill.overlaps, taken(pill))
        ):
            return QRectF(pill.left, pill.top, width, HEIGHT)
    return None


def paint_pill(
    painter: QPainter, pill: QRectF, text: ShapeText, theme: Theme, lit: bool, opacity: float
) -> None:
    """Draw a shape where it was placed."""
    painter.setOpacity(opacity)
    painter.translate(pill.topLeft())
    box = QRectF(-1, -1, pill.width() + 2, pill.height() + 2)
    stamp(painter, box, (text, lit, theme), lambda brush: _draw(brush, text, lit, theme))
    painter.translate(-pill.topLeft())
    painter.setOpacity(1.0)


def _draw(painter: QPainter, text: ShapeText, lit: bool, theme: Theme) -> None:
    painter.setPen(theme.color("accent" if lit else "line"))
    painter.setBrush(theme.color("canvas"))
    painter.drawRoundedRect(QRectF(0, 0, text.width, HEIGHT), HEIGHT / 2, HEIGHT / 2)
    x, y = _PADDING, baseline("shape", HEIGHT / 2)
    for index, (piece, is_symbol) in enumerate(text.pieces):
        if index:
            gap = (_TIMES - text_width("×", "shape")) / 2
            draw_text(painter, QPointF(x + gap, y), "×", "shape", theme.color("muted"))
            x += _TIMES
        ink = theme.color("accent" if is_symbol else "text")
        draw_text(painter, QPointF(x, y), piece, "shape", ink)
        x += text_width(piece, "shape")
