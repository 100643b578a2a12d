"""The loop itself, on a plain module: every loss, optimizer and schedule trains, and resumes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from graph.errors import TrainingError
from train import catalog
from train.batches import Batches
from train.checkpoints import load_checkpoint, save_checkpoint
from train.data import load
from train.data.description import Prepared
from train.engine import Trainer
from train.objective import Objective
from train.optimization import build_optimizer
from train.parts import parts_of
from train.reading import read_training
from train.scheduling import Schedule
from train.settings import Choice, DataConfig, OptimizerConfig, ParameterGroup, TrainingConfig
from train.steering import Steering
from train.unread import NotFinite

CPU = torch.device("cpu")


def network(outputs: int = 2, dropout: float = 0.0) -> nn.Module:
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Dropout(dropout), nn.Linear(16, outputs))


class Recorder:
    """Keeps what a trainer says and saves."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.states: list[dict[str, Any]] = []

    def emit(self, event: dict[str, Any]) -> None:
        self.events.append(event)

    def save(self, state: dict[str, Any], is_best: bool) -> dict[str, Any]:
        self.states.append(state)
        return {"path": f"{len(self.states)}", "sha256": ""}

    def named(self, name: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["event"] == name]

    @property
    def losses(self) -> dict[int, float]:
        pairs = [zip(e["steps"], e["loss"], strict=True) for e in self.named("step")]
        return {step: loss for pair in pairs for step, loss in pair}


def trainer(
    training: dict[str, Any],
    module: nn.Module,
    recorder: Recorder | None = None,
    data: Prepared | None = None,
    steering: Steering | None = None,
) -> Trainer:
    config, problems = read_training({"data": {"source": "moons", "samples": 100}, **training})
    assert [p for p in problems if p.severity == "error"] == []
    recorder = recorder or Recorder()
    data = data or load(config.data)
    return Trainer(
        module,
        config,
        Batches(
            data,
            config.data,
            config.seed,
            CPU,
            config.regularity.accumulate,
            overfit=config.overfit_batch,
        ),
        owners={},
        device=CPU,
        emit=recorder.emit,
        save=recorder.save,
        steering=steering or Steering(),
        parts=parts_of(config, {"": data}),
    )


def weights(module: nn.Module) -> bytes:
    return b"".join(t.numpy().tobytes() for t in module.state_dict().values())


def test_a_small_network_learns_the_moons():
    recorder = Recorder()
    last = trainer(
        {"epochs": 20, "optimizer": {"lr": 0.02}, "data": {"source": "moons", "batch_size": 16}},
        network(),
        recorder,
    ).run()

    epochs = recorder.named("epoch")
    assert last["event"] == "done"
    assert [event["epoch"] for event in epochs] == list(range(1, 21))
    assert epochs[-1]["validation"]["accuracy"] > 0.95
    assert epochs[-1]["train"]["loss"] < epochs[0]["train"]["loss"] / 3
    assert last["best"]["loss"] == min(e["validation"]["loss"] for e in epochs)
    assert len(recorder.named("checkpoint")) == 20
    assert sorted(recorder.losses) == list(range(1, 20 * 50 + 1))


def test_metrics_equal_what_a_plain_loop_computes():
    module = network(dropout=0.5)
    recorder = Recorder()
    run = trainer({"epochs": 1, "data": {"source": "moons", "batch_size": 30}}, module, recorder)
    run.run()
    data = load(DataConfig("moons"))
    with torch.no_grad():
        module.eval()
        output = module(torch.from_numpy(data.validation_inputs[0]))
        target = torch.from_numpy(data.validation_target)

    [epoch] = recorder.named("epoch")
    expected = nn.functional.cross_entropy(output, target).item()
    assert epoch["validation"]["loss"] == pytest.approx(expected, rel=1e-5)
    accuracy = (output.argmax(1) == target).float().mean().item()
    assert epoch["validation"]["accuracy"] == pytest.approx(accuracy)


