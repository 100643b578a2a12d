"""Panning by dragging the canvas itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QGraphicsView

from app.canvas.gesture import Gesture
from graph.edits import Edit


class Panning(Gesture):
    """Keeps the point under the pointer under the pointer. Its points are the viewport's."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: QGraphicsView, at: QPointF) -> None:
        self._view, self._last = view, at

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        pan(self._view, at - self._last)
        self._last = at

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        self.move(at, modifiers)
        return None


def pan(view: QGraphicsView, by: QPointF) -> None:
    """Shift what is seen by pixels of the screen."""
    for bar, distance in (
        (view.horizontalScrollBar(), by.x()),
        (view.verticalScrollBar(), by.y()),
    ):
        bar.setValue(bar.value() - round(distance))
