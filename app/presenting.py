"""The network alone on the whole screen, for those who look on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QToolBar, QWidget

from app.panels.pieces import plain_label
from app.translating import tr

if TYPE_CHECKING:
    from app.main_window import MainWindow

#: Milliseconds for which one is told how to end it.
HINT = 4_000


class Presenting(QObject):
    """Takes everything away around the canvas, and puts it back as it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._state: QByteArray | None = None
        self._was_seen: list[QWidget] = []
        self._selected: list[str] = []
        self._was = Qt.WindowState.WindowNoState
        window.pane.escaped.connect(self.end)
        self._hint = plain_label(tr("Esc ends the presentation."), "soft")
        self._hint.setParent(window.pane)
        self._hint.hide()

    @property
    def is_on(self) -> bool:
        return self._state is not None

    def toggle(self) -> None:
        if self.is_on:
            self.end()
        else:
            self._begin()

    def end(self) -> None:
        """Back to work; nothing where nothing is presented."""
        if self._state is None:
            return
        window, state = self._window, self._state
        self._state = None
        window.pane.view.select(self._selected)
        self._hint.hide()
        window.setWindowState(self._was)
        for around in self._was_seen:
            around.show()
        self._when_resized(lambda: (window.restoreState(state), window.pane.view.fit()))

    def _begin(self) -> None:
        window = self._window
        self._selected = list(window.pane.selection)
        window.pane.view.select([])  # or the first Escape would only let go of that
        self._state, self._was = window.saveState(), window.windowState()
        around = [
            *(window.menuBar(), window.statusBar(), window.tabs, window.pane.minimap),
            *window.findChildren(QToolBar),
            *window.panels.docks.values(),
        ]
        self._was_seen = [widget for widget in around if widget.isVisible()]
        for widget in self._was_seen:
            widget.hide()
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        self._hint.adjustSize()
        self._hint.move(16, 16)
        self._hint.show()
        self._hint.raise_()
        QTimer.singleShot(HINT, self._hint, self._hint.hide)
        self._when_resized(window.pane.view.fit)

    def _when_resized(self, act: Callable[[], object]) -> None:
        view = self._window.pane.view
        QTimer.singleShot(0, view, lambda: QTimer.singleShot(0, view, act))
