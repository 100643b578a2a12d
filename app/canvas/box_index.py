"""Finds the cards that meet a rectangle without asking all of them."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from math import floor, inf
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QRectF

_CELL = 256.0


class Box(NamedTuple):
    """A rectangle as plain numbers: those of Qt cost a call for each side that is read."""

    left: float
    top: float
    right: float
    bottom: float

    @staticmethod
    def of(rect: QRectF) -> Box:
        left, top, width, height = rect.getRect()  # type: ignore[misc]
        return Box(left, top, left + width, top + height)

    @property
    def rect(self) -> QRectF:
        return QRectF(self[0], self[1], self[2] - self[0], self[3] - self[1])

    def overlaps(self, other: Box) -> bool:
        """Whether they have more than an edge in common."""
        return (
            self[0] < other[2] and self[2] > other[0] and self[1] < other[3] and self[3] > other[1]
        )

    def meets(self, other: Box) -> bool:
        """Whether they overlap or touch."""
        return (
            self[0] <= other[2]
            and self[2] >= other[0]
            and self[1] <= other[3]
            and self[3] >= other[1]
        )

    def grown(self, x: float, y: float) -> Box:
        return Box(self.left - x, self.top - y, self.right + x, self.bottom + y)


#: Meets nothing.
NOWHERE = Box(inf, inf, -inf, -inf)

K = TypeVar("K", bound=Hashable)


class BoxIndex(Generic[K]):
    """Boxes by name, or by whatever has them, in the cells of a coarse grid."""

    def __init__(self) -> None:
        self._boxes: dict[K, Box] = {}
        self._cells: dict[tuple[int, int], dict[K, Box]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._boxes

    @property
    def all(self) -> Collection[Box]:
        return self._boxes.values()

    def box(self, name: K) -> Box | None:
        return self._boxes.get(name)

    def put(self, name: K, box: Box) -> None:
        self.take(name)
        self._boxes[name] = box
        for cell in _cells(box):
            self._cells.setdefault(cell, {})[name] = box

    def take(self, name: K) -> None:
        box = self._boxes.pop(name, None)
        if box is not None:
            for cell in _cells(box):
                self._cells[cell].pop(name, None)

    def names(self, area: QRectF) -> list[K]:
        """The boxes that meet ``area``, in the order in which they were put."""
        return list(self._meeting(Box.of(area)))

    def boxes(self, area: Box) -> list[Box]:
        """The same as boxes, in any order."""
        return list(self._meeting(area).values())

    def _meeting(self, area: Box) -> dict[K, Box]:
        """An area without width or height meets what it touches, too."""
        left, top, right, bottom = area
        columns, rows = (right - left) / _CELL + 1, (bottom - top) / _CELL + 1
        if columns * rows > len(self._boxes):  # cards may stand as far apart as a file likes
            found = self._boxes
        else:
            found = {}
            for cell in _cells(area):
                held = self._cells.get(cell)
                if held:
                    found.update(held)
        return {
            name: box
            for name, box in found.items()
            if box[0] <= right and box[2] >= left and box[1] <= bottom and box[3] >= top
        }


def around(boxes: Sequence[Box]) -> QRectF:
    """The least rectangle that holds all of them; empty for none."""
    if not boxes:
        return QRectF()
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    return QRectF(left, top, max(rights) - left, max(bottoms) - top)


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for x in range(floor(box.left / _CELL), floor(box.right / _CELL) + 1):
        for y in range(floor(box.top / _CELL), floor(box.bottom / _CELL) + 1):
            yield x, y
