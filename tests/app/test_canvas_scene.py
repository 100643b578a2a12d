"""The scene follows the document, whatever happens to it."""

from __future__ import annotations

import statistics
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from app.canvas import CanvasScene, CanvasView
from app.canvas.detail import Detail
from app.canvas.node_painting import paint_block, paint_full
from app.theme import LIGHT
from graph.analysis import Analysis, NodeAnalysis, TensorType
from graph.document import Block, Document, Edge, Group, Node
from graph.edits import (
    AddBlock,
    AddNode,
    Connect,
    Disconnect,
    MoveNodes,
    RemoveNode,
    RenameNode,
    ReplaceNode,
    SetArgument,
    SetGroups,
    SetOption,
)
from graph.problems import Problem
from graph.sizes import parse_size
from tests.app.canvas_hands import small_net, with_frame
from tests.documents import any_document, any_edit

N = parse_size("N")


def shown(scene: CanvasScene) -> object:
    """Everything that a scene draws, for comparison."""
    return (
        {name: (item.card, item.pos().toTuple()) for name, item in scene.nodes.items()},
        {edge: (wire.start.toTuple(), wire.end.toTuple()) for edge, wire in scene.wires.items()},
        {name: (frame.container, frame.box.getRect()) for name, frame in scene.frames.items()},
        len(scene.items()),
    )


