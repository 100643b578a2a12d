"""How a node is drawn: a full card, a coloured block with its name, or, far off, colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.canvas.badges import Badge, paint_badge, worst
from app.canvas.card import Card
from app.canvas.card_body import Look, paint_body
from app.canvas.figure import PORT_DOT, Figure
from app.canvas.lettering import baseline, draw_text, elided, text_width
from app.theme import Theme

_STYLE_COLORS = {
    "name": "text",
    "pill": "text",
    "caption": "muted",
    "line": "text",
    "count": "muted",
    "shape": "muted",
    "port": "muted",
}


def paint_full(
    painter: QPainter,
    card: Card,
    figure: Figure,
    look: Look,
    badges: Sequence[Badge],
    theme: Theme,
) -> None:
    """The whole card, ports and badge included."""
    painter.setOpacity(_opacity(look))
    paint_body(painter, card, figure, look, theme)
    for words in figure.words:
        color = theme.color("text" if card.warmth or card.color else _STYLE_COLORS[words.style])
        draw_text(painter, words.at, words.text, words.style, color)
    _paint_ports(painter, card, figure, look, theme)
    _paint_marks(painter, card, figure, theme)
    if look.port and look.port not in figure.named:
        _paint_port_name(painter, card, figure, look.port, theme)
    if look.hovered:
        box, strong = chevron_box(figure), bool(card.color)
        paint_chevron(painter, box, theme, closes=not card.collapsed, strong=strong)
    for badge in badges:
        paint_badge(painter, badge, theme, is_cause=look.cause)
    painter.setOpacity(1.0)


def _opacity(look: Look) -> float:
    """What waits for something else is paler, unless it is looked at."""
    if look.dimmed:
        return 0.35
    return 0.5 if look.waiting and not (look.hovered or look.selected) else 1.0


def paint_block(
    painter: QPainter,
    card: Card,
    figure: Figure,
    look: Look,
    badges: Sequence[Badge],
    theme: Theme,
) -> None:
    """A block in the family's colour with the name as large as fits."""
    painter.setOpacity(_opacity(look))
    box = figure.box
    color = theme.family(card.family)
    pen = QPen(_outline_color(look, badges, theme) or color, 3.0)
    if card.bypassed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    warm = card.warmth is not None
    ground = theme.tint(card.color) if card.color else block_color(theme, card.family)
    painter.setBrush(theme.heat(card.warmth or 0) if warm else ground)
    radius = max(min(figure.radii[0], box.height() / 2), 8.0)
    painter.drawRoundedRect(box, radius, radius)
    _paint_marks(painter, card, figure, theme, 1.6)
    room = box.width() - 20
    name, style = f"{card.title}  {card.share}".rstrip(), "block"
    width = text_width(name, style)
    tall = min(1.0, (box.height() - 4) / 32)
    shrink = min(tall, max(room / width, 0.6) if width > room else 1.0)
    text = elided(name, style, room / shrink)
    painter.save()
    painter.translate(box.center())
    painter.scale(shrink, shrink)
    at = QPointF(-text_width(text, style) / 2, baseline(style, 0))
    draw_text(painter, at, text, style, theme.color("text"))
    painter.restore()
    painter.setOpacity(1.0)


def _paint_marks(
    painter: QPainter, card: Card, figure: Figure, theme: Theme, scale: float = 1.0
) -> None:
    """On the lower edge, from the left: where neither badges nor the chevron are."""
    step = 18 * scale
    for index, (hue, sign) in enumerate(card.marks):
        at = QPointF(18 + step * index, figure.box.bottom())
        paint_mark(painter, at, hue, sign, theme, scale)


def paint_mark(
    painter: QPainter, at: QPointF, hue: int, sign: str, theme: Theme, scale: float = 1.0
) -> None:
    """A small disc with a sign in it, ringed in a hue; a negative one is none."""
    color = theme.color("muted") if hue < 0 else theme.hue(hue)
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    painter.setPen(QPen(color, 2.5))
    painter.setBrush(theme.color("card"))
    painter.drawEllipse(QPointF(), 7.5, 7.5)
    left = QPointF(-text_width(sign, "caption") / 2, baseline("caption", 0))
    draw_text(painter, left, sign, "caption", theme.color("text"))
    painter.restore()


