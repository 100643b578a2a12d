"""What the desktop hears of a run, on a session bus of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

#: Tells the progress twice, once somebody listens, and prints what was heard.
TOLD = """
import subprocess, sys
from PySide6.QtWidgets import QApplication, QWidget
from app.task_bar import TaskBar

rule = "type='signal',interface='com.canonical.Unity.LauncherEntry'"
heard = subprocess.Popen(["dbus-monitor", rule], stdout=subprocess.PIPE, text=True)
next(line for line in heard.stdout if "NameLost" in line)  # by then it listens
app = QApplication(sys.argv)
window = QWidget()
window.setWindowTitle("LeNet")
bar = TaskBar(window)
for fraction, left in ((0.25, 125.0), (None, None)):
    bar.show_progress(fraction, left)
    print("title:", window.windowTitle())
for line in heard.stdout:
    print(line.strip())
    if line.strip() == "boolean false" or "boolean false" in line:
        break
heard.kill()
heard.communicate()
"""


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no D-Bus here")
def test_docks_are_told_how_far_a_run_is_and_that_it_is_over():
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", TOLD],
        cwd=ROOT, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip

    lines = told.stdout.splitlines()
    assert lines[:2] == [
        "title: 25 % \N{MIDDLE DOT} 2:05 min left \N{MIDDLE DOT} LeNet",
        "title: LeNet",
    ], told.stderr
    said = "\n".join(lines)
    assert said.count("member=Update") == 2 and 'string "application://layerloom.desktop"' in said
    assert "double 0.25" in said and said.index("boolean true") < said.index("boolean false")