@pytest.mark.parametrize(
    "edit",
    [
        AddNode(Node("drop1", "Dropout"), (0, 300)),
        RemoveNode("conv1"),
        Connect(Edge("relu1", "output", "add1", "input")),
        Disconnect(Edge("conv1", "output", "relu1", "input")),
        RenameNode("conv1", "first"),
        SetArgument("conv1", "out_channels", 64),
        SetOption("fc1", "group", "features"),
        SetGroups((Group("features", {"container": "ModuleList"}), Group("empty"))),
        MoveNodes({"conv1": (280, 400), "relu1": (0, 400)}),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_after_an_edit_and_its_undo_the_scene_shows_the_document(qapp, edit):
    document = with_frame(small_net())
    scene = CanvasScene(document)
    before = shown(scene)
    inverse = document.apply(edit)
    assert shown(scene) == shown(CanvasScene(document))
    assert shown(scene) != before
    document.apply(inverse)

    assert shown(scene) == before


@given(st.data())
def test_a_scene_that_saw_the_edits_equals_one_made_afterwards(qapp, data):
    document = data.draw(any_document())
    scene = CanvasScene(document)
    for _ in range(data.draw(st.integers(1, 4))):
        document.apply(data.draw(any_edit(document)))
    fresh = CanvasScene(document)
    cards, wires, frames, count = shown(scene)
    new_cards, new_wires, new_frames, new_count = shown(fresh)

    # Nodes without a position stay where they were shown, so only their content is compared.
    assert {n: card for n, (card, _) in cards.items()} == {
        n: card for n, (card, _) in new_cards.items()
    }
    placed = document.graph.layout
    assert {n: cards[n][1] for n in placed} == {n: new_cards[n][1] for n in placed}
    assert wires.keys() == new_wires.keys()
    assert {n: container for n, (container, _) in frames.items()} == {
        n: container for n, (container, _) in new_frames.items()
    }
    assert count == new_count
    scene.close()
    fresh.close()


@pytest.mark.parametrize(
    "edit",
    [
        ReplaceNode(Node("y", "Identity"), "Pair"),
        RemoveNode("y", "Pair"),
        RenameNode("y", "left", "Pair"),
        AddNode(Node("z", "Output"), (400, 100), scope="Pair"),
    ],
    ids=lambda edit: type(edit).__name__,
)
def test_ports_of_a_block_are_those_of_its_uses_at_once(qapp, edit):
    document = small_net()
    document.apply(AddBlock(Block("Pair")))
    for node in (Node("x", "Input"), Node("y", "Output")):
        document.apply(AddNode(node, (0, 0), scope="Pair"))
    document.apply(AddNode(Node("pair", "Pair"), (0, 300)))
    scene = CanvasScene(document)
    before = scene.nodes["pair"].card
    inverse = document.apply(edit)

    assert scene.nodes["pair"].card == CanvasScene(document).nodes["pair"].card != before
    document.apply(inverse)
    assert scene.nodes["pair"].card == before


@given(st.data())
def test_any_document_can_be_drawn(qapp, data):
    document = data.draw(any_document())
    scene = CanvasScene(document, data.draw(st.sampled_from(document.scopes)))
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for item in scene.nodes.values():  # by hand: an exception inside Qt's own call ends the process
        paint_full(painter, item.card, item.figure, item.look, (), LIGHT)
        paint_block(painter, item.card, item.figure, item.look, (), LIGHT)
    scene.render(painter)
    painter.end()
    scene.close()


def test_an_edit_touches_only_the_items_it_concerns(qapp):
    document = small_net()
    scene = CanvasScene(document)
    before = dict(scene.nodes), dict(scene.wires)
    document.apply(SetArgument("conv1", "out_channels", 64))

    assert (scene.nodes, scene.wires) == before
    assert scene.nodes["conv1"].card.line == "? → 64, 5×5"


def test_an_edit_in_another_scope_changes_nothing_here(qapp):
    document = small_net()
    scene = CanvasScene(document)
    before = shown(scene)
    document.apply(AddNode(Node("drop1", "Dropout")))
    document.apply(RemoveNode("drop1"))

    assert shown(scene) == before


def test_a_closed_scene_does_not_listen_any_more(qapp):
    document = small_net()
    scene = CanvasScene(document)
    scene.close()
    document.apply(RemoveNode("conv1"))

    assert "conv1" in scene.nodes


def test_an_analysis_brings_shapes_parameters_and_problems(qapp):
    scene = CanvasScene(small_net())
    scene.show_analysis(
        Analysis(
            {
                "conv1": NodeAnalysis(
                    "Conv2d",
                    outputs={"output": TensorType((N, 6, 24, 24))},
                    arguments={"in_channels": 1},
                    parameters=156,
                )
            },
            (Problem("error", "missing-input", "add1: nothing arrives.", "add1"),),
        )
    )

    wire = scene.wires[Edge("conv1", "output", "relu1", "input")]
    assert [text for text, _ in wire.text.pieces] == ["N", "6", "24", "24"]
    assert [symbol for _, symbol in wire.text.pieces] == [True, False, False, False]
    assert scene.nodes["conv1"].card.count == "156"
    assert [p.code for p in scene.nodes["add1"].problems] == ["missing-input"]
    assert not scene.nodes["conv1"].problems


def test_what_an_analysis_no_longer_knows_is_no_longer_shown(qapp):
    scene = CanvasScene(small_net())
    known = NodeAnalysis("Conv2d", outputs={"output": TensorType((N, 6))}, parameters=156)
    scene.show_analysis(Analysis({"conv1": known}))
    scene.show_analysis(Analysis())

    assert scene.wires[Edge("conv1", "output", "relu1", "input")].text is None
    assert scene.nodes["conv1"].card.count == ""


def test_nodes_without_a_position_are_laid_out_and_the_document_is_left_alone(qapp):
    document = Document()
    for name in ("a", "b", "c"):
        document.graph.insert(Node(name, "ReLU"))
    document.graph.add_edge(Edge("a", "output", "b", "input"))
    document.graph.add_edge(Edge("b", "output", "c", "input"))
    scene = CanvasScene(document)

    assert document.graph.layout == {}
    places = [scene.nodes[name].pos() for name in ("a", "b", "c")]
    assert places[0].x() < places[1].x() < places[2].x()
    assert len({place.y() for place in places}) == 1


def test_a_node_without_a_position_stands_on_no_other(qapp):
    document = small_net()
    scene = CanvasScene(document)
    for number in range(6):
        document.apply(AddNode(Node(f"extra{number}", "ReLU")))
    boxes = [item.box for item in scene.nodes.values()]

    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_from_far_off_the_overview_stands_for_all_items(qapp):
    scene = CanvasScene(small_net())
    scene.set_zoom(0.1)
    hidden = [item.isVisible() for item in (*scene.nodes.values(), *scene.wires.values())]
    scene.document.apply(AddNode(Node("late", "ReLU"), (0, 0)))
    assert not any(hidden)
    assert not scene.nodes["late"].isVisible()
    scene.set_zoom(1.0)

    assert all(item.isVisible() for item in (*scene.nodes.values(), *scene.wires.values()))
    assert scene._detail == Detail.FULL


def test_a_card_can_be_found_from_far_off_too(qapp):
    scene = CanvasScene(small_net())
    scene.set_zoom(0.1)

    assert scene.node_at(QPointF(300, 0)).name == "conv1"


def chain(length: int) -> Document:
    """Rows of forty cards, each wired to the next."""
    document = Document()
    for number in range(length):
        place = (number % 40 * 300.0, number // 40 * 120.0)
        document.graph.insert(Node(f"n{number}", "ReLU"), position=place)
        if number % 40:
            document.graph.add_edge(Edge(f"n{number - 1}", "output", f"n{number}", "input"))
    return document


@pytest.mark.parametrize(("zoom", "most"), [(1.0, 3.0), (0.1, 12.0)])
def test_a_frame_of_a_large_network_costs_little_more_than_one_of_a_small_one(qapp, zoom, most):
    def cost(length: int) -> float:
        view = CanvasView(CanvasScene(chain(length)))
        view.resize(1200, 800)
        view.show()
        view.zoom_to(zoom)
        view.centerOn(900, 120)
        costs = []
        for _ in range(9):
            start = time.process_time()
            view.viewport().repaint()
            costs.append(time.process_time() - start)
        return statistics.median(costs)

    assert cost(1000) / cost(100) < most
