"""X-ray in the window: a switch, panels under the cards, colours of wires, faults on the nodes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from app.canvas.problem_bubble import ProblemBubble
from app.canvas.xray_item import XrayItem, gauge_at
from app.open_project import Opened
from app.panels.histogram import Histogram
from app.theme import THEMES, contrast
from app.training_client import IDLE, RUNNING
from app.xray.reading import Frame, read_nodes, read_place
from graph.edits import SetOption
from tests.app.canvas_hands import LEFT, NONE
from tests.app.conftest import SLOW
from tests.app.window_hands import CONTROL, SHIFT, WindowHands, breathe

NET = """layerloom: 1
name: Seen
nodes:
  image:  {{type: Input, shape: [N, 1, 8, 8]}}
  first:  {{type: Part}}
  second: {{type: Part, channels: 5}}
  flat:   {{type: Flatten}}
  fc:     {{type: Linear, out_features: 16{more}}}
  relu:   {{type: ReLU}}
  head:   {{type: Linear, out_features: 10}}
  scores: {{type: Output}}
edges:
  - image -> first -> second -> flat -> fc -> relu -> head -> scores
blocks:
  Part:
    arguments: {{channels: 3}}
    nodes:
      x:    {{type: Input}}
      conv: {{type: Conv2d, out_channels: =channels, kernel_size: 3, padding: 1}}
      y:    {{type: Output}}
    edges:
      - x -> conv -> y
training:
  data: {{source: digits, batch_size: 16}}
  epochs: {epochs}