def test_error_metrics_are_in_the_unit_of_the_target():
    torch.manual_seed(0)
    module = nn.Linear(10, 1)
    config = TrainingConfig(data=DataConfig("diabetes"), loss=Choice("MSELoss"), epochs=1)
    data = load(config.data)
    recorder = Recorder()
    Trainer(
        module, config, Batches(data, config.data, 0, CPU), owners={}, device=CPU,
        emit=recorder.emit, save=recorder.save, steering=Steering(),
        parts=parts_of(config, {"": data}),
    ).run()  # fmt: skip
    with torch.no_grad():
        predicted = module(torch.from_numpy(data.validation_inputs[0])).numpy()

    said = recorder.named("epoch")[0]["validation"]
    error = (predicted - data.validation_target) * data.target_scale
    spread = data.validation_target * data.target_scale
    assert said["mae"] == pytest.approx(np.abs(error).mean(), rel=1e-4)
    assert said["r2"] == pytest.approx(
        1 - (error**2).sum() / ((spread - spread.mean()) ** 2).sum(), rel=1e-3
    )


def test_the_same_seed_gives_the_same_losses_and_another_seed_others():
    curves = []
    for seed in (0, 0, 1):
        recorder = Recorder()
        torch.manual_seed(seed)
        module = nn.Sequential(nn.Linear(2, 8), nn.Dropout(0.3), nn.Linear(8, 2))
        trainer({"epochs": 3, "seed": seed}, module, recorder).run()
        curves.append(recorder.losses)

    assert curves[0] == curves[1]
    assert curves[0] != curves[2]


class Several(nn.Module):
    """Gives as many outputs as a loss wants, the second positive, as a variance has to be."""

    def __init__(self, outputs: int, width: int, last: nn.Module | None = None) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.body, self.last = nn.Linear(2, 8), last or nn.Identity()
        self.heads = nn.ModuleList(nn.Linear(8, width) for _ in range(outputs))

    def forward(self, x: torch.Tensor) -> Any:
        hidden = torch.tanh(self.body(x))
        outputs = [self.last(head(hidden)) for head in self.heads]
        if len(outputs) == 2:
            outputs[1] = nn.functional.softplus(outputs[1])
        return tuple(outputs) if len(outputs) > 1 else outputs[0]


@pytest.mark.parametrize("name", [n for n in catalog.losses() if n != "CTCLoss"])
def test_every_loss_trains(name):
    needs = catalog.LOSS_NEEDS[name]
    per_class = needs.per_class or needs.target == "one-hot"
    width = 2 if per_class or needs.outputs == 3 or name == "CosineEmbeddingLoss" else 1
    last: nn.Module | None = None
    if needs.log:
        last = nn.LogSoftmax(1)
    elif needs.unit:
        last = nn.Sigmoid()
    module = Several(needs.outputs, width, last)
    if name in ("MarginRankingLoss",):
        module.last = nn.Flatten(0)
    recorder = Recorder()

    start = {a.name: a.start for a in catalog.losses()[name].arguments if a.start is not None}
    last_event = trainer(
        {"loss": {"type": name, **start}, "epochs": 4, "optimizer": {"lr": 0.01}}, module, recorder
    ).run()

    losses = [event["train"]["loss"] for event in recorder.named("epoch")]
    assert last_event["event"] == "done"
    assert all(math.isfinite(loss) for loss in losses)
    assert losses[-1] < losses[0]


def test_ctc_trains_on_whole_sequences():
    torch.manual_seed(0)
    module = nn.Sequential(nn.Linear(4, 5), nn.LogSoftmax(-1))
    objective = Objective(Choice("CTCLoss"), CPU)
    labels = torch.randint(1, 5, (6, 3))

    loss = objective((module(torch.randn(10, 6, 4)),), labels)

    loss.backward()
    assert loss.item() > 0


