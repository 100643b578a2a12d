"""What nobody expected is said once, with a report to copy, and the app lives on."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.safety.crash_log import take_logs
from app.safety.crashing import Crashing
from app.windows import open_windows
from graph.edits import RenameProject
from graph.project_file import load_project

ROOT = Path(__file__).parent.parent.parent
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def terminal() -> list[BaseException]:
    """What the terminal hears."""
    return []


@pytest.fixture
def crashing(qapp: Any, monkeypatch: pytest.MonkeyPatch, terminal: list[Any]) -> Any:
    """Installed as at the start; the exceptions of a test are no failures of it."""
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: terminal.append(error))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = Crashing(open_windows, qapp)
    made.install()
    yield made
    if made.dialog is not None:
        made.dialog.close()
    made.deleteLater()


def stumble(secret: str = "conv_secret") -> None:
    raise KeyError(secret)


def test_an_exception_in_a_slot_is_shown_once_and_the_window_lives_on(
    open_window, qtbot, crashing, terminal
):
    window = open_window("mlp_digits", analysed=False)
    window.actions_by_key["tidy"].triggered.connect(lambda _: stumble())

    for _ in range(3):
        window.actions_by_key["tidy"].trigger()
    qtbot.waitUntil(lambda: crashing.dialog is not None and crashing.dialog.isVisible())
    text = crashing.dialog.text.toPlainText()
    QTest.mouseClick(crashing.dialog.go_on, LEFT)
    window.actions_by_key["tidy"].trigger()
    window.push(RenameProject("Still here"))
    qtbot.wait(1)

    assert text.splitlines().count("KeyError") == 1
    assert "in stumble" in text
    assert "Python 3." in text
    assert "PySide6" in text
    assert crashing.dialog is None
    assert len(terminal) == 4
    assert window.project.document.name == "Still here"
    assert window.project.is_modified


def test_the_report_tells_nothing_of_the_project_unless_it_is_ticked(open_window, qtbot, crashing):
    window = open_window("mlp_digits", analysed=False)
    window.push(RenameProject("Secret network"))
    QTimer.singleShot(0, stumble)
    qtbot.waitUntil(lambda: crashing.dialog is not None)
    dialog = crashing.dialog

    QTest.mouseClick(dialog.copy, LEFT)
    without = QGuiApplication.clipboard().text()
    dialog.with_project.click()
    QTest.mouseClick(dialog.copy, LEFT)
    whole = QGuiApplication.clipboard().text()

    assert "conv_secret" not in without
    assert "Secret network" not in without
    assert str(Path.home()) not in without
    assert "KeyError: 'conv_secret'" in whole
    assert "name: Secret network" in whole


def test_where_one_led_to_another_both_are_told(open_window, qtbot, crashing):
    open_window("mlp_digits", analysed=False)
    words = "because of that"

    def fall() -> None:
        try:
            stumble()
        except KeyError as error:
            raise ValueError(words) from error

    QTimer.singleShot(0, fall)
    qtbot.waitUntil(lambda: crashing.dialog is not None)
    text = crashing.dialog.text.toPlainText()

    lines = text.splitlines()
    assert lines.index("KeyError") < lines.index("which led to") < lines.index("ValueError")
    assert words not in text


def test_a_widget_that_cannot_paint_and_a_thread_that_stops_come_into_one_dialog(
    open_window, qtbot, crashing
):
    window = open_window("mlp_digits", analysed=False)

    class Broken(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            raise ZeroDivisionError

    broken = Broken(window)
    broken.resize(20, 20)
    broken.show()
    qtbot.waitUntil(lambda: crashing.dialog is not None)
    for _ in range(5):
        broken.update()
        qtbot.wait(1)
    thread = threading.Thread(target=stumble)
    thread.start()
    thread.join()

    qtbot.waitUntil(lambda: "KeyError" in crashing.dialog.text.toPlainText())
    lines = crashing.dialog.text.toPlainText().splitlines()
    assert lines.count("ZeroDivisionError") == 1
    broken.hide()
    broken.deleteLater()


def test_a_copy_can_be_saved_before_the_app_ends_and_the_file_stays(
    open_window, qtbot, crashing, answers, tmp_path, monkeypatch
):
    path = tmp_path / "net.loom.yaml"
    path.write_bytes((ROOT / "examples" / "mlp_digits.loom.yaml").read_bytes())
    before, ended = path.read_bytes(), []
    monkeypatch.setattr("app.safety.crashing.QApplication.exit", ended.append)
    window = open_window(path, analysed=False)
    window.push(RenameProject("Mine"))
    QTimer.singleShot(0, stumble)
    qtbot.waitUntil(lambda: crashing.dialog is not None)

    answers.path = tmp_path / "missing" / "copy"
    QTest.mouseClick(crashing.dialog.leave, LEFT)
    told = list(answers.told)
    answers.path = tmp_path / "copy"
    QTest.mouseClick(crashing.dialog.leave, LEFT)

    assert told == [
        f"The folder {tmp_path / 'missing'} is not there any more. Save it in another folder."
    ]
    assert answers.asked[-1] == str(tmp_path / "copy_of_mine.loom.yaml")
    assert load_project(tmp_path / "copy.loom.yaml").name == "Mine"
    assert path.read_bytes() == before
    assert ended == [1]


DYING = """
import sys
from pathlib import Path
from app.safety.crash_log import begin_log
Path(sys.argv[1]).mkdir()
begin_log(Path(sys.argv[1]))
if sys.argv[2] == "die":
    import faulthandler
    faulthandler._sigabrt()
