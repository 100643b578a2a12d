"""The second half of the layout: how high the nodes of each column stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from graph.layering import Layered

#: How far apart the middles of two neighbours in a column must be, at least.
Separation = Callable[[int, int], float]


def place_heights(layered: Layered, separation: Separation) -> list[float]:
    """Return the height of the middle of each node and bend, downwards.

    Chains run level, long wires straight, and no two neighbours come closer than
    ``separation``. Four placements, each leaning to one corner, are averaged.
    Source: Brandes and Koepf, Fast and Simple Horizontal Coordinate Assignment, 2001, with the
    blocks compacted as one acyclic graph, which their version gets wrong in rare cases.
    """
    count = len(layered.column_of)
    conflicts = _crossed_by_long_wires(layered)
    placements: list[list[float]] = []
    for rightward in (True, False):
        for downward in (True, False):
            columns = layered.columns if rightward else layered.columns[::-1]
            if not downward:
                columns = [column[::-1] for column in columns]
            neighbours = layered.before if rightward else layered.after
            root = _align(columns, neighbours, conflicts, count)
            heights = _compact(columns, root, separation, count)
            placements.append(heights if downward else [-height for height in heights])
    return _balance(placements)


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


def _align(
    columns: Sequence[Sequence[int]],
    neighbours: Sequence[Sequence[tuple[int, float, float]]],
    conflicts: set[tuple[int, int]],
    count: int,
) -> list[int]:
    """Join each node with the middle one of its neighbours to a block; returns each one's root."""
    place = [0] * count
    for column in columns:
        for index, node in enumerate(column):
            place[node] = index
    root = list(range(count))
    taken = [False] * count
    for column in columns:
        last = -1
        for node in column:
            near = sorted({other for other, _, _ in neighbours[node]}, key=place.__getitem__)
            middles = near[(len(near) - 1) // 2 : len(near) // 2 + 1]
            for other in middles:
                crossed = (other, node) in conflicts or (node, other) in conflicts
                if place[other] > last and not taken[other] and not crossed:
                    root[node] = root[other]
                    taken[other] = True
                    last = place[other]
                    break
    return root


def _compact(
    columns: Sequence[Sequence[int]], root: Sequence[int], separation: Separation, count: int
) -> list[float]:
    """Blocks as high up as they can stand, then each drawn down to what is below it."""
    above: dict[int, dict[int, float]] = {}
    below: dict[int, dict[int, float]] = {}
    for column in columns:
        for upper, lower in pairwise(column):
            a, b = root[upper], root[lower]
            gap = max(above.setdefault(b, {}).get(a, 0.0), separation(upper, lower))
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
    return [height[root[node]] for node in range(count)]


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
