"""The door to training's configuration: reading it, checking it, setting values; no torch."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from graph.edits import SetTraining
from graph.errors import TrainingError
from graph.phrases import later
from train.checks import check_training
from train.reading import read_training
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from graph.document import Document

__all__ = ["TrainingConfig", "check_training", "set_values"]


def set_values(document: Document, settings: Iterable[str], folder: Path | None = None) -> None:
    """Apply ``KEY=VALUE`` texts such as ``optimizer.lr=0.01`` to ``training:``.

    Raises: TrainingError, if a text is no setting or the value makes no sense there; the
    document is left with the settings before it.
    """
    from graph.project_file import read_value

    for text in settings:
        key, equals, value = text.partition("=")
        path = tuple(part.strip() for part in key.split("."))
        if not equals or not all(path):
            raise TrainingError(
                later("{text} is no setting", text=repr(text)), "write it as optimizer.lr=0.01"
            )
        before = {p.message for p in read_training(document.training)[1]}
        inverse = document.apply(SetTraining(path, read_value(value)))
        new = [p for p in read_training(document.training)[1] if p.message not in before]
        if any(p.severity == "error" for p in new):
            document.apply(inverse)
            raise TrainingError(new[0].message)
