"""Optimizer, parameter groups and learning-rate schedule, built from plain values."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn

from graph.document import Expression
from graph.errors import LoomError, TrainingError
from graph.expressions import evaluate
from graph.phrases import later
from train import catalog
from train.settings import OptimizerConfig, ScheduleConfig, TrainingConfig

OPTIMIZERS = {name: getattr(torch.optim, name) for name in catalog.optimizers()}
SCHEDULERS = {name: getattr(torch.optim.lr_scheduler, name) for name in catalog.schedules()}

ParameterList = list[dict[str, Any]]


def build_optimizer(
    network: nn.Module, config: OptimizerConfig, owners: Mapping[str, str]
) -> torch.optim.Optimizer:
    """Build the optimizer over the trainable parameters of ``network``.

    ``owners`` gives the node that each parameter belongs to.
    Raises: TrainingError, if there is nothing to train, a group matches no layer, or PyTorch
    refuses.
    """
    groups = parameter_groups(network, config, owners)
    if not groups:
        raise TrainingError(
            "the network has no parameters to train", "add a layer with weights, such as Linear"
        )
    try:
        optimizer: torch.optim.Optimizer = OPTIMIZERS[config.type](groups, **config.arguments)
    except (TypeError, ValueError, RuntimeError) as error:
        raise TrainingError(
            later("{name}: {words}", name=config.type, words=error), "change optimizer in training"
        ) from error
    return optimizer


def parameter_groups(
    network: nn.Module, config: OptimizerConfig, owners: Mapping[str, str]
) -> ParameterList:
    """Return what ``torch.optim`` takes: a list of dicts, one per group, the rest first.

    A parameter goes to the first group whose pattern fits its node (``conv1``), its place
    (``features.0.weight``), or a frame around it (``features``).
    """
    rest: list[nn.Parameter] = []
    members: list[list[nn.Parameter]] = [[] for _ in config.groups]
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        for group, found in zip(config.groups, members, strict=True):
            if matches(group.nodes, name, owners.get(name, "")):
                found.append(parameter)
                break
        else:
            rest.append(parameter)
    groups: ParameterList = [{"params": rest}] if rest else []
    for group, found in zip(config.groups, members, strict=True):
        if not found:
            raise TrainingError(
                later(
                    "the parameter group {nodes} fits no layer with weights",
                    nodes=repr(group.nodes),
                ),
                "use a layer's name, a frame's name, or a pattern such as conv*",
            )
        groups.append({"params": found, **group.arguments})
    return groups


def matches(pattern: str, parameter: str, node: str) -> bool:
    """Whether a group's pattern means this parameter of this node."""
    places = {parameter, parameter.rpartition(".")[0], node}
    frames = {parameter[:i] for i, letter in enumerate(parameter) if letter == "."}
    return any(fnmatch.fnmatchcase(place, pattern) for place in places | frames if place)


class Schedule:
    """The learning rates of a run: what the scheduler says, times what the user changed.

    A change by hand is kept as a factor per group, because some schedulers would overwrite a
    rate and others would carry it on; the scheduler itself never sees it.
    """

    def __init__(
        self, optimizer: torch.optim.Optimizer, config: TrainingConfig, steps_per_epoch: int
    ) -> None:
        self._optimizer = optimizer
        self.per = config.schedule.per if config.schedule else "epoch"
        self._per_epoch = steps_per_epoch if self.per == "step" else 1
        units = config.epochs * self._per_epoch
        self._automatic = _automatic_length(config.schedule)
        self._scheduler = build_scheduler(optimizer, config.schedule, units)
        self._scheduled = [float(group["lr"]) for group in optimizer.param_groups]
        self._factors = [1.0] * len(self._scheduled)

    @property
    def rates(self) -> list[float]:
        return [float(group["lr"]) for group in self._optimizer.param_groups]

    @property
    def needs_metric(self) -> bool:
        return isinstance(self._scheduler, torch.optim.lr_scheduler.ReduceLROnPlateau)

    def step(self, metric: float | None = None) -> None:
        """Take the schedule one unit further; ``metric`` is what a plateau is looked for in."""
        if self._scheduler is None:
            return
        groups = self._optimizer.param_groups
        for group, rate in zip(groups, self._scheduled, strict=True):
            group["lr"] = rate
        if self.needs_metric:
            self._scheduler.step(metric)
        elif not self._is_over():
            self._scheduler.step()
        self._scheduled = [float(group["lr"]) for group in groups]
        self._apply_factors()

    def _is_over(self) -> bool:
        """OneCycleLR raises one step past its end; a run that goes on keeps the last rate."""
        total = getattr(self._scheduler, "total_steps", None)
        return total is not None and self._scheduler.last_epoch >= total - 1

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

    def stretch(self, epochs: int) -> None:
        """The run has another length: a schedule whose length follows from it has too."""
        if not self._automatic:
            return
        scheduler = self._scheduler
        units = max(epochs * self._per_epoch, scheduler.last_epoch + 1)
        setattr(scheduler, self._automatic, units)
        if self._automatic == "total_steps":
            scheduler._schedule_phases[-1]["end_step"] = units - 1

    def _apply_factors(self) -> None:
        groups = self._optimizer.param_groups
        for group, rate, factor in zip(groups, self._scheduled, self._factors, strict=True):
            group["lr"] = rate * factor

    def state(self) -> dict[str, Any]:
        own = None if self._scheduler is None else self._scheduler.state_dict()
        return {"scheduler": own, "scheduled": self._scheduled, "factors": self._factors}

    def restore(self, state: dict[str, Any]) -> None:
        if self._scheduler is not None and state["scheduler"] is not None:
            self._scheduler.load_state_dict(state["scheduler"])
        self._scheduled, self._factors = list(state["scheduled"]), list(state["factors"])
        self._apply_factors()


def _automatic_length(config: ScheduleConfig | None) -> str:
    """The argument of a schedule that follows from how long the run is; "" if none does."""
    name = {"CosineAnnealingLR": "T_max", "OneCycleLR": "total_steps"}.get(
        config.type if config else "", ""
    )
    return "" if config is None or name in config.arguments else name


def build_scheduler(
    optimizer: torch.optim.Optimizer, config: ScheduleConfig | None, units: int
) -> Any:
    """Build a scheduler of PyTorch; ``units`` is the run's length in what it is stepped by.

    Raises: TrainingError, if PyTorch refuses.
    """
    if config is None:
        return None
    arguments = {name: _argument(name, value) for name, value in config.arguments.items()}
    if config.type == "CosineAnnealingLR":
        arguments.setdefault("T_max", units)
    if config.type == "OneCycleLR":
        arguments.setdefault("total_steps", units)
    parts = [build_scheduler(optimizer, part, units) for part in config.schedulers]
    try:
        if config.type == "ChainedScheduler":
            return SCHEDULERS[config.type](parts)
        if config.type == "SequentialLR":
            return SCHEDULERS[config.type](optimizer, parts, **arguments)
        return SCHEDULERS[config.type](optimizer, **arguments)
    except (TypeError, ValueError, RuntimeError, IndexError, ZeroDivisionError) as error:
        raise TrainingError(
            later("{name}: {words}", name=config.type, words=error), "change schedule in training"
        ) from error


def _argument(name: str, value: Any) -> Any:
    if name == "lr_lambda":
        return _factor(value)
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
