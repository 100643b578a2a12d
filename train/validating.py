"""What a network makes of samples that it does not learn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

import torch

from train.batches import Batch
from train.metrics import Meter
from train.predictions.keeping import Predictions
from train.step import Step
from train.unread import Unread


class Examiner:
    """Measures loss and metrics over batches; it can be ended in their middle."""

    def __init__(self, stepping: Step, meter: Meter, after_batch: Callable[[], None]) -> None:
        self._stepping, self._meter, self._unread = stepping, meter, Unread()
        #: Sees the answers of a validation, where somebody wants to.
        self.audience: Predictions | None = None
        self._after_batch, self._is_ended = after_batch, False

    def begin(self, *, is_wanted: bool) -> None:
        """A validation begins; ``is_wanted`` has it looked at, whatever that costs."""
        if self.audience is not None:
            self.audience.begin(is_wanted=is_wanted)

    def measure(self, batches: Iterator[Batch], steps: int) -> dict[str, float]:
        """Loss and metrics by their names; empty without any samples."""
        self._meter.reset()
        self._unread.clear()
        self._is_ended = False
        if steps:
            self._stepping.judged.eval()
            for batch in islice(batches, steps):
                self._examine(batch)
                self._after_batch()
                if self._is_ended:
                    break
            self._stepping.network.train()
        self._unread.read(self._meter)
        return self._meter.result()

    def end(self) -> None:
        self._is_ended = True

    def _examine(self, batch: Batch) -> None:
        inputs, targets = batch
        with torch.no_grad():
            outputs, loss = self._stepping.judge(inputs, targets)
        self._meter.add(outputs, targets)
        self._unread.add([loss], [targets[0].shape[0]])
        if self.audience is not None:
            self.audience.see(outputs, targets)
