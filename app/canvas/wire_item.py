"""One wire on the canvas: knows its edge and the way it runs, nothing of the document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.box_index import NOWHERE, Box
from app.canvas.reaches import Reaches
from app.canvas.shape_pill import HEIGHT, ShapeText
from app.canvas.wire_part import LONG, seen_part
from app.theme import Theme, current_theme
from graph.document import Edge

WIDTH = 2.0
_MARGIN = HEIGHT
_SAMPLES = 16

#: Points that a wire is led by are drawn from this zoom on, this large; larger when picked.
_POINTS_FROM, _POINT, _PICKED = 0.35, 3.5, 5.0


class WireItem(QGraphicsItem):
    """Draws a wire. ``pill`` is where its shape stands: unknown until the view asks for it."""

    def __init__(self, edge: Edge, reaches: Reaches) -> None:
        """``reaches`` hears what it does not leave, wherever it runs."""
        super().__init__()
        self.edge, self._reaches = edge, reaches
        self.path = QPainterPath()
        self.points: tuple[QPointF, ...] = ()
        self.picked: frozenset[int] = frozenset()  # which of them are selected
        self.text: ShapeText | None = None
        self.pill: QRectF | None = None
        self.is_pill_placed = False
        self.is_sketched = False
        self.selected = False
        self.lit = False
        self.waiting = False  # what it leads to has no shape, because of a mistake before it
        self.flow: float | None = None  # how much gradient came back by it, 0 to 1; below 0 none
        self.hidden_end = False  # being dragged away: the preview stands for it
        self._lines: list[QLineF] | None = None
        self._bounds = QRectF()
        self.setZValue(-10)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def be_as_new(self) -> None:
        """Forget all but the edge; it has no way."""
        self.lose_way()
        self.picked, self.pill = frozenset(), None
        self.hidden_end = False
        self.show_text(None)
        self.show_flow(None)
        self.set_state(selected=False, lit=False, waiting=False)

    def run(self, path: QPainterPath, points: Sequence[QPointF] = ()) -> None:
        """Take another way, through the points by which the user led it."""
        self._take(path, tuple(points))

    def sketch(self) -> None:
        """Be a hair line that says nothing, until it is led anew: the fastest there is."""
        self.pill, self.is_pill_placed, self.is_sketched = None, True, True

    def lose_way(self) -> None:
        """Have no way, until one is found for where the ends are now."""
        if not self.path.isEmpty():
            self._take(QPainterPath(), ())

    def _take(self, path: QPainterPath, points: tuple[QPointF, ...]) -> None:
        self.prepareGeometryChange()
        self.path, self.points = path, points
        self._lines = None
        self.is_pill_placed = self.is_sketched = False
        is_nowhere = path.isEmpty()
        room = 0.0 if is_nowhere else _MARGIN
        self._bounds = self.path.boundingRect().adjusted(-room, -room, room, room)
        self._reaches.put(self.edge, NOWHERE if is_nowhere else Box.of(self._bounds))

    def shift(self, by: QPointF) -> None:
        """Move as a whole, as when both ends were moved alike."""
        if by.isNull():
            return
        self.prepareGeometryChange()
        self.path.translate(by)
        self.points = tuple(point + by for point in self.points)
        self._bounds.translate(by)
        if not self.path.isEmpty():
            self._reaches.put(self.edge, Box.of(self._bounds))
        self._lines = None
        if self.pill is not None:
            self.pill = self.pill.translated(by)

    def show_text(self, text: ShapeText | None) -> None:
        if text != self.text:
            self.text, self.is_pill_placed = text, False
            self.prepareGeometryChange()
            self.update()

    def set_state(
        self,
        *,
        selected: bool | None = None,
        lit: bool | None = None,
        waiting: bool | None = None,
    ) -> None:
        before = (self.selected, self.lit, self.waiting)
        self.selected = self.selected if selected is None else selected
        self.lit = self.lit if lit is None else lit
        self.waiting = self.waiting if waiting is None else waiting
        if before != (self.selected, self.lit, self.waiting):
            self.setZValue(-5 if self.selected or self.lit else -10)
            self.update()

    def show_flow(self, flow: float | None) -> None:
        """Tell by its colour how much gradient came back by it; None tells nothing."""
        if flow != self.flow:
            self.flow = flow
            self.update()

    def pick(self, points: frozenset[int]) -> None:
        """Show which of its points are selected."""
        if points != self.picked:
            self.picked = points
            self.update()

    @property
    def start(self) -> QPointF:
        return self.path.pointAtPercent(0.0)

    @property
    def end(self) -> QPointF:
        return self.path.pointAtPercent(1.0)

    @property
    def lines(self) -> list[QLineF]:
        """The way in straight pieces, for hit tests and far-off drawing."""
        if self.path.isEmpty():
            return []
        if self._lines is None:
            is_level = self.path.boundingRect().height() < 0.5
            is_level = is_level and not self.points and self.end.x() >= self.start.x()
            steps = 1 if is_level else _SAMPLES * (len(self.points) + 1)
            points = [self.path.pointAtPercent(step / steps) for step in range(steps + 1)]
            self._lines = [QLineF(a, b) for a, b in pairwise(points)]
        return self._lines

    def distance(self, point: QPointF) -> float:
        """How far ``point`` (scene) is from the wire."""
        return min(_distance(line, point) for line in self.lines)

    def is_crossed_by(self, stroke: QLineF) -> bool:
        """Whether ``stroke`` (scene) passes from one side of the wire to the other."""
        box = QRectF(stroke.p1(), stroke.p2()).normalized().adjusted(-1, -1, 1, 1)
        if not self._bounds.intersects(box):
            return False
        bounded = QLineF.IntersectionType.BoundedIntersection
        return any(line.intersects(stroke)[0] == bounded for line in self.lines)

    # QGraphicsItem

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self.hidden_end:
            return
        theme = current_theme()
        bright = self.selected or self.lit
        faint = 0.22 if self.waiting else 0.45
        color = theme.color("accent") if bright else theme.color("text", faint)
        pen = QPen(color, 0 if self.is_sketched else WIDTH + (0.5 if self.selected else 0.0))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.flow is not None and not bright and not self.is_sketched:
            _show_flow(pen, self.flow, theme)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_long = self._bounds.width() > LONG
        area = option.exposedRect.adjusted(-8, 0, 8, 0)  # type: ignore[attr-defined]
        painter.drawPath(seen_part(self.path, area) if is_long else self.path)
        if self.points and painter.worldTransform().m11() >= _POINTS_FROM:
            self._paint_points(painter, theme, color)

    def _paint_points(self, painter: QPainter, theme: Theme, color: QColor) -> None:
        for index, point in enumerate(self.points):
            is_picked = index in self.picked
            painter.setPen(QPen(theme.color("accent") if is_picked else color, 1.5))
            painter.setBrush(theme.color("accent" if is_picked else "canvas"))
            size = _PICKED if is_picked else _POINT
            painter.drawEllipse(point, size, size)


def _show_flow(pen: QPen, flow: float, theme: Theme) -> None:
    if flow < 0:
        pen.setStyle(Qt.PenStyle.DashLine)
        return
    pen.setColor(theme.flow(flow))
    pen.setWidthF(WIDTH + 1.5 * flow)


def _distance(line: QLineF, point: QPointF) -> float:
    """From ``point`` to the nearest point of the piece ``line``."""
    along = line.p2() - line.p1()
    square = along.x() ** 2 + along.y() ** 2
    apart = point - line.p1()
    share = 0.0 if square == 0 else (apart.x() * along.x() + apart.y() * along.y()) / square
    return QLineF(line.pointAt(min(max(share, 0.0), 1.0)), point).length()
