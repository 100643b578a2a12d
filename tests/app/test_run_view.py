"""A run that goes on for long neither moves nor cuts what is said of it."""

from __future__ import annotations

import pytest

from app.panels.run_view import RunView


@pytest.fixture
def view(qtbot):
    view = RunView()
    qtbot.addWidget(view)
    view.resize(560, 240)
    view.show()
    view.show_event({
        "event": "started", "run": "r", "device": "cpu", "epochs": 1000, "steps_per_epoch": 100,
        "train_samples": 4000, "validation_samples": 1000, "parameters": 61706, "seed": 0,
    })  # fmt: skip
    return view


def make_steps(view, qtbot, first, last):
    for step in range(first, last):
        rate, speed = 0.002 / (1 + step), 600 + 7.3 * step
        view.show_event({
            "event": "step", "epoch": 1, "step": step, "steps": [step], "loss": [1.0], "lr": [rate],
            "throughput": speed,
        })  # fmt: skip
    qtbot.wait(1)


def test_a_thousand_steps_ask_for_no_more_room_than_ten(view, qtbot) -> None:
    make_steps(view, qtbot, 1, 10)
    before = view.minimumSizeHint().width()
    make_steps(view, qtbot, 10, 1000)
    assert view.minimumSizeHint().width() <= before + 40  # a digit or two


@pytest.mark.parametrize("width", [360, 480, 560, 900])
def test_how_far_a_run_is_is_never_cut_in_a_word(view, qtbot, width) -> None:
    view.resize(width, 240)
    make_steps(view, qtbot, 1, 60)
    words = view._words
    assert words.text().startswith("Epoch 1 of 1000")
    assert not words.is_cut or words.toolTip()  # then it ends in … and says all when pointed at
    assert not (words.is_cut and view._aside.isVisible())
    assert view._aside.isVisible() or width < 900


def test_what_went_wrong_is_read_to_its_end_and_stands_in_the_log_once(view, qtbot) -> None:
    view.resize(480, 300)
    make_steps(view, qtbot, 1, 10)
    message = "the loss became not a number (NaN) at step 2; fc2 is the first to give NaN"
    advice = "lower the learning rate, or clip the gradient"
    view.show_event({"event": "problem", "fatal": True, "message": message, "advice": advice})
    view.say(f"{message}. {advice}.", "error")
    view.write(f"{message}. {advice}.")
    qtbot.wait(1)

    words = view._words
    assert not words.is_cut
    assert words.height() >= words.heightForWidth(words.width()) > words.fontMetrics().height()
    assert view.log.toPlainText().count("fc2 is the first") == 1
    view.say("Epoch 1 of 1000")
    qtbot.wait(1)
    assert not words.wordWrap() and words.height() < 2 * words.fontMetrics().height()
