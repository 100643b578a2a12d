"""Catches what nobody else catches, so that the app lives on where it can."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.file_handling import FILTER, file_name, with_suffix
from app.safety.crash_dialog import CrashDialog
from app.safety.crash_report import Failure, failure_of
from app.safety.refusals import why_not_saved
from app.translating import tr
from graph.errors import LoomError
from graph.project_file import dumps, save_project

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Crashing(QObject):
    """Shows each failure once; a failure of the showing itself is left to the terminal.

    PySide hands exceptions of slots and of overridden methods to ``sys.excepthook``; those of
    threads come here too, and are shown in the thread of the window.
    """

    _failed = Signal(object)  # Failure

    def __init__(self, windows: Callable[[], list[MainWindow]], parent: QObject) -> None:
        super().__init__(parent)
        self._windows = windows
        self._seen: set[tuple[str, str, int]] = set()
        self._is_showing = False
        self.dialog: CrashDialog | None = None
        self._failed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every exception from now on; the terminal still does, too."""
        before = sys.excepthook

        def hear(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            before(kind, error, trace)
            self.take(error)

        def hear_thread(arguments: threading.ExceptHookArgs) -> None:
            if arguments.exc_value is not None:
                hear(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

        sys.excepthook = hear
        threading.excepthook = hear_thread

    def take(self, error: BaseException) -> None:
        """Show an exception soon, unless its like was shown before."""
        if not isinstance(error, Exception) or self._is_showing:
            return
        failure = failure_of(error)
        if failure.place not in self._seen:
            self._seen.add(failure.place)
            self._failed.emit(failure)

    def _show(self, failure: Failure) -> None:
        self._is_showing = True
        try:
            if self.dialog is None:
                self.dialog = self._make()
            self.dialog.add(failure)
            self.dialog.open()
        finally:
            self._is_showing = False

    def _make(self) -> CrashDialog:
        window = self._window()
        project = ""
        if window is not None:
            with contextlib.suppress(LoomError):
                project = dumps(window.project.document)
        dialog = CrashDialog(project, window)
        dialog.copy_wanted.connect(self._save_copy)
        dialog.finished.connect(lambda _: self._forget())
        return dialog

    def _forget(self) -> None:
        self.dialog = None

    def _window(self) -> MainWindow | None:
        """The one that the user looks at."""
        windows = self._windows()
        active = [window for window in windows if window.isActiveWindow()]
        return next(iter([*active, *windows]), None)

    def _save_copy(self) -> None:
        """Save what is in front elsewhere and end; all that is not saved is offered next time."""
        window = self._window()
        if window is None:
            QApplication.exit(1)
            return
        project = window.project
        name = Path(window.files.folder) / f"copy_of_{file_name(project.document.name)}"

        def save(path: Path) -> None:
            path = with_suffix(path)
            try:
                save_project(project.document, path)
            except (LoomError, OSError) as error:
                window.dialogs.tell(tr("The copy was not saved"), why_not_saved(error, path))
                return
            QApplication.exit(1)

        window.dialogs.choose_save(tr("Save a copy"), str(name), tr(FILTER), save)