@pytest.mark.parametrize("name", [n for n in catalog.optimizers() if n != "SparseAdam"])
def test_every_optimizer_trains(name):
    torch.manual_seed(0)
    module: nn.Module = network()
    if name == "Muon":
        module = nn.Sequential(nn.Linear(2, 8, bias=False), nn.Tanh(), nn.Linear(8, 2, bias=False))
    recorder = Recorder()
    data = {"source": "moons", "samples": 100, "batch_size": 100 if name == "LBFGS" else 16}

    trainer({"optimizer": {"type": name}, "epochs": 3, "data": data}, module, recorder).run()

    losses = [event["train"]["loss"] for event in recorder.named("epoch")]
    assert losses[-1] < losses[0]


SCHEDULES: dict[str, dict[str, Any]] = {
    "ChainedScheduler": {
        "schedulers": ({"type": "ConstantLR"}, {"type": "StepLR", "step_size": 2})
    },
    "SequentialLR": {
        "milestones": (2,),
        "schedulers": ({"type": "LinearLR"}, {"type": "CosineAnnealingLR"}),
    },
}


def schedule_of(name: str, per: str) -> dict[str, Any]:
    starts = {a.name: a.start for a in catalog.schedules()[name].arguments if a.start is not None}
    extra = {"cycle_momentum": False} if name in ("OneCycleLR", "CyclicLR") else {}
    return {"type": name, "per": per, **starts, **SCHEDULES.get(name, {}), **extra}


@pytest.mark.parametrize("per", ["epoch", "step"])
@pytest.mark.parametrize("name", catalog.schedules())
def test_every_schedule_moves_the_rates_exactly_as_pytorch_does(name, per):
    """Compared with the scheduler driven by hand, as in PyTorch's documentation."""
    training = {"schedule": schedule_of(name, per), "epochs": 4, "optimizer": {"lr": 0.05}}
    config, problems = read_training(training)
    assert problems == []
    units = 4 * (3 if per == "step" else 1)
    parameter = nn.Parameter(torch.zeros(2))
    ours = torch.optim.SGD([{"params": [parameter]}], lr=0.05)
    schedule = Schedule(ours, config, steps_per_epoch=3)
    theirs = torch.optim.SGD([nn.Parameter(torch.zeros(2))], lr=0.05)
    by_hand = plain_scheduler(name, theirs, training["schedule"], units)

    for _ in range(units - 1):
        assert schedule.rates == [group["lr"] for group in theirs.param_groups]
        theirs.step()
        by_hand.step(*((1.0,) if name == "ReduceLROnPlateau" else ()))
        ours.step()
        schedule.step(1.0)


def plain_scheduler(name: str, optimizer: Any, given: dict[str, Any], units: int) -> Any:
    module = torch.optim.lr_scheduler
    plain = {k: v for k, v in given.items() if k not in ("type", "per", "schedulers")}
    if name == "ChainedScheduler":
        return module.ChainedScheduler(
            [module.ConstantLR(optimizer), module.StepLR(optimizer, step_size=2)]
        )
    if name == "SequentialLR":
        parts = [module.LinearLR(optimizer), module.CosineAnnealingLR(optimizer, units - 2)]
        return module.SequentialLR(optimizer, parts, milestones=[2])
    if name == "CosineAnnealingLR":
        plain["T_max"] = units
    if name == "OneCycleLR":
        plain["total_steps"] = units
    if name == "LambdaLR":
        plain["lr_lambda"] = lambda epoch: 0.95**epoch
    if name == "MultiplicativeLR":
        plain["lr_lambda"] = lambda epoch: 0.95
    return getattr(module, name)(optimizer, **plain)


@pytest.mark.parametrize("name", ["StepLR", "LambdaLR", "CosineAnnealingLR", "OneCycleLR"])
def test_a_rate_set_by_hand_stays_a_factor_on_the_schedule(name):
    config, _ = read_training({"schedule": schedule_of(name, "epoch"), "epochs": 6})
    optimizers = [torch.optim.SGD([nn.Parameter(torch.zeros(1))], lr=0.1) for _ in range(2)]
    free, steered = (Schedule(optimizer, config, 1) for optimizer in optimizers)
    steered.set_rate(steered.rates[0] * 3)

    for _ in range(4):
        for optimizer in optimizers:
            optimizer.step()
        free.step()
        steered.step()
        assert steered.rates[0] == pytest.approx(3 * free.rates[0])


