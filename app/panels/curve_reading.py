"""What curves say at a place: the values that a crosshair reads."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.panels.curve_lines import Line
from app.words import significant


@dataclass(frozen=True)
class Drawn:
    """A line and whose it is: the number of the run among those that are shown, and its title."""

    line: Line
    run: int
    title: str = ""

    @property
    def name(self) -> str:
        """``wide, valid``: as the legend and the crosshair say it."""
        return f"{self.title}, {self.line.label}" if self.title else self.line.label


def nearest(lines: Sequence[Drawn], at: float) -> float:
    """Where the point stands that is nearest to ``at``, of all lines."""
    places = (float(drawn.line.x[_index(drawn.line, at)]) for drawn in lines)
    return min(places, key=lambda x: abs(x - at))


def named(lines: Sequence[Drawn], at: float) -> Iterator[str]:
    """Of each line: ``train 0.31``."""
    for drawn in lines:
        value = value_at(drawn.line, at)
        if value == value:
            yield f"{drawn.name} {significant(value)}"


def of_each_run(lines: Sequence[Drawn], at: float) -> Iterator[str]:
    """Of each run in the order of the legend: ``0.31 / 0.29``."""
    for run in dict.fromkeys(drawn.run for drawn in lines):
        values = [value_at(d.line, at) for d in lines if d.run == run]
        yield " / ".join(significant(value, 3) for value in values if value == value)


def value_at(line: Line, x: float) -> float:
    """The value of the point that is nearest to ``x``."""
    return float(line.y[_index(line, x)]) if len(line.x) else math.nan


def _index(line: Line, x: float) -> int:
    after = int(np.searchsorted(line.x, x))
    if after == 0:
        return 0
    if after == len(line.x):
        return after - 1
    return after if line.x[after] - x < x - line.x[after - 1] else after - 1
