"""Long work in short steps: a generator that yields between them and returns what it found."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

#: Work that lets others do something between its steps.
Steps = Generator[None, None, T]


def finished(steps: Steps[T]) -> T:
    """Do all the work at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found
