"""A child process, and who may let go of it when."""

import sys

import shiboken6
from PySide6.QtCore import QEvent, QObject

from app import line_process
from app.line_process import LineProcess
from tests.app.conftest import SLOW


def test_a_child_that_takes_long_to_die_outlives_whoever_had_it(qtbot, qapp, qtlog, monkeypatch):
    monkeypatch.setattr(line_process, "_DYING", 0)
    owner = QObject()
    child = LineProcess(sys.executable, ["-c", "import time; time.sleep(1000)"], parent=owner)
    with qtbot.waitSignal(child.started, timeout=SLOW):
        child.start()

    child.drop()
    owner.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    qtbot.waitUntil(lambda: not shiboken6.isValid(child), timeout=SLOW)
    assert not [record for record in qtlog.records if "Destroyed" in record.message]


def test_nothing_is_heard_of_a_child_that_was_dropped(qtbot, qapp):
    said = []
    talk = "while True: print('{}', flush=True)"
    child = LineProcess(sys.executable, ["-c", talk])
    child.received.connect(said.append)
    child.ended.connect(said.append)
    child.start()
    qtbot.waitUntil(lambda: bool(said), timeout=SLOW)

    child.drop()

    heard = len(said)
    qtbot.waitUntil(lambda: not shiboken6.isValid(child), timeout=SLOW)
    assert len(said) == heard
