"""The learning rates of a run: built from plain values, stepped alike in a run and in a preview."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import torch

from graph.document import Expression
from graph.errors import LoomError, TrainingError
from graph.expressions import evaluate
from graph.phrases import later
from train import catalog
from train.reader import Reader
from train.reading_optimizer import read_schedule
from train.settings import ScheduleConfig, TrainingConfig

#: A schedule that was swapped in: as JSON, after how many units of the run, and for how many.
Swapped = dict[str, Any]

SCHEDULERS = {name: getattr(torch.optim.lr_scheduler, name) for name in catalog.schedules()}


class Schedule:
    """The learning rates of a run: what the scheduler says, times what the user changed.

    A change by hand is kept as a factor per group, because some schedulers would overwrite a
    rate and others would carry it on; the scheduler itself never sees it.
    """

    def __init__(
        self, optimizer: torch.optim.Optimizer, config: TrainingConfig, steps_per_epoch: int
    ) -> None:
        self._optimizer, self._steps_per_epoch = optimizer, steps_per_epoch
        self._planned = config
        self._swapped: Swapped | None = None
        self._take(config.schedule)
        self._scheduler = build_scheduler(
            optimizer, config.schedule, config.epochs * self._per_epoch
        )
        self._scheduled = [float(group["lr"]) for group in optimizer.param_groups]
        self._factors = [1.0] * len(self._scheduled)

    def _take(self, config: ScheduleConfig | None) -> None:
        self._config = config
        self.per = config.per if config else "epoch"
        self._per_epoch = self._steps_per_epoch if self.per == "step" else 1

    @property
    def units(self) -> int:
        """How long the schedule that was swapped in lasts."""
        return int(self._swapped["units"]) if self._swapped else 0

    @property
    def factors(self) -> list[float]:
        """What the user has changed the rate of each group by."""
        return list(self._factors)

    @property
    def rates(self) -> list[float]:
        return [float(group["lr"]) for group in self._optimizer.param_groups]

    @property
    def needs_metric(self) -> bool:
        return isinstance(self._scheduler, torch.optim.lr_scheduler.ReduceLROnPlateau)

    @property
    def is_stepwise(self) -> bool:
        return self.per == "step" and not self.needs_metric

    def after_step(self) -> None:
        """A step of the optimizer was made."""
        if self.is_stepwise:
            self.step()

    def after_epoch(self, metric: float) -> None:
        """An epoch is over; ``metric`` is what a plateau is looked for in."""
        if not self.is_stepwise:
            self.step(metric)

    def step(self, metric: float | None = None) -> None:
        """Take the schedule one unit further."""
        if self._scheduler is None:
            return
        groups = self._optimizer.param_groups
        for group, rate in zip(groups, self._scheduled, strict=True):
            group["lr"] = rate
        if self.needs_metric:
            self._scheduler.step(metric)
        elif not is_over(self._scheduler):
            self._scheduler.step()
        self._scheduled = [float(group["lr"]) for group in groups]
        self._apply_factors()

    def set_rate(self, rate: float, group: int | None = None) -> None:
        """Make ``rate`` the current rate of one group, or of the first with all in proportion.

        Raises: TrainingError, if there is no such group or the schedule stands at zero.
        """
        if group is not None and not 0 <= group < len(self._factors):
            raise TrainingError(later("there is no parameter group {group}", group=group))
        if rate < 0 or rate != rate or rate == float("inf"):
            raise TrainingError(later("{rate} is no learning rate", rate=rate))
        lead = 0 if group is None else group
        if self._scheduled[lead] == 0:
            raise TrainingError(later("the schedule has brought the learning rate to zero"))
        before, after = self._factors[lead], rate / self._scheduled[lead]
        if group is None:
            share = after / before if before else 1.0
            self._factors = [factor * share if before else after for factor in self._factors]
        self._factors[lead] = after
        self._apply_factors()

    def swap(self, schedule: Any, step: int, epochs: int) -> None:
        """Let another schedule begin after ``step``, at the present rates, for the rest of the run.

        ``schedule`` is as ``training:`` has it, or None. Raises: TrainingError, and swaps nothing.
        """
        config = read_plain(schedule)
        begun = step if config and config.per == "step" else step // self._steps_per_epoch
        whole = epochs * (self._steps_per_epoch if config and config.per == "step" else 1)
        before = _settings(self._optimizer)
        try:
            for group in self._optimizer.param_groups:
                group["initial_lr"] = group["lr"]
            self._scheduler = build_scheduler(self._optimizer, config, max(1, whole - begun))
        except TrainingError:
            _put_back(self._optimizer, before)
            raise
        self._take(config)
        self._swapped = {"schedule": schedule, "begun": begun, "units": max(1, whole - begun)}
        self._scheduled = self.rates
        self._factors = [1.0] * len(self._scheduled)

    def stretch(self, epochs: int) -> None:
        """The run has another length: a schedule whose length follows from it has too."""
        if self._config is not None:
            begun = self._swapped["begun"] if self._swapped else 0
            _stretch(self._scheduler, self._config, epochs * self._per_epoch - begun)

    def _apply_factors(self) -> None:
        groups = self._optimizer.param_groups
        for group, rate, factor in zip(groups, self._scheduled, self._factors, strict=True):
            group["lr"] = rate * factor

    def state(self) -> dict[str, Any]:
        own = None if self._scheduler is None else self._scheduler.state_dict()
        kept = {"scheduled": self._scheduled, "factors": self._factors}
        return {"scheduler": own, **kept, "swapped": self._swapped}

    def restore(self, state: dict[str, Any]) -> None:
        if state["swapped"] != self._swapped:
            self._rebuild(state["swapped"])
        if self._scheduler is not None and state["scheduler"] is not None:
            self._scheduler.load_state_dict(state["scheduler"])
        self._scheduled, self._factors = list(state["scheduled"]), list(state["factors"])
        self._apply_factors()

    def _rebuild(self, swapped: Swapped | None) -> None:
        """Have the scheduler that a state is of; the optimizer keeps what it has."""
        config, units = self._planned.schedule, self._planned.epochs
        self._take(read_plain(swapped["schedule"]) if swapped else config)
        self._swapped = swapped
        units = swapped["units"] if swapped else units * self._per_epoch
        before = _settings(self._optimizer)
        self._scheduler = build_scheduler(self._optimizer, self._config, units)
        _put_back(self._optimizer, before)


def read_plain(schedule: Any) -> ScheduleConfig | None:
    """A schedule in JSON values. Raises: TrainingError, if it makes no sense."""
    reader = Reader()
    config = read_schedule(reader, _from_json(schedule))
    if reader.problems or (schedule and config is None):
        said = reader.problems[0].message if reader.problems else later("there is no such schedule")
        raise TrainingError(said)
    return config


def _from_json(value: Any) -> Any:
    """Lists are tuples in a document, and ``=...`` is an expression."""
    if isinstance(value, dict):
        return {key: _from_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return tuple(_from_json(one) for one in value)
    return Expression(value[1:]) if isinstance(value, str) and value[:1] == "=" else value


def _settings(optimizer: torch.optim.Optimizer) -> list[dict[str, Any]]:
    """Everything of the groups but their parameters."""
    return [{k: v for k, v in group.items() if k != "params"} for group in optimizer.param_groups]


def _put_back(optimizer: torch.optim.Optimizer, settings: list[dict[str, Any]]) -> None:
    for group, before in zip(optimizer.param_groups, settings, strict=True):
        for key in [key for key in group if key != "params" and key not in before]:
            del group[key]
        group.update(before)


def is_over(scheduler: Any) -> bool:
    """OneCycleLR raises one step past its end; a run that goes on keeps the last rate."""
    parts = getattr(scheduler, "_schedulers", None)
    if parts is not None:
        milestones = getattr(scheduler, "_milestones", None)
        if milestones is not None:
            after = scheduler.last_epoch + 1
            parts = [] if after in milestones else [parts[bisect_right(milestones, after)]]
        return any(is_over(part) for part in parts)
    total = getattr(scheduler, "total_steps", None)
    return total is not None and scheduler.last_epoch >= total - 1


def _stretch(scheduler: Any, config: ScheduleConfig, units: int) -> None:
    for part, inner, span in zip(
        config.schedulers, getattr(scheduler, "_schedulers", ()), config.spans(units), strict=True
    ):
        _stretch(inner, part, span)
    automatic = config.automatic
    if automatic:
        units = max(units, scheduler.last_epoch + 1)
        setattr(scheduler, automatic, units)
        if automatic == "total_steps":
            scheduler._schedule_phases[-1]["end_step"] = units - 1


def build_scheduler(
    optimizer: torch.optim.Optimizer, config: ScheduleConfig | None, units: int
) -> Any:
    """Build a scheduler of PyTorch; ``units`` is its length in what it is stepped by.

    Raises: TrainingError, if PyTorch refuses.
    """
    if config is None:
        return None
    arguments = {name: _argument(name, value) for name, value in config.arguments.items()}
    if config.automatic:
        arguments[config.automatic] = units
    parts = [
        build_scheduler(optimizer, part, span)
        for part, span in zip(config.schedulers, config.spans(units), strict=True)
    ]
    try:
        if config.type == "ChainedScheduler":
            return SCHEDULERS[config.type](parts)
        if config.type == "SequentialLR":
            arguments["milestones"] = list(config.milestones)
            return SCHEDULERS[config.type](optimizer, parts, **arguments)
        return SCHEDULERS[config.type](optimizer, **arguments)
    except (TypeError, ValueError, RuntimeError, IndexError, ZeroDivisionError) as error:
        raise TrainingError(
            later("{name}: {words}", name=config.type, words=error), "change schedule in training"
        ) from error


def _argument(name: str, value: Any) -> Any:
    if name == "lr_lambda":
        return [_factor(one) for one in value] if isinstance(value, tuple) else _factor(value)
    return list(value) if isinstance(value, tuple) else value


def _factor(value: Any) -> Callable[[int], float]:
    """``=0.95 ** epoch`` as a function; ``epoch`` counts the units the schedule is stepped by."""
    text = value.text if isinstance(value, Expression) else str(value).removeprefix("=")

    def factor(epoch: int) -> float:
        try:
            return float(evaluate(text, {"epoch": epoch, "step": epoch}))
        except (LoomError, TypeError, ValueError, ArithmeticError) as error:
            raise TrainingError(
                later(
                    "lr_lambda: {text} has no value at {epoch} ({error})",
                    text=repr(text),
                    epoch=epoch,
                    error=error,
                )
            ) from error

    return factor
