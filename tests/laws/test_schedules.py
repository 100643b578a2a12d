"""The previewed learning rates are those of the optimizer, at every step of a real run."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from train import catalog
from train.batches import Batches
from train.checks_schedule import check_schedule
from train.data import describe, load
from train.engine import Trainer
from train.optimization import formed_groups, members_of
from train.parts import parts_of
from train.preview import preview, rates_at_steps, steps_in_epoch
from train.reading import read_training
from train.settings import TrainingConfig
from train.steering import Steering

CPU = torch.device("cpu")

#: A schedule of every kind, of lists where it takes them: one value for each of three groups.
LAMBDAS = ("=0.95 ** epoch", "=1 / (1 + step)", 0.5)
ARGUMENTS: dict[str, dict[str, Any]] = {
    "StepLR": {"step_size": 2},
    "MultiStepLR": {"milestones": (1, 3)},
    "ConstantLR": {"total_iters": 2},
    "LinearLR": {"total_iters": 3},
    "ExponentialLR": {"gamma": 0.9},
    "PolynomialLR": {"total_iters": 4, "power": 2.0},
    "CosineAnnealingLR": {"eta_min": 0.001},
    "CosineAnnealingWarmRestarts": {"T_0": 2, "T_mult": 2},
    "CyclicLR": {"base_lr": (0.01, 0.02, 0.03), "max_lr": (0.1, 0.2, 0.3), "step_size_up": 2},
    "OneCycleLR": {"max_lr": (0.1, 0.2, 0.3)},
    "LambdaLR": {"lr_lambda": LAMBDAS},
    "MultiplicativeLR": {"lr_lambda": LAMBDAS},
    "ReduceLROnPlateau": {"patience": 0, "threshold": 0.5, "min_lr": (0.0, 0.01, 0.02)},
    "SequentialLR": {
        "milestones": (2, 3),
        "schedulers": (
            {"type": "LinearLR", "total_iters": 2},
            {"type": "ExponentialLR", "gamma": 0.5},
            {"type": "CosineAnnealingLR"},
        ),
    },
    "ChainedScheduler": {
        "schedulers": (
            {"type": "ConstantLR", "total_iters": 2},
            {
                "type": "SequentialLR",
                "milestones": (1,),
                "schedulers": ({"type": "LinearLR"}, {"type": "OneCycleLR", "max_lr": 0.2}),
            },
        )
    },
}
GROUPS = ({"nodes": "1.*", "lr": 0.05}, {"kinds": "bias", "lr": 0.2, "momentum": 0.5})


def configured(schedule: dict[str, Any], epochs: int, **more: Any) -> TrainingConfig:
    training = {
        "data": {"source": "moons", "samples": 20, "batch_size": 8},
        "optimizer": {"type": "SGD", "lr": 0.1, "momentum": 0.9, "groups": GROUPS},
        "schedule": schedule,
        "epochs": epochs,
        **more,
    }
    config, problems = read_training(training)
    assert problems == []
    return config


def rates_of_a_run(config: TrainingConfig, network: nn.Module) -> tuple[list[Any], list[float]]:
    """Train for real; the rates of all groups in each step, and the losses of the epochs."""
    data, events = load(config.data), []
    run = Trainer(
        network,
        config,
        Batches(data, config.data, config.seed, CPU),
        owners={},
        device=CPU,
        emit=events.append,
        save=lambda state, is_best: {"path": "", "sha256": ""},
        steering=Steering(),
        parts=parts_of(config, {"": data}),
    )
    rates: list[Any] = []
    run.optimizer.register_step_pre_hook(
        lambda optimizer, args, kwargs: rates.append([g["lr"] for g in optimizer.param_groups])
    )
    assert run.run()["event"] == "done"
    losses = [e["validation"]["loss"] for e in events if e["event"] == "epoch"]
    return rates, losses


def assert_preview_is_the_run(config: TrainingConfig) -> None:
    torch.manual_seed(0)
    network = nn.Sequential(nn.Linear(2, 4), nn.Linear(4, 2))
    members = members_of(network, {})
    steps = steps_in_epoch(config, describe(config.data))
    assert [
        p for p in check_schedule(config, members, describe(config.data)) if p.severity == "error"
    ] == []
    formed = formed_groups(members, config.optimizer)
    assert len(formed) == 3

    rates, losses = rates_of_a_run(config, network)

    assert len(rates) == config.epochs * steps
    assert list(rates_at_steps(config, formed, steps, losses.__getitem__)) == rates
    if config.schedule is None or config.schedule.type != "ReduceLROnPlateau":
        shown = preview(config, formed, steps)
        assert [list(each) for each in shown.rates] == [rates[step] for step in shown.steps]


@pytest.mark.parametrize("per", ["epoch", "step"])
@pytest.mark.parametrize("name", sorted(catalog.schedules()))
def test_the_preview_equals_the_optimizers_rates_at_every_step(name, per):
    assert_preview_is_the_run(configured({"type": name, "per": per, **ARGUMENTS[name]}, 5))


PLAIN = sorted(set(ARGUMENTS) - {"SequentialLR", "ChainedScheduler", "ReduceLROnPlateau"})


@st.composite
def composed(draw: Any) -> dict[str, Any]:
    """Schedules in sequence or chained, of any kinds, with any milestones."""
    names = draw(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4))
    parts = tuple({"type": name, **ARGUMENTS[name]} for name in names)
    per = draw(st.sampled_from(["epoch", "step"]))
    if draw(st.booleans()):
        return {"type": "ChainedScheduler", "per": per, "schedulers": parts}
    count = len(parts) - 1
    found = draw(st.lists(st.integers(1, 20), min_size=count, max_size=count, unique=True))
    milestones = tuple(sorted(found))
    return {"type": "SequentialLR", "per": per, "schedulers": parts, "milestones": milestones}


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(schedule=composed(), epochs=st.integers(1, 8))
def test_so_it_does_for_any_sequence_and_chain(schedule, epochs):
    assert_preview_is_the_run(configured(schedule, epochs))


@pytest.mark.slow
@pytest.mark.parametrize(
    "optimizer", sorted(set(catalog.optimizers()) - {"LBFGS", "Muon", "SparseAdam"})
)
@pytest.mark.parametrize("name", sorted(catalog.schedules()))
def test_and_for_every_optimizer(name, optimizer):
    groups = ({"nodes": "1.*", "lr": 0.05}, {"kinds": "bias", "lr": 0.2})
    arguments = dict(ARGUMENTS[name])
    known = {a.name for a in catalog.optimizers()[optimizer].arguments}
    if name == "CyclicLR":
        arguments["cycle_momentum"] = bool(known & {"momentum", "betas"}) and optimizer != "RMSprop"
    if name == "OneCycleLR":
        arguments["cycle_momentum"] = "betas" in known
    if name == "ChainedScheduler":
        arguments["schedulers"] = arguments["schedulers"][:1]
    config = configured(
        {"type": name, **arguments}, 3, optimizer={"type": optimizer, "lr": 0.1, "groups": groups}
    )

    assert_preview_is_the_run(config)
