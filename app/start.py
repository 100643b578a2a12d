"""Starting the app: a window is on the screen before anything slow is imported."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from graph.collector import keep_for_long


def run_app(path: Path | None = None) -> int:
    """Open the window, with ``path`` or the start page in it, and stay until it is closed."""
    app = make_application()
    from app.garbage import collect_in_this_thread
    from app.main_window import MainWindow
    from app.safety.crash_log import begin_log
    from app.safety.crashing import Crashing
    from app.safety.places import safety_folder
    from app.windows import open_windows

    collect_in_this_thread(app)
    begin_log(safety_folder("crashes"))
    Crashing(open_windows, app).install()
    with dressed_once(app):
        window = MainWindow()
    window.safety.recovery.offer_soon()
    window.show()
    keep_for_long()  # what was imported and built until now
    if path is not None:
        window.files.read(path)
    code: int = app.exec()
    return code


@contextmanager
def dressed_once(app: QApplication) -> Iterator[None]:
    """Let widgets be built bare: with a style sheet, Qt dresses them anew at every step of it."""
    sheet = app.styleSheet()
    app.setStyleSheet("")
    yield
    app.setStyleSheet(sheet)


def make_application() -> QApplication:
    """The application in the theme that the user chose."""
    from app.appearance import scale_interface
    from app.languages import speak
    from app.settings import Settings
    from app.theme import apply_theme, icon

    scale_interface(Settings(), os.environ)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Layerloom")
    app.setOrganizationName("Layerloom")
    settings = Settings()
    speak(app, settings.language)
    apply_theme(app, settings.theme)  # type: ignore[arg-type]
    app.setWindowIcon(icon("layerloom", "accent"))
    return app


def show_example(window: object, name: str = "lenet_mnist") -> None:
    """Open an example by its name."""
    from app.file_handling import EXAMPLES, SUFFIX

    path = EXAMPLES / f"{name}{SUFFIX}"
    if path.is_file():
        window.files.read(path, is_example=True)  # type: ignore[attr-defined]
