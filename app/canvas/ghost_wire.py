"""The wire that was let go over nothing, drawn for as long as its other end is looked for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsPathItem

from app.canvas.loose_end import LooseEnd
from app.canvas.scene import CanvasScene
from app.canvas.turned import free_path
from app.theme import current_theme


class GhostWire:
    """Lies in at most one scene at a time, and is no part of the network."""

    def __init__(self) -> None:
        self._item: QGraphicsPathItem | None = None

    def show(self, scene: CanvasScene, end: LooseEnd, at: QPointF) -> None:
        """Draw it from its port to ``at``."""
        self.hide()
        if end.node not in scene.nodes:
            return
        port = scene.nodes[end.node].port_place(end.port, is_output=end.is_output)
        ends = (port, at) if end.is_output else (at, port)
        path = free_path(*ends, down=scene.items_of.ground.leads_down)
        self._item = QGraphicsPathItem(path)
        pen = QPen(current_theme().color("accent"), 2.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._item.setPen(pen)
        scene.addItem(self._item)

    def hide(self) -> None:
        item, self._item = self._item, None
        if item is not None and item.scene() is not None:
            item.scene().removeItem(item)
