"""The process that trains: commands come in as JSON lines, events go out as JSON lines.

Started by ``train.client``. It says what went wrong as its last event and never prints a
traceback; it ends with a checkpoint when whoever started it is gone.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import sys
import tempfile
import threading
import time
from typing import IO, Any

from graph.collector import collector_at_rest
from graph.phrases import later, message_to_plain

#: The longest line that is read; a project of a hundred thousand layers fits.
LONGEST_LINE = 64 * 2**20

#: Seconds of silence after which a heartbeat is sent.
HEARTBEAT = 1.0

#: Seconds a run may take to end on its own after its starter has gone.
GRACE = 30.0


class Protocol:
    """The two pipes: one reader, and writers from any thread, a line at a time."""

    def __init__(self, commands: IO[bytes], events: IO[bytes]) -> None:
        self._commands, self._events = commands, events
        self._lock = threading.Lock()
        self._last = time.monotonic()

    def emit(self, event: dict[str, Any]) -> None:
        """Write one event; a starter that has gone is noticed by the reader, not here."""
        line = json.dumps(message_to_plain(event)).encode() + b"\n"
        with self._lock, contextlib.suppress(OSError, ValueError):
            self._events.write(line)
            self._events.flush()
            self._last = time.monotonic()

    def read(self) -> dict[str, Any] | None:
        """The next command; None at the end. A line that is no command is answered and skipped."""
        from train.events import problem

        while True:
            line = self._commands.readline(LONGEST_LINE)
            if not line:
                return None
            try:
                command = json.loads(line)
            except (ValueError, RecursionError):
                command = None
            if isinstance(command, dict):
                return command
            self.emit(
                problem(later("a command is no JSON object"), code="bad-command", fatal=False)
            )

    def beat(self) -> None:
        """Send heartbeats forever: that this process lives, whatever it is busy with."""
        while True:
            time.sleep(HEARTBEAT / 2)
            if time.monotonic() - self._last >= HEARTBEAT:
                self.emit({"event": "heartbeat"})


def main(*, leads: bool = True) -> None:
    """Train. One that does not lead stays in the group of the process that has started it."""
    protocol = _take_pipes()
    _be_a_good_child(leads)
    ended_well = _serve(protocol)
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(0 if ended_well else 1)  # threads still blocked in read() must not keep us here


def _take_pipes() -> Protocol:
    """Keep descriptor 1 for the protocol: from now on a stray print goes to standard error."""
    events = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return Protocol(sys.stdin.buffer, events)


def _be_a_good_child(leads: bool) -> None:
    faulthandler.enable()
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # spinning threads starve the app
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) - 1)))
    with contextlib.suppress(OSError):
        os.chdir(tempfile.gettempdir())
    if leads and hasattr(os, "setpgid"):
        with contextlib.suppress(OSError):  # the leader of a session has a group of its own
            os.setpgid(0, 0)
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
        file.write("500")  # short of memory, the system ends the training and not the app


def _serve(protocol: Protocol) -> bool:
    threading.Thread(target=protocol.beat, daemon=True).start()
    command = protocol.read()
    if command is None:
        return True
    from train.events import problem

    if command.get("command") != "start":
        protocol.emit(problem(later("the first command must be start"), code="bad-command"))
        return False
    try:
        return _train(protocol, command)
    except Exception as error:  # the last line of defence: whatever it is, the app is told
        faulthandler.dump_traceback(all_threads=False)
        protocol.emit(
            problem(
                later("something unexpected went wrong: {error}", error=error),
                later("please report it with the log"),
                code="unexpected",
            )
        )
        return False


def _train(protocol: Protocol, command: dict[str, Any]) -> bool:
    with collector_at_rest():  # nothing that PyTorch brings along is garbage
        from graph.errors import LoomError
        from train.failing import failure
        from train.request import Request
        from train.session import Session
        from train.steering import Steering

    steering = Steering()
    try:
        request = Request.from_plain(command)
    except LoomError as error:
        protocol.emit(failure(error))
        return False
    tells = request.place is None or request.place.is_first
    threading.Thread(target=_listen, args=(protocol, steering, tells), daemon=True).start()
    if not tells:
        from train.mate_session import MateSession

        return MateSession(request, protocol.emit, steering).run()
    return Session(request, protocol.emit, steering).run()


def _listen(protocol: Protocol, steering: Any, tells: bool) -> None:
    """A process that is not the first of its run ends at once with whoever has started it."""
    while (command := protocol.read()) is not None:
        steering.send(command)
    if not tells:
        os._exit(1)
    steering.send({"command": "stop", "reason": later("the program that started the run has gone")})
    time.sleep(GRACE)
    os._exit(1)


if __name__ == "__main__":
    main()
