"""Automatic places for nodes: the layered layout of the graph, with the cards' real sizes."""

from __future__ import annotations

from collections.abc import Mapping

from app.canvas.figure import GRID, Figure
from graph.document import Graph, Position
from graph.layout import COLUMN_GAP, lay_out

#: Wire that is seen on both sides of a shape.
_BESIDE_PILL = 40.0

#: Room above and below a card for each frame around it: its title, and what it is padded by.
_FRAME = 28.0

#: What is wider is folded into rows of about this width, so that its words can be read when all
#: of it is shown.
ROW_WIDTH = 1600.0


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
        # Wider than the gap between columns must be what a shape needs to stand on a wire.
        aside = max(0.0, pill_widths.get(name, 0.0) + _BESIDE_PILL - COLUMN_GAP)
        frames = graph.frames_around(graph.node(name).options.get("group"))
        sizes[name] = (figure.size.width() + aside, around + 2 * _FRAME * len(frames))
    found = lay_out(graph, sizes, ROW_WIDTH).positions
    return {n: (_snapped(x), _snapped(y + sizes[n][1] / 2)) for n, (x, y) in found.items()}


def _snapped(length: float) -> float:
    return round(length / GRID) * GRID
