"""A wire led through a node."""

from __future__ import annotations

from graph.document import Edge, Route
from graph.edits import Connect, Disconnect, Edit


def insert_edits(
    scope: str, edge: Edge, name: str, into: str, out: str, routes: tuple[Route, Route] = ((), ())
) -> list[Edit]:
    """Lead a wire through a node, by its ports ``into`` and ``out``.

    ``routes`` are the points that its two parts pass.
    """
    first = Edge(edge.source, edge.source_port, name, into)
    second = Edge(name, out, edge.target, edge.target_port)
    return [
        Disconnect(edge, scope),
        Connect(first, scope, route=routes[0]),
        Connect(second, scope, route=routes[1]),
    ]
