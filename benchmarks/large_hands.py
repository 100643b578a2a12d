"""What a hand does to a canvas, frame by frame: real events, and all that is painted for them."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsView

MIDDLE, LEFT, NONE = Qt.MouseButton.MiddleButton, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_FREE = Qt.KeyboardModifier.NoModifier

#: How near one looks while panning; zooming goes through all from everything to 1:1 and back.
PANNED = (0.05, 0.15, 0.4, 1.0)


def zooming(view: QGraphicsView) -> list[float]:
    """Seconds a frame while the wheel zooms in and out again around a point off the middle."""
    at = QPointF(view.viewport().rect().center()) + QPointF(160, 90)
    return [_wheel(view, at, turn) for turn in [120] * 20 + [-120] * 20]


def panning(view: QGraphicsView, zooms: tuple[float, ...] = PANNED) -> list[float]:
    """Seconds a frame while the middle button drags the canvas, at each of some zooms."""
    frames: list[float] = []
    for zoom in zooms:
        _zoom_to(view, zoom)
        start = QPointF(view.viewport().rect().center())
        _mouse(view, QEvent.Type.MouseButtonPress, start, MIDDLE)
        for step in range(1, 25):
            at = start + QPointF(13 * step, 7 * step)
            frames.append(_timed(view, lambda at=at: _move(view, at, MIDDLE)))
        _mouse(view, QEvent.Type.MouseButtonRelease, at, MIDDLE)
        QApplication.processEvents()
    return frames


def dragging(view: QGraphicsView, at: QPointF) -> list[float]:
    """Seconds a frame while the left button drags what stands at the scene point ``at``."""
    start = QPointF(view.mapFromScene(at))
    _mouse(view, QEvent.Type.MouseMove, start, NONE)
    _mouse(view, QEvent.Type.MouseButtonPress, start, LEFT)
    frames: list[float] = []
    for step in range(1, 41):
        to = start + QPointF(9 * step, 5 * step)
        frames.append(_timed(view, lambda to=to: _move(view, to, LEFT)))
    _mouse(view, QEvent.Type.MouseButtonRelease, to, LEFT)
    QApplication.processEvents()
    return frames[5:]


def _wheel(view: QGraphicsView, at: QPointF, turn: int) -> float:
    where = view.viewport().mapToGlobal(at)
    event = QWheelEvent(
        at, where, QPoint(), QPoint(0, turn), NONE, _FREE, Qt.ScrollPhase.NoScrollPhase, False
    )
    return _timed(view, lambda: QApplication.sendEvent(view.viewport(), event))


def _zoom_to(view: QGraphicsView, zoom: float) -> None:
    """Set, not turned: each canvas has notches of its own."""
    for _ in range(60):
        now = view.transform().m11()
        if abs(now / zoom - 1) < 0.12:
            return
        _wheel(view, QPointF(view.viewport().rect().center()), 120 if now < zoom else -120)


def _move(view: QGraphicsView, at: QPointF, button: Qt.MouseButton) -> None:
    _mouse(view, QEvent.Type.MouseMove, at, button)


def _mouse(view: QGraphicsView, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
    moves = kind == QEvent.Type.MouseMove
    held = NONE if kind == QEvent.Type.MouseButtonRelease else button
    where = view.viewport().mapToGlobal(at)
    event = QMouseEvent(kind, at, where, NONE if moves else button, held, _FREE)
    QApplication.sendEvent(view.viewport(), event)


def _timed(view: QGraphicsView, act: object) -> float:
    """Seconds from the event until all that it changed is painted."""
    start = time.perf_counter()
    act()  # type: ignore[operator]
    QApplication.processEvents()
    return time.perf_counter() - start
