"""Search at the cursor, by real keys on the real canvas."""

from __future__ import annotations

from time import process_time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.analysis_client import AnalysisClient
from app.canvas.loose_end import LooseEnd
from app.canvas.zooming import zoom_of
from app.canvas_pane import CanvasPane
from app.languages import speak
from app.open_project import OpenProject
from app.search import CursorSearch
from app.settings import Settings
from graph.document import Block, Document, Edge, Node
from tests.app.canvas_hands import LEFT, NONE, small_net
from tests.app.conftest import SLOW

ENTER, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


class Desk:
    """A canvas with its search, on a project; ``type`` goes wherever the focus would be."""

    def __init__(self, document: Document, tmp_settings: Settings) -> None:
        self.project = OpenProject()
        self.project.replace(document, None)
        self.pane = CanvasPane(self.project.document)
        self.settings = tmp_settings
        analysis = AnalysisClient(self.pane)  # it never opens: what is asked of it waits
        self.search = CursorSearch(self.project, analysis, self.pane, self.settings, self.pane)
        self.view, self.popup = self.pane.view, self.search.popup
        self.project.edited.connect(self.pane.after_edit)
        self.project.changed.connect(lambda _: self.pane.refresh())
        self.refused: list[str] = []
        self.project.refused.connect(self.refused.append)
        self.view.edit_requested.connect(self.project.push)
        self.view.reduced_motion = True
        self.pane.resize(1200, 800)
        self.pane.show()
        self.view.zoom_to(1.0)
        self.view.centerOn(400, 100)

    @property
    def graph(self):
        return self.project.document.graph

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.popup.field if self.popup.is_open else self.view, key)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.popup.field, text)

    def add(self, text: str) -> str:
        """Open the search by a key, type, press Enter; the name of what came."""
        before = set(self.graph.names)
        self.key(TAB)
        self.type(text)
        self.key(ENTER)
        return next(iter(set(self.graph.names) - before), "")

    def drag(self, start: QPointF, end: QPointF) -> None:
        viewport = self.view.viewport()
        QTest.mousePress(viewport, LEFT, NONE, self.view.mapFromScene(start))
        QTest.mouseMove(viewport, self.view.mapFromScene((start + end) / 2))
        QTest.mouseMove(viewport, self.view.mapFromScene(end))
        QTest.mouseRelease(viewport, LEFT, NONE, self.view.mapFromScene(end))

    def hover(self, x: float, y: float) -> None:
        """Move without a button, which offscreen QTest only pretends to."""
        where, none = QPointF(self.pixel(x, y)), Qt.MouseButton.NoButton
        whole = self.view.viewport().mapToGlobal(where)
        event = QMouseEvent(QEvent.Type.MouseMove, where, whole, none, none, NONE)
        QApplication.sendEvent(self.view.viewport(), event)

    def port(self, node: str, port: str, *, is_output: bool) -> QPointF:
        return self.pane.scene.nodes[node].port_place(port, is_output=is_output)

    def pixel(self, x: float, y: float):
        return self.view.mapFromScene(QPointF(x, y))


@pytest.fixture
def desk(qapp, qtbot):
    settings = Settings()
    settings._store.remove("recent_layers")
    desk = Desk(small_net(), settings)
    qtbot.addWidget(desk.pane)
    return desk


def test_tab_opens_the_search_where_the_pointer_is(desk):
    desk.hover(100, -150)
    desk.key(TAB)

    assert desk.popup.is_open
    assert desk.popup.pos() == desk.view.viewport().mapTo(desk.view, desk.pixel(100, -150))


def test_a_tap_of_space_opens_the_search_and_holding_it_to_pan_does_not(desk):
    viewport = desk.view.viewport()
    QTest.keyPress(desk.view, Qt.Key.Key_Space)
    QTest.mousePress(viewport, LEFT, NONE, desk.pixel(100, 300))
    QTest.mouseMove(viewport, desk.pixel(160, 300))
    QTest.mouseRelease(viewport, LEFT, NONE, desk.pixel(160, 300))
    QTest.keyRelease(desk.view, Qt.Key.Key_Space)
    assert not desk.popup.is_open

    QTest.keyClick(desk.view, Qt.Key.Key_Space)
    assert desk.popup.is_open


def test_a_double_click_on_nothing_opens_the_search_and_places_there(desk):
    QTest.mouseDClick(desk.view.viewport(), LEFT, NONE, desk.pixel(100, 304))
    desk.type("conv 64 3 s2")
    desk.key(ENTER)

    node = desk.graph.node("conv2")
    assert node.arguments == {"out_channels": 64, "kernel_size": 3, "stride": 2}
    middle = desk.pane.scene.nodes["conv2"].box.center()
    assert (middle - QPointF(100, 304)).manhattanLength() <= 16
    assert not desk.popup.is_open


def test_what_is_added_with_a_layer_selected_is_wired_to_it_in_one_undo_step(desk):
    desk.view.select(["relu1"])
    added = desk.add("fc 10")

    assert desk.graph.node(added).type == "Linear"
    assert desk.graph.has_edge(Edge("relu1", "output", added, "input"))
    assert desk.pane.selection == [added]
    desk.project.stack.undo()
    assert desk.project.document == small_net()


