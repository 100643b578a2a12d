"""A network that is sound learns one batch by heart; one that does not has a mistake in it."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from tests.train.test_checks import assert_every_fix_mends, check
from tests.train.test_engine import Recorder, network, trainer
from tests.train.test_script import agree as agree  # the fixture

SPIRALS = {"source": "moons", "samples": 100, "batch_size": 16}


def overfit(module: nn.Module, rate: float, **training: object) -> tuple[dict, Recorder]:
    recorder = Recorder()
    settings = {"data": SPIRALS, "epochs": 40, "optimizer": {"type": "Adam", "lr": rate}}
    last = trainer({**settings, "overfit_batch": True, **training}, module, recorder).run()
    return last, recorder


def test_a_sound_network_learns_one_batch_by_heart_and_nothing_is_said():
    last, recorder = overfit(network(), 0.05)

    assert last["validation"]["accuracy"] == 1.0
    assert last["validation"]["loss"] < 0.02
    assert recorder.named("problem") == []
    assert last["step"] == 40 * 5


def test_every_step_sees_the_same_batch():
    work = trainer({"data": SPIRALS, "overfit_batch": True, "accumulate": 2}, network())
    stream = work.batches.training()
    first, *others = [next(stream) for _ in range(7)]

    for step in [first, *others]:
        for inputs, (target,) in step:
            assert torch.equal(inputs[0], first[0][0][0]) and torch.equal(target, first[0][1][0])
    [(inputs, (target,))] = work.batches.validation()
    assert torch.equal(target, first[0][1][0])
    assert torch.equal(inputs[0], first[0][0][0])


def test_a_network_that_cannot_learn_it_is_said_to_have_something_wrong():
    last, recorder = overfit(network(), 1e-9)

    assert last["event"] == "done"
    [problem] = recorder.named("problem")
    assert problem["code"] == "not-learned" and not problem["fatal"]
    assert "learning rate" in problem["advice"]


def test_the_check_says_what_such_a_run_is_and_takes_it_back(project):
    document, problems = check(project("data: {source: moons}", "overfit_batch: true"))

    [hint] = [p for p in problems if p.code == "overfit"]
    assert hint.severity == "hint"
    assert_every_fix_mends(document, hint)


@pytest.mark.parametrize(
    "training",
    [
        ["data: {source: moons}"],
        ["data: {source: xor, drop_last: true, batch_size: 30}", "accumulate: 2", "ema: 0.9"],
        ["data: {source: moons, samples: 20, batch_size: 64}", "best: accuracy"],
    ],
    ids=range(3),
)
def test_script_and_app_give_the_same_losses(project, agree, training):
    agree(project(*training, "overfit_batch: true", "epochs: 3"))
