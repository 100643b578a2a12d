"""How late the window's event loop is while it shows a run: prints the delays as JSON."""

from __future__ import annotations

import json
import os
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.main_window import MainWindow
from app.start import make_application
from app.training_client import RUNNING
from graph.edits import SetTraining

ROOT = Path(__file__).parent.parent

#: Milliseconds between two ticks, seconds that are measured, and that may pass before the run.
TICK, MEASURED, PATIENCE = 5, 15.0, 180.0


def delays(seconds: float) -> dict[str, list[float]]:
    """By how many seconds each tick of a timer comes late, and how many our own thread worked.

    Where other programs want the processor, a tick is late that nothing of ours has held up.
    """
    late: list[float] = []
    worked: list[float] = []
    clock, loop = QElapsedTimer(), QEventLoop()
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK)

    def tick() -> None:
        nonlocal before
        late.append(max(0.0, clock.nsecsElapsed() / 1e9 - TICK / 1000))
        worked.append(time.thread_time() - before)
        clock.start()
        before = time.thread_time()

    timer.timeout.connect(tick)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    clock.start()
    before = time.thread_time()
    timer.start()
    loop.exec()
    timer.stop()
    return {"late": late, "worked": worked}


def main() -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = tempfile.mkdtemp()
    make_application()
    window = MainWindow()
    window.resize(1440, 900)
    window.show()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lenet.loom.yaml"
        file.write_bytes((ROOT / "examples/lenet_mnist.loom.yaml").read_bytes())
        window.files.read(file)
        window.project.push(SetTraining(("epochs",), 1000))
        window.panels.show_tab("training")
        idle = delays(5.0)
        _start(window)
        running = delays(MEASURED)
        told = window.training.state
        window.training.close()
    print(json.dumps({"idle": idle, "running": running, "state": told}))
    os._exit(0)


def _start(window: MainWindow) -> None:
    """Press Train, and wait until steps come in."""
    deadline = time.monotonic() + PATIENCE
    while window.training.state != RUNNING:
        if window.training.state == "idle":
            window.actions_by_key["train"].trigger()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        if time.monotonic() > deadline:
            raise TimeoutError("the run has not begun")


if __name__ == "__main__":
    main()
