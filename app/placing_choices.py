"""How cards come to their places: whether they snap to guides, and long chains wrap; remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from graph.parts import DIRECTIONS

if TYPE_CHECKING:
    from app.main_window import MainWindow


class PlacingChoices(QObject):
    """The choices in the View menu, each with a mark where it is chosen."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._actions: Mapping[str, QAction] = {}

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        turning = {f"direction_{way}": partial(self.turn, way) for way in DIRECTIONS}
        return {"snap": self._toggle_snap, "wrap_rows": self._toggle_wrap, **turning}

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Keep marks in these actions from now on, and do as was chosen last time."""
        self._actions = actions
        self._window.pane.scope_changed.connect(self.show_direction)
        self._window.project.changed.connect(self.show_direction)
        self._show_choices()

    def turn(self, direction: str) -> None:
        """Let wires lead to the right or down, and lay all out anew; it is said in the file."""
        self._window.pane.view.tidy(direction)
        self.show_direction()

    def show_direction(self, *_: object) -> None:
        """Mark where wires lead in what is shown now."""
        scene = self._window.pane.scene
        if scene.scope in scene.document.scopes:
            for way in DIRECTIONS:
                self._actions[f"direction_{way}"].setChecked(scene.graph.direction == way)

    def _toggle_snap(self) -> None:
        self._settings.snap = not self._settings.snap
        self._show_choices()

    def _toggle_wrap(self) -> None:
        """Long chains show at once what was chosen."""
        self._settings.wrap_rows = not self._settings.wrap_rows
        self._show_choices()
        self._window.pane.view.tidy()

    def _show_choices(self) -> None:
        view, settings = self._window.pane.view, self._settings
        view.snaps, view.wraps = settings.snap, settings.wrap_rows
        self._actions["snap"].setChecked(view.snaps)
        self._actions["wrap_rows"].setChecked(view.wraps)
        self.show_direction()
