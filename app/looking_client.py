"""Looking into data in a child process: a disk that is slow, or gone, does not hold the window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from app.line_process import LineProcess, Message
from app.translating import tr
from train.client import worker_command

Command = Callable[[], tuple[str, Sequence[str], dict[str, str]]]

Pixels = npt.NDArray[np.uint8]


def looking_command() -> tuple[str, Sequence[str], dict[str, str]]:
    """How the child is started."""
    return worker_command("train.looking.server")


class LookingClient(QObject):
    """Asks for one thing at a time; of those asked for meanwhile the last of each kind follows."""

    answered = Signal(str, object)  # what was asked for: look or vary; Message, with "pixels"
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, command: Command = looking_command) -> None:
        super().__init__(parent)
        self._command = command
        self._process: LineProcess | None = None
        self._waiting: dict[str, Message] = {}
        self._asked = ""
        self._number = 0
        self._pictures = tempfile.TemporaryDirectory(prefix="layerloom-look-")

    @property
    def is_busy(self) -> bool:
        return bool(self._asked)

    def request(self, what: str, text: str, folder: str, **more: Any) -> None:
        """``what`` is look or vary; ``more`` goes with it. See ``train.looking.server``."""
        self._waiting[what] = {"do": what, "text": text, "folder": folder, **more}
        if not self._asked:
            self._send()

    def close(self) -> None:
        self._waiting.clear()
        self._asked = ""
        if self._process is not None:
            self._process.drop()
            self._process = None
        self._pictures.cleanup()

    def _send(self) -> None:
        if not self._waiting:
            self.busy_changed.emit(False)
            return
        what = next(iter(self._waiting))
        message = self._waiting.pop(what)
        if self._process is None:
            program, arguments, environment = self._command()
            self._process = LineProcess(program, arguments, environment, self)
            self._process.received.connect(self._received)
            self._process.ended.connect(self._ended)
            self._process.start()
        self._number += 1
        self._asked = what
        self.busy_changed.emit(True)
        self._process.send({"id": self._number, "pictures": self._pictures.name, **message})

    def _received(self, message: Message) -> None:
        if not self._asked or message.get("id") != self._number:
            return
        what, self._asked = self._asked, ""
        if what not in self._waiting:  # else somebody wants to know something newer
            self.answered.emit(what, {**message, "pixels": _pixels(message)})
        self._send()

    def _ended(self, _code: int) -> None:
        self._process = None
        what, self._asked = self._asked, ""
        if what and what not in self._waiting:
            words = tr("the process that reads the data ended, perhaps for want of memory")
            self.answered.emit(what, {"problem": words, "pixels": None})
        self._send()


def _pixels(message: Mapping[str, Any]) -> Pixels | None:
    """Shapes: (samples, channels, height, width)."""
    if not message.get("file"):
        return None
    try:
        pixels: Pixels = np.load(Path(message["file"]), allow_pickle=False)
    except (OSError, ValueError):
        return None
    return pixels
