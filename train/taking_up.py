"""A run is taken up again: from which checkpoint, and for how many epochs in all."""

from __future__ import annotations

from dataclasses import dataclass, field

import torch

from graph.errors import LoomError, TrainingError
from graph.phrases import later
from graph.project_file import load_project
from train import checkpoints
from train.checkpoints import State
from train.engine import Trainer
from train.events import Emit, Event, problem
from train.recipe import Recipe, check_recipe, check_without_data
from train.run_folder import PROJECT, RunFolder
from train.runs.record import DONE, read_run
from train.settings import TrainingConfig


@dataclass(frozen=True)
class Past:
    """What a run is taken up from, as the process that writes its folder has found it.

    ``torn`` tells of the checkpoints that were passed over; ``asked`` is how many epochs it is to
    have in all, None for as many as it has; ``is_over`` says that nothing is left to do.
    """

    state: State = field(default_factory=dict)
    torn: tuple[Event, ...] = ()
    asked: int | None = None
    is_over: bool = False


def look_back(
    folder: RunFolder, wanted: int | None, config: TrainingConfig, recipe: Recipe
) -> Past:
    """Find what there is to go on from; reads no data.

    Raises: TrainingError, if no checkpoint is whole, or the newest belongs to something else.
    """
    path, state, passed_over = checkpoints.load_newest(folder.checkpoints)
    advice = later("going on from {name}", name=path.name)
    torn = (problem(said, advice, code="torn-checkpoint", fatal=False) for said in passed_over)
    check_without_data(state.get("recipe", {}), recipe)
    asked = _asked_epochs(wanted, config, folder)
    epochs = state.get("acts", {}).get("epochs") or planned_epochs(state, config)
    is_over = read_run(folder.path, held=False).state == DONE and (
        asked is None or asked == epochs == state["epoch"]
    )
    return Past(state, tuple(torn), asked, is_over)


def is_over_event(folder: RunFolder, past: Past) -> Event | None:
    """The last event where a run that is finished was to go on; None of one that is not."""
    if not past.is_over:
        return None
    return {
        "event": "done",
        "epochs": past.state["epoch"],
        "step": past.state["step"],
        "run": str(folder.path),
        "weights": str(folder.last),
        "was_over": True,
    }


def planned_epochs(state: State, config: TrainingConfig) -> int:
    """How many epochs the run was begun with, which its schedule was made for.

    More or fewer since then are an act, whatever its project says now.
    """
    return int(state.get("acts", {}).get("planned") or config.epochs)


def _asked_epochs(wanted: int | None, config: TrainingConfig, folder: RunFolder) -> int | None:
    """How many epochs in all whoever takes the run up asks for; None for as many as it has.

    By a number, or by a project that has another one than when the run was last begun or taken up.
    """
    if wanted is not None:
        return wanted
    try:
        kept = TrainingConfig.from_document(load_project(folder.path / PROJECT)).epochs
    except (LoomError, OSError):  # nothing to compare with, so nothing was changed
        return None
    return config.epochs if config.epochs != kept else None


def take_up(
    trainer: Trainer, state: State, recipe: Recipe, asked: int | None, emit: Emit
) -> int | None:
    """Bring a trainer to where ``state`` was taken; return the epochs that it is still to be given.

    ``asked`` is how many it is to have in all.
    Raises: TrainingError, if the state belongs to something else, or the run is past ``asked``.
    """
    check_recipe(state.get("recipe", {}), recipe)
    trainer.restore(state)
    if asked is not None and asked < trainer.epoch:
        raise TrainingError(
            later(
                "the run is in epoch {epoch} already, and is to have {asked} in all",
                epoch=trainer.epoch,
                asked=asked,
            ),
            later(
                "set epochs to {epoch} or more, or back to the {before} that it had; to have it "
                "as it was earlier, go back to a checkpoint in the window",
                epoch=trainer.epoch,
                before=trainer.acts.epochs,
            ),
        )
    if state["threads"] != torch.get_num_threads():
        said = later(
            "the run had {before} threads, and now has {now}: its numbers may differ a little",
            before=state["threads"],
            now=torch.get_num_threads(),
        )
        emit(problem(said, code="threads", fatal=False))
    before, now = 1 + len(state.get("others", ())), trainer.processes
    if before != now:
        said = later(
            "processes that trained this run: {before}, and now {now}: its numbers may differ a "
            "little",
            before=before,
            now=now,
        )
        emit(problem(said, code="processes", fatal=False))
    is_more = asked != trainer.acts.epochs or trainer.judge.verdict
    return asked if is_more else None
