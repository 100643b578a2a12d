"""A frame collapsed to one card: by its chevron, by H; wires end on it; search looks into it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.render import picture
from graph.document import Edge
from graph.edits import Connect
from graph.project_file import dumps, loads
from tests.app.canvas_hands import LEFT, NONE, Hands, small_net, with_frame
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, WindowHands

Key = Qt.Key


@pytest.fixture
def hands(qtbot: Any) -> Hands:
    document = with_frame(small_net())
    document.apply(Connect(Edge("relu1", "output", "add1", "input")))
    hands = Hands(document)
    qtbot.addWidget(hands.view)
    return hands


@pytest.fixture
def working(open_window: Any, answers: Any, qtbot: Any) -> WindowHands:
    window = open_window("vgg16", analysed=False)
    window.pane.view.reduced_motion = True
    return WindowHands(window, answers, qtbot)


def fold(hands: Hands) -> None:
    hands.click(hands.scene.frames["features"].chevron.center())


def test_a_click_on_its_chevron_makes_a_frame_one_card_and_undo_opens_it(hands: Hands) -> None:
    wide = QRectF(hands.scene.frames["features"].box)

    fold(hands)

    frame = hands.scene.frames["features"]
    assert frame.card is not None
    assert (frame.card.title, frame.card.line) == ("features", "2 layers")
    assert frame.box.width() < wide.width()
    assert not hands.scene.nodes["conv1"].isVisible()
    assert hands.scene.node_at(hands.middle("relu1")) is None
    hands.undo()
    assert hands.scene.frames["features"].box == wide
    assert hands.scene.nodes["conv1"].isVisible()


def test_wires_from_outside_end_on_the_card_and_those_inside_are_gone(hands: Hands) -> None:
    fold(hands)

    box = hands.scene.frames["features"].box
    coming = hands.scene.wires[Edge("image", "output", "conv1", "input")]
    going = hands.scene.wires[Edge("relu1", "output", "add1", "input")]
    inner = hands.scene.wires[Edge("conv1", "output", "relu1", "input")]
    assert coming.end.x() == box.left()
    assert box.top() < coming.end.y() < box.bottom()
    assert going.start.x() == box.right()
    assert inner.path.isEmpty()
    assert hands.scene.wire_at(QPointF(0, 0), 40, but={coming.edge, going.edge}) is None


def test_the_card_is_dragged_with_all_that_it_holds_and_opened_by_a_double_click(
    hands: Hands,
) -> None:
    fold(hands)
    at = hands.scene.frames["features"].box.center() - QPointF(20, 0)
    before = {n: hands.document.graph.position(n) for n in ("conv1", "relu1")}

    hands.drag(at, at + QPointF(40, 80), keys=NONE)
    moved = {n: hands.document.graph.position(n) for n in before}
    end = hands.scene.wires[Edge("image", "output", "conv1", "input")].end
    QTest.mouseDClick(hands.view.viewport(), LEFT, NONE, hands.pixel(at + QPointF(40, 80)))

    assert all(moved[n] != before[n] for n in before)
    steps = {(moved[n][0] - before[n][0], moved[n][1] - before[n][1]) for n in before}  # type: ignore[index]
    assert len(steps) == 1
    assert end.x() == hands.scene.nodes["conv1"].box.left()
    assert hands.scene.frames["features"].card is None


def test_the_rubber_band_selects_all_behind_the_card(hands: Hands) -> None:
    fold(hands)
    box = hands.scene.frames["features"].box

    hands.drag(box.bottomRight() + QPointF(30, 30), box.center())

    assert set(hands.scene.selected) == {"conv1", "relu1"}
    assert hands.scene.frames["features"].selected


def test_h_collapses_the_frame_whose_title_was_clicked_and_the_file_says_so(
    working: WindowHands,
) -> None:
    scene = working.window.pane.scene
    title = scene.frames["features"].title_box
    at = working.view.mapFromScene(title.topLeft() + QPointF(40, 14))
    QTest.mouseClick(working.view.viewport(), LEFT, NONE, at)

    working.key(Key.Key_H)

    text = dumps(working.window.project.document)
    assert scene.frames["features"].card is not None
    assert "collapsed: true" in text
    again = loads(text)
    assert again.graph.groups["features"].options["collapsed"] is True
    working.key(Key.Key_H)
    assert scene.frames["features"].card is None


def folded(hands: WindowHands) -> Any:
    scene = hands.window.pane.scene
    hands.view.fit()
    at = hands.view.mapFromScene(scene.frames["features"].title_box.topLeft() + QPointF(40, 14))
    QTest.mouseClick(hands.view.viewport(), LEFT, NONE, at)
    hands.key(Key.Key_H)
    assert scene.frames["features"].card is not None
    return scene


def test_what_is_found_behind_a_card_is_shown_for_as_long_as_it_is_selected(
    working: WindowHands,
) -> None:
    scene = folded(working)
    name = next(n for n in working.graph.names if working.graph.node(n).options.get("group"))
    before = dumps(working.window.project.document)

    working.key(Key.Key_F, CONTROL)
    finder = working.window.finder
    QTest.keyClicks(finder.search, name)
    QTest.keyClick(finder.search, Key.Key_Return)

    assert working.window.pane.selection == [name]
    assert scene.nodes[name].isVisible()
    assert scene.frames["features"].card is None
    assert dumps(working.window.project.document) == before
    scene.select([])
    assert not scene.nodes[name].isVisible()
    assert scene.frames["features"].card is not None


def test_tidying_gives_a_card_no_more_room_than_it_takes(working: WindowHands, qtbot) -> None:
    analysis = working.window.analysis  # shapes that come later would make cards wider
    qtbot.waitUntil(lambda: analysis.has_answered and analysis.is_idle, timeout=SLOW)
    scene = folded(working)
    wide = scene.content_box.width()
    scene.select([])

    working.key(Key.Key_L, CONTROL)

    boxes = [item.box for item in scene.items_of.shown] + [scene.frames["features"].box]
    assert scene.content_box.width() < wide or len(boxes) < 4
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    steps = working.window.project.stack.count()
    working.key(Key.Key_L, CONTROL)
    assert working.window.project.stack.count() == steps


def test_a_picture_of_it_shows_the_card_alone(hands: Hands) -> None:
    wide = picture(hands.scene).width()

    fold(hands)

    assert picture(hands.scene).width() <= wide


BROKEN = """layerloom: 1
name: Broken
nodes:
  x: {type: Input, shape: [N, 8]}
  fc1: {type: Linear, in_features: 5, out_features: 4, group: head}
  fc2: {type: Linear, in_features: 7, out_features: 4, group: head}
  y: {type: Output}
