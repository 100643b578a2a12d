"""Clipping, accumulation, precision, averages, early stopping: each does what its name says."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from torch import nn

from graph.errors import TrainingError
from graph.project_file import loads
from tests.train.test_checks import assert_every_fix_mends, check
from tests.train.test_engine import CPU, Recorder, network, stop_at, trainer, weights
from tests.train.test_script import agree as agree  # the fixture
from train.checkpoints import load_checkpoint, save_checkpoint
from train.config import set_values
from train.precision import MixedPrecision
from train.reading import read_training
from train.settings import EarlyStopping, Regularity
from train.steering import Steering

MOONS = {"source": "moons", "samples": 100, "batch_size": 16}  # 80 to train on: 5 batches

EVERYTHING: dict[str, Any] = {
    "clip_grad_norm": 0.5,
    "clip_grad_value": 0.2,
    "accumulate": 2,
    "precision": "bf16",
    "ema": {"decay": 0.9},
    "early_stopping": {"patience": 50},
    "best": "validation.accuracy",
}


def read(training: dict[str, Any]) -> tuple[Regularity, list[str]]:
    config, problems = read_training(training)
    return config.regularity, [problem.message for problem in problems]


# reading


def test_short_forms_mean_what_the_long_ones_say():
    assert read({"ema": 0.99}) == read({"ema": {"decay": 0.99}})
    assert read({"ema": True}) == read({"ema": {}})
    assert read({"early_stopping": 3}) == read({"early_stopping": {"patience": 3}})
    assert read({"best": "accuracy"}) == read({"best": "validation.accuracy"})
    assert read({"precision": "bf16"}) == read({"precision": "bfloat16"})
    for nothing in ({"ema": None}, {"ema": False}, {"early_stopping": False}, {}):
        assert read(nothing) == (Regularity(), [])


@pytest.mark.parametrize(
    ("training", "said"),
    [
        ({"clip_grad_norm": 0}, "training.clip_grad_norm: expected a number above 0"),
        ({"clip_grad_value": "much"}, "training.clip_grad_value: expected a number above 0"),
        ({"clip_grad_norm": True}, "training.clip_grad_norm: expected a number above 0"),
        ({"accumulate": 0}, "training.accumulate: expected a whole number from 1"),
        ({"precision": "bf61"}, "did you mean bf16?"),
        ({"ema": 1.0}, "training.ema: expected a decay from 0 to below 1, not 1.0"),
        ({"ema": {"decay": -1}}, "training.ema.decay: expected a decay"),
        ({"ema": {"dekay": 0.9}}, "did you mean decay?"),
        ({"ema": "slow"}, "training.ema: expected keys with values"),
        ({"early_stopping": "soon"}, "training.early_stopping: expected keys with values"),
        ({"early_stopping": {"patience": 0}}, "training.early_stopping.patience: expected"),
        ({"early_stopping": {"metric": "valid.loss"}}, "did you mean validation.loss?"),
        ({"early_stopping": {"mode": "less"}}, "there are auto, min, max"),
        ({"early_stopping": {"min_delta": -1}}, "training.early_stopping.min_delta: expected"),
        ({"best": "validation.beauty"}, "training.best: there is no"),
        ({"compile": "yes"}, "training.compile: expected true or false"),
        ({"clip_grad_nrom": 1.0}, "did you mean clip_grad_norm?"),
    ],
)
def test_a_value_that_makes_no_sense_is_named(training, said):
    _, [message] = read(training)

    assert said in message


def test_settings_are_set_from_the_command_line(project):
    document = loads(project())

    set_values(document, ["ema.decay=0.9", "early_stopping.patience=3", "accumulate=4"])

    found, problems = read(dict(document.training))
    assert problems == []
    assert found == Regularity(ema=0.9, early_stopping=EarlyStopping(patience=3), accumulate=4)
    with pytest.raises(TrainingError, match="expected a number above 0"):
        set_values(document, ["clip_grad_norm=-1"])


# contradictions


@pytest.mark.parametrize(
    ("training", "said"),
    [
        (["optimizer: LBFGS", "accumulate: 2"], "it cannot accumulate gradients"),
        (["optimizer: LBFGS", "clip_grad_norm: 1.0"], "clipped gradients would mislead it"),
        (["optimizer: LBFGS", "precision: fp16"], "cannot be scaled for it"),
        (["optimizer: SparseAdam", "clip_grad_value: 1.0"], "cannot clip sparse gradients"),
        (["best: validation.mae"], "f1, roc_auc, perplexity, not by mae"),
        (["early_stopping: {metric: r2}"], "training.early_stopping.metric: CrossEntropyLoss"),
        (["early_stopping: {metric: accuracy, mode: min}"], "gets better as it gets larger"),
        (["early_stopping: 5", "epochs: 5"], "ends before it has waited for 5"),
        (["accumulate: 1000"], "so each epoch is one step"),
        (["precision: fp16", "device: cpu"], "the run uses bfloat16"),
    ],
)
def test_what_contradicts_itself_is_named_and_every_fix_mends_it(project, training, said):
    document, problems = check(project("data: {source: moons}", *training))

    [problem] = [p for p in problems if said in p.message]
    assert_every_fix_mends(document, problem)


@pytest.mark.parametrize("key", ["early_stopping", "best"])
def test_what_is_never_measured_cannot_judge(project, key):
    value = "{metric: accuracy}" if key == "early_stopping" else "accuracy"
    text = project("data: {source: moons, validation: 0.0}", f"{key}: {value}")
    document, problems = check(text)

    [problem] = [p for p in problems if "held out" in p.message]
    assert problem.severity == "error"
    assert_every_fix_mends(document, problem)


# what each does


def gradients_at_each_step(training: dict[str, Any]) -> list[list[torch.Tensor]]:
    module = network()
    seen = []
    work = trainer({"data": MOONS, "epochs": 1, **training}, module)
    work.optimizer.register_step_pre_hook(
        lambda *_: seen.append([p.grad.clone() for p in module.parameters()])
    )
    work.run()
    return seen


def test_no_step_is_made_with_gradients_above_the_limits():
    plain = gradients_at_each_step({})
    by_value = gradients_at_each_step({"clip_grad_value": 0.01})
    by_norm = gradients_at_each_step({"clip_grad_norm": 0.01})

    assert max(g.abs().max().item() for step in plain for g in step) > 0.01
    assert max(g.abs().max().item() for step in by_value for g in step) == pytest.approx(0.01)
    for step in by_norm:
        norm = torch.cat([g.flatten() for g in step]).norm().item()
        assert norm == pytest.approx(0.01, rel=1e-3)


def test_batches_that_are_accumulated_make_the_gradient_of_one_large_batch():
    """5 batches of 16: two steps of 32, and one of the 16 that are left."""
    accumulated = gradients_at_each_step({"accumulate": 2})
    large = gradients_at_each_step({"data": {**MOONS, "batch_size": 32}})

    assert len(accumulated) == len(large) == 3
    for ours, theirs in zip(accumulated, large, strict=True):
        for one, other in zip(ours, theirs, strict=True):
            torch.testing.assert_close(one, other, rtol=1e-3, atol=1e-5)


def test_a_step_of_accumulated_batches_is_told_as_one_step_with_their_mean_loss():
    recorders = []
    for training in ({"accumulate": 2}, {"data": {**MOONS, "batch_size": 32}}):
        recorders.append(Recorder())
        trainer({"data": MOONS, "epochs": 2, **training}, network(), recorders[-1]).run()

    assert recorders[0].losses == pytest.approx(recorders[1].losses, rel=1e-4)
    assert recorders[0].named("epoch")[-1]["step"] == 6


def test_in_mixed_precision_the_network_computes_short_numbers_and_keeps_long_ones():
    module, seen = network(), []
    module[0].register_forward_hook(lambda _m, _i, output: seen.append(output.dtype))
    recorder = Recorder()

    work = trainer(
        {"data": MOONS, "epochs": 20, "precision": "bf16", "optimizer": {"lr": 0.05}},
        module,
        recorder,
    )
    last = work.run()

    assert set(seen) == {torch.bfloat16}
    assert {p.dtype for p in module.parameters()} == {torch.float32}
    assert last["validation"]["accuracy"] > 0.9


def test_a_loss_that_autocast_forbids_is_computed_in_float32():
    module = nn.Sequential(network(1), nn.Sigmoid())

    last = trainer({"loss": "BCELoss", "precision": "bf16", "epochs": 2}, module).run()

    assert math.isfinite(last["train"]["loss"])


def test_float16_on_a_cpu_becomes_bfloat16_and_says_so():
    precision = MixedPrecision("float16", CPU)

    assert (precision.name, precision.scaler) == ("bfloat16", None)
    assert "the CPU" in precision.note


def test_the_average_is_the_textbooks_and_is_what_is_validated():
    module, snapshots = network(), []
    recorder = Recorder()
    work = trainer({"data": MOONS, "epochs": 2, "ema": 0.9}, module, recorder)
    work.optimizer.register_step_post_hook(
        lambda *_: snapshots.append([p.detach().clone() for p in module.parameters()])
    )
    work.run()
    expected = snapshots[0]
    for step in snapshots[1:]:
        expected = [0.9 * mean + 0.1 * new for mean, new in zip(expected, step, strict=True)]

    average = work.stepping.judged
    for one, other in zip(expected, average.parameters(), strict=True):
        torch.testing.assert_close(one, other)
    batches = list(work.batches.validation())
    with torch.no_grad():
        loss = sum(work.objective((average(*i),), t).item() * len(t[0]) for i, t in batches) / 20
    assert recorder.named("epoch")[-1]["validation"]["loss"] == pytest.approx(loss, rel=1e-5)


def test_a_run_that_gets_no_better_ends_and_says_why():
    recorder = Recorder()
    training = {"optimizer": {"type": "SGD", "lr": 1e-9}, "epochs": 50}
    early = {"patience": 3, "min_delta": 0.01}

    last = trainer({**training, "early_stopping": early}, network(), recorder).run()

    assert last["event"] == "done" and last["epochs"] == 4
    assert "validation loss has not got better than" in last["reason"]
    assert len(recorder.named("epoch")) == 4


@pytest.mark.parametrize(
    ("metric", "better"), [("validation.accuracy", max), ("train.loss", min), ("loss", min)]
)
def test_the_best_epoch_is_the_one_with_the_best_metric(metric, better):
    recorder = Recorder()
    training = {"epochs": 12, "optimizer": {"type": "SGD", "lr": 0.5}, "best": metric}

    last = trainer(training, network(), recorder).run()

    part, _, name = f"validation.{metric}".replace("validation.train.", "train.").rpartition(".")
    values = [e[part.rpartition(".")[2]][name] for e in recorder.named("epoch")]
    assert last["best"]["epoch"] == values.index(better(values)) + 1
    assert [e["epoch"] for e in recorder.named("epoch") if e["best"]][-1] == last["best"]["epoch"]


# resume


RESUMED = [
    EVERYTHING,
    {"accumulate": 3, "optimizer": {"type": "SGD", "lr": 0.05, "momentum": 0.9}, "ema": 0.5,
     "schedule": {"type": "OneCycleLR", "max_lr": 0.2}},
    {"clip_grad_norm": 0.1, "early_stopping": {"patience": 2, "min_delta": 0.3}, "epochs": 9},
]  # fmt: skip


@pytest.mark.parametrize("training", RESUMED, ids=["everything", "accumulation", "stopping"])
def test_a_run_taken_up_again_at_any_step_ends_in_the_same_bits(training, tmp_path):
    training = {"epochs": 4, "data": MOONS, **training}
    whole, recorder = network(dropout=0.5), Recorder()
    reference = trainer(training, whole, recorder)
    final = reference.run()
    length = reference.batches.steps_per_epoch

    for stop_after in sorted({1, length, length + 1, final["step"] - length, final["step"] - 1}):
        first, steering = Recorder(), Steering()
        work = trainer(training, network(dropout=0.5), first, steering=steering)
        stop_at(work, stop_after, steering)
        assert work.run()["event"] == "stopped"
        save_checkpoint(tmp_path / "c.pt", first.states[-1])

        second, resumed = Recorder(), network(dropout=0.5)
        torch.manual_seed(99)  # another process would not have our random state
        work = trainer(training, resumed, second)
        work.restore(load_checkpoint(tmp_path / "c.pt"))
        ended = work.run()

        assert weights(resumed) == weights(whole), stop_after
        assert weights(work.stepping.judged) == weights(reference.stepping.judged)
        assert {**first.losses, **second.losses} == recorder.losses
        for key in ("step", "train", "validation", "best", "reason"):
            assert ended.get(key) == final.get(key), (stop_after, key)


def test_the_scale_of_float16_gradients_is_part_of_the_state():
    """On the CPU, by hand: its scaler counts the steps without an overflow."""
    work, other = trainer({}, network()), trainer({}, network())
    for one in (work, other):
        one.stepping.precision.scaler = torch.amp.GradScaler("cpu", growth_interval=3)

    work.run()
    other.restore(work.state())

    assert work.stepping.precision.scaler.get_scale() > 2.0**16
    assert other.stepping.precision.state() == work.stepping.precision.state()


def test_a_run_that_had_stopped_early_has_stopped_when_it_is_taken_up_again():
    training = {
        "optimizer": {"type": "SGD", "lr": 1e-9}, "epochs": 50,
        "early_stopping": {"patience": 2, "min_delta": 0.01},
    }  # fmt: skip
    recorder = Recorder()
    final = trainer(training, network(), recorder).run()
    again = trainer(training, network())
    again.restore(recorder.states[-1])

    ended = again.run()

    assert (ended["step"], ended["reason"]) == (final["step"], final["reason"])


# the exported script


@pytest.mark.slow
@pytest.mark.parametrize(
    "training",
    [
        ["clip_grad_norm: 0.1", "best: accuracy"],
        ["accumulate: 3", "data: {source: xor, drop_last: true, batch_size: 30}"],
        ["accumulate: 4", "schedule: {type: OneCycleLR, max_lr: 0.1}", "clip_grad_value: 0.01"],
        ["precision: bf16", "ema: 0.9", "loss: MSELoss"],
        ["precision: fp16", "accumulate: 2"],
        ["optimizer: {type: LBFGS, lr: 0.1}", "ema: 0.5", "precision: bf16"],
        ["optimizer: {type: SGD, lr: 0.00001}", "early_stopping: {patience: 1, min_delta: 0.1}"],
        ["ema: 0.9", "early_stopping: {metric: train.loss, patience: 2}", "best: train.accuracy"],
    ],
    ids=range(8),
)
def test_script_and_app_give_the_same_losses(project, agree, training):
    data = [] if any(line.startswith("data") for line in training) else ["data: {source: moons}"]

    agree(project(*data, *training, "epochs: 3"))


# compiling


@pytest.fixture
def no_compiler():
    """From when it is called on there is none, and nothing that was compiled is found again.

    By PyTorch's own means: undoing a monkeypatch takes such a setting away for good, after which
    nothing is compiled in this process any more.
    """
    from torch._inductor import config as inductor_config  # takes a second

    torch._dynamo.reset()
    missing = inductor_config.patch({"cpp.cxx": ("/nowhere/c++",)})
    entered = []
    with inductor_config.patch(force_disable_caches=True):
        yield lambda: entered.append(missing.__enter__()) if not entered else None
        if entered:
            missing.__exit__(None, None, None)


def test_where_nothing_can_be_compiled_the_run_goes_on_and_says_so(no_compiler):
    recorders = []
    no_compiler()
    for training in ({"compile": True}, {}):
        recorders.append(Recorder())
        work = trainer({"epochs": 2, **training}, network(dropout=0.5), recorders[-1])
        assert work.run()["event"] == "done"

    [problem] = recorders[0].named("problem")
    assert problem["code"] == "not-compiled" and not problem["fatal"]
    assert recorders[0].losses == recorders[1].losses


@pytest.mark.slow
def test_where_only_a_later_batch_cannot_be_compiled_the_run_goes_on_too(no_compiler, monkeypatch):
    """The last batch of an epoch is smaller, and is compiled anew."""
    recorder = Recorder()
    work = trainer({"epochs": 2, "compile": True}, network(), recorder)
    make = work.stepping.compiled.attempt

    def attempt(step, batches):
        taken = make(step, batches)
        no_compiler()
        return taken

    monkeypatch.setattr(work.stepping.compiled, "attempt", attempt)

    last = work.run()

    [problem] = recorder.named("problem")
    assert last["event"] == "done" and problem["code"] == "not-compiled"
    assert "/nowhere/c++" in problem["message"]


@pytest.mark.slow
def test_a_compiled_network_trains_as_its_script_does_and_keeps_its_names(project, agree):
    module = network()
    names = list(module.state_dict())
    recorder = Recorder()
    training = {"epochs": 20, "compile": True, "ema": 0.9, "optimizer": {"lr": 0.05}}

    last = trainer(training, module, recorder).run()

    assert recorder.named("problem") == [] and last["event"] == "done"
    assert list(module.state_dict()) == names
    assert last["validation"]["accuracy"] > 0.8
    agree(project("data: {source: moons}", "compile: true", "epochs: 2"))
