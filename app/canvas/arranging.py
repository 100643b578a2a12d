"""Automatic places for nodes: the layered layout of the graph, with the cards' real sizes."""

from __future__ import annotations

from collections.abc import Mapping

from app.canvas.figure import GRID, Figure
from graph.document import Graph, Position

try:
    from graph.layout import lay_out
except ImportError:
    from collections import namedtuple

    import networkx as nx

    def lay_out(graph, sizes):
        pos = {}
        x = 0.0
        for generation in nx.topological_generations(nx.DiGraph(graph.nx)):
            y = -sum(sizes[n][1] + 40 for n in generation) / 2
            for n in sorted(generation, key=graph.order):
                pos[n] = (x, y)
                y += sizes[n][1] + 40
            x += max(sizes[n][0] for n in generation) + 64
        return namedtuple("Layout", "positions")(pos)



def arrange(
    graph: Graph, figures: Mapping[str, Figure], pill_widths: Mapping[str, float]
) -> dict[str, Position]:
    """A place for every node; chains run level along the axis of their cards.

    ``pill_widths`` is the room that the widest shape leaving a node needs beside it.
    """
    sizes = {}
    for name, figure in figures.items():
        # The layout centres nodes on a line; the axis of a card with extra ports is above its
        # middle, so such a card is laid out as if it were as high above the axis as below.
        around = 2 * max(figure.axis, figure.size.height() - figure.axis)
        sizes[name] = (figure.size.width() + pill_widths.get(name, 0.0), around)
    found = lay_out(graph, sizes).positions
    return {n: (_snapped(x), _snapped(y + sizes[n][1] / 2)) for n, (x, y) in found.items()}


def _snapped(length: float) -> float:
    return round(length / GRID) * GRID
