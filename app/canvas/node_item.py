"""One node on the canvas: knows its name and what its card says, nothing of the document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.badges import BADGE, REACH, Badge, badges_of, hit_badge
from app.canvas.box_index import Box
from app.canvas.card import Card, PortMark
from app.canvas.card_body import Look
from app.canvas.detail import Detail, detail_at
from app.canvas.figure import PORT_HIT, measure
from app.canvas.node_painting import chevron_box, paint_block, paint_full
from app.theme import current_theme
from graph.problems import Problem

#: Room around the card for ports, shadow, badge and the flag with a port's name.
_MARGIN = BADGE
_FLAG = 120.0


class NodeItem(QGraphicsItem):
    """Draws a node. Its place, state and content are set by the scene alone.

    Its position is the left end of its axis, the line through its main ports: nodes of one
    height in the document stand on one line, however tall their cards are.
    """

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card
        self.figure = measure(card)
        self.look = Look()
        self.problems: tuple[Problem, ...] = ()
        self.badges: tuple[Badge, ...] = ()
        self._bounds = self._measure_bounds()

    @property
    def name(self) -> str:
        return self.card.name

    @property
    def box(self) -> QRectF:
        """The card's rectangle in scene coordinates."""
        place, figure = self.pos(), self.figure
        return figure.box.translated(place.x(), place.y() - figure.axis)

    @property
    def bounds(self) -> Box:
        """The same in plain numbers."""
        return Box.of(self.box)

    @property
    def corner(self) -> QPointF:
        """The card's upper left corner in scene coordinates."""
        return self.pos() - QPointF(0, self.figure.axis)

    def be_as_new(self) -> None:
        """Forget all but what the card says."""
        self.look = Look()
        self.setZValue(0)
        self.show_problems(())

    def show_card(self, card: Card) -> bool:
        """Take another content; whether the figure changed, so that wires must follow."""
        if card == self.card:
            return False
        figure = measure(card)
        moved = figure != self.figure
        if moved:
            self.prepareGeometryChange()
        self.card, self.figure = card, figure
        self.badges = badges_of(figure, self.problems)
        self._bounds = self._measure_bounds()
        self.update()
        return moved

    def show_problems(self, problems: Sequence[Problem]) -> bool:
        """Take other problems; whether the places that they stand at are others."""
        if tuple(problems) == self.problems:
            return False
        before = [badge.box for badge in self.badges]
        self.problems = tuple(problems)
        self.badges = badges_of(self.figure, self.problems)
        self.prepareGeometryChange()
        self._bounds = self._measure_bounds()
        self.update()
        return before != [badge.box for badge in self.badges]

    def set_look(self, **state: bool | str) -> None:
        """Change parts of the passing state: ``set_look(selected=True)``."""
        changed = False
        for name, value in state.items():
            if getattr(self.look, name) != value:
                setattr(self.look, name, value)
                changed = True
        if "port" in state and changed:
            self.prepareGeometryChange()
            self._bounds = self._measure_bounds()
        if changed:
            self.update()

    def port_place(self, port: str, *, is_output: bool) -> QPointF:
        """Where a port is, in scene coordinates; an unknown one is at the middle of its side."""
        places = self.figure.outputs if is_output else self.figure.inputs
        place = places.get(port)
        if place is None:
            width, height = self.figure.size.width(), self.figure.size.height()
            place = QPointF(width if is_output else 0.0, height / 2)
            if self.card.down:
                place = QPointF(width / 2, height if is_output else 0.0)
        return place + self.corner

    def port_at(self, point: QPointF) -> tuple[PortMark, bool] | None:
        """The port (and whether it is an output) whose hit area holds ``point`` (scene)."""
        local = point - self.corner
        out, beside = PORT_HIT / 2, 4.0
        across, up = (beside, out) if self.card.down else (out, beside)
        if not self.figure.box.adjusted(-across, -up, across, up).contains(local):
            return None
        near: list[tuple[float, PortMark, bool]] = []
        for marks, places, is_output in (
            (self.card.inputs, self.figure.inputs, False),
            (self.card.outputs, self.figure.outputs, True),
        ):
            for mark in marks:
                apart = local - places[mark.name]
                if abs(apart.x()) <= PORT_HIT / 2 and abs(apart.y()) <= PORT_HIT / 2:
                    near.append((abs(apart.x()) + abs(apart.y()), mark, is_output))
        if not near:
            return None
        _, mark, is_output = min(near, key=lambda found: found[0])
        return mark, is_output

    def badge_at(self, point: QPointF) -> Badge | None:
        """The badge under ``point`` (scene)."""
        return hit_badge(self.badges, point - self.corner)

    @property
    def badge_boxes(self) -> list[QRectF]:
        """Where its badges stand, in scene coordinates, with the rings around them."""
        rings = (badge.box.adjusted(-6, -6, 6, 6) for badge in self.badges)
        return [ring.translated(self.corner) for ring in rings]

    def is_on_chevron(self, point: QPointF) -> bool:
        """Whether a click there collapses the card, or opens it."""
        return self.look.hovered and chevron_box(self.figure).contains(point - self.corner)

    # QGraphicsItem

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        draw = paint_full if detail_at(zoom) == Detail.FULL else paint_block
        painter.translate(0, -self.figure.axis)
        draw(painter, self.card, self.figure, self.look, self.badges, current_theme())

    def _measure_bounds(self) -> QRectF:
        side = _FLAG if self.look.port else REACH if self.badges else _MARGIN
        box = self.figure.box.translated(0, -self.figure.axis)
        return box.adjusted(-side, -_MARGIN, side, _MARGIN)
