"""Zooming: to the pointer, to everything, to one pixel for one."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from app.canvas.detail import MAX_ZOOM, MIN_ZOOM

#: One notch of a wheel.
STEP = 1.2

#: Left free around what is shown, in pixels of the view.
MARGIN = 48.0

#: A long chain is shown whole even where the hand could not zoom out as far.
_SMALLEST = 0.005


def zoom_of(view: QGraphicsView) -> float:
    return view.transform().m11()


def set_zoom(view: QGraphicsView, zoom: float, fixed: QPointF) -> None:
    """Zoom so that the scene point under ``fixed`` (viewport pixels) stays there."""
    zoom = min(max(zoom, min(MIN_ZOOM, zoom_of(view))), MAX_ZOOM)
    if math.isclose(zoom, zoom_of(view)):
        return
    before = scene_point(view, fixed)
    view.setTransform(QTransform.fromScale(zoom, zoom))
    off = view.viewportTransform().map(before) - fixed
    for bar, distance in (
        (view.horizontalScrollBar(), off.x()),
        (view.verticalScrollBar(), off.y()),
    ):
        bar.setValue(bar.value() + round(distance))


def scene_point(view: QGraphicsView, at: QPointF) -> QPointF:
    """A viewport point in scene coordinates, without rounding to pixels."""
    inverse, _ = view.viewportTransform().inverted()
    return inverse.map(at)


def show_box(view: QGraphicsView, box: QRectF, largest: float = 1.0) -> None:
    """Bring ``box`` into view, as large as it fits but no larger than ``largest``."""
    if box.isEmpty():
        view.setTransform(QTransform())
        view.centerOn(0, 0)
        return
    room = view.viewport().size()
    margin = min(MARGIN, room.width() / 6, room.height() / 6)
    zoom = min(
        (room.width() - 2 * margin) / box.width(), (room.height() - 2 * margin) / box.height()
    )
    zoom = min(max(zoom, _SMALLEST), largest)
    view.setTransform(QTransform.fromScale(zoom, zoom))
    view.centerOn(box.center())
