"""Cutting wires: a stroke across them with Ctrl and the right button."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from app.canvas.gesture import Gesture
from app.canvas.scene import CanvasScene
from app.theme import current_theme
from app.translating import later
from graph.document import Edge
from graph.edits import Batch, Disconnect, Edit


class Cutting(Gesture):
    """Draws the stroke; the wires that it crossed light up and go when it ends."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, scene: CanvasScene, at: QPointF) -> None:
        self._scene, self._last = scene, at
        self._path = QPainterPath(at)
        self._crossed: dict[Edge, None] = {}
        self._stroke = QGraphicsPathItem()
        pen = QPen(current_theme().color("error"), 1.5, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._stroke.setPen(pen)
        self._stroke.setZValue(50)
        scene.addItem(self._stroke)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        stroke = QLineF(self._last, at)
        for edge, wire in self._scene.wires.items():
            if wire.is_crossed_by(stroke):
                self._crossed[edge] = None
        self._last = at
        self._path.lineTo(at)
        self._stroke.setPath(self._path)
        self._scene.mark(self._crossed)

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        self.move(at, modifiers)
        self.cancel()
        scope = self._scene.scope
        cuts = [Disconnect(e, scope) for e in self._crossed if self._scene.graph.has_edge(e)]
        if len(cuts) <= 1:
            return cuts[0] if cuts else None
        return Batch(tuple(cuts), later("Cut {n} wires", one="Cut {n} wire", n=len(cuts)))

    def cancel(self) -> None:
        self._scene.mark(())
        if self._stroke.scene() is self._scene:
            self._scene.removeItem(self._stroke)
