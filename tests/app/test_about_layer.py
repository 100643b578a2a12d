"""Hovering a layer, or its key: what it is for, how its shape comes about, what it learns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.canvas.layer_bubble import LayerBubble
from app.panels.pieces import tip_text
from app.screenshots.about import rest
from tests.app.window_hands import WindowHands

Key = Qt.Key
_NO_BUTTON, _NO_KEYS = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier

PROJECT = """layerloom: 1
name: Net
blocks:
  Pair:
    arguments: {width: 8}
    note: Two convolutions of one width.
    nodes:
      x: {type: Input}
      a: {type: Conv2d, out_channels: =width, kernel_size: 3, padding: 1}
      b: {type: Conv2d, out_channels: =width, kernel_size: 3, padding: 1}
      y: {type: Output}
    edges: [x -> a -> b -> y]
nodes:
  image: {type: Input, shape: [N, 1, 28, 28]}
  conv1: {type: Conv2d, out_channels: 6, kernel_size: 5, padding: 2, note: "<b>First</b>"}
  relu1: {type: ReLU}
  pair: {type: Pair, width: 12}
  wide: {type: Conv2d, out_channels: 4, kernel_size: 31}
  scores: {type: Output}
edges:
  - image -> conv1 -> relu1 -> pair -> wide -> scores
"""


@pytest.fixture
def hands(open_window: Any, answers: Any, qtbot: Any, tmp_path: Path) -> WindowHands:
    path = tmp_path / "net.loom.yaml"
    path.write_text(PROJECT, encoding="utf-8")
    return WindowHands(open_window(path), answers, qtbot)


def _bubble(hands: WindowHands) -> LayerBubble | None:
    found = hands.window.findChildren(LayerBubble)
    return next((bubble for bubble in found if bubble.isVisible()), None)


def _texts(hands: WindowHands) -> list[str]:
    bubble = _bubble(hands)
    assert bubble is not None
    return [label.text() for label in bubble.findChildren(QLabel) if label.text()]


def test_the_pointer_that_rests_on_a_layer_is_told_what_it_does(hands: WindowHands) -> None:
    rest(hands.window.pane.view, "conv1")

    texts = _texts(hands)
    assert "Slides learned filters over an image." in texts
    assert "[N, 1, 28, 28] → [N, 6, 28, 28]" in texts
    assert "H_out = ⌊(H_in + 2·padding − kernel_size)/stride⌋ + 1" in texts
    assert "H_out = ⌊(28 + 2·2 − 5)/1⌋ + 1 = 28" in texts
    assert "weight [6, 1, 5, 5] + bias [6] = 156 parameters" in texts


def test_a_note_is_shown_as_it_is_written(hands: WindowHands) -> None:
    rest(hands.window.pane.view, "conv1")

    bubble = _bubble(hands)
    assert bubble is not None
    labels = [label for label in bubble.findChildren(QLabel) if label.text()]
    assert "<b>First</b>" in [label.text() for label in labels]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_a_layer_that_keeps_the_shape_says_so(hands: WindowHands) -> None:
    rest(hands.window.pane.view, "relu1")

    assert "The shape stays as it is." in _texts(hands)


def test_a_block_tells_its_note_its_arguments_and_what_all_of_it_learns(hands: WindowHands) -> None:
    rest(hands.window.pane.view, "pair")

    texts = _texts(hands)
    assert "Two convolutions of one width." in texts
    assert "width = 12" in texts
    assert "1,968 parameters" in texts


def test_a_window_that_does_not_fit_shows_the_sum_that_fails(hands: WindowHands) -> None:
    rest(hands.window.pane.view, "wide")

    assert "H_out = ⌊(28 + 2·0 − 31)/1⌋ + 1 = −2" in _texts(hands)


def test_it_goes_when_the_pointer_goes_on(hands: WindowHands) -> None:
    view = hands.window.pane.view
    rest(view, "conv1")
    assert _bubble(hands) is not None

    at = QPointF(view.mapFromScene(view.canvas.nodes["relu1"].box.center()))
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, _NO_BUTTON, _NO_BUTTON, _NO_KEYS)
    QApplication.sendEvent(view.viewport(), moved)

    assert _bubble(hands) is None


def test_a_key_tells_the_same_of_the_selected_layer_and_takes_it_away(hands: WindowHands) -> None:
    hands.pick("conv1")
    hands.key(Key.Key_I)
    bubble = _bubble(hands)
    assert bubble is not None
    assert "156 parameters" in bubble.accessibleDescription()
    assert hands.window.pane.view.hasFocus()

    hands.key(Key.Key_I)
    assert _bubble(hands) is None

    hands.key(Key.Key_I)
    hands.key(Key.Key_Right, Qt.KeyboardModifier.ControlModifier)  # on to the next layer
    assert _bubble(hands) is None


def test_escape_takes_it_away_and_keeps_the_selection(hands: WindowHands) -> None:
    hands.pick("conv1")
    hands.key(Key.Key_I)
    hands.key(Key.Key_Escape)

    assert _bubble(hands) is None
    assert hands.window.pane.selection == ["conv1"]


def test_rows_of_the_search_and_of_the_palette_tell_the_purpose(hands: WindowHands) -> None:
    hands.key(Key.Key_Tab)
    popup = hands.window.search.popup
    QTest.keyClicks(popup.field, "conv2d")
    found = popup.rows.item(0).toolTip()
    QTest.keyClick(popup.field, Key.Key_Escape)
    palette = hands.window.panels.palette
    row = next(r for r in palette.families.findItems("Conv2d", _EXACTLY, 0))

    assert tip_text(found) == tip_text(row.toolTip(0)) == "Slides learned filters over an image."


_EXACTLY = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
