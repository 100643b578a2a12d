"""The pictures of the documentation, taken of the real window: ``python -m app.screenshots DIR``.

Draws off screen at twice the size. The dark one shows a run of training that really took place.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.main_window import MainWindow

WIDTH, HEIGHT = 1600, 1000

#: Seconds that a child may take to answer, and a run to reach its end.
PATIENCE, RUN = 120.0, 600.0


def main(folder: Path) -> None:
    """Write ``lenet-light.png`` and ``lenet-dark.png`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", "2")
    with tempfile.TemporaryDirectory() as home:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            os.environ[variable] = home
        _take_all(folder)


def _take_all(folder: Path) -> None:
    from app.main_window import MainWindow
    from app.start import make_application, show_example

    make_application()
    window = MainWindow()
    window.set_theme("light")
    window.resize(WIDTH, HEIGHT)
    show_example(window)
    window.show()
    _wait(lambda: window.analysis.has_answered, PATIENCE)
    window.panels.show_tab("source")
    window.pane.view.select(["conv2"])
    _wait(lambda: window.analysis.is_idle, PATIENCE)
    _take(window, folder / "lenet-light.png")

    window.set_theme("dark")
    window.pane.view.select(["fc1"])
    window.running.train()
    _wait(lambda: _progress_of(window) > 0.7 or not window.training.is_active, RUN)
    _take(window, folder / "lenet-dark.png")
    window.training.stop()
    _wait(lambda: not window.training.is_active, PATIENCE)
    window.close()


def _progress_of(window: MainWindow) -> float:
    return float(window.panels.training.run.progress.fraction)


def _take(window: MainWindow, path: Path) -> None:
    _wait(lambda: False, 1.0)  # curves repaint on a timer, docks settle
    window.grab().save(str(path))
    sys.stdout.write(f"{path}\n")


def _wait(until: Callable[[], bool], seconds: float) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not until() and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures"))
