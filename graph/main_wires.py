"""The main way through a network: the wires of its longest chain, which are to run straight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from graph.layering import Layered

Pair = tuple[int, int]


def main_wires(layered: Layered, weights: Sequence[int]) -> set[Pair]:
    """The wires, as neighbours, that the longest way takes at both of their ends.

    ``weights`` say how much each node counts; bends count nothing. Where several ways are equally
    long none is the main one.
    """
    order = [node for column in layered.columns for node in column]
    before = [_distinct(found) for found in layered.before]
    after = [_distinct(found) for found in layered.after]

    def longest(nodes: Iterable[int], sides: Sequence[list[int]]) -> list[int]:
        found = [0] * len(order)
        for node in nodes:
            own = weights[node] if node < len(weights) else 0
            found[node] = own + max((found[other] for other in sides[node]), default=0)
        return found

    behind, ahead = longest(order, before), longest(reversed(order), after)
    return {
        (node, follower)
        for node in order
        if (follower := _longest_of(after[node], ahead)) is not None
        and _longest_of(before[follower], behind) == node
    }


def crossed_by(layered: Layered, main: set[Pair]) -> set[Pair]:
    """The other wires that cross one of ``main``: these stay straight."""
    crossing: set[Pair] = set()
    for left, right in pairwise(layered.columns):
        place = {node: index for index, node in enumerate(right)}
        kept: list[Pair] = []  # by their places, both rising
        for index, node in enumerate(left):
            for other, _, _ in layered.after[node]:
                if (node, other) in main and (not kept or place[other] > kept[-1][1]):
                    kept.append((index, place[other]))
        for index, node in enumerate(left):
            at = bisect_left(kept, (index, -1))
            upper = kept[at - 1][1] if at else -1
            lower = next((end for start, end in kept[at:] if start > index), len(right))
            crossing |= {
                (node, other)
                for other, _, _ in layered.after[node]
                if (node, other) not in main and not upper <= place[other] <= lower
            }
    return crossing


def _distinct(neighbours: Sequence[tuple[int, float, float]]) -> list[int]:
    return list(dict.fromkeys(other for other, _, _ in neighbours))


def _longest_of(nodes: Sequence[int], lengths: Sequence[int]) -> int | None:
    """The one that is longer than all others."""
    if not nodes:
        return None
    best = max(nodes, key=lengths.__getitem__)
    return best if sum(lengths[node] == lengths[best] for node in nodes) == 1 else None
