"""Points that a wire is led by: the smooth line through them, and where a new one comes in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

#: How far the handles of a curve reach, as a share of the way between two points.
_TENSION = 0.38

#: At least so far a wire leaves its ends level, where there is room (scene units).
_LEVEL = 24.0

_SAMPLES = 12

Leg = tuple[QPointF, QPointF, QPointF, QPointF]


def smooth(stops: Sequence[QPointF]) -> QPainterPath:
    """A line that leaves and arrives level, and turns no corner at any stop between its ends."""
    path = QPainterPath(stops[0])
    for _, first, second, stop in legs_of(stops):
        path.cubicTo(first, second, stop)
    return path


def leg_at(start: QPointF, end: QPointF, points: Sequence[QPointF], at: QPointF) -> int:
    """Which leg of the line comes nearest to ``at``: the index that a new point there gets."""

    def distance(leg: Leg) -> float:
        path = QPainterPath(leg[0])
        path.cubicTo(*leg[1:])
        samples = (path.pointAtPercent(step / _SAMPLES) for step in range(_SAMPLES + 1))
        return min(float((sample - at).manhattanLength()) for sample in samples)

    legs = legs_of([start, *points, end])
    return min(range(len(legs)), key=lambda index: distance(legs[index]))


def legs_of(stops: Sequence[QPointF]) -> list[Leg]:
    """One cubic curve from stop to stop; at a point it runs as from the one before to the next.

    Source: Catmull and Rom 1974, with handles by the length of each leg so that none overshoots.
    """
    level = QPointF(1, 0)
    inner = [_unit(after - before) for before, after in zip(stops, stops[2:], strict=False)]
    heading = [level, *inner, level]
    legs: list[Leg] = []
    for index, (a, b) in enumerate(pairwise(stops)):
        reach = _TENSION * _length(b - a)
        out = max(reach, min(_LEVEL, 2 * reach)) if index == 0 else reach
        into = max(reach, min(_LEVEL, 2 * reach)) if index == len(stops) - 2 else reach
        legs.append((a, a + heading[index] * out, b - heading[index + 1] * into, b))
    return legs


def _length(step: QPointF) -> float:
    return float((step.x() ** 2 + step.y() ** 2) ** 0.5)


def _unit(step: QPointF) -> QPointF:
    length = _length(step)
    return step / length if length else QPointF(1, 0)