def test_a_layer_added_in_the_middle_of_a_chain_is_inserted_into_it(desk):
    desk.view.select(["conv1"])
    added = desk.add("bn")

    assert desk.graph.has_edge(Edge("conv1", "output", added, "input"))
    assert desk.graph.has_edge(Edge(added, "output", "relu1", "input"))
    desk.project.stack.undo()
    assert desk.project.document == small_net()


def test_an_output_added_to_a_layer_that_feeds_another_is_wired_all_the_same(desk):
    desk.view.select(["conv1"])
    added = desk.add("output")

    assert desk.graph.has_edge(Edge("conv1", "output", added, "input"))
    assert desk.graph.has_edge(Edge("conv1", "output", "relu1", "input"))


def test_a_chain_is_built_by_keys_alone(qapp, qtbot):
    desk = Desk(Document(), Settings())
    qtbot.addWidget(desk.pane)
    for text in ("input N 1 28 28", "conv 8 3", "relu", "flatten", "linear 10", "output"):
        desk.add(text)

    types = [node.type for node in desk.graph.nodes]
    assert types == ["Input", "Conv2d", "ReLU", "Flatten", "Linear", "Output"]
    assert len(desk.graph.edges) == 5
    boxes = [item.box for item in desk.pane.scene.nodes.values()]
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_what_is_added_with_several_layers_selected_takes_them_all(desk):
    desk.view.select(["relu1", "fc1"])
    added = desk.add("cat 1")

    assert desk.graph.node(added).arguments == {"dim": 1}
    assert [(e.source, e.target_port) for e in desk.graph.in_edges(added)] == [
        ("relu1", "tensors.0"),
        ("fc1", "tensors.1"),
    ]


def test_the_line_of_the_card_is_shown_while_one_types(desk):
    desk.key(TAB)
    desk.type("conv 64 3 s2")

    assert desk.popup.line.text() == "? → 64, 3×3, stride 2"
    assert desk.popup.hint.text() == "padding  dilation  groups  bias  padding_mode"


@pytest.mark.parametrize(
    ("typed", "type_", "arguments"),
    [
        ("c6 5 p2", "Conv2d", {"out_channels": 6, "kernel_size": 5, "padding": 2}),
        ("l120", "Linear", {"out_features": 120}),
        ("conv64", "Conv2d", {"out_channels": 64}),
        ("bn1d", "BatchNorm1d", {}),
        ("relu6", "ReLU6", {}),
        ("conv1d 8 3", "Conv1d", {"out_channels": 8, "kernel_size": 3}),
    ],
)
def test_a_number_may_stand_right_behind_a_name_unless_that_is_a_name(
    desk, typed, type_, arguments
):
    added = desk.graph.node(desk.add(typed))

    assert added.type == type_
    assert {key: added.arguments[key] for key in arguments} == arguments


def test_a_mistake_is_named_and_nothing_is_added(desk):
    assert desk.add("dropout 30") == ""

    assert desk.popup.is_open
    assert desk.popup.line.text() == "p must be a number from 0 to 1, not 30."
    assert desk.popup.line.property("look") == "error"


def test_escape_closes_the_search_and_changes_nothing(desk):
    desk.view.select(["conv1"])
    desk.key(TAB)
    desk.type("conv")
    desk.key(ESCAPE)

    assert not desk.popup.is_open
    assert desk.pane.selection == ["conv1"]
    assert desk.project.stack.count() == 0


def test_the_arrows_choose_among_what_was_found_and_tab_writes_its_name_out(desk):
    desk.key(TAB)
    desk.type("conv 64 3")
    desk.key(Qt.Key.Key_Down)
    desk.key(TAB)
    assert desk.popup.field.text() == "Conv1d 64 3 "
    desk.key(ENTER)

    assert desk.graph.node("conv2").type == "Conv1d"


def test_text_that_names_nothing_says_so(desk):
    assert desk.add("qqqqqq") == ""

    assert desk.popup.line.text() == "No layer is called so"


def test_what_was_added_last_is_offered_first(desk):
    desk.add("tanh")
    desk.add("lstm 8")
    desk.key(TAB)

    assert [desk.popup.rows.item(row).text() for row in (0, 1)] == ["LSTM", "Tanh"]


def test_blocks_of_the_project_are_found_except_where_they_would_have_no_end(qapp, qtbot):
    document = small_net()
    block = Block("Twist", arguments={"width": 4})
    block.graph.insert(Node("x", "Input"))
    block.graph.insert(Node("y", "Output"))
    document.blocks["Twist"] = block
    desk = Desk(document, Settings())
    qtbot.addWidget(desk.pane)
    desk.view.select(["relu1"])
    added = desk.add("twist 8")

    assert desk.graph.node(added).arguments == {"width": 8}
    assert desk.graph.has_edge(Edge("relu1", "output", added, "x"))
    desk.pane.show_scope("Twist")
    desk.key(TAB)
    desk.type("twist")
    assert desk.popup.rows.current is None or desk.popup.rows.current.type != "Twist"


