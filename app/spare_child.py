"""A child with PyTorch loaded, left behind by a window that closed, for the next one to take.

Loading PyTorch takes a second or two; a window that finds such a child shows shapes at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.line_process import LineProcess


@dataclass(frozen=True)
class Spare:
    """A running child: how it was started, and the number of the last request it was sent."""

    command: tuple[str, Sequence[str], Mapping[str, str]]
    child: LineProcess
    number: int


_left: list[Spare] = []


def leave(spare: Spare) -> None:
    """Leave a child that has run nobody's code; it may be loading PyTorch still."""
    app, child = QCoreApplication.instance(), spare.child
    if _left or app is None or not child.is_running:
        child.drop()
        return
    child.received.disconnect()
    child.ended.disconnect()
    child.setParent(app)
    app.aboutToQuit.connect(drop)
    _left.append(spare)


def take(command: tuple[str, Sequence[str], Mapping[str, str]]) -> Spare | None:
    """The child that was left, if one was that was started in this way and still runs."""
    while _left:
        spare = _left.pop()
        if spare.command == command and spare.child.is_running:
            return spare
        spare.child.drop()
    return None


def drop() -> None:
    """The app ends."""
    while _left:
        _left.pop().child.drop()
