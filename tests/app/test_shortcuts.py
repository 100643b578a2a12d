"""Shortcuts in the real window: listed, changed by pressing keys, remembered, never double."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from app.commands import COMMANDS
from app.keymap import own_keys
from app.settings import Settings
from app.shortcuts_dialog import ShortcutsDialog

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _own_shortcuts():
    yield
    Settings().shortcuts = {}


def open_dialog(window) -> ShortcutsDialog:
    window.pane.view.setFocus()
    QTest.keyClick(window.pane.view, Qt.Key.Key_Question, SHIFT)
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def change(dialog, command: str, key, modifiers=NONE) -> None:
    dialog.fields[command].setFocus()
    QTest.keyClick(dialog.fields[command], Qt.Key.Key_Return)
    QTest.keyClick(dialog.fields[command], key, modifiers)


def test_no_two_commands_have_the_same_keys_from_the_start() -> None:
    held = [keys.toString() for command in COMMANDS for keys in own_keys(command)]

    assert sorted(held) == sorted(set(held))


def test_a_question_mark_lists_every_command_with_its_keys(open_window) -> None:
    dialog = open_dialog(open_window("xor", analysed=False))

    assert set(dialog.fields) == {command.key for command in COMMANDS}
    assert dialog.fields["tidy"].text() == "Ctrl+L"
    assert dialog.fields["fit"].text() == "Ctrl+1, F"


def test_keys_that_are_pressed_hold_at_once_and_at_the_next_start(open_window) -> None:
    window = open_window("xor", analysed=False)
    dialog = open_dialog(window)

    change(dialog, "select_all", Qt.Key.Key_J, CONTROL)
    dialog.accept()
    QTest.keyClick(window.pane.view, Qt.Key.Key_J, CONTROL)

    assert set(window.pane.selection) == set(window.project.document.graph.names)
    again = open_window("xor", analysed=False)
    assert again.actions_by_key["select_all"].shortcut() == QKeySequence("Ctrl+J")


def test_keys_that_another_command_has_are_named_and_wait_for_a_choice(open_window) -> None:
    window = open_window("xor", analysed=False)
    dialog = open_dialog(window)

    change(dialog, "tidy", Qt.Key.Key_D, CONTROL)

    assert dialog.words.text() == "Ctrl+D is the shortcut of Duplicate."
    assert dialog.fields["tidy"].text() == "Ctrl+L"
    QTest.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert dialog.fields["tidy"].text() == "Ctrl+L"

    change(dialog, "tidy", Qt.Key.Key_D, CONTROL)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)

    assert dialog.fields["tidy"].text() == "Ctrl+D"
    assert window.actions_by_key["duplicate"].shortcuts() == []


def test_one_or_all_can_be_reset(open_window) -> None:
    window = open_window("xor", analysed=False)
    dialog = open_dialog(window)
    change(dialog, "tidy", Qt.Key.Key_J, CONTROL)
    change(dialog, "fit", Qt.Key.Key_K, CONTROL)

    dialog.keymap.reset("tidy")
    tidy = dialog.fields["tidy"].text()
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)

    assert tidy == "Ctrl+L"
    assert dialog.fields["fit"].text() == "Ctrl+1, F"
    assert not dialog.reset_all.isEnabled()
    assert Settings().shortcuts == {}


def test_keys_of_the_canvas_are_refused_escape_leaves_and_modifiers_wait(open_window) -> None:
    dialog = open_dialog(open_window("xor", analysed=False))

    change(dialog, "tidy", Qt.Key.Key_Left)
    refused = dialog.words.text()
    change(dialog, "tidy", Qt.Key.Key_Escape)
    QTest.keyClick(dialog.fields["tidy"], Qt.Key.Key_Return)
    QTest.keyClick(dialog.fields["tidy"], Qt.Key.Key_Control)

    assert refused == "Left moves the selection; choose others."
    assert dialog.fields["tidy"].is_listening
    assert dialog.keymap.words("tidy") == "Ctrl+L"


def test_the_list_is_found_in_by_name_and_by_keys(open_window) -> None:
    dialog = open_dialog(open_window("xor", analysed=False))

    QTest.keyClicks(dialog.search, "ctrl+l")
    by_keys = [key for key, field in dialog.fields.items() if field.isVisible()]
    dialog.search.setText("tidy")
    by_name = [key for key, field in dialog.fields.items() if field.isVisible()]

    assert by_keys == ["walk_left", "tidy"]  # Ctrl+Left
    assert by_name == ["tidy"]


@pytest.mark.parametrize(
    "said",
    [
        "no json",
        "[1, 2]",
        '{"tidy": "Ctrl+J", "fit": [3, null], "nobody": ["Ctrl+J"]}',
        '{"tidy": ["Rubbish+Keys", "Left"], "fit": ["Ctrl+A", "Ctrl+A"], "undo": ["Ctrl+A"]}',
        '{"tidy": [""]}',
    ],
)
def test_nonsense_in_the_settings_is_ignored_and_nothing_is_ambiguous(open_window, said) -> None:
    Settings()._store.setValue("shortcuts", said)

    window = open_window("xor", analysed=False)

    held = [k.toString() for a in window.actions_by_key.values() for k in a.shortcuts()]
    assert sorted(held) == sorted(set(held))


def test_a_command_can_be_left_without_keys_and_stays_so(open_window) -> None:
    window = open_window("xor", analysed=False)
    dialog = open_dialog(window)
    QTest.mouseClick(dialog.removes["duplicate"], Qt.MouseButton.LeftButton)
    field = dialog.fields["tidy"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    dialog.accept()
    before = len(window.project.document.graph)

    window.pane.view.select(["fc1"])
    QTest.keyClick(window.pane.view, Qt.Key.Key_D, CONTROL)

    assert len(window.project.document.graph) == before
    again = open_window("xor", analysed=False)
    for command in ("duplicate", "tidy"):
        assert again.actions_by_key[command].shortcuts() == []
    dialog = open_dialog(again)
    assert dialog.fields["tidy"].text() == "-"
    assert not dialog.removes["tidy"].isVisible()
    dialog.keymap.reset("tidy")
    assert dialog.fields["tidy"].text() == "Ctrl+L"


def test_delete_itself_can_be_pressed_as_keys_while_a_field_listens(open_window) -> None:
    dialog = open_dialog(open_window("xor", analysed=False))

    change(dialog, "tidy", Qt.Key.Key_Delete, CONTROL)

    assert dialog.fields["tidy"].text() == "Ctrl+Del"
