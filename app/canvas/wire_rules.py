"""What a wire may join, and the edit that it comes down to. Pure: no item, no Qt."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx

from app.canvas.card import Card, PortMark
from app.translating import later
from graph.document import Edge, Graph
from graph.edits import Batch, Connect, Disconnect, Edit


def unreachable(graph: Graph, node: str, *, from_output: bool) -> set[str]:
    """The nodes that a wire from a port of ``node`` must not end at: it would close a cycle."""
    if node not in graph:
        return set()
    found = nx.ancestors(graph.nx, node) if from_output else nx.descendants(graph.nx, node)
    return {node, *found}


def taken_by(graph: Graph, node: str, port: str) -> Edge | None:
    """The wire that already ends at an input."""
    return next((e for e in graph.in_edges(node) if e.target_port == port), None)


def connect_edit(graph: Graph, scope: str, edge: Edge, moved: Edge | None = None) -> Edit | None:
    """Join two ports; a wire that was at the input goes, and so does ``moved``, if given.

    The new wire passes the points that ``moved`` did.
    """
    if edge == moved or graph.has_edge(edge):
        return None
    going = [e for e in (moved, taken_by(graph, edge.target, edge.target_port)) if e is not None]
    edits: list[Edit] = [Disconnect(e, scope) for e in dict.fromkeys(going)]
    if not edits:
        return Connect(edge, scope)
    route = graph.route(moved) if moved is not None else ()
    return Batch((*edits, Connect(edge, scope, route=route)), later("Reconnect"))


def best_input(card: Card, accepted: Collection[str] | None = None) -> str | None:
    """The input that a wire dropped on a card goes to.

    Free ones that accept it come first, required before optional; where every input is taken,
    the first is given up.
    """
    free = [mark for mark in card.inputs if not mark.wired]

    def rank(mark: PortMark) -> tuple[bool, bool]:
        return (accepted is not None and mark.name not in accepted, mark.optional)

    if free:
        return min(free, key=rank).name
    return card.inputs[0].name if card.inputs else None


def best_output(card: Card) -> str | None:
    """The output that a wire drawn backwards onto a card starts at: the first."""
    return card.outputs[0].name if card.outputs else None
