"""Every command and every field that changes the document: one step, undone and redone exactly."""

from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.commands import COMMANDS, MENUS
from graph.project_file import dumps
from tests.app.conftest import SLOW

VARIED = """layerloom: 1
name: Varied
blocks:
  Part:
    note: two rows
    arguments: {width: 4, depth: 1}
    nodes:
      x: {type: Input}
      fc: {type: Linear, out_features: =width, group: rows, note: inside}
      act: {type: ReLU, group: rows}
      y: {type: Output}
    edges:
      - x -> fc -> act -> y
    groups:
      rows: {container: Sequential}
nodes:
  image: {type: Input, shape: [N, 4]}
  part: {type: Part, width: 8, repeat: 2, note: twice}
  one: {type: Linear, out_features: 8, group: inner, initialize: {weight: zeros}, trainable: false}
  two: {type: ReLU, group: inner}
  three: {type: Linear, out_features: 8, group: outer}
  four: {type: Linear, shares: three}
  sum: {type: torch.add}
  scores: {type: Output}
edges:
  - image -> part -> one -> two -> three -> four -> sum -> scores
  - part -> sum.other
groups:
  outer: {container: Sequential}
  inner: {container: ModuleList, group: outer}
initialize:
  - {types: Linear, parameters: weight, with: {normal: {std: 0.1}}}
training:
  loss: {type: CrossEntropyLoss}
  optimizer: {type: SGD, lr: 0.1}
  epochs: 3
style: {sequential: named}
layout:
  image: [0, 0]
  part: [300, 3]
  one: [600, 40]
  two: [900, 11]
  three: [1200, 30]
  four: [1500, 5]
  sum: [1800, 17]
  scores: [2100, 0]
"""

#: What is selected, by the scope in which; wires by their ends.
SELECTIONS = {
    "nothing": ("", []),
    "one": ("", ["one"]),
    "a use of a block": ("", ["part"]),
    "what others share": ("", ["three"]),
    "a whole frame": ("", ["one", "two"]),
    "many": ("", ["one", "two", "three", "sum"]),
    "all": ("", ["image", "part", "one", "two", "three", "four", "sum", "scores"]),
    "inside a block": ("Part", ["fc", "act"]),
}

#: These leave the project, run it, or go to it by time.
ELSEWHERE = {
    *("new", "open", "save", "save_as", "quit", "undo", "redo", "train", "pause", "stop", "probe"),
    *("step_on", "step_back", "open_run", "full_screen", "load_weights", "new_window"),
    *("close_tab", "reopen", "next_project", "previous_project", "move_to_window", "present"),
    *("tour", "new_from", "copy_picture"),
}


@pytest.fixture
def window(open_window, tmp_path):
    path = tmp_path / "varied.loom.yaml"
    path.write_text(VARIED)
    window = open_window(path, analysed=False)
    window.pane.view.reduced_motion = True
    return window


def state(window) -> str:
    return dumps(window.project.document)


def check_undo(window, before: str, steps: int, what: str) -> bool:
    """Whether the document changed; if so, that it goes there and back by exactly one step."""
    stack = window.project.stack
    after = state(window)
    if after == before:
        assert stack.count() - steps <= 1, what
        while stack.count() > steps and stack.canUndo():
            stack.undo()
        return False
    assert stack.index() == steps + 1, f"{what} is {stack.index() - steps} steps"
    stack.undo()
    assert state(window) == before, what
    stack.redo()
    assert state(window) == after, what
    stack.undo()
    assert state(window) == before, what
    return True


def close_what_opened(window) -> None:
    window.commands.close_down()
    window.search.popup.close_search()
    window.pane.view.in_place.close()
    window.pane.view.note_editor.close()
    window.pane.view.key_wiring.cancel()
    for popup in iter(QApplication.activePopupWidget, None):
        popup.close()
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


#: Those that stand for the others where there is little time.
QUICK = {"one"}

CHOSEN = [
    pytest.param(chosen, marks=() if chosen in QUICK else pytest.mark.slow) for chosen in SELECTIONS
]


