"""What hangs together with some nodes: all around, all that leads to them, all that follows."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx

from graph.document import Graph


def connected(graph: Graph, names: Collection[str]) -> list[str]:
    """The nodes and all that wires join to them, in either direction, in creation order."""
    around = graph.nx.to_undirected(as_view=True)
    found = {other for name in names for other in nx.node_connected_component(around, name)}
    return [name for name in graph.names if name in found]


def upstream(graph: Graph, names: Collection[str]) -> list[str]:
    """The nodes and all whose output reaches them."""
    found = {other for name in names for other in nx.ancestors(graph.nx, name)}
    return [name for name in graph.names if name in found or name in names]


def downstream(graph: Graph, names: Collection[str]) -> list[str]:
    """The nodes and all that their output reaches."""
    found = {other for name in names for other in nx.descendants(graph.nx, name)}
    return [name for name in graph.names if name in found or name in names]
