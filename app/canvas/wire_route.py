"""Where a wire runs: straight where it can, around the cards in its way where it must."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

#: Distance that a wire keeps from cards it passes.
CLEARANCE = 14.0

#: Answers which boxes of cards meet a rectangle.
FindBoxes = Callable[[QRectF], Sequence[QRectF]]

_STEPS = 12

#: A wire that comes nearer than this to a card it passes is led around it.
_GRAZING = 8.0

#: How far above and below its ends a wire may go to pass cards.
_SEARCHED = 600.0

#: How far a wire that must go back reaches beyond its ends.
_TURN = 72.0


def route(start: QPointF, end: QPointF, find_boxes: FindBoxes) -> list[QPointF]:
    """The points between ``start`` and ``end`` that a wire passes so as to cross no card.

    Empty where the plain curve is free. Points come in pairs, the ends of level stretches.
    """
    if end.x() < start.x():
        return _way_back(start, end, find_boxes)
    if end.x() - start.x() < 2 * CLEARANCE or not _is_blocked(start, end, find_boxes):
        return []
    columns = _columns(start, end, find_boxes)
    if not columns:
        return []
    lanes = _one_lane(start, end, columns) or _nearest_lanes(start, end, columns)
    points: list[QPointF] = []
    for (left, right, _), lane in zip(columns, lanes, strict=True):
        if points and points[-1].y() == lane:
            points[-1] = QPointF(right, lane)
        else:
            points += [QPointF(left, lane), QPointF(right, lane)]
    return points


def curve(start: QPointF, end: QPointF, between: Sequence[QPointF] = ()) -> QPainterPath:
    """A smooth line that leaves and arrives level, through the points ``between``."""
    path = QPainterPath(start)
    if len(between) == 2 and between[1].x() < between[0].x():
        return _turning_back(path, between[0], between[1], end)
    stops = [start, *between, end]
    for index, (a, b) in enumerate(pairwise(stops)):
        if a.y() == b.y() and index % 2:
            path.lineTo(b)
            continue
        reach = _reach(a, b)
        path.cubicTo(a.x() + reach, a.y(), b.x() - reach, b.y(), b.x(), b.y())
    return path


def _turning_back(path: QPainterPath, a: QPointF, b: QPointF, end: QPointF) -> QPainterPath:
    """Out to the right, around to the level stretch ``a`` to ``b``, and around into the end."""
    start = path.currentPosition()
    path.cubicTo(start.x() + _TURN, start.y(), a.x() + _TURN, a.y(), a.x(), a.y())
    path.lineTo(b)
    path.cubicTo(b.x() - _TURN, b.y(), end.x() - _TURN, end.y(), end.x(), end.y())
    return path


def _reach(a: QPointF, b: QPointF) -> float:
    """How far the handles of a curve reach: half the way, more where it must turn back."""
    ahead = b.x() - a.x()
    if ahead >= 0:
        return max(ahead / 2, min(32.0, abs(b.y() - a.y()) / 2))
    return min(160.0, 48.0 - ahead / 2)


def _way_back(start: QPointF, end: QPointF, find_boxes: FindBoxes) -> list[QPointF]:
    """A level stretch from right to left, between the rows if it can be, else past them."""
    reach = QRectF(start, end).normalized().adjusted(-_TURN, -_SEARCHED, _TURN, _SEARCHED)
    blocked = _merged(_heights(box) for box in find_boxes(reach))
    middle = (start.y() + end.y()) / 2
    lane = min(_free(blocked, (middle,)), key=lambda y: (abs(y - middle), y))
    if abs(lane - start.y()) < CLEARANCE and abs(lane - end.y()) < CLEARANCE:
        return []
    return [QPointF(start.x(), lane), QPointF(end.x(), lane)]


def _is_blocked(start: QPointF, end: QPointF, find_boxes: FindBoxes) -> bool:
    reach = QRectF(start, end).normalized().adjusted(0, -_GRAZING, 0, _GRAZING)
    near = [box.adjusted(0, -_GRAZING, 0, _GRAZING) for box in find_boxes(reach)]
    boxes = _between(near, start, end)
    if not boxes:
        return False
    path = curve(start, end)
    points = [path.pointAtPercent(step / _STEPS) for step in range(_STEPS + 1)]
    legs = [QRectF(a, b).normalized().adjusted(-1, -1, 1, 1) for a, b in pairwise(points)]
    return any(box.intersects(leg) for box in boxes for leg in legs)


def _between(boxes: Sequence[QRectF], start: QPointF, end: QPointF) -> list[QRectF]:
    """Boxes that stand apart from both ends, not those that the wire begins or ends at."""
    return [
        box
        for box in boxes
        if not (
            _at_edge(box, start)
            or _at_edge(box, end)
            or box.right() <= start.x()
            or box.left() >= end.x()
        )
    ]


def _at_edge(box: QRectF, point: QPointF) -> bool:
    return box.adjusted(-1, -1, 1, 1).contains(point)


_Stretch = tuple[float, float]
_Column = tuple[float, float, list[_Stretch]]


def _columns(start: QPointF, end: QPointF, find_boxes: FindBoxes) -> list[_Column]:
    """Stretches of x where cards stand, each with the stretches of y they block."""
    tall = QRectF(start, end).normalized().adjusted(0, -_SEARCHED, 0, _SEARCHED)
    boxes = sorted(_between(find_boxes(tall), start, end), key=lambda box: box.left())
    columns: list[_Column] = []
    for box in boxes:
        left = max(box.left() - CLEARANCE, start.x() + CLEARANCE)
        right = min(box.right() + CLEARANCE, end.x() - CLEARANCE)
        if right <= left:
            continue
        if columns and left <= columns[-1][1]:
            before, until, others = columns[-1]
            columns[-1] = (before, max(until, right), [*others, _heights(box)])
        else:
            columns.append((left, right, [_heights(box)]))
    return [(left, right, _merged(blocked)) for left, right, blocked in columns]


def _one_lane(start: QPointF, end: QPointF, columns: Sequence[_Column]) -> list[float]:
    """One height free in every column, as near as can be to both ends; [] for none nearby."""
    blocked = _merged(stretch for column in columns for stretch in column[2])
    free = _free(blocked, (start.y(), end.y()))

    def detour(y: float) -> float:
        return abs(y - start.y()) + abs(y - end.y())

    best = min(free, key=lambda y: (detour(y), abs(y - start.y())))
    near = detour(best) - abs(start.y() - end.y()) <= _SEARCHED
    return [best] * len(columns) if near else []


def _nearest_lanes(start: QPointF, end: QPointF, columns: Sequence[_Column]) -> list[float]:
    """For each column the free height nearest to the last one and to where the wire ends."""
    lanes: list[float] = []
    last = start.y()
    for _, _, blocked in columns:
        free = _free(blocked, (last, end.y()))
        last = min(free, key=lambda y: 2 * abs(y - last) + abs(y - end.y()))
        lanes.append(last)
    return lanes


def _heights(box: QRectF) -> _Stretch:
    return box.top() - CLEARANCE, box.bottom() + CLEARANCE


def _merged(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """The same stretches in order, without overlaps."""
    merged: list[_Stretch] = []
    for low, high in sorted(stretches):
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return merged


def _free(blocked: Sequence[_Stretch], wanted: Iterable[float]) -> list[float]:
    """The ends of blocked stretches, and those of the ``wanted`` heights that none blocks."""
    lows = [low for low, _ in blocked]
    free = [height for stretch in blocked for height in stretch]
    for height in wanted:
        index = bisect_left(lows, height) - 1
        if index < 0 or height >= blocked[index][1]:
            free.append(height)
    return free
