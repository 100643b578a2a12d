"""Nodes on the canvas taken off their wires. Pure: no item, no Qt."""

from __future__ import annotations

from collections.abc import Collection

from graph.catalog import ports
from graph.document import Document, Edge
from graph.edits import Connect, Disconnect, Edit


def boundary(document: Document, scope: str, names: Collection[str]) -> list[Edge]:
    """The wires between ``names`` and the other nodes."""
    graph = document.scope(scope)
    touching = dict.fromkeys(edge for name in names for edge in graph.edges_of(name))
    return [edge for edge in touching if (edge.source in names) != (edge.target in names)]


def heal_edits(document: Document, scope: str, names: Collection[str]) -> list[Edit]:
    """Take nodes off their wires, and join what they stood between.

    What a wire that left them led to is fed by what fed the first input on the way to it.
    """
    graph = document.scope(scope)
    cut = boundary(document, scope, names)
    joined: dict[Edge, None] = {}
    for edge in cut:
        feeding = _feeding(document, scope, names, edge.source) if edge.source in names else None
        if feeding is not None:
            healed = Edge(feeding.source, feeding.source_port, edge.target, edge.target_port)
            if healed.source != healed.target and not graph.has_edge(healed):
                joined[healed] = None
    return [*(Disconnect(edge, scope) for edge in cut), *(Connect(e, scope) for e in joined)]


def main_ends(document: Document, scope: str, name: str) -> tuple[str, str] | None:
    """The ports by which a wire runs through a node: its first input and output."""
    found = ports(document, scope, document.scope(scope).node(name))
    if not found.inputs or not found.outputs:
        return None
    return found.inputs[0].name, found.outputs[0].name


def _feeding(document: Document, scope: str, names: Collection[str], name: str) -> Edge | None:
    """The wire from outside ``names`` that comes to ``name`` by first inputs."""
    graph, passed = document.scope(scope), set[str]()
    while name not in passed:
        passed.add(name)
        incoming = graph.in_edges(name)
        order = [port.name for port in ports(document, scope, graph.node(name)).inputs]
        known = [edge for edge in incoming if edge.target_port in order]
        if not known:
            return None
        first = min(known, key=lambda edge: order.index(edge.target_port))
        if first.source not in names:
            return first
        name = first.source
    return None
