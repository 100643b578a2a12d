"""Colour, collapsing and plain frames, by the keys and menus of the real window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.node_painting import chevron_box
from app.theme import THEMES, contrast
from graph.looks import COLORS
from graph.project_file import dumps, loads
from tests.app.window_hands import WindowHands


@pytest.fixture
def hands(open_window: Any, answers: Any, qtbot: Any) -> WindowHands:
    window = open_window("lenet_mnist", analysed=False)
    return WindowHands(window, answers, qtbot)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("color", COLORS)
def test_text_on_every_colour_can_be_read(theme: Any, color: str) -> None:
    assert contrast(theme.text, theme.tints[color]) >= 4.5


def test_several_nodes_are_given_a_colour_at_once(hands: WindowHands) -> None:
    window = hands.window
    names = window.pane.scene.graph.names[1:3]
    hands.view.select(names)

    window.actions_by_key["color_blue"].trigger()

    assert [window.pane.scene.nodes[name].card.color for name in names] == ["blue", "blue"]
    assert f"{names[0]}:" in dumps(window.project.document)
    assert loads(dumps(window.project.document)) == window.project.document
    window.project.stack.undo()
    assert not window.pane.scene.graph.looks


def test_a_collapsed_card_is_its_title_and_can_still_be_wired(hands: WindowHands) -> None:
    scene = hands.window.pane.scene
    name = next(n for n in scene.graph.names if scene.graph.node(n).type == "Conv2d")
    tall = scene.nodes[name].box.height()
    hands.view.select([name])

    hands.key(Qt.Key.Key_H)

    item = scene.nodes[name]
    assert item.box.height() < tall
    assert [words.text for words in item.figure.words] == [name]
    port = item.port_place("input", is_output=False)
    assert item.port_at(port) is not None
    [edge] = scene.graph.in_edges(name)
    assert scene.wires[edge].end == port

    hands.key(Qt.Key.Key_H)
    assert scene.nodes[name].box.height() == tall


def test_a_plain_frame_has_a_title_and_a_colour_and_is_nothing_in_code(hands: WindowHands) -> None:
    window, scene = hands.window, hands.window.pane.scene
    hands.view.select(scene.graph.names[1:3])

    window.actions_by_key["plain_frame"].trigger()

    [name] = [n for n, g in scene.graph.groups.items() if g.is_plain]
    frame = scene.frames[name]
    hands.view.select([])
    title = hands.view.mapFromScene(frame.title_box.topLeft() + QPointF(24, 12))
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert scene.selected_frame == name
    window.actions_by_key["color_green"].trigger()
    assert scene.graph.groups[name].options["color"] == "green"
    assert scene.frames[name].color == "green"
    assert not scene.graph.looks


def test_a_click_on_the_angle_of_a_card_collapses_it(hands: WindowHands) -> None:
    scene, view = hands.window.pane.scene, hands.view
    view.zoom_to(1.0)
    view.center_on("conv1")
    item = scene.nodes["conv1"]
    item.set_look(hovered=True)
    where = view.mapFromScene(chevron_box(item.figure).center() + item.corner)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert scene.nodes["conv1"].card.collapsed


def test_the_inspector_gives_colours(hands: WindowHands) -> None:
    hands.view.select(["conv1"])
    swatch = hands.page.colors.swatches["purple"]
    QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)
    assert hands.graph.look("conv1") == {"color": "purple"}
    assert swatch.isChecked()

    hands.view.select(["fc1", "relu3"])
    swatches = hands.selection.frame_form.colors.swatches
    QTest.mouseClick(swatches["red"], Qt.MouseButton.LeftButton)
    assert hands.graph.look("fc1") == hands.graph.look("relu3") == {"color": "red"}
    QTest.mouseClick(swatches[""], Qt.MouseButton.LeftButton)
    assert not hands.graph.look("fc1")
