"""Editing on the card: names and arguments where they stand, by real clicks and keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.canvas.card_spots import Spot, spots_of
from tests.app.window_hands import WindowHands

Key = Qt.Key


@pytest.fixture
def hands(open_window: Any, answers: Any, qtbot: Any) -> WindowHands:
    window = open_window("lenet_mnist", analysed=False)
    hands = WindowHands(window, answers, qtbot)
    hands.view.zoom_to(1.0)
    return hands


def spot(hands: WindowHands, node: str, argument: str) -> Spot:
    found = spots_of(hands.window.pane.scene.nodes[node])
    return next(spot for spot in found if spot.argument == argument)


def click(hands: WindowHands, at: Spot, *, twice: bool = False) -> None:
    act = QTest.mouseDClick if twice else QTest.mouseClick
    where = hands.view.mapFromScene(at.box.center())
    act(hands.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def type_(hands: WindowHands, text: str, key: Key = Key.Key_Return) -> None:
    line = hands.view.in_place.line
    assert line.isVisible()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, key)


def argument(hands: WindowHands, node: str, name: str) -> Any:
    return hands.graph.node(node).arguments.get(name)


def test_a_double_click_on_the_name_edits_it_over_the_name(hands: WindowHands) -> None:
    hands.view.center_on("conv1")
    at = spot(hands, "conv1", "")
    click(hands, at, twice=True)
    line = hands.view.in_place.line

    assert line.text() == "conv1"
    assert line.geometry().contains(hands.view.mapFromScene(at.box.center()))
    type_(hands, "stem")

    assert "stem" in hands.graph
    assert not line.isVisible()
    assert hands.window.pane.selection == ["stem"]
    hands.window.project.stack.undo()
    assert "conv1" in hands.graph


def test_a_click_on_a_value_of_the_selected_node_edits_that_value(hands: WindowHands) -> None:
    hands.view.center_on("conv1")
    click(hands, spot(hands, "conv1", "out_channels"))  # selects it
    assert not hands.view.in_place.is_open
    click(hands, spot(hands, "conv1", "out_channels"))
    assert hands.view.in_place.argument == "out_channels"

    type_(hands, "=3*4")

    assert str(argument(hands, "conv1", "out_channels")) == "=3*4"


def test_tab_goes_from_argument_to_argument_and_each_is_one_step(hands: WindowHands) -> None:
    hands.view.select(["conv1"])
    steps = hands.window.project.stack.count()
    hands.key(Key.Key_Return)
    assert hands.view.in_place.argument == "out_channels", "what follows by itself comes later"
    type_(hands, "8", Key.Key_Tab)
    type_(hands, "3x3", Key.Key_Backtab)
    assert hands.view.in_place.argument == "out_channels"
    type_(hands, "8", Key.Key_Backtab)
    type_(hands, "auto")

    assert argument(hands, "conv1", "in_channels") is None
    assert argument(hands, "conv1", "out_channels") == 8
    assert argument(hands, "conv1", "kernel_size") == (3, 3)
    assert hands.window.project.stack.count() == steps + 2


def test_wrong_text_says_why_and_stays(hands: WindowHands) -> None:
    hands.view.select(["conv1"])
    before = argument(hands, "conv1", "out_channels")
    hands.view.in_place.open("conv1", "out_channels")
    type_(hands, "many")

    assert hands.view.in_place.line.text() == "many"
    assert "out_channels" in hands.view.in_place.why.text()
    assert hands.view.in_place.why.isVisible()
    QTest.keyClick(hands.view.in_place.line, Key.Key_Escape)
    assert not hands.view.in_place.line.isVisible()
    assert argument(hands, "conv1", "out_channels") == before

    hands.view.in_place.open("conv1")
    type_(hands, "conv2")
    assert "already" in hands.view.in_place.why.text()
    assert "conv1" in hands.graph


def test_a_click_elsewhere_takes_what_was_typed(hands: WindowHands) -> None:
    hands.view.center_on("conv1")
    hands.view.select(["conv1"])
    hands.key(Key.Key_F2)
    line = hands.view.in_place.line
    line.selectAll()
    QTest.keyClicks(line, "hm")
    click(hands, spot(hands, "relu1", ""))
    hands.view.setFocus()

    assert "hm" in hands.graph


def test_what_is_set_and_not_in_the_words_of_a_layer_stands_on_its_card() -> None:
    from graph.catalog import describe
    from graph.document import Node

    assert describe(Node("fc", "Linear", {"out_features": 3, "bias": False})) == "? -> 3, no bias"
