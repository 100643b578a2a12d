"""Files are read in a thread: a folder of a million, or a disk far off, holds no frame up."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from graph.errors import DataError


class Looking(QObject):
    """Reads what is asked for, and tells what it found; what is asked later takes its place."""

    _found = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._then: Callable[[Any], object] | None = None
        self._found.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        return self._then is not None

    def ask(self, read: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Let ``then`` hear what ``read`` returns, or the DataError that it raises."""
        self._number += 1
        self._then = then
        Thread(target=self._read, args=(self._number, read), daemon=True).start()

    def forget(self) -> None:
        """What is being read is not wanted any more."""
        self._number += 1
        self._then = None

    def _read(self, number: int, read: Callable[[], Any]) -> None:
        try:
            found = read()
        except DataError as error:
            found = error
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._found.emit(number, found)

    def _tell(self, number: int, found: object) -> None:
        if number == self._number and self._then is not None:
            then, self._then = self._then, None
            then(found)
