"""The checkpoints and the weights of a run: how they come into its folder, and are found there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from graph.errors import TrainingError
from graph.phrases import later
from graph.whole_file import write_whole
from train import checkpoints
from train.checkpoints import State
from train.crew import Crew
from train.recipe import Recipe
from train.run_folder import RunFolder
from train.weight_files import weights_bytes


class Keeping:
    """Keeps what a run is to go on from. Of several processes the first does it for all."""

    def __init__(self, folder: RunFolder, crew: Crew) -> None:
        self._folder, self._crew = folder, crew
        self._best = ""
        #: What the run is made of, by which its checkpoints are known.
        self.recipe: Recipe = {}

    @property
    def _checkpoints(self) -> Path:
        return self._folder.checkpoints

    def go_on_from(self, found: State) -> State:
        """The state that the first process has ``found``, in every process."""
        state = self._crew.from_first(lambda: found)
        self._best = state.get("best_checkpoint", "")
        return state

    def find_best(self) -> None:
        """Learn from the newest checkpoint which is the best, whoever's that is."""
        _, state, _ = checkpoints.load_newest(self._checkpoints)
        self._best = state.get("best_checkpoint", "")

    def load(self, to: str) -> tuple[str, State]:
        """A checkpoint of this run to go back to. Raises: TrainingError."""

        def found() -> tuple[str, State]:
            path = checkpoints.find_checkpoint(self._checkpoints, to, self._best)
            return path.name, checkpoints.load_checkpoint(path)

        return self._crew.from_first(found)

    def set_aside(self, step: int) -> None:
        """No checkpoint later than ``step`` may be the newest."""
        checkpoints.set_aside(self._checkpoints, step)

    def save(self, state: State, is_best: bool) -> dict[str, Any]:
        """Keep a checkpoint and the weights; say where. Raises: TrainingError."""
        name = checkpoints.checkpoint_name(state["epoch"], state["step"])
        path = self._checkpoints / name
        if is_best:
            self._best = name
        try:
            own = {"best_checkpoint": self._best, "recipe": self.recipe}
            digest = checkpoints.save_checkpoint(path, {**state, **own})
            weights = weights_bytes(state.get("average", state)["network"])
            write_whole(self._folder.last, weights)
            if is_best:
                write_whole(self._folder.best, weights)
            checkpoints.drop_old(self._checkpoints, self._best)
        except OSError as error:
            raise TrainingError(
                later(
                    "{path}: the checkpoint cannot be written ({reason}); the run ends here",
                    path=path,
                    reason=error.strerror,
                ),
                "make room on the disk and resume: earlier checkpoints are whole",
            ) from error
        kept = [each.name for each in checkpoints.list_checkpoints(self._checkpoints)]
        return {"path": str(path), "sha256": digest, "kept": kept}


class ReadingOnly(Keeping):
    """Writes nothing: somebody else keeps this run."""

    def set_aside(self, step: int) -> None:
        """Nothing is moved."""

    def save(self, state: State, is_best: bool) -> dict[str, Any]:
        return {"path": "", "sha256": "", "kept": []}
