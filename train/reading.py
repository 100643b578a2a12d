"""From the mapping ``training:`` to a TrainingConfig, and what is wrong with it on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from graph.document import Value
from graph.phrases import later
from graph.problems import Problem
from train.data.targets import without_targets
from train.parts import names_of
from train.reader import Reader, dropping
from train.reading_data import LARGEST_SEED, read_data
from train.reading_loss import read_loss, read_metrics
from train.reading_optimizer import read_optimizer, read_schedule
from train.reading_regularity import REGULARITY, read_regularity
from train.reading_xray import read_xray
from train.settings import Choice, Term, TrainingConfig, WeightsConfig
from train.weight_table import TableError, rules_of

#: Keys of ``training:`` itself.
TOP = (
    "data",
    "loss",
    "metrics",
    "optimizer",
    "schedule",
    "epochs",
    "seed",
    "device",
    "processes",
    "weights",
    "overfit_batch",
    "sanity",
    "checkpoint_every",
    "tensorboard",
    "xray",
    *REGULARITY,
)
MOST_EPOCHS = 1_000_000
MOST_STEPS = 1_000_000_000
MOST_PROCESSES = 1024


def read_training(training: Mapping[str, Value]) -> tuple[TrainingConfig, list[Problem]]:
    """Return the configuration, complete with defaults, and the problems of its values."""
    reader = Reader()
    top = reader.mapping(training, ())
    reader.unknown_keys(top, TOP, ())
    loss, terms = read_loss(reader, top.get("loss"))
    data = read_data(reader, reader.mapping(top.get("data"), ("data",)))
    config = TrainingConfig(
        data=replace(data, void=_ignored(loss, terms)),
        loss=loss,
        terms=terms,
        metrics=read_metrics(reader, top.get("metrics")),
        optimizer=read_optimizer(reader, reader.typed(top.get("optimizer"), ("optimizer",))),
        schedule=read_schedule(reader, top.get("schedule")),
        epochs=reader.whole(top, "epochs", (), 10, 1, MOST_EPOCHS),
        seed=reader.whole(top, "seed", (), 0, 0, LARGEST_SEED),
        device=_read_device(reader, top.get("device", "auto")),
        processes=_read_processes(reader, top.get("processes", 1)),
        weights=_read_weights(reader, top.get("weights")),
        overfit_batch=reader.flag(top, "overfit_batch", (), False),
        sanity=reader.flag(top, "sanity", (), True),
        checkpoint_every=reader.whole(top, "checkpoint_every", (), 0, 0, MOST_STEPS),
        tensorboard=reader.flag(top, "tensorboard", (), False),
        regularity=read_regularity(reader, top, names_of(terms)),
        xray=read_xray(reader, top.get("xray", False)),
    )
    return without_targets(config), reader.problems


def _ignored(loss: Choice, terms: Sequence[Term]) -> tuple[int, ...]:
    """Labels that a loss leaves out."""
    losses = [term.loss for term in terms] or [loss]
    found = [each.arguments.get("ignore_index") for each in losses]
    return tuple(sorted({label for label in found if isinstance(label, int)}))


def _read_weights(reader: Reader, value: Any) -> WeightsConfig | None:
    """``weights: trained.safetensors`` is short for ``weights: {path: trained.safetensors}``."""
    path = ("weights",)
    if value is None:
        return None
    weights = {"path": value} if isinstance(value, str) else reader.mapping(value, path)
    reader.unknown_keys(weights, ("path", "match"), path)
    place, how = weights.get("path"), weights.get("match", "name")
    if not isinstance(place, str) or not place:
        said = later("weights are read from a file: path: trained.safetensors")
        reader.complain(path, "missing-value", said, dropping(path))
        return None
    try:
        if isinstance(how, Mapping):
            how = {str(before): str(after or "") for before, after in how.items()}
            rules_of(how)
        elif not isinstance(how, str) or not how:
            raise TableError("match is name, order, or a table of names", "")
    except TableError as error:
        here = (*path, "match")
        reader.complain(here, "bad-value", str(error), dropping(here))
        how = "name"
    return WeightsConfig(place, how)


def _read_device(reader: Reader, value: Value) -> str:
    text = str(value)
    kind, _, index = text.partition(":")
    if kind in ("auto", "cpu", "cuda", "mps") and (
        not index or (kind == "cuda" and index.isdecimal())
    ):
        return text
    said = later(
        "there is no device {value}; there are auto, cpu, cuda, cuda:0, mps", value=repr(value)
    )
    reader.complain(("device",), "unknown-choice", said, dropping(("device",)))
    return "auto"


def _read_processes(reader: Reader, value: Value) -> int | Literal["all"]:
    if value == "all":
        return "all"
    if type(value) is int and 1 <= value <= MOST_PROCESSES:
        return value
    said = later(
        "expected a whole number from 1 to {most}, or all, not {value}",
        most=MOST_PROCESSES,
        value=repr(value),
    )
    reader.complain(("processes",), "bad-value", said, dropping(("processes",)))
    return 1
