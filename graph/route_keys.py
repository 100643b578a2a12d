"""The words that a project file has for a wire whose route it gives: ``a.output -> b.input``."""

from __future__ import annotations

from collections.abc import Iterable

from graph.parts import Edge


def route_keys(edges: Iterable[Edge]) -> dict[Edge, str]:
    """A text for each edge, no two alike.

    Names and ports may hold any character, so two edges may read the same: then each later one, in
    the order of ``Graph.edges``, has an apostrophe more.
    """
    keys: dict[Edge, str] = {}
    taken: set[str] = set()
    for edge in edges:
        key = str(edge)
        while key in taken:
            key += "'"
        taken.add(key)
        keys[edge] = key
    return keys
