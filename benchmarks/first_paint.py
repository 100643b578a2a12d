"""Open the app with LeNet, print the time at which its window was first painted, and leave."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from app.cli.window import before_qt

before_qt()

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

from app.start import make_application, run_app


class FirstPaint(QObject):
    """Waits for the window's paint event, and for everything painted with it."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not self.seen and event.type() == QEvent.Type.Paint:
            self.seen = isinstance(watched, QMainWindow)
            if self.seen:
                QTimer.singleShot(0, self.report)
        return False

    def report(self) -> None:
        print(time.time())
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    app = make_application()
    watch = FirstPaint()
    app.installEventFilter(watch)
    run_app(Path(__file__).parent.parent / "examples" / "lenet_mnist.loom.yaml")
