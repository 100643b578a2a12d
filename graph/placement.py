"""The second half of the layout: how high the nodes of each column stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.layering import Layered
from graph.main_wires import crossed_by, main_wires
from graph.steps_of_work import Steps

#: How far apart the middles of two neighbours in a column must be, at least.
Separation = Callable[[int, int], float]

Falls = Mapping[tuple[int, int], float]


def place_heights(
    layered: Layered, separation: Separation, weights: Sequence[int] = ()
) -> Steps[list[float]]:
    """Return the height of the middle of each node and bend, downwards.

    ``weights`` say how much each node stands for; the way through most runs straight.
    Chains run level, long wires straight, and no lower neighbour comes closer to an upper one than
    ``separation(upper, lower)``. Four placements, each leaning to one corner, are averaged.
    Source: Brandes and Koepf, Fast and Simple Horizontal Coordinate Assignment, 2001, with the
    blocks compacted as one acyclic graph, which their version gets wrong in rare cases.
    """
    count = len(layered.column_of)
    main = main_wires(layered, weights)
    conflicts = _crossed_by_long_wires(layered) | crossed_by(layered, main)
    placements: list[list[float]] = []
    yield
    for rightward in (True, False):
        for downward in (True, False):
            columns = layered.columns if rightward else layered.columns[::-1]
            if not downward:
                columns = [column[::-1] for column in columns]
            neighbours = layered.before if rightward else layered.after
            falls = _falls(layered, rightward=rightward, downward=downward)
            blocks = _align(columns, neighbours, main, conflicts, falls)
            apart = separation if downward else _upside_down(separation)
            heights = _compact(columns, blocks, apart, count)
            placements.append(heights if downward else [-height for height in heights])
            yield
    return _balance(placements)


def _falls(layered: Layered, *, rightward: bool, downward: bool) -> Falls:
    """How much lower than the first the second of two neighbours stands on a level wire."""
    sign = 1.0 if rightward == downward else -1.0
    return {
        (left, right) if rightward else (right, left): sign * fall
        for (left, right), fall in layered.falls.items()
        if fall
    }


def _upside_down(separation: Separation) -> Separation:
    return lambda upper, lower: separation(lower, upper)


def _crossed_by_long_wires(layered: Layered) -> set[tuple[int, int]]:
    """Wires that cross the inner part of a long wire: the long one stays straight."""
    conflicts: set[tuple[int, int]] = set()
    nodes = layered.nodes
    for left, right in pairwise(layered.columns):
        place = {node: index for index, node in enumerate(left)}
        low, scanned = 0, 0
        for index, node in enumerate(right):
            inner = _inner_end(layered, node, nodes)
            if inner is None and index < len(right) - 1:
                continue
            high = place[inner] if inner is not None else len(left) - 1
            for other in right[scanned : index + 1]:
                for source, _, _ in layered.before[other]:
                    is_inner = source >= nodes and other >= nodes
                    if not is_inner and not low <= place[source] <= high:
                        conflicts.add((source, other))
            scanned, low = index + 1, high
    return conflicts


def _inner_end(layered: Layered, node: int, nodes: int) -> int | None:
    if node < nodes:
        return None
    return next((source for source, _, _ in layered.before[node] if source >= nodes), None)


@dataclass(frozen=True)
class _Blocks:
    """Nodes joined by level wires: the root of each, and how much lower than it each stands."""

    root: list[int]
    below: list[float]


def _align(
    columns: Sequence[Sequence[int]],
    neighbours: Sequence[Sequence[tuple[int, float, float]]],
    main: set[tuple[int, int]],
    conflicts: set[tuple[int, int]],
    falls: Falls,
) -> _Blocks:
    """Join each node with its neighbour on the main way, or the middle one, to a block."""
    count = len(neighbours)
    place = [0] * count
    for column in columns:
        for index, node in enumerate(column):
            place[node] = index
    root, below = list(range(count)), [0.0] * count
    taken = [False] * count
    for column in columns:
        last = -1
        for node in column:
            near = sorted({other for other, _, _ in neighbours[node]}, key=place.__getitem__)
            middles = near[(len(near) - 1) // 2 : len(near) // 2 + 1]
            first = [o for o in near if (o, node) in main or (node, o) in main]
            for other in (*first, *middles):
                crossed = (other, node) in conflicts or (node, other) in conflicts
                if place[other] > last and not taken[other] and not crossed:
                    root[node] = root[other]
                    below[node] = below[other] + falls.get((other, node), 0.0)
                    taken[other] = True
                    last = place[other]
                    break
    return _Blocks(root, below)


def _compact(
    columns: Sequence[Sequence[int]], joined: _Blocks, separation: Separation, count: int
) -> list[float]:
    """Blocks as high up as they can stand, then each drawn down to what is below it."""
    root = joined.root
    above: dict[int, dict[int, float]] = {}
    below: dict[int, dict[int, float]] = {}
    for column in columns:
        for upper, lower in pairwise(column):
            a, b = root[upper], root[lower]
            apart = separation(upper, lower) + joined.below[upper] - joined.below[lower]
            gap = max(above.setdefault(b, {}).get(a, -math.inf), apart)
            above[b][a] = gap
            below.setdefault(a, {})[b] = gap
    blocks = dict.fromkeys(root[node] for column in columns for node in column)
    order = _topological(blocks, above, below)
    height = dict.fromkeys(blocks, 0.0)
    for block in order:
        height[block] = max(
            (height[a] + gap for a, gap in above.get(block, {}).items()), default=0.0
        )
    for block in reversed(order):
        limits = [height[b] - gap for b, gap in below.get(block, {}).items()]
        if limits and above.get(block):
            height[block] = max(height[block], min(limits))
        elif limits:
            height[block] = min(limits)
    return [height[root[node]] + joined.below[node] for node in range(count)]


def _topological(
    blocks: dict[int, None], above: dict[int, dict[int, float]], below: dict[int, dict[int, float]]
) -> list[int]:
    waiting = {block: len(above.get(block, {})) for block in blocks}
    order = [block for block in blocks if not waiting[block]]
    for block in order:
        for lower in below.get(block, {}):
            waiting[lower] -= 1
            if not waiting[lower]:
                order.append(lower)
    return order


def _balance(placements: Sequence[list[float]]) -> list[float]:
    """The mean of the two middle placements, after all were laid over the narrowest."""
    if not placements[0]:
        return []
    spans = [(min(heights), max(heights)) for heights in placements]
    narrowest = min(range(len(spans)), key=lambda i: spans[i][1] - spans[i][0])
    shifted: list[list[float]] = []
    for index, heights in enumerate(placements):
        end = index % 2  # those that lean down are laid over by their lower end
        shift = spans[narrowest][end] - spans[index][end]
        shifted.append([height + shift for height in heights])
    return [sum(sorted(four)[1:3]) / 2 for four in zip(*shifted, strict=True)]
