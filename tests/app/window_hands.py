"""Hands for the tests of the whole window: real keys and clicks, and the file that they leave."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from app.panels.fields import IndexField, StepField, SwitchField
from app.panels.pieces import Fold
from graph.document import Document, Edge
from graph.project_file import dumps, loads
from tests.app.canvas_hands import LEFT, NONE
from tests.app.conftest import SLOW, Answers

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class WindowHands:
    """Works one window as a person would; nothing is told to it but by events."""

    def __init__(self, window: Any, answers: Answers, qtbot: Any) -> None:
        self.window, self.answers, self._qtbot = window, answers, qtbot
        self.view = window.pane.view
        self.page = window.panels.inspector.node_page
        self.selection = window.panels.inspector.selection_page
        self.project_page = window.panels.inspector.project_page

    @property
    def graph(self) -> Any:
        return self.window.project.document.scope(self.window.pane.scope)

    # keys and clicks

    def key(self, key: Key, keys: object = NONE) -> None:
        """A key on the canvas; offscreen no window becomes active again after a popup closes."""
        self.window.activateWindow()
        breathe()
        QTest.keyClick(self.view, key, keys)

    def click(self, widget: QWidget) -> None:
        breathe()
        assert widget.isVisible(), f"{widget.accessibleName() or widget} cannot be seen"
        QTest.mouseClick(widget, LEFT)

    def type_into(self, field: Any, text: str) -> None:
        """Type into whatever kind of field it is, and press Enter."""
        breathe()
        if isinstance(field, QComboBox):
            self.choose(field, text)
            return
        if isinstance(field, SwitchField):
            self.click(field)
            return
        line = field.lineEdit() if isinstance(field, StepField) else field
        line = line.line if isinstance(line, IndexField) else line
        assert isinstance(line, QLineEdit)
        assert line.isVisible(), f"{line.accessibleName()} cannot be seen"
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Key.Key_Return)

    def choose(self, choice: QComboBox, text: str) -> None:
        """Open a list by Space, go down to an entry, press Enter."""
        breathe()
        assert choice.isVisible(), f"{choice.accessibleName()} cannot be seen"
        choice.setFocus()
        QTest.keyClick(choice, Key.Key_Space)
        view = choice.view()
        QTest.keyClick(view, Key.Key_Home)
        while view.currentIndex().data() != text:
            before = view.currentIndex().row()
            QTest.keyClick(view, Key.Key_Down)
            texts = [choice.itemText(i) for i in range(choice.count())]
            assert view.currentIndex().row() != before, f"there is no {text} in {texts}"
        QTest.keyClick(view, Key.Key_Return)

    def open_fold(self, fold: Fold) -> None:
        if not fold.is_open:
            self.click(fold._button)

    # the canvas

    def pick(self, node: str, keys: object = NONE) -> None:
        self.view.fit()
        at = self.view.mapFromScene(self.window.pane.scene.nodes[node].box.center())
        QTest.mouseClick(self.view.viewport(), LEFT, keys, at)

    def pick_all(self, *nodes: str) -> None:
        for index, node in enumerate(nodes):
            self.pick(node, SHIFT if index else NONE)
        assert set(self.window.pane.selection) == set(nodes)

    def pick_nothing(self) -> None:
        self.view.fit()
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, QPoint(3, 3))
        assert not self.window.pane.selection

    def add(self, words: str, name: str = "") -> str:
        """Search at the cursor; what is added is wired to the selected layer, where that fits."""
        before = set(self.graph.names)
        self.key(Key.Key_Tab)
        field = self.window.search.popup.field
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Key.Key_Return)
        [new] = set(self.graph.names) - before
        if name:
            self.key(Key.Key_F2)
            line = self.view.in_place.line
            QTest.keyClicks(line, name)
            QTest.keyClick(line, Key.Key_Return)
        self.view.setFocus()
        return name or new

    def wire(self, source: str, target: str) -> None:
        """Drag from an output, ``lstm.h_n``, to an input."""
        self.view.fit()
        (node, out), (other, into) = (end.split(".", 1) for end in (source, target))
        scene, viewport = self.window.pane.scene, self.view.viewport()
        start = self.view.mapFromScene(scene.nodes[node].port_place(out, is_output=True))
        end = self.view.mapFromScene(scene.nodes[other].port_place(into, is_output=False))
        QTest.mousePress(viewport, LEFT, NONE, start)
        for step in range(1, 9):
            QTest.mouseMove(viewport, start + (end - start) * (step / 8))
        QTest.mouseRelease(viewport, LEFT, NONE, end)
        edge = Edge(node, out, other, into)
        assert edge in self.graph.edges, f"{edge} is not among {list(self.graph.edges)}"

    def double_click(self, node: str) -> None:
        self.view.fit()
        at = self.view.mapFromScene(self.window.pane.scene.nodes[node].box.center())
        QTest.mouseClick(self.view.viewport(), LEFT, NONE, at)
        QTest.mouseDClick(self.view.viewport(), LEFT, NONE, at)

    def go_out(self) -> None:
        self.key(Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    # the inspector

    def set(self, argument: str, text: str) -> None:
        """Type the value of an argument of the selected layer."""
        breathe()
        form = self.page.form
        if form._fold is not None and not form.field(argument).isVisible():
            self.open_fold(form._fold)
        self.type_into(form.field(argument), text)

    def option(self, name: str, text: str) -> None:
        self.open_fold(self.page.options.fold)
        box = self.page.options.form.box(name)
        if isinstance(box.field, SwitchField) and text.startswith("="):
            self.write_expression(box, text)
        else:
            self.type_into(box.field, text)

    def write_expression(self, box: Any, text: str) -> None:
        """By the field's context menu: its last entry."""
        at = box.field.rect().center()
        whole = box.field.mapToGlobal(at)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, whole)
        QApplication.sendEvent(box.field, event)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        QTest.keyClick(menu, Key.Key_Up)
        QTest.keyClick(menu, Key.Key_Return)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.type_into(box.line, text)

    @property
    def weights(self) -> Any:
        self.open_fold(self.page._weights_fold)
        return self.page.weights

    def wait(self) -> None:
        """Until all is known of what is drawn: some fields follow from shapes."""
        self._qtbot.waitUntil(lambda: self.window.analysis.is_idle, timeout=SLOW)

    # the file

    def saved(self, folder: Path) -> str:
        """The text that Ctrl+S writes, without where the cards lie."""
        self.answers.path = folder / "drawn.loom.yaml"
        self.key(Key.Key_S, CONTROL)
        return without_layout(loads(self.answers.path.read_text(encoding="utf-8")))


def breathe() -> None:
    """Let the window show what was just built, as it would before anybody could click there."""
    QApplication.processEvents()


def without_layout(document: Document) -> str:
    """The text of a document, but for positions."""
    copy = loads(dumps(document))
    for scope in copy.scopes:
        for name in copy.scope(scope).names:
            copy.scope(scope).set_position(name, None)
    return dumps(copy)
