"""How the window looks to this user: theme, size of the interface, motion; all of it remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.settings import SCALES, THEMES, Settings
from app.theme import Mode, apply_theme
from app.translating import tr

if TYPE_CHECKING:
    from app.main_window import MainWindow

#: The variable by which Qt draws all of an application larger or smaller; read once, at its start.
SCALE_FACTOR = "QT_SCALE_FACTOR"


class Appearance(QObject):
    """The choices in the View menu, each with a mark at what is chosen."""

    said = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._actions: Mapping[str, QAction] = {}
        self._started_at = self._settings.scale
        self._system_is_still = window.pane.view.reduced_motion

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {
            **{f"theme_{mode}": partial(self.set_theme, mode) for mode in THEMES},
            **{f"scale_{percent}": partial(self.set_scale, percent) for percent in SCALES},
            "reduced_motion": self._toggle_motion,
        }

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Keep marks in these actions from now on, and do as was chosen last time."""
        self._actions = actions
        self._show_choices()

    def set_theme(self, mode: str) -> None:
        """Light, dark, or as the desktop has it."""
        self._settings.theme = mode
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, cast(Mode, mode))
        self._show_choices()

    def set_scale(self, percent: int) -> None:
        """Draw the whole interface at so many percent; Qt can do that from a start on only."""
        self._settings.scale = percent
        self._show_choices()
        if percent != self._started_at:
            words = tr("The interface is drawn at {percent} % when Layerloom starts next time")
            self.said.emit(words.format(percent=percent))

    def _toggle_motion(self) -> None:
        self._settings.reduced_motion = not self._settings.reduced_motion
        self._show_choices()

    def _show_choices(self) -> None:
        settings = self._settings
        still = settings.reduced_motion
        self._window.pane.view.reduced_motion = still or self._system_is_still
        chosen = {f"theme_{settings.theme}", f"scale_{settings.scale}"}
        for key in self.handlers:
            self._actions[key].setChecked(still if key == "reduced_motion" else key in chosen)


def scale_interface(settings: Settings, environment: MutableMapping[str, str]) -> None:
    """Have Qt draw at the chosen size; call it before there is an application.

    A factor that is set from outside stays.
    """
    if settings.scale != 100:
        environment.setdefault(SCALE_FACTOR, str(settings.scale / 100))