"""


@pytest.fixture
def opened(qtbot, open_window, answers, tmp_path: Path):
    def open_(more: str = "", epochs: int = 500) -> WindowHands:
        path = tmp_path / "seen.loom.yaml"
        path.write_text(NET.format(more=more, epochs=epochs), encoding="utf-8")
        window = open_window(path)
        window.panels.show_tab("training")
        return WindowHands(window, answers, qtbot)

    return open_


def panels(hands: WindowHands) -> dict[str, XrayItem]:
    """What hangs under the cards that are on the canvas."""
    found = {}
    for name, node in hands.window.pane.scene.nodes.items():
        for child in node.childItems():
            if isinstance(child, XrayItem):
                found[name] = child
    return found


@pytest.mark.slow
def test_a_key_looks_into_the_run_that_is_going_and_no_longer(qtbot, opened):
    hands = opened()
    window, scene = hands.window, hands.window.pane.scene
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: window.training.state == RUNNING, timeout=SLOW)
    assert not panels(hands)

    hands.key(Qt.Key.Key_X, CONTROL | SHIFT)

    qtbot.waitUntil(lambda: "fc" in panels(hands), timeout=SLOW)
    assert set(panels(hands)) >= {"image", "first", "second", "flat", "fc", "relu", "head"}
    shown = panels(hands)["fc"].shown
    assert shown.bars and shown.ratio and shown.words.startswith("σ")
    levels = {edge.source: wire.flow for edge, wire in scene.wires.items()}
    assert (
        levels["image"] is None
        and 0 < levels["fc"] <= 1
        and max(level for level in levels.values() if level is not None) == 1
    )
    assert window.xraying.legend.isVisible()
    assert any(item.shown.maps is not None for item in panels(hands).values())
    hands.pick("fc")
    part = window.panels.inspector.node_page.xray
    qtbot.waitUntil(part.isVisible, timeout=SLOW)
    assert sum(part.findChildren(Histogram)[0].counts) > 0
    words = [row.value for row in part.facts._rows if hasattr(row, "value")]
    assert len(words) > 12

    late: list[object] = []
    window.training.event_received.connect(
        lambda event: late.append(event) if event["event"] == "xray" else None
    )
    qtbot.waitUntil(lambda: bool(late), timeout=SLOW)

    hands.key(Qt.Key.Key_X, CONTROL | SHIFT)
    window.training.event_received.emit(late[-1])  # a look may have been on its way

    assert not window.xraying.is_on
    assert not panels(hands) and not window.xraying.legend.isVisible() and not part.isVisible()
    assert all(wire.flow is None for wire in scene.wires.values())
    at = window.xraying.frame.step
    run = window.panels.training.run
    position = run.progress.position
    qtbot.waitUntil(lambda: run.progress.position > position + 0.3, timeout=SLOW)
    assert window.xraying.frame.step == at


@pytest.mark.slow
def test_the_switch_stands_beside_the_curves_and_holds_for_runs_to_come(qtbot, opened):
    hands = opened()
    window = hands.window
    [switch] = [
        button
        for button in window.panels.training.findChildren(QToolButton)
        if button.defaultAction() is window.actions_by_key["xray"]
    ]
    hands.click(switch)
    assert switch.isChecked()

    window.actions_by_key["train"].trigger()

    qtbot.waitUntil(lambda: "fc" in panels(hands), timeout=SLOW)
    gradients = window.actions_by_key["xray_gradients"]
    gradients.trigger()
    shown = panels(hands)["fc"].shown
    assert shown.is_gradient and shown.words.startswith("∇") and gradients.isChecked()
    window.actions_by_key["stop"].trigger()
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)


@pytest.mark.slow
def test_inside_a_block_the_use_that_is_looked_at_is_shown(qtbot, opened):
    hands = opened()
    window = hands.window
    window.actions_by_key["xray"].trigger()
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: "fc" in panels(hands), timeout=SLOW)

    seen = {}
    for use in ("first", "second"):
        window.pane.show_scope("Part", (use,))
        qtbot.waitUntil(lambda: "conv" in panels(hands), timeout=SLOW)
        hands.pick("conv")
        reading = window.xraying._readings()["conv"]
        seen[use] = reading.place
        assert panels(hands)["conv"].shown.ratio is not None

    assert seen == {"first": "first.conv", "second": "second.conv"}


@pytest.mark.slow
def test_a_fault_is_marked_on_its_node_with_words_and_a_fix_and_stays_until_it_is_mended(
    qtbot, opened
):
    hands = opened(", initialize: {bias: -80}", epochs=2)
    window, view = hands.window, hands.view
    window.actions_by_key["xray"].trigger()
    window.actions_by_key["train"].trigger()
    item = window.pane.scene.nodes["relu"]
    qtbot.waitUntil(lambda: bool(item.badges), timeout=SLOW)
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)
    assert item.badges and panels(hands)["relu"].shown.mood == "warning"

    view.fit()
    view.zoom_to(1.0)
    view.center_on("relu")
    breathe()
    badge = view.mapFromScene(item.badge_boxes[0].center())
    QTest.mouseMove(view.viewport(), badge)
    QTest.mouseClick(view.viewport(), LEFT, NONE, badge)

    bubble = view.findChild(ProblemBubble)
    qtbot.waitUntil(bubble.isVisible, timeout=SLOW)
    assert "100 % of its units give 0 for every sample" in bubble.accessibleDescription()
    [button] = [b for b in bubble.findChildren(QPushButton) if "LeakyReLU" in b.text()]
    QTest.mouseClick(button, LEFT)
    assert hands.graph.node("relu").type == "LeakyReLU"
    assert not panels(hands) and not window.xraying.problems  # all that is of another network now


@pytest.mark.slow
def test_a_run_that_goes_on_is_looked_into_again(qtbot, opened):
    hands = opened()
    window = hands.window
    window.actions_by_key["xray"].trigger()
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: "fc" in panels(hands), timeout=SLOW)
    window.actions_by_key["stop"].trigger()
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)
    window.xraying.begin(Opened())  # as a window begins in which nothing was trained
    before = window.training.folder

    window.actions_by_key["continue_run"].trigger()

    qtbot.waitUntil(lambda: "fc" in panels(hands), timeout=SLOW)
    assert window.training.folder == before and window.xraying.frame.step > 0


@pytest.mark.slow
def test_what_was_seen_last_stays_after_the_run_until_the_network_is_edited(qtbot, opened):
    hands = opened(epochs=1)
    window = hands.window
    window.actions_by_key["xray"].trigger()
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: window.xraying.frame.step > 0, timeout=SLOW)
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)
    qtbot.waitUntil(lambda: "fc" in panels(hands), timeout=SLOW)

    window.project.push(SetOption("fc", "trainable", False))

    assert not panels(hands)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_colours_of_wires_are_even_in_lightness_and_stand_out_the_more_the_more_flows(theme):
    away = [contrast(theme.flow(step / 10).name(), theme.canvas) for step in range(11)]

    assert all(more > less for less, more in pairwise(away))
    assert away[0] > 1.5 and away[-1] > 10


def test_places_are_read_as_they_are_written():
    assert read_place("stage.rest[12].conv1") == (("stage", None), ("rest", 12), ("conv1", None))
    assert (gauge_at(0), gauge_at(1e-7), gauge_at(1), gauge_at(50)) == (0.0, 0.0, 1.0, 1.0)
    nodes = read_nodes({"nodes": {p: {} for p in ("a.b[1].c", "a.b[0].c", "a.b", "c")}})
    frame = Frame(nodes=nodes)
    assert frame.seen_at(("a", "b"))["c"].place == "a.b[0].c"
    assert [one.place for one in frame.copies_of(nodes["a.b[0].c"])] == ["a.b[1].c", "a.b[0].c"]
