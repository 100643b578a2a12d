"""How far a run is and how long it will take, from its events."""

from __future__ import annotations

from typing import Any

from app.translating import tr
from app.words import duration
from train.progress import TimeLeft

Event = dict[str, Any]


class RunProgress:
    """Takes events in and says what they come to; it shows nothing."""

    def __init__(self) -> None:
        self.epochs = 0
        self.steps_per_epoch = 0
        self.step = 0
        self._left = TimeLeft()

    def take(self, event: Event) -> None:
        self._left.take(event)
        match event.get("event"):
            case "started":
                self.epochs = int(event.get("epochs") or 0)
                self.steps_per_epoch = int(event.get("steps_per_epoch") or 0)
                self.step = int(event.get("step") or 0)
            case "epochs":
                self.epochs = int(event.get("epochs") or self.epochs)
            case "rolled_back":
                self.step = int(event.get("to_step") or 0)
            case "step" | "epoch":
                self.step = max(self.step, int(event.get("step") or 0))
            case "done":
                self.step = self.epochs * self.steps_per_epoch

    @property
    def position(self) -> float:
        """In epochs: 1.5 is half way through the second."""
        return self.step / self.steps_per_epoch if self.steps_per_epoch else 0.0

    @property
    def fraction(self) -> float:
        """From 0 to 1."""
        total = self.epochs * self.steps_per_epoch
        return min(1.0, self.step / total) if total else 0.0

    @property
    def epoch(self) -> int:
        """The epoch that is under way, counted from 1."""
        if not self.steps_per_epoch:
            return 1
        return min(self.epochs, self.step // self.steps_per_epoch + 1)

    @property
    def seconds_left(self) -> float | None:
        """By the pace of late, validation included; None until enough is known."""
        return self._left.seconds

    @property
    def words(self) -> str:
        if not self.epochs:
            return tr("Starting")
        left = self.seconds_left
        if left is None:
            return tr("Epoch {epoch} of {epochs}").format(epoch=self.epoch, epochs=self.epochs)
        return tr("Epoch {epoch} of {epochs}, {time} left").format(
            epoch=self.epoch, epochs=self.epochs, time=duration(left)
        )
