"""Ways around cards for a wire that the user leads back: points that it passes besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF

from app.canvas.box_index import Box
from app.canvas.wire_points import Leg, legs_of
from app.canvas.wire_route import CLEARANCE, FindBoxes

#: One card after the other is gone around, so many at most.
_ROUNDS = 6

_SAMPLES = 16


def with_detours(stops: Sequence[QPointF], find_boxes: FindBoxes) -> list[QPointF]:
    """The stops of a wire, and between them those by which one that leads back passes cards.

    A wire that leads on, or crosses none, keeps its own; where there is no room it crosses.
    """
    best, fewest, way = list(stops), 0, list(stops)
    if not any(b.x() < a.x() for a, b in pairwise(stops)):
        return best
    for rounds in range(_ROUNDS):
        crossings = list(_crossings(way, find_boxes))
        if not rounds or len(crossings) < fewest:
            best, fewest = way, len(crossings)
        if not crossings:
            break
        way = min(
            _ways_around(way, *crossings[0]),
            key=lambda way: (sum(1 for _ in _crossings(way, find_boxes)), _length(way)),
        )
    return best


def _crossings(stops: Sequence[QPointF], find_boxes: FindBoxes) -> Iterator[tuple[int, Box]]:
    """Each leg of the line, by its index, with each card that it crosses."""
    for index, leg in enumerate(legs_of(stops)):
        line = _sampled(leg)
        across, down = zip(*line, strict=True)
        for box in find_boxes(Box(min(across), min(down), max(across), max(down))):
            if any(
                box.left + 1 < x < box.right - 1 and box.top + 1 < y < box.bottom - 1
                for x, y in line
            ):
                yield index, box


def _ways_around(stops: list[QPointF], index: int, box: Box) -> Iterator[list[QPointF]]:
    """The stops with two more on a leg: corners above a card or below it, as the leg passes it."""
    sides = box.left - CLEARANCE, box.right + CLEARANCE
    first, last = sides if stops[index].x() <= stops[index + 1].x() else sides[::-1]
    for y in (box.top - CLEARANCE, box.bottom + CLEARANCE):
        corners = QPointF(first, y), QPointF(last, y)
        yield [*stops[: index + 1], *corners, *stops[index + 1 :]]


def _sampled(leg: Leg) -> list[tuple[float, float]]:
    line = []
    for step in range(_SAMPLES + 1):
        t = step / _SAMPLES
        u = 1 - t
        point = leg[0] * u**3 + leg[1] * (3 * u * u * t) + leg[2] * (3 * u * t * t) + leg[3] * t**3
        line.append((point.x(), point.y()))
    return line


def _length(stops: Sequence[QPointF]) -> float:
    steps = (b - a for a, b in pairwise(stops))
    return sum(float((step.x() ** 2 + step.y() ** 2) ** 0.5) for step in steps)
