"""Automatic layout: columns from left to right, each frame a part of its own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.document import Graph, Position
from graph.layout_part import Extent, Item, lay_out_items
from graph.layout_wires import item_wires
from graph.steps_of_work import Steps, finished

#: The room of a card that the caller does not know.
CARD = Extent(0.0, 200.0, 32.0, 32.0)

#: Between a frame and what stands in it: at the left, at the right, with its title above, below.
FRAME = Extent(20.0, 20.0, 48.0, 20.0)


def lay_out(
    graph: Graph,
    extents: Mapping[str, Extent],
    width: float = math.inf,
    *,
    frame: Extent = FRAME,
    names: Iterable[str] | None = None,
    places: Mapping[str, Position] | None = None,
    cards: Mapping[str, Item] | None = None,
) -> dict[str, Position]:
    """Return a place for each node, or for those of ``names``; ``extents`` is the room of each.

    What is in a frame stands together, and nothing else stands within ``frame`` of it. What is
    wider than ``width`` is folded into rows of about that, where it can be done (scene units).
    The result depends on the graph, the order of creation and the ``places`` where nodes stand now
    alone: what stands above another goes on doing so where wires do not say otherwise.
    Frames that are shown as ``cards`` take no more room than these.
    Any graph will do, cycles too.
    """
    options = Options(width, frame, names, places, cards or {})
    return finished(lay_out_in_steps(graph, extents, options))


@dataclass(frozen=True)
class Options:
    """What ``lay_out`` is told beside the graph and what room its nodes take."""

    width: float = math.inf
    frame: Extent = FRAME
    names: Iterable[str] | None = None
    places: Mapping[str, Position] | None = None
    cards: Mapping[str, Item] = field(default_factory=dict)


def lay_out_in_steps(
    graph: Graph, extents: Mapping[str, Extent], options: Options
) -> Steps[dict[str, Position]]:
    """The same in steps of some ten milliseconds; the graph is not to change between them."""
    names, places, width = options.names, options.places, options.width
    chosen = set(graph.names if names is None else names)
    tree = _Tree(graph, [n for n in graph.names if n in chosen], extents, options.cards)
    yield
    for group in (*tree.frames_from_within, None):
        items = tree.inside[group]
        heights = _heights(items, places) if places is not None else None
        wires = item_wires(graph, items, chosen)
        yield
        laid = yield from lay_out_items(
            items, wires, heights, width if group is None else 1.5 * width
        )
        if group is None:
            return {
                name: (x + inner[0], y + inner[1])
                for item, (x, y) in zip(items, laid.places, strict=True)
                for name, inner in item.inside.items()
            }
        tree.items[group].enclose(items, laid, options.frame)
    raise AssertionError("the outermost frame comes last")


class _Tree:
    """What stands directly in each frame, by its name, and in none, by None."""

    def __init__(
        self,
        graph: Graph,
        names: Sequence[str],
        extents: Mapping[str, Extent],
        cards: Mapping[str, Item],
    ) -> None:
        self.inside: dict[str | None, list[Item]] = {None: []}
        self.items: dict[str, Item] = {}
        depth: dict[str, int] = {}
        shown: set[str] = set()
        for name in names:
            around = graph.frames_around(graph.node(name).options.get("group"))
            folded = next((group for group in reversed(around) if group in cards), None)
            item = Item(extents.get(name, CARD), {name: (0.0, 0.0)})
            if folded is not None:
                if folded in shown:
                    continue
                shown.add(folded)
                item, around = cards[folded], around[around.index(folded) + 1 :]
            for index, group in enumerate(around):
                known = group in self.items
                self.inside.setdefault(group, []).append(item)
                if known:
                    break
                item = self.items[group] = Item(CARD)
                depth[group] = len(around) - index
            else:
                self.inside[None].append(item)
        self.frames_from_within = sorted(depth, key=depth.__getitem__, reverse=True)


def _heights(items: Sequence[Item], places: Mapping[str, Position]) -> list[float]:
    """How high each stands now: in the middle of what it holds."""
    found = []
    for item in items:
        known = [places[name][1] for name in item.inside if name in places]
        found.append(sum(known) / len(known) if known else 0.0)
    return found
