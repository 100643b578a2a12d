"""Docks around the canvas: they give way in a small window and come back as the user had them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.appearance import SCALE_FACTOR
from app.keeping_room import BELOW
from app.settings import Settings

LEFT = Qt.MouseButton.LeftButton

SMALLEST = """
from app.start import make_application
app = make_application()
from app.main_window import MainWindow
window = MainWindow()
window.show()
window.resize(1, 1)
app.processEvents()
print(window.width() * window.devicePixelRatioF(), window.height() * window.devicePixelRatioF())
import os, sys
sys.stdout.flush()
os._exit(0)
"""


@pytest.fixture
def window(open_window):
    return open_window("lenet_mnist", analysed=False)


def resize(window, width: int, height: int) -> None:
    window.resize(width, height)
    QApplication.processEvents()
    QApplication.processEvents()


def lengths(window) -> tuple[int, int, int]:
    docks = window.panels.docks
    return docks["left"].width(), docks["right"].width(), docks["bottom"].height()


def drag_separator(window, dock: str, by: QPoint) -> None:
    """Take the line between a dock and the canvas, and pull it."""
    box = window.panels.docks[dock].geometry()
    at = {
        "left": QPoint(box.right() + 1, box.center().y()),
        "right": QPoint(box.left() - 1, box.center().y()),
        "bottom": QPoint(box.center().x(), box.top() - 1),
    }[dock]
    QTest.mouseMove(window, at)
    QTest.mousePress(window, LEFT, pos=at)
    for part in (1, 2, 3):
        QTest.mouseMove(window, at + by * part / 3)
        QApplication.processEvents()
    QTest.mouseRelease(window, LEFT, pos=at + by)
    QApplication.processEvents()


def test_docks_that_gave_way_come_back_as_wide_as_they_were(window):
    before = lengths(window)

    resize(window, 830, 520)
    small = lengths(window)
    resize(window, 1440, 900)

    assert all(now < was for now, was in zip(small, before, strict=True))
    assert lengths(window) == before


def test_they_come_back_as_wide_as_they_were_dragged(window):
    drag_separator(window, "left", QPoint(60, 0))
    drag_separator(window, "right", QPoint(-90, 0))
    drag_separator(window, "bottom", QPoint(0, -80))
    dragged = lengths(window)

    for width in range(1440, 820, -60):  # as a window is made small by hand
        resize(window, width, 900 - (1440 - width) // 2)
    for width in range(820, 1441, 60):
        resize(window, width, 900 - (1440 - width) // 2)
    resize(window, 1440, 900)

    assert all(now > was for now, was in zip(dragged, (270, 370, 330), strict=True))
    assert lengths(window) == dragged
    assert Settings().dock_lengths == dict(zip(("left", "right", "bottom"), dragged, strict=True))


def test_dragging_one_in_a_small_window_leaves_what_the_others_want(window):
    before = lengths(window)
    resize(window, 830, 520)

    drag_separator(window, "bottom", QPoint(0, -30))
    resize(window, 1440, 520)

    assert lengths(window)[:2] == before[:2]


def test_a_very_narrow_window_puts_the_palette_away_and_brings_it_back(window):
    left = window.panels.docks["left"]

    resize(window, 640, 400)
    assert not left.isVisible()
    assert window.pane.view.width() >= 350
    resize(window, 1440, 900)
    assert left.isVisible()

    resize(window, 640, 400)
    left.toggleViewAction().trigger()
    resize(window, 600, 400)
    assert left.isVisible()  # as the user wants it


def test_a_palette_that_only_gave_way_is_there_in_the_next_window_that_has_room(open_window):
    window = open_window("lenet_mnist", analysed=False)
    resize(window, 640, 400)
    window.close()

    narrow = open_window("lenet_mnist", analysed=False)  # at its old size, and then a larger one

    assert narrow.width() > 1400 and narrow.panels.docks["left"].isVisible()


def test_the_tabs_below_are_folded_in_a_very_low_window_and_open_on_a_click(window):
    bottom = window.panels.docks["bottom"]
    resize(window, 900, 340)
    folded = bottom.height()

    bar = window.panels.bottom.tabBar()
    QTest.mouseClick(bar, LEFT, pos=bar.tabRect(1).center())
    QApplication.processEvents()

    assert folded < 60
    assert window.panels.front is window.panels.source
    assert bottom.height() > 100
    resize(window, 900, 339)
    assert bottom.height() < 60
    window.panels.show_tab("training")
    QApplication.processEvents()
    assert bottom.height() > 100
    resize(window, 1440, 900)
    assert bottom.height() == BELOW


def test_the_window_fits_a_small_screen_in_the_largest_interface():
    environment = {**os.environ, SCALE_FACTOR: "2"}

    said = subprocess.run(
        [sys.executable, "-c", SMALLEST],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    width, height = map(float, said.stdout.split())
    assert width <= 1280
    assert height <= 640  # of 720, with the bars of the desktop and of the window


DIALOGS = """
from app.start import make_application
app = make_application()
from app.main_window import MainWindow
from app.documentation.window import DocumentationWindow
from app.panels.studio.search_dialog import SearchDialog
from app.safety.compare_dialog import CompareDialog
from app.safety.crash_dialog import CrashDialog
from app.shortcuts_dialog import ShortcutsDialog
window = MainWindow()
window.show()
for dialog in (
    ShortcutsDialog(window.keymap, window), CrashDialog("Net", window), window,
    CompareDialog("net.loom.yaml", window), SearchDialog("lr", window), DocumentationWindow(window),
):
    dialog.show()
    app.processEvents()
    room = dialog.screen().availableSize()
    fits = dialog.width() <= room.width() and dialog.height() <= room.height()
    print(type(dialog).__name__, "fits" if fits else dialog.size())
import os, sys
sys.stdout.flush()
os._exit(0)
"""


def test_no_dialog_is_larger_than_the_screen():
    environment = {**os.environ, SCALE_FACTOR: "1.5"}  # of the 800 x 800 that are drawn off screen

    said = subprocess.run(
        [sys.executable, "-c", DIALOGS], env=environment, capture_output=True, text=True, check=True
    )

    assert [line.split(" ", 1)[1] for line in said.stdout.splitlines()] == ["fits"] * 6
