"""The choice of a language in the View menu, and the window as it is in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.languages import CHOICES, speak_now

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Speaking(QObject):
    """Keeps a mark at the language that is spoken, in every window of the app."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._actions: Mapping[str, QAction] = {}
        window.installEventFilter(self)

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {f"language_{choice}": partial(self.choose, choice) for choice in CHOICES}

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Keep marks in these actions from now on."""
        self._actions = actions
        self._show_choice()

    def choose(self, choice: str) -> None:
        """Speak another language at once, here and from the next start on."""
        self._settings.language = choice
        app = QApplication.instance()
        if isinstance(app, QApplication):
            speak_now(app, choice)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange and watched is self._window:
            self._show_choice()
            self._window.show_anew()
        return False

    def _show_choice(self) -> None:
        for choice in CHOICES:
            self._actions[f"language_{choice}"].setChecked(choice == self._settings.language)
