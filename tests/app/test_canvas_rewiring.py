"""Nodes dropped on wires and taken off them, wires cut and led elsewhere, by real events."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graph.document import Document, Edge, Node
from graph.edits import Batch, Disconnect, MoveNodes, RemoveNode
from graph.project_file import dumps
from tests.app.canvas_hands import LEFT, NONE, Hands, small_net

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton
FIRST = Edge("image", "output", "conv1", "input")
SECOND = Edge("conv1", "output", "relu1", "input")


@pytest.fixture
def hands(qapp):
    return Hands(small_net())


def halfway(hands: Hands, edge: Edge) -> QPointF:
    return hands.scene.wires[edge].path.pointAtPercent(0.5)


def drag_on(hands: Hands, to: QPointF, keys: object) -> None:
    """Go on with a drag, with keys held, which QTest cannot say."""
    where = QPointF(hands.pixel(to))
    whole = hands.view.viewport().mapToGlobal(where)
    event = QMouseEvent(QEvent.Type.MouseMove, where, whole, LEFT, LEFT, keys)
    QApplication.sendEvent(hands.view.viewport(), event)


def chain(*types: str) -> Document:
    """Nodes a, b, c, ... wired one after the other, 200 apart, and a free ``z`` below."""
    document = Document()
    names = "abcdefgh"[: len(types)]
    for at, (name, type_) in enumerate(zip(names, types, strict=True)):
        document.graph.insert(Node(name, type_), position=(at * 240, 0))
    for source, target in pairwise(names):
        document.graph.add_edge(Edge(source, "output", target, "input"))
    document.graph.insert(Node("z", "Tanh"), position=(240, 240))
    return document


def wires(hands: Hands) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in hands.document.graph.edges}


def test_a_node_dropped_on_a_wire_is_put_into_it_in_one_edit(hands):
    hands.drag(hands.middle("fc1"), halfway(hands, SECOND))

    [edit] = hands.edits
    assert isinstance(edit, Batch)
    assert wires(hands) == {("image", "conv1"), ("conv1", "fc1"), ("fc1", "relu1")}
    assert not hands.scene.nodes["fc1"].box.intersects(hands.scene.nodes["relu1"].box)
    hands.undo()
    assert hands.document == small_net()


def test_the_wire_lights_that_a_node_would_be_put_into(hands):
    hands.press(hands.middle("fc1"))
    hands.move(hands.middle("fc1") + QPointF(10, 10))
    hands.move(halfway(hands, SECOND))
    assert [edge for edge, wire in hands.scene.wires.items() if wire.lit] == [SECOND]
    hands.key(Qt.Key.Key_Escape)

    assert not any(wire.lit for wire in hands.scene.wires.values())
    assert hands.document == small_net()


def test_a_node_that_has_wires_is_only_moved_over_others(qapp):
    hands = Hands(chain("ReLU", "ReLU", "ReLU", "ReLU"))
    hands.drag(hands.middle("b"), halfway(hands, Edge("c", "output", "d", "input")))

    assert [type(edit) for edit in hands.edits] == [MoveNodes]
    assert wires(hands) == {("a", "b"), ("b", "c"), ("c", "d")}


def test_a_node_without_an_output_is_not_put_into_a_wire(qapp):
    document = small_net()
    document.graph.insert(Node("scores", "Output"), position=(300, 300))
    hands = Hands(document)
    hands.drag(hands.middle("scores"), halfway(hands, SECOND))

    assert [type(edit) for edit in hands.edits] == [MoveNodes]


def test_dragging_a_node_with_alt_takes_it_off_and_joins_its_neighbours(qapp):
    hands = Hands(chain("ReLU", "ReLU", "ReLU"))
    before = chain("ReLU", "ReLU", "ReLU")
    hands.drag(hands.middle("b"), QPointF(320, -160), LEFT, ALT)

    assert wires(hands) == {("a", "c")}
    assert len(hands.edits) == 1
    hands.undo()
    assert hands.document == before


def test_the_wires_that_alt_takes_off_are_gone_while_it_is_held(qapp):
    hands = Hands(chain("ReLU", "ReLU", "ReLU"))
    hands.view.snaps = False  # no guides among the items
    before = len(hands.scene.items())
    hands.press(hands.middle("b"))
    drag_on(hands, QPointF(320, -100), ALT)
    held = [wire.hidden_end for wire in hands.scene.wires.values()]
    assert len(hands.scene.items()) == before + 1  # the wire that joins the neighbours
    drag_on(hands, QPointF(320, -120), NONE)
    let_go = [wire.hidden_end for wire in hands.scene.wires.values()]
    hands.release(QPointF(320, -120))

    assert len(hands.scene.items()) == before
    assert (held, let_go) == ([True, True], [False, False])
    assert [type(edit) for edit in hands.edits] == [MoveNodes]


def test_several_nodes_are_taken_off_as_one(qapp):
    hands = Hands(chain("ReLU", "ReLU", "ReLU", "ReLU"))
    hands.view.select(["b", "c"])
    hands.drag(hands.middle("b"), QPointF(320, -160), LEFT, ALT)

    assert wires(hands) == {("a", "d"), ("b", "c")}


def test_a_node_that_joins_two_ways_is_healed_by_its_first_input(qapp):
    document = chain("ReLU", "torch.add", "ReLU")
    document.graph.add_edge(Edge("z", "output", "b", "other"))
    hands = Hands(document)
    hands.drag(hands.middle("b"), QPointF(320, -160), LEFT, ALT)

    assert wires(hands) == {("a", "c")}


def test_a_node_at_the_end_is_taken_off_and_nothing_is_joined(qapp):
    hands = Hands(chain("ReLU", "ReLU"))
    hands.drag(hands.middle("b"), QPointF(320, -160), LEFT, ALT)

    assert wires(hands) == set()


def test_a_node_is_taken_from_one_wire_and_put_into_another_with_alt(qapp):
    hands = Hands(chain("ReLU", "ReLU", "ReLU", "ReLU"))
    before = chain("ReLU", "ReLU", "ReLU", "ReLU")
    hands.drag(hands.middle("b"), halfway(hands, Edge("c", "output", "d", "input")), LEFT, ALT)

    assert wires(hands) == {("a", "c"), ("c", "b"), ("b", "d")}
    assert len(hands.edits) == 1
    hands.undo()
    assert hands.document == before


def test_a_node_that_is_removed_while_it_is_dragged_takes_nothing_along(hands):
    hands.press(hands.middle("conv1"))
    drag_on(hands, hands.middle("conv1") + QPointF(0, 40), ALT)
    hands.document.apply(RemoveNode("conv1"))
    drag_on(hands, QPointF(320, 100), ALT)
    hands.release(QPointF(320, 120), keys=ALT)

    assert hands.edits == []
    assert wires(hands) == set()


def test_with_control_a_node_moves_freely(hands):
    start = hands.middle("fc1")
    hands.press(start)
    hands.move(start + QPointF(20, 20))
    hands.release(start + QPointF(61, 37), keys=CONTROL)

    assert hands.edits == [MoveNodes({"fc1": (341, 197)})]


def test_a_stroke_with_control_and_the_right_button_cuts_the_wires_it_crosses(hands):
    over = halfway(hands, SECOND)
    hands.drag(over + QPointF(0, -60), over + QPointF(0, 60), RIGHT, CONTROL)

    assert hands.edits == [Disconnect(SECOND)]


def test_several_wires_are_cut_in_one_edit(hands):
    before = len(hands.scene.items())
    one, two = halfway(hands, FIRST), halfway(hands, SECOND)
    hands.press(one + QPointF(-10, -90), RIGHT, CONTROL)
    for at in (one + QPointF(0, 60), two + QPointF(-10, 60), two + QPointF(0, -90)):
        hands.move(at)
    lit = {edge for edge, wire in hands.scene.wires.items() if wire.lit}
    hands.release(two + QPointF(0, -90), RIGHT, CONTROL)

    assert lit == {FIRST, SECOND}
    [edit] = hands.edits
    assert edit.label == "Cut 2 wires"
    assert wires(hands) == set()
    hands.undo()
    assert hands.document == small_net()
    assert len(hands.scene.items()) == before


def test_escape_ends_a_cut_and_no_wire_goes(hands):
    over = halfway(hands, SECOND)
    hands.press(over + QPointF(0, -60), RIGHT, CONTROL)
    hands.move(over + QPointF(0, 60))
    hands.key(Qt.Key.Key_Escape)
    hands.release(over + QPointF(0, 60), RIGHT, CONTROL)

    assert hands.edits == []
    assert not any(wire.lit for wire in hands.scene.wires.values())


def test_no_menu_opens_where_a_cut_begins(hands):
    asked = []
    hands.view.context_menu_requested.connect(lambda *_: asked.append(1))
    at = hands.pixel(QPointF(100, 300))
    mouse, whole = QContextMenuEvent.Reason.Mouse, hands.view.mapToGlobal(at)
    QApplication.sendEvent(hands.view.viewport(), QContextMenuEvent(mouse, at, whole, CONTROL))
    assert asked == []
    QApplication.sendEvent(hands.view.viewport(), QContextMenuEvent(mouse, at, whole))

    assert asked == [1]


def test_no_menu_opens_after_a_cut_where_menus_open_when_the_button_is_let_go(hands):
    asked = []
    hands.view.context_menu_requested.connect(lambda *_: asked.append(1))
    over = halfway(hands, SECOND)
    hands.drag(over + QPointF(0, -60), over + QPointF(0, 60), RIGHT, CONTROL)
    at = hands.pixel(over)
    mouse, whole = QContextMenuEvent.Reason.Mouse, hands.view.mapToGlobal(at)
    QApplication.sendEvent(hands.view.viewport(), QContextMenuEvent(mouse, at, whole))

    assert asked == []


def test_dragging_the_beginning_of_a_wire_to_another_output_leads_it_from_there(hands):
    wire = hands.scene.wires[SECOND]
    near_start = next(
        at
        for at in (wire.path.pointAtPercent(step / 100) for step in range(100))
        if 18 < (at - wire.start).manhattanLength() < 30
    )
    hands.drag(near_start, hands.output("fc1"))

    assert wires(hands) == {("image", "conv1"), ("fc1", "relu1")}
    assert len(hands.edits) == 1


def test_in_the_window_each_of_these_is_one_step_of_undo(open_window):
    window = open_window("lenet_mnist", analysed=False)
    view, scene, stack = window.pane.view, window.pane.scene, window.project.stack
    texts = [dumps(window.project.document)]

    def go(button, keys, *points):
        places = [view.mapFromScene(point) for point in points]
        QTest.mousePress(view.viewport(), button, keys, places[0])
        for place in places[1:]:
            QTest.mouseMove(view.viewport(), place)
        QTest.mouseRelease(view.viewport(), button, keys, places[-1])
        texts.append(dumps(window.project.document))

    back = next(wire for edge, wire in scene.wires.items() if edge.source == "pool1")
    relu = scene.nodes["relu1"].box.center()
    go(LEFT, ALT, relu, relu + QPointF(0, 20), back.path.pointAtPercent(0.5))
    over = next(wire for edge, wire in scene.wires.items() if edge.source == "fc1").path
    middle = over.pointAtPercent(0.5)
    go(RIGHT, CONTROL, middle - QPointF(0, 40), middle, middle + QPointF(0, 40))
    assert [stack.text(step) for step in range(stack.count())] == [
        "Insert relu1",
        "Cut the wire from fc1 to relu3",
    ]

    for text in reversed(texts[:-1]):
        stack.undo()
        assert dumps(window.project.document) == text
