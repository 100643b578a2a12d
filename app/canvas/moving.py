"""Moving nodes by dragging: items follow the pointer, one edit follows on release."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt

from app.canvas.figure import GRID
from app.canvas.gesture import Gesture
from app.canvas.scene import CanvasScene
from graph.document import Position
from graph.edits import Edit, MoveNodes


class Moving(Gesture):
    """Drags nodes in steps of the grid, or freely with Alt. ``grabbed`` lands on the grid."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self,
        scene: CanvasScene,
        names: Iterable[str],
        grabbed: str,
        at: QPointF,
        *,
        alone_on_click: bool = False,
    ) -> None:
        scene.settling.finish_now()
        self._scene, self._grabbed, self._start = scene, grabbed, at
        self._alone_on_click = alone_on_click
        self._from = {name: scene.nodes[name].pos() for name in names}
        for name in self._from:
            scene.nodes[name].setZValue(10)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        offset = self._offset(at, modifiers)
        self._scene.place(
            {n: place + offset for n, place in self._from.items() if n in self._scene.nodes},
            settled=False,
        )

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        offset = self._offset(at, modifiers)
        present = [name for name in self._from if name in self._scene.nodes]
        self.cancel()
        if offset.isNull() or not present:
            return None
        return move_edit(self._scene, {n: (self._from[n] + offset).toTuple() for n in present})

    def click(self) -> None:
        """A click on one of several selected nodes selects it alone."""
        self.cancel()
        if self._alone_on_click:
            self._scene.select([self._grabbed])

    def cancel(self) -> None:
        for name in self._from.keys() & self._scene.nodes.keys():
            self._scene.nodes[name].setZValue(0)
        self._scene.restore_places(self._from.keys())

    def _offset(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> QPointF:
        offset = at - self._start
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return offset
        goal = self._from[self._grabbed] + offset
        snapped = QPointF(round(goal.x() / GRID) * GRID, round(goal.y() / GRID) * GRID)
        # Less than half a step is no move at all, also for nodes that stand off the grid.
        if abs(offset.x()) < GRID / 2 and abs(offset.y()) < GRID / 2:
            return QPointF()
        return snapped - self._from[self._grabbed]


def move_edit(scene: CanvasScene, positions: dict[str, Position], label: str = "Move") -> Edit:
    """One edit for new places; nodes without a position get the one they are shown at.

    Otherwise the automatic layout of those would change with what was just moved.
    """
    return MoveNodes({**scene.unplaced_positions(), **positions}, scene.scope, label)


def nudge_edit(scene: CanvasScene, x: float, y: float) -> Edit | None:
    """Move the selection by a step."""
    names = [name for name in scene.selected if name in scene.nodes]
    if not names:
        return None
    scene.settling.finish_now()
    before = {name: scene.position(name) for name in names}
    return move_edit(scene, {n: (px + x, py + y) for n, (px, py) in before.items()}, "Nudge")
