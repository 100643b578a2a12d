"""What a run does beside training may take a small part of its time, and no more."""

from __future__ import annotations

import time


class Allowance:
    """Says when something may be done again, by what it cost the last time.

    The first time is not paid for: in it everything is slower.
    """

    def __init__(self, share: float) -> None:
        """``share`` of the time may be spent: 0.01 lets 1 s be followed by 100 s without."""
        self._share = share
        self._is_first = True
        self._next = 0.0

    @property
    def is_due(self) -> bool:
        return time.perf_counter() >= self._next

    def spend(self, seconds: float) -> None:
        """It was done just now, and took so long."""
        if not self._is_first:
            self._next = time.perf_counter() + seconds / self._share
        self._is_first = False
