"""The history panel: the undo stack as a list, in which a click goes to any state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graph.document import Node
from graph.edits import AddNode, RenameNode, SetArgument
from graph.project_file import dumps

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window):
    window = open_window("xor", analysed=False)
    QTest.keyClick(window.pane.view, Qt.Key.Key_H, CONTROL | SHIFT)
    return window


def lines(window) -> list[str]:
    model = window.panels.history.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click(window, row: int) -> None:
    view = window.panels.history.view
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def edit_three_times(window) -> list[str]:
    """Each state of the document as text, the first one, too."""
    states = [dumps(window.project.document)]
    for edit in (
        AddNode(Node("drop", "Dropout"), position=(0, 300)),
        SetArgument("drop", "p", 0.25),
        RenameNode("drop", "rest"),
    ):
        window.push(edit)
        states.append(dumps(window.project.document))
    return states


def test_every_step_stands_in_it_under_its_name(window) -> None:
    edit_three_times(window)

    assert window.panels.history.view.isVisible()
    assert lines(window) == [
        "As it was opened",
        "Add drop",
        "Set p of drop to 0.25",
        "Rename drop to rest",
    ]


def test_a_click_goes_to_that_state_and_to_a_later_one_again(window) -> None:
    states = edit_three_times(window)

    for row in (1, 3, 0, 2):
        click(window, row)
        assert dumps(window.project.document) == states[row]
        assert set(window.pane.scene.nodes) == set(window.project.document.graph.names)


def test_the_arrow_keys_go_step_by_step(window) -> None:
    states = edit_three_times(window)
    view = window.panels.history.view

    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Up)

    assert dumps(window.project.document) == states[1]
    assert view.hasFocus()


def test_an_edit_after_going_back_replaces_what_was_undone(window) -> None:
    edit_three_times(window)
    click(window, 1)

    window.push(AddNode(Node("other", "ReLU"), position=(0, 500)))

    assert lines(window) == ["As it was opened", "Add drop", "Add other"]


def test_undo_by_key_is_followed_and_another_project_starts_anew(window) -> None:
    edit_three_times(window)
    QTest.keyClick(window.pane.view, Qt.Key.Key_Z, CONTROL)
    at = window.panels.history.view.currentIndex().row()
    window.project.stack.setClean()

    window.files.new()

    assert at == 2
    assert lines(window) == ["As it was opened"]


def test_hundreds_of_steps_are_gone_through_at_once(window) -> None:
    first = dumps(window.project.document)
    for at in range(300):
        window.push(AddNode(Node(f"n{at}", "ReLU"), position=(at * 10.0, 400.0)))

    window.panels.history.view.scrollToTop()
    click(window, 0)

    assert dumps(window.project.document) == first
    window.project.stack.setIndex(300)
    assert "n299" in window.project.document.graph
