"""Obeys commands where nothing of a run is half done, and repeats them where they once were.

An act, a command that changes the run, is told as an event with its number, its step, and whether
it came before or after the end of an epoch. A run that is taken up again from before an act is
handed it as an ``Entry``, and does it at the very same place: so it takes the same course.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from graph.errors import TrainingError
from graph.phrases import later
from train import events
from train.acts import Acts
from train.steering import Command, Steering
from train.xray.off import Looking

#: What is obeyed at once, even in the middle of a validation.
URGENT = ("stop", "pause", "resume")


@dataclass(frozen=True)
class Entry:
    """An act in the log of a run, and where it was done."""

    number: int
    step: int
    after_epoch: bool
    command: Command

    @staticmethod
    def of(event: Mapping[str, Any]) -> Entry | None:
        """Read it from its event; None for every other event."""
        try:
            command = event["act"]
            if not isinstance(command, dict):
                return None
            return Entry(
                int(event["number"]), int(event["step"]), bool(event["after_epoch"]), command
            )
        except (KeyError, TypeError, ValueError):
            return None


class Run(Protocol):
    """What the helm steers."""

    @property
    def step(self) -> int: ...
    @property
    def epoch(self) -> int: ...
    @property
    def is_leaving(self) -> bool:
        """Whether the loop is about to end, or to go on elsewhere."""
        ...

    def report(self) -> None:
        """Tell the steps that were made until now."""
        ...

    def leave_out(self, seconds: float) -> None: ...
    def stop(self, reason: str) -> None: ...
    def keep(self) -> object: ...
    def evaluate(self) -> None: ...
    @property
    def xray(self) -> Looking: ...
    def roll_back(self, to: str) -> dict[str, Any]: ...
    def take_in(self, kind: str) -> None:
        """Follow an act that is no affair of the network's."""
        ...


class Helm:
    """Stands between the mailbox and the run."""

    def __init__(
        self, run: Run, steering: Steering, acts: Acts, emit: events.Emit, log: Iterable[Entry] = ()
    ) -> None:
        self._run, self._steering, self._acts, self._emit = run, steering, acts, emit
        self._log = {entry.number: entry for entry in log}
        self._pending: deque[Entry] = deque()
        self._waiting: deque[Command] = deque()
        self._is_paused = False
        self._commands: dict[str, Callable[[Command], object]] = {
            "checkpoint": lambda command: self._keep(),
            "evaluate": lambda command: self._run.evaluate(),
            "xray": lambda command: self._emit(self._run.xray.switch(command)),
        }
        self.begin()

    def begin(self) -> None:
        """The run stands where its state says: what came after is to be repeated."""
        self._pending = deque(
            self._log[number] for number in sorted(self._log) if number > self._acts.number
        )

    def obey_all(self, *, after_epoch: bool) -> None:
        """One command at a time: what follows a pause is for the pause to read."""
        if self._pending:
            self._repeat(after_epoch)
        if self._is_paused:
            self._pause(after_epoch)
        while not self._run.is_leaving and (command := self._next()) is not None:
            self._obey(command, after_epoch)

    def obey_urgent(self) -> None:
        """In the middle of a validation: what changes the run waits for its end."""
        while (command := self._steering.next()) is not None:
            if command.get("command") in URGENT:
                self._obey(command, None)
            else:
                self._waiting.append(command)

    def _next(self) -> Command | None:
        if self._waiting and not self._pending:
            return self._waiting.popleft()
        return self._steering.next()

    def _repeat(self, after_epoch: bool) -> None:
        place = (self._run.step, after_epoch)
        while self._pending and not self._run.is_leaving:
            entry = self._pending[0]
            if (entry.step, entry.after_epoch) != place:
                return
            self._pending.popleft()
            self._act(entry.command, after_epoch, replayed=True)

    def _obey(self, command: Command, after_epoch: bool | None) -> None:
        """``after_epoch`` is None in the middle of a validation."""
        name = str(command.get("command"))
        if name == "stop":
            self._run.stop(command.get("reason") or later("stopped by the user"))
        elif name == "pause":
            self._pause(after_epoch)
        elif name == "resume":  # also in the middle of an evaluation that was asked for in a pause
            self._is_paused = False
        elif after_epoch is None:
            self._waiting.append(command)
        elif self._acts.knows(name) or name == "roll_back":
            if self._pending:  # first what was, then what is new
                self._waiting.append(command)
            else:
                self._act(command, after_epoch)
        elif name in self._commands:
            self._run.report()
            self._commands[name](command)
        else:
            said = later("there is no command {name}", name=repr(name))
            self._emit(events.problem(said, code="unknown-command", fatal=False))

    def _act(self, command: Command, after_epoch: bool, *, replayed: bool = False) -> None:
        self._run.report()
        where = {"epoch": self._run.epoch, "step": self._run.step}
        try:
            if command["command"] == "roll_back":
                kind, facts = "rolled_back", self._run.roll_back(str(command.get("to")))
                command = {"command": "roll_back", "to": facts["to"]}
            else:
                kind, facts = self._acts.do(command, **where)
        except TrainingError as error:
            self._emit(events.problem(error.message, error.advice, code="bad-command", fatal=False))
            return
        self._acts.number += 1
        self._emit(
            {
                "event": kind,
                **where,
                **facts,
                "number": self._acts.number,
                "after_epoch": after_epoch,
                "act": command,
                **({"replayed": True} if replayed else {}),
            }
        )
        self._run.take_in(kind)

    def _pause(self, after_epoch: bool | None) -> None:
        self._run.report()
        if not self._is_paused:
            self._tell("paused")
        self._is_paused = True
        paused = time.monotonic()
        while self._is_paused and not self._run.is_leaving:
            is_free = after_epoch is not None and not self._pending
            command = (
                self._waiting.popleft() if self._waiting and is_free else self._steering.wait()
            )
            if command.get("command") != "pause":
                self._obey(command, after_epoch)
        self._run.leave_out(time.monotonic() - paused)
        if not self._is_paused:
            self._tell("resumed")

    def _keep(self) -> None:
        """The checkpoint itself is told like any other, and then that it was asked for."""
        self._run.keep()
        self._tell("kept")

    def _tell(self, event: str) -> None:
        self._emit({"event": event, "epoch": self._run.epoch, "step": self._run.step})
