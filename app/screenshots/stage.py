"""Where a scene plays: a real window, waited for and photographed."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.main_window import MainWindow
from app.settings import Settings
from app.start import make_application, show_example
from graph.document import Document

#: Seconds that a child may take to answer.
PATIENCE = 120.0


class Stage:
    """A window, 1600 x 1000 unless ``resize`` says otherwise, light, with nothing in it."""

    def __init__(self, folder: Path) -> None:
        make_application()
        self._folder = folder
        self._home = tempfile.TemporaryDirectory()  # a file that vanished would be told of
        settings = Settings()
        settings.forget_window()  # the scene before may have played in a smaller one
        self.window = MainWindow(settings)
        self.window.set_theme("light")
        self.window.resize(1600, 1000)

    def __enter__(self) -> Stage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: TracebackType | None
    ) -> None:
        self.window.training.stop()
        self.wait(lambda: not self.window.training.is_active)
        for opened in self.window.project.opened:
            opened.past.clean = opened.past.done  # or it would ask whether to save
        self.window.close()
        self._home.cleanup()

    def show(self, example: str, *, beside: bool = False) -> MainWindow:
        """Open an example by its name, alone or in a tab; wait until its shapes are known."""
        if not beside:
            self.window.project.replace(Document(), None)
        show_example(self.window, example)
        self.window.show()
        self.wait(lambda: self.window.analysis.has_answered)
        return self.window

    def show_text(self, project: str) -> MainWindow:
        """Open a project that is written out, as ``show`` opens an example."""
        path = Path(tempfile.mkdtemp(dir=self._home.name)) / "project.loom.yaml"
        path.write_text(project, encoding="utf-8")
        self.window.project.replace(Document(), None)
        self.window.files.read(path)
        self.window.show()
        self.wait(lambda: self.window.analysis.has_answered)
        return self.window

    def settle(self) -> None:
        """Wait for the answers to all that was asked, and for what is drawn on a timer."""
        self.wait(lambda: self.window.analysis.is_idle)
        self.wait(lambda: False, 1.0)

    def take(self, name: str, of: QWidget | None = None) -> None:
        """Write a picture of the window, or of a part of it: ``NAME.png``."""
        self.settle()
        self.keep(name, (of or self.window).grab().toImage())

    def keep(self, name: str, picture: QImage) -> None:
        """Write any picture: ``NAME.png``."""
        path = self._folder / f"{name}.png"
        picture.save(str(path))
        sys.stdout.write(f"{path}\n")

    def take_both(self, name: str, of: QWidget | None = None) -> None:
        """``NAME-light.png`` and ``NAME-dark.png``."""
        for theme in ("light", "dark"):
            self.window.set_theme(theme)
            self.take(f"{name}-{theme}", of)

    def wait(self, until: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Let the window live until something holds, or the time is over."""
        end = time.monotonic() + seconds
        while not until() and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)
