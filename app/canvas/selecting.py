"""Selecting by a rubber band."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem

from app.canvas.gesture import Gesture
from app.canvas.held_points import points_in
from app.canvas.scene import CanvasScene
from app.theme import current_theme
from graph.edits import Edit

KEEP = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Selecting(Gesture):
    """Selects what the band touches; with Shift or Ctrl beside what was selected before."""

    def __init__(self, scene: CanvasScene, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._scene, self._start = scene, at
        self._before = list(scene.selected)
        self._points_before = list(scene.selected_points)
        self._kept = self._before if modifiers & KEEP else []
        self._kept_points = self._points_before if modifiers & KEEP else []
        scene.select(self._kept, points=self._kept_points)
        self._band = QGraphicsRectItem()
        pen = QPen(current_theme().color("accent"), 1.0)
        pen.setCosmetic(True)
        self._band.setPen(pen)
        self._band.setBrush(current_theme().color("accent", 0.10))
        self._band.setZValue(100)
        scene.addItem(self._band)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        area = QRectF(self._start, at).normalized()
        self._band.setRect(area)
        items = self._scene.items_of
        met = [f for f in items.folded.members if items.frames[f].box.intersects(area)]
        found = [*self._scene.boxes.names(area), *(n for f in met for n in items.folded.members[f])]
        inside = [name for name in found if name not in self._kept]
        points = points_in(self._scene, area)
        self._scene.select([*self._kept, *inside], points=[*self._kept_points, *points])
        notes = self._scene.notes.values()
        self._scene.select_notes(note.name for note in notes if area.intersects(note.box))

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        self.move(at, modifiers)
        self._scene.removeItem(self._band)
        return None

    def click(self) -> None:
        self._scene.removeItem(self._band)

    def cancel(self) -> None:
        self._scene.removeItem(self._band)
        self._scene.select(self._before, points=self._points_before)
