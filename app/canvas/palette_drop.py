"""What happens while a layer from the palette is dragged over the canvas and let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from app.canvas.dropping import WIRE_REACH, add_edit, dropped_type
from app.canvas.zooming import scene_point, zoom_of
from app.clipboard import FRAGMENT, fragment_of
from app.translating import tr
from graph.document import Edge
from graph.phrases import sentence
from graph.uses import why_recursive

if TYPE_CHECKING:
    from app.canvas.view import CanvasView


class PaletteDrop:
    """Lights the wire that a dropped layer would be inserted into, and asks for the edit."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    def over(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(FRAGMENT):
            event.acceptProposedAction()
            return
        type = dropped_type(event.mimeData())
        if not type or self._refuses(type):
            event.ignore()
            return
        edge = self._wire_under(event.position())
        self._view.canvas.mark(() if edge is None else (edge,))
        event.acceptProposedAction()

    def leave(self) -> None:
        self._view.canvas.mark(())

    def drop(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(FRAGMENT):
            at = scene_point(self._view, event.position())
            self._view.fragment_dropped.emit(fragment_of(event.mimeData()), at)
            self._view.setFocus()
            event.acceptProposedAction()
            return
        type = dropped_type(event.mimeData())
        if not type or self._refuses(type):
            event.ignore()
            return
        scene = self._view.canvas
        edge = self._wire_under(event.position())
        scene.mark(())
        wire = scene.wires.get(edge) if edge is not None else None
        before = set(scene.nodes)
        at = scene_point(self._view, event.position())
        self._view.edit_requested.emit(add_edit(scene, type, at, wire))
        scene.select([name for name in scene.nodes if name not in before])
        self._view.setFocus()
        event.acceptProposedAction()

    def _refuses(self, type: str) -> bool:
        """A block that would stand inside itself: said while it is dragged, and not taken."""
        scene = self._view.canvas
        words = why_recursive(scene.document, scene.scope, type)
        if words:
            self._view.refused.emit(tr(sentence(words)))
        return bool(words)

    def _wire_under(self, at: QPointF) -> Edge | None:
        scene, point = self._view.canvas, scene_point(self._view, at)
        if scene.node_at(point) is not None:
            return None
        wire = scene.wire_at(point, WIRE_REACH / zoom_of(self._view))
        return wire.edge if wire is not None else None
