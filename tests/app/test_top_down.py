"""Layout from top to bottom: ports turn, wires lead down, the file says so, one undo step."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt

from graph.document import Edge
from graph.edits import Connect, SetDirection
from graph.errors import EditError, ProjectError
from graph.parts import DOWN, RIGHT
from graph.project_file import dumps, loads
from tests.app.canvas_hands import Hands, small_net, with_frame
from tests.app.window_hands import CONTROL, WindowHands

Key = Qt.Key


@pytest.fixture
def working(open_window: Any, answers: Any, qtbot: Any) -> WindowHands:
    window = open_window("lenet_mnist", analysed=False)
    window.pane.view.reduced_motion = True
    return WindowHands(window, answers, qtbot)


@pytest.fixture
def hands(qtbot: Any) -> Hands:
    document = with_frame(small_net())
    document.apply(Connect(Edge("relu1", "output", "add1", "other")))
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    hands.view.tidy(DOWN)
    hands.view.fit()
    return hands


def turn(working: WindowHands, way: str) -> Any:
    working.window.actions_by_key[f"direction_{way}"].trigger()
    return working.window.pane.scene


def test_wires_lead_down_through_the_middles_of_cards_and_one_undo_turns_all_back(
    working: WindowHands,
) -> None:
    working.key(Key.Key_L, CONTROL)
    before, steps = working.graph.layout, working.window.project.stack.count()

    scene = turn(working, DOWN)

    straight = 0
    for edge, wire in scene.wires.items():
        source, target = scene.nodes[edge.source].box, scene.nodes[edge.target].box
        assert wire.start.y() == source.bottom()
        assert wire.end.y() == target.top()
        straight += source.bottom() < target.top() and wire.start.x() == wire.end.x()
    assert straight >= len(scene.wires) - 4  # but where a column ends
    boxes = [item.box for item in scene.nodes.values()]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    assert working.window.actions_by_key["direction_down"].isChecked()
    assert working.window.project.stack.count() == steps + 1
    working.key(Key.Key_Z, CONTROL)
    assert working.graph.layout == before
    assert working.graph.direction == RIGHT
    assert working.window.actions_by_key["direction_right"].isChecked()


def test_the_file_says_where_wires_lead_and_nothing_else_is_taken_for_it(
    working: WindowHands,
) -> None:
    turn(working, DOWN)

    text = dumps(working.window.project.document)

    assert "\ndirection: down\n" in text
    assert loads(text) == working.window.project.document
    assert dumps(loads(text)) == text
    with pytest.raises(ProjectError, match="write right or down"):
        loads(text.replace("direction: down", "direction: up"))
    with pytest.raises(EditError):
        working.window.project.document.apply(SetDirection("up"))


def test_a_turned_layout_that_is_tidied_again_stays_as_it_is(working: WindowHands) -> None:
    turn(working, DOWN)
    steps = working.window.project.stack.count()

    working.key(Key.Key_L, CONTROL)

    assert working.window.project.stack.count() == steps


def test_a_wire_is_drawn_from_a_lower_edge_to_an_upper_one(hands: Hands) -> None:
    hands.view.zoom_to(1.0)
    hands.view.centerOn(hands.middle("fc1"))

    hands.drag(hands.output("image"), hands.input("fc1"))

    edge = Edge("image", "output", "fc1", "input")
    assert hands.document.graph.has_edge(edge)
    wire = hands.scene.wires[edge]
    assert wire.start.y() == hands.scene.nodes["image"].box.bottom()


def test_names_of_several_ports_stand_beside_them_and_the_card_is_wide_enough(
    hands: Hands,
) -> None:
    figure = hands.scene.nodes["add1"].figure

    texts = {words.text for words in figure.words if words.style == "port"}

    assert texts == {"input", "other"}
    assert all(0 < place.x() < figure.size.width() for place in figure.inputs.values())


def test_frames_hold_no_strangers_and_collapse_to_a_card_with_ports_above_and_below(
    hands: Hands,
) -> None:
    frame = hands.scene.frames["features"]
    outside = [hands.scene.nodes[name].box for name in ("image", "fc1", "add1")]
    strangers = [box for box in outside if box.intersects(frame.box)]

    hands.click(frame.chevron.center())

    wire = hands.scene.wires[Edge("image", "output", "conv1", "input")]
    assert strangers == []
    assert frame.card is not None
    assert wire.end.y() == frame.box.top()
    assert abs(wire.end.x() - wire.start.x()) < 1


def test_a_dragged_card_snaps_until_its_wire_is_upright(hands: Hands) -> None:
    hands.view.zoom_to(1.0)
    hands.view.centerOn(hands.middle("add1"))
    start = hands.middle("add1")
    gap = hands.output("relu1").x() - hands.input("add1", "other").x()

    hands.drag(start, start + QPointF(gap + 5, 40))

    assert hands.output("relu1").x() == hands.input("add1", "other").x()


def test_straightening_levels_wires_upright(working: WindowHands) -> None:
    scene = turn(working, DOWN)
    first, second = next(
        (e.source, e.target) for e, wire in scene.wires.items() if wire.start.y() < wire.end.y()
    )
    working.view.select([second])
    working.key(Key.Key_Right)
    working.key(Key.Key_Right)

    working.key(Key.Key_Q)

    wire = next(w for e, w in scene.wires.items() if (e.source, e.target) == (first, second))
    assert wire.start.x() == wire.end.x()


def test_a_layer_that_is_added_comes_below_and_walking_down_follows_the_wires(
    working: WindowHands,
) -> None:
    scene = turn(working, DOWN)
    first = next(node.name for node in working.graph.nodes if node.type == "Input")
    working.view.select([first])
    before = {name: item.box for name, item in scene.nodes.items()}

    new = working.add("relu")
    working.view.select([first])
    working.key(Key.Key_Down, CONTROL)

    assert working.window.pane.selection == [new]
    assert scene.nodes[new].box.top() > before[first].bottom()
    follower = working.graph.out_edges(new)[0].target
    assert scene.nodes[follower].box.top() > scene.nodes[new].box.bottom()
    assert abs(scene.nodes[new].box.center().x() - before[first].center().x()) <= 8


def test_a_collapsed_frame_keeps_off_all_else_when_it_is_tidied_top_down(hands: Hands) -> None:
    hands.click(hands.scene.frames["features"].chevron.center())
    hands.scene.select([])

    hands.view.tidy()
    once = dict(hands.document.graph.layout)
    hands.view.tidy()

    boxes = [item.box for item in hands.scene.items_of.shown]
    boxes.append(hands.scene.frames["features"].box)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    assert hands.document.graph.layout == once