"""


@pytest.mark.parametrize(("ends", "tells"), [("die", "Fatal Python error: Aborted"), ("well", "")])
def test_a_process_that_dies_at_once_leaves_where_it_was(
    tmp_path: Path, ends: str, tells: str
) -> None:
    folder = tmp_path / "crashes"

    subprocess.run([sys.executable, "-c", DYING, str(folder), ends], cwd=ROOT, check=False)

    assert take_logs(folder)[: len(tells)] == tells
    assert take_logs(folder) == ""
    assert list(folder.iterdir()) == []


def test_the_app_itself_installs_all_of_it_and_offers_what_was_lost(tmp_path: Path) -> None:
    program = """
import os, sys
from PySide6.QtCore import QTimer
from app import start
path = sys.argv[1]
app = start.make_application()
def look():
    from app.windows import open_windows
    windows = open_windows()
    if not windows or windows[0].project.path is None:
        QTimer.singleShot(10, look)
        return
    [window] = windows
    if not window.project.is_modified:
        from graph.edits import RenameProject
        window.push(RenameProject("Mine"))
    def fail():
        raise RuntimeError("in a slot")
    QTimer.singleShot(0, fail)
    tell(window)
def tell(window):
    from PySide6.QtWidgets import QApplication
    from app.safety.crash_dialog import CrashDialog
    shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    crash = [top for top in shown if isinstance(top, CrashDialog)]
    offered = window.safety.recovery.dialog
    wanted = len(sys.argv) > 2 and offered is None  # its journal is still being read
    if not crash or wanted:
        QTimer.singleShot(10, lambda: tell(window))
        return
    print(len(crash), offered.list.count() if offered else 0, flush=True)
    os.kill(os.getpid(), 9)
QTimer.singleShot(0, look)
from pathlib import Path
start.run_app(Path(path))
"""
    path = tmp_path / "net.loom.yaml"
    path.write_bytes((ROOT / "examples" / "mlp_digits.loom.yaml").read_bytes())
    said = []
    for more in ([], ["offered"]):
        done = subprocess.run(
            [sys.executable, "-c", program, str(path), *more],
            cwd=ROOT, capture_output=True, text=True,
            env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")}, check=False,
        )  # fmt: skip
        assert "RuntimeError: in a slot" in done.stderr
        said.append(done.stdout)

    assert said == ["1 0\n", "1 1\n"]
