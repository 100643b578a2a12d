"""What a user changes of a run between two steps, all of it part of the run's state.

| command            | with                                             | event |
|--------------------|--------------------------------------------------|---------------|
| set_lr             | lr, or factor; group (an index) or all           | lr            |
| set_weight_decay   | weight_decay, or factor; group or all            | weight_decay  |
| freeze, unfreeze   | nodes: a pattern, as for parameter groups        | frozen        |
| set_dropout        | p; nodes: a pattern, or all                      | dropout       |
| set_schedule       | schedule, as training: has it, or null for none  | schedule      |
| set_epochs         | epochs (in all), or add; early stopping waits anew | epochs      |
| stop_after_epoch   | on: false takes it back                          | stop_after    |
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from torch import nn
from torch.optim import Optimizer

from graph.errors import TrainingError
from graph.phrases import later
from train.dropouts import Dropouts
from train.freezing import Freezing
from train.scheduling import Schedule
from train.settings import TrainingConfig
from train.steering import Command

#: What an act says of itself: the name of its event, and what it comes to.
Deed = tuple[str, dict[str, Any]]


class Acts:
    """Does what a command says, and keeps what it changed where optimizer and schedule do not."""

    def __init__(
        self,
        network: nn.Module,
        optimizer: Optimizer,
        schedule: Schedule,
        config: TrainingConfig,
        owners: Mapping[str, str],
        layers: Mapping[str, str],
    ) -> None:
        """``owners`` gives the node of each parameter, ``layers`` that of each built layer."""
        self._optimizer, self._schedule = optimizer, schedule
        self._freezing = Freezing(network, optimizer, config.optimizer, owners)
        self._dropouts = Dropouts(network, layers)
        early = config.regularity.early_stopping
        self._patience = {"patience": early.patience} if early is not None else {}
        self.epochs = self._planned = config.epochs
        self.stops_after = False
        self._step = 0
        #: How many acts there have been.
        self.number = 0
        self._deeds: dict[str, Callable[[Command, int], Deed]] = {
            "set_lr": self._set_rate,
            "set_weight_decay": self._set_weight_decay,
            "freeze": self._freeze,
            "unfreeze": self._freeze,
            "set_dropout": self._set_dropout,
            "set_schedule": self._set_schedule,
            "set_epochs": self._set_epochs,
            "stop_after_epoch": self._stop_after,
        }

    def knows(self, name: object) -> bool:
        return name in self._deeds

    def do(self, command: Command, epoch: int, step: int = 0) -> Deed:
        """Do it, after ``step``, in ``epoch``. Raises: TrainingError, and does nothing."""
        self._step = step
        try:
            return self._deeds[command["command"]](command, epoch)
        except (TypeError, ValueError, KeyError, IndexError, OverflowError) as error:
            raise TrainingError(
                later("the command {name} is not complete", name=command["command"])
            ) from error

    @property
    def groups(self) -> list[dict[str, Any]]:
        """What every parameter group is called, its learning rate and its weight decay."""
        return [
            {
                "name": formed.title,
                **{key: float(group[key]) for key in ("lr", "weight_decay") if key in group},
            }
            for formed, group in zip(
                self._freezing.groups, self._optimizer.param_groups, strict=True
            )
        ]

    @property
    def dropout(self) -> float | None:
        """The rate of the first dropout; None where there is none."""
        return self._dropouts.rate

    def _set_rate(self, command: Command, epoch: int) -> Deed:
        group = command.get("group")
        if "factor" in command:
            rate = self._schedule.rates[group or 0] * float(command["factor"])
        else:
            rate = float(command["lr"])
        self._schedule.set_rate(rate, group)
        return "lr", {"lr": self._schedule.rates, "factors": self._schedule.factors}

    def _set_weight_decay(self, command: Command, epoch: int) -> Deed:
        groups, chosen = self._optimizer.param_groups, command.get("group")
        if "weight_decay" not in groups[0]:
            raise TrainingError(
                later("{optimizer} knows no weight decay", optimizer=type(self._optimizer).__name__)
            )
        if chosen is not None and not 0 <= chosen < len(groups):
            raise TrainingError(later("there is no parameter group {group}", group=chosen))
        factor = float(command["factor"]) if "factor" in command else None
        spared = {i for i, group in enumerate(self._freezing.groups) if group.spared}
        every = [group for i, group in enumerate(groups) if i not in spared] or groups
        meant = every if chosen is None else [groups[chosen]]
        values = [
            float(group["weight_decay"]) * factor
            if factor is not None
            else float(command["weight_decay"])
            for group in meant
        ]
        if not all(math.isfinite(value) and value >= 0 for value in values):
            raise TrainingError(later("{value} is no weight decay", value=values[0]))
        for group, value in zip(meant, values, strict=True):
            group["weight_decay"] = value
        return "weight_decay", {"weight_decay": [float(g["weight_decay"]) for g in groups]}

    def _freeze(self, command: Command, epoch: int) -> Deed:
        nodes, is_frozen = str(command["nodes"]), command["command"] == "freeze"
        changed = self._freezing.change(nodes, is_frozen)
        joined = {} if is_frozen else self._freezing.joined(changed)
        told = {"nodes": nodes, "frozen": is_frozen, "parameters": len(changed)}
        return "frozen", {**told, "changed": changed, "joined": joined}

    def _set_dropout(self, command: Command, epoch: int) -> Deed:
        rate, nodes = float(command["p"]), str(command.get("nodes") or "")
        changed = self._dropouts.change(nodes, rate)
        return "dropout", {
            "p": rate,
            "nodes": list(dict.fromkeys(changed.values())),
            "places": list(changed),
        }

    def _set_schedule(self, command: Command, epoch: int) -> Deed:
        self._schedule.swap(command["schedule"], self._step, self.epochs)
        units = self._schedule.units
        return "schedule", {
            "schedule": command["schedule"],
            "lr": self._schedule.rates,
            "units": units,
        }

    def _set_epochs(self, command: Command, epoch: int) -> Deed:
        wanted = command["epochs"] if "epochs" in command else self.epochs + int(command["add"])
        epochs = int(wanted)
        if epochs < epoch:
            raise TrainingError(later("the run is in epoch {epoch} already", epoch=epoch))
        if epochs > 1_000_000:
            raise TrainingError(
                later("{epochs} epochs are more than a run may have", epochs=epochs)
            )
        self.epochs = epochs
        return "epochs", {"epochs": epochs, **self._patience}

    def _stop_after(self, command: Command, epoch: int) -> Deed:
        self.stops_after = bool(command.get("on", True))
        return "stop_after", {"on": self.stops_after, "after": epoch}

    def state(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "epochs": self.epochs,
            "planned": self._planned,
            "stops_after": self.stops_after,
            "freezing": self._freezing.state(),
            "dropout": self._dropouts.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Before the optimizer is restored: whose parameters are frozen decides what it holds."""
        self.number, self.stops_after = state["number"], state["stops_after"]
        self.epochs = state["epochs"] or self._planned
        self._planned = state.get("planned", self._planned)
        self._freezing.restore(state["freezing"])
        self._dropouts.restore(state["dropout"])
