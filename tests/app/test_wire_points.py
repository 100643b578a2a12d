"""Leading wires by hand: points added, dragged, selected, deleted, saved, and undone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.fragments import copy_fragment, read_fragment
from app.pasting import Manner, paste
from graph.document import Change, Document, Edge
from graph.edits import RemoveNode, RenameNode
from graph.project_file import dumps, loads
from tests.app.canvas_hands import LEFT, NONE, Hands, small_net

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
FIRST = Edge("image", "output", "conv1", "input")
WIRE = Edge("conv1", "output", "relu1", "input")


@pytest.fixture
def hands(qtbot) -> Hands:
    hands = Hands(small_net())
    qtbot.addWidget(hands.view)
    return hands


def on_wire(hands: Hands, edge: Edge = WIRE) -> QPointF:
    return hands.scene.wires[edge].path.pointAtPercent(0.5)


def add_point(hands: Hands, to: QPointF) -> None:
    hands.drag(on_wire(hands), to, keys=ALT)


def test_a_click_with_alt_adds_a_point_on_the_grid_in_one_step(hands: Hands) -> None:
    at = on_wire(hands)

    hands.click(at, ALT)

    [point] = hands.document.graph.route(WIRE)
    assert abs(point[0] - at.x()) <= 4 and abs(point[1] - at.y()) <= 4
    assert point[0] % 8 == point[1] % 8 == 0
    assert len(hands.edits) == 1
    assert list(hands.scene.selected_points) == [(WIRE, 0)]
    hands.undo()
    assert hands.document.graph.route(WIRE) == ()
    assert hands.scene.wires[WIRE].points == ()


def test_a_double_click_adds_a_point_too(hands: Hands) -> None:
    at = hands.pixel(on_wire(hands))

    QTest.mouseClick(hands.view.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(hands.view.viewport(), LEFT, NONE, at)
    QTest.mouseRelease(hands.view.viewport(), LEFT, NONE, at)

    assert len(hands.document.graph.route(WIRE)) == 1


def test_a_wire_passes_its_points_and_turns_no_corner_there(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))
    wire = hands.scene.wires[WIRE]
    hands.drag(wire.path.pointAtPercent(0.2), QPointF(504, -80), keys=ALT)

    points = [QPointF(*point) for point in hands.document.graph.route(WIRE)]
    assert [point.toTuple() for point in points] == [(504, -80), (520, 96)]
    path = hands.scene.wires[WIRE].path
    for point in points:
        assert hands.scene.wires[WIRE].distance(point) < 2
    steps = [path.angleAtPercent(share / 400) for share in range(401)]
    turns = [abs((b - a + 180) % 360 - 180) for a, b in pairwise(steps)]
    assert max(turns) < 20
    assert min(abs(steps[0]), 360 - steps[0]) < 1 and min(abs(steps[-1]), 360 - steps[-1]) < 1


def test_a_point_is_dragged_and_deleted_each_in_one_step(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))

    hands.drag(QPointF(520, 96), QPointF(544, 160))
    moved = hands.document.graph.route(WIRE)
    hands.key(Qt.Key.Key_Delete)

    assert moved == ((544, 160),)
    assert hands.document.graph.route(WIRE) == ()
    assert hands.document.graph.has_edge(WIRE)
    assert len(hands.edits) == 3
    hands.undo()
    assert hands.document.graph.route(WIRE) == ((544, 160),)
    hands.undo()
    assert hands.document.graph.route(WIRE) == ((520, 96),)


def test_escape_lets_go_of_a_point_that_is_being_dragged(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))
    before = hands.scene.wires[WIRE].path

    hands.press(QPointF(520, 96))
    hands.move(QPointF(540, 200))
    during = hands.scene.wires[WIRE].path
    hands.key(Qt.Key.Key_Escape)

    assert during != before
    assert hands.scene.wires[WIRE].path == before
    assert len(hands.edits) == 1


def test_points_are_selected_by_the_rubber_band_and_nudged(hands: Hands) -> None:
    add_point(hands, QPointF(520, 240))

    hands.drag(QPointF(490, 290), QPointF(550, 220))
    picked = list(hands.scene.selected_points)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down, SHIFT)

    assert picked == [(WIRE, 0)]
    assert not hands.scene.selected
    assert hands.document.graph.route(WIRE) == ((528, 272),)


def test_a_point_alone_moves_with_the_selected_node_that_is_dragged(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))
    hands.click(hands.middle("relu1"), NONE)
    hands.click(QPointF(520, 96), SHIFT)

    hands.drag(hands.middle("relu1"), hands.middle("relu1") + QPointF(80, 40))

    assert hands.document.graph.route(WIRE) == ((600, 136),)


def test_points_move_along_when_both_ends_do_and_stay_when_one_does(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))
    hands.scene.select(["conv1", "relu1"])

    hands.drag(hands.middle("conv1"), hands.middle("conv1") + QPointF(16, 80))
    both = hands.document.graph.route(WIRE)
    hands.scene.select(["relu1"])
    hands.drag(hands.middle("relu1"), hands.middle("relu1") + QPointF(40, 0))

    assert both == ((536, 176),)
    assert hands.document.graph.route(WIRE) == both
    assert hands.scene.wires[WIRE].points == (QPointF(536, 176),)
    hands.undo()
    hands.undo()
    assert hands.scene.wires[WIRE].points == (QPointF(520, 96),)


def test_a_wire_that_is_rewired_at_one_end_keeps_its_points(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))

    hands.drag(hands.input("relu1"), hands.input("add1"))

    rewired = Edge("conv1", "output", "add1", "input")
    assert hands.document.graph.route(rewired) == ((520, 96),)
    assert hands.scene.wires[rewired].points == (QPointF(520, 96),)


def test_a_wire_that_goes_takes_its_points_and_undo_brings_both_back(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))
    document = hands.document

    back = document.apply(RemoveNode("relu1"))
    gone = dumps(document)
    document.apply(back)
    document.apply(RenameNode("conv1", "first"))

    assert "routes" not in gone
    assert document.graph.route(Edge("first", "output", "relu1", "input")) == ((520, 96),)


def test_a_node_put_into_a_wire_leaves_it_its_points_on_both_sides(hands: Hands) -> None:
    add_point(hands, QPointF(488, 200))
    hands.drag(hands.scene.wires[WIRE].path.pointAtPercent(0.75), QPointF(592, 240), keys=ALT)

    hands.drop("ReLU", on_wire(hands))

    first, second = (
        Edge("conv1", "output", "relu2", "input"),
        Edge("relu2", "output", "relu1", "input"),
    )
    assert hands.document.graph.route(first) == ((488, 200),)
    assert len(hands.document.graph.route(second)) == 1


def test_the_points_are_saved_and_copied_with_their_wires(hands: Hands) -> None:
    add_point(hands, QPointF(520, 96))
    text = dumps(hands.document)

    assert "routes:\n  conv1.output -> relu1.input: [[520, 96]]\n" in text
    assert loads(text) == hands.document
    fragment = read_fragment(copy_fragment(hands.document, "", ["conv1", "relu1"]))
    pasting = paste(hands.document, "", fragment, Manner(shift=(40, 40)))
    hands.document.apply(pasting.edit)
    copied = Edge(pasting.names[0], "output", pasting.names[1], "input")
    assert hands.document.graph.route(copied) == ((560, 136),)


def test_leading_a_wire_touches_no_node_so_nothing_is_analysed_anew(hands: Hands) -> None:
    changes: list[Change] = []
    hands.document.observe(changes.append)

    add_point(hands, QPointF(520, 96))

    [change] = changes
    assert not change.nodes and not change.parts
    assert change.moved == {"": frozenset({"conv1", "relu1"})}


def test_routes_of_wires_that_are_gone_are_kept_and_told() -> None:
    text = dumps(small_net()) + "routes:\n  gone.output -> relu1.input: [[1, 2]]\n"

    document = loads(text)

    assert dumps(document) == text
    assert loads(dumps(document)) == document
    from graph.validate_graph import check_document

    [problem] = check_document(document)
    assert "gone.output -> relu1.input" in problem.message
    document.apply(problem.fixes[0].edit)
    assert document == small_net()


def test_a_route_that_is_no_list_of_points_is_refused_with_its_line() -> None:
    from graph.errors import ProjectError

    for wrong in ("3", "[1, 2]", "[[1, 2, 3]]", "[[a, b]]", "[[.nan, 1]]"):
        text = dumps(small_net()) + f"routes:\n  conv1.output -> relu1.input: {wrong}\n"
        with pytest.raises(ProjectError, match="the route of") as caught:
            loads(text, "net.loom.yaml")
        assert caught.value.line == text.count("\n")


def test_a_document_with_a_route_is_not_the_one_without() -> None:
    plain, led = Document(), small_net()
    led.graph.set_route(WIRE, ((1.0, 2.0),))

    assert plain != led and led != small_net()
