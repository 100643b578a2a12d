"""Losses that are still on the device: reading them waits for it, so it is done seldom."""

from __future__ import annotations

import math

import torch

from graph.errors import TrainingError
from graph.phrases import later
from train.metrics import Meter


class NotFinite(TrainingError):
    """The loss is NaN or infinite: going on would make it no better."""

    step = 0  # after which that was, or at which, where it was while training
    validating = False


class Unread:
    """Gathers steps that were made, and reads their losses all at once."""

    def __init__(self) -> None:
        self._steps: list[tuple[list[torch.Tensor], list[int]]] = []

    def add(self, losses: list[torch.Tensor], sizes: list[int]) -> None:
        """A step: the loss of each of its batches, and their samples."""
        self._steps.append((losses, sizes))

    def clear(self) -> None:
        self._steps.clear()

    def read(self, meter: Meter) -> tuple[list[float], list[int]]:
        """The loss of every step since the last time, and its samples; ``meter`` sums them up."""
        if not self._steps:
            return [], []
        read = iter(torch.stack([loss for each, _ in self._steps for loss in each]).tolist())
        losses, sizes = [], []
        for _, parts in self._steps:
            found = [next(read) for _ in parts]
            for loss, size in zip(found, parts, strict=True):
                meter.add_loss(loss, size)
            losses.append(found[0] if len(found) == 1 else _mean(found, parts))
            sizes.append(sum(parts))
        self._steps.clear()
        return losses, sizes


def _mean(values: list[float], weights: list[int]) -> float:
    return sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


def not_finite(
    loss: float, where: str, rates: list[float], step: int, *, validating: bool = False
) -> NotFinite:
    """What to say of a loss that is no number."""
    what = later("not a number (NaN)") if math.isnan(loss) else later("infinite")
    shown = ", ".join(f"{rate:g}" for rate in rates)
    error = NotFinite(
        later("the loss became {what} {where}", what=what, where=where),
        later(
            "lower the learning rate (now {rates}), or look for values that are far too large",
            rates=shown,
        ),
    )
    error.step, error.validating = step, validating
    return error
