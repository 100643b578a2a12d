"""Which wires run between cards and frames beside each other, and where they meet them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.document import Graph
from graph.layering import Wire
from graph.layout_part import Item, Wiring


def item_wires(graph: Graph, items: Sequence[Item], chosen: Collection[str]) -> Wiring:
    """The wires between ``items``, and where those to others of ``chosen`` leave and arrive."""
    at = {name: index for index, item in enumerate(items) for name in item.inside}
    leaving = {name: graph.out_edges(name) for name in at}
    arriving = {name: graph.in_edges(name) for name in at}
    down_of = {name: _shares({e.source_port for e in edges}) for name, edges in leaving.items()}
    down_to = {name: _shares({e.target_port for e in edges}) for name, edges in arriving.items()}
    wires: dict[Wire, None] = {}
    entries: dict[int, float] = {}
    exits: dict[int, float] = {}
    for name, index in at.items():
        item = items[index]
        leaves = item.line_of(name)
        for edge in leaving[name]:
            other = at.get(edge.target)
            if other is not None and other != index:
                goal = items[other]
                arrives = goal.line_of(edge.target)
                wire = Wire(
                    index,
                    other,
                    f"{name}.{edge.source_port}",
                    _share(item, leaves, down_of[name][edge.source_port]),
                    _share(goal, arrives, down_to[edge.target][edge.target_port]),
                    leaves,
                    arrives,
                )
                wires[wire] = None
            elif other is None and edge.target in chosen:
                exits.setdefault(index, leaves)
        if any(e.source not in at and e.source in chosen for e in arriving[name]):
            entries.setdefault(index, leaves)
    return Wiring(tuple(wires), entries, exits)


def _share(item: Item, below: float, of_port: float) -> float:
    """How far down an item a wire meets it, from 0 to 1: by its port, or by its card in a frame."""
    if not item.is_frame:
        return of_port
    return (item.extent.above + below) / (item.extent.above + item.extent.below)


def _shares(ports: Collection[str]) -> dict[str, float]:
    """How far down a card each of its ports is."""
    order = sorted(ports, key=_port_key)
    return {port: (index + 1) / (len(order) + 1) for index, port in enumerate(order)}


def _port_key(port: str) -> tuple[str, int]:
    """``tensors.10`` comes after ``tensors.9``."""
    stem, _, number = port.rpartition(".")
    return (stem, int(number)) if number.isdecimal() and len(number) < 9 else (port, 0)
