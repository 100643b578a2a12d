"""How long a run will take, from what it took of late; validation and checkpoints count too."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from train.events import Event

#: Seconds of training that the pace is taken from: what was slow before is no measure of what is.
RECENT = 30.0

#: Steps, and seconds, before which nothing is said.
LEAST_STEPS, LEAST_SECONDS = 5, 0.5

#: Of what a sample costs in training, what it costs in validation, until that was measured once.
FORWARD_SHARE = 1 / 3


class TimeLeft:
    """Takes events in; pauses and the gap in which an epoch is ended are told from training."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.step = self.total = self._per_epoch = 0
        self._samples, self._held_out = 0, 0
        self._stops_at: int | None = None  # the step after which it was asked to stop
        self._marks: deque[tuple[float, int]] = deque()  # of training alone
        self._trained = 0.0  # seconds, up to the last mark
        self._last: float | None = None  # when the last event of training came
        self._gap_began: float | None = None
        self._gaps: deque[float] = deque(maxlen=5)

    def take(self, event: Event) -> None:
        match event.get("event"):
            case "started":
                self._begin(event)
            case "step":
                self._advance(int(event.get("step") or 0))
            case "epoch":
                self.step = max(self.step, int(event.get("step") or 0))
                self._gap_began = self._last
            case "epochs":
                self.total = int(event.get("epochs") or 0) * self._per_epoch
            case "stop_after":
                at = int(event.get("step") or 0)
                ends = -(-at // self._per_epoch) * self._per_epoch if self._per_epoch else at
                self._stops_at = ends if event.get("on") else None
            case "rolled_back":
                self.step = int(event.get("to_step") or 0)
                self._restart()
            case "paused":
                self._last = None
            case "resumed":
                self._last = self._clock()

    def _begin(self, event: Event) -> None:
        self._per_epoch = int(event.get("steps_per_epoch") or 0)
        self.total = int(event.get("epochs") or 0) * self._per_epoch
        self.step = int(event.get("step") or 0)
        self._samples = int(event.get("train_samples") or 0)
        self._held_out = int(event.get("validation_samples") or 0)
        self._stops_at = None
        self._gaps.clear()
        self._restart()

    def _restart(self) -> None:
        self._marks.clear()
        self._trained, self._gap_began = 0.0, None
        self._last = self._clock()
        self._marks.append((0.0, self.step))

    def _advance(self, step: int) -> None:
        """Steps have come. The first after an epoch's end tells what that end took."""
        now = self._clock()
        if self._last is not None:
            passed = now - self._last
            if self._gap_began is not None:
                pace = self._pace()
                expected = pace * (step - self.step) if pace is not None else 0.0
                self._gaps.append(max(0.0, passed - expected))
                passed = min(passed, expected) if pace is not None else 0.0
            self._trained += passed
        self._gap_began, self._last = None, now
        self.step = max(self.step, step)
        self._marks.append((self._trained, self.step))
        while len(self._marks) > 2 and self._trained - self._marks[1][0] > RECENT:
            self._marks.popleft()

    def _pace(self) -> float | None:
        """Seconds a step took of late."""
        if not self._marks:
            return None
        began, first = self._marks[0]
        done = self.step - first
        if done < LEAST_STEPS or self._trained - began < LEAST_SECONDS:
            return None
        return (self._trained - began) / done

    @property
    def seconds(self) -> float | None:
        """What is left; None until enough is known."""
        pace = self._pace()
        if pace is None or not self.total or not self._per_epoch:
            return None
        total = self.total if self._stops_at is None else min(self.total, self._stops_at)
        left = max(0, total - self.step)
        ends = max(0, -(-total // self._per_epoch) - self.step // self._per_epoch)
        return pace * left + self._end(pace) * ends

    def _end(self, pace: float) -> float:
        """Seconds that the end of an epoch takes: measured, or as long as validation should."""
        if self._gaps:
            return sum(self._gaps) / len(self._gaps)
        if not self._samples:
            return 0.0
        return pace * self._per_epoch * self._held_out / self._samples * FORWARD_SHARE
