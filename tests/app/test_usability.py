"""The tasks of docs/usability.md, done by hand and counted: the counts are those written there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from graph.edits import SetArgument, SetTraining
from tests.app.canvas_hands import LEFT, NONE
from tests.app.conftest import SLOW
from tests.app.past_runs import make_runs

USABILITY = Path(__file__).parent.parent.parent / "docs/usability.md"
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key

NET = """
layerloom: 1
name: Net
nodes:
  x:     {type: Input, shape: [N, 64]}
  fc1:   {type: Linear, out_features: 64}
  relu1: {type: ReLU}
  fc2:   {type: Linear, out_features: 64}
  y:     {type: Output}
edges: [x -> fc1 -> relu1 -> fc2 -> y]
layout: {x: [0, 0], fc1: [320, 0], relu1: [640, 0], fc2: [960, 0], y: [1280, 0]}
"""


@dataclass
class Counter:
    """Hands that count: a key with what is held down is one, and so is a stroke of the mouse."""

    window: Any
    counts: dict[str, int] = field(default_factory=lambda: {"clicks": 0, "strokes": 0, "keys": 0})

    @property
    def view(self) -> Any:
        return self.window.pane.view

    def key(self, key: Key, keys: object = NONE, at: QWidget | None = None) -> None:
        self.window.activateWindow()
        QApplication.processEvents()
        self.counts["keys"] += 1
        QTest.keyClick(at or self.view, key, keys)

    def type(self, words: str, at: QWidget) -> None:
        self.counts["keys"] += len(words)
        QTest.keyClicks(at, words)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QApplication.processEvents()
        assert widget.isVisible()
        self.counts["clicks"] += 1
        QTest.mouseClick(widget, LEFT, NONE, at or widget.rect().center())

    def click_card(self, name: str) -> None:
        middle = self.window.pane.scene.nodes[name].box.center()
        self.click(self.view.viewport(), self.view.mapFromScene(middle))

    def sweep(self, *names: str) -> None:
        """A band around cards, drawn from the empty canvas."""
        box = self.window.pane.scene.nodes[names[0]].box
        for name in names:
            box = box.united(self.window.pane.scene.nodes[name].box)
        start = self.view.mapFromScene(box.topLeft() - QPointF(20, 40))
        end = self.view.mapFromScene(box.bottomRight() + QPointF(20, 40))
        self.counts["strokes"] += 1
        QTest.mousePress(self.view.viewport(), LEFT, NONE, start)
        QTest.mouseMove(self.view.viewport(), (start + end) / 2)
        QTest.mouseMove(self.view.viewport(), end)
        QTest.mouseRelease(self.view.viewport(), LEFT, NONE, end)


def written(task: str) -> dict[str, int]:
    """What docs/usability.md says that a task takes."""
    row = rf"^\| {re.escape(task)} \| (\d+) \| (\d+) \| (\d+) \|"
    found = re.search(row, USABILITY.read_text(encoding="utf-8"), re.M)
    assert found is not None, f"docs/usability.md has no task {task!r}"
    return dict(zip(("clicks", "strokes", "keys"), map(int, found.groups()), strict=True))


@pytest.fixture
def net(tmp_path: Path) -> Path:
    path = tmp_path / "net.loom.yaml"
    path.write_text(NET, encoding="utf-8")
    return path


def opened(open_window: Any, path: Any = "", *, analysed: bool = False) -> Counter:
    counter = Counter(open_window(path, analysed=analysed))
    counter.view.setFocus()
    return counter


def test_lenet_is_built_from_nothing(qtbot, open_window):
    hand = opened(open_window)
    field = hand.window.search.popup.field
    qtbot.waitUntil(lambda: hand.window.welcoming.is_shown)

    hand.type("i", hand.view)  # on the start page a letter begins the search
    hand.type(";c6 5 p2;r;m;c16 5;r;m;f;l120;r;l84;r;l10;o", field)
    hand.key(Key.Key_Return, at=field)

    graph = hand.window.project.document.graph
    assert [node.type for node in graph.nodes] == [
        *("Input", "Conv2d", "ReLU", "MaxPool2d", "Conv2d", "ReLU", "MaxPool2d"),
        *("Flatten", "Linear", "ReLU", "Linear", "ReLU", "Linear", "Output"),
    ]
    assert len(graph.edges) == 13
    assert graph.nodes[1].arguments == {"out_channels": 6, "kernel_size": 5, "padding": 2}
    assert hand.counts == written("Build LeNet from nothing")


def test_a_broken_net_is_fixed(qtbot, open_window, net):
    hand = opened(open_window, net, analysed=True)
    hand.window.push(SetArgument("fc2", "in_features", 784))
    analysis = hand.window.analysis
    qtbot.waitUntil(lambda: bool(analysis.analysis.errors), timeout=SLOW)

    hand.key(Key.Key_F9, CONTROL)

    qtbot.waitUntil(lambda: analysis.is_idle and not analysis.analysis.errors, timeout=SLOW)
    assert hand.counts == written("Fix a broken net")


def test_a_block_is_made_and_repeated(open_window, net):
    hand = opened(open_window, net)
    hand.sweep("fc1", "relu1")
    hand.key(Key.Key_B, CONTROL)

    [block] = hand.window.project.document.blocks
    assert hand.counts == written("Make a block")

    again = Counter(hand.window)
    again.key(Key.Key_R)
    line = again.view.in_place.line
    again.type("3", line)
    again.key(Key.Key_Return, at=line)

    [use] = [n for n in hand.window.project.document.graph.nodes if n.type == block]
    assert use.options["repeat"] == 3
    assert again.counts == written("Repeat it")


def test_weights_are_shared(open_window, net):
    hand = opened(open_window, net)

    hand.click_card("fc2")
    hand.key(Key.Key_S)

    assert hand.window.project.document.graph.node("fc2").options["shares"] == "fc1"
    assert hand.counts == written("Share weights")


def test_a_layer_is_found(open_window):
    hand = opened(open_window, "resnet34")
    finder = hand.window.finder

    hand.key(Key.Key_F, CONTROL)
    hand.type("fc", finder.search)
    hand.key(Key.Key_Return, at=finder.search)

    assert hand.window.pane.selection == ["fc"]
    assert hand.counts == written("Find a layer")


def test_the_source_is_exported(qtbot, open_window, net):
    from app.file_handling import Dialogs

    hand = opened(open_window, net, analysed=True)
    window = hand.window
    window.exporting.dialogs = Dialogs(window)  # the true ones: Qt's own, not the system's

    hand.key(Key.Key_E, CONTROL)
    [dialog] = window.findChildren(QFileDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=SLOW)
    hand.key(Key.Key_Return, at=dialog.findChild(QLineEdit, "fileNameEdit"))

    qtbot.waitUntil(net.with_name("net.py").is_file, timeout=SLOW)
    assert hand.counts == written("Export")


def test_a_net_is_trained_held_and_goes_on(qtbot, open_window, answers, tmp_path):
    hand = opened(open_window, "mlp_digits", analysed=True)
    answers.path = tmp_path / "mine.loom.yaml"
    training = hand.window.training
    hand.window.push(SetTraining(("epochs",), 5000))  # so that it is not over before it is held

    hand.key(Key.Key_F5)
    qtbot.waitUntil(lambda: training.state == "running", timeout=SLOW)
    assert hand.counts == written("Train")

    again = Counter(hand.window)
    again.key(Key.Key_F6)
    qtbot.waitUntil(lambda: training.state == "paused", timeout=SLOW)
    again.key(Key.Key_F6)
    qtbot.waitUntil(lambda: training.state == "running", timeout=SLOW)
    assert again.counts == written("Hold a run and resume it")
    training.close()


def test_two_runs_are_compared_and_a_stopped_one_goes_on(qtbot, open_window, tmp_path):
    hand = opened(open_window, make_runs(tmp_path))
    panel, training = hand.window.panels.runs, hand.window.training

    hand.key(Key.Key_R, CONTROL)
    qtbot.waitUntil(lambda: len(panel.selected) == 1, timeout=SLOW)
    hand.key(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, at=panel.view)
    qtbot.waitUntil(lambda: len(panel.curves.runs) == 2, timeout=SLOW)
    assert hand.counts == written("Compare two runs")

    again = Counter(hand.window)
    again.key(Key.Key_F5, CONTROL)
    qtbot.waitUntil(lambda: training.is_active, timeout=SLOW)
    assert training.folder is not None and again.counts == written("Go on with a stopped run")
    training.close()
