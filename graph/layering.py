"""The first half of the layout: which column a node stands in, and in which order there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.layer_order import order_columns
from graph.steps_of_work import Steps

#: Bends, the points at which long wires pass a column, beyond which wires are left alone.
MAX_BENDS = 20_000


@dataclass(frozen=True)
class Wire:
    """An edge between nodes by number; ``lane`` tells wires that leave one node apart.

    ``at_source`` and ``at_target`` say how far down the node it meets it, from 0 to 1; ``leaves``
    and ``arrives`` how far below the line that the node stands on (scene units).
    """

    source: int
    target: int
    lane: str = ""
    at_source: float = 0.5
    at_target: float = 0.5
    leaves: float = 0.0
    arrives: float = 0.0


_DONE = Wire(-1, -1)


@dataclass
class Layered:
    """Nodes 0 to ``nodes - 1`` and, above, bends, in columns from left to right.

    ``before`` and ``after`` hold for each its neighbours in the next column, with how far down
    here and there the wire meets them. ``bends`` maps a wire to what it passes through, and
    ``falls`` two neighbours to how much lower the right one stands when their wire is level.
    """

    nodes: int
    columns: list[list[int]] = field(default_factory=list)
    column_of: list[int] = field(default_factory=list)
    before: list[list[tuple[int, float, float]]] = field(default_factory=list)
    after: list[list[tuple[int, float, float]]] = field(default_factory=list)
    bends: dict[Wire, list[int]] = field(default_factory=dict)
    falls: dict[tuple[int, int], float] = field(default_factory=dict)


def layer(
    nodes: int, wires: Sequence[Wire], heights: Sequence[float] | None = None
) -> Steps[Layered]:
    """Put nodes into columns, so that wires run to the right and cross as little as may be.

    Nodes are numbered by creation, which decides wherever there is a choice, unless ``heights``
    says how high each stands now. Wires that close a cycle run to the left and are not looked at.
    Source: Sugiyama, Tagawa and Toda 1981; longest-path columns, barycentre sweeps.
    """
    forward = _without_cycles(nodes, wires)
    layered = Layered(nodes, column_of=_longest_paths(nodes, forward))
    _bend(layered, forward)
    yield
    yield from order_columns(layered, heights)
    return layered


def _without_cycles(nodes: int, wires: Sequence[Wire]) -> list[Wire]:
    """The wires less those that close a cycle, found by a depth-first walk from the first node."""
    leaving: list[list[Wire]] = [[] for _ in range(nodes)]
    has_source = [False] * nodes
    for wire in wires:
        leaving[wire.source].append(wire)
        has_source[wire.target] = True
    backward: set[Wire] = set()
    state = [0] * nodes  # 1 on the way, 2 done
    for root in sorted(range(nodes), key=has_source.__getitem__):
        if state[root]:
            continue
        state[root] = 1
        stack = [(root, iter(leaving[root]))]
        while stack:
            node, remaining = stack[-1]
            wire = next(remaining, _DONE)
            if wire is _DONE:
                state[node] = 2
                stack.pop()
            elif state[wire.target] == 1:
                backward.add(wire)
            elif state[wire.target] == 0:
                state[wire.target] = 1
                stack.append((wire.target, iter(leaving[wire.target])))
    return [wire for wire in wires if wire not in backward]


def _longest_paths(nodes: int, wires: Sequence[Wire]) -> list[int]:
    """Columns by the longest way from a source; a source stands just before what it feeds."""
    after: list[list[int]] = [[] for _ in range(nodes)]
    waiting = [0] * nodes
    for wire in wires:
        after[wire.source].append(wire.target)
        waiting[wire.target] += 1
    sources = [node for node in range(nodes) if not waiting[node]]
    column = [0] * nodes
    ready = list(sources)
    for node in ready:
        for target in after[node]:
            column[target] = max(column[target], column[node] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    for node in sources:
        if after[node]:
            column[node] = min(column[target] for target in after[node]) - 1
    leftmost = min(column, default=0)
    return [c - leftmost for c in column]


def _bend(layered: Layered, wires: Sequence[Wire]) -> None:
    """Let long wires pass through a bend in each column; those of one lane share them."""
    layered.before = [[] for _ in range(layered.nodes)]
    layered.after = [[] for _ in range(layered.nodes)]
    known: dict[tuple[int, str, int], int] = {}
    joined: set[tuple[int, int, float]] = set()
    for wire in wires:
        start, end = layered.column_of[wire.source], layered.column_of[wire.target]
        if end - start > 1 and len(known) + end - start > MAX_BENDS:
            continue
        at, passed = wire.source, []
        height, fall = wire.at_source, wire.leaves
        for column in range(start + 1, end):
            key = (wire.source, wire.lane, column)
            if key not in known:
                known[key] = len(layered.column_of)
                layered.column_of.append(column)
                layered.before.append([])
                layered.after.append([])
                _join(layered, joined, at, known[key], height, 0.5)
                layered.falls[at, known[key]] = fall
            at, height, fall = known[key], 0.5, 0.0
            passed.append(at)
        _join(layered, joined, at, wire.target, height, wire.at_target)
        layered.falls.setdefault((at, wire.target), fall - wire.arrives)
        layered.bends[wire] = passed


def _join(
    layered: Layered,
    joined: set[tuple[int, int, float]],
    left: int,
    right: int,
    at_left: float,
    at_right: float,
) -> None:
    if (left, right, at_right) not in joined:
        joined.add((left, right, at_right))
        layered.after[left].append((right, at_left, at_right))
        layered.before[right].append((left, at_right, at_left))
