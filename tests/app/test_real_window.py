"""Gestures on the real window, past its tabs, docks and shortcuts; each is one undo step."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graph.document import Edge
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, Key, WindowHands

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


class Window(WindowHands):
    """Hands that say where things are in pixels of the canvas, and drag between them."""

    def middle(self, node: str) -> QPoint:
        return self.view.mapFromScene(self.window.pane.scene.nodes[node].box.center())

    def port(self, node: str, port: str, *, is_output: bool) -> QPoint:
        item = self.window.pane.scene.nodes[node]
        return self.view.mapFromScene(item.port_place(port, is_output=is_output))

    def on_wire(self, source: str, target: str) -> QPoint:
        wires = self.window.pane.scene.wires
        [wire] = [w for e, w in wires.items() if (e.source, e.target) == (source, target)]
        return self.view.mapFromScene(wire.path.pointAtPercent(0.5))

    def drag(self, start: QPoint, end: QPoint, button: Any = LEFT, keys: Any = NONE) -> None:
        QTest.mousePress(self.view.viewport(), button, keys, start)
        for step in range(1, 7):
            self.move(start + (end - start) * (step / 6), button, keys)
        QTest.mouseRelease(self.view.viewport(), button, keys, end)

    def move(self, to: QPoint, button: Any = Qt.MouseButton.NoButton, keys: Any = NONE) -> None:
        """QTest moves without the keys that are held."""
        viewport, at = self.view.viewport(), QPointF(to)
        whole = QPointF(viewport.mapToGlobal(to))
        moved = QMouseEvent(QEvent.Type.MouseMove, at, whole, Qt.MouseButton.NoButton, button, keys)
        QApplication.sendEvent(viewport, moved)

    @property
    def edges(self) -> set[Edge]:
        return set(self.graph.edges)

    @property
    def steps(self) -> int:
        return int(self.window.project.stack.index())

    def undo(self) -> None:
        self.key(Key.Key_Z, CONTROL)


@pytest.fixture
def hands(open_window: Any, answers: Any, qtbot: Any) -> Window:
    window = open_window("lenet_mnist", analysed=False)
    hands = Window(window, answers, qtbot)
    window.panels.docks["bottom"].hide()
    qtbot.waitUntil(lambda: window.pane.scene.wires[FIRST].text is not None, timeout=SLOW)
    hands.view.reduced_motion = True
    hands.view.fit()
    hands.view.setFocus()
    return hands


FIRST = Edge("conv1", "output", "relu1", "input")


def test_the_search_offers_first_what_may_follow_the_selected_layer(hands: Window) -> None:
    hands.pick("conv1")
    hands.key(Key.Key_Tab)

    rows = hands.window.search.popup.rows
    offered = [rows.item(row).text() for row in range(6)]
    assert {"Conv2d", "BatchNorm2d"} <= set(offered)
    assert "Input" not in offered


def test_a_layer_that_is_put_into_a_wire_leaves_room_for_the_shapes(hands: Window) -> None:
    hands.pick("conv1")
    new = hands.add("conv 64 3 s2")
    hands.wait()

    nodes, wires = hands.window.pane.scene.nodes, hands.window.pane.scene.wires
    boxes = [nodes[name].box for name in ("conv1", new, "relu1")]
    apart = [after.left() - before.right() for before, after in pairwise(boxes)]
    assert min(apart) >= wires[Edge("conv1", "output", new, "input")].text.width + 16
    hands.undo()
    assert FIRST in hands.edges and hands.steps == 0


def test_a_card_dropped_on_a_wire_does_not_cover_the_one_before_it(hands: Window) -> None:
    hands.pick_nothing()
    new = hands.add("dropout 0.3")
    before = hands.edges
    hands.view.fit()

    hands.drag(hands.middle(new), hands.on_wire("fc1", "relu3") - QPoint(12, 0))

    nodes = hands.window.pane.scene.nodes
    assert nodes[new].box.left() - nodes["fc1"].box.right() >= 40
    assert nodes["relu3"].box.left() - nodes[new].box.right() >= 40
    assert Edge("fc1", "output", new, "input") in hands.edges
    hands.undo()
    assert hands.edges == before

    hands.undo()
    assert new not in hands.graph


def test_wires_are_dropped_cut_healed_rewired_and_led_each_as_one_step(hands: Window) -> None:
    whole = hands.edges

    hands.drag(hands.port("image", "output", is_output=True), hands.middle("flat"))
    assert Edge("image", "output", "flat", "input") in hands.edges
    hands.undo()

    across = hands.on_wire("relu1", "pool1")
    hands.drag(across - QPoint(0, 20), across + QPoint(4, 24), RIGHT, CONTROL)
    assert Edge("relu1", "output", "pool1", "input") not in hands.edges
    hands.undo()

    aside = hands.middle("relu1")
    hands.drag(aside, aside - QPoint(0, 90), keys=ALT)
    assert Edge("conv1", "output", "pool1", "input") in hands.edges
    hands.undo()

    hands.drag(
        hands.port("pool1", "input", is_output=False), hands.port("pool2", "input", is_output=False)
    )
    assert Edge("relu1", "output", "pool2", "input") in hands.edges
    hands.undo()
    assert hands.edges == whole and hands.steps == 0

    led = Edge("pool2", "output", "flat", "input")
    at = hands.on_wire("pool2", "flat")
    QTest.mouseClick(hands.view.viewport(), LEFT, ALT, at)
    assert len(hands.graph.route(led)) == 1
    hands.drag(at, at + QPoint(16, 24))
    assert hands.steps == 2
    hands.key(Key.Key_Delete)
    assert hands.graph.route(led) == ()
    for _ in range(3):
        hands.undo()
    assert hands.steps == 0 and hands.view.hasFocus()


def test_what_an_undo_brings_back_is_selected_as_it_was_when_it_went(hands: Window) -> None:
    hands.pick_all("fc2", "relu4")
    hands.key(Key.Key_X, CONTROL)
    assert hands.window.project.stack.undoText() == "Cut 2 items"
    hands.pick("conv1")

    hands.undo()

    assert set(hands.window.pane.selection) == {"fc2", "relu4"}
    hands.pick("conv1")
    hands.key(Key.Key_Delete)
    assert hands.window.project.stack.undoText() == "Delete conv1"


def test_a_note_is_laid_beside_the_cards_and_a_presentation_gives_the_selection_back(
    hands: Window,
) -> None:
    hands.pick("relu2")
    hands.move(hands.middle("relu2"))
    hands.key(Key.Key_N)
    scene = hands.window.pane.scene
    [note] = scene.notes.values()
    QTest.keyClicks(QApplication.focusWidget(), "Why two?")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)

    assert not any(item.box.intersects(note.box) for item in scene.nodes.values())
    assert note.note.text == "Why two?" and hands.view.hasFocus()

    hands.pick("conv1")
    hands.key(Key.Key_F11, CONTROL)
    assert hands.window.presenting.is_on and not hands.window.pane.selection
    hands.key(Key.Key_Escape)
    assert not hands.window.presenting.is_on and hands.window.pane.selection == ["conv1"]


def test_a_wire_let_go_over_nothing_offers_what_takes_it_and_escape_leads_back(
    hands: Window,
) -> None:
    start = hands.port("scores", "input", is_output=False)
    free = QPoint(hands.view.viewport().width() - 60, hands.view.viewport().height() - 240)
    hands.drag(hands.port("conv2", "output", is_output=True), free)
    rows = hands.window.search.popup.rows
    assert hands.window.search.popup.isVisible()
    assert rows.item(0).text() == "Conv2d"

    QTest.keyClick(hands.window.search.popup.field, Key.Key_Escape)

    assert hands.view.hasFocus() and hands.steps == 0
    assert start == hands.port("scores", "input", is_output=False), "nothing has moved"


def test_wires_and_frames_keep_off_what_hangs_at_cards(hands: Window) -> None:
    scene = hands.window.pane.scene
    picture = QPixmap(96, 60)
    picture.fill(Qt.GlobalColor.gray)
    names = [name for name in scene.nodes if name not in ("image", "scores")]

    scene.show_thumbnails(dict.fromkeys(names, picture))

    ground = scene.items_of.ground
    rooms = [box.rect.adjusted(2, 2, -2, -2) for box in ground.hung_boxes(names)]
    assert len(rooms) == len(names)
    for edge, wire in scene.wires.items():
        points = [wire.path.pointAtPercent(step / 200) for step in range(201)]
        assert not any(room.contains(point) for room in rooms for point in points), edge
    held = ground.hung_boxes(["pool1"])[0].rect
    assert scene.frames["features"].box.contains(held)
    scene.show_thumbnails({})
    assert not scene.frames["features"].box.contains(held) or not ground.hanging
