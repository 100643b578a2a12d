"""When the states of a run are kept: at the end of epochs, as often as that costs little."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import torch

from graph.allowance import Allowance
from graph.errors import TrainingError
from train.checkpoints import Save, State
from train.crew import ALONE, Crew

#: The part of the time that checkpoints at the end of epochs may take.
SHARE = 0.005

#: Bytes of a state that may wait in memory. A larger one is written at once.
LARGEST_HELD = 2**28


class Cadence:
    """Has checkpoints written. Between two of them the best state waits in memory; no best is lost.

    Epochs may take milliseconds, in which a checkpoint would cost more than the training. All
    processes of a ``crew`` keep the same states.
    """

    def __init__(self, save: Save, *, every_epoch: bool, crew: Crew = ALONE) -> None:
        self._save, self._every_epoch, self._crew = save, every_epoch, crew
        self._allowance = Allowance(SHARE)
        self._best: State | None = None
        self._is_behind = False

    def end_epoch(self, state: Callable[[], State], is_best: bool) -> None:
        """Keep the state at the end of an epoch, if it is its turn. Raises: TrainingError."""
        self._is_behind = True
        if self._every_epoch or self._crew.from_first(lambda: self._allowance.is_due):
            self.keep(state(), is_best)
        elif is_best:
            best = state()
            if _bytes_of(best) > LARGEST_HELD:
                self.keep(best, is_best)
            else:
                self._best = _copied(best)

    def end_run(self, state: Callable[[], State]) -> None:
        """Keep the last state, if that is not done yet. Raises: TrainingError."""
        if self._is_behind:
            self.keep(state(), False)

    def keep(self, state: State, is_best: bool) -> dict[str, Any]:
        """Write a state here and now, and say where. Raises: TrainingError."""
        with self._allowance.spent():
            return self._keep(state, is_best)

    def _keep(self, state: State, is_best: bool) -> dict[str, Any]:
        if self._best is not None and (is_best or self._best["step"] == state["step"]):
            self._best, is_best = None, True
        self.flush()
        self._is_behind = False
        return self._save(state, is_best)

    @contextmanager
    def rescuing(self) -> Iterator[None]:
        """Write what waits if the run fails; what is raised is why it did."""
        try:
            yield
        except Exception:
            with suppress(TrainingError):
                self.flush()
            raise

    def flush(self) -> None:
        """Write the best state, if it waits. Raises: TrainingError."""
        if self._best is not None:
            best, self._best = self._best, None
            self._save(best, True)


def _copied(value: Any) -> Any:
    """What training changes in place is copied, off the device."""
    if isinstance(value, torch.Tensor):
        return value.detach().to("cpu", copy=True)
    if isinstance(value, dict):
        return type(value)((key, _copied(each)) for key, each in value.items())
    return [_copied(each) for each in value] if isinstance(value, list) else value


def _bytes_of(value: Any) -> int:
    if isinstance(value, torch.Tensor):
        return value.nbytes
    if isinstance(value, dict):
        value = list(value.values())
    return sum(map(_bytes_of, value)) if isinstance(value, list) else 0
