"""Commands to a run: read between two steps, so that nothing is ever half done."""

from __future__ import annotations

import queue
from typing import Any

Command = dict[str, Any]


class Steering:
    """A mailbox that another thread fills and the training loop empties after each step."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Command] = queue.SimpleQueue()

    def send(self, command: Command) -> None:
        self._queue.put(command)

    def next(self) -> Command | None:
        """The next command that has arrived, if any; never waits."""
        if self._queue.empty():  # far cheaper than an exception, and asked after every step
            return None
        return self._queue.get()

    def wait(self, seconds: float | None = None) -> Command:
        """The next command; waits for it as long as it takes.

        Raises: queue.Empty, after ``seconds`` if they are given.
        """
        return self._queue.get(timeout=seconds)
