"""The samples that nothing was chosen by: what the network makes of them, once, at the end."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from graph.errors import LoomError, TrainingError
from graph.phrases import later
from graph.project_file import load_project
from train.checkpoints import Kept
from train.events import Event
from train.run_folder import PROJECT, RunFolder
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from train.engine import Trainer


def take_best(trainer: Trainer, kept: Kept) -> dict[str, Any]:
    """Give the network the best weights that are kept, and say which those are.

    Where none are kept as the best it stays as it is.
    """
    try:
        name, state = kept.load("best")
    except TrainingError:
        return {"weights": "last", "epoch": trainer.epoch, "step": trainer.step}
    try:
        trainer.stepping.judged.load_state_dict(state.get("average", state)["network"])
    except RuntimeError as error:
        raise TrainingError(
            later("{name}: the checkpoint belongs to another network", name=name),
            later("open the project of that run, project.loom.yaml in its folder"),
        ) from error
    return {"weights": name, "epoch": state["epoch"], "step": state["step"]}


def tested(trainer: Trainer) -> dict[str, float]:
    """Loss and metrics on the samples to test with; empty where there are none."""
    batches = trainer.batches
    return trainer.measure(batches.test(), batches.test_steps)


def test_event(trainer: Trainer, kept: Kept) -> Event | None:
    """The event ``test`` at the end of a run; None where nothing is held out for it."""
    if not trainer.batches.test_samples:
        return None
    which = take_best(trainer, kept)
    found = tested(trainer)
    return None if trainer.is_leaving else {"event": "test", **which, "test": found}


def evaluation(trainer: Trainer, kept: Kept) -> Event:
    """What ``train --evaluate`` tells: the best weights on all samples that are held out.

    Raises: TrainingError, where there are none.
    """
    batches = trainer.batches
    if not batches.validation_samples and not batches.test_samples:
        raise TrainingError(
            later("no samples are held out to evaluate with"),
            later("set validation or test in training.data"),
        )
    which = take_best(trainer, kept)
    validation = trainer.measure(batches.validation(), batches.validation_steps)
    return {
        "event": "evaluation",
        "time": round(time.time(), 3),
        **which,
        "validation": validation,
        "test": tested(trainer),
    }


def is_same_data(config: TrainingConfig, folder: RunFolder) -> bool:
    """Whether what is held out is so by the settings that the run in ``folder`` has kept."""
    try:
        kept = TrainingConfig.from_document(load_project(folder.path / PROJECT))
    except (LoomError, OSError):
        return False
    return kept.data == config.data and kept.seed == config.seed
