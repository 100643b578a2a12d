"""The other processes of a run on this machine: the first one starts them, and they end with it."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import IO, Any

import torch

from graph.errors import TrainingError
from graph.phrases import later, message_from_plain
from train.client import PATIENCE, SILENCE, died, worker_command
from train.events import Event, problem
from train.place import Place

#: Seconds after the end of one in which the run may tell of it itself.
GRACE = 5.0

#: What the processes of one machine talk over, so that nobody else hears them.
_LOOPBACK = {"linux": "lo", "darwin": "lo0"}


class Mates:
    """Starts them, hears whether they live, and knows why one has ended."""

    def __init__(self, size: int, start: Callable[[Place], Mapping[str, Any]]) -> None:
        """``start`` makes the first command for each place but the first, which is our own.

        Raises: TrainingError, if no process can be started.
        """
        interface = _LOOPBACK.get(sys.platform)
        if interface is not None:
            os.environ.setdefault("GLOO_SOCKET_IFNAME", interface)
        threads = max(1, torch.get_num_threads() // size)
        torch.set_num_threads(threads)
        self.place = Place(0, size, port=_free_port(), hosts=True)
        self._mates: list[_Mate] = []
        self._is_over = False
        try:
            for rank in range(1, size):
                place = replace(self.place, rank=rank, local=rank, hosts=False)
                self._mates.append(_Mate(place, start(place), threads))
        except OSError as error:
            self.end()
            raise TrainingError(
                later("the training process cannot be started ({error})", error=error)
            ) from error

    def watch(self, tell: Callable[[Event], None]) -> None:
        """Tell, from a thread, of one that does not answer, or has ended while the run has not.

        What waits for a process that has gone may wait for long, so then this one ends, too.
        """
        threading.Thread(target=self._watch, args=(tell,), daemon=True).start()

    def _watch(self, tell: Callable[[Event], None]) -> None:
        while not self._is_over:
            time.sleep(0.5)
            for mate in self._mates:
                if mate.is_silent():
                    tell(_not_answering(mate.place))
            if any(mate.code not in (None, 0) for mate in self._mates):
                time.sleep(GRACE)
                if not self._is_over:
                    tell(self.why())
                    os._exit(1)

    def why(self) -> Event:
        """The last event of a run that one of them has left; waits until it is known which."""
        until = time.monotonic() + GRACE
        while time.monotonic() < until:
            for mate in self._mates:
                if mate.last is not None:
                    return _of(mate.place, mate.last)
            gone = [mate for mate in self._mates if mate.code is not None]
            if gone:
                return _of(gone[0].place, died(gone[0].code))
            time.sleep(0.05)
        return lost(self.place.size)

    def end(self, *, well: bool = False) -> None:
        """Let them end, where the run has ended ``well`` by themselves."""
        self._is_over = True
        for mate in self._mates:
            mate.end(PATIENCE if well else 0.0)


class _Mate:
    def __init__(self, place: Place, start: Mapping[str, Any], threads: int) -> None:
        """Raises: OSError."""
        command = worker_command("train.mate")
        self.place = place
        #: What it said of its end, if it could.
        self.last: Event | None = None
        self._heard = time.monotonic()
        self._is_told = False
        self._process = subprocess.Popen(
            [command.program, *command.arguments],
            env={**command.environment, "OMP_NUM_THREADS": str(threads)}
            | {key: value for key, value in os.environ.items() if key.startswith("GLOO_")},
            cwd=tempfile.gettempdir(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self._write(json.dumps(start).encode() + b"\n")

    @property
    def code(self) -> int | None:
        return self._process.poll()

    def is_silent(self) -> bool:
        """Whether nothing has been heard for long; once for every silence."""
        silent = self.code is None and time.monotonic() - self._heard > SILENCE
        is_new, self._is_told = silent and not self._is_told, silent
        return is_new

    def end(self, seconds: float) -> None:
        """Wait for its end, then see to it."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()  # which it ends by
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _write(self, line: bytes) -> None:
        pipe: IO[bytes] | None = self._process.stdin
        with contextlib.suppress(OSError):
            if pipe is not None:
                pipe.write(line)
                pipe.flush()

    def _listen(self) -> None:
        pipe: IO[bytes] | None = self._process.stdout
        if pipe is None:
            return
        with pipe, contextlib.suppress(OSError, ValueError):
            for line in pipe:
                self._heard = time.monotonic()
                event = json.loads(line)
                if event.get("event") == "problem" and event.get("fatal"):
                    self.last = message_from_plain(event)


def lost(size: int) -> Event:
    """The last event of a run that one of the others has left, it is not known how."""
    return problem(
        later("one of the {size} processes has gone", size=size),
        later("the last checkpoint is whole: resume from it"),
        code="worker-died",
    )


def _of(place: Place, last: Event) -> Event:
    said = later(
        "process {number} of {size}: {message}",
        number=place.rank + 1,
        size=place.size,
        message=last["message"],
    )
    return {**last, "message": said}


def _not_answering(place: Place) -> Event:
    return problem(
        later(
            "process {number} of {size} does not answer any more, and the others wait for it",
            number=place.rank + 1,
            size=place.size,
        ),
        later("wait, or stop the run: the last checkpoint is whole, and resuming goes on from it"),
        code="not-answering",
        fatal=False,
    )


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])
