"""What the window is told of a file of weights, also where there is no network for it yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.document import Document
from graph.errors import LoomError, LoweringError
from graph.phrases import later, phrase_to_plain
from train.weight_files import described, read_weights
from train.weight_matching import MatchReport, shown


def matching_answer(
    match: Callable[[], MatchReport | None], document: Document, path: Path
) -> dict[str, Any]:
    """``report``, or the ``reason`` why there is none, with all ``tensors`` of the file then."""
    try:
        report = match()
    except LoweringError as error:
        return _without_network(document, path, error)
    except LoomError as error:
        return {"report": None, "reason": str(error)}
    if report is None:
        return {"report": None, "reason": ""}
    words = phrase_to_plain(report.words)
    return {"report": {**report.to_plain(), "words": words}, "reason": ""}


def _without_network(document: Document, path: Path, error: LoweringError) -> dict[str, Any]:
    try:
        tensors = described(read_weights(path))
    except LoomError as unreadable:
        return {"report": None, "reason": str(unreadable)}
    reason = later(
        "{problem} When that is mended, this says what of the file fits.", problem=error.message
    )
    if not len(document.graph):
        reason = later(
            "The canvas is empty: draw or open the network that these weights belong to, and drop "
            "the file again."
        )
    named = [[name, shown((shape, dtype))] for name, shape, dtype in tensors]
    return {"report": None, "reason": reason, "tensors": named}
