"""Commands to a run of several processes: the first one reads them, and all obey them together."""

from __future__ import annotations

import queue

from train.crew import Crew
from train.steering import Command, Steering

#: Seconds after which one that waits for a command lets the others know that it still does.
STILL_WAITING = 20.0

#: What is said then; no command.
NOTHING: Command = {"command": ""}


class SharedSteering(Steering):
    """A mailbox of which every process gets the same, at the same place of the run.

    Each of them has to ask, as often and in the same order as the others.
    """

    def __init__(self, mailbox: Steering, crew: Crew) -> None:
        super().__init__()
        self._mailbox, self._crew = mailbox, crew

    def send(self, command: Command) -> None:
        self._mailbox.send(command)

    def next(self) -> Command | None:
        return self._crew.hear(self._mailbox.next() if self._crew.is_first else None)

    def wait(self, seconds: float | None = None) -> Command:
        while True:
            command = self._crew.hear(self._patiently() if self._crew.is_first else None)
            if command is not None and command != NOTHING:
                return command

    def _patiently(self) -> Command:
        try:
            return self._mailbox.wait(STILL_WAITING)
        except queue.Empty:
            return NOTHING


def commands_for(crew: Crew, mailbox: Steering) -> Steering:
    """What the run of a process reads its commands from."""
    return mailbox if crew.size == 1 else SharedSteering(mailbox, crew)
