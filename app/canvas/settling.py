"""How a new layout settles: cards and notes glide to where the document has them already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QVariantAnimation

from graph.document import Position

if TYPE_CHECKING:
    from app.canvas.scene import CanvasScene

MILLISECONDS = 150


class Settling:
    """Moves items at once, or, for one announced change, within 150 ms."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._announced = False
        self._from: dict[str, QPointF] = {}
        self._to: dict[str, QPointF] = {}
        self._notes: dict[str, Position] = {}  # where those that glide along come from
        self._animation = QVariantAnimation(scene)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._finish)

    def announce(self) -> None:
        """Let the next change of places be seen as a motion."""
        self._announced = True

    def move(self, places: Mapping[str, QPointF], notes: Mapping[str, Position]) -> None:
        """Put nodes where they belong now, and with them the notes that stood at ``notes``."""
        self.finish_now()
        if not self._announced:
            self._scene.place(places)
            return
        self._announced = False
        self._to = dict(places)
        self._from = {name: self._scene.nodes[name].pos() for name in places}
        shown = self._scene.notes
        self._notes = {n: at for n, at in notes.items() if n in shown and shown[n].note.at != at}
        self._step(0.0)
        self._animation.start()

    def finish_now(self) -> None:
        """End a motion under way at its goal."""
        if self._to:
            self._animation.stop()
            self._finish()

    def _step(self, share: float) -> None:
        places = {
            name: self._from[name] + (goal - self._from[name]) * share
            for name, goal in self._to.items()
            if name in self._scene.nodes
        }
        self._scene.place(places, settled=False)
        goals = self._scene.graph.notes
        for name in self._notes.keys() & goals.keys() & self._scene.notes.keys():
            at, goal = QPointF(*self._notes[name]), QPointF(*goals[name].at)
            now = at + (goal - at) * share
            self._scene.notes[name].show_note(replace(goals[name], at=now.toTuple()))

    def _finish(self) -> None:
        goals, self._to, self._from = self._to, {}, {}
        if self._notes:
            self._notes = {}
            self._scene.show_notes()
        self._scene.restore_places(list(goals))
