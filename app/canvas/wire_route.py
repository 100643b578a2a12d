"""Where a wire runs: straight where it can, around the cards in its way where it must."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from app.canvas.box_index import Box

#: Distance that a wire keeps from cards it passes.
CLEARANCE = 14.0

#: Answers which boxes of cards meet a rectangle.
FindBoxes = Callable[[Box], Sequence[Box]]

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


def farthest(source: Box, target: Box) -> Box:
    """What a wire between two cards does not leave, whatever way it finds."""
    ends = Box(
        min(source.left, target.left),
        min(source.top, target.top),
        max(source.right, target.right),
        max(source.bottom, target.bottom),
    )
    return ends.grown(160 + _TURN, 1.5 * _SEARCHED)


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
    blocked = _merged(map(_heights, find_boxes(_reach_of(start, end).grown(_TURN, _SEARCHED))))
    middle = (start.y() + end.y()) / 2
    lane = min(_free(blocked, (middle,)), key=lambda y: (abs(y - middle), y))
    if abs(lane - start.y()) < CLEARANCE and abs(lane - end.y()) < CLEARANCE:
        return []
    return [QPointF(start.x(), lane), QPointF(end.x(), lane)]


def _reach_of(start: QPointF, end: QPointF) -> Box:
    return Box.of(QRectF(start, end).normalized())


def _is_blocked(start: QPointF, end: QPointF, find_boxes: FindBoxes) -> bool:
    near = find_boxes(_reach_of(start, end).grown(0, _GRAZING))
    boxes = [box.grown(0, _GRAZING) for box in _between(near, start, end, _GRAZING)]
    if not boxes:
        return False
    legs = [
        (min(ax, bx) - 1, min(ay, by) - 1, max(ax, bx) + 1, max(ay, by) + 1)
        for (ax, ay), (bx, by) in pairwise(_samples(start, end))
    ]
    return any(
        box[0] < right and box[2] > left and box[1] < bottom and box[3] > top
        for left, top, right, bottom in legs
        for box in boxes
    )


def _samples(start: QPointF, end: QPointF) -> list[tuple[float, float]]:
    """Points of the plain curve; QPainterPath would measure its length for each."""
    (ax, ay), (bx, by), reach = start.toTuple(), end.toTuple(), _reach(start, end)  # type: ignore[misc]
    points = []
    for step in range(_STEPS + 1):
        t = step / _STEPS
        u = 1 - t
        first, second, third, last = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        x = first * ax + second * (ax + reach) + third * (bx - reach) + last * bx
        points.append((x, (first + second) * ay + (third + last) * by))
    return points


def _between(boxes: Sequence[Box], start: QPointF, end: QPointF, room: float = 0.0) -> list[Box]:
    """Boxes that stand apart from both ends, not those that the wire begins or ends at.

    ``room`` is above and below a box what counts as at its edge.
    """
    ax, ay, bx, by = start.x(), start.y(), end.x(), end.y()
    room += 1
    return [
        box
        for box in boxes
        if box[2] > ax
        and box[0] < bx
        and not (box[0] - 1 <= ax and box[1] - room <= ay <= box[3] + room)
        and not (bx <= box[2] + 1 and box[1] - room <= by <= box[3] + room)
    ]


_Stretch = tuple[float, float]
_Column = tuple[float, float, list[_Stretch]]


def _columns(start: QPointF, end: QPointF, find_boxes: FindBoxes) -> list[_Column]:
    """Stretches of x where cards stand, each with the stretches of y they block."""
    tall = _reach_of(start, end).grown(0, _SEARCHED)
    first, last = start.x() + CLEARANCE, end.x() - CLEARANCE
    columns: list[_Column] = []
    for box in sorted(_between(find_boxes(tall), start, end)):
        left, right = max(box[0] - CLEARANCE, first), min(box[2] + CLEARANCE, last)
        if right <= left:
            continue
        if columns and left <= columns[-1][1]:
            before, until, others = columns[-1]
            others.append(_heights(box))
            columns[-1] = (before, max(until, right), others)
        else:
            columns.append((left, right, [_heights(box)]))
    return [(left, right, _merged(blocked)) for left, right, blocked in columns]


def _one_lane(start: QPointF, end: QPointF, columns: Sequence[_Column]) -> list[float]:
    """One height free in every column, as near as can be to both ends; [] for none nearby."""
    blocked = _merged(stretch for column in columns for stretch in column[2])
    free = _free(blocked, (start.y(), end.y()))

    def detour(y: float) -> float:
        return abs(y - start.y()) + abs(y - end.y())

    # Of two as good the wire turns where there is more room for it.
    turns_first = columns[0][0] - start.x() > end.x() - columns[-1][1]
    straight = end.y() if turns_first else start.y()
    best = min(free, key=lambda y: (detour(y), abs(y - straight)))
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


def _heights(box: Box) -> _Stretch:
    return box[1] - CLEARANCE, box[3] + CLEARANCE


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
