"""Runs in forks of one process that has torch loaded, killed with SIGKILL: many a minute.

Reads an order a line, as JSON, and answers with how the fork ended. A fork is told to kill itself
once it has asked for commands so many times, counted over the whole run, or is killed from here
after a while; without either it goes on to the end.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

from train.request import Request
from train.run_folder import EVENTS
from train.session import Session
from train.steering import Command, Steering


class Hand(Steering):
    """Gives each command at its place, and kills the process at its own.

    Places are counted by the questions of a run: one after each step, after each batch that is
    validated with, and after the epoch. A run that is resumed goes on counting where its
    checkpoint was taken, and is not told again what stands in its log.
    """

    def __init__(self, order: dict[str, Any]) -> None:
        super().__init__()
        self._kill_at = order.get("kill_at") or float("inf")
        log = Path(order["out"]) / EVENTS
        said = log.read_bytes().count(b'"act": ') if log.exists() else 0
        replayed = log.read_bytes().count(b'"replayed": ') if log.exists() else 0
        self._commands: list[tuple[int, Command]] = order.get("commands", [])[said - replayed :]
        self._per_epoch, self._validation = order["steps"], order["validation"]
        self._asked = 0

    def hear(self, event: dict[str, Any]) -> None:
        if event["event"] == "started" and event["step"]:
            epochs, steps = divmod(event["step"], self._per_epoch)
            self._asked = epochs * (self._per_epoch + self._validation + 1) + steps - 1

    def next(self) -> Command | None:
        if self._commands and self._asked + 1 >= self._commands[0][0]:
            return self._commands.pop(0)[1]
        self._asked += 1
        if self._asked >= self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        return None


def train(order: dict[str, Any]) -> bool:
    hand = Hand(order)
    out = Path(order["out"])
    request = Request(order["project"], out, out.parent, resume=order["resume"])
    return Session(request, hand.hear, hand).run()


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            os._exit(0 if train(order) else 1)
        if order.get("kill_in"):
            time.sleep(order["kill_in"])
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        print(json.dumps(status), flush=True)


if __name__ == "__main__":
    main()
