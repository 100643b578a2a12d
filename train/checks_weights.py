"""Whether the file that a network starts from is where the project says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.edits import UNSET, SetTraining
from graph.errors import DataError
from graph.phrases import later
from graph.problems import Fix, Problem
from train.data.location import OutsideFolder, locate
from train.settings import TrainingConfig


def check_weights(
    config: TrainingConfig, folder: Path | None, *, outside: bool
) -> Iterator[Problem]:
    """Whether the file that the network starts from is there; it is not read yet."""
    if config.weights is None:
        return
    drop = Fix("Start from drawn weights", SetTraining(("weights",), UNSET))
    for place in (config.weights.path, config.weights.table):
        try:
            if place:
                locate(place, folder, outside=outside, kind=later("file or run"))
        except OutsideFolder as error:
            yield Problem(
                "hint", "weights-outside-folder", later("training.weights: {error}", error=error)
            )
        except DataError as error:
            yield Problem(
                "error",
                "no-weights",
                later("training.weights: {error}", error=error),
                fixes=(drop,),
            )
