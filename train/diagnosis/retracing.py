"""A run whose loss became NaN is made once more up to there, to see which node gave it first.

Its steps are the same in every bit, so that it can be watched where the first one could not.
"""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.errors import LoomError
from graph.phrases import joined
from train.batches import Batch
from train.checkpoints import State, list_checkpoints
from train.data import Prepared
from train.diagnosis.activations import first_not_a_number
from train.diagnosis.finding import Finding
from train.diagnosis.history import History
from train.events import Event, problem
from train.run_folder import CHECKPOINTS, EVENTS
from train.session import Request, Session
from train.settings import TrainingConfig
from train.steering import Steering
from train.step import Taken
from train.unread import NotFinite
from train.xray.looking import Look
from train.xray.off import Looking, Trained
from train.xray.subject import Subject

#: Seconds after which the search is given up.
PATIENCE = 120.0


class Found(LoomError):
    """The search is over."""


class Searching(Looking):
    """Looks at the steps from one before the loss was lost, until a node gives no number."""

    is_on = True

    def __init__(self, subject: Subject, config: TrainingConfig, step: int) -> None:
        self._subject, self._config, self._from = subject, config, step - 1
        self._until = time.monotonic() + PATIENCE
        self.finding: Finding | None = None

    def step(self, run: Trained, batches: Sequence[Batch]) -> Taken:
        if time.monotonic() > self._until or run.step > self._from + 2:
            raise Found("nothing was found")
        if run.step < self._from or run.stepping.compiled.is_compiled:
            return run.stepping(batches)
        look = Look(self._subject)
        look.scale = run.stepping.scale_of(batches)
        run.stepping.on_gradients = look.gradients
        try:
            look.begin()
            taken = run.stepping(batches)
            seen = look.end(run.epoch, run.step, float(taken.losses[0]), ())
        finally:
            run.stepping.on_gradients = None
            look.close()
        history = History(self._subject, self._config)
        history.take(seen)
        self.finding = next(first_not_a_number(history), None)
        if self.finding is not None:
            raise Found("found")
        return taken


class Retracing(Session):
    """The same session, of which nothing is kept or told."""

    searching: Searching | None = None

    def __init__(self, request: Request, steering: Steering, step: int) -> None:
        super().__init__(request, lambda event: None, steering)
        self._to = step

    def search(self) -> Finding | None:
        """Make the run once more, up to where a node gives no number."""
        with contextlib.suppress(LoomError, OSError, RuntimeError):
            self._run()
        self._folder.close()
        return self.searching.finding if self.searching is not None else None

    def _emit(self, event: Event) -> None:
        """Nobody hears of it."""

    def _save(self, state: State, is_best: bool) -> dict[str, Any]:
        return {"path": "", "sha256": "", "kept": []}

    def _describe(self, *_: object) -> None:
        """It is described already."""

    def _xray(
        self, subject: Subject, config: TrainingConfig, steps_per_epoch: int, data: Prepared
    ) -> Looking:
        self.searching = Searching(subject, config, self._to)
        return self.searching


def explained(error: NotFinite, request: Request, steering: Steering) -> Event:
    """What to say of a run whose loss is no number: at which node that began, where it is found."""
    finding = _found(error.step, request, steering) if error.step else None
    if finding is None:
        return problem(error.message, error.advice, code="training-failed")
    said = joined("; ", (error.message, finding.message))
    where: dict[str, Any] = {
        "node": finding.place.node,
        "scope": finding.scope,
        "place": str(finding.place),
    }
    return problem(said, finding.advice, code="training-failed", **where)


def _found(step: int, request: Request, steering: Steering) -> Finding | None:
    """From the newest checkpoint on, or from the start; in a folder that is gone afterwards."""
    kept = list_checkpoints(request.out / CHECKPOINTS)
    with TemporaryDirectory() as folder, contextlib.suppress(OSError):
        out = Path(folder) / "run"
        if kept:
            (out / CHECKPOINTS).mkdir(parents=True)
            for file in kept[0].parent.glob(f"{kept[0].stem}*"):  # and what it is checked by
                shutil.copy(file, out / CHECKPOINTS)
            shutil.copy(request.out / EVENTS, out)
        again = replace(request, resume=bool(kept), out=out)
        return Retracing(again, steering, step).search()
    return None
