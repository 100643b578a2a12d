"""Where what is dragged comes to stand in line with its neighbours, along one axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A card along an axis: both ends and the line through it; across the axis, both ends."""

    low: float
    line: float
    high: float
    start: float
    end: float


class Level(NamedTuple):
    """Where a port of what is dragged is, and where its wire from ``start`` to ``end`` is level."""

    own: float
    goal: float
    start: float
    end: float


class Mark(NamedTuple):
    """What to show: a "line" through cards, or a "wire", across the axis from ``start`` to ``end``.

    A "gap" goes along the axis, from ``at`` to ``to``.
    """

    at: float
    to: float
    start: float
    end: float
    kind: Literal["line", "wire", "gap"] = "line"


#: So far from the edge of a card a gap is shown, not where a wire would be.
_BESIDE_WIRE = 8.0

#: What is less apart stands in line.
_SAME = 0.01


def snap_step(
    moving: Span, near: Sequence[Span], levels: Iterable[Level], within: float
) -> float | None:
    """The least step that brings ``moving`` into line with what is near; None within no reach.

    A wire that becomes level counts most, then edges and lines of cards, then equal gaps.
    """
    for steps in (
        (level.goal - level.own for level in levels),
        _line_steps(moving, near),
        _gap_steps(moving, near),
    ):
        step = min((s for s in steps if abs(s) <= within), key=abs, default=None)
        if step is not None:
            return step
    return None


def _line_steps(moving: Span, near: Sequence[Span]) -> Iterator[float]:
    for other in near:
        yield other.low - moving.low
        yield other.line - moving.line
        yield other.high - moving.high


def _gap_steps(moving: Span, near: Sequence[Span]) -> Iterator[float]:
    """To the middle between two neighbours, or as far from one as that is from its next."""
    before, after = _before(moving, near), _after(moving, near)
    if before is not None and after is not None:
        yield (before.high + after.low - moving.low - moving.high) / 2
    if before is not None and (next_ := _before(before, near)) is not None:
        yield before.high + (before.low - next_.high) - moving.low
    if after is not None and (next_ := _after(after, near)) is not None:
        yield after.low - (next_.low - after.high) - moving.high


def _before(span: Span, near: Sequence[Span]) -> Span | None:
    """The nearest that ends before ``span`` in its row."""
    found = [o for o in near if o.high <= span.line and o.high <= span.low + _NEAR_EDGE]
    return max((o for o in found if _in_row(o, span)), key=lambda o: o.high, default=None)


def _after(span: Span, near: Sequence[Span]) -> Span | None:
    found = [o for o in near if o.low >= span.line and o.low >= span.high - _NEAR_EDGE]
    return min((o for o in found if _in_row(o, span)), key=lambda o: o.low, default=None)


#: A neighbour may be overlapped by so much while one drags.
_NEAR_EDGE = 16.0


def _in_row(one: Span, other: Span) -> bool:
    return one is not other and one.start < other.end and other.start < one.end


def marks(moving: Span, near: Sequence[Span], levels: Iterable[Level]) -> Iterator[Mark]:
    """What stands in line with ``moving``."""
    for level in levels:
        if abs(level.own - level.goal) < _SAME:
            yield Mark(level.goal, level.goal, level.start, level.end, "wire")
    for part in (0, 1, 2):
        others = [other for other in near if abs(other[part] - moving[part]) < _SAME]
        if others:
            start = min(span.start for span in (moving, *others))
            end = max(span.end for span in (moving, *others))
            yield Mark(moving[part], moving[part], start, end)
    yield from _gap_marks(moving, near)


def _gap_marks(moving: Span, near: Sequence[Span]) -> Iterator[Mark]:
    before, after = _before(moving, near), _after(moving, near)
    first = _before(before, near) if before is not None else None
    last = _after(after, near) if after is not None else None
    row = [span for span in (first, before, moving, after, last) if span is not None]
    gaps = [(a, b, b.low - a.high) for a, b in pairwise(row)]
    for index, (a, b, gap) in enumerate(gaps):
        same = [pair for at, pair in enumerate(gaps) if at != index and abs(pair[2] - gap) < _SAME]
        if gap > 0 and same and any(moving in pair for pair in ((a, b), *(p[:2] for p in same))):
            beside = min(a.end, b.end) - _BESIDE_WIRE
            yield Mark(a.high, b.low, beside, beside, "gap")