@lru_cache(maxsize=64)
def block_color(theme: Theme, family: str) -> QColor:
    """The family's colour laid over the card, opaque so that wires do not shine through."""
    share = 0.38 if theme.is_dark else 0.3
    return _blend(theme.color("card"), theme.family(family), share)


def _outline_color(look: Look, badges: Sequence[Badge], theme: Theme) -> QColor | None:
    if look.selected or look.offered:
        return theme.color("accent")
    wrong = [problem for badge in badges for problem in badge.problems if not problem.cause]
    return theme.severity(worst(wrong)) if wrong else None


def _paint_ports(painter: QPainter, card: Card, figure: Figure, look: Look, theme: Theme) -> None:
    radius = PORT_DOT / 2
    wired, ring = port_color(theme), QPen(port_color(theme), 1.5)
    rim = QPen(theme.color("card"), 1.5)
    for marks, places, side in (
        (card.inputs, figure.inputs, "in"),
        (card.outputs, figure.outputs, "out"),
    ):
        for mark in marks:
            place = places[mark.name]
            if look.port == f"{side}:{mark.name}":
                painter.setPen(rim)
                painter.setBrush(theme.color("accent"))
                painter.drawEllipse(place, radius + 2, radius + 2)
            elif mark.wired:
                painter.setPen(rim)
                painter.setBrush(wired)
                painter.drawEllipse(place, radius, radius)
            else:
                painter.setPen(ring)
                painter.setBrush(theme.color("card"))
                size = radius - (1.5 if mark.optional else 0.75)
                painter.drawEllipse(place, size, size)


@lru_cache(maxsize=8)
def port_color(theme: Theme) -> QColor:
    """As strong as a wire, but opaque: wires end under the dots."""
    return _blend(theme.color("card"), theme.color("text"), 0.5)


def _blend(first: QColor, second: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        *(
            a + (b - a) * share
            for a, b in zip(first.getRgbF()[:3], second.getRgbF()[:3], strict=True)
        )
    )


def _paint_port_name(
    painter: QPainter, card: Card, figure: Figure, port: str, theme: Theme
) -> None:
    """The name of the port under the pointer, on a small flag outside of the card."""
    side, name = port.split(":", 1)
    place = (figure.inputs if side == "in" else figure.outputs).get(name)
    if place is None:
        return
    width = text_width(name, "caption") + 12
    left = place.x() - 12 - width if side == "in" else place.x() + 12
    flag = QRectF(left, place.y() - 27, width, 18)
    if card.down:
        flag.moveTo(place.x() + 12, place.y() + (-27 if side == "in" else 9))
        left = flag.left()
    painter.setPen(theme.color("line"))
    painter.setBrush(theme.color("card"))
    painter.drawRoundedRect(flag, 5, 5)
    at = QPointF(left + 6, baseline("caption", flag.center().y()))
    draw_text(painter, at, name, "caption", theme.color("text"))


def chevron_box(figure: Figure) -> QRectF:
    """Where the card is collapsed or opened by a click: in the middle of its lower edge.

    Where a port is there, it is further to the right.
    """
    middle = figure.size.width() / 2
    if any(place.y() == figure.size.height() for place in figure.outputs.values()):
        middle = figure.size.width() - 24
    return QRectF(middle - 12, figure.size.height() - 8, 24, 8)


def paint_chevron(
    painter: QPainter, box: QRectF, theme: Theme, *, closes: bool = False, strong: bool = False
) -> None:
    """A small angle, upwards where a click ``closes``; ``strong`` on a coloured ground."""
    middle = box.center()
    tip = -1.5 if closes else 1.5
    painter.setPen(QPen(theme.color("text" if strong else "muted"), 1.5))
    painter.drawPolyline([middle + QPointF(x, y) for x, y in ((-4, -tip), (0, tip), (4, -tip))])
