"""Whether there are samples enough: to train on at all, and for a batch."""

from __future__ import annotations

from collections.abc import Iterator

from graph.phrases import later
from graph.problems import Problem
from train.data import DataDescription
from train.reader import setting
from train.settings import TrainingConfig


def check_amounts(config: TrainingConfig, described: DataDescription) -> Iterator[Problem]:
    """What of samples and batches cannot be, with numbers that can."""
    training = described.samples - round(described.samples * config.data.validation)
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
