"""A column of a table, whatever kind of file it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import DataError
from train.data.description import NumpyArray


@dataclass(frozen=True)
class Column:
    """A column of a table: its numbers, or the sorted categories of its texts.

    What is wrong with it is raised only once it is used: a broken column may be left out.
    """

    name: str
    cells: Sequence[str]
    numbers: NumpyArray | None  # None for a categorical column
    lines: Sequence[int] = ()  # where each cell stands in its file
    wrong: DataError | None = None  # why it cannot be used, where it cannot
    missing: int = 0

    @property
    def categories(self) -> list[str]:
        return sorted(set(self.cells))

    @property
    def size(self) -> int:
        return len(self.cells) if self.numbers is None else len(self.numbers)


def number_in(cell: str) -> float | None:
    """The number that a text is; None where it is none."""
    try:
        return float(cell) if "_" not in cell else None
    except ValueError:
        return None
