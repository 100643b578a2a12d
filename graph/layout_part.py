"""The layout of cards and of whole frames that stand beside each other, wired or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import networkx as nx

from graph.document import Position
from graph.folding import Column, Standing, fold
from graph.layering import Layered, Wire, layer
from graph.placement import place_heights
from graph.steps_of_work import Steps

#: Room between columns, between cards of a column, and between separate parts (scene units).
COLUMN_GAP = 72.0
CARD_GAP = 40.0
WIRE_GAP = 24.0
PART_GAP = 96.0

#: Cards without wires stand in rows about as wide as this.
LONE_WIDTH = 1600.0


class Extent(NamedTuple):
    """The room that something takes around the point where it stands (scene units)."""

    left: float
    right: float
    above: float
    below: float


@dataclass
class Item:
    """A card, or a frame with all it holds: ``inside`` says where, from where the item stands.

    Of a frame that ``is_card`` nothing inside is seen, and its wires meet the card.
    """

    extent: Extent
    inside: dict[str, Position] = field(default_factory=dict)
    is_folded: bool = False  # into rows
    is_card: bool = False

    @property
    def is_frame(self) -> bool:
        """Whether what it holds is seen."""
        return len(self.inside) > 1 and not self.is_card

    def line_of(self, name: str) -> float:
        """How far below its own line wires of a node in it run."""
        return 0.0 if self.is_card else self.inside[name][1]

    def enclose(self, items: Sequence[Item], laid: Laid, margin: Extent) -> None:
        """Become the frame around ``items``; it stands at the left end of the line through it."""
        standing = list(zip(items, laid.places, strict=True))
        left = min(x - item.extent.left for item, (x, _) in standing)
        right = max(x + item.extent.right for item, (x, _) in standing)
        top = min(y - item.extent.above for item, (_, y) in standing)
        bottom = max(y + item.extent.below for item, (_, y) in standing)
        self.extent = Extent(
            margin.left,
            right - left + margin.right,
            laid.axis - top + margin.above,
            bottom - laid.axis + margin.below,
        )
        self.inside = {
            name: (x + inner[0] - left, y + inner[1] - laid.axis)
            for item, (x, y) in standing
            for name, inner in item.inside.items()
        }
        self.is_folded = laid.is_folded


@dataclass(frozen=True)
class Wiring:
    """The wires among items by number, and which items wires from and to elsewhere meet.

    ``entries`` and ``exits`` hold, for an item, how far below its line they do.
    """

    wires: tuple[Wire, ...]
    entries: Mapping[int, float] = field(default_factory=dict)
    exits: Mapping[int, float] = field(default_factory=dict)


@dataclass
class Laid:
    """Where items stand; ``axis`` is the height at which wires from elsewhere come in."""

    places: list[Position]
    axis: float = 0.0
    is_folded: bool = False


def lay_out_items(
    items: Sequence[Item], wiring: Wiring, heights: Sequence[float] | None, width: float
) -> Steps[Laid]:
    """Place items from (0, 0) to the right and downwards: parts below each other, lone ones last.

    All that is wired to elsewhere is one part, so that branches stand side by side.
    """
    laid = Laid([(0.0, 0.0)] * len(items))
    top, axis = 0.0, None
    alone: list[int] = []
    for part in _parts(len(items), wiring, heights):
        if len(part) == 1 and not (wiring.entries.keys() | wiring.exits.keys()) & set(part):
            alone += part
            continue
        found = yield from _Part(items, part, wiring, heights).place(width)
        shift = top - found.top
        for item, (x, y) in found.places.items():
            laid.places[item] = (x, y + shift)
        if axis is None or found.has_entry:
            axis = found.axis + shift
        laid.is_folded = laid.is_folded or found.is_folded
        top += found.bottom - found.top + PART_GAP
    _place_alone(items, alone, top, laid)
    laid.axis = laid.places[0][1] if axis is None and items else axis or 0.0
    return laid


def _place_alone(items: Sequence[Item], alone: Sequence[int], top: float, laid: Laid) -> None:
    """Rows of items that nothing is wired to."""
    row: list[int] = []
    left = 0.0
    for index, item in enumerate(alone):
        extent = items[item].extent
        laid.places[item] = (left + extent.left, top)
        row.append(item)
        left += extent.left + extent.right + COLUMN_GAP
        if left > LONE_WIDTH or index == len(alone) - 1:
            above = max(items[i].extent.above for i in row)
            for i in row:
                laid.places[i] = (laid.places[i][0], top + above)
            top += above + max(items[i].extent.below for i in row) + CARD_GAP
            row, left = [], 0.0


def _parts(count: int, wiring: Wiring, heights: Sequence[float] | None) -> list[list[int]]:
    """What hangs together, from above, or where that is not known by its first item."""
    joined: nx.Graph[int] = nx.Graph()
    joined.add_nodes_from(range(count))
    joined.add_edges_from((wire.source, wire.target) for wire in wiring.wires)
    joined.add_edges_from((-1, item) for item in (*wiring.entries, *wiring.exits))
    parts = [sorted(part - {-1}) for part in nx.connected_components(joined)]
    if heights is None:
        return sorted(parts)
    return sorted(parts, key=lambda part: (min(heights[item] for item in part), part))


class _Part:
    """The layout of what hangs together; numbers after the items stand for what is elsewhere."""

    def __init__(
        self,
        items: Sequence[Item],
        part: Sequence[int],
        wiring: Wiring,
        heights: Sequence[float] | None,
    ) -> None:
        self._part, self._items = part, [items[item] for item in part]
        at = {item: i for i, item in enumerate(part)}
        self._wires = [
            replace(wire, source=at[wire.source], target=at[wire.target])
            for wire in wiring.wires
            if wire.source in at
        ]
        entries = {at[item]: below for item, below in wiring.entries.items() if item in at}
        exits = {at[item]: below for item, below in wiring.exits.items() if item in at}
        before, after = len(part), len(part) + bool(entries)
        outer = [Wire(before, i, arrives=below) for i, below in entries.items()]
        outer += [Wire(i, after, leaves=below) for i, below in exits.items()]
        self.has_entry = bool(entries)
        known = None if heights is None else [heights[item] for item in part]
        if known is not None:
            known += [_mean([known[i] for i in ends]) for ends in (entries, exits) if ends]
        self._layering = layer(after + bool(exits), [*self._wires, *outer], known)
        self._layered = Layered(0)
        self._axis_of = before if entries else after if exits else 0
        self.places: dict[int, Position] = {}
        self.top = self.bottom = self.axis = 0.0
        self.is_folded = False

    def place(self, width: float) -> Steps[_Part]:
        """Find ``places``, with ``top`` and ``bottom`` of all, and where wires come in."""
        weights = [1 if item.is_card else len(item.inside) for item in self._items]
        self._layered = yield from self._layering
        lines = yield from place_heights(self._layered, self._separation, weights)
        columns, of = self._columns(), self._layered.column_of
        cards = [
            Standing(of[i], lines[i] - item.extent.above, lines[i] + item.extent.below)
            for i, item in enumerate(self._items)
        ]
        wires = [(of[wire.source], of[wire.target]) for wire in self._wires]
        alone = {of[i] for i, item in enumerate(self._items) if item.is_folded}
        in_line = not any(item.is_frame for item in self._items)
        steps = fold(columns, cards, wires, alone, width, in_line=in_line)
        self.is_folded = any(steps)
        for i, item in enumerate(self._part):
            right, down = steps[of[i]] if steps else (0.0, 0.0)
            self.places[item] = (columns[of[i]].stand + right, lines[i] + down)
        self.axis = lines[self._axis_of] + (steps[of[self._axis_of]][1] if steps else 0.0)
        stand = [self.places[item][1] for item in self._part]
        extents = [item.extent for item in self._items]
        self.top = min(y - e.above for y, e in zip(stand, extents, strict=True))
        self.bottom = max(y + e.below for y, e in zip(stand, extents, strict=True))
        return self

    def _separation(self, upper: int, lower: int) -> float:
        count = len(self._items)
        gap = WIRE_GAP if upper >= count or lower >= count else CARD_GAP
        below = self._items[upper].extent.below if upper < count else 0.0
        above = self._items[lower].extent.above if lower < count else 0.0
        return below + above + gap

    def _columns(self) -> list[Column]:
        """Each column as wide as what stands in it; those of what is elsewhere take no room."""
        columns: list[Column] = []
        left, count = 0.0, len(self._items)
        for column in self._layered.columns:
            extents = [self._items[v].extent for v in column if v < count]
            stand = left + max((extent.left for extent in extents), default=0.0)
            right = stand + max((extent.right for extent in extents), default=0.0)
            columns.append(Column(left, right, stand))
            left = right + COLUMN_GAP if extents else left
        return columns


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
