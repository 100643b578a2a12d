"""Steps become events: few enough to watch, with every step in them."""

from __future__ import annotations

import time

from train import events
from train.gauges import Gauges

#: Seconds between two ``step`` events: 20 a second.
REPORT_EVERY = 0.05


class Reports:
    """Gathers steps into at most 20 events a second, and measures how fast they come."""

    def __init__(self, emit: events.Emit, gauges: Gauges) -> None:
        self._emit, self._gauges = emit, gauges
        self._rates: list[list[float]] = []
        self.restart()

    def restart(self) -> None:
        """An epoch begins: its speed is measured without what came before."""
        self._epoch_began = self._last = time.monotonic()
        self._samples = 0
        self._training_ended: float | None = None

    def leave_out(self, seconds: float) -> None:
        """Time that passed without training does not count."""
        self._epoch_began += seconds
        self._last += seconds

    def due(self) -> bool:
        return time.monotonic() - self._last >= REPORT_EVERY

    def note_rate(self, rates: list[float]) -> None:
        """The rates a step was made with, where the schedule changes them every step."""
        self._rates.append(rates)

    def steps(
        self, epoch: int, first: int, losses: list[float], sizes: list[int], rates: list[float]
    ) -> None:
        now = time.monotonic()
        samples = sum(sizes)
        self._samples += samples
        used = self._rates[-len(losses) :] or [rates]
        self._rates = []
        self._emit(
            {
                "event": "step",
                "epoch": epoch,
                "step": first + len(losses) - 1,
                "steps": list(range(first, first + len(losses))),
                "loss": losses,
                "lr": used[-1],
                "throughput": round(samples / max(now - self._last, 1e-9), 1),
                **self._gauges.read(),
            }
        )
        self._last = self._training_ended = now

    def epoch_speed(self) -> dict[str, float]:
        ended = self._training_ended or time.monotonic()
        training = max(ended - self._epoch_began, 1e-9)
        return {
            "seconds": round(time.monotonic() - self._epoch_began, 3),
            "throughput": round(self._samples / training, 1),
        }
