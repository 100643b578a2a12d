"""A probe in a child process of its own: however long it takes, the window does not wait."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.line_process import LineProcess, Message
from app.probe_result import ProbeResult
from app.translating import tr
from train.client import worker_command

Command = Callable[[], tuple[str, Sequence[str], dict[str, str]]]


def probe_command() -> tuple[str, Sequence[str], dict[str, str]]:
    """How the child is started."""
    return worker_command("train.probe.server")


class ProbeClient(QObject):
    """Asks for one probe at a time; of those asked for meanwhile the last one follows.

    A child that dies is said, and the next request starts another.
    """

    probed = Signal(object)  # ProbeResult
    predicted = Signal(object)  # what ``predict`` of the child tells
    failed = Signal(str, str)  # what is wrong, in plain words; the node, or ""
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, command: Command = probe_command) -> None:
        super().__init__(parent)
        self._command = command
        self._process: LineProcess | None = None
        self._waiting: Message | None = None
        self._under_way = False
        self._number = 0
        self._pictures = tempfile.TemporaryDirectory(prefix="layerloom-probe-")

    @property
    def is_busy(self) -> bool:
        return self._under_way

    @property
    def pid(self) -> int:
        return self._process.pid if self._process is not None else 0

    def probe(
        self, text: str, folder: str, request: Mapping[str, Any], trusted: Sequence[str] = ()
    ) -> None:
        """Run the project ``text`` on what ``request`` says; of its Python what is ``trusted``."""
        message: Message = {"text": text, "folder": folder, "request": dict(request)}
        message["trusted"] = list(trusted)
        self._waiting = {"do": "probe", "pictures": self._pictures.name, **message}
        if not self._under_way:
            self._send()

    def predict(
        self, text: str, folder: str, request: Message, trusted: Sequence[str] = ()
    ) -> None:
        """Ask what the project ``text`` says of one input; ``request`` has what the child reads."""
        self._waiting = {
            "do": "predict", "text": text, "folder": folder, "trusted": list(trusted), **request
        }  # fmt: skip
        if not self._under_way:
            self._send()

    def cancel(self) -> None:
        """End what is being done, whatever it is; nothing is told of it any more."""
        self._waiting = None
        if self._process is not None and self._under_way:
            self._process.drop()
            self._process = None
        self._set_busy(False)

    def close(self) -> None:
        self._waiting = None
        if self._process is not None:
            self._process.drop()
            self._process = None
        self._under_way = False
        self._pictures.cleanup()

    def _send(self) -> None:
        message, self._waiting = self._waiting, None
        if message is None:
            return
        if self._process is None:
            program, arguments, environment = self._command()
            self._process = LineProcess(program, arguments, environment, self)
            self._process.received.connect(self._received)
            self._process.ended.connect(self._ended)
            self._process.start()
        self._number += 1
        self._set_busy(True)
        self._process.send({"id": self._number, **message})

    def _received(self, message: Message) -> None:
        if not self._under_way or message.get("id") != self._number:
            return
        self._under_way = False
        if self._waiting is not None:  # somebody wants to know something newer
            self._send()
            return
        self._set_busy(False, always=True)
        if message.get("problem"):
            self.failed.emit(tr(str(message["problem"])), str(message.get("node") or ""))
            return
        if "predict" in message:
            self.predicted.emit(message["predict"])
            return
        try:
            result = ProbeResult.from_plain(message["probe"])
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            self.failed.emit(tr("what the probe told cannot be read; run it again"), "")
            return
        self.probed.emit(result)

    def _ended(self, _code: int) -> None:
        self._process = None
        was_under_way, self._under_way = self._under_way, False
        if self._waiting is not None:
            self._send()
        elif was_under_way:
            self._set_busy(False, always=True)
            words = tr(
                "the probe's process ended unexpectedly, perhaps for want of memory; "
                "choose a smaller sample or batch"
            )
            self.failed.emit(words, "")

    def _set_busy(self, busy: bool, *, always: bool = False) -> None:
        if always or busy != self._under_way:
            self._under_way = busy
            self.busy_changed.emit(busy)
