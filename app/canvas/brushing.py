"""Painting over cards: a stroke goes over layers, and at its end a brush says what that changes."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, Qt

from app.canvas.gesture import Gesture
from app.canvas.scene import CanvasScene
from graph.edits import Edit
from graph.framing import members

#: In units of the scene: a stroke is looked at so closely.
_STEP = 12.0


class Brush(Protocol):
    """What is painted with, and what a stroke of it comes to."""

    def holds(self, name: str) -> bool:
        """Whether a node has what is painted already: then a stroke from it takes it away."""
        ...

    def stroke(self, names: list[str], *, takes_away: bool) -> Edit | None:
        """What painting over these nodes changes."""
        ...

    def drop(self) -> None:
        """The user has put it down."""
        ...


class Brushing(Gesture):
    """One stroke. The cards that it went over are outlined until it ends; a frame is all in it."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, scene: CanvasScene, at: QPointF, brush: Brush) -> None:
        self._scene, self._brush, self._last = scene, brush, at
        self._names: dict[str, None] = {}
        self._touch(at)
        frame = None if self._names else scene.frame_at(at)
        for name in members(scene.graph, frame.name) if frame is not None else ():
            self._take(name)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        line = QLineF(self._last, at)
        count = max(1, int(line.length() / _STEP))
        for index in range(1, count + 1):
            self._touch(line.pointAt(index / count))
        self._last = at

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        self.move(at, modifiers)
        return self._end()

    def click(self) -> Edit | None:
        return self._end()

    def cancel(self) -> None:
        for name in self._names.keys() & self._scene.nodes.keys():
            self._scene.nodes[name].set_look(offered=False)
        self._names = {}

    def _touch(self, at: QPointF) -> None:
        item = self._scene.node_at(at)
        if item is not None:
            self._take(item.name)

    def _take(self, name: str) -> None:
        if name not in self._names:
            self._names[name] = None
            if name in self._scene.nodes:
                self._scene.nodes[name].set_look(offered=True)

    def _end(self) -> Edit | None:
        names = list(self._names)
        self.cancel()
        if not names:
            return None
        return self._brush.stroke(names, takes_away=self._brush.holds(names[0]))
