"""Snapping with guides, by real drags: edges, level wires, equal gaps; Ctrl and the setting."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.canvas.guides import GuideItem
from app.settings import Settings
from graph.document import Document, Edge, Node, Position
from graph.edits import Connect, MoveNodes
from tests.app.canvas_hands import Hands, small_net
from tests.app.window_hands import WindowHands

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(qtbot: Any) -> Hands:
    """The free cards stand far off, so that nothing is in line by chance."""
    document = small_net()
    document.apply(MoveNodes({"fc1": (283.0, 251.0), "add1": (667.0, 403.0)}))
    hands = Hands(document)
    hands.view.centerOn(400, 200)
    qtbot.addWidget(hands.view)
    return hands


def place(hands: Hands, name: str) -> Position:
    found = hands.document.graph.position(name)
    assert found is not None
    return found


def lines(hands: Hands) -> list[Any]:
    return [line for i in hands.scene.items() if isinstance(i, GuideItem) for line in i.lines]


def hold(hands: Hands, name: str, step: QPointF) -> QPointF:
    """Drag a card by a step without letting it go; returns where the pointer is."""
    start = hands.middle(name)
    hands.press(start)
    hands.move(start + step * 0.5)
    hands.move(start + step)
    return start + step


def test_an_edge_snaps_to_that_of_a_neighbour_and_a_line_says_so(hands: Hands) -> None:
    at = hold(hands, "add1", QPointF(283 - 667 + 4, -60))
    shown = lines(hands)
    hands.release(at)

    assert place(hands, "add1")[0] == 283
    assert any(line.x1() == line.x2() == 283 for line in shown)
    assert lines(hands) == []


def test_a_wire_snaps_level_port_to_port(hands: Hands) -> None:
    hands.document.apply(Connect(Edge("fc1", "output", "add1", "other")))
    drop = hands.output("fc1").y() - hands.input("add1", "other").y()

    at = hold(hands, "add1", QPointF(40, drop + 5))
    shown = lines(hands)
    hands.release(at)

    assert hands.input("add1", "other").y() == hands.output("fc1").y()
    assert any(line.y1() == line.y2() == hands.output("fc1").y() for line in shown)


def test_gaps_snap_to_be_equal_and_both_are_shown(hands: Hands) -> None:
    boxes = {name: item.box for name, item in hands.scene.nodes.items()}
    gap = boxes["conv1"].left() - boxes["image"].right()
    goal = boxes["conv1"].right() + gap
    before = place(hands, "add1")
    hands.document.apply(MoveNodes({"relu1": (1400.0, 700.0)}))

    at = hold(hands, "add1", QPointF(goal - before[0] + 5, 13 - before[1]))
    shown = lines(hands)
    hands.release(at)

    assert place(hands, "add1")[0] == goal
    assert sum(line.y1() == line.y2() and line.length() == gap for line in shown) == 2


def test_control_suspends_guides_and_grid(hands: Hands) -> None:
    start = hands.middle("add1")
    step = QPointF(283 - 667 + 3, -61)
    hands.press(start)
    hands.move(start + step)
    hands.release(start + step, keys=CONTROL)

    assert place(hands, "add1") == (286.0, 342.0)


def test_several_cards_snap_as_one_by_what_encloses_them(hands: Hands) -> None:
    hands.scene.select(["fc1", "add1"])
    low = min(hands.scene.nodes[n].box.left() for n in ("fc1", "add1"))
    step = hands.scene.nodes["conv1"].box.left() - low

    at = hold(hands, "fc1", QPointF(step + 3, 61))
    hands.release(at)

    assert place(hands, "fc1")[0] == hands.scene.nodes["conv1"].box.left()
    assert place(hands, "add1")[0] - place(hands, "fc1")[0] == 667 - 283


def test_the_setting_turns_guides_off_and_is_remembered(
    open_window: Any, answers: Any, qtbot: Any
) -> None:
    window = open_window("lenet_mnist", analysed=False)
    try:
        window.actions_by_key["snap"].trigger()
        off = window.pane.view.snaps, Settings().snap, window.actions_by_key["snap"].isChecked()
        hands = WindowHands(window, answers, qtbot)
        names = list(window.pane.scene.nodes)
        hands.window.project.push(MoveNodes({names[0]: (3.0, 600.0), names[1]: (800.0, 900.0)}))
        window.pane.view.zoom_to(1.0)
        window.pane.view.center_on(names[1])
        view, start = window.pane.view, window.pane.scene.nodes[names[1]].box.center()
        pixel = view.mapFromScene(start)
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=pixel)
        QTest.mouseMove(view.viewport(), pixel + (QPointF(43, 43)).toPoint())
        QTest.mouseRelease(
            view.viewport(), Qt.MouseButton.LeftButton, pos=pixel + QPointF(43, 43).toPoint()
        )

        assert off == (False, False, False)
        assert hands.graph.position(names[1]) == (840.0, 944.0)
    finally:
        Settings().snap = True


def test_among_five_thousand_cards_a_step_of_the_guides_takes_milliseconds(qtbot: Any) -> None:
    document = Document("Many")
    for i in range(5000):
        place = (float(i % 100) * 230, float(i // 100) * 90)
        document.graph.insert(Node(f"n{i}", "ReLU"), position=place)
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    hands.view.center_on("n2550")
    at = hold(hands, "n2550", QPointF(20, 20))
    [guides] = [hands.view._pointing.gesture._guides]  # type: ignore[union-attr]

    start = time.process_time()
    for step in range(20):
        guides.find(QPointF(step, step))
        guides.show(QPointF(step, step))
    took = (time.process_time() - start) / 20
    hands.release(at)

    assert took < 0.016
