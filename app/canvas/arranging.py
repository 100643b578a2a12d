"""Automatic places for nodes: the layered layout of the graph, with the cards' real sizes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from app.canvas.figure import GRID, Figure
from graph.document import Graph, Position
from graph.layout import FRAME, Options, lay_out_in_steps
from graph.layout_part import COLUMN_GAP, Extent, Item
from graph.steps_of_work import Steps, finished

#: Wire that is seen on both sides of a shape.
BESIDE_PILL = 40.0

#: What is wider is folded into rows of about this width, so that its words can be read when all
#: of it is shown.
ROW_WIDTH = 1600.0

#: Screens are so much lower than they are wide.
_LOWER = 0.6


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

    def around(self, name: str, *, down: bool) -> Extent:
        """The room around the point where a node stands: the left end of its axis.

        Where wires lead ``down`` it is the middle of its upper edge, in a world with changed axes.
        """
        figure = self.figures[name]
        box = figure.box.translated(0, -figure.axis).united(self.kept.get(name, QRectF()))
        if down:
            box.translate(-figure.size.width() / 2, figure.axis)
            return Extent(-box.top(), box.bottom(), -box.left(), box.right())
        # Wider than the gap between columns must be what a shape needs to stand on a wire.
        aside = max(0.0, self.pill_widths.get(name, 0.0) + BESIDE_PILL - COLUMN_GAP)
        return Extent(
            -box.left(), max(box.right(), figure.size.width() + aside), -box.top(), box.bottom()
        )


def arrange(
    graph: Graph, room: Room, *, width: float = ROW_WIDTH, down: bool = False
) -> dict[str, Position]:
    """A place for every node; chains run level along their axes.

    With ``down`` wires lead from top to bottom, and chains through the middles of cards.
    """
    return finished(arrange_in_steps(graph, room, graph.names, width=width, down=down))


def arrange_in_steps(
    graph: Graph,
    room: Room,
    names: Sequence[str],
    *,
    width: float = ROW_WIDTH,
    places: Mapping[str, Position] | None = None,
    down: bool = False,
) -> Steps[dict[str, Position]]:
    """The same of ``names`` alone, in steps; the graph is not to change between them.

    ``places`` are where nodes stand now, which decides what stands above what.
    """
    extents = {name: room.around(name, down=down) for name in names}
    options = Options(width, FRAME, names, places, room.cards)
    if not down:
        found = yield from lay_out_in_steps(graph, extents, options)
        return {name: (_snapped(x), _snapped(y)) for name, (x, y) in found.items()}
    margin = Extent(FRAME.above, FRAME.below, FRAME.left, FRAME.right)
    known = None if places is None else {name: (y, x) for name, (x, y) in places.items()}
    options = Options(width * _LOWER, margin, names, known, room.cards)
    found = yield from lay_out_in_steps(graph, extents, options)
    figures = room.figures
    return {
        name: (_snapped(x) - figures[name].size.width() / 2, _snapped(y) + figures[name].axis)
        for name, (y, x) in found.items()
    }


def _snapped(length: float) -> float:
    return round(length / GRID) * GRID
