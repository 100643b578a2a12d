"""One run of training in a child process: commands go out, events come in, and it may die."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.line_process import LineProcess
from app.translating import tr
from app.words import sentence
from train.client import start_command, worker_command
from train.events import LAST

Event = dict[str, Any]
WorkerCommand = Callable[[], tuple[str, Sequence[str], dict[str, str]]]

#: Seconds: silence before "not responding"; a stop before it becomes terminate, then kill.
SILENCE, PATIENCE = 10.0, 5.0

#: The states a run goes through, as the button and the menus show them.
IDLE, STARTING, RUNNING, PAUSED, STOPPING = "idle", "starting", "running", "paused", "stopping"


class TrainingClient(QObject):
    """Starts, steers and outlives the worker. It trains the text it is handed: a snapshot."""

    event_received = Signal(object)  # Event
    state_changed = Signal(str)
    ended = Signal(object)  # Outcome
    warned = Signal(str)  # "" when all is well again

    def __init__(self, parent: QObject | None = None, command: WorkerCommand | None = None) -> None:
        super().__init__(parent)
        self._command = command or worker_command
        self._process: LineProcess | None = None
        self._last: Event = {}
        self._checkpoint = ""
        self._heard = 0.0
        self._silent = self._keeps = False
        self.state = IDLE
        self.folder: Path | None = None
        self._watch = QTimer(self, interval=1_000)
        self._watch.timeout.connect(self._look)
        self._urge = QTimer(self, singleShot=True, interval=int(PATIENCE * 1000))
        self._urge.timeout.connect(self._press)
        self._urgency = 0

    @property
    def is_active(self) -> bool:
        return self.state != IDLE

    @property
    def pid(self) -> int:
        return self._process.pid if self._process is not None else 0

    def start(
        self,
        project: str,
        out: Path,
        folder: Path | None = None,
        trusted: Sequence[str] = (),
        *,
        search: str = "",
        resume: bool = False,
        epochs: int | None = None,
        check: bool = False,
        evaluate: bool = False,
    ) -> None:
        """Train ``project`` (a file's text), go on with the run in ``out``, or only ``search``.

        ``folder`` is where paths of its data and of Python files start, of which those run whose
        digests are ``trusted``. With ``check`` it is looked at and not trained, with ``evaluate``
        its best weights are measured on what is held out.
        """
        if self.is_active:
            return
        program, arguments, environment = self._command()
        self.folder = self.folder if check else out
        self._last, self._checkpoint = {}, ""
        self._keeps = not (check or search or evaluate)
        self._heard, self._silent, self._urgency = time.monotonic(), False, 0
        self._process = LineProcess(program, list(arguments), environment, self)
        self._process.received.connect(self._received)
        self._process.ended.connect(self._ended)
        self._set_state(STARTING)
        self._process.start()
        self._process.send(
            start_command(
                project,
                out,
                folder,
                trusted=trusted,
                search=search,
                resume=resume,
                epochs=epochs,
                check=check,
                evaluate=evaluate,
            )
        )
        self._watch.start()

    def pause(self) -> None:
        self._send({"command": "pause"})

    def resume(self) -> None:
        self._send({"command": "resume"})

    def steer(self, command: Event) -> None:
        """Tell the run what to change; its events say what has become of it."""
        self._send(command)

    def stop(self) -> None:
        """Ask for a checkpoint and an end; insist after a while."""
        if not self.is_active:
            return
        self._send({"command": "stop"})
        self._set_state(STOPPING)
        if self._urgency == 0:
            self._urge.start()

    def close(self) -> None:
        """The window goes: a worker that trains is given a moment to write its checkpoint."""
        self._watch.stop()
        self._urge.stop()
        if self._process is not None:
            self._process.send({"command": "stop"})
            self._process.let_end(PATIENCE if self._keeps else 0.0)
            self._process.drop()
            self._process = None
        self.state = IDLE

    def _send(self, command: Event) -> None:
        if self._process is not None:
            self._process.send(command)

    def _received(self, event: Event) -> None:
        self._heard = time.monotonic()
        if self._silent:
            self._silent = False
            self.warned.emit("")
        kind = event.get("event")
        if kind == "heartbeat":
            return
        if kind in LAST or (kind == "problem" and event.get("fatal")):
            self._last = event
        if kind in ("checkpoint", "stopped") and event.get("path"):
            self._checkpoint = str(event["path"])
        if kind == "paused":
            self._set_state(PAUSED)
        elif kind in ("started", "resumed") and self.state != STOPPING:
            self._set_state(RUNNING)
        self.event_received.emit(event)

    def _ended(self, code: int) -> None:
        self._watch.stop()
        self._urge.stop()
        errors = self._process.errors if self._process is not None else ""
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        stopping = self.state == STOPPING
        self._set_state(IDLE)
        self.ended.emit(Outcome(self._last, code, self._checkpoint, stopping, errors))

    def _look(self) -> None:
        if self._silent or time.monotonic() - self._heard < SILENCE:
            return
        self._silent = True
        self.warned.emit(tr("The training process is not responding. Wait, or stop it."))

    def _press(self) -> None:
        """The worker did not stop when it was asked to: terminate it, then kill it."""
        if self._process is None:
            return
        self._urgency += 1
        if self._urgency == 1:
            self._process.terminate()
            self._urge.start()
        else:
            self._process.kill()

    def _set_state(self, state: str) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


class Outcome:
    """How a run ended: its last event, or that the process was killed or crashed."""

    def __init__(
        self, last: Event, code: int, checkpoint: str, stopping: bool, errors: str = ""
    ) -> None:
        self.last, self.code, self.checkpoint = last, code, checkpoint
        self.stopping, self.errors = stopping, errors

    @property
    def is_failure(self) -> bool:
        return not self.stopping and self.last.get("event") not in LAST

    @property
    def words(self) -> str:
        """What happened, in one or two plain sentences."""
        match self.last.get("event"):
            case "done" if self.last.get("was_over"):
                words = tr("This run has all of its {n} epochs. Give it more to go on with it.")
                return words.format(n=int(self.last.get("epochs") or 0))
            case "done":
                epochs = int(self.last.get("epochs") or 0)
                words = tr("Trained {n} epochs.", one="Trained {n} epoch.", n=epochs)
                return f"{words}{_sentence(self.last.get('reason'), ' ')}"
            case "checked":
                return tr("Checked; nothing was trained.")
            case "stopped":
                words = tr("Stopped in epoch {epoch}.")
                return f"{words.format(epoch=self.last.get('epoch', '?'))} {self._saved}"
            case "problem":
                advice = self.last.get("advice")
                return f"{_sentence(self.last.get('message'))}{_sentence(advice, ' ')}"
        if self.stopping:
            return f"{tr('Stopped; the training process had to be ended.')} {self._advice}"
        return f"{_manner(self.code)} {self._advice}"

    @property
    def _saved(self) -> str:
        if not self.checkpoint:
            return tr("There is no checkpoint yet.")
        return tr("The last checkpoint is {file}.").format(file=Path(self.checkpoint).name)

    @property
    def _advice(self) -> str:
        if not self.checkpoint:
            return tr("There is no checkpoint yet: train anew.")
        words = tr("Run > Continue a Run goes on from its last checkpoint, {file}.")
        return words.format(file=Path(self.checkpoint).name)


def _manner(code: int) -> str:
    if code in (-9, -getattr(signal, "SIGKILL", 9)):
        return tr(
            "The training process ended unexpectedly (it was killed, perhaps for want of memory)."
        )
    if code < 0:
        return tr("The training process ended unexpectedly (it crashed).")
    if code:
        words = tr("The training process ended unexpectedly (exit status {code}).")
        return words.format(code=code)
    return tr("The training process ended unexpectedly.")


def _sentence(text: object, before: str = "") -> str:
    words = tr(str(text or "")).strip()
    if not words:
        return ""
    ended = words.endswith((".", "!", "?", "。", "？"))
    return before + (words[0].upper() + words[1:] if ended else sentence(words))
