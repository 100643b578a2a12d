"""When to look: often enough to see what happens, so seldom that training hardly notices."""

from __future__ import annotations

import time

from graph.allowance import Allowance

#: The part of the time that looks may take, and the seconds that they may take beforehand, so
#: that something is known of the first steps.
SHARE, AHEAD = 0.02, 0.1

#: Seconds between two looks, once the first epoch is over: no eye needs more.
SHORTEST = 0.25

#: Looks that the first epoch is to have, where there is time for them.
IN_FIRST_EPOCH = 12


class Budget:
    """Measures what looks cost beside steps that are not looked at, and says when one is due.

    ``every`` is a number of steps that the user asked for; then the clock is not.
    """

    def __init__(self, steps_per_epoch: int, every: int | None = None) -> None:
        self.every = every
        self._stride = -(-steps_per_epoch // IN_FIRST_EPOCH)
        self._first_epoch = steps_per_epoch
        self._began = self._last = time.perf_counter()
        self._last_step = 0
        self._plain = 0.0  # seconds of a step that is not looked at, about; 0 until there is one
        self._allowance = Allowance(SHARE, ahead=AHEAD)
        self.spent = 0.0
        self.looks = 0

    @property
    def share(self) -> float:
        """The part of the time that looks have taken."""
        return self.spent / max(time.perf_counter() - self._began, 1e-9)

    def due(self, step: int) -> bool:
        """Whether to look at the step that is about to be made; to be asked before each."""
        now = time.perf_counter()
        if self.every is not None:
            return step % self.every == 0 or not self.looks
        if self._last_step == step - 1 and self.looks:
            took = now - self._last
            # the end of an epoch is no step, nor is what another program takes
            self._plain = min(took, 1.1 * self._plain) if self._plain else took
        due = self._is_due(step, now)
        self._last, self._last_step = now, step
        return due

    def _is_due(self, step: int, now: float) -> bool:
        if not self.looks:
            return True
        if not self._allowance.is_due:
            return False
        if step <= self._first_epoch:
            return step - self._looked_at >= self._stride
        return now - self._ended >= SHORTEST

    def looked(self, step: int, seconds: float) -> None:
        """A step was looked at, and took so long altogether."""
        extra = max(0.0, seconds - self._plain)
        self.spent += extra
        self._allowance.spend(extra)
        self.looks += 1
        self._looked_at, self._ended = step, time.perf_counter()
        self._last_step = -1  # the next interval holds no plain step
        self._last = self._ended

    def leave_out(self, seconds: float) -> None:
        """Time that passed without training does not count."""
        self._began += seconds
        self._allowance.leave_out(seconds)
