"""The learning rates that a run will have: its own schedule, stepped on a dummy optimizer."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import torch
from torch import nn

from graph.phrases import later
from train.data import DataDescription
from train.grouping import Formed
from train.optimization import make_optimizer
from train.scheduling import Schedule
from train.settings import TrainingConfig

#: A preview ends after so many units of its schedule: it is to come at once.
MOST_UNITS = 50_000

#: A curve of more points cannot be told from one of these.
MOST_POINTS = 2_000

#: Where nothing is known of the data, an epoch is taken to have so many steps.
UNKNOWN_STEPS = 100

Rates = list[float]
Metric = Callable[[int], float]


@dataclass(frozen=True)
class Preview:
    """The rates of every group over a whole run, as far as a curve needs them.

    ``steps`` are counted from 0; ``rates[i]`` are those of all groups during the step
    ``steps[i]``, and until the next one that is told. ``total`` is how many there are in all.
    """

    titles: tuple[str, ...]
    groups: tuple[int, ...]  # of each curve the place of its group; -1: of what no group takes
    spared: tuple[bool, ...]  # whether it is what does not decay of it
    steps: tuple[int, ...]
    rates: tuple[tuple[float, ...], ...]
    per: str
    steps_per_epoch: int
    epochs: int
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        return self.steps_per_epoch * self.epochs

    def to_plain(self) -> dict[str, Any]:
        return {
            "titles": list(self.titles),
            "groups": list(self.groups),
            "spared": list(self.spared),
            "steps": list(self.steps),
            "rates": [list(each) for each in self.rates],
            "per": self.per,
            "steps_per_epoch": self.steps_per_epoch,
            "epochs": self.epochs,
            "notes": list(self.notes),
        }


def preview(config: TrainingConfig, formed: Sequence[Formed], steps_per_epoch: int) -> Preview:
    """Step the schedule through a run. Raises: TrainingError, if PyTorch refuses it."""
    unit = 1 if is_stepwise(config) else steps_per_epoch
    units = config.epochs * steps_per_epoch // unit
    found = list(islice(unit_rates(config, formed, steps_per_epoch), min(units, MOST_UNITS)))
    every = max(1, math.ceil(len(found) / MOST_POINTS))
    kept = [i for i in range(len(found)) if i % every == 0 or i == len(found) - 1]
    return Preview(
        tuple(group.title for group in formed),
        tuple(-1 if group.index is None else group.index for group in formed),
        tuple(group.spared for group in formed),
        tuple(i * unit for i in kept),
        tuple(tuple(found[i]) for i in kept),
        "step" if unit == 1 and is_stepwise(config) else "epoch",
        steps_per_epoch,
        config.epochs,
        tuple(_notes(config, units, len(found))),
    )


def rates_at_steps(
    config: TrainingConfig,
    formed: Sequence[Formed],
    steps_per_epoch: int,
    metric: Metric | None = None,
) -> Iterator[Rates]:
    """The rates of all groups in every single step of a run."""
    repeat = 1 if is_stepwise(config) else steps_per_epoch
    for rates in unit_rates(config, formed, steps_per_epoch, metric):
        for _ in range(repeat):
            yield rates


def unit_rates(
    config: TrainingConfig,
    formed: Sequence[Formed],
    steps_per_epoch: int,
    metric: Metric | None = None,
) -> Iterator[Rates]:
    """The rates in each step, or in each epoch, whichever the schedule is stepped by.

    ``metric`` gives what an epoch, counted from 0, is judged by; without one it is made up.
    """
    dummies = [{"params": [nn.Parameter(torch.zeros(1, 1))], **group.settings} for group in formed]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # no step is made of an optimizer that holds nothing
        optimizer = make_optimizer(config.optimizer, dummies)
        schedule = Schedule(optimizer, config, steps_per_epoch)
    stepwise = schedule.is_stepwise
    for unit in range(config.epochs * (steps_per_epoch if stepwise else 1)):
        yield schedule.rates
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if stepwise:
                schedule.after_step()
            else:
                judged = made_up_metric(unit, config) if metric is None else metric(unit)
                schedule.after_epoch(judged)


def is_stepwise(config: TrainingConfig) -> bool:
    """Whether the rates change within an epoch."""
    schedule = config.schedule
    return schedule is not None and schedule.per == "step" and schedule.type != "ReduceLROnPlateau"


def made_up_metric(epoch: int, config: TrainingConfig) -> float:
    """What a preview takes for a loss: it gets better through a third of the run, then no more.

    Where more is better, it grows so.
    """
    third = max(1, config.epochs // 3)
    progress = min(epoch, third) / third
    mode = config.schedule.arguments.get("mode") if config.schedule is not None else None
    return progress if mode == "max" else 1.0 - 0.9 * progress


def steps_in_epoch(config: TrainingConfig, described: DataDescription | None) -> int:
    """How many steps an epoch will have; a guess where nothing is known of the data."""
    if described is None:
        return UNKNOWN_STEPS
    samples = max(1, described.parts["train"])
    whole, rest = divmod(samples, min(config.data.batch_size, samples))
    batches = whole + bool(rest and not config.data.drop_last)
    return -(-batches // config.regularity.accumulate)


def _notes(config: TrainingConfig, units: int, shown: int) -> Iterator[str]:
    if config.schedule is not None and config.schedule.type == "ReduceLROnPlateau":
        yield later(
            "When it acts depends on the run. This is how it would, if the loss got better through "
            "the first {n} epochs and then no more",
            one="When it acts depends on the run. This is how it would, if the loss got better in "
            "the first epoch and then no more",
            n=max(1, config.epochs // 3),
        )
    if shown < units:
        yield later("the first {shown:,} of {units:,} steps", shown=shown, units=units)
