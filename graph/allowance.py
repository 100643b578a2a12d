"""What is done beside the work itself may take a small part of the time, and no more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Allowance:
    """Says when something may be done again, by what it cost the last time.

    The first time is not paid for: in it everything is slower.
    """

    def __init__(self, share: float, *, ahead: float = 0.0, every: float = 0.0) -> None:
        """``share`` of the time may be spent: 0.01 lets 1 s be followed by 100 s without.

        ``ahead`` seconds are not waited for, and from one time to the next at least ``every`` pass.
        """
        self._share, self._ahead, self._every = share, ahead, every
        self._is_first = True
        self._next = 0.0

    @property
    def is_due(self) -> bool:
        return time.perf_counter() >= self._next

    def spend(self, seconds: float) -> None:
        """It was done just now, and took so long."""
        pause = self._every
        if self._is_first:
            self._is_first = False
        elif seconds <= self._ahead:
            self._ahead -= seconds
        else:
            pause = max(pause, seconds / self._share)
        self._next = time.perf_counter() + pause

    @contextmanager
    def spent(self) -> Iterator[None]:
        """What is done meanwhile is paid for."""
        began = time.perf_counter()
        try:
            yield
        finally:
            self.spend(time.perf_counter() - began)

    def leave_out(self, seconds: float) -> None:
        """Time that passed without the work itself does not count."""
        self._next += seconds
