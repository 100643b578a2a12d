"""In which order nodes stand in their columns: few crossings, and as they stood before."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.steps_of_work import Steps

if TYPE_CHECKING:
    from graph.layering import Layered

_SWEEPS = 16
_PATIENCE = 4

#: The known order is given up where another has at most this share of its crossings.
_MUCH_BETTER = 0.75

Neighbours = Sequence[Sequence[tuple[int, float, float]]]


def order_columns(layered: Layered, heights: Sequence[float] | None = None) -> Steps[None]:
    """Sort each column of ``layered`` so that wires cross as little as may be.

    ``heights``, where given, says how high the nodes stand now: what stands above another goes on
    doing so, unless an order from scratch crosses far less.
    """
    _walk(layered)
    fresh, fewest = yield from _sweep(layered)
    if heights is not None and fresh:
        layered.columns = [list(column) for column in fresh]
        known, crossings = yield from _keep(layered, heights)
        if fewest > _MUCH_BETTER * crossings or not crossings:
            fresh = known
    layered.columns = fresh


def _walk(layered: Layered) -> None:
    """Columns in the order in which a walk from the first node comes by."""
    layered.columns = [[] for _ in range(max(layered.column_of, default=-1) + 1)]
    seen = [False] * len(layered.column_of)
    roots = sorted(range(len(seen)), key=lambda v: (bool(layered.before[v]), v))
    for root in roots:
        stack = [root]
        while stack:
            node = stack.pop()
            if seen[node]:
                continue
            seen[node] = True
            layered.columns[layered.column_of[node]].append(node)
            stack.extend(v for v, _, _ in reversed(layered.after[node]))


def _keep(layered: Layered, heights: Sequence[float]) -> Steps[tuple[list[list[int]], int]]:
    """The nodes one above the other as they stand, and bends where they cross least."""
    high = list(heights)
    ends = {bend: wire for wire, passed in layered.bends.items() for bend in passed}
    for bend in range(layered.nodes, len(layered.column_of)):
        wire = ends[bend]
        start, end = layered.column_of[wire.source], layered.column_of[wire.target]
        share = (layered.column_of[bend] - start) / (end - start)
        high.append(heights[wire.source] * (1 - share) + heights[wire.target] * share)
    for column in layered.columns:
        column.sort(key=high.__getitem__)
    return (yield from _sweep(layered, keep=True))


def _sweep(layered: Layered, *, keep: bool = False) -> Steps[tuple[list[list[int]], int]]:
    """Sort each column by the mean height of its neighbours, left to right and back, and again.

    With ``keep`` only bends change places, and nodes keep their order.
    """
    place = [0] * len(layered.column_of)
    for column in layered.columns:
        _number(column, place)
    best, fewest = [list(c) for c in layered.columns], count_crossings(layered, place)
    patience = _PATIENCE
    for sweep in range(_SWEEPS):
        if not fewest or not patience:
            break
        rightward = sweep % 2 == 0
        neighbours = layered.before if rightward else layered.after
        for column in layered.columns if rightward else reversed(layered.columns):
            keys = {v: _barycentre(v, neighbours, place) for v in column}
            kept = [v for v in column if v < layered.nodes] if keep else []
            column.sort(key=keys.__getitem__)
            if kept:
                again = iter(kept)
                column[:] = [next(again) if v < layered.nodes else v for v in column]
            _number(column, place)
        yield
        crossings = count_crossings(layered, place)
        yield
        patience -= 1
        if crossings < fewest:
            best, fewest = [list(c) for c in layered.columns], crossings
            patience = _PATIENCE
    layered.columns = best
    return best, fewest


def _number(column: Sequence[int], place: list[int]) -> None:
    for index, node in enumerate(column):
        place[node] = index


def _barycentre(node: int, neighbours: Neighbours, place: Sequence[int]) -> float:
    """The mean height of what ``node`` is wired to; its own where that is nothing."""
    found = neighbours[node]
    if not found:
        return place[node] + 0.5
    return sum(place[other] + there for other, _, there in found) / len(found)


def count_crossings(layered: Layered, place: Sequence[int]) -> int:
    """How often wires cross when the nodes of each column stand at ``place``."""
    total = 0
    for column in layered.columns:
        ends = sorted(
            (place[node] + here, place[other] + there)
            for node in column
            for other, here, there in layered.after[node]
        )
        seen: list[float] = []
        for _, end in ends:
            total += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return total
