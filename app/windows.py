"""The main windows of the app: any number of them, in one process."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.file_handling import is_same
from app.open_project import Opened

if TYPE_CHECKING:
    from app.main_window import MainWindow

#: Pixels by which a new window stands to the right of and below the one it came from.
STEP = 32

#: Qt deletes a window whose Python object is gone.
_held: set[MainWindow] = set()


def open_windows() -> list[MainWindow]:
    """All that the user sees."""
    from app.main_window import MainWindow

    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, MainWindow) and top.isVisible()]


def new_window(beside: MainWindow) -> MainWindow:
    """Open another window, with nothing in it."""
    from app.main_window import MainWindow

    window = MainWindow(beside.settings)
    _held.add(window)
    window.destroyed.connect(partial(_held.discard, window))
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.resize(beside.size())
    window.move(beside.pos() + QPoint(STEP, STEP))
    window.show()
    return window


def move_to_new_window(beside: MainWindow, opened: Opened) -> MainWindow:
    """Give a project that is open in a window one of its own, with all that can be undone."""
    beside.project.take(opened)
    window = new_window(beside)
    window.project.add(opened)
    return window


def show_elsewhere(window: MainWindow, path: Path) -> bool:
    """Bring a file to the front that another window has open; False where none has."""
    for other in open_windows():
        for opened in other.project.opened:
            if other is not window and is_same(opened.path, path):
                other.project.show(opened)
                other.raise_()
                other.activateWindow()
                return True
    return False


def close_all() -> None:
    """Quit: each window is closed, and asks about what is not saved."""
    for window in open_windows():
        window.close()
