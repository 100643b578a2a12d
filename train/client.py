"""Starts the worker, hears its events, sends it commands, and ends it if it must be; no Qt here."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import site
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

from graph.errors import TrainingError
from graph.phrases import later, message_from_plain
from train.events import Event, is_last, problem
from train.place import Place

#: The folder that holds our packages.
ROOT = Path(__file__).resolve().parent.parent

#: Variables of the environment that a worker gets; all others stay here.
ALLOWED = (
    "PATH", "HOME", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "USERPROFILE", "APPDATA", "LOCALAPPDATA",
    "SYSTEMROOT", "SYSTEMDRIVE", "COMSPEC", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "OMP_NUM_THREADS", "MKL_NUM_THREADS",
)  # fmt: skip
ALLOWED_PREFIXES = (
    "LC_",
    "CUDA_",
    "NVIDIA_",
    "HIP_",
    "ROCR_",
    "PYTORCH_",
    "TORCH_",
    "CUBLAS_",
    "NCCL_",
    "GLOO_",
)

#: What ends a process at once.
_KILL = signal.SIGKILL if os.name == "posix" else signal.SIGTERM

#: Seconds a worker has to end after ``stop``, and again after it was asked to terminate.
PATIENCE = 5.0

#: Seconds without even a heartbeat after which a worker is told not to answer.
SILENCE = 10.0


class WorkerCommand(NamedTuple):
    """How a worker is started, for ``subprocess`` and for ``QProcess`` alike."""

    program: str
    arguments: list[str]
    environment: dict[str, str]


def worker_command(module: str = "train.worker") -> WorkerCommand:
    """The command line and environment of a worker.

    Python is isolated, so that no file beside a project is ever imported, and threads that wait
    do not spin: they would starve the app on a machine with few cores.
    """
    isolation = "-P" if site.ENABLE_USER_SITE else "-I"
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from {module} import main; main()"
    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper() in ALLOWED or name.upper().startswith(ALLOWED_PREFIXES)
    }
    threads = str(max(1, (os.cpu_count() or 1) - 1))
    environment.setdefault("OMP_NUM_THREADS", threads)
    environment["OMP_WAIT_POLICY"] = "PASSIVE"
    environment["PYTHONUTF8"] = "1"
    return WorkerCommand(sys.executable, [isolation, "-u", "-c", code], environment)


def start_command(
    project: str,
    out: Path,
    folder: Path | None = None,
    *,
    resume: bool = False,
    evaluate: bool = False,
    epochs: int | None = None,
    device: str | None = None,
    trusted: Sequence[str] = (),
    check: bool = False,
    search: str = "",
    limit: float | None = None,
    place: Place | None = None,
) -> dict[str, Any]:
    """The first message to a worker.

    ``folder`` is where relative paths of the data and of Python files start; of the latter only
    those run whose SHA-256 is ``trusted``. With ``check`` the run is looked at and not begun;
    with ``search`` (lr, batch_size) one is looked for, ``limit`` bytes of memory being the most.
    ``place`` says which of several processes this is, where somebody else has started the others.
    """
    return {
        "command": "start",
        "project": project,
        "out": str(out),
        "folder": None if folder is None else str(folder),
        "resume": resume,
        "evaluate": evaluate,
        "epochs": epochs,
        "device": device,
        "trusted": list(trusted),
        "check": check,
        "search": search,
        "limit": limit,
        "place": None if place is None else place.to_plain(),
    }


class TrainingProcess:
    """A running worker. Iterate ``events()``; call ``send`` and ``stop`` from any thread."""

    def __init__(self, start: Mapping[str, Any]) -> None:
        """Raises: TrainingError, if no process can be started."""
        command = worker_command()
        try:
            self._process = subprocess.Popen(
                [command.program, *command.arguments],
                env=command.environment,
                cwd=tempfile.gettempdir(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=os.name == "posix",
            )
        except OSError as error:
            raise TrainingError(
                later("the training process cannot be started ({error})", error=error)
            ) from error
        self._writing = threading.Lock()
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._errors: list[bytes] = []
        self._over = self._was_ended = False
        self._has_kept = bool(start.get("resume"))
        self._readers = [
            threading.Thread(target=work, daemon=True)
            for work in (self._read_events, self._read_errors)
        ]
        for reader in self._readers:
            reader.start()
        self.send(start)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def log(self) -> str:
        """What the worker wrote to its standard error: prints of the user's code, crashes."""
        return b"".join(self._errors).decode(errors="replace")

    def send(self, command: Mapping[str, Any]) -> None:
        """Send a command; one to a worker that has ended is dropped."""
        line = json.dumps(command).encode() + b"\n"
        pipe = self._process.stdin
        with self._writing, contextlib.suppress(OSError, ValueError):
            if pipe is not None:
                pipe.write(line)
                pipe.flush()

    def events(self) -> Iterator[Event]:
        """Every event until the last one; a worker that dies is told as a fatal ``problem``."""
        silent = False
        while not self._over:
            try:
                line = self._lines.get(timeout=None if silent else SILENCE)
            except queue.Empty:
                silent = True
                yield not_answering(has_kept=self._has_kept)
                continue
            silent = False
            event = self._ended_without_a_word() if line is None else _parse(line)
            if event is None:
                continue
            self._has_kept = self._has_kept or event["event"] == "checkpoint"
            self._over = is_last(event)
            yield event
        self.close()

    def stop(self) -> None:
        """Ask the run to stop with a checkpoint; ``events()`` goes on to tell how it ends.

        If it does not end in time, it is terminated, then killed, with all it started.
        """
        self.send({"command": "stop"})
        threading.Thread(target=self._escalate, daemon=True).start()

    def kill(self) -> None:
        """End the worker and everything it started, at once."""
        self._was_ended = True
        self._signal(_KILL)

    def close(self) -> None:
        """Let go of a worker: it ends by itself, with a checkpoint if it was still training."""
        if self._process.stdin is not None:
            with self._writing, contextlib.suppress(OSError):
                self._process.stdin.close()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._escalate()
        for reader in self._readers:
            reader.join(PATIENCE)

    def _escalate(self) -> None:
        for number in (signal.SIGTERM, _KILL):
            try:
                self._process.wait(PATIENCE)
                break
            except subprocess.TimeoutExpired:
                self._was_ended = True
                self._signal(number)
        self._process.wait()
        self._signal(_KILL)  # whatever it has started and could not end

    def _signal(self, number: int) -> None:
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, number)
            else:
                self._process.kill()

    def _read_events(self) -> None:
        pipe: IO[bytes] | None = self._process.stdout
        if pipe is not None:
            with pipe, contextlib.suppress(OSError, ValueError):
                for line in pipe:
                    self._lines.put(line)
        self._lines.put(None)

    def _read_errors(self) -> None:
        pipe: IO[bytes] | None = self._process.stderr
        if pipe is not None:
            with pipe, contextlib.suppress(OSError, ValueError):
                for line in pipe:
                    self._errors = [*self._errors[-199:], line]

    def _ended_without_a_word(self) -> Event:
        try:
            code = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            code = None
        return died(code, has_kept=self._has_kept, was_ended=self._was_ended)


