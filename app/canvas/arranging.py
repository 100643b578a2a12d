"""Automatic places for nodes: the layered layout of the graph, with the cards' real sizes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from app.canvas.figure import GRID, Figure
from graph.document import Graph, Position
from graph.layout import lay_out
from graph.layout_part import COLUMN_GAP, Extent, Item

#: Wire that is seen on both sides of a shape.
_BESIDE_PILL = 40.0

#: What is wider is folded into rows of about this width, so that its words can be read when all
#: of it is shown.
ROW_WIDTH = 1600.0


@dataclass(frozen=True)
class Room:
    """What cards need: their figures, the widest shape that leaves each, and what stays with it.

    ``kept`` are boxes that stand near a card and move with it, from where the node stands. Frames
    that are shown as a card are ``cards``.
    """

    figures: Mapping[str, Figure]
    pill_widths: Mapping[str, float]
    kept: Mapping[str, QRectF]
    cards: Mapping[str, Item] = field(default_factory=dict)

    def around(self, name: str) -> Extent:
        """The room around the point where a node stands: the left end of its axis."""
        figure = self.figures[name]
        # Wider than the gap between columns must be what a shape needs to stand on a wire.
        aside = max(0.0, self.pill_widths.get(name, 0.0) + _BESIDE_PILL - COLUMN_GAP)
        box = figure.box.translated(0, -figure.axis).united(self.kept.get(name, QRectF()))
        return Extent(
            -box.left(), max(box.right(), figure.size.width() + aside), -box.top(), box.bottom()
        )


def arrange(
    graph: Graph,
    room: Room,
    *,
    width: float = ROW_WIDTH,
    names: Iterable[str] | None = None,
    places: Mapping[str, Position] | None = None,
) -> dict[str, Position]:
    """A place for every node, or for those of ``names``; chains run level along their axes.

    ``places`` are where nodes stand now, which decides what stands above what.
    """
    extents = {name: room.around(name) for name in (graph.names if names is None else names)}
    found = lay_out(graph, extents, width, names=names, places=places, cards=room.cards)
    return {name: (_snapped(x), _snapped(y)) for name, (x, y) in found.items()}


def _snapped(length: float) -> float:
    return round(length / GRID) * GRID
