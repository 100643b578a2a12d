"""What is wrong is said where it is: badges on wires, bubbles, the next problem, all safe fixes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.canvas.problem_bubble import ProblemBubble
from app.panels.problem_row import ProblemRow
from graph.edits import SetArgument
from graph.problems import Fix, Problem
from tests.app.canvas_hands import LEFT, NONE, Hands, small_net
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, SHIFT, Key, WindowHands

BROKEN = """layerloom: 1
name: Broken
nodes:
  image: {type: Input, shape: [N, 1, 28, 28]}
  conv1: {type: Conv2d, in_channels: 3, out_channels: 6, kernel_size: 5}
  relu1: {type: ReLU}
  conv2: {type: Conv2d, in_channels: 7, out_channels: 16, kernel_size: 5}
  flat: {type: Flatten}
  fc: {type: Linear, in_features: 99, out_features: 10}
  scores: {type: Output}
  lost: {type: Dropout}
edges:
  - image -> conv1 -> relu1 -> conv2 -> flat -> fc -> scores
layout:
  image: [0, 0]
  conv1: [260, 0]
  relu1: [560, 0]
  conv2: [860, 0]
  flat: [1160, 0]
  fc: [1460, 0]
  scores: [1760, 0]
  lost: [260, 200]
"""


@pytest.fixture
def window(open_window, tmp_path, qtbot):
    path = tmp_path / "broken.loom.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    window = open_window(path)
    qtbot.waitUntil(lambda: bool(window.analysis.analysis.problems), timeout=SLOW)
    window.pane.view.reduced_motion = True
    return window


def bubble(window) -> ProblemBubble:
    [found] = window.findChildren(ProblemBubble)
    return found


def words(bubble: ProblemBubble) -> list[str]:
    return [label.text() for label in bubble.findChildren(QLabel) if label.text()]


def argument(window, node: str, name: str) -> object:
    return window.project.document.graph.node(node).arguments.get(name)


def badge_of(window, node: str) -> tuple[object, QPoint]:
    item = window.pane.scene.nodes[node]
    [badge] = item.badges
    return badge, window.pane.view.mapFromScene(badge.at + item.corner)


def test_a_badge_sits_on_the_wire_concerned_and_opens_the_words_and_the_fix(window, qtbot):
    window.pane.view.zoom_to(1.0)
    window.pane.view.center_on("conv1")
    badge, at = badge_of(window, "conv1")
    assert badge.port == "input"
    wires = {edge.target: wire for edge, wire in window.pane.scene.wires.items()}
    assert wires["conv1"].distance(window.pane.view.mapToScene(at)) < 3

    QTest.mouseClick(window.pane.view.viewport(), LEFT, NONE, at)

    shown = bubble(window)
    assert shown.isVisible()
    assert words(shown) == [
        "conv1: Conv2d expects 3 channels on axis 1, but [N, 1, 28, 28] arrives from image.",
        "The cause: 5 layers wait for it: relu1, conv2, flat, fc, scores",
    ]
    QTest.mouseClick(shown.findChildren(QPushButton)[0], LEFT)
    assert argument(window, "conv1", "in_channels") == 1
    assert not shown.isVisible()


def test_a_port_without_a_wire_has_its_badge_beside_it_and_wiring_still_begins_at_the_port(window):
    window.pane.view.zoom_to(1.0)
    window.pane.view.center_on("lost")
    item = window.pane.scene.nodes["lost"]
    of_port, of_node = sorted(item.badges, key=lambda badge: badge.at.x())
    assert [p.code for p in of_port.problems] == ["missing-input"]
    assert [p.code for p in of_node.problems] == ["unused-node"]
    port = item.port_place("input", is_output=False)

    assert item.badge_at(port) is None
    assert item.port_at(of_port.at + item.corner) is None


def test_the_first_thing_wrong_is_the_cause_and_what_waits_for_it_is_dimmed(window):
    looks = {name: item.look for name, item in window.pane.scene.nodes.items()}

    assert looks["conv1"].cause
    waiting = {name for name, look in looks.items() if look.waiting}
    assert waiting == {"relu1", "conv2", "flat", "fc", "scores"}
    dimmed = window.pane.scene.nodes["relu1"]
    assert not dimmed.badges
    window.pane.view.select(["relu1"])
    assert "waits for conv1" in window.pane.view.accessibleDescription()


def test_the_list_has_the_cause_first_and_says_what_waits(window):
    rows = window.panels.problems.rows

    assert rows[0].problem.node == "conv1"
    assert "The cause: 5 layers wait for it" in rows[0].accessibleName()


def test_consequences_are_dimmed_below_their_cause(qtbot, open_window, tmp_path):
    path = tmp_path / "follows.loom.yaml"
    path.write_text(
        "layerloom: 1\nname: A\nnodes:\n  x: {type: Input, shape: [N, 8, 8]}\n"
        "  state: {type: Identity}\n  y: {type: Output}\n  z: {type: Output}\n"
        "  mix: {type: Conv1d, hidden_size: 5, out_channels: 4, kernel_size: 1}\n"
        "edges: [x -> mix, mix.h_n -> state -> y, mix.c_n -> z]\n",
        encoding="utf-8",
    )
    window = open_window(path)
    qtbot.waitUntil(lambda: len(window.panels.problems.rows) == 3, timeout=SLOW)

    rows = window.panels.problems.rows
    assert [row.problem.node for row in rows] == ["mix", "state", "z"]
    assert [row.words.endswith("Follows from mix") for row in rows] == [False, True, True]
    [soft] = [label for label in rows[1].findChildren(QLabel) if label.property("soft")]
    assert soft.text() == rows[1].problem.message
    assert [row.layout().contentsMargins().left() for row in rows] == [0, 24, 24]
    badges = {name: window.pane.scene.nodes[name].badges for name in ("mix", "state")}
    assert not badges["mix"][0].is_consequence
    assert badges["state"][0].is_consequence


def test_keys_go_from_problem_to_problem_and_press_the_fix(window, qtbot):
    view = window.pane.view
    view.setFocus()
    QTest.keyClick(view, Key.Key_F9)
    shown = bubble(window)
    assert (shown.isVisible(), window.pane.selection) == (True, ["conv1"])
    assert "Conv2d expects 3 channels" in shown.accessibleDescription()
    QTest.keyClick(window.focusWidget(), Key.Key_F9)
    assert window.pane.selection == ["lost"]
    QTest.keyClick(window.focusWidget(), Key.Key_F9, SHIFT)
    assert window.pane.selection == ["conv1"]
    button = window.focusWidget()
    assert (type(button), button.text()) == (QPushButton, "Set in_channels to 1")

    QTest.keyClick(button, Key.Key_Return)

    assert argument(window, "conv1", "in_channels") == 1
    assert not shown.isVisible()
    assert view.hasFocus()


def test_escape_puts_the_bubble_away_and_leads_back_to_the_canvas(window):
    window.pane.view.setFocus()
    QTest.keyClick(window.pane.view, Key.Key_F9)

    QTest.keyClick(window.focusWidget(), Key.Key_Escape)

    assert not bubble(window).isVisible()
    assert window.pane.view.hasFocus()
    assert window.pane.selection == ["conv1"]


def test_a_key_mends_all_that_is_safe_in_one_step(window, qtbot):
    hands = WindowHands(window, None, qtbot)  # type: ignore[arg-type]
    before = window.project.stack.count()

    hands.key(Key.Key_F9)
    assert bubble(window).isVisible()
    hands.key(Key.Key_F9, CONTROL)

    qtbot.waitUntil(lambda: argument(window, "fc", "in_features") == 6400, timeout=SLOW)
    qtbot.waitUntil(lambda: not bubble(window).isVisible(), timeout=SLOW)  # what it said is mended
    assert argument(window, "conv1", "in_channels") == 1
    assert argument(window, "conv2", "in_channels") == 6
    assert window.project.stack.count() == before + 1
    assert window.status.word == "3 problems fixed, 2 left"
    hands.key(Key.Key_Z, CONTROL)
    assert argument(window, "conv1", "in_channels") == 3
    assert argument(window, "fc", "in_features") == 99


def test_the_button_over_the_list_does_the_same_and_is_gone_when_nothing_is_safe(window, qtbot):
    window.panels.show_tab("problems")
    button = window.panels.problems.fix_all
    QApplication.processEvents()
    QTest.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: argument(window, "fc", "in_features") == 6400, timeout=SLOW)
    qtbot.waitUntil(lambda: window.analysis.is_idle, timeout=SLOW)

    assert {row.problem.node for row in window.panels.problems.rows} == {"lost"}
    assert not button.isVisible()


def test_where_nothing_is_safe_it_is_said(open_window, qtbot):
    window = open_window("lenet_mnist")
    WindowHands(window, None, qtbot).key(Key.Key_F9, CONTROL)  # type: ignore[arg-type]

    qtbot.waitUntil(lambda: "without you" in window.status.word, timeout=SLOW)
    assert not window.project.is_modified


def test_what_was_found_for_another_state_is_asked_anew(window, qtbot):
    window.problems.fix_all()
    window.project.push(SetArgument("conv1", "out_channels", 8))

    qtbot.waitUntil(lambda: argument(window, "conv2", "in_channels") == 8, timeout=SLOW)
    assert argument(window, "fc", "in_features") == 6400


@pytest.mark.parametrize("size", [(1200, 800), (420, 240)])
@pytest.mark.parametrize("count", [1, 12])
def test_a_bubble_never_leaves_the_canvas(qapp, size, count):
    hands = Hands(small_net())
    hands.view.resize(*size)
    fix = Fix("Remove it", SetArgument("fc1", "bias", False))
    text = "fc1: something that takes a whole sentence to be told, and then some more words."
    item = hands.scene.nodes["fc1"]
    item.show_problems(
        [Problem("error", f"p{n}", text, "fc1", "input", fixes=(fix,)) for n in range(count)]
    )
    hands.view.zoom_to(1.0)
    heights = set()
    for x in (-500, 0, 280, 600, 900):
        hands.view.centerOn(x, 160)
        hands.view.open_problem(item.problems[0])
        [shown] = hands.view.findChildren(ProblemBubble)
        assert shown.isVisible()
        assert hands.view.rect().contains(shown.geometry())
        assert len(shown.findChildren(ProblemRow)) == count
        heights.add(shown.height())
    assert len(heights) == 1, "opened again it is as tall as before"


def test_labels_of_the_bubble_read_no_html(qapp):
    hands = Hands(small_net())
    hands.scene.nodes["fc1"].show_problems([Problem("error", "x", "<b>no</b>", "fc1")])
    hands.view.open_problem(hands.scene.nodes["fc1"].problems[0])
    [shown] = hands.view.findChildren(ProblemBubble)

    plain = Qt.TextFormat.PlainText
    assert {label.textFormat() for label in shown.findChildren(QLabel) if label.text()} == {plain}


@pytest.mark.parametrize("size", [(1440, 900), (900, 600)])
def test_the_bubble_hides_neither_the_badge_nor_the_card(window, qtbot, size):
    window.resize(*size)
    view = window.pane.view
    view.zoom_to(1.0)
    view.center_on("conv1")
    _, at = badge_of(window, "conv1")

    QTest.mouseClick(view.viewport(), LEFT, NONE, at)

    card = view.mapFromScene(window.pane.scene.nodes["conv1"].box).boundingRect()
    open_ = bubble(window)
    beak = open_.rect().adjusted(9, 9, -9, -9)
    shown = beak.translated(open_.mapTo(window, QPoint()) - view.mapTo(window, QPoint()))
    assert open_.isVisible()
    assert not shown.intersects(card)
    assert not shown.contains(at)


def test_a_press_beside_the_bubble_puts_it_away_where_it_lies_over_other_parts(window, qtbot):
    window.resize(900, 600)
    below = window.panels.docks["bottom"]
    window.resizeDocks([below], [360], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: window.pane.height() < 200)
    view = window.pane.view
    view.zoom_to(1.0)
    view.center_on("conv1")
    QTest.mouseClick(view.viewport(), LEFT, NONE, badge_of(window, "conv1")[1])
    assert not view.isAncestorOf(bubble(window))

    QTest.mouseClick(window.panels.palette.search, LEFT)

    assert not bubble(window).isVisible()


def test_what_waits_is_pale_from_near_and_far_until_the_cause_is_mended(window, qtbot):
    view, scene = window.pane.view, window.pane.scene

    def depth(name: str, zoom: float) -> int:
        """How far a card stands out from the canvas."""
        view.zoom_to(zoom)
        view.centerOn(scene.nodes[name].box.center())
        picture = view.viewport().grab().toImage()
        at = view.mapFromScene(scene.nodes[name].box.center() - QPointF(0, 8))
        ground, card = picture.pixelColor(3, 3), picture.pixelColor(at)
        return sum(abs(a - b) for a, b in zip(ground.getRgb(), card.getRgb(), strict=True))

    def pale() -> set[str]:
        return {edge.target for edge, wire in scene.wires.items() if wire.waiting}

    assert pale() == {"relu1", "conv2", "flat", "fc", "scores"}
    before = [depth("relu1", zoom) for zoom in (0.4, 0.1)]

    window.project.push(SetArgument("conv1", "in_channels", 1))

    qtbot.waitUntil(lambda: "relu1" not in pale(), timeout=SLOW)
    after = [depth("relu1", zoom) for zoom in (0.4, 0.1)]
    assert all(faint < 0.75 * full for faint, full in zip(before, after, strict=True))