@pytest.mark.parametrize("chosen", CHOSEN)
def test_every_command_that_changes_the_document_is_one_step_and_undone(window, answers, chosen):
    scope, names = SELECTIONS[chosen]
    answers.choice = "Remove it and its uses"
    window.pane.show_scope(scope)
    before, changing = state(window), set()
    window.pane.view.select(["one"] if not scope else ["fc"])
    window.actions_by_key["copy"].trigger()
    for command in (command.key for command in COMMANDS if command.key not in ELSEWHERE):
        window.pane.show_scope(scope)
        window.pane.view.select(names)
        QApplication.processEvents()
        steps = window.project.stack.index()
        action = window.actions_by_key[command]
        if action.isEnabled():
            action.trigger()
        QApplication.processEvents()
        close_what_opened(window)
        if check_undo(window, before, steps, f"{command} on {chosen}"):
            changing.add(command)

    wanted = {"paste", "tidy"}
    if names:
        wanted |= {"cut", "duplicate", "delete", "mute", "frame", "paste_wired"}
    if len(names) > 2:
        wanted |= {"align_left", "align_top"}
    assert wanted - changing <= {"mute"}, f"no change by {wanted - changing}"


def fields(place: QWidget) -> list[QWidget]:
    kinds = (QCheckBox, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit)
    return [
        widget
        for widget in place.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        and not getattr(widget, "isReadOnly", lambda: False)()
    ]


def work(field: QWidget, serial: int) -> None:
    """Change a field as hands would."""
    field.setFocus()
    if isinstance(field, QCheckBox):
        QTest.keyClick(field, Qt.Key.Key_Space)
    elif isinstance(field, QComboBox):
        back = field.currentIndex() == field.count() - 1
        QTest.keyClick(field, Qt.Key.Key_Up if back else Qt.Key.Key_Down)
    elif isinstance(field, QAbstractSpinBox):
        QTest.keyClick(field, Qt.Key.Key_Up)
    elif isinstance(field, QPlainTextEdit):
        QTest.keyClicks(field, f"said {serial}")
        QTest.qWait(450)  # it is written once the typing pauses
    else:
        field.selectAll()
        QTest.keyClicks(field, f"name{serial}")
        QTest.keyClick(field, Qt.Key.Key_Return)


VIEWS = {
    "the project": ("", [], "right"),
    "a layer": ("", ["one"], "right"),
    "a layer with shared weights": ("", ["four"], "right"),
    "a use of a block": ("", ["part"], "right"),
    "an input": ("", ["image"], "right"),
    "a block": ("Part", [], "right"),
    "a layer in a block": ("Part", ["fc"], "right"),
    "a frame": ("", ["one", "two"], "right"),
    "training": ("", [], "training"),
    "style": ("", [], "source"),
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_field_is_one_step_and_undone(window, qtbot, view):
    from app.panels.pieces import Fold

    scope, names, place = VIEWS[view]
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    before, serial = state(window), count()
    changed = 0

    def show() -> QWidget:
        window.pane.show_scope(scope)
        window.pane.view.select(names)
        if place == "right":
            panel: QWidget = window.panels.docks["right"]
        else:
            window.panels.show_tab(place)
            panel = window.panels.bottom
            if place == "source" and not window.panels.source.style_form.isVisible():
                window.panels.edit_style()
        for fold in panel.findChildren(Fold):
            if fold.isVisible() and not fold.is_open:
                fold.set_open(True)
        QApplication.processEvents()
        return panel

    total = len(fields(show()))
    for at in range(total):
        found = fields(show())
        if at >= len(found):
            break
        field, steps = found[at], window.project.stack.index()
        work(field, next(serial))
        window.pane.view.setFocus()
        QApplication.processEvents()
        what = f"{type(field).__name__} {field.accessibleName()!r} of {view}"
        changed += check_undo(window, before, steps, what)
        close_what_opened(window)

    assert changed, f"no field of {total} changed anything"


def test_every_command_stands_in_a_menu_or_is_known(window) -> None:
    flat = {key for _, entries in MENUS for e in entries
            for key in (e[1] if isinstance(e, tuple) else (e,))}  # fmt: skip
    assert {command.key for command in COMMANDS} <= flat | {"recent", "examples", "panels"}
