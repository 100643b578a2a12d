"""The Predictions tab on a real run: worst first, the matrix over epochs, and your own input."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.panels.predictions.sample_list import _pictures
from app.training_client import IDLE
from tests.app.conftest import SLOW
from tests.train.test_predictions import MASKS

DIGITS = """layerloom: 1
name: Digits
nodes:
  image:  {type: Input, shape: [N, 1, 8, 8]}
  flat:   {type: Flatten}
  fc1:    {type: Linear, out_features: 32}
  relu:   {type: ReLU}
  fc2:    {type: Linear, out_features: 10}
  scores: {type: Output}
edges: [image -> flat -> fc1 -> relu -> fc2 -> scores]
training:
  data: {source: digits, batch_size: 32}
  optimizer: {type: Adam, lr: 0.01}
  epochs: 3
"""

SINE = """layerloom: 1
name: Sine
nodes:
  x:   {type: Input, shape: [N, 1]}
  fc1: {type: Linear, out_features: 8}
  act: {type: Tanh}
  fc2: {type: Linear, out_features: 1}
  y:   {type: Output}
edges: [x -> fc1 -> act -> fc2 -> y]
training:
  data: {source: sine, samples: 200}
  loss: MSELoss
  epochs: 2
"""


def trained(qtbot, window, tmp_path, text):
    path = tmp_path / "look.loom.yaml"
    path.write_text(text, encoding="utf-8")
    window.files.read(path)
    window.panels.docks["bottom"].show()
    qtbot.waitUntil(lambda: window.analysis.has_answered, timeout=SLOW)
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: window.training.state != IDLE, timeout=SLOW)
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)
    window.panels.show_tab("predictions")
    return window.panels.predictions


def click(widget):
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_samples_come_worst_first_and_a_cell_shows_its_own(qtbot, open_window, tmp_path):
    window = open_window()
    panel = trained(qtbot, window, tmp_path, DIGITS)
    rows, answers = panel.list.rows, panel.answers

    losses = answers.rows("loss")[rows.order]
    assert len(losses) == 359 and (np.diff(losses) <= 0).all()
    assert panel.slider.maximum() == 2 and panel.epoch.text() == "epoch 3"
    click(panel.wrong)
    assert rows.rowCount() == int((~answers.is_right).sum())
    assert rows.rowCount() and "taken for" in rows.words(0)

    click(panel.views.buttons["matrix"])
    counts = answers.confusion
    assert panel.matrix.counts.rowCount() == 10 and counts.sum() == 359
    truth = int(counts.diagonal().argmax())
    index = panel.matrix.counts.index(truth, truth)
    panel.matrix.scrollTo(index)
    at = panel.matrix.visualRect(index).center()
    QTest.mouseClick(panel.matrix.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.views.key == "samples" and not panel.wrong.isChecked()
    assert rows.rowCount() == counts[truth, truth]

    click(panel.views.buttons["matrix"])
    panel.slider.setFocus()
    QTest.keyClick(panel.slider, Qt.Key.Key_Home)
    assert panel.epoch.text() == "epoch 1"
    assert (panel.matrix.counts.counts != counts).any()


@pytest.mark.slow
def test_predicted_masks_stand_beside_the_true_ones(qtbot, open_window, tmp_path):
    window = open_window()
    panel = trained(qtbot, window, tmp_path, MASKS)
    rows, answers = panel.list.rows, panel.answers

    first = int(rows.order[0])
    shown = _pictures(rows, first)
    assert [each.shape for each in shown] == [(3, 16, 16)] * 4
    wrong = answers.rows("true")[first] != answers.rows("said")[first]
    assert (shown[3][0] == 213)[wrong].all() and not (shown[3][0] == 213)[~wrong].any()
    assert "right" in rows.words(0) and "taken for" in rows.words(0)
    assert not panel.wrong.isVisible() and "of all places right" in panel.summary.text()
    panel.show_cell(1, 0)

    held = (answers.rows("true") == 1) & (answers.rows("said") == 0)
    assert sorted(rows.order) == list(np.flatnonzero(held.any(axis=(1, 2))))


def test_the_mask_of_ones_own_picture_is_laid_over_it(qtbot, open_window, tmp_path):
    window = open_window()
    panel = trained(qtbot, window, tmp_path, MASKS.replace("epochs: 2", "epochs: 20"))
    click(panel.views.buttons["own"])
    pixels = np.zeros((16, 16, 3), np.uint8)
    pixels[:, 8:] = 255
    Image.fromarray(pixels).save(tmp_path / "half.png")

    panel.own.take_picture(tmp_path / "half.png")
    qtbot.waitUntil(lambda: bool(panel.own.masks), timeout=SLOW)

    [label] = panel.own.masks
    assert label.isVisible() and label.accessibleName()
    shown = label.pixmap().toImage()
    bright = shown.pixelColor(round(shown.width() * 0.8), shown.height() // 2)
    assert bright.red() > bright.blue() + 40  # the figure is tinted, and so is told from white
    assert shown.pixelColor(round(shown.width() * 0.2), shown.height() // 2).lightness() < 30
    click(panel.own.clear)
    assert not label.isVisible()


def test_a_drawing_is_answered_by_the_run_that_was_trained(qtbot, open_window, tmp_path):
    window = open_window()
    panel = trained(qtbot, window, tmp_path, DIGITS)
    click(panel.views.buttons["own"])
    own = panel.own

    QTest.mousePress(own.field, Qt.MouseButton.LeftButton, pos=QPoint(84, 30))
    for y in range(30, 140, 10):
        QTest.mouseMove(own.field, QPoint(84, y))
    QTest.mouseRelease(own.field, Qt.MouseButton.LeftButton, pos=QPoint(84, 140))
    qtbot.waitUntil(lambda: bool(own.bars and own.bars[0].words), timeout=SLOW)
    assert len(own.bars) == 1 and own.bars[0].words.startswith("1, with")

    click(own.clear)
    assert own.field.is_empty and not own.bars[0].isVisible()
    own.field.setFocus()
    QTest.keyClick(own.field, Qt.Key.Key_Space)
    click(own.clear)
    qtbot.waitUntil(lambda: not window.predicting.client.is_busy, timeout=SLOW)
    assert not own.bars[0].isVisible()  # of a drawing that is gone nothing is said
    for key in (Qt.Key.Key_Space, *([Qt.Key.Key_Down] * 6)):
        QTest.keyClick(own.field, key)
    qtbot.waitUntil(lambda: own.bars[0].isVisible(), timeout=SLOW)


def test_a_drawing_is_answered_anew_while_the_network_trains(qtbot, open_window, tmp_path):
    path = tmp_path / "long.loom.yaml"
    path.write_text(DIGITS.replace("epochs: 3", "epochs: 100000\n  checkpoint_every: 2000"))
    window = open_window(path)
    panel, own = window.panels.predictions, window.panels.predictions.own
    window.actions_by_key["train"].trigger()
    kept = []
    window.training.event_received.connect(
        lambda event: kept.append(event) if event["event"] == "checkpoint" else None
    )
    qtbot.waitUntil(lambda: bool(kept))
    window.panels.show_tab("predictions")
    click(panel.views.buttons["own"])
    QTest.keyClick(own.weights, Qt.Key.Key_Down)
    assert own.which == "last"
    answers = []
    window.predicting.client.predicted.connect(answers.append)

    QTest.mousePress(own.field, Qt.MouseButton.LeftButton, pos=QPoint(84, 30))
    QTest.mouseMove(own.field, QPoint(84, 140))
    QTest.mouseRelease(own.field, Qt.MouseButton.LeftButton, pos=QPoint(84, 140))

    qtbot.waitUntil(lambda: len(answers) >= 3)  # to the stroke, and to checkpoints that followed
    assert window.training.state == "running"
    assert len({str(answer["answers"]) for answer in answers}) > 1
    window.training.close()


@pytest.mark.slow
def test_numbers_are_drawn_against_the_truth_and_typed_ones_answered(qtbot, open_window, tmp_path):
    window = open_window()
    panel = trained(qtbot, window, tmp_path, SINE)

    click(panel.views.buttons["scatter"])
    assert not panel.views.buttons["matrix"].isVisible()
    assert "40 numbers" in panel.scatter.words.text()
    click(panel.views.buttons["own"])
    QTest.keyClicks(panel.own.numbers, "0.5")
    QTest.keyClick(panel.own.numbers, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.own.bars and panel.own.bars[0].words), timeout=SLOW)
    float(panel.own.bars[0].words)
    panel.own.numbers.clear()
    QTest.keyClicks(panel.own.numbers, "a lot")
    QTest.keyClick(panel.own.numbers, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.own.is_refused, timeout=SLOW)


@pytest.mark.slow
def test_a_project_that_is_opened_shows_what_its_last_run_predicted(qtbot, open_window, tmp_path):
    window = open_window()
    panel = trained(qtbot, window, tmp_path, SINE)
    window.panels.show_tab("problems")
    window.files.new()
    assert panel.answers is None

    window.files.read(tmp_path / "look.loom.yaml")
    window.panels.show_tab("predictions")

    assert panel.answers is not None and panel.answers.epoch == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_empty_panel_says_what_will_be_there(open_window, theme):
    window = open_window()
    window.set_theme(theme)
    window.panels.show_tab("predictions")

    assert window.panels.predictions._empty.isVisible()


def test_a_page_has_one_scroll_bar_in_a_small_window(qtbot, open_window, tmp_path):
    window = open_window()
    window.resize(900, 600)
    panel = trained(qtbot, window, tmp_path, DIGITS)
    around = window.panels.bottom.currentWidget().verticalScrollBar()

    for key in ("samples", "matrix", "own"):
        click(panel.views.buttons[key])
        qtbot.waitUntil(lambda: panel._stack.isVisible())
        assert not around.maximum(), key
    click(panel.views.buttons["samples"])
    assert panel.list.verticalScrollBar().maximum() > 0  # the rows scroll by themselves
