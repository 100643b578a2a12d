"""The points of wires that a drag takes along: found, previewed while it lasts, and let go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from graph.document import Edge, Graph, Route
from graph.moving_edits import Routes

if TYPE_CHECKING:
    from app.canvas.scene import CanvasScene

#: A point: its wire, and the place that it has among the points of that.
Point = tuple[Edge, int]


def points_in(scene: CanvasScene, area: QRectF) -> list[Point]:
    """The points of wires in a part of the scene."""
    return [
        (edge, index)
        for edge, wire in scene.wires.items()
        for index, point in enumerate(wire.points)
        if area.contains(point)
    ]


def point_at(scene: CanvasScene, at: QPointF, distance: float) -> Point | None:
    """The point that is nearest to ``at`` within ``distance``."""
    reach = QPointF(distance, distance)
    near = points_in(scene, QRectF(at - reach, at + reach))

    def apart(point: Point) -> float:
        edge, index = point
        return float((scene.wires[edge].points[index] - at).manhattanLength())

    return min(near, key=apart, default=None)


class HeldPoints:
    """Keeps where the points were when they were taken. ``moving`` are nodes that go along:
    wires between these take all their points along of themselves.
    """

    def __init__(
        self, scene: CanvasScene, points: Iterable[Point], moving: Collection[str] = ()
    ) -> None:
        self._scene = scene
        self._held: dict[Edge, set[int]] = {}
        for edge, index in points:
            if not (edge.source in moving and edge.target in moving):
                self._held.setdefault(edge, set()).add(index)
        self._from: dict[Edge, Route] = {edge: scene.graph.route(edge) for edge in self._held}

    def insert(self, edge: Edge, index: int, at: QPointF) -> None:
        """Hold a point that is not there yet, and none but it."""
        route = list(self._scene.graph.route(edge))
        route.insert(index, (at.x(), at.y()))
        self._held, self._from = {edge: {index}}, {edge: tuple(route)}

    def shift(self, by: QPointF) -> None:
        """Show the points shifted; the document knows nothing of it."""
        items = self._scene.items_of
        shown = {e: route for e, route in self._shifted(by).items() if e in items.wires}
        items.leading.by_hand = {e: [QPointF(*p) for p in route] for e, route in shown.items()}
        items.leading.lead(shown)

    def let_go(self) -> None:
        """Lead the wires as the document has them."""
        items = self._scene.items_of
        items.leading.by_hand = {}
        items.leading.lead(edge for edge in self._held if edge in items.wires)

    def routes(self, by: QPointF) -> Routes:
        """The ways of the wires with the points shifted."""
        graph = self._scene.graph
        shifted = self._shifted(by).items()
        return tuple((edge, route) for edge, route in shifted if graph.has_edge(edge))

    def _shifted(self, by: QPointF) -> dict[Edge, Route]:
        return {
            edge: tuple(
                (x + by.x(), y + by.y()) if index in self._held[edge] else (x, y)
                for index, (x, y) in enumerate(route)
            )
            for edge, route in self._from.items()
        }


def routes_without(graph: Graph, points: Iterable[Point]) -> Routes:
    """The ways of wires that these points are taken out of."""
    going: dict[Edge, set[int]] = {}
    for edge, index in points:
        going.setdefault(edge, set()).add(index)
    return tuple((edge, _without(graph.route(edge), indices)) for edge, indices in going.items())


def _without(route: Route, indices: Collection[int]) -> Route:
    return tuple(point for index, point in enumerate(route) if index not in indices)


def still_there(wires: Mapping[Edge, Collection[object]], points: Iterable[Point]) -> list[Point]:
    """Of ``points`` those that wires, given with their points, still have."""
    return [(edge, i) for edge, i in points if edge in wires and i < len(wires[edge])]
