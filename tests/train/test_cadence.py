"""Short epochs: few checkpoints, and yet the last state and the best one are kept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import torch

from train.cadence import Cadence
from train.checkpoints import load_newest
from train.session import Request, Session
from train.steering import Steering

BRIEF = ("data: {source: moons, samples: 100, batch_size: 40}", "epochs: 60", "seed: 3")


def trained(text: str, out: Path) -> list[dict]:
    events: list[dict] = []
    assert Session(Request(project=text, out=out), events.append, Steering()).run(), events[-1]
    return events


def steps_kept(events: list[dict]) -> list[int]:
    return [event["step"] for event in events if event["event"] == "checkpoint"]


def test_in_short_epochs_few_checkpoints_are_written_and_nothing_is_lost(project, tmp_path):
    every = trained(project(*BRIEF, "checkpoint_every: 1000"), tmp_path / "every")
    some = trained(project(*BRIEF), tmp_path / "some")

    assert len(set(steps_kept(every))) == 60
    assert len(steps_kept(some)) < 40
    assert steps_kept(some)[-1] == steps_kept(every)[-1]
    for file in ("last.safetensors", "best.safetensors"):
        assert (tmp_path / "some" / file).read_bytes() == (tmp_path / "every" / file).read_bytes()
    ends = [load_newest(tmp_path / name / "checkpoints")[1] for name in ("every", "some")]
    assert ends[0]["best_checkpoint"] == ends[1]["best_checkpoint"]
    kept = {path.name for path in (tmp_path / "some" / "checkpoints").glob("*.pt")}
    assert ends[1]["best_checkpoint"] in kept


class Slow:
    """Keeps states as a slow disk does."""

    def __init__(self) -> None:
        self.kept: list[tuple[int, bool]] = []

    def __call__(self, state: dict, is_best: bool) -> dict:
        self.kept.append((state["step"], is_best))
        time.sleep(0.02)
        return {}


@pytest.fixture
def slow() -> tuple[Slow, Cadence]:
    """Two states are kept, so that no other is for two seconds."""
    save = Slow()
    cadence = Cadence(save, every_epoch=False)
    for step in (1, 2):
        cadence.end_epoch(lambda: {"step": step}, True)  # noqa: B023
    return save, cadence


def test_the_best_state_waits_and_is_written_before_the_next_one(slow):
    save, cadence = slow
    cadence.end_epoch(lambda: {"step": 3}, True)
    cadence.end_epoch(lambda: {"step": 4}, False)
    cadence.keep({"step": 5}, False)

    assert save.kept == [(1, True), (2, True), (3, True), (5, False)]


def test_a_better_one_takes_the_place_of_the_one_that_waits(slow):
    save, cadence = slow
    cadence.end_epoch(lambda: {"step": 3}, True)
    cadence.end_epoch(lambda: {"step": 4}, True)
    cadence.end_run(lambda: {"step": 4})
    cadence.end_run(lambda: {"step": 4})

    assert save.kept == [(1, True), (2, True), (4, True)]


def test_the_last_state_is_kept_though_it_is_not_the_best(slow):
    save, cadence = slow
    cadence.end_epoch(lambda: {"step": 3}, False)
    cadence.end_run(lambda: {"step": 3})

    assert save.kept == [(1, True), (2, True), (3, False)]


def test_a_state_that_waits_is_not_changed_by_what_training_changes():
    kept: list[dict] = []

    def save(state: dict, is_best: bool) -> dict:
        kept.append(state)
        time.sleep(0.02)
        return {}

    cadence, weight = Cadence(save, every_epoch=False), torch.zeros(3)
    for step in (1, 2, 3):
        cadence.end_epoch(lambda: {"step": step, "network": {"weight": weight}}, True)  # noqa: B023
        weight.add_(1)
    cadence.flush()

    assert [state["step"] for state in kept] == [1, 2, 3]
    assert kept[-1]["network"]["weight"].tolist() == [2, 2, 2]


def test_what_is_best_is_kept_where_the_run_cannot_go_on(project, tmp_path):
    """The rate goes up until the loss is no number."""
    text = project(
        "data: {source: moons, samples: 100, batch_size: 40}", "epochs: 400", "loss: MSELoss",
        "optimizer: {type: SGD, lr: 0.01}", "schedule: {type: ExponentialLR, gamma: 1.5}",
    )  # fmt: skip
    events: list[dict] = []
    well = Session(Request(project=text, out=tmp_path / "run"), events.append, Steering()).run()

    assert not well and "the loss became" in str(events[-1]["message"])
    bests = [e["step"] for e in events if e["event"] == "epoch" and e["best"]]
    assert max(steps_kept(events)) >= bests[-1]
    assert load_newest(tmp_path / "run" / "checkpoints")[1]["step"] >= bests[-1]
