"""A layout that is too wide is folded into rows, as lines of text are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.document import Graph, Position

#: Room between rows: the wire that leads back, its shape, and the title of a frame (scene units).
ROW_GAP = 120.0

Size = tuple[float, float]


@dataclass(frozen=True)
class _Columns:
    """The columns of a layout: left and right of each, and where each node stands."""

    lefts: list[float]
    rights: list[float]
    of: dict[str, int]

    def width(self, first: int, last: int) -> float:
        return self.rights[last] - self.lefts[first]


def fold(
    graph: Graph, positions: Mapping[str, Position], sizes: Mapping[str, Size], width: float
) -> dict[str, Position]:
    """Return ``positions`` in rows about ``width`` wide, where there are places to fold.

    A row ends where a single wire goes on, and not inside a frame unless the frame is itself
    much wider than a row; then its rows hold nothing else. The columns of a chain stand in line.
    """
    if not positions:
        return {}
    columns = _columns(positions, sizes)
    frames = list(_frames(graph, columns))
    wide = [(a, b) for a, b in frames if columns.width(a, b) > 1.5 * width]
    closed = {i for a, b in frames if (a, b) not in wide for i in range(a, b)}
    places = [place for place in _places(graph, columns) if place not in closed]
    forced = {end for a, b in wide for end in (a - 1, b) if end in places}
    rows = _rows(columns, places, forced, width)
    if len(rows) == 1:
        return dict(positions)
    lefts = _in_line(columns, rows) if len(positions) == len(columns.lefts) else columns.lefts
    folded: dict[str, Position] = {}
    top = min(y for _, y in positions.values())
    for first, last in rows:
        names = [name for name in positions if first <= columns.of[name] <= last]
        highest = min(positions[name][1] for name in names)
        for name in names:
            x, y = positions[name]
            inset = x - columns.lefts[columns.of[name]]
            left = lefts[columns.of[name]] - lefts[first] + columns.lefts[0]
            folded[name] = (left + inset, y - highest + top)
        top += max(positions[n][1] + sizes[n][1] for n in names) - highest + ROW_GAP
    return folded


def _columns(positions: Mapping[str, Position], sizes: Mapping[str, Size]) -> _Columns:
    lefts = sorted({x for x, _ in positions.values()})
    of = {name: bisect_right(lefts, x) - 1 for name, (x, _) in positions.items()}
    rights = list(lefts)
    for name, column in of.items():
        rights[column] = max(rights[column], positions[name][0] + sizes[name][0])
    return _Columns(lefts, rights, of)


def _places(graph: Graph, columns: _Columns) -> list[int]:
    """The columns after which only one wire goes on."""
    crossing = [0] * len(columns.lefts)
    for edge in graph.edges:
        if edge.source in columns.of and edge.target in columns.of:
            first, last = sorted((columns.of[edge.source], columns.of[edge.target]))
            for column in range(first, last):
                crossing[column] += 1
    return [column for column, wires in enumerate(crossing) if wires == 1]


def _frames(graph: Graph, columns: _Columns) -> Iterator[tuple[int, int]]:
    """The first and the last column of every frame."""
    found: dict[str, list[int]] = {}
    for name, column in columns.of.items():
        for group in graph.frames_around(graph.node(name).options.get("group")):
            found.setdefault(group, []).append(column)
    for held in found.values():
        yield min(held), max(held)


def _rows(
    columns: _Columns, places: Sequence[int], forced: Container[int], width: float
) -> list[tuple[int, int]]:
    """First and last column of every row, all as near to ``width`` as can be.

    A row may end at any of ``places``, and does end at those that are ``forced``.

    Source: Knuth and Plass 1981, for lines of text: the squares of what is over or missing, and
    a price for each row.
    """
    ends = [*places, len(columns.lefts) - 1]
    best: dict[int, tuple[float, int]] = {-1: (0.0, -1)}  # by the last column: cost, row before
    for at, end in enumerate(ends):
        found: tuple[float, int] | None = None
        for before in (*reversed(ends[:at]), -1):
            row = columns.width(before + 1, end)
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


def _in_line(columns: _Columns, rows: Sequence[tuple[int, int]]) -> list[float]:
    """Left ends such that the columns of all rows stand below one another."""
    gap = min(b - a for a, b in zip(columns.rights, columns.lefts[1:], strict=False))
    lefts = list(columns.lefts)
    left = columns.lefts[0]
    for place in range(max(last - first for first, last in rows) + 1):
        there = [first + place for first, last in rows if first + place <= last]
        for column in there:
            lefts[column] = left
        left += max(columns.width(column, column) for column in there) + gap
    return lefts
