"""Find, back and forward in the real window, by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graph.document import ROOT
from graph.edits import RemoveBlock, RemoveNode
from graph.uses import uses_of

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window):
    return open_window("resnet34", analysed=False)


def open_find(window, typed: str = ""):
    window.pane.view.setFocus()
    QTest.keyClick(window.pane.view, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.finder.search, typed)
    return window.finder


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifiers)


def test_enter_goes_to_what_was_found_inside_a_block_and_alt_left_comes_back(window) -> None:
    pane = window.pane
    pane.view.zoom_to(0.8)
    start = pane.place
    finder = open_find(window, "proj")

    press(finder.search, Qt.Key.Key_Return)

    assert not finder.isVisible()
    assert pane.scope != ROOT
    assert pane.selection == ["proj"]
    assert pane.view.hasFocus()
    inside = pane.place
    press(pane.view, Qt.Key.Key_Left, ALT)
    assert pane.place.is_like(start)
    press(pane.view, Qt.Key.Key_Right, ALT)
    assert pane.place.is_like(inside)


def test_arrow_keys_look_at_each_hit_and_escape_goes_back(window) -> None:
    finder, pane = window.finder, window.pane
    start = pane.place
    open_find(window, "bn")

    press(finder.search, Qt.Key.Key_Down)
    press(finder.search, Qt.Key.Key_Down)
    looked_at = pane.scope, pane.selection
    press(finder.search, Qt.Key.Key_Escape)

    assert looked_at[1][0].startswith("bn")
    assert not finder.isVisible()
    assert pane.place.is_like(start)


def test_what_is_looked_at_does_not_lie_behind_the_list(window) -> None:
    finder, view = open_find(window, "a"), window.pane.view

    for _ in range(12):
        press(finder.search, Qt.Key.Key_Down)
        [name] = window.pane.selection or [""]
        if name:
            box = view.mapFromScene(window.pane.scene.nodes[name].box).boundingRect()
            covered = finder.geometry().translated(-view.mapTo(window.pane, view.rect().topLeft()))
            assert not box.intersects(covered)
            assert view.viewport().rect().intersects(box)


def test_a_click_on_a_line_goes_there(window) -> None:
    finder = open_find(window, "kernel_size: 7")
    line = finder.list.visualItemRect(finder.list.item(0)).center()

    QTest.mouseClick(finder.list.viewport(), LEFT, pos=line)

    [name] = window.pane.selection
    assert window.project.document.graph.node(name).arguments["kernel_size"] == 7


def test_nothing_found_says_so_and_enter_does_nothing(window) -> None:
    finder = open_find(window, "nowhere to be seen")
    before = window.pane.place

    press(finder.search, Qt.Key.Key_Return)
    press(finder.search, Qt.Key.Key_Down)

    assert finder.found == []
    assert finder._nothing.isVisible()
    assert window.pane.place == before


def test_blocks_entered_and_left_are_places_and_a_new_jump_ends_forward(window) -> None:
    pane, actions = window.pane, window.actions_by_key
    assert not actions["back"].isEnabled()

    pane.enter("layer1")
    outer = pane.scope
    pane.enter("first")
    press(pane.view, Qt.Key.Key_Left, ALT)
    back_at, can = pane.scope, actions["forward"].isEnabled()
    pane.go_out()

    assert (back_at, can) == (outer, True)
    assert not actions["forward"].isEnabled()
    assert actions["back"].isEnabled()


def test_ctrl_tab_goes_round_through_the_network_and_its_blocks(window) -> None:
    pane, seen = window.pane, []

    for _ in range(3):
        press(pane.view, Qt.Key.Key_Tab, CONTROL)
        seen.append(pane.scope)
    press(pane.view, Qt.Key.Key_Tab, CONTROL | Qt.KeyboardModifier.ShiftModifier)

    assert seen == [*window.project.document.blocks, ROOT]
    assert pane.scope == seen[1]
    assert pane.view.hasFocus()


def test_the_mouse_buttons_for_it_go_back_and_forward(window) -> None:
    pane = window.pane
    pane.enter("layer1")
    scope = pane.scope

    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.BackButton)
    back_at = pane.scope
    QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.ForwardButton)

    assert (back_at, pane.scope) == (ROOT, scope)


def test_places_in_a_block_that_is_gone_are_passed_over(window) -> None:
    pane, document = window.pane, window.project.document
    pane.enter("layer1")
    scope = pane.scope
    pane.go_out()
    for use in uses_of(document, scope):
        window.push(RemoveNode(use.name, use.scope))
    window.push(RemoveBlock(scope))

    press(pane.view, Qt.Key.Key_Left, ALT)

    assert scope not in document.blocks
    assert pane.scope == ROOT


def test_another_project_starts_with_no_places(window) -> None:
    window.pane.enter("layer1")
    window.project.stack.setClean()

    window.files.new()

    assert not window.actions_by_key["back"].isEnabled()
