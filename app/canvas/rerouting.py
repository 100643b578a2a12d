"""Leading a wire by hand: a press on it with Alt, or a double click, adds a point to drag."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt

from app.canvas.figure import GRID
from app.canvas.gesture import Gesture
from app.canvas.held_points import HeldPoints, Point
from app.canvas.scene import CanvasScene
from app.canvas.shifting import move_edit
from app.canvas.wire_item import WireItem
from app.canvas.wire_points import leg_at
from app.translating import tr
from graph.document import Position
from graph.edits import Edit, MoveNodes


class Rerouting(Gesture):
    """Drags points of wires, and the selected nodes along, in steps of the grid, freely with Ctrl.

    ``grabbed`` is the point under the pointer, which lands on the grid.
    """

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(
        self, scene: CanvasScene, points: Iterable[Point], grabbed: QPointF, at: QPointF
    ) -> None:
        scene.settling.finish_now()
        self._scene, self._grabbed, self._start = scene, grabbed, at
        self._nodes = {name: scene.nodes[name].pos() for name in scene.selected}
        self._points = HeldPoints(scene, points, self._nodes)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        step = self._step(at, modifiers)
        present = self._nodes.keys() & self._scene.nodes.keys()
        self._scene.place({n: self._nodes[n] + step for n in present}, settled=False)
        self._points.shift(step)

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        step = self._step(at, modifiers)
        self.cancel()
        routes = self._points.routes(step)
        if step.isNull() or not routes:
            return None
        places: dict[str, Position] = {
            name: (self._nodes[name] + step).toTuple()
            for name in self._nodes
            if name in self._scene.nodes
        }
        label = tr("Move") if places else tr("Lead wire")
        return move_edit(self._scene, places, label, routes)

    def cancel(self) -> None:
        self._scene.restore_places(self._nodes.keys())
        self._points.let_go()

    def _step(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> QPointF:
        goal = self._grabbed + at - self._start
        return (goal if modifiers & Qt.KeyboardModifier.ControlModifier else _snapped(goal)) - (
            self._grabbed
        )


class AddingPoint(Gesture):
    """Adds a point to a wire where it was pressed, or where the drag ends."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, scene: CanvasScene, wire: WireItem, at: QPointF) -> None:
        scene.settling.finish_now()
        self._scene, self._edge, self._start = scene, wire.edge, at
        self._index = leg_at(wire.start, wire.end, wire.points, at)
        self._points = HeldPoints(scene, ())
        self._points.insert(wire.edge, self._index, at)
        scene.select([], [wire.edge])

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._points.shift(self._step(at, modifiers))

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        return self._edit(self._step(at, modifiers))

    def click(self) -> Edit | None:
        return self._edit(_snapped(self._start) - self._start)

    def cancel(self) -> None:
        self._points.let_go()

    def _edit(self, step: QPointF) -> Edit | None:
        self.cancel()
        routes = self._points.routes(step)
        if not routes:
            return None
        self._scene.select([], points=[(self._edge, self._index)])
        return MoveNodes({}, self._scene.scope, tr("Lead wire"), routes)

    def _step(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> QPointF:
        free = modifiers & Qt.KeyboardModifier.ControlModifier
        return (at if free else _snapped(at)) - self._start


def _snapped(point: QPointF) -> QPointF:
    return QPointF(round(point.x() / GRID) * GRID, round(point.y() / GRID) * GRID)