def test_groups_are_the_textbooks_list_of_dicts():
    module = nn.ModuleDict({"features": network(), "head": nn.Linear(2, 2)})
    config = OptimizerConfig(
        "SGD", {"lr": 0.1}, (ParameterGroup(("head",), {"lr": 0.01}), ParameterGroup(("*.bias",)))
    )

    groups = build_optimizer(module, config, owners={}).param_groups

    assert [len(group["params"]) for group in groups] == [2, 2, 2]
    assert [group["lr"] for group in groups] == [0.1, 0.01, 0.1]


def test_a_group_that_fits_nothing_and_a_network_without_weights_are_refused():
    with pytest.raises(TrainingError, match="fits no layer"):
        build_optimizer(network(), OptimizerConfig(groups=(ParameterGroup(("conv*",)),)), {})
    with pytest.raises(TrainingError, match="no parameters to train"):
        build_optimizer(nn.ReLU(), OptimizerConfig(), {})


def test_a_loss_that_is_no_number_ends_the_run_with_its_step_named():
    recorder = Recorder()
    run = trainer(
        {"optimizer": {"type": "SGD", "lr": 1e30}, "loss": "MSELoss", "epochs": 3},
        network(1),
        recorder,
    )

    with pytest.raises(NotFinite, match=r"the loss became .* at step \d+, in epoch 1"):
        run.run()

    assert all(math.isfinite(loss) for loss in recorder.losses.values())


RESUMED: list[dict[str, Any]] = [
    {"optimizer": {"type": "SGD", "lr": 0.05, "momentum": 0.9}},
    {"optimizer": {"type": "Adam"}, "schedule": {"type": "CosineAnnealingLR"}},
    {
        "optimizer": {"type": "SGD", "lr": 0.05, "momentum": 0.9},
        "schedule": {"type": "OneCycleLR", "max_lr": 0.2},
    },
    {"optimizer": {"type": "AdamW"}, "schedule": {"type": "ReduceLROnPlateau", "patience": 0}},
    {"optimizer": {"type": "RMSprop"}, "schedule": {"type": "MultiStepLR", "milestones": (1, 2)}},
    {
        "optimizer": {"type": "NAdam"},
        "schedule": {
            "type": "SequentialLR",
            "per": "step",
            "milestones": (4,),
            "schedulers": ({"type": "LinearLR"}, {"type": "ExponentialLR", "gamma": 0.9}),
        },
    },
]


@pytest.mark.parametrize("training", RESUMED, ids=lambda t: str(t["optimizer"]["type"]))
def test_a_run_taken_up_again_at_any_step_ends_in_the_same_bits(training, tmp_path):
    """Through a real file each time; 3 epochs of 5 steps, so steps 5 and 10 end an epoch."""
    training = {
        **training,
        "epochs": 3,
        "data": {"source": "moons", "samples": 100, "batch_size": 16},
    }
    whole = network(dropout=0.5)
    recorder = Recorder()
    final = trainer(training, whole, recorder).run()

    for stop_after in (1, 4, 5, 7, 10, 14):
        first, steering = Recorder(), Steering()
        interrupted = network(dropout=0.5)
        run = trainer(training, interrupted, first, steering=steering)
        stop_at(run, stop_after, steering)
        assert run.run()["event"] == "stopped"
        save_checkpoint(tmp_path / "c.pt", first.states[-1])

        torch.manual_seed(99)  # another process would not have our random state
        second = Recorder()
        resumed = network(dropout=0.5)
        torch.manual_seed(99)
        run = trainer(training, resumed, second)
        run.restore(load_checkpoint(tmp_path / "c.pt"))
        ended = run.run()

        assert weights(resumed) == weights(whole), stop_after
        assert {**first.losses, **second.losses} == recorder.losses
        assert ended["train"] == final["train"] and ended["validation"] == final["validation"]
        assert ended["best"] == final["best"]


