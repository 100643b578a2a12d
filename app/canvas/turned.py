"""Wires that lead down are wires that lead right in a world whose axes are changed about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from app.canvas.box_index import Box
from app.canvas.detours import with_detours
from app.canvas.wire_points import smooth
from app.canvas.wire_route import FindBoxes, curve, route

_TURN = QTransform(0, 1, 1, 0, 0, 0)


def led_path(stops: Sequence[QPointF], find_boxes: FindBoxes, *, down: bool) -> QPainterPath:
    """The way of a wire through the stops by which the user led it, and past cards on its way."""
    if not down:
        return smooth(with_detours(stops, find_boxes))
    found = with_detours([_turned(p) for p in stops], _turned_boxes(find_boxes))
    return _TURN.map(smooth(found))


def found_path(start: QPointF, end: QPointF, find_boxes: FindBoxes, *, down: bool) -> QPainterPath:
    """The way of a wire around cards; it leaves and arrives level, or ``down`` upright."""
    if not down:
        return curve(start, end, route(start, end, find_boxes))
    start, end = _turned(start), _turned(end)
    return _TURN.map(curve(start, end, route(start, end, _turned_boxes(find_boxes))))


def free_path(start: QPointF, end: QPointF, *, down: bool) -> QPainterPath:
    """The way of a wire that minds no card: one that is being drawn."""
    return _TURN.map(curve(_turned(start), _turned(end))) if down else curve(start, end)


def _turned(point: QPointF) -> QPointF:
    return QPointF(point.y(), point.x())


def _turned_boxes(find_boxes: FindBoxes) -> FindBoxes:
    return lambda area: [_turned_box(box) for box in find_boxes(_turned_box(area))]


def _turned_box(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)
