"""The time that is left is honest: by the pace of late, with the end of every epoch in it."""

from __future__ import annotations

import pytest

from train.progress import TimeLeft


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def train(left: TimeLeft, clock: Clock, steps: range, pace: float) -> None:
    for step in steps:
        clock.now += pace
        left.take({"event": "step", "step": step})


def begun(clock: Clock, epochs: int = 4) -> TimeLeft:
    left = TimeLeft(clock)
    left.take({"event": "started", "epochs": epochs, "steps_per_epoch": 100, "step": 0,
               "train_samples": 900, "validation_samples": 300})  # fmt: skip
    return left


def test_nothing_is_said_before_enough_is_known():
    clock = Clock()
    left = begun(clock)
    assert left.seconds is None
    train(left, clock, range(1, 4), 0.1)
    assert left.seconds is None


def test_the_end_of_an_epoch_is_guessed_first_and_then_as_long_as_it_took():
    clock = Clock()
    left = begun(clock)
    train(left, clock, range(1, 51), 0.1)
    assert left.seconds == pytest.approx(35 + 4 * 10 * (1 / 3) * (1 / 3), rel=0.01)

    train(left, clock, range(51, 101), 0.1)
    clock.now += 5.0
    left.take({"event": "epoch", "step": 100})
    train(left, clock, range(101, 151), 0.1)

    assert left.seconds == pytest.approx(25 + 3 * 5.0, rel=0.05)


def test_a_run_that_got_slower_is_measured_by_what_it_is_now():
    clock = Clock()
    left = begun(clock, epochs=40)
    train(left, clock, range(1, 1001), 0.01)
    train(left, clock, range(1001, 1101), 1.0)

    assert left.seconds == pytest.approx(2900, rel=0.15)


def test_a_pause_costs_nothing_and_more_epochs_do():
    clock = Clock()
    left = begun(clock)
    train(left, clock, range(1, 51), 0.1)
    before = left.seconds
    left.take({"event": "paused"})
    clock.now += 3600
    left.take({"event": "resumed"})
    train(left, clock, range(51, 52), 0.1)
    assert before is not None and left.seconds == pytest.approx(before, rel=0.02)

    left.take({"event": "epochs", "epochs": 8})
    assert left.seconds == pytest.approx(2 * before, rel=0.2)


def test_a_run_that_stops_after_its_epoch_has_no_more_than_that_left():
    clock = Clock()
    left = begun(clock, epochs=40)
    train(left, clock, range(1, 51), 0.1)

    left.take({"event": "stop_after", "step": 50, "on": True})
    assert left.seconds == pytest.approx(5 + 10 * (1 / 3) * (1 / 3), rel=0.01)
    left.take({"event": "stop_after", "step": 50, "on": False})
    assert left.seconds > 390
