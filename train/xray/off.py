"""What a run is looked into by; this one does not look, and is all that a plain loop needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from graph.phrases import later
from train import events
from train.batches import Batch, Batches
from train.scheduling import Schedule
from train.steering import Command
from train.step import Step, Taken


class Trained(Protocol):
    """A run, as far as a look into it goes."""

    stepping: Step
    schedule: Schedule
    batches: Batches

    @property
    def step(self) -> int: ...
    @property
    def epoch(self) -> int: ...


class Looking:
    """Nobody looks."""

    is_on = False

    def step(self, run: Trained, batches: Sequence[Batch]) -> Taken:
        """Make a step of ``run``, which may be looked at meanwhile."""
        return run.stepping(batches)

    def end_epoch(self, epoch: int, step: int, train: Mapping[str, float]) -> None:
        """All steps of an epoch are made."""

    def end_run(self, epoch: int, step: int) -> None:
        """No step follows."""

    def leave_out(self, seconds: float) -> None:
        """Time that passed without training does not count."""

    def switch(self, command: Command) -> events.Event:
        """Look from now on, or no longer; what is to be said of it."""
        said = later("this run cannot be looked into")
        return events.problem(said, code="bad-command", fatal=False)
