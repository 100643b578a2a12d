"""Starting: the window is painted before anything slow, and PyTorch never enters its process."""

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from app.docks import BOTTOM_TABS

ROOT = Path(__file__).parent.parent.parent

PROGRAM = """
import sys
sys.path.insert(0, {root!r})
from app.start import make_application, show_example
app = make_application()
from app.main_window import MainWindow
window = MainWindow()
if {example!r}:
    show_example(window)
window.show()
order = []

from PySide6.QtCore import QObject, QEvent
class Eyes(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and "painted" not in order:
            order.append("painted")
        return False
eyes = Eyes()
window.pane.view.viewport().installEventFilter(eyes)
window.analysis.status_changed.connect(lambda words: order.append(words) if words else None)
import time
end = time.monotonic() + 300
def has_pictures():
    page = window.welcoming.page
    return page is not None and any(card.has_picture for card in page.gallery.cards)
while not (window.analysis.has_answered and has_pictures() != {example!r}):
    assert time.monotonic() < end
    app.processEvents()
    if has_pictures() and "pictures" not in order:
        order.append("pictures")
    time.sleep(0.005)
assert window.analysis.has_answered
assert [what for what in order if what != "pictures"][:2] == ["painted", "Starting PyTorch"], order
assert order[0] == "painted", order
heavy = [name for name in ("torch", "ignite", "pyqtgraph") if name in sys.modules]
assert not heavy, heavy
window.close()
print("well")
"""


@pytest.mark.slow
@pytest.mark.parametrize("example", [True, False], ids=["example", "start page"])
def test_the_window_is_painted_first_and_its_process_never_imports_torch(example):
    program = PROGRAM.format(root=str(ROOT), example=example)
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=600
    )

    assert ran.returncode == 0, ran.stderr[-3000:]
    assert ran.stdout == "well\n"


def test_the_window_keeps_to_the_screens_it_is_made_for(open_window, qapp):
    window = open_window("mlp_digits", analysed=False)

    for size, tab in product([(1280, 800), (1920, 1080)], BOTTOM_TABS):
        window.resize(*size)
        window.panels.show_tab(tab)
        qapp.processEvents()

        assert (window.width(), window.height()) == size, tab
        assert window.pane.view.width() >= 600, tab
        assert window.pane.view.height() >= 300, tab


def test_every_control_has_a_name_for_those_who_cannot_see_it(open_window):
    from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

    window = open_window("mlp_digits", analysed=False)
    window.pane.view.select(["fc1"])
    window.panels.show_tab("training")

    nameless = [
        widget
        for kind in (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit)
        for widget in window.findChildren(kind)
        if isinstance(widget, QWidget)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QAbstractSpinBox | QLineEdit | QComboBox)
        and not (widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip())
    ]

    assert nameless == []


def test_no_two_commands_have_the_same_keys():
    from PySide6.QtGui import QKeySequence

    from app.commands import COMMANDS

    keys = [QKeySequence(k).toString() for command in COMMANDS for k in command.keys]

    assert len(keys) == len(set(keys))
