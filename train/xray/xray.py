"""The X-ray of a run: looks at some of its steps, and tells what it saw as events."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from graph.phrases import later
from train import events
from train.batches import Batch
from train.settings import XrayConfig
from train.steering import Command
from train.step import Step, Taken
from train.xray.aside import look_aside
from train.xray.budget import Budget
from train.xray.distribution import short
from train.xray.looking import Look
from train.xray.off import Looking, Trained
from train.xray.pictures import PictureFiles
from train.xray.snapshot import Snapshot
from train.xray.subject import Subject

#: Seconds between two files of pictures.
PICTURES_EVERY = 0.9

#: Places that are told with their histograms; more of them make a line too long to be read live.
MOST_HISTOGRAMS = 400


class Observer(Protocol):
    """Hears of every step that was looked at, and of every epoch."""

    def take(self, seen: Snapshot) -> None: ...
    def end_epoch(self, epoch: int, step: int, train: Mapping[str, float]) -> None: ...
    def end_run(self, epoch: int, step: int) -> None: ...


class Xray(Looking):
    """Is there for all of a run, and does nothing while it is off.

    What it looks at goes on as if it had not: the same numbers in every bit, the same random
    numbers after it.
    """

    def __init__(
        self,
        subject: Subject,
        config: XrayConfig,
        steps_per_epoch: int,
        emit: events.Emit,
        folder: Path | None = None,
        observer: Observer | None = None,
    ) -> None:
        """Pictures of feature maps go to ``folder``; without one there are none."""
        self._subject, self._emit, self._observer = subject, emit, observer
        self._steps_per_epoch = steps_per_epoch
        self._files = PictureFiles(folder) if folder is not None else None
        self.is_on = config.on
        self._every = config.every
        self._budget = Budget(steps_per_epoch, config.every)
        self._drawn = 0.0
        self._has_told_compiled = False

    def switch(self, command: Command) -> events.Event:
        """Do what ``{"command": "xray", "on": true, "every": 20}`` says."""
        every = command.get("every", self._every)
        if every is not None and (type(every) is not int or every < 1):
            said = later("{value} is no number of steps between two looks", value=repr(every))
            advice = later("give every a whole number of at least 1")
            return events.problem(said, advice, code="bad-command", fatal=False)
        self.is_on, self._every = bool(command.get("on", True)), every
        self._budget = Budget(self._steps_per_epoch, every)
        return {"event": "xray_switched", "on": self.is_on, "every": every}

    def step(self, run: Trained, batches: Sequence[Batch]) -> Taken:
        """Make a step, and look at it where it is time to."""
        take, step = run.stepping, run.step
        if not self._budget.due(step):
            return take(batches)
        began, rates = time.perf_counter(), run.schedule.rates
        with_pictures = self._files is not None and began - self._drawn >= PICTURES_EVERY
        look = Look(self._subject, with_pictures=with_pictures)
        try:
            taken = self._look(look, take, batches)
            loss = float(taken.losses[0])
            seen = look.end(run.epoch, step, loss, tuple(rates))
        finally:
            take.on_gradients = None
            look.close()
        self._tell(look, seen)
        if self._observer is not None:
            self._observer.take(seen)
        self._budget.looked(step, time.perf_counter() - began)
        return taken

    def _look(self, look: Look, take: Step, batches: Sequence[Batch]) -> Taken:
        if take.compiled.is_compiled:
            self._tell_compiled()
            look_aside(look, take, batches[0])
            return take(batches)
        look.scale = take.scale_of(batches)
        take.on_gradients = look.gradients
        look.begin()
        return take(batches)

    def _tell_compiled(self) -> None:
        if not self._has_told_compiled:
            self._has_told_compiled = True
            said = later(
                "a compiled network cannot be looked into: X-ray runs some batches once more, "
                "without torch.compile"
            )
            self._emit(events.problem(said, code="xray-compiled", fatal=False))

    def _tell(self, look: Look, seen: Snapshot) -> None:
        brief = len(seen.nodes) > MOST_HISTOGRAMS
        event: dict[str, Any] = {
            "event": "xray",
            "epoch": seen.epoch,
            "step": seen.step,
            "nodes": {str(p): told.to_plain(brief=brief) for p, told in seen.nodes.items()},
            "wires": {wire: short(norm) for wire, norm in seen.wires.items()},
            "share": round(self._budget.share, 4),
        }
        if look.pictures and self._files is not None:
            path = self._files.write(look.pictures)
            if path is not None:
                event["file"] = str(path)
            self._drawn = time.perf_counter()
        self._emit(event)

    def end_epoch(self, epoch: int, step: int, train: Mapping[str, float]) -> None:
        if self.is_on and self._observer is not None:
            self._observer.end_epoch(epoch, step, train)

    def end_run(self, epoch: int, step: int) -> None:
        if self.is_on and self._observer is not None:
            self._observer.end_run(epoch, step)

    def leave_out(self, seconds: float) -> None:
        self._budget.leave_out(seconds)
