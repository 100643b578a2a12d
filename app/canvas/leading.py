"""Leads wires between their ports: those that are seen now, the others when nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QPointF, QTimer

from app.canvas.box_index import Box, BoxIndex
from app.canvas.node_item import NodeItem
from app.canvas.wire_item import WireItem
from app.canvas.wire_route import farthest, route
from graph.document import Edge, Route

#: So many wires are led at once; of more, those that are seen, and the others in small portions.
_AT_ONCE, _PORTION = 400, 24

#: While it is dragged, a wire over a larger area (scene units, squared) runs past no cards.
_WIDE = 4_000_000.0


class Leading(QObject):
    """Finds each wire its way. One that waits for it has none yet, and is drawn when it is seen."""

    def __init__(
        self,
        parent: QObject,
        route_of: Callable[[Edge], Route],
        nodes: Mapping[str, NodeItem],
        wires: Mapping[Edge, WireItem],
        boxes: BoxIndex[str],
        led: Callable[[], object],
    ) -> None:
        """``led`` is called when all that waited have their way."""
        super().__init__(parent)
        self._route_of, self._nodes, self._wires, self._boxes = route_of, nodes, wires, boxes
        self._led = led
        #: The points of wires that are being led by hand, until the document has them.
        self.by_hand: dict[Edge, Sequence[QPointF]] = {}
        self._waiting: dict[Edge, Box] = {}
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def lead(self, edges: Iterable[Edge], *, in_haste: bool = False) -> None:
        """Find wires their way between where their ports are now; ``in_haste`` for one frame."""
        wanted = list(edges)
        late = [edge for edge in wanted[_AT_ONCE:] if not self.points_of(edge)]
        for edge in dict.fromkeys(wanted).keys() - late if late else wanted:
            self._lead(edge, in_haste=in_haste)
        for edge in late:
            self._wires[edge].lose_way()
            ends = self._nodes[edge.source].bounds, self._nodes[edge.target].bounds
            self._waiting[edge] = farthest(*ends)
        if self._waiting and not self._timer.isActive():
            self._timer.start()

    def lead_seen(self, area: Box) -> None:
        """Lead what waits and may run through ``area``: it is about to be painted."""
        if self._waiting:
            for edge in [edge for edge, reach in self._waiting.items() if reach.meets(area)]:
                self._lead(edge)

    def forget(self, edge: Edge) -> None:
        self._waiting.pop(edge, None)

    def points_of(self, edge: Edge) -> Sequence[QPointF]:
        """The points that a wire is to be led by; none where it finds its way alone."""
        if edge in self.by_hand:
            return self.by_hand[edge]
        return [QPointF(x, y) for x, y in self._route_of(edge)]

    def _lead(self, edge: Edge, *, in_haste: bool = False) -> None:
        self._waiting.pop(edge, None)
        wire = self._wires[edge]
        start = self._nodes[edge.source].port_place(edge.source_port, is_output=True)
        end = self._nodes[edge.target].port_place(edge.target_port, is_output=False)
        points = self.points_of(edge)
        if points:
            wire.run_through(start, end, points)
        elif in_haste and _area(start, end) > _WIDE:
            wire.run(start, end, ())
        else:
            wire.run(start, end, route(start, end, self._boxes.boxes))

    def _go_on(self) -> None:
        for edge in list(self._waiting)[:_PORTION]:
            self._lead(edge)
        if not self._waiting:
            self._timer.stop()
            self._led()


def _area(start: QPointF, end: QPointF) -> float:
    """Of the rectangle that a wire crosses, with a row of cards above and below."""
    return (abs(end.x() - start.x()) + 256) * (abs(end.y() - start.y()) + 256)
