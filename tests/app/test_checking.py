"""Losses, metrics and checks by mouse: what is chosen is in the project, what is found is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.training_client import IDLE
from tests.app.conftest import SLOW

HEADS = """layerloom: 1
name: Heads
nodes:
  row:    {type: Input, shape: [N, 4]}
  body:   {type: Linear, out_features: 8, initialize: {bias: -60}}
  relu:   {type: ReLU}
  kind:   {type: Linear, out_features: 3}
  again:  {type: Linear, out_features: 4}
  scores: {type: Output}
  copy:   {type: Output}
edges:
  - row -> body -> relu -> kind -> scores
  - relu -> again -> copy
training:
  data: {source: iris}
  epochs: 2
"""


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def opened(open_window, tmp_path, text=HEADS):
    path = tmp_path / "look.loom.yaml"
    path.write_text(text, encoding="utf-8")
    window = open_window(path)
    window.panels.docks["bottom"].show()
    window.panels.show_tab("training")
    return window


def test_losses_of_two_outputs_and_metrics_are_chosen_in_the_form(open_window, tmp_path):
    window = opened(open_window, tmp_path)
    form, training = window.panels.training.form, lambda: window.project.document.training

    click(form.losses.add)
    assert [term["output"] for term in training()["loss"]] == ["scores", "copy"]
    assert not form.loss.isVisibleTo(form) and len(form.losses.sections) == 2
    form.losses.sections[1].form.value_chosen.emit("target", "inputs")
    form.losses.sections[1].form.value_chosen.emit("weight", 0.5)
    assert training()["loss"][1] == {
        "output": "copy", "type": "MSELoss", "target": "inputs", "weight": 0.5
    }  # fmt: skip
    form.metrics.fold.set_open(True)
    form.metrics.boxes["f1"].setFocus()
    QTest.keyClick(form.metrics.boxes["f1"], Qt.Key.Key_Space)
    assert set(training()["metrics"]) == {"accuracy", "f1", "mae", "r2"}
    assert "validation.scores.f1" in judged_by(form)
    form.metrics.usual.setFocus()
    QTest.keyClick(form.metrics.usual, Qt.Key.Key_Space)
    assert "metrics" not in training()


def judged_by(form) -> tuple[str, ...]:
    return next(a.choices for a in form.regularity.form._arguments if a.name == "best")


def test_checks_are_made_on_demand_and_lead_to_the_layer(qtbot, open_window, tmp_path):
    text = (
        HEADS.replace("  - relu -> again -> copy\n", "")
        .replace("  again:  {type: Linear, out_features: 4}\n", "")
        .replace("  copy:   {type: Output}\n", "")
    )
    window = opened(open_window, tmp_path, text)
    checks = window.panels.training.checks

    window.actions_by_key["check_run"].trigger()
    qtbot.waitUntil(lambda: bool(checks.rows), timeout=SLOW)
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)

    first = checks.rows[0]
    assert first.verdict == "bad" and "relu" in first.words
    assert window.panels.training.stack.currentWidget() is checks
    click(first.show_node)
    assert window.pane.selection == ["relu"]
    assert not (tmp_path / "runs").exists()


@pytest.mark.slow
def test_one_batch_is_overfitted_without_changing_the_project(qtbot, open_window, tmp_path):
    text = (
        HEADS.replace(", initialize: {bias: -60}", "")
        .replace("  - relu -> again -> copy\n", "")
        .replace("  again:  {type: Linear, out_features: 4}\n", "")
        .replace("  copy:   {type: Output}\n", "")
    )
    window = opened(open_window, tmp_path, text)

    window.actions_by_key["overfit"].trigger()
    qtbot.waitUntil(lambda: window.training.state != IDLE, timeout=SLOW)
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)

    assert "overfit_batch" not in window.project.document.training
    log = window.panels.training.run.log.toPlainText()
    assert "one batch was not learned by heart" in log
    assert "not learned" in window.panels.training.checks.words.text()