def died(code: int | None, *, has_kept: bool = True, was_ended: bool = False) -> Event:
    """The event for a worker that ended without a last word; ``code`` is its exit status.

    ``has_kept`` says that there is a checkpoint, ``was_ended`` that whoever started it did that.
    On Unix a negative status is the signal that ended it, as ``subprocess`` has it.
    """
    if was_ended:
        how = later("did not stop when it was asked to, and had to be ended")
    elif code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
        how = later("was killed ({name})", name=name)
        if name == "SIGKILL":
            how = later("was killed ({name}), perhaps because memory ran out", name=name)
        if name == "SIGBUS":
            how = later("was killed ({name}), for a file that it read was cut off", name=name)
    else:
        how = later("ended without a word (exit status {code})", code=code)
    return problem(
        later("the training process {how}", how=how),
        later("the last checkpoint is whole: resume from it")
        if has_kept
        else later("nothing had been kept yet: start it again"),
        code="worker-died",
    )


def not_answering(*, has_kept: bool = True) -> Event:
    """The event for a worker that sends nothing any more, as if it had been stopped."""
    return problem(
        later("the training process does not answer any more"),
        later("wait, or stop it: the last checkpoint is whole, and resuming goes on from it")
        if has_kept
        else later("wait, or stop it: nothing has been kept yet"),
        code="not-answering",
        fatal=False,
    )


def _parse(line: bytes) -> Event | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    if not isinstance(event, dict) or not isinstance(event.get("event"), str):
        return None
    return message_from_plain(event)


def run(
    project: str,
    out: Path,
    folder: Path | None = None,
    *,
    resume: bool = False,
    evaluate: bool = False,
    epochs: int | None = None,
    device: str | None = None,
) -> Iterator[Event]:
    """Train a project in a worker and yield its events; leaving the loop early stops the run.

    Raises: TrainingError, if no process can be started.
    """
    start = start_command(
        project, out, folder, resume=resume, evaluate=evaluate, epochs=epochs, device=device
    )
    process = TrainingProcess(start)
    finished = False
    try:
        for event in process.events():
            finished = is_last(event)
            yield event
    finally:
        if not finished:
            process.stop()
            for event in process.events():
                if is_last(event):
                    break
        process.close()
