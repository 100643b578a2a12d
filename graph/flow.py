"""Which node comes before which, kept up to date while the graph changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

import networkx as nx

from graph.document import Edge, Graph


class Flow:
    """Wires by node, a topological rank for each node, and the nodes that stand in cycles.

    Reads the graph only where it is told that something changed, so that one edit in a large
    graph costs little.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.entering: dict[str, tuple[Edge, ...]] = {}
        self.leaving: dict[str, tuple[Edge, ...]] = {}
        self.rank: dict[str, int] = {}
        self.cycles: tuple[tuple[str, ...], ...] = ()
        self.cyclic: frozenset[str] = frozenset()
        self.refresh(graph.names)

    def refresh(self, names: Iterable[str]) -> bool:
        """Read the wires of ``names`` anew; True where nodes or wires really changed."""
        changed = False
        for name in names:
            if name not in self._graph:
                changed |= self.entering.pop(name, None) is not None
                self.leaving.pop(name, None)
                continue
            entering = tuple(self._graph.in_edges(name))
            leaving = tuple(self._graph.out_edges(name))
            changed |= entering != self.entering.get(name) or leaving != self.leaving.get(name)
            self.entering[name], self.leaving[name] = entering, leaving
        if changed:
            self._rank()
        return changed

    def _rank(self) -> None:
        """Kahn's algorithm; what it leaves over stands in a cycle, or after one."""
        waiting = {name: len(edges) for name, edges in self.entering.items()}
        ready = deque(name for name, number in waiting.items() if not number)
        self.rank = {}
        while ready:
            name = ready.popleft()
            self.rank[name] = len(self.rank)
            for edge in self.leaving[name]:
                waiting[edge.target] -= 1
                if not waiting[edge.target]:
                    ready.append(edge.target)
        left = [name for name in self.entering if name not in self.rank]
        self.cycles = tuple(sorted(self._cycles(left), key=lambda c: self._graph.order(c[0])))
        self.cyclic = frozenset(name for cycle in self.cycles for name in cycle)
        for name in left:
            self.rank[name] = len(self.rank)

    def _cycles(self, names: list[str]) -> Iterable[tuple[str, ...]]:
        """The nodes of each knot of cycles, in creation order."""
        if not names:
            return
        for component in nx.strongly_connected_components(self._graph.nx.subgraph(names)):
            members = sorted(component, key=self._graph.order)
            if len(members) > 1 or any(e.target == members[0] for e in self.leaving[members[0]]):
                yield tuple(members)

    def before(self, name: str) -> set[str]:
        """The nodes that lead to ``name``."""
        return reachable([name], self.entering, forward=False) - {name}

    def after(self, name: str) -> set[str]:
        """The nodes that ``name`` leads to."""
        return reachable([name], self.leaving, forward=True) - {name}


def reachable(
    starts: Iterable[str], wires: Mapping[str, tuple[Edge, ...]], *, forward: bool
) -> set[str]:
    """The nodes reached from ``starts`` along (or, without ``forward``, against) the wires."""
    found = set(starts)
    stack = list(found)
    while stack:
        for edge in wires.get(stack.pop(), ()):
            end = edge.target if forward else edge.source
            if end not in found:
                found.add(end)
                stack.append(end)
    return found
