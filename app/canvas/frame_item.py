"""A frame behind the nodes of a group, with the group's name and container."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.badges import REACH, Badge, corner_badge, hit_badge, rank
from app.canvas.card import Card, one_line
from app.canvas.card_body import Look
from app.canvas.detail import BLOCKS_BELOW, Detail, detail_at
from app.canvas.figure import Figure, measure
from app.canvas.lettering import baseline, draw_text, elided, text_width
from app.canvas.node_painting import chevron_box, paint_block, paint_chevron, paint_full
from app.theme import current_theme
from graph.parts import PLAIN
from graph.problems import Problem

PADDING = 20.0
TITLE = 28.0


def around(boxes: Iterable[QRectF]) -> QRectF:
    """The frame that ``boxes`` need, null for none of them."""
    box = reduce(QRectF.united, boxes, QRectF())
    return box if box.isNull() else box.adjusted(-PADDING, -PADDING - TITLE, PADDING, PADDING)


class FrameItem(QGraphicsItem):
    """Draws the frame of one group around boxes that the scene hands it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.container, self.color = name, "", ""
        self.key = ""
        self.selected = False
        self.box = QRectF()
        self.depth = 0
        self.card: Card | None = None  # while all that it holds is hidden
        self._figure: Figure | None = None
        self._look = Look()
        self.badges: tuple[Badge, ...] = ()

    def show_group(self, container: str, depth: int, color: str) -> None:
        """Say what the group becomes in code; deeper frames stand on those around them."""
        self.depth = depth
        self.setZValue(-100 + depth if self.card is None else 0)
        if (container, color) != (self.container, self.color):
            self.container, self.color = container, color
            self.update()

    def show_key(self, key: str) -> None:
        """Say where its names begin in ``state_dict``; nothing where that is its own name."""
        key = "" if key == self.name else key
        if key != self.key:
            self.key = key
            self.update()

    def set_selected(self, selected: bool) -> None:
        self.selected = self._look.selected = selected
        self.update()

    def show_problems(self, problems: Sequence[Problem], *, is_cause: bool) -> None:
        """As a card, carry the problems of what it holds at its corner, the gravest first."""
        badges: tuple[Badge, ...] = ()
        if problems and self._figure is not None:
            badges = (corner_badge(self._figure, sorted(problems, key=rank)),)
        if (badges, is_cause) != (self.badges, self._look.cause):
            self.prepareGeometryChange()
            self.badges, self._look.cause = badges, is_cause
            self.update()

    def badge_at(self, point: QPointF) -> Badge | None:
        """The badge under ``point`` (scene)."""
        return hit_badge(self.badges, point - self.corner)

    @property
    def corner(self) -> QPointF:
        """Its upper left corner in scene coordinates."""
        return self.box.topLeft()

    def fold(self, card: Card | None) -> None:
        """Be a card, or with None a frame again."""
        if card != self.card:
            self.prepareGeometryChange()
            self.card, self._figure = card, None if card is None else measure(card)
            self.setZValue(-100 + self.depth if card is None else 0)
            self.update()

    def stand(self, left: float, line: float) -> None:
        """As a card, stand with the left end of its axis there."""
        if self._figure is not None:
            self.prepareGeometryChange()
            self.box = self._figure.box.translated(left, line - self._figure.axis)
            self.setVisible(True)

    @property
    def width(self) -> float:
        """As a card, how wide it is."""
        return float(self._figure.size.width()) if self._figure is not None else 0.0

    @property
    def line(self) -> float:
        """As a card, the height of its axis."""
        return float(self.box.top() + (self._figure.axis if self._figure is not None else 0.0))

    def port_place(self, port: str, *, is_output: bool) -> QPointF:
        """Where on the card a wire from or to something in it ends, in scene coordinates."""
        places = {}
        if self._figure is not None:
            places = self._figure.outputs if is_output else self._figure.inputs
        side = QPointF(self.box.width() if is_output else 0.0, self.box.height() / 2)
        return self.box.topLeft() + places.get(port, side)

    @property
    def chevron(self) -> QRectF:
        """Where a click shows it as a card, or opens it."""
        if self._figure is not None:
            return chevron_box(self._figure).translated(self.box.topLeft())
        right = self.box.right() - PADDING
        return QRectF(right - 20, self.box.top() + TITLE / 2 - 8, 24, 24)

    def enclose(self, boxes: Iterable[QRectF]) -> None:
        """Stand around ``boxes``; with none of them the frame is not shown."""
        box = around(boxes)
        if box != self.box:
            self.prepareGeometryChange()
            self.box = box
        self.setVisible(not box.isNull())

    @property
    def title_box(self) -> QRectF:
        """Where it is taken hold of."""
        if self.card is not None:
            return self.box
        return QRectF(self.box.topLeft(), self.box.topRight() + QPointF(0, TITLE))

    def boundingRect(self) -> QRectF:
        room = REACH if self.badges else 8
        return self.box.adjusted(-8, -room, room, 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        if self.card is not None and self._figure is not None:
            draw = paint_full if detail_at(zoom) == Detail.FULL else paint_block
            painter.translate(self.box.topLeft())
            draw(painter, self.card, self._figure, self._look, self.badges, theme)
            if draw is paint_full:
                paint_chevron(painter, self.chevron.translated(-self.box.topLeft()), theme)
            return
        painter.setPen(QPen(theme.color("line"), 1.0))
        painter.setBrush(theme.color("text", 0.03 if theme.is_dark else 0.028))
        if self.color:
            painter.setPen(QPen(theme.tint_edge(self.color), 1.0))
            painter.setBrush(theme.tint(self.color, 0.55))
        if self.selected:
            painter.setPen(QPen(theme.color("accent"), 2.0))
        painter.drawRoundedRect(self.box, 12, 12)
        style = "name" if zoom >= BLOCKS_BELOW else "block"
        line = baseline(style, self.box.top() + (TITLE + 8) / 2)
        left, room = self.box.left() + PADDING, self.box.width() - 2 * PADDING - 20
        if style == "name":
            paint_chevron(painter, self.chevron, theme, closes=True)
        name = elided(one_line(self.name), style, room)
        draw_text(painter, QPointF(left, line), name, style, theme.color("text"))
        if self.container == PLAIN or style != "name":
            return
        muted, used = theme.color("text" if self.color else "muted"), text_width(name, style) + 10
        container, key = one_line(self.container), one_line(self.key)
        if used + text_width(container, "caption") >= room:
            return
        draw_text(painter, QPointF(left + used, line), container, "caption", muted)
        used += text_width(container, "caption") + 10
        wide = text_width(key, "caption")
        if key and used + wide < room:
            draw_text(painter, QPointF(left + room - wide, line), key, "caption", muted)
