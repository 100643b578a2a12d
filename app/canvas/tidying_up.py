"""Tidying while the window goes on: a large network is laid out in steps between other events."""

from __future__ import annotations

import time
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from app.canvas.scene import CanvasScene
from app.canvas.tidying import tidy_in_steps
from graph.edits import Edit
from graph.steps_of_work import Steps

if TYPE_CHECKING:
    from app.canvas.view import CanvasView

#: So many nodes are laid out at once; with more, seconds for which all else is kept waiting.
_FEW, _STEP = 400, 0.012

#: More nodes than these go to their places at once.
_GLIDING = 600


class TidyingUp(QObject):
    """Asks the view for the edit when the layout is found; not if the document changed before."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._scene: CanvasScene | None = None
        self._steps: Steps[Edit | None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._work(_STEP))

    @property
    def is_busy(self) -> bool:
        return self._steps is not None

    def start(self, *, wraps: bool, direction: str | None) -> None:
        """Begin anew."""
        self.cancel()
        self._scene = self._view.canvas
        self._scene.content_changed.connect(self.cancel)
        self._steps = tidy_in_steps(self._scene, wraps=wraps, direction=direction)
        self._work(inf if len(self._scene.nodes) <= _FEW else _STEP)
        if self._steps is not None:
            self._view.viewport().setCursor(Qt.CursorShape.BusyCursor)
            self._timer.start(0)

    def cancel(self) -> None:
        """What was being found is not wanted any more."""
        if self._steps is not None and self._scene is not None:
            self._timer.stop()
            self._view.viewport().unsetCursor()
            self._scene.content_changed.disconnect(self.cancel)
            self._scene = self._steps = None

    def _work(self, seconds: float) -> None:
        steps, until = self._steps, time.monotonic() + seconds
        try:
            while steps is not None and time.monotonic() < until:
                next(steps)
        except StopIteration as end:
            self._finish(end.value)

    def _finish(self, edit: Edit | None) -> None:
        scene = self._scene
        self.cancel()
        if edit is not None and scene is not None:
            if not self._view.reduced_motion and len(scene.nodes) <= _GLIDING:
                scene.settling.announce()
            self._view.edit_requested.emit(edit)