def stop_at(run: Trainer, step: int, steering: Steering) -> None:
    """Send ``stop`` so that the trainer finds it right after ``step``."""
    count = 0

    def after_step(*_: Any) -> None:
        nonlocal count
        count += 1
        if count == step:
            steering.send({"command": "stop"})

    run.optimizer.register_step_post_hook(after_step)


def test_a_checkpoint_of_another_network_or_data_set_is_refused():
    recorder = Recorder()
    trainer({"epochs": 1}, network(), recorder).run()
    state = recorder.states[-1]

    with pytest.raises(TrainingError, match="another network"):
        trainer({"epochs": 2}, network(3)).restore(state)
    with pytest.raises(TrainingError, match="another network, optimizer"):
        trainer({"epochs": 2, "optimizer": "LBFGS"}, network()).restore(
            {**state, "optimizer": {"state": {}, "param_groups": []}}
        )
    with pytest.raises(TrainingError, match="steps an epoch"):
        trainer({"epochs": 2, "data": {"source": "moons", "samples": 999}}, network()).restore(
            state
        )


def test_commands_are_obeyed_between_steps():
    recorder, steering = Recorder(), Steering()
    for command in (
        {"command": "set_lr", "lr": 0.5},
        {"command": "set_lr", "factor": 0.1},
        {"command": "set_lr", "lr": "fast"},
        {"command": "checkpoint"},
        {"command": "dance"},
        {"command": "pause"},
        {"command": "set_lr", "lr": 0.25},
        {"command": "resume"},
        {"command": "resume"},
        {"command": "stop"},
    ):
        steering.send(command)

    last = trainer({"epochs": 5}, network(), recorder, steering=steering).run()

    said = [event["event"] for event in recorder.events if event["event"] != "step"]
    assert said == [
        "lr",
        "lr",
        "problem",
        "checkpoint",
        "kept",
        "problem",
        "paused",
        "lr",
        "resumed",
        "checkpoint",
    ]
    assert [e["lr"] for e in recorder.named("lr")] == [[0.5], [0.05], [0.25]]
    assert (last["event"], last["step"], last["epoch"]) == ("stopped", 1, 1)
    assert not any(event["fatal"] for event in recorder.named("problem"))


def test_without_validation_data_the_training_loss_decides():
    recorder = Recorder()
    run = trainer(
        {"epochs": 2, "data": {"source": "moons", "samples": 50, "validation": 0.0}},
        network(), recorder,
    )  # fmt: skip

    last = run.run()

    assert last["validation"] == {}
    assert last["best"]["loss"] == min(e["train"]["loss"] for e in recorder.named("epoch"))


@pytest.mark.parametrize("part", ["training", "validation"])
def test_a_layer_that_writes_over_its_input_does_not_change_the_data(part):
    config = DataConfig("moons", batch_size=40)
    batches = Batches(load(config), config, 0, CPU)

    def first() -> torch.Tensor:
        found = next(getattr(batches, part)())
        [((inputs,), _)] = found if part == "training" else [found]
        return inputs

    weight = torch.ones(2, requires_grad=True)
    before = first().clone()
    first().mul_(weight * 7).sum().backward()

    assert torch.equal(first(), before)
    assert weight.grad is not None


def test_drop_last_leaves_out_the_short_batch_and_a_large_batch_is_all_there_is():
    data = load(DataConfig("moons", options={"samples": 100}))

    def steps(**changes: Any) -> int:
        config = replace(DataConfig("moons"), **changes)
        return Batches(data, config, 0, CPU).steps_per_epoch

    assert steps(batch_size=30) == 3
    assert steps(batch_size=30, drop_last=True) == 2
    assert steps(batch_size=1000, drop_last=True) == 1
