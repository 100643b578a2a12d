"""For those who see little or use no mouse: names, Tab stops, focus, words for the canvas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.app.conftest import SLOW

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)


def controls(window: QWidget) -> Iterator[QWidget]:
    """What can be worked and seen; parts of a control, as the arrow of a list, are not counted."""
    for widget in window.findChildren(QWidget):
        is_part = isinstance(widget.parent(), QAbstractSpinBox | QComboBox | QLineEdit)
        is_control = isinstance(widget, CONTROLS) and not isinstance(
            widget, QScrollBar | QHeaderView
        )
        if is_control and not is_part and widget.isVisible() and widget.isEnabled():
            yield widget


def name_of(widget: QWidget) -> str:
    """What a screen reader says of it."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told is not None else ""


def every_view(window: Any) -> Iterator[str]:
    """The window with each of its tabs in front, and with nothing, one and two nodes selected."""
    for names in ([], ["conv1"], ["conv1", "relu1"]):
        window.pane.view.select(names)
        QApplication.processEvents()
        yield f"{len(names)} selected"
    for tabs in window.findChildren(QTabBar):
        for index in range(tabs.count()):
            if tabs.isVisible():
                tabs.setCurrentIndex(index)
                QApplication.processEvents()
                yield tabs.tabText(index)


@pytest.fixture
def window(open_window):
    return open_window("lenet_mnist")


def test_every_control_has_a_name_that_a_screen_reader_can_say(window):
    nameless = {
        f"{view}: {type(widget).__name__} in {type(widget.parent()).__name__}"
        for view in every_view(window)
        for widget in controls(window)
        if not name_of(widget).strip()
    }

    assert nameless == set()


def test_every_control_can_be_reached_by_tab(window):
    out_of_reach = {
        f"{view}: {type(widget).__name__} {name_of(widget)!r}"
        for view in every_view(window)
        for widget in controls(window)
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    assert out_of_reach == set()


def test_tab_goes_round_the_window_and_passes_every_panel(window):
    window.activateWindow()
    window.panels.palette.setFocus()
    passed: list[QWidget] = []
    while (stop := QApplication.focusWidget()) is not None and stop not in passed:
        passed.append(stop)
        window.focusNextChild()

    for place in (window.panels.palette, window.panels.bottom, window.panels.inspector):
        assert any(place.isAncestorOf(stop) for stop in passed), name_of(place)


def test_where_the_focus_is_can_be_seen(window):
    """With the focus, no control looks as it does without."""
    unseen = set()
    window.activateWindow()
    for view in every_view(window):
        for widget in controls(window):
            if isinstance(widget, QPlainTextEdit | QTextEdit | QAbstractItemView):
                continue  # these show a cursor, or a current row
            widget.clearFocus()
            without = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if widget.hasFocus() and widget.grab().toImage() == without:
                unseen.add(f"{view}: {type(widget).__name__} {name_of(widget)!r}")

    assert sorted(unseen) == []


def test_the_canvas_says_what_is_selected(window):
    view = window.pane.view

    view.select(["conv1"])

    said = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)
    assert "conv1" in said
    assert "Conv2d" in said
    assert "[N, 6, 28, 28]" in said


def test_the_canvas_says_what_is_wrong_with_what_is_selected(window, qtbot):
    view = window.pane.view
    view.select(["flat"])
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: bool(window.analysis.analysis.problems), timeout=SLOW)
    one = next(p for p in window.analysis.analysis.problems if p.node)

    view.select([one.node])

    said = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Description)
    assert one.message in said
