"""Guides: lines that say what dragged cards stand in line with, and are drawn to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.scene import CanvasScene
from app.canvas.snapping import Level, Mark, Span, marks, snap_step
from app.theme import current_theme

#: So far around what is dragged neighbours are looked for (scene units), and of so many at most.
_REACH, _MANY = 600.0, 120

#: Of a card with more wires than this some are levelled by chance only.
_WIRES = 64

#: How far a line goes on beyond the cards, and how tall the ends of a gap are.
_BEYOND, _TICK = 12.0, 4.0


class Guides:
    """Finds where the cards ``names`` snap to, and shows why. Moves nothing.

    ``within`` is how near they must come (scene units).
    """

    def __init__(self, scene: CanvasScene, names: Collection[str], within: float) -> None:
        self._scene, self._names, self._within = scene, names, within
        items = [scene.nodes[name] for name in names]
        boxes = (scene.items_of.ground.shown_box(name) for name in names)
        self._box = reduce(QRectF.united, boxes, QRectF())
        self._axis = items[0].pos().y() if len(items) == 1 else self._box.center().y()
        self._ports = self._outer_ports()
        self._item = GuideItem()

    def find(self, offset: QPointF) -> tuple[float | None, float | None]:
        """Where to snap to, across and down, as offsets from the start; None for nowhere."""
        across, down = self._spans(offset)
        upright, level = self._levels(offset)
        x = snap_step(*across, upright, self._within)
        y = snap_step(*down, level, self._within)
        return (
            None if x is None else offset.x() + x,
            None if y is None else offset.y() + y,
        )

    def show(self, offset: QPointF | None) -> None:
        """Show what stands in line there; nothing for None."""
        if offset is None:
            self.let_go()
            return
        across, down = self._spans(offset)
        upright, level = self._levels(offset)
        lines = [*marks(*across, upright)], [*marks(*down, level)]
        self._item.show_marks(*lines)
        if not self._item.lines:
            self.let_go()
        elif self._item.scene() is None:
            self._scene.addItem(self._item)

    def _spans(self, offset: QPointF) -> tuple[tuple[Span, list[Span]], tuple[Span, list[Span]]]:
        """What is dragged and what is near, across and down."""
        box = self._box.translated(offset)
        near = self._near(box)
        across = _across(box), [_across(other) for other, _ in near]
        down = _down(box, self._axis + offset.y()), [_down(b, axis) for b, axis in near]
        return across, down

    def _levels(self, offset: QPointF) -> tuple[list[Level], list[Level]]:
        """Where wires become upright, as those that lead down do, and where level."""
        ports = [(own + offset, other) for own, other in self._ports]
        if self._scene.items_of.ground.leads_down:
            return [Level(a.x(), b.x(), a.y(), b.y()) for a, b in ports], []
        return [], [Level(a.y(), b.y(), a.x(), b.x()) for a, b in ports]

    def let_go(self) -> None:
        if self._item.scene() is not None:
            self._scene.removeItem(self._item)

    def _near(self, box: QRectF) -> list[tuple[QRectF, float]]:
        """Boxes of the cards around, each with the height of its axis; the nearest, where many."""
        items = self._scene.nodes
        area = box.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        found = [name for name in self._scene.boxes.names(area) if name not in self._names]
        if len(found) > _MANY:
            middle = box.center()
            found.sort(key=lambda n: (items[n].box.center() - middle).manhattanLength())
        return [(items[name].box, items[name].pos().y()) for name in found[:_MANY]]

    def _outer_ports(self) -> list[tuple[QPointF, QPointF]]:
        """Of each wire to a card that stays: the port that moves, and the one that does not."""
        items, ports = self._scene.nodes, []
        for edge in sorted({e for n in self._names for e in self._scene.items_of.wires_of(n)}):
            if (edge.source in self._names) != (edge.target in self._names):
                ends = (
                    items[edge.source].port_place(edge.source_port, is_output=True),
                    items[edge.target].port_place(edge.target_port, is_output=False),
                )
                ports.append(ends if edge.source in self._names else ends[::-1])
        return ports[:_WIRES]


def _across(box: QRectF) -> Span:
    return Span(box.left(), box.center().x(), box.right(), box.top(), box.bottom())


def _down(box: QRectF, axis: float) -> Span:
    return Span(box.top(), axis, box.bottom(), box.left(), box.right())


class GuideItem(QGraphicsItem):
    """Draws lines of a pixel, and of gaps their ends, too."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[QLineF] = []
        self.setZValue(-1)  # over wires, below cards: it hides no word

    def show_marks(self, across: Sequence[Mark], down: Sequence[Mark]) -> None:
        """Lines that stand, for what is in line across; lines that lie, for what is down."""
        lines = [QLineF(*ends) for mark in across for ends in _ends(mark)]
        lines += [QLineF(y1, x1, y2, x2) for mark in down for x1, y1, x2, y2 in _ends(mark)]
        if lines != self.lines:
            self.prepareGeometryChange()
            self.lines = lines

    def boundingRect(self) -> QRectF:
        boxes = (QRectF(line.p1(), line.p2()).normalized() for line in self.lines)
        wide = [box.adjusted(-2, -2, 2, 2) for box in boxes]
        return reduce(QRectF.united, wide, QRectF())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        pen = QPen(current_theme().color("accent"), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self.lines)


def _ends(mark: Mark) -> list[tuple[float, float, float, float]]:
    """The pieces of a mark, as if the axis ran across: a line that stands, or a gap that lies."""
    low, high = sorted((mark.start, mark.end))
    if mark.kind != "gap":
        beyond = _BEYOND if mark.kind == "line" else 0.0
        return [(mark.at, low - beyond, mark.at, high + beyond)]
    ticks = [(at, low - _TICK, at, low + _TICK) for at in (mark.at, mark.to)]
    return [(mark.at, low, mark.to, low), *ticks]
