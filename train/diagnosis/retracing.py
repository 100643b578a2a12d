"""A run whose loss became NaN is made once more up to there, to see which node gave it first.

Its steps are the same in every bit, so that it can be watched where the first one could not.
"""

from __future__ import annotations

import contextlib
import math
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch

from graph.errors import LoomError
from graph.phrases import joined, later
from train.batches import Batch
from train.checkpoints import list_checkpoints
from train.diagnosis.activations import first_not_a_number
from train.diagnosis.diagnosis import Diagnosis
from train.diagnosis.finding import Finding
from train.diagnosis.history import History
from train.engine import Trainer
from train.events import Event, problem
from train.keeping import Keeping
from train.place import Place
from train.request import Request
from train.run_folder import CHECKPOINTS, RunFolder
from train.session import Session
from train.settings import TrainingConfig
from train.steering import Command, Steering
from train.step import Taken
from train.unread import NotFinite
from train.xray.aside import look_aside
from train.xray.looking import Look
from train.xray.off import Looking, Trained
from train.xray.snapshot import Snapshot
from train.xray.subject import Subject

#: Seconds after which the search is given up.
PATIENCE = 120.0


class Found(LoomError):
    """The search is over."""


class Searching(Looking):
    """Looks at the steps from one before the loss was lost, until a node gives no number.

    Where it was lost in validation, no step is looked at, but what is judged after the last.
    """

    is_on = True

    def __init__(self, subject: Subject, config: TrainingConfig, lost: NotFinite) -> None:
        self._subject, self._config, self._lost = subject, config, lost
        self._until = time.monotonic() + PATIENCE
        self.finding: Finding | None = None
        #: Whether the loss was seen to be none, while every node gave numbers.
        self.is_loss_alone = False

    def step(self, run: Trained, batches: Sequence[Batch]) -> Taken:
        last = self._lost.step
        if time.monotonic() > self._until or run.step > last + 1:
            raise Found("nothing was found")
        if run.step < last - 1 or self._lost.validating:
            return run.stepping(batches)
        if run.stepping.compiled.is_compiled or len(batches) > 1:
            for batch in batches:
                self._look_aside(run, batch)
        if run.stepping.compiled.is_compiled:
            taken = run.stepping(batches)
            self.is_loss_alone = not all(map(torch.isfinite, taken.losses))
            return taken
        return self._look(run, batches)

    def _look(self, run: Trained, batches: Sequence[Batch]) -> Taken:
        """At the very step, which is made meanwhile."""
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
        self._judge(seen)
        return taken

    def _look_aside(self, run: Trained, batch: Batch) -> None:
        """At a batch before its step: where a step has several, or is compiled."""
        look = Look(self._subject)
        try:
            loss = look_aside(look, run.stepping, batch)
            seen = look.end(run.epoch, run.step, loss, ())
        finally:
            look.close()
        self._judge(seen)

    def validation(self, run: Trained) -> None:
        """Look at what is judged, batch after batch, in the mode it is judged in."""
        network = run.stepping.judged.eval()
        subject = replace(
            self._subject, network=network, parameters=tuple(network.parameters())
        )  # an average is a copy
        for inputs, targets in run.batches.validation():
            look = Look(subject)
            try:
                look.begin()
                with torch.no_grad():
                    _, loss = run.stepping.forward(network, inputs, targets)
                seen = look.end(run.epoch, run.step, float(loss), ())
            finally:
                look.close()
            self._judge(seen)

    def _judge(self, seen: Snapshot) -> None:
        history = History(self._subject, self._config)
        history.take(seen)
        self.finding = next(first_not_a_number(history), None)
        self.is_loss_alone = self.finding is None and not math.isfinite(seen.loss)
        if self.finding is not None or self.is_loss_alone:
            raise Found("found")


class Onlooker(Steering):
    """Of what is asked of the run meanwhile, only a stop is heard: it ends the search."""

    def __init__(self, steering: Steering) -> None:
        super().__init__()
        self._all = steering

    def next(self) -> Command | None:
        while (command := self._all.next()) is not None:
            if command.get("command") == "stop":
                return command
        return None


class Retracing(Session):
    """The same session, of which nothing is kept or told; its acts are those of the run's log."""

    searching: Searching | None = None

    def __init__(
        self, request: Request, steering: Steering, lost: NotFinite, log: Sequence[Event]
    ) -> None:
        super().__init__(request, lambda event: None, Onlooker(steering))
        self._lost, self._log = lost, log

    def _start_mates(self, config: TrainingConfig) -> Place | None:
        """One process makes the same steps, of whole batches."""
        return None

    def search(self) -> Searching | None:
        """Make the run once more, up to where a node gives no number."""
        with contextlib.suppress(LoomError, OSError, RuntimeError):
            self._run()
        self._folder.close()
        return self.searching

    def _logged(self) -> Sequence[Event]:
        return self._log

    def _go(self, trainer: Trainer, keeping: Keeping) -> Event:
        try:
            return super()._go(trainer, keeping)
        except NotFinite as error:
            if error.validating and self.searching is not None:
                self.searching.validation(trainer)
            raise

    def _emit(self, event: Event) -> None:
        """Nobody hears of it."""

    def _describe(self, *_: object) -> None:
        """It is described already."""

    def _xray(
        self, subject: Subject, config: TrainingConfig, steps_per_epoch: int, diagnosis: Diagnosis
    ) -> Looking:
        self.searching = Searching(subject, config, self._lost)
        return self.searching


def explained(error: NotFinite, request: Request, steering: Steering) -> Event:
    """What to say of a run whose loss is no number: at which node that began, where it is found."""
    search = _searched(error, request, steering)
    if search is None or search.finding is None:
        words: list[str] = [error.message]
        if search is not None and search.is_loss_alone:
            words.append(
                later("every node gives numbers there, so it is the loss itself that does not")
            )
        return problem(joined("; ", words), error.advice, code="training-failed")
    finding = search.finding
    said = joined("; ", (error.message, finding.message))
    where: dict[str, Any] = {
        "node": finding.place.node,
        "scope": finding.scope,
        "place": str(finding.place),
    }
    return problem(said, finding.advice, code="training-failed", **where)


def _searched(error: NotFinite, request: Request, steering: Steering) -> Searching | None:
    """From the newest checkpoint on, or from the start; in a folder that is gone afterwards."""
    kept = list_checkpoints(request.out / CHECKPOINTS)
    log = list(RunFolder(request.out).logged())
    with TemporaryDirectory() as folder, contextlib.suppress(OSError):
        out = Path(folder) / "run"
        if kept:
            (out / CHECKPOINTS).mkdir(parents=True)
            for file in kept[0].parent.glob(f"{kept[0].stem}*"):  # and what it is checked by
                shutil.copy(file, out / CHECKPOINTS)
        again = replace(request, resume=bool(kept), out=out, place=None)
        return Retracing(again, steering, error, log).search()
    return None
