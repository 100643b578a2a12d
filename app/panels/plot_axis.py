"""An axis that is quick to paint: of a live plot it is painted with every point that comes in."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QPainter

#: Pixels that a number takes along the axis that it stands at.
ROOM = {"left": 18.0, "right": 18.0, "bottom": 48.0, "top": 48.0}

#: What stands between two powers of ten: as much as there is room for.
_STEPS = (range(1, 10), (1, 2, 5), (1, 3), (1,))

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

Ticks = list[tuple[float | None, list[float]]]


class PlotAxis(pg.AxisItem):
    """Keeps where its ticks and their words stand, where pyqtgraph keeps a recorded picture.

    To play that back looks every font up anew, which takes longer than all else in the plot.
    """

    def paint(self, p: QPainter, opt: Any, widget: Any) -> None:
        if self.picture is None:  # pyqtgraph's sign that something has changed
            if self.style["tickFont"]:
                p.setFont(self.style["tickFont"])
            self.picture = self.generateDrawSpecs(p) or ()
        if self.picture:
            p.save()
            self.drawPicture(p, *self.picture)
            p.restore()

    def logTickValues(self, low: float, high: float, size: float, plain: Ticks) -> Ticks:
        """As many numbers as stand beside each other; even ones where the axis is that short."""
        most = max(2, int(size / ROOM[self.orientation]))
        every = [list(_between(low, high, steps)) for steps in _STEPS]
        if len(every[0]) < 2:
            values = plain[0][1] if plain else []
            return [(1.0, values[:: math.ceil(len(values) / most) or 1])]
        fitting = next((found for found in every if len(found) <= most), every[-1])
        return [(1.0, fitting[:: math.ceil(len(fitting) / most)])]

    def logTickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [_written(10.0**value * scale) for value in values]


def _between(low: float, high: float, steps: Sequence[int]) -> Iterator[float]:
    for power in range(math.floor(low), math.ceil(high) + 1):
        yield from (v for v in power + np.log10(np.array(steps)) if low <= v <= high)


def _written(value: float) -> str:
    """``0.05``, ``3·10⁻⁵``"""
    plain = f"{value:.3g}"
    digits, _, power = plain.partition("e")
    if not power:
        return plain
    raised = f"10{str(int(power)).translate(_RAISED)}"
    return raised if digits == "1" else f"{digits}·{raised}"
