"""Wires drawn by hand: every way of drawing one, and what is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from graph.document import Edge
from graph.edits import Batch, Connect, Disconnect
from tests.app.canvas_hands import Hands, small_net


@pytest.fixture
def hands(qapp):
    return Hands(small_net())


def test_dragging_from_an_output_to_an_input_wires_them(hands):
    hands.drag(hands.output("relu1"), hands.input("add1"))

    assert hands.edits == [Connect(Edge("relu1", "output", "add1", "input"))]
    assert Edge("relu1", "output", "add1", "input") in hands.scene.wires


def test_dragging_backwards_from_an_input_to_an_output_wires_them(hands):
    hands.drag(hands.input("fc1"), hands.output("image"))

    assert hands.edits == [Connect(Edge("image", "output", "fc1", "input"))]


def test_a_wire_dropped_on_a_card_goes_to_its_first_free_input(hands):
    hands.drag(hands.output("relu1"), hands.input("add1"))
    hands.drag(hands.output("fc1"), hands.middle("add1"))

    assert hands.edits[1] == Connect(Edge("fc1", "output", "add1", "other"))


def test_a_wire_dropped_on_a_taken_input_replaces_the_one_there_in_one_edit(hands):
    hands.drag(hands.output("image"), hands.input("relu1"))

    [edit] = hands.edits
    assert isinstance(edit, Batch)
    assert edit.edits == (
        Disconnect(Edge("conv1", "output", "relu1", "input")),
        Connect(Edge("image", "output", "relu1", "input")),
    )


def test_dragging_a_wires_end_away_takes_the_wire_off(hands):
    hands.drag(hands.input("relu1"), QPointF(520, -200))

    assert hands.edits == [Disconnect(Edge("conv1", "output", "relu1", "input"))]


def test_dragging_a_wires_end_to_another_input_moves_it(hands):
    hands.drag(hands.input("relu1"), hands.input("add1", "other"))

    [edit] = hands.edits
    assert edit.edits == (
        Disconnect(Edge("conv1", "output", "relu1", "input")),
        Connect(Edge("conv1", "output", "add1", "other")),
    )


def test_dropping_a_wires_end_where_it_was_changes_nothing(hands):
    hands.press(hands.input("relu1"))
    hands.move(QPointF(520, -200))
    hands.move(hands.input("relu1"))
    hands.release(hands.input("relu1"))

    assert hands.edits == []


def test_a_wire_that_would_close_a_cycle_is_dimmed_and_refused(hands):
    hands.press(hands.output("relu1"))
    hands.move(hands.middle("conv1"))
    dimmed = {name for name, item in hands.scene.nodes.items() if item.look.dimmed}
    hands.release(hands.middle("conv1"))

    assert dimmed == {"image", "conv1"}
    assert hands.edits == []


def test_inputs_whose_shape_does_not_fit_are_dimmed_when_the_candidates_are_known(hands):
    wanted = []
    hands.view.candidates_wanted.connect(lambda *port: wanted.append(port))
    hands.press(hands.output("conv1"))
    hands.move(QPointF(560, 80))
    hands.view.set_candidates("conv1", "output", [("add1", "input"), ("relu1", "input")])

    dimmed = {name for name, item in hands.scene.nodes.items() if item.look.dimmed}
    assert wanted == [("conv1", "output")]
    assert dimmed == {"image", "fc1"}


def test_candidates_of_another_wire_are_not_mistaken_for_those_of_this_one(hands):
    hands.press(hands.output("conv1"))
    hands.move(QPointF(560, 80))
    hands.view.set_candidates("image", "output", [])

    assert not hands.scene.nodes["fc1"].look.dimmed


def test_nothing_is_dimmed_when_the_wire_is_drawn(hands):
    hands.drag(hands.output("relu1"), hands.input("add1"))

    assert not any(item.look.dimmed or item.look.offered for item in hands.scene.nodes.values())


def test_escape_lets_go_of_a_wire(hands):
    before = len(hands.scene.items())
    hands.press(hands.output("relu1"))
    hands.move(hands.input("add1"))
    hands.key(Qt.Key.Key_Escape)
    hands.release(hands.input("add1"))

    assert hands.edits == []
    assert len(hands.scene.items()) == before


def test_a_wire_dropped_on_nothing_changes_nothing(hands):
    hands.drag(hands.output("relu1"), QPointF(900, 300))

    assert hands.edits == []


def test_the_pointer_on_a_wire_lights_the_whole_path_to_it(hands):
    wire = hands.scene.wires[Edge("conv1", "output", "relu1", "input")]
    hands.hover(wire.path.pointAtPercent(0.5))

    assert {edge.source for edge, wire in hands.scene.wires.items() if wire.lit} == {
        "image",
        "conv1",
    }


def test_the_pointer_on_a_port_shows_its_name(hands):
    hands.hover(hands.input("add1", "other"))

    assert hands.scene.nodes["add1"].look.port == "in:other"
