"""Leads wires between their ports: those that are seen now, the others when nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from math import inf

from PySide6.QtCore import QObject, QPointF

from app.canvas.box_index import Box
from app.canvas.portions import AT_ONCE, Portions
from app.canvas.turned import found_path, free_path, led_path
from app.canvas.wire_ground import WireGround
from app.canvas.wire_item import WireItem
from app.canvas.wire_route import farthest
from graph.document import Edge, Route

_PORTION = 24

#: While it is dragged, a wire over a larger area (scene units, squared) runs past no cards.
_WIDE = 4_000_000.0

#: Of more wires than these that are dragged along, none does, and all are sketched.
_FEW = 16


class Leading:
    """Finds each wire its way. One that waits for it has none yet, and is led when it is seen."""

    def __init__(
        self,
        parent: QObject,
        route_of: Callable[[Edge], Route],
        wires: Mapping[Edge, WireItem],
        ground: WireGround,
        done: Callable[[], object],
    ) -> None:
        """``done`` is called when all that waited have their way."""
        self._route_of, self._wires, self._ground = route_of, wires, ground
        #: The points of wires that are being led by hand, until the document has them.
        self.by_hand: dict[Edge, Sequence[QPointF]] = {}
        self._reaches: dict[Edge, Box] = {}
        self._portions: Portions[Edge] = Portions(parent, self._lead_all, _PORTION, done)

    def lead(self, edges: Iterable[Edge], *, in_haste: bool = False) -> None:
        """Find wires their way between where their ports are now; ``in_haste`` for one frame."""
        wanted = list(edges)
        if len(wanted) <= AT_ONCE:
            self._lead_all(wanted, in_haste=in_haste)
            return
        late = [e for e in wanted if e not in self.by_hand and not self._route_of(e)]
        for edge in late:
            self._wires[edge].lose_way()
            ends = map(self._ground.shown_bounds, (edge.source, edge.target))
            self._reaches[edge] = farthest(*ends)
        self._lead_all(set(wanted).difference(late))
        self._portions.ask(late)

    def lead_seen(self, area: Box) -> None:
        """Lead what waits and may run through ``area``: it is about to be painted."""
        waiting = self._portions.waiting
        if waiting:
            self._portions.do_now([e for e in waiting if self._reaches[e].meets(area)])

    @property
    def is_done(self) -> bool:
        return not self._portions.waiting

    def lacks_way(self, edge: Edge) -> bool:
        """Whether a wire has no way and waits for none."""
        hidden, waits = self._ground.folded.hides(edge), edge in self._portions.waiting
        return not hidden and not waits and self._wires[edge].path.isEmpty()

    def forget(self, edge: Edge) -> None:
        self._portions.forget(edge)

    def points_of(self, edge: Edge) -> Sequence[QPointF]:
        """The points that a wire is to be led by; none where it finds its way alone."""
        if edge in self.by_hand:
            return self.by_hand[edge]
        return [QPointF(x, y) for x, y in self._route_of(edge)]

    def _lead_all(self, edges: Collection[Edge], *, in_haste: bool = False) -> None:
        wide = (_WIDE if len(edges) <= _FEW else 0.0) if in_haste else inf
        for edge in edges:
            self._portions.forget(edge)
            self._lead(edge, wide)
            if not wide:
                self._wires[edge].sketch()

    def _lead(self, edge: Edge, wide: float) -> None:
        """Past cards, unless the wire crosses an area so ``wide`` that there is no time for it."""
        wire = self._wires[edge]
        if self._ground.folded.hides(edge):
            wire.lose_way()
            return
        start = self._ground.end(edge.source, edge.source_port, is_output=True)
        end = self._ground.end(edge.target, edge.target_port, is_output=False)
        points = self.points_of(edge)
        down = self._ground.leads_down
        if points:
            stops = [start, *points, end]
            wire.run(led_path(stops, self._ground.boxes, down=down), points)
        elif _area(start, end) > wide:
            wire.run(free_path(start, end, down=down))
        else:
            around = self._ground.boxes_between(start, end)
            wire.run(found_path(start, end, around, down=down))


def _area(start: QPointF, end: QPointF) -> float:
    """Of the rectangle that a wire crosses, with a row of cards above and below."""
    return (abs(end.x() - start.x()) + 256) * (abs(end.y() - start.y()) + 256)
