"""When garbage is collected: not while a large file is built up, and where the caller says."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from graph.allowance import Allowance

#: For whole collections: everything stops for them.
_ALLOWANCE = Allowance(0.01)


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
    counts, thresholds = gc.get_count(), gc.get_threshold()
    if counts[0] <= thresholds[0]:
        return
    if counts[1] <= thresholds[1]:
        gc.collect(0)
    elif counts[2] <= thresholds[2] or not _ALLOWANCE.is_due:
        gc.collect(1)
    else:
        with _ALLOWANCE.spent():
            gc.collect()
