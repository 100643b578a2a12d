"""Moving, selecting, looking around, dropping and deleting, by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip

from app.canvas.problem_bubble import ProblemBubble
from app.canvas.zooming import scene_point, zoom_of
from graph.document import Document, Edge, Node
from graph.edits import AddNode, Batch, Disconnect, MoveNodes, RemoveNode
from graph.problems import Fix, Problem
from tests.app.canvas_hands import LEFT, MIDDLE, NONE, Hands, small_net, with_frame
from tests.app.conftest import SLOW

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(qapp):
    return Hands(small_net())


def turn_wheel(hands: Hands, at: QPoint, notches: int, keys: object = NONE) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(hands.view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hands.view.viewport(), event)


def test_dragging_a_node_moves_it_in_one_edit_on_the_grid(hands):
    start = hands.middle("fc1")
    hands.drag(start, start + QPointF(61, 38))

    assert hands.edits == [MoveNodes({"fc1": (344, 200)})]


def test_undoing_a_drag_puts_everything_back_exactly(hands):
    before = {name: item.pos() for name, item in hands.scene.nodes.items()}
    paths = {edge: wire.path for edge, wire in hands.scene.wires.items()}
    hands.drag(hands.middle("conv1"), hands.middle("conv1") + QPointF(100, 77))
    hands.undo()

    assert {name: item.pos() for name, item in hands.scene.nodes.items()} == before
    assert {edge: wire.path for edge, wire in hands.scene.wires.items()} == paths


def test_items_follow_the_document_and_not_the_hand_when_nobody_takes_the_edit(qapp):
    hands = Hands(small_net(), applying=False)
    hands.drag(hands.middle("fc1"), hands.middle("fc1") + QPointF(80, 80))

    assert len(hands.edits) == 1
    assert hands.scene.nodes["fc1"].pos() == QPointF(280, 160)


def test_wires_follow_a_node_while_it_is_dragged(hands):
    hands.press(hands.middle("conv1"))
    hands.move(hands.middle("conv1") + QPointF(0, 160))

    wire = hands.scene.wires[Edge("conv1", "output", "relu1", "input")]
    assert (wire.start - hands.output("conv1")).manhattanLength() < 0.01
    assert hands.document.graph.position("conv1") == (280, 0)


def test_escape_puts_a_dragged_node_back(hands):
    hands.press(hands.middle("fc1"))
    hands.move(hands.middle("fc1") + QPointF(80, 80))
    hands.key(Qt.Key.Key_Escape)
    hands.release(hands.middle("fc1"))

    assert hands.edits == []
    assert hands.scene.nodes["fc1"].pos() == QPointF(280, 160)


def test_dragging_one_of_several_selected_nodes_moves_them_all(hands):
    hands.view.select(["fc1", "add1"])
    hands.drag(hands.middle("add1"), hands.middle("add1") + QPointF(16, 8))

    assert hands.edits == [MoveNodes({"fc1": (296, 168), "add1": (616, 168)})]


def test_moving_a_node_keeps_those_that_were_laid_out_automatically(qapp):
    document = Document()
    for name in ("a", "b", "c"):
        document.graph.insert(Node(name, "ReLU"))
    hands = Hands(document)
    hands.view.fit()
    shown = {name: item.pos().toTuple() for name, item in hands.scene.nodes.items()}
    hands.drag(hands.middle("a"), hands.middle("a") + QPointF(80, 80))

    assert document.graph.layout["b"] == shown["b"]
    assert document.graph.layout["c"] == shown["c"]


def test_dragging_a_frames_title_moves_its_nodes(qapp):
    hands = Hands(with_frame(small_net()))
    title = hands.scene.frames["features"].title_box.center()
    hands.drag(title, title + QPointF(0, 80))

    assert hands.edits == [MoveNodes({"conv1": (280, 80), "relu1": (600, 80)})]


def test_a_click_selects_and_a_click_on_nothing_clears(hands):
    told = []
    hands.view.selection_changed.connect(told.append)
    hands.click(hands.middle("conv1"))
    hands.click(QPointF(100, 300))

    assert told == [["conv1"], []]
    assert hands.edits == []


def test_a_click_on_one_of_several_selected_nodes_selects_it_alone(hands):
    hands.view.select(["conv1", "fc1", "add1"])
    hands.click(hands.middle("fc1"))

    assert list(hands.scene.selected) == ["fc1"]


@pytest.mark.parametrize("keys", [SHIFT, CONTROL], ids=["shift", "ctrl"])
def test_a_click_with_a_key_adds_and_takes_away(hands, keys):
    hands.click(hands.middle("conv1"))
    hands.click(hands.middle("fc1"), keys)
    hands.click(hands.middle("conv1"), keys)

    assert list(hands.scene.selected) == ["fc1"]


def test_a_rubber_band_selects_what_it_touches(hands):
    hands.drag(QPointF(240, 100), QPointF(840, 220))

    assert set(hands.scene.selected) == {"fc1", "add1"}


def test_a_rubber_band_with_shift_keeps_what_was_selected(hands):
    hands.click(hands.middle("image"))
    hands.drag(QPointF(240, 100), QPointF(840, 220), LEFT, SHIFT)

    assert set(hands.scene.selected) == {"image", "fc1", "add1"}


def test_escape_takes_a_rubber_band_back(hands):
    hands.click(hands.middle("image"))
    hands.press(QPointF(240, 100))
    hands.move(QPointF(840, 220))
    hands.key(Qt.Key.Key_Escape)

    assert list(hands.scene.selected) == ["image"]


def test_delete_removes_the_selection_in_one_edit_and_undo_brings_it_back(hands):
    before = set(hands.scene.wires)
    hands.view.select(["conv1", "fc1"])
    hands.key(Qt.Key.Key_Delete)
    assert set(hands.scene.nodes) == {"image", "relu1", "add1"}
    assert not hands.scene.wires
    hands.undo()

    assert set(hands.scene.wires) == before
    assert hands.scene.nodes["conv1"].pos() == QPointF(280, 0)


def test_delete_of_a_selected_wire_disconnects_it(hands):
    edge = Edge("conv1", "output", "relu1", "input")
    hands.click(hands.scene.wires[edge].path.pointAtPercent(0.5))
    hands.key(Qt.Key.Key_Delete)

    assert hands.edits == [Disconnect(edge)]


def test_delete_of_one_node_is_no_batch(hands):
    hands.click(hands.middle("fc1"))
    hands.key(Qt.Key.Key_Backspace)

    assert hands.edits == [RemoveNode("fc1", label="Delete fc1")]


def test_arrows_nudge_by_the_grid_and_further_with_shift(hands):
    hands.click(hands.middle("fc1"))
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Up, SHIFT)

    assert hands.document.graph.position("fc1") == (288, 128)


def test_a_double_click_activates_a_node_or_the_canvas(hands):
    nodes, places = [], []
    hands.view.node_activated.connect(nodes.append)
    hands.view.search_wanted.connect(lambda at, _: places.append(at))
    QTest.mouseDClick(hands.view.viewport(), LEFT, NONE, hands.pixel(hands.middle("conv1")))
    QTest.mouseDClick(hands.view.viewport(), LEFT, NONE, hands.pixel(QPointF(100, 300)))

    assert nodes == ["conv1"]
    assert [place.toPoint() for place in places] == [QPoint(100, 300)]


def test_the_wheel_zooms_and_keeps_the_point_under_the_pointer(hands):
    at = QPoint(333, 222)
    before = scene_point(hands.view, QPointF(at))
    for _ in range(4):
        turn_wheel(hands, at, 1)
    after = scene_point(hands.view, QPointF(at))

    assert zoom_of(hands.view) == pytest.approx(1.2**4)
    assert (after - before).manhattanLength() < 2.0


def test_zoom_has_ends(hands):
    for _ in range(40):
        turn_wheel(hands, QPoint(300, 300), 5)
    assert zoom_of(hands.view) == 4.0
    for _ in range(40):
        turn_wheel(hands, QPoint(300, 300), -5)

    assert zoom_of(hands.view) == pytest.approx(0.05)


def test_the_middle_button_pans(hands):
    before = scene_point(hands.view, QPointF(0, 0))
    viewport = hands.view.viewport()
    QTest.mousePress(viewport, MIDDLE, NONE, QPoint(400, 300))
    QTest.mouseMove(viewport, QPoint(420, 300))
    QTest.mouseMove(viewport, QPoint(460, 330))
    QTest.mouseRelease(viewport, MIDDLE, NONE, QPoint(460, 330))

    moved = scene_point(hands.view, QPointF(0, 0)) - before
    assert moved.toPoint() == QPoint(-60, -30)


def test_space_and_a_drag_pan_even_over_a_node(hands):
    before = scene_point(hands.view, QPointF(0, 0))
    QTest.keyPress(hands.view, Qt.Key.Key_Space)
    start = hands.pixel(hands.middle("conv1"))
    QTest.mousePress(hands.view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(hands.view.viewport(), start + QPoint(50, 0))
    QTest.mouseRelease(hands.view.viewport(), LEFT, NONE, start + QPoint(50, 0))
    QTest.keyRelease(hands.view, Qt.Key.Key_Space)

    assert (scene_point(hands.view, QPointF(0, 0)) - before).toPoint() == QPoint(-50, 0)
    assert hands.edits == []


def test_a_layer_dropped_on_the_canvas_is_added_there_and_selected(hands):
    hands.drop("Conv2d", QPointF(404, 324))

    [edit] = hands.edits
    assert isinstance(edit, AddNode)
    assert edit.node.type == "Conv2d"
    assert edit.node.name == "conv2"
    assert "out_channels" in edit.node.arguments
    assert (hands.middle("conv2") - QPointF(404, 324)).manhattanLength() <= 16
    assert list(hands.scene.selected) == ["conv2"]


def test_a_layer_dropped_on_a_wire_is_inserted_into_it_in_one_edit(hands):
    edge = Edge("conv1", "output", "relu1", "input")
    hands.drop("BatchNorm2d", hands.scene.wires[edge].path.pointAtPercent(0.5))

    [edit] = hands.edits
    assert isinstance(edit, Batch)
    assert set(hands.scene.wires) == {
        Edge("image", "output", "conv1", "input"),
        Edge("conv1", "output", "bn1", "input"),
        Edge("bn1", "output", "relu1", "input"),
    }
    assert not hands.scene.nodes["bn1"].box.intersects(hands.scene.nodes["relu1"].box)
    hands.undo()
    assert hands.document == small_net()


def test_something_else_that_is_dropped_is_left_alone(hands):
    hands.drop("", QPointF(400, 320))

    assert hands.edits == []


def test_tidy_is_one_edit_that_undo_takes_back(hands):
    before = {name: item.pos() for name, item in hands.scene.nodes.items()}
    hands.view.tidy()
    assert len(hands.edits) == 1
    boxes = [item.box for item in hands.scene.nodes.values()]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    hands.undo()

    assert {name: item.pos() for name, item in hands.scene.nodes.items()} == before


def test_a_tidied_canvas_is_left_as_it_is(hands):
    hands.view.tidy()
    hands.view.tidy()

    assert len(hands.edits) == 1


def test_tidying_glides_to_where_the_document_has_the_nodes_already(hands, qtbot):
    hands.view.reduced_motion = False
    hands.view.tidy()
    goal = {n: hands.document.graph.position(n) for n in hands.scene.nodes}
    assert any(item.pos().toTuple() != goal[n] for n, item in hands.scene.nodes.items())

    qtbot.waitUntil(
        lambda: {n: i.pos().toTuple() for n, i in hands.scene.nodes.items()} == goal, timeout=SLOW
    )


def test_a_badge_opens_a_bubble_whose_button_asks_for_the_fix(hands):
    fix = Fix("Set in_features to 400", Disconnect(Edge("a", "b", "c", "d")))
    hands.scene.nodes["fc1"].show_problems(
        [Problem("error", "wrong-width", "fc1: <b>784</b> expected.", "fc1", fixes=(fix,))]
    )
    asked = []
    hands.view.fix_requested.connect(asked.append)
    hands.click(hands.scene.nodes["fc1"].box.topRight() + QPointF(-4, 0))
    [bubble] = hands.view.findChildren(ProblemBubble)
    texts = [label.text() for label in bubble.findChildren(QLabel) if label.text()]
    assert texts == ["fc1: <b>784</b> expected."]
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in bubble.findChildren(QLabel)
        if label.text()
    )
    QTest.mouseClick(bubble.findChildren(QPushButton)[0], LEFT)

    assert asked == [fix]


def test_a_tooltip_shows_a_message_as_it_is_written(hands):
    hands.scene.nodes["fc1"].show_problems([Problem("error", "x", "a <b> & c", "fc1")])
    at = hands.pixel(hands.scene.nodes["fc1"].box.topRight() + QPointF(-4, 0))
    event = QHelpEvent(QEvent.Type.ToolTip, at, hands.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(hands.view.viewport(), event)

    assert "a &lt;b&gt; &amp; c" in QToolTip.text()
    QToolTip.hideText()


def test_the_bubble_stays_while_the_pointer_goes_to_its_button(hands):
    fix = Fix("Use auto", Disconnect(Edge("a", "b", "c", "d")))
    hands.scene.nodes["fc1"].show_problems([Problem("error", "x", "wrong", "fc1", fixes=(fix,))])
    hands.click(hands.scene.nodes["fc1"].box.topRight() + QPointF(-4, 0))
    hands.hover(QPointF(700, 300))
    [bubble] = hands.view.findChildren(ProblemBubble)
    assert bubble.isVisible()
    hands.click(QPointF(100, 300))

    assert not bubble.isVisible()


def test_the_context_menu_is_asked_for_with_the_node_under_the_pointer(hands):
    asked = []
    hands.view.context_menu_requested.connect(lambda _, node: asked.append(node))
    at = hands.pixel(hands.middle("fc1"))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hands.view.mapToGlobal(at))
    QApplication.sendEvent(hands.view.viewport(), event)

    assert asked == ["fc1"]
    assert list(hands.scene.selected) == ["fc1"]
