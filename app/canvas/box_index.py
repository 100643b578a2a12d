"""Finds the cards that meet a rectangle without asking all of them."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from PySide6.QtCore import QRectF

_CELL = 256.0


class BoxIndex:
    """Boxes by name, in the cells of a coarse grid."""

    def __init__(self) -> None:
        self._boxes: dict[str, QRectF] = {}
        self._cells: dict[tuple[int, int], dict[str, None]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._boxes

    def put(self, name: str, box: QRectF) -> None:
        self.take(name)
        self._boxes[name] = box
        for cell in _cells(box):
            self._cells.setdefault(cell, {})[name] = None

    def take(self, name: str) -> None:
        box = self._boxes.pop(name, None)
        if box is not None:
            for cell in _cells(box):
                self._cells[cell].pop(name, None)

    def names(self, area: QRectF) -> list[str]:
        """The boxes that meet ``area``, in the order in which they were put."""
        columns, rows = area.width() / _CELL + 1, area.height() / _CELL + 1
        if columns * rows > len(self._boxes):  # cards may stand as far apart as a file likes
            found = dict.fromkeys(self._boxes)
        else:
            found = {}
            for cell in _cells(area):
                found.update(self._cells.get(cell, {}))
        return [name for name in found if _meets(self._boxes[name], area)]

    def boxes(self, area: QRectF) -> list[QRectF]:
        return [self._boxes[name] for name in self.names(area)]


def _meets(box: QRectF, area: QRectF) -> bool:
    """Like ``QRectF.intersects``, which finds nothing in an area without width or height."""
    return (
        box.left() <= area.right()
        and box.right() >= area.left()
        and box.top() <= area.bottom()
        and box.bottom() >= area.top()
    )


def _cells(box: QRectF) -> Iterator[tuple[int, int]]:
    for x in range(floor(box.left() / _CELL), floor(box.right() / _CELL) + 1):
        for y in range(floor(box.top() / _CELL), floor(box.bottom() / _CELL) + 1):
            yield x, y
