"""The command palette in the real window: every action, found by a few letters, done by Enter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.commands import COMMANDS, plain
from app.fuzzy import match

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def press_keys(widget, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifiers)


def open_palette(window):
    window.pane.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    return window.commands


def best(typed: str, *texts: str) -> str:
    found = {text: match(typed, text) for text in texts}
    return max((t for t, m in found.items() if m), key=lambda text: found[text].score, default="")


def test_letters_are_matched_in_order_and_best_at_the_heads_of_words() -> None:
    assert best("mb", "Dissolve Block", "Make Block", "Lumber") == "Make Block"
    assert best("block make", "Make Block", "Block") == "Make Block"
    assert best("undo", "Undo Move", "Sound of", "Underdog") == "Undo Move"
    assert match("go", "Training, Probe") is None
    assert match("zz", "Zoom") is None
    assert match("", "Zoom") is not None
    assert match("İ", "İstanbul") is not None


def test_the_palette_lists_every_command_every_panel_and_every_example(open_window) -> None:
    window = open_window("xor", analysed=False)

    palette = open_palette(window)

    assert palette.isVisible()
    assert palette.search.hasFocus()
    commands = {plain(window.actions_by_key[command.key].text()) for command in COMMANDS}
    assert commands <= set(palette.found)
    assert {"lenet_mnist", "Inspector"} <= set(palette.found)


def test_a_few_letters_and_enter_do_it_and_give_the_focus_back(open_window) -> None:
    window = open_window("xor", analysed=False)
    palette = open_palette(window)

    QTest.keyClicks(palette.search, "selall")
    press_keys(palette.search, Qt.Key.Key_Return)

    assert not palette.isVisible()
    assert set(window.pane.selection) == set(window.project.document.graph.names)
    assert window.pane.view.hasFocus()


def test_what_cannot_be_done_is_listed_and_has_no_effect(open_window) -> None:
    window = open_window("xor", analysed=False)
    palette = open_palette(window)
    before = window.project.stack.count()

    QTest.keyClicks(palette.search, "delete")
    press_keys(palette.search, Qt.Key.Key_Return)

    assert palette.found[0] == "Delete"
    assert not window.actions_by_key["delete"].isEnabled()
    assert palette.isVisible()
    assert window.project.stack.count() == before


def test_arrows_go_round_a_click_chooses_and_escape_leaves(open_window) -> None:
    window = open_window("xor", analysed=False)
    palette = open_palette(window)
    press_keys(palette.search, Qt.Key.Key_Up)
    last = palette.list.currentRow()
    press_keys(palette.search, Qt.Key.Key_Escape)
    hidden = not palette.isVisible()

    open_palette(window)
    QTest.keyClicks(palette.search, "theme dark")
    item = palette.list.item(0)
    QTest.mouseClick(
        palette.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=palette.list.visualItemRect(item).center(),
    )

    assert last == len(palette.found) - 1 or last > 10
    assert hidden
    assert window.settings.theme == "dark"
    window.set_theme("light")


def test_what_was_done_last_comes_first(open_window) -> None:
    window = open_window("xor", analysed=False)
    palette = open_palette(window)
    QTest.keyClicks(palette.search, "actual size")
    press_keys(palette.search, Qt.Key.Key_Return)

    open_palette(window)

    assert palette.found[0] == "Actual Size"


def test_nonsense_finds_nothing_and_does_nothing(open_window) -> None:
    window = open_window("xor", analysed=False)
    palette = open_palette(window)

    for typed in ("qqqq", "  ", "\\[(*", "ß" * 200, "&&"):
        palette.search.setText(typed)
        if typed.strip():
            assert palette.found == []
            press_keys(palette.search, Qt.Key.Key_Return)
            assert palette.isVisible()


def test_a_click_elsewhere_closes_it(open_window) -> None:
    window = open_window("xor", analysed=False)
    palette = open_palette(window)

    QTest.mouseClick(window.pane.view.viewport(), Qt.MouseButton.LeftButton)
    window.pane.view.setFocus()

    assert not palette.isVisible()
