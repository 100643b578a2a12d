"""The window and its children, real ones, let go of after each test.

Fixtures
    open_window   opens the main window on an example or a file, with dialogs that answer at once
    answers       what those dialogs say: ``answers.path``, ``answers.unsaved``; ``answers.told``
"""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

EXAMPLES = Path(__file__).parent.parent.parent / "examples"

#: Milliseconds that a child may take on a busy machine: importing PyTorch, one answer.
SLOW = 240_000


def kill(pid: int, number: int = 9) -> None:
    """Send a signal to a child, but never to 0: that is all whoever runs the tests has started."""
    assert pid > 0, "it has ended already"
    os.kill(pid, number)


@dataclass
class Answers:
    """Stands in for the user before a dialog, which a test cannot click."""

    path: Path | None = None
    unsaved: str = "cancel"
    choice: str = ""
    told: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def choose_open(self, folder: str, then: Callable[[Path], object]) -> None:
        if self.path is not None:
            then(self.path)

    def choose_python(self, folder: str, then: Callable[[Path], object]) -> None:
        self.choose_open(folder, then)

    def choose_file(
        self, title: str, folder: str, filters: str, then: Callable[[Path], object]
    ) -> None:
        self.asked.append(title)
        if self.path is not None:
            then(self.path)

    def choose_folder(self, title: str, folder: str, then: Callable[[Path], object]) -> None:
        self.asked.append(title)
        if self.path is not None:
            then(self.path)

    def choose_save(self, title: str, name: str, filters: str, then: Callable[[Path], Any]) -> None:
        self.asked.append(name)
        if self.path is not None:
            then(self.path)

    def ask_unsaved(self, name: str, **answers: Callable[[], object]) -> None:
        self.asked.append(name)
        answers[self.unsaved]()

    def ask(self, title: str, words: str, answers: Mapping[str, Callable[[], object]]) -> None:
        self.asked.append(words)
        if self.choice in answers:
            answers[self.choice]()

    def tell(self, title: str, words: str) -> None:
        self.told.append(words)


@pytest.fixture(autouse=True)
def _as_at_the_first_start(qapp: Any) -> None:
    """What one test chooses, its language above all, is not chosen in the next."""
    from app.languages import speak
    from app.settings import Settings

    Settings().forget_everything()
    speak(qapp, "en")


@pytest.fixture(autouse=True, scope="module")
def _windows_are_cleared_away(qapp: Any) -> Iterator[None]:
    """Here and now: a thread of a later test may not be the one that lets go of a widget."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture(autouse=True, scope="session")
def _no_child_is_left(qapp: Any) -> Iterator[None]:
    """No application ends here, which would take it along; Qt may crash where Python ends first."""
    from app import spare_child

    yield
    spare_child.drop()
    for widget in qapp.topLevelWidgets():
        if widget.parent() is None:  # the others go with theirs, and must not go before
            widget.deleteLater()
    qapp.clipboard().clear()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


class PatientBot(QtBot):  # type: ignore[misc]
    """Waits as long as a busy machine takes, where a test does not say how long."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = SLOW) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = SLOW) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def answers() -> Answers:
    return Answers()


class Strays(QObject):
    """Sees pieces of a window that open as windows of their own: a flash that takes the keys away.

    So does a label that is told to show before it has a place.
    """

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            is_window = watched.windowType() == Qt.WindowType.Window
            if is_window and type(watched) in PIECES:
                self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


#: What is only ever a part of something.
PIECES = {QWidget, QLabel, QPushButton, QToolButton, QComboBox, QLineEdit, QFrame, QScrollArea}


@pytest.fixture
def open_window(qtbot: Any, qapp: Any, answers: Answers) -> Iterator[Callable[..., Any]]:
    from app.main_window import MainWindow
    from app.start import dressed_once
    from app.theme import apply_theme

    # Windows of earlier tests would be dressed anew with each style sheet.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    apply_theme(qapp, "light")

    def let_go(window: MainWindow) -> None:
        if window.analysis.has_answered:  # an idle child serves the next window
            with contextlib.suppress(qtbot.TimeoutError):
                qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=1_000)
        for opened in window.project.opened:
            opened.past.clean = opened.past.done

    def open_(project: str | Path = "", *, analysed: bool = True) -> MainWindow:
        with dressed_once(qapp):  # half the time of every test
            window = MainWindow(dialogs=answers)
        qtbot.addWidget(window, before_close_func=let_go)
        window.resize(1440, 900)
        if isinstance(project, Path):
            window.files.read(project)
        elif project:
            window.files.read(EXAMPLES / f"{project}.loom.yaml", is_example=True)
        with qtbot.waitExposed(window):
            window.show()
        if analysed:
            qtbot.waitUntil(lambda: window.analysis.has_answered, timeout=SLOW)
        return window

    strays = Strays()
    qapp.installEventFilter(strays)
    yield open_
    qapp.removeEventFilter(strays)
    assert strays.found == []
