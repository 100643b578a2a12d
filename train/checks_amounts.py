"""Whether there are samples enough: to train on at all, and for a batch."""

from __future__ import annotations

from collections.abc import Iterator

from graph.phrases import later
from graph.problems import Fix, Problem
from train.data import DataDescription
from train.reader import setting
from train.settings import TrainingConfig


def check_amounts(config: TrainingConfig, described: DataDescription) -> Iterator[Problem]:
    """What of samples and batches cannot be, with numbers that can."""
    training = described.parts["train"]
    if training < 1:
        yield Problem(
            "error",
            "no-samples",
            later(
                "training.data.validation: of {samples} samples none is left to train on",
                samples=described.samples,
            ),
            fixes=(setting(("data", "validation"), 0.2),),
        )
    elif config.data.batch_size > training:
        yield Problem(
            "warning",
            "batch-size",
            later(
                "training.data.batch_size: {batch_size} is more than the {training} "
                "samples there are to train on, so each epoch is one step",
                batch_size=config.data.batch_size,
                training=training,
            ),
            fixes=(setting(("data", "batch_size"), max(1, min(32, training))),),
        )
    for note in described.notes:
        said = later("training.data: {note}", note=note)
        yield Problem("warning", "data-parts", said, fixes=_other_splits(config, described))


def _other_splits(config: TrainingConfig, described: DataDescription) -> tuple[Fix, ...]:
    """A stratified split keeps every class in every part."""
    data = config.data
    if not described.balance or data.split == "stratified" or data.group or data.apart:
        return ()
    return (setting(("data", "split"), "stratified"),)
