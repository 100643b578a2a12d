"""What contradicts itself among clipping, accumulation, precision, averages and early stopping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.edits import UNSET, SetTraining
from graph.phrases import later
from graph.problems import Fix, Problem, Severity
from train.checks_terms import Compared
from train.data import DataDescription
from train.metric_names import METRICS, applicable, joined_name, kind_of
from train.reader import Path, dropping, setting
from train.settings import TrainingConfig

#: Samples that LBFGS may be offered as one batch.
MOST_AT_ONCE = 10_000


def check_regularity(
    config: TrainingConfig, described: DataDescription, compared: Sequence[Compared]
) -> Iterator[Problem]:
    """Every contradiction, with the ways out of it; ``compared`` are the losses of the run."""
    yield from _check_optimizer(config)
    yield from _check_whole_batches(config, described)
    yield from _check_metrics(config, compared)
    there = _there(config, compared)
    yield from _check_metric(config, there, ("best",), config.regularity.best)
    yield from _check_early_stopping(config, there)
    yield from _check_accumulation(config, described)
    if config.overfit_batch:
        path = ("overfit_batch",)
        said = later("the run learns one batch by heart, to see whether the network can")
        yield _problem("hint", "overfit", path, said, dropping(path))
    if config.regularity.precision == "float16" and config.device == "cpu":
        said = later("the CPU does not compute every layer in float16, so the run uses bfloat16")
        fix = setting(("precision",), "bf16")
        yield _problem("warning", "precision", ("precision",), said, fix)


def _check_optimizer(config: TrainingConfig) -> Iterator[Problem]:
    """Settings that this optimizer cannot be used with."""
    regularity = config.regularity
    clipped = [
        key for key in ("clip_grad_norm", "clip_grad_value") if getattr(regularity, key) is not None
    ]
    wrong: list[tuple[str, str]] = []
    if config.optimizer.type == "LBFGS":
        why = later("LBFGS looks at one batch several times a step")
        if regularity.accumulate > 1:
            wrong.append(("accumulate", later("{why}, so it cannot accumulate gradients", why=why)))
        if regularity.precision == "float16":
            wrong.append(
                (
                    "precision",
                    later("{why}, so float16's gradients cannot be scaled for it", why=why),
                )
            )
        why = later("LBFGS finds its own length of a step, and clipped gradients would mislead it")
        wrong += [(key, why) for key in clipped]
    if config.optimizer.type == "SparseAdam":
        wrong += [(key, later("PyTorch cannot clip sparse gradients")) for key in clipped]
        if regularity.precision == "float16":
            wrong.append(("precision", later("PyTorch cannot scale sparse gradients")))
    for key, why in wrong:
        adam = Fix("Use AdamW", SetTraining(("optimizer",), {"type": "AdamW"}))
        yield _problem("error", "optimizer-steps", (key,), why, dropping((key,)), adam)


def _check_whole_batches(config: TrainingConfig, described: DataDescription) -> Iterator[Problem]:
    """LBFGS draws conclusions from how the loss changes; another batch changes it too."""
    training, path = described.parts["train"], ("data", "batch_size")
    if config.optimizer.type != "LBFGS" or config.data.batch_size >= training:
        return
    said = later(
        "LBFGS is made for all {samples} samples at once; from batches of {size} it easily goes "
        "astray",
        samples=training,
        size=config.data.batch_size,
    )
    fixes = (setting(path, training),) if training <= MOST_AT_ONCE else ()
    yield _problem("hint", "optimizer-batches", path, said, *fixes)


def _there(config: TrainingConfig, compared: Sequence[Compared]) -> tuple[str, ...]:
    """Every number an epoch of this run could be judged by."""
    names = ["loss"]
    for each in compared:
        several = ("loss",) if config.terms else ()
        found = (*several, *applicable(each.config.loss.type, len(each.data.classes)))
        names += [joined_name(each.name, metric) for metric in found]
    return tuple(names)


def _check_metrics(config: TrainingConfig, compared: Sequence[Compared]) -> Iterator[Problem]:
    """Whether each metric that was chosen measures at least one of the losses."""
    if not compared:
        return
    found = {
        metric
        for each in compared
        for metric in applicable(each.config.loss.type, len(each.data.classes))
    }
    kept = tuple(metric for metric in config.metrics or () if metric in found)
    for metric in config.metrics or ():
        if metric not in found:
            sorted_ = [name for name in METRICS if name in found]
            said = later(
                "{metric} does not suit this loss and this data; {there}",
                metric=metric,
                there=later("there are {known}", known=", ".join(sorted_))
                if sorted_
                else later("nothing is measured beside the loss"),
            )
            fix = setting(("metrics",), kept) if kept else dropping(("metrics",))
            yield _problem("error", "no-metric", ("metrics",), said, fix)


def _check_metric(
    config: TrainingConfig, there: tuple[str, ...], path: Path, metric: str
) -> Iterator[Problem]:
    """Whether there is such a number to judge an epoch by."""
    part, _, name = metric.partition(".")
    if name not in there:
        said = later(
            "{type} on this data is measured by {there}, not by {name}",
            type=config.loss.type,
            there=", ".join(there),
            name=name,
        )
        usual = [other for other in there if kind_of(other).usual][-1:]
        fixes = [setting(path, f"{part}.{other}") for other in usual]
        yield _problem("error", "no-metric", path, said, *fixes)
    elif part == "validation" and name != "loss" and not config.data.validates:
        said = later("no samples are held out to validate with")
        yield _problem("error", "no-metric", path, said, *_without_validation(path, name))


def _check_early_stopping(config: TrainingConfig, there: tuple[str, ...]) -> Iterator[Problem]:
    early, path = config.regularity.early_stopping, ("early_stopping",)
    if early is None:
        return
    yield from _check_metric(config, there, (*path, "metric"), early.metric)
    part, _, name = early.metric.partition(".")
    if part == "validation" and name == "loss" and not config.data.validates:
        said = later("no samples are held out to validate with, so the loss of training decides")
        here = (*path, "metric")
        yield _problem("warning", "no-metric", here, said, *_without_validation(here, name))
    grows = kind_of(name).grows
    natural = "max" if grows else "min"
    if early.mode not in ("auto", natural):
        said = (
            later("{name} gets better as it gets larger", name=name)
            if grows
            else later("{name} gets better as it gets smaller", name=name)
        )
        here = (*path, "mode")
        yield _problem("warning", "metric-mode", here, said, setting(here, natural))
    if early.patience >= config.epochs:
        said = later(
            "a run of {epochs} epochs ends before it has waited for {patience}",
            epochs=config.epochs,
            patience=early.patience,
        )
        fix = Fix("Remove early_stopping", SetTraining(path, UNSET))
        yield _problem("warning", "patience", (*path, "patience"), said, fix)


def _check_accumulation(config: TrainingConfig, described: DataDescription) -> Iterator[Problem]:
    training = described.parts["train"]
    batches = -(-training // config.data.batch_size)
    steps = config.regularity.accumulate
    if steps > max(1, batches):
        said = later(
            "an epoch has only {batches} batches, so each epoch is one step", batches=batches
        )
        path = ("accumulate",)
        yield _problem("warning", "accumulate", path, said, setting(path, max(1, batches)))


def _without_validation(path: Path, name: str) -> tuple[Fix, Fix]:
    return setting(("data", "validation"), 0.2), setting(path, f"train.{name}")


def _problem(severity: Severity, code: str, path: Path, said: str, *fixes: Fix) -> Problem:
    where = ".".join(("training", *path))
    return Problem(severity, code, later("{name}: {words}", name=where, words=said), fixes=fixes)
