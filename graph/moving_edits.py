"""The edit of places: where nodes stand, and by which points their wires pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.document import ROOT, Change, Document, Edge, Graph, Position, Route
from graph.errors import EditError
from graph.node_edits import Edit, check_position, check_route
from graph.phrases import later

Routes = tuple[tuple[Edge, Route], ...]


@dataclass(frozen=True)
class MoveNodes:
    """Put nodes at positions (scene units); None takes a position away.

    ``routes`` are the points that wires pass from now on. Those of other wires move along where
    both ends make the same step.
    """

    positions: Mapping[str, Position | None] = field(default_factory=dict)
    scope: str = ROOT
    label: str = later("Move")
    routes: Routes = ()

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        for name, position in self.positions.items():
            graph.node(name)
            check_position(name, position)
        for edge, route in self.routes:
            if not graph.has_edge(edge):
                raise EditError(later("there is no wire {edge}", edge=edge))
            check_route(edge, route)
        before = {name: graph.position(name) for name in self.positions}
        routes = {**_carried(graph, self.positions), **dict(self.routes)}
        routes_before = tuple((edge, graph.route(edge)) for edge in routes)
        for name, position in self.positions.items():
            graph.set_position(name, position)
        for edge, route in routes.items():
            graph.set_route(edge, route)
        inverse = MoveNodes(before, self.scope, self.label, routes_before)
        moved = {end for edge in routes for end in (edge.source, edge.target)}
        return inverse, Change(moved={self.scope: frozenset((*self.positions, *moved))})


def _carried(graph: Graph, positions: Mapping[str, Position | None]) -> dict[Edge, Route]:
    """The routes that move as a whole, since both ends of the wire make the same step."""
    carried: dict[Edge, Route] = {}
    for edge, route in graph.routes.items():
        step = _step(graph, edge.source, positions)
        if step is not None and step == _step(graph, edge.target, positions):
            carried[edge] = tuple((x + step[0], y + step[1]) for x, y in route)
    return carried


def _step(graph: Graph, name: str, positions: Mapping[str, Position | None]) -> Position | None:
    before, after = graph.position(name), positions.get(name)
    if before is None or after is None:
        return None
    return after[0] - before[0], after[1] - before[1]