def test_the_window_has_the_search_and_a_click_elsewhere_closes_it(open_window):
    window = open_window("lenet_mnist", analysed=False)
    view, popup = window.pane.view, window.search.popup
    QTest.keyClick(view, TAB)
    assert popup.is_open
    view.setFocus(Qt.FocusReason.MouseFocusReason)

    assert not popup.is_open


def test_a_wire_dropped_on_nothing_is_wired_to_what_is_chosen_there(desk):
    start = desk.port("relu1", "output", is_output=True)
    desk.drag(start, QPointF(900, 300))
    assert desk.popup.is_open
    assert desk.project.stack.count() == 0
    desk.type("max pool 2d 2")
    desk.key(ENTER)

    added = desk.pane.selection[0]
    assert desk.graph.node(added).arguments["kernel_size"] == 2
    assert desk.graph.has_edge(Edge("relu1", "output", added, "input"))
    there = desk.port(added, "input", is_output=False)
    assert (there - QPointF(900, 300)).manhattanLength() <= 48
    desk.project.stack.undo()
    assert desk.project.document == small_net()


def test_a_wire_drawn_backwards_and_dropped_on_nothing_is_wired_too(desk):
    desk.drag(desk.port("fc1", "input", is_output=False), QPointF(100, 320))
    desk.type("flatten")
    desk.key(ENTER)

    [edge] = desk.graph.in_edges("fc1")
    assert edge == Edge(desk.pane.selection[0], "output", "fc1", "input")


def test_what_takes_no_input_is_not_offered_for_a_wire(desk):
    desk.drag(desk.port("relu1", "output", is_output=True), QPointF(900, 300))
    desk.type("input")

    assert "Input" not in [layer.type for layer in desk.popup._hits.layers]


def test_escape_lets_go_of_the_wire_that_was_dropped(desk):
    before = len(desk.pane.scene.items())
    desk.drag(desk.port("relu1", "output", is_output=True), QPointF(900, 300))
    assert len(desk.pane.scene.items()) == before + 1  # the wire stays in sight meanwhile
    desk.key(ESCAPE)

    assert len(desk.pane.scene.items()) == before
    assert desk.project.stack.count() == 0


def test_only_what_takes_the_shape_is_offered_and_the_likeliest_first(open_window, qtbot):
    window = open_window("lenet_mnist")
    popup, end = window.search.popup, LooseEnd("flat", "output", is_output=True)
    window.search.open(QPointF(0, 0), end)
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)
    offered = [layer.type for layer in popup._layers]

    assert popup.line.text() == "400 → 64"
    assert offered[0] == "Linear"
    assert {"ReLU", "Dropout", "BatchNorm1d", "torch.add"} <= set(offered)
    assert {"Conv1d", "Conv2d", "BatchNorm2d", "Embedding", "Input"}.isdisjoint(offered)


def test_the_wheel_over_the_search_does_not_zoom_and_a_click_on_it_selects_nothing(desk):
    desk.view.select(["conv1"])
    desk.key(TAB)
    desk.type("qqqqqq")
    at = QPointF(desk.popup.rows.rect().center())
    turn = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase(0), False
    )
    QApplication.sendEvent(desk.popup.rows.viewport(), turn)
    QTest.mouseClick(desk.popup, LEFT, NONE, QPoint(3, 3))

    assert zoom_of(desk.view) == 1.0
    assert desk.pane.selection == ["conv1"]
    assert desk.popup.is_open


def test_a_click_on_a_row_adds_that_layer(desk):
    desk.key(TAB)
    desk.type("conv 64 3")
    row = desk.popup.rows.visualItemRect(desk.popup.rows.item(2)).center()
    QTest.mouseClick(desk.popup.rows.viewport(), LEFT, NONE, row)

    assert desk.graph.node("conv2").type == "Conv3d"
    assert not desk.popup.is_open


def test_a_key_in_the_search_is_answered_within_30_milliseconds(desk):
    desk.key(TAB)
    taken = []
    for text in ("c", "conv", "conv 64 3 s2", "covn", "zzzz"):
        desk.popup.field.clear()
        start = process_time()
        desk.type(text)
        taken.append((process_time() - start) / len(text))

    assert sorted(taken)[2] < 0.03


@pytest.mark.parametrize(
    ("typed", "type_", "arguments"),
    [
        ("卷積 64 5", "Conv2d", {"out_channels": 64, "kernel_size": 5}),
        ("卷積64", "Conv2d", {"out_channels": 64, "kernel_size": 3}),
        ("conv 8", "Conv2d", {"out_channels": 8, "kernel_size": 3}),
    ],
)
def test_in_chinese_layers_are_found_by_chinese_words_too(desk, qapp, typed, type_, arguments):
    speak(qapp, "zh_TW")

    before = set(desk.graph.names)
    desk.key(TAB)
    by_input_method = QInputMethodEvent()
    by_input_method.setCommitString(typed)
    QApplication.sendEvent(desk.popup.field, by_input_method)
    desk.key(ENTER)

    [added] = [node for node in desk.graph.nodes if node.name not in before]
    assert (added.type, dict(added.arguments)) == (type_, arguments)
