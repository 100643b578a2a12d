"""Repeating and sharing by one key on the canvas: the line on the card, the letters on layers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graph.project_file import dumps
from tests.app.window_hands import CONTROL, WindowHands

Key = Qt.Key

TOWERS = """layerloom: 1
name: Towers
nodes:
  x:    {type: Input, shape: [N, 8]}
  one:  {type: Linear, out_features: 8}
  two:  {type: Linear, out_features: 8}
  relu: {type: ReLU}
  three: {type: Linear, out_features: 8, bias: false}
  y:    {type: Output}
edges: [x -> one -> two -> relu -> three -> y]
layout: {x: [0, 0], one: [320, 0], two: [640, 0], relu: [960, 0], three: [320, 160], y: [640, 160]}
"""


@pytest.fixture
def hands(open_window, answers, qtbot, tmp_path) -> WindowHands:
    path = tmp_path / "towers.loom.yaml"
    path.write_text(TOWERS, encoding="utf-8")
    hands = WindowHands(open_window(path, analysed=False), answers, qtbot)
    hands.view.setFocus()
    return hands


def shares(hands: WindowHands) -> dict[str, object]:
    return {n.name: n.options["shares"] for n in hands.graph.nodes if "shares" in n.options}


def test_letters_say_whose_weights_a_layer_shares_and_once_more_it_has_its_own(hands) -> None:
    before = dumps(hands.window.project.document)
    hands.pick("three")
    hands.key(Key.Key_S)
    choosing = hands.view.key_sharing
    offered = {choice.node: letter for letter, choice in choosing.choices.items()}
    assert set(offered) == {"one", "two"}

    QTest.keyClicks(hands.view, offered["two"])
    assert shares(hands) == {"three": "two"}
    assert not choosing.is_active
    assert "bias" not in hands.graph.node("three").arguments

    hands.key(Key.Key_S)
    QTest.keyClick(hands.view, Key.Key_Escape)
    assert shares(hands) == {"three": "two"}
    hands.key(Key.Key_S)
    while choosing.current.node != "two":
        QTest.keyClick(hands.view, Key.Key_Down)
    QTest.keyClick(hands.view, Key.Key_Return)
    assert shares(hands) == {}

    hands.key(Key.Key_Z, CONTROL)
    hands.key(Key.Key_Z, CONTROL)
    assert dumps(hands.window.project.document) == before


def test_of_several_the_others_share_with_the_first_in_one_step(hands) -> None:
    steps = hands.window.project.stack.count()
    hands.pick_all("two", "one", "three")
    hands.key(Key.Key_S)
    assert shares(hands) == {"one": "two", "three": "two"}
    assert hands.window.project.stack.count() == steps + 1

    hands.key(Key.Key_S)
    assert shares(hands) == {}


def test_what_has_no_weights_to_share_is_told_so(hands) -> None:
    told: list[str] = []
    hands.view.refused.connect(told.append)
    hands.pick("relu")
    hands.key(Key.Key_S)
    hands.pick_all("one", "relu")
    hands.key(Key.Key_S)

    assert "no other ReLU" in told[0]
    assert "two layers of one type" in told[1]
    assert shares(hands) == {}


def test_how_often_it_stands_there_is_said_on_the_card(hands) -> None:
    hands.pick("one")
    hands.key(Key.Key_R)
    line = hands.view.in_place.line
    assert line.isVisible()
    assert hands.view.in_place.why.text() == "repeat"
    QTest.keyClicks(line, "many")
    QTest.keyClick(line, Key.Key_Return)
    assert "repeat" in hands.view.in_place.why.text()
    line.selectAll()
    QTest.keyClicks(line, "3")
    QTest.keyClick(line, Key.Key_Return)
    assert hands.graph.node("one").options["repeat"] == 3
    assert hands.view.hasFocus()

    # Now it stands on the card: a click there edits it, and 1 is as if nothing was said.
    from app.canvas.card_spots import spots_of

    item = hands.window.pane.scene.nodes["one"]
    [spot] = [spot for spot in spots_of(item) if spot.argument == "repeat"]
    QApplication.processEvents()
    at = hands.view.mapFromScene(spot.box.center())
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert hands.view.in_place.argument == "repeat"
    assert line.text() == "3"
    line.selectAll()
    QTest.keyClicks(line, "1")
    QTest.keyClick(line, Key.Key_Return)
    assert "repeat" not in hands.graph.node("one").options


def test_an_input_is_not_repeated_nor_are_two_at_once(hands) -> None:
    told: list[str] = []
    hands.view.refused.connect(told.append)
    hands.pick("x")
    hands.key(Key.Key_R)
    hands.pick_all("one", "two")
    hands.key(Key.Key_R)

    assert told == ["x cannot be repeated.", "Select one layer to repeat it."]
    assert not hands.view.in_place.is_open


def test_letters_of_what_a_folded_frame_hides_stand_beside_each_other_on_its_card(hands) -> None:
    hands.pick_all("one", "two")
    hands.key(Key.Key_G, CONTROL)
    [frame] = hands.window.pane.scene.frames.values()
    hands.view.fit()
    at = hands.view.mapFromScene(frame.chevron.center())
    QTest.mouseClick(hands.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert frame.card is not None
    hands.pick("three")
    hands.key(Key.Key_S)

    hints = [hint for _, hint in hands.view.key_sharing._hints.values()]
    assert {hint.pos().toTuple() for hint in hints} == {(frame.box.left(), frame.box.center().y())}
    assert (
        not hints[0]
        .boundingRect()
        .adjusted(2, 2, -2, -2)
        .intersects(hints[1].boundingRect().adjusted(2, 2, -2, -2))
    )
