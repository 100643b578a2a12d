"""A child process that speaks JSON, one object a line, both ways."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal

from graph.phrases import message_from_plain

Message = dict[str, Any]

#: How much of what the child wrote to stderr is kept, to tell why it ended.
_KEPT = 8_000

#: Milliseconds for which a child that was killed is waited for: a busy machine may take longer.
_DYING = 2_000

#: A line longer than this is no message of ours.
_LONGEST = 64 * 2**20


class LineProcess(QObject):
    """Starts a program and passes messages; it knows nothing of what they mean."""

    received = Signal(object)  # Message
    started = Signal()
    ended = Signal(object)  # the exit status, or the signal as a negative number

    def __init__(
        self,
        program: str,
        arguments: Sequence[str],
        environment: Mapping[str, str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._buffer = bytearray()
        self._errors = bytearray()
        self._over = False
        self._process = QProcess(self)
        self._process.setProgram(program)
        self._process.setArguments(list(arguments))
        # A folder where nothing lies that the child could import by mistake.
        self._process.setWorkingDirectory(tempfile.gettempdir())
        if environment is not None:
            listed = QProcessEnvironment()
            for name, value in environment.items():
                listed.insert(name, value)
            self._process.setProcessEnvironment(listed)
        self._process.started.connect(self.started)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._read_errors)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> None:
        self._process.start()

    def send(self, message: Mapping[str, Any]) -> None:
        if self.is_running:
            self._process.write(json.dumps(message).encode() + b"\n")

    @property
    def is_running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        return int(self._process.processId())

    @property
    def errors(self) -> str:
        """The end of what the child wrote to stderr."""
        return self._errors.decode("utf-8", "replace")

    def close_input(self) -> None:
        """Tell the child that nothing more will come."""
        self._process.closeWriteChannel()

    def terminate(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        """End the child and, where it leads a group of its own, everything it started."""
        with contextlib.suppress(OSError, AttributeError):
            if self.pid > 0 and os.getpgid(self.pid) == self.pid:
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()

    def let_end(self, seconds: float) -> None:
        """Close the child's input, which asks it to end, and wait a while for that."""
        self._over = True
        self.close_input()
        self._process.waitForFinished(int(seconds * 1000))

    def drop(self) -> None:
        """End the child at once and say nothing of it any more."""
        self._over = True
        self.blockSignals(True)
        if self.is_running:
            self.kill()
            self._process.waitForFinished(_DYING)
        if self.is_running:  # whoever has it may go before it does, and Qt may not let go of it yet
            self.setParent(QCoreApplication.instance())
            self._process.finished.connect(self.deleteLater)
        else:
            self.deleteLater()

    def _read(self) -> None:
        came = self._process.readAllStandardOutput().data()
        self._buffer += came
        if len(self._buffer) > _LONGEST:
            self._buffer.clear()
            self.kill()
            return
        if b"\n" not in came:
            return  # a long line comes in many pieces
        *lines, rest = bytes(self._buffer).split(b"\n")
        self._buffer = bytearray(rest)
        for line in lines:
            if self._over:
                return
            try:
                message = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(message, dict):
                self.received.emit(message_from_plain(message))

    def _read_errors(self) -> None:
        self._errors += self._process.readAllStandardError().data()
        del self._errors[:-_KEPT]

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        self._end(-code if status == QProcess.ExitStatus.CrashExit else code)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._errors += self._process.errorString().encode()
            self._end(-1)

    def _end(self, code: int) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(code)
