"""Tidy Up by its key in the real window: all or a part, frames, notes, points, one undo step."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from app.settings import Settings
from graph.document import Document, Edge, Group, Node, Note
from graph.edits import MoveNodes, SetNotes
from tests.app.canvas_hands import Hands, small_net, with_frame
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, WindowHands
from tests.graph.test_layout import random_network

Key = Qt.Key


@pytest.fixture
def hands(open_window: Any, answers: Any, qtbot: Any) -> WindowHands:
    window = open_window("lenet_mnist", analysed=False)
    window.pane.view.reduced_motion = True
    return WindowHands(window, answers, qtbot)


def boxes(hands: WindowHands) -> dict[str, QRectF]:
    return {name: item.box for name, item in hands.window.pane.scene.nodes.items()}


def scatter(hands: WindowHands) -> None:
    """All cards somewhere, the way the user's hand might have left them."""
    names = hands.graph.names
    places = {n: (float(i * 37 % 11) * 90, float(i * 53 % 7) * 70) for i, n in enumerate(names)}
    hands.window.project.push(MoveNodes(places))


def around(found: list[QRectF]) -> QRectF:
    whole = QRectF()
    for box in found:
        whole = whole.united(box)
    return whole


def test_all_is_tidied_by_the_key_and_one_undo_takes_it_back(hands: WindowHands) -> None:
    scatter(hands)
    before = hands.graph.layout
    steps = hands.window.project.stack.count()

    hands.key(Key.Key_L, CONTROL)

    found = list(boxes(hands).values())
    assert not any(a.intersects(b) for a in found for b in found if a is not b)
    assert hands.window.project.stack.count() == steps + 1
    hands.key(Key.Key_Z, CONTROL)
    assert hands.graph.layout == before


def test_only_the_selected_are_tidied_around_their_middle_and_on_no_other(
    hands: WindowHands,
) -> None:
    scatter(hands)
    chosen = hands.graph.names[2:7]
    hands.view.select(chosen)
    before = boxes(hands)

    hands.key(Key.Key_L, CONTROL)

    after = boxes(hands)
    others = [name for name in after if name not in chosen]
    assert all(after[name] == before[name] for name in others)
    assert any(after[name] != before[name] for name in chosen)
    assert not any(after[a].intersects(after[b]) for a in chosen for b in others)
    assert not any(after[a].intersects(after[b]) for a in chosen for b in chosen if a != b)


def test_where_there_is_room_the_selected_keep_their_middle(hands: WindowHands) -> None:
    hands.key(Key.Key_L, CONTROL)
    chosen = hands.graph.names[1:4]
    far = {n: (300.0 + 130 * i % 260, 4000.0 + 90 * i) for i, n in enumerate(chosen)}
    hands.window.project.push(MoveNodes(far))
    hands.view.select(chosen)
    middle = around([boxes(hands)[name] for name in chosen]).center()

    hands.key(Key.Key_L, CONTROL)

    moved = around([boxes(hands)[name] for name in chosen]).center() - middle
    assert abs(moved.x()) <= 4
    assert abs(moved.y()) <= 4


def test_points_of_wires_go_and_come_back_with_the_places(hands: WindowHands) -> None:
    edge = hands.graph.edges[3]
    point = ((400.0, 900.0),)
    hands.window.project.push(MoveNodes({}, routes=((edge, point),)))
    scatter(hands)

    hands.key(Key.Key_L, CONTROL)
    tidied = hands.graph.route(edge)
    hands.key(Key.Key_Z, CONTROL)

    assert tidied == ()
    assert hands.graph.route(edge) == point


def test_a_note_keeps_to_the_card_that_it_stands_near(hands: WindowHands) -> None:
    hands.key(Key.Key_L, CONTROL)
    name = hands.graph.names[4]
    at = boxes(hands)[name].topLeft() - QPointF(0, 140)
    hands.window.project.push(SetNotes((Note("why", "5 by 5", at.toTuple(), (160.0, 100.0)),)))
    apart = at - boxes(hands)[name].topLeft()
    hands.window.project.push(MoveNodes({name: (900.0, 900.0)}))
    moved = boxes(hands)[name].topLeft() + apart
    hands.window.project.push(SetNotes((Note("why", "5 by 5", moved.toTuple(), (160.0, 100.0)),)))

    hands.key(Key.Key_L, CONTROL)

    note = hands.window.pane.scene.notes["why"].box
    assert note.topLeft() - boxes(hands)[name].topLeft() == apart
    assert not any(box.intersects(note) for box in boxes(hands).values())


def test_no_stranger_stands_in_a_frame_after_tidying(qtbot: Any) -> None:
    document = with_frame(small_net())
    graph = document.graph
    graph.groups["inner"] = Group("inner", {"group": "features"})
    graph.replace_node(Node("relu1", "ReLU", options={"group": "inner"}))
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    hands.view.tidy()

    frames = hands.scene.frames
    outside = [hands.scene.nodes[name].box for name in ("image", "fc1", "add1")]
    assert not any(box.intersects(frames["features"].box) for box in outside)
    assert not hands.scene.nodes["conv1"].box.intersects(frames["inner"].box)


@pytest.fixture
def large(qtbot: Any) -> Hands:
    document = Document("Large")
    document.graph = random_network(1200, 1)
    for i, name in enumerate(document.graph.names):
        document.graph.set_position(name, (i * 37 % 1100 * 8.0, i * 53 % 700 * 8.0))
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    return hands


def test_a_large_network_is_laid_out_between_other_events(large: Hands, qtbot: Any) -> None:
    start = time.process_time()
    large.view.tidy()
    waited, was_busy = time.process_time() - start, large.view.tidying.is_busy

    qtbot.waitUntil(lambda: not large.view.tidying.is_busy, timeout=SLOW)

    assert was_busy
    assert waited < 0.4
    assert len(large.edits) == 1
    assert len(large.document.graph.layout) == 1200


def test_what_changes_meanwhile_is_not_overrun(large: Hands, qtbot: Any) -> None:
    large.view.tidy()
    large.document.apply(MoveNodes({"n7": (0.0, 0.0)}))

    assert not large.view.tidying.is_busy
    qtbot.wait(50)
    assert large.edits == []


def test_long_chains_wrap_or_do_not_as_the_menu_says_and_it_is_remembered(
    hands: WindowHands,
) -> None:
    action = hands.window.actions_by_key["wrap_rows"]

    def rows() -> int:
        return len({box.center().y() for box in boxes(hands).values()})

    try:
        hands.key(Key.Key_L, CONTROL)
        wrapped = rows(), action.isChecked()
        action.trigger()

        assert wrapped == (2, True)
        assert (rows(), action.isChecked(), Settings().wrap_rows) == (1, False, False)
        action.trigger()
        assert rows() == 2
    finally:
        Settings().wrap_rows = True


def test_a_wire_runs_around_a_frame_that_it_has_no_part_in_also_after_a_drag(qtbot: Any) -> None:
    document = with_frame(small_net())
    document.graph.insert(Node("cat", "torch.cat"))
    for source, port in (("relu1", "tensors.0"), ("image", "tensors.1")):
        document.graph.add_edge(Edge(source, "output", "cat", port))
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    skip = Edge("image", "output", "cat", "tensors.1")

    def enters() -> bool:
        frame = hands.scene.frames["features"].box
        return any(frame.contains(line.p2()) for line in hands.scene.wires[skip].lines)

    hands.view.tidy()
    tidied = enters()
    hands.view.fit()
    hands.drag(hands.middle("conv1"), hands.middle("conv1") + QPointF(0, 120))

    assert (tidied, enters()) == (False, False)