edges: [x -> fc1 -> fc2 -> y]
groups:
  head: {container: Sequential, collapsed: true}
layout: {x: [0, 0], fc1: [320, 0], fc2: [640, 0], y: [960, 0]}
"""


def test_what_is_wrong_in_a_folded_frame_is_marked_on_its_card(
    open_window: Any, answers: Any, qtbot: Any, tmp_path: Any
) -> None:
    from app.canvas.problem_bubble import ProblemBubble
    from app.panels.problem_row import ProblemRow

    path = tmp_path / "broken.loom.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    hands = WindowHands(open_window(path), answers, qtbot)
    window, view = hands.window, hands.view
    view.reduced_motion = True
    frame = window.pane.scene.frames["head"]
    qtbot.waitUntil(lambda: bool(frame.badges), timeout=SLOW)
    [badge] = frame.badges
    assert {problem.node for problem in badge.problems} >= {"fc1"}
    assert badge.severity == "error"

    # A click opens the bubble, which names the layer; the frame stays a card.
    view.fit()
    at = view.mapFromScene(badge.box.translated(frame.corner).center())
    QTest.mouseClick(view.viewport(), LEFT, NONE, at)
    [bubble] = view.findChildren(ProblemBubble)
    assert bubble.isVisible()
    rows = bubble.findChildren(ProblemRow)
    assert any(row.words.startswith("fc1: ") for row in rows)
    assert frame.card is not None

    # F9 opens the frame for a look at the layer; a fix of the bubble mends it.
    hands.key(Key.Key_Escape)
    hands.pick_nothing()
    hands.key(Key.Key_F9)
    assert frame.card is None
    assert window.pane.selection == ["fc1"]
    row = next(row for row in bubble.findChildren(ProblemRow) if row.words.startswith("fc1: "))
    hands.click(row.findChildren(QPushButton)[0])
    hands.wait()
    assert hands.graph.node("fc1").arguments.get("in_features") != 5
    hands.key(Key.Key_F9, CONTROL)
    qtbot.waitUntil(lambda: not window.analysis.analysis.problems, timeout=SLOW)
    hands.pick_nothing()
    assert frame.card is not None
    assert frame.badges == ()
