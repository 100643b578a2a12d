"""When garbage is collected: not while a large file is built up, and where the caller says."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager

#: The share of the time that whole collections may take: everything stops for them.
SHARE = 0.01

_not_before = 0.0


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Without it, a third of the time of reading 5,000 layers goes into collections in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def keep_for_long() -> None:
    """Let later collections look only at what comes from now on.

    With 5,000 layers on the canvas each would take a fifth of a second else. What became garbage
    since the last time is cleared away first.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()


def collect_what_is_due() -> None:
    """Collect the generations that ``gc`` would collect by now if it were switched on."""
    global _not_before
    counts, thresholds = gc.get_count(), gc.get_threshold()
    if counts[0] <= thresholds[0]:
        return
    begun = time.perf_counter()
    if counts[1] <= thresholds[1]:
        gc.collect(0)
    elif counts[2] <= thresholds[2] or begun < _not_before:
        gc.collect(1)
    else:
        gc.collect()
        ended = time.perf_counter()
        _not_before = ended + (ended - begun) / SHARE
