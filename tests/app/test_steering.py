"""A run is steered from the row above its curves; each act stands in the log and on the curves."""

from __future__ import annotations

import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.panels.steering_row import STEERS, command_of
from app.running import TICK
from app.training_client import IDLE, RUNNING
from graph.edits import SetTraining
from tests.app.conftest import SLOW, kill
from tests.app.window_hands import WindowHands, breathe

LONG = {"source": "digits", "batch_size": 8}


@pytest.fixture
def hands(qtbot, open_window, answers):
    window = open_window("mlp_digits")
    window.panels.show_tab("training")
    window.project.push(SetTraining(("data",), LONG))
    window.project.push(SetTraining(("epochs",), 1000))
    return WindowHands(window, answers, qtbot)


def log_of(hands: WindowHands) -> str:
    return str(hands.window.panels.training.run.log.toPlainText())


@pytest.mark.parametrize(
    ("what", "text", "command"),
    [
        ("lr", "0.01", {"command": "set_lr", "lr": 0.01}),
        ("lr", "0,5", {"command": "set_lr", "lr": 0.5}),
        ("lr", "x0.5", {"command": "set_lr", "factor": 0.5}),
        ("lr", "/10", {"command": "set_lr", "factor": 0.1}),
        ("weight_decay", "* 2", {"command": "set_weight_decay", "factor": 2.0}),
        ("dropout", "0.3", {"command": "set_dropout", "p": 0.3}),
        ("epochs", "+5", {"command": "set_epochs", "add": 5}),
        ("epochs", "30", {"command": "set_epochs", "epochs": 30}),
        ("freeze", "conv*", {"command": "freeze", "nodes": "conv*"}),
        *((what, text, None) for what, text in (
            ("lr", ""), ("lr", "fast"), ("lr", "-1"), ("lr", "/0"), ("lr", "inf"), ("lr", "+1"),
            ("dropout", "x2"), ("epochs", "1.5"), ("epochs", "x2"), ("freeze", ""),
        )),
    ],
)  # fmt: skip
def test_what_is_typed_becomes_a_command_or_is_refused(what, text, command):
    assert command_of(STEERS[what], text) == command


def test_nothing_can_be_steered_where_nothing_runs(hands):
    row = hands.window.panels.training.run.steering

    assert not any(
        part.isEnabled() for part in (row.what, row.value, row.stop_after, row.more, row.group)
    )


def test_a_run_is_steered_while_it_goes_and_stops_after_its_epoch(qtbot, hands):
    window, view = hands.window, hands.window.panels.training.run
    row = view.steering
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: window.training.state == RUNNING, timeout=SLOW)
    qtbot.waitUntil(lambda: row.value.placeholderText() != "", timeout=SLOW)

    for what, text in (
        ("Learning rate", "0.02"),
        ("Weight decay", "0.001"),
        ("Epochs", "900"),
        ("Freeze", "fc1"),
        ("Unfreeze", "fc1"),
    ):
        hands.choose(row.what, what)
        hands.type_into(row.value, text)
    qtbot.waitUntil(lambda: "fc1 unfrozen" in log_of(hands), timeout=SLOW)
    row.more.menu().actions()[0].trigger()
    row.more.menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: "evaluated: loss" in log_of(hands), timeout=SLOW)
    window.project.push(SetTraining(("schedule",), {"type": "ExponentialLR", "gamma": 0.9}))
    row.more.menu().actions()[2].trigger()
    qtbot.waitUntil(lambda: "schedule ExponentialLR" in log_of(hands), timeout=SLOW)
    qtbot.waitUntil(lambda: row.back.isEnabled(), timeout=SLOW)
    row.back.actions()[0].trigger()
    qtbot.waitUntil(lambda: "back to epoch" in log_of(hands), timeout=SLOW)
    QTest.mouseClick(row.stop_after, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.training.state == IDLE, timeout=SLOW)

    log = log_of(hands)
    for words in ("rate 0.02", "weight decay 0.001", "900 epochs", "fc1 frozen", "checkpoint"):
        assert words in log
    marks = view.curves.marks
    assert marks[:5] == [
        "rate 0.02",
        "weight decay 0.001",
        "900 epochs",
        "fc1 frozen",
        "fc1 unfrozen",
    ]
    assert "stops after this epoch" in marks
    assert "checkpoint" in marks  # as it was asked for; those that come by themselves are no marks
    assert not row.stop_after.isChecked() and not row.value.isEnabled()
    assert "Stopped in epoch" in log


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be held here")
def test_a_worker_that_does_not_answer_is_told_of_until_it_does(qtbot, hands, monkeypatch):
    monkeypatch.setattr("app.training_client.SILENCE", 1.5)
    window, view = hands.window, hands.window.panels.training.run
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: view.progress.step > 0, timeout=SLOW)
    said = view._words.text

    kill(window.training.pid, signal.SIGSTOP)
    qtbot.waitUntil(lambda: "is not responding" in said(), timeout=SLOW)
    qtbot.wait(2 * TICK)
    assert "is not responding. Wait, or stop it." in said()
    kill(window.training.pid, signal.SIGCONT)
    qtbot.waitUntil(lambda: said().startswith("Epoch"), timeout=SLOW)


def test_a_value_that_is_none_is_refused_in_words(qtbot, hands):
    window, view = hands.window, hands.window.panels.training.run
    window.actions_by_key["train"].trigger()
    qtbot.waitUntil(lambda: window.training.state == RUNNING, timeout=SLOW)
    said = []
    view.steering.refused.connect(said.append)

    hands.type_into(view.steering.value, "fast")

    assert said == ["fast does not say it: A rate, or a factor: x0.5, /10"]
    assert view.steering.value.text() == "fast"


@pytest.mark.parametrize("page", ["run", "optimizer", "schedule", "checks"])
def test_in_a_small_window_each_page_of_training_scrolls_by_itself(hands, page):
    hands.window.resize(900, 600)
    training = hands.window.panels.training

    hands.click(training.pages.buttons[page])
    breathe()

    around = hands.window.panels.bottom.currentWidget()
    assert not around.verticalScrollBar().maximum()
    assert not around.horizontalScrollBar().maximum()
    inner = training.run.curves._area.verticalScrollBar()
    assert not inner.maximum() or not inner.isVisible()
