"""The order in which layers run: topological, and by creation where that leaves a choice."""

from __future__ import annotations

import heapq
from typing import NamedTuple

from graph.document import Graph


class TopologicalOrder(NamedTuple):
    """``names`` of all nodes that do not wait for a cycle, and the nodes of one ``cycle``, if any.

    ``cycle`` is in the direction of its edges and begins with the node that was created first.
    """

    names: tuple[str, ...]
    cycle: tuple[str, ...] = ()


def topological_names(graph: Graph) -> TopologicalOrder:
    """Return the nodes so that each comes after those that feed it.

    Of nodes that could come next, the one created first does: so the order depends on the
    document alone, and not, as networkx's own would, on what was removed and restored.
    """
    names = graph.names
    index = {name: i for i, name in enumerate(names)}
    waiting = [graph.nx.in_degree(name) for name in names]
    ready = [i for i, count in enumerate(waiting) if count == 0]
    order: list[str] = []
    while ready:
        name = names[heapq.heappop(ready)]
        order.append(name)
        for _, target, _ in graph.nx.out_edges(name, keys=True):
            i = index[target]
            waiting[i] -= 1
            if waiting[i] == 0:
                heapq.heappush(ready, i)
    if len(order) == len(names):
        return TopologicalOrder(tuple(order))
    return TopologicalOrder(tuple(order), _cycle(graph, set(names) - set(order), index))


def _cycle(graph: Graph, stuck: set[str], index: dict[str, int]) -> tuple[str, ...]:
    """One cycle among the nodes that wait for each other: walk back until a node comes again."""
    name = min(stuck, key=index.__getitem__)
    walked: dict[str, None] = {}
    while name not in walked:
        walked[name] = None
        feeding = [source for source in graph.nx.predecessors(name) if source in stuck]
        name = min(feeding, key=index.__getitem__)
    path = list(walked)
    cycle = path[path.index(name) :][::-1]
    start = cycle.index(min(cycle, key=index.__getitem__))
    return tuple(cycle[start:] + cycle[:start])
