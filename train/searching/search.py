"""Which search is wanted, and doing it."""

from __future__ import annotations

from graph.errors import TrainingError
from graph.phrases import later
from train.events import Emit, Event
from train.searching.batch_fit import find_batch_size
from train.searching.range_test import Setup, find_rate
from train.steering import Steering

SEARCHES = ("lr", "batch_size")


def search(setup: Setup, what: str, limit: float | None, emit: Emit, steering: Steering) -> Event:
    """Do one of ``SEARCHES``; the last event says what came of it. Raises: TrainingError."""
    if what == "lr":
        return find_rate(setup, emit, steering)
    if what == "batch_size":
        return find_batch_size(setup, emit, steering, limit)
    raise TrainingError(later("there is no search for {what}", what=repr(what)))
