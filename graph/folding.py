"""A layout that is too wide is folded into rows, as lines of text are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

#: Room between rows: the wire that leads back, its shape, and the title of a frame (scene units).
ROW_GAP = 120.0

Step = tuple[float, float]


class Column(NamedTuple):
    """Where a column begins and ends, and where in it cards stand."""

    left: float
    right: float
    stand: float

    @property
    def width(self) -> float:
        return self.right - self.left


class Standing(NamedTuple):
    """What stands in a column, from ``top`` to ``bottom``."""

    column: int
    top: float
    bottom: float


def fold(
    columns: Sequence[Column],
    cards: Sequence[Standing],
    wires: Iterable[tuple[int, int]],
    alone: Collection[int],
    width: float,
    *,
    in_line: bool,
) -> list[Step]:
    """By what step each column moves to stand in rows about ``width`` wide; [] for a single row.

    ``wires`` lead from column to column; a row ends where a single one goes on. The columns
    ``alone`` have a row of their own, where that can be. ``in_line`` lets the columns of a chain
    stand below one another.
    """
    if columns[-1].right - columns[0].left <= width:
        return []
    places = _places(len(columns), wires)
    forced = {end for column in alone for end in (column - 1, column) if end in places}
    rows = _rows(columns, places, forced, width)
    if len(rows) == 1:
        return []
    is_chain = len(cards) == sum(column.width > 0 for column in columns)
    lefts = _in_line(columns, rows) if in_line and is_chain else [c.left for c in columns]
    steps: list[Step] = [(0.0, 0.0)] * len(columns)
    top = min(card.top for card in cards)
    for first, last in rows:
        held = [card for card in cards if first <= card.column <= last]
        highest = min(card.top for card in held)
        for column in range(first, last + 1):
            left = lefts[column] - lefts[first] + columns[0].left
            steps[column] = (left - columns[column].left, top - highest)
        top += max(card.bottom for card in held) - highest + ROW_GAP
    return steps


def _places(count: int, wires: Iterable[tuple[int, int]]) -> list[int]:
    """The columns after which only one wire goes on."""
    more = [0] * (count + 1)
    for wire in wires:
        first, last = sorted(wire)
        more[first] += 1
        more[last] -= 1
    places, crossing = [], 0
    for column in range(count - 1):
        crossing += more[column]
        if crossing == 1:
            places.append(column)
    return places


def _rows(
    columns: Sequence[Column], places: Sequence[int], forced: Collection[int], width: float
) -> list[tuple[int, int]]:
    """First and last column of every row, all as near to ``width`` as can be.

    A row may end at any of ``places``, and does end at those that are ``forced``.

    Source: Knuth and Plass 1981, for lines of text: the squares of what is over or missing, and
    a price for each row.
    """
    ends = [*places, len(columns) - 1]
    best: dict[int, tuple[float, int]] = {-1: (0.0, -1)}  # by the last column: cost, row before
    for at, end in enumerate(ends):
        found: tuple[float, int] | None = None
        for before in (*reversed(ends[:at]), -1):
            row = columns[end].right - columns[before + 1].left
            cost = best[before][0] + (row - width) ** 2 + (width / 2) ** 2
            if found is None or cost < found[0]:
                found = (cost, before)
            if row > 2 * width or before in forced:
                break
        assert found is not None
        best[end] = found
    rows: list[tuple[int, int]] = []
    end = ends[-1]
    while end >= 0:
        before = best[end][1]
        rows.insert(0, (before + 1, end))
        end = before
    return rows


def _in_line(columns: Sequence[Column], rows: Sequence[tuple[int, int]]) -> list[float]:
    """Left ends such that the columns of all rows stand below one another."""
    gap = min(b.left - a.right for a, b in pairwise(columns) if b.width > 0)
    lefts = [column.left for column in columns]
    in_rows = [[c for c in range(first, last + 1) if columns[c].width > 0] for first, last in rows]
    left = columns[0].left
    for place in range(max(map(len, in_rows))):
        there = [row[place] for row in in_rows if place < len(row)]
        for column in there:
            lefts[column] = left
        left += max(columns[column].width for column in there) + gap
    return lefts
