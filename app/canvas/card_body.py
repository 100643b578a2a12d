"""The body of a card: shadow, ground, stripe and icon; all that many cards have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.canvas.card import Card
from app.canvas.figure import STRIPE, Figure
from app.canvas.stamp import stamp
from app.theme import Theme
from app.theme_icons import paint_icon


@dataclass(slots=True)
class Look:
    """The passing state of a node on one canvas."""

    selected: bool = False
    hovered: bool = False
    dimmed: bool = False  # cannot be a target of the wire that is being drawn
    port: str = ""  # the port under the pointer, as "in:input" or "out:output"
    waiting: bool = False  # nothing is known of it, because of an error before it
    cause: bool = False  # others wait for it, or are wrong because it is
    offered: bool = False  # what is being drawn would be wired to it on release


def paint_body(painter: QPainter, card: Card, figure: Figure, look: Look, theme: Theme) -> None:
    """Everything but words, ports and badge."""
    lifted, chosen = look.hovered, look.selected or look.offered
    states = (
        bool(card.repeat),
        card.frozen,
        card.bypassed,
        card.untrusted,
        card.warmth,
        card.color,
    )
    drawn = (card.outline, card.family, card.icon, card.color, *states)
    key = (figure.size.toTuple(), figure.radii, figure.icon.left(), drawn, lifted, chosen, theme)
    box = figure.box.adjusted(-4, -4, 8, 10)
    stamp(painter, box, key, lambda brush: _draw(brush, card, figure, lifted, chosen, theme))


def _draw(
    painter: QPainter, card: Card, figure: Figure, lifted: bool, chosen: bool, theme: Theme
) -> None:
    body = outline_path(figure.size.width(), figure.size.height(), *figure.radii)
    if card.outline == "block" or card.repeat:
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("raised"))
        painter.drawPath(body.translated(5, 5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("shadow", 0.30 if theme.is_dark else 0.045))
    painter.drawPath(body.translated(0, 1.5))
    if lifted or chosen:
        painter.setBrush(theme.color("shadow", 0.25 if theme.is_dark else 0.05))
        painter.drawPath(body.translated(0, 3.5))
    _draw_ground(painter, card, body, lifted, theme)
    if not figure.tile.isEmpty():
        _draw_stripe(painter, card, figure, theme)
    paint_icon(painter, card.icon, figure.icon, theme.family_ink(card.family))
    if card.frozen and not figure.tile.isEmpty():
        _draw_lock(painter, figure, theme)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2.0))
        painter.drawPath(body)


def _draw_ground(
    painter: QPainter, card: Card, body: QPainterPath, lifted: bool, theme: Theme
) -> None:
    painter.setBrush(theme.color("raised" if card.untrusted else "card"))
    edge = theme.color("line")
    if card.warmth is not None:
        painter.setBrush(theme.heat(card.warmth))
    elif card.color:
        painter.setBrush(theme.tint(card.color))
        edge = theme.tint_edge(card.color)
    elif card.outline in ("input", "output"):
        painter.drawPath(body)
        painter.setBrush(theme.family(card.family, 0.14 if theme.is_dark else 0.10))
        edge = theme.family(card.family, 0.55)
    pen = QPen(theme.color("muted", 0.6) if lifted else edge, 1.0)
    if card.bypassed or card.untrusted:
        pen = QPen(theme.color("muted"), 1.25, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawPath(body)


def _draw_stripe(painter: QPainter, card: Card, figure: Figure, theme: Theme) -> None:
    """The stripe in the family's colour, paler where weights are frozen, and the icon's tile."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.family(card.family, 0.16 if theme.is_dark else 0.12))
    painter.drawRoundedRect(figure.tile, 6, 6)
    stripe = QColor(theme.family(card.family))
    stripe.setAlphaF(0.45 if card.frozen else 1.0)
    painter.setBrush(stripe)
    painter.drawPath(_stripe_path(figure.size.height(), figure.radii[0]))


def _draw_lock(painter: QPainter, figure: Figure, theme: Theme) -> None:
    """At the corner of the icon's tile: it does not learn."""
    corner = figure.tile.bottomRight()
    seal = QRectF(corner.x() - 9, corner.y() - 9, 14, 14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("card"))
    painter.drawEllipse(seal)
    paint_icon(painter, "lock", seal.adjusted(2, 2, -2, -2), theme.color("muted"))


@lru_cache(maxsize=2048)
def outline_path(width: float, height: float, left: float, right: float) -> QPainterPath:
    """A rectangle whose left and right corners are rounded by different radii."""
    path = QPainterPath(QPointF(left, 0))
    path.lineTo(width - right, 0)
    path.arcTo(QRectF(width - 2 * right, 0, 2 * right, 2 * right), 90, -90)
    path.lineTo(width, height - right)
    path.arcTo(QRectF(width - 2 * right, height - 2 * right, 2 * right, 2 * right), 0, -90)
    path.lineTo(left, height)
    path.arcTo(QRectF(0, height - 2 * left, 2 * left, 2 * left), -90, -90)
    path.lineTo(0, left)
    path.arcTo(QRectF(0, 0, 2 * left, 2 * left), 180, -90)
    path.closeSubpath()
    return path


@lru_cache(maxsize=256)
def _stripe_path(height: float, radius: float) -> QPainterPath:
    band = QPainterPath()
    band.addRect(QRectF(0, 0, STRIPE, height))
    return outline_path(100, height, radius, radius).intersected(band)
