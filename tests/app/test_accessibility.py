"""For those who see little or use no mouse: names, Tab stops, focus, words for the canvas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.dialogs import ask_unsaved
from app.safety.crash_dialog import CrashDialog
from app.safety.crash_report import failure_of
from app.theme import THEMES, contrast
from graph.edits import RenameProject
from tests.app.conftest import EXAMPLES, SLOW
from tests.app.test_drops import drop
from tests.app.test_recovery import crash

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


def unreadable(root: QWidget) -> Iterator[str]:
    """Words whose colour has less than 4.5:1 with what they really stand on."""
    picture = root.grab().toImage()
    scale = picture.devicePixelRatio()
    for widget in root.findChildren(QWidget):
        inks = inks_of(widget) if widget.isVisible() and widget.isEnabled() else {}
        place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()) & root.rect()
        if not inks or place.isEmpty():
            continue
        ground = commonest(picture, place, scale)
        for words, ink in inks.items():
            if contrast(ink, ground) < 4.5:
                yield f"{words!r}: {ink} on {ground}"


def inks_of(widget: QWidget) -> dict[str, str]:
    """The colours in which a widget writes, by the words: those of source by what they mark."""
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit) and widget.text():
        return {widget.text(): widget.palette().color(widget.foregroundRole()).name()}
    inks = {}
    block = widget.document().firstBlock() if isinstance(widget, QPlainTextEdit) else QTextBlock()
    while block.isValid():
        for part in block.layout().formats():
            words = block.text()[part.start : part.start + part.length]
            inks[words] = part.format.foreground().color().name()
        block = block.next()
    return inks


def commonest(picture: QImage, place: QRect, scale: float) -> str:
    xs, ys = (
        range(int(low * scale), int(high * scale), 2)
        for low, high in ((place.left(), place.right() + 1), (place.top(), place.bottom() + 1))
    )
    seen = Counter(picture.pixel(x, y) for x, y in product(xs, ys))
    return QColor(seen.most_common(1)[0][0]).name()


def every_dialog(window: Any) -> Iterator[QWidget]:
    """Each as it really opens, one after the other."""
    path = window.project.path
    for name in ("One", "Two"):
        window.push(RenameProject(name))
        window.actions_by_key["save"].trigger()
    for key in ("shortcuts", "new_from", "versions", "documentation", "find_lr"):
        window.actions_by_key[key].trigger()
        yield from shown(window)
    crash(path, RenameProject("Three"))
    window.safety.recovery.offer()
    yield from shown(window)
    path.write_text(path.read_text().replace("Two", "Four"))
    window.safety.guard.compare()
    yield from shown(window)
    table = path.with_name("table.csv")
    table.write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    drop(window, table)
    yield from shown(window)
    window.loading_weights.look_at(table)
    yield from shown(window)
    ask_unsaved(window, "net", *[lambda: None] * 3)
    yield from shown(window)
    dialog = CrashDialog("", window)
    dialog.add(failure_of(KeyError("x")))
    dialog.open()
    yield from shown(window)


def shown(window: QWidget) -> Iterator[QWidget]:
    QApplication.processEvents()
    tops = QApplication.topLevelWidgets()
    for top in [top for top in tops if top.isVisible() and top.parent() is window]:
        yield top
        top.close()


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_dialog_is_named_reached_by_tab_and_can_be_read(open_window, tmp_path, theme):
    path = tmp_path / "net.loom.yaml"
    path.write_bytes((EXAMPLES / "lenet_mnist.loom.yaml").read_bytes())
    window = open_window(path)
    window.set_theme(theme)
    wrong: set[str] = set()
    seen = []
    for dialog in every_dialog(window):
        title = dialog.windowTitle()
        seen.append(title)
        every = list(controls(dialog))
        wrong |= {
            f"{title}: a {type(one).__name__} has no name" for one in every if not name_of(one)
        }
        wrong |= {f"{title}: {words}" for words in unreadable(dialog)}
        passed: set[QWidget] = set()
        dialog.activateWindow()
        every[0].setFocus()
        while (stop := dialog.focusWidget()) is not None and stop not in passed:
            passed.add(stop)
            dialog.focusNextChild()
        wrong |= {f"{title}: Tab passes by {name_of(one)!r}" for one in {*every} - passed}

    assert wrong == set()
    assert len(seen) >= 11, seen


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_word_of_the_window_can_be_read(open_window, theme):
    window = open_window("lenet_mnist")
    window.set_theme(theme)

    wrong = {f"{view}: {words}" for view in every_view(window) for words in unreadable(window)}

    assert wrong == set()


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
