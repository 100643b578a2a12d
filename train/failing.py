"""Why a run could not go on, in plain words."""

from __future__ import annotations

from graph.errors import DataError, LoomError
from graph.phrases import joined, later
from train.events import Event, problem


def failure(error: Exception) -> Event:
    """The last event of a run that could not go on, in plain words."""
    if isinstance(error, LoomError):
        code = "bad-data" if isinstance(error, DataError) else "training-failed"
        return problem(error.message, error.advice, code=code)
    text = str(error)
    if isinstance(error, MemoryError) or "memory" in text.lower():
        return problem(
            later("there was not enough memory"),
            later("lower batch_size, use smaller layers, or close other programs"),
            code="out-of-memory",
        )
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        advice = later("the last checkpoint is whole: resume from it")
        return problem(joined("", (where, error.strerror or text)), advice, code="system")
    first = text.strip().splitlines()[0] if text.strip() else later("no reason given")
    return problem(
        later("PyTorch could not take this step: {first}", first=first), code="step-failed"
    )
