"""Checkpoints that survive kill -9: written aside, synced, renamed, and checked by a hash."""

from __future__ import annotations

import hashlib
import io
import pickle
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
import torch

from graph.errors import TrainingError
from graph.phrases import joined, later
from graph.whole_file import write_whole

VERSION = 2

#: How many of the newest checkpoints stay in a run's folder, the best one not counted.
KEPT = 5

#: Where checkpoints lie that a run has gone back behind.
ABANDONED = "abandoned"

NAME = re.compile(r"epoch_(\d+)_step_(\d+)\.pt")

State = dict[str, Any]

#: Keeps a state, the best so far or not, and returns what to say of it.
Save = Callable[[State, bool], dict[str, Any]]


class Kept(Protocol):
    """The checkpoints of a run, to go back to."""

    def load(self, to: str) -> tuple[str, State]:
        """The name of a checkpoint, and its state. Raises: TrainingError."""
        ...

    def set_aside(self, step: int) -> None:
        """The run has gone back to a step: no later checkpoint may be the newest."""
        ...


def check_belongs(state: State, steps_per_epoch: int) -> None:
    """Raises: TrainingError, if the state is of a run over other data."""
    if state["steps_per_epoch"] != steps_per_epoch:
        raise TrainingError(
            later(
                "the run had {before} steps an epoch, now there are {now}",
                before=state["steps_per_epoch"],
                now=steps_per_epoch,
            ),
            "put data and batch_size back to what they were, or start a new run",
        )


def checkpoint_name(epoch: int, step: int) -> str:
    """Names sort by age, and say what is inside."""
    return f"epoch_{epoch:04d}_step_{step:08d}.pt"


def save_checkpoint(path: Path, state: State) -> str:
    """Write a checkpoint and, last, the file with its SHA-256; return the hash."""
    buffer = io.BytesIO()
    torch.save({"layerloom": VERSION, **state}, buffer)
    data = buffer.getvalue()
    digest = hashlib.sha256(data).hexdigest()
    write_whole(path, data)
    write_whole(hash_file(path), f"{digest}  {path.name}\n".encode())
    return digest


def hash_file(path: Path) -> Path:
    """The file beside a checkpoint that ``sha256sum -c`` understands."""
    return path.with_name(path.name + ".sha256")


def load_checkpoint(path: Path) -> State:
    """Read a checkpoint without ever running code from it.

    Raises: TrainingError, if it is torn, changed, foreign or of a newer version.
    """
    try:
        said = hash_file(path).read_text(encoding="ascii").split()
        data = path.read_bytes()
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(
            later("{name}: the checkpoint is not complete", name=path.name),
            "an older one is used if there is one",
        ) from error
    if not said or hashlib.sha256(data).hexdigest() != said[0]:
        raise TrainingError(
            later(
                "{name}: the checkpoint is damaged: its hash differs from the one written with it",
                name=path.name,
            )
        )
    try:
        state: State = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
        version = state["layerloom"]
    except (
        RuntimeError, pickle.UnpicklingError, EOFError, KeyError, ValueError, TypeError,
        AttributeError, IndexError, zipfile.BadZipFile, OSError,
    ) as error:  # fmt: skip
        raise TrainingError(later("{name}: is no checkpoint of a run", name=path.name)) from error
    if version != VERSION:
        raise TrainingError(
            later(
                "{name}: was written by another version of this program ({version})",
                name=path.name,
                version=version,
            )
        )
    return state


def list_checkpoints(folder: Path) -> list[Path]:
    """Checkpoints of a folder, newest first; half-written files are not among them."""
    found = [path for path in folder.glob("*.pt") if NAME.fullmatch(path.name)]
    return sorted(found, key=lambda path: path.name, reverse=True)


def load_newest(folder: Path) -> tuple[Path, State, list[str]]:
    """Return the newest checkpoint that is whole, and what was wrong with those passed over.

    Raises: TrainingError, if there is none.
    """
    passed_over: list[str] = []
    for path in list_checkpoints(folder):
        try:
            return path, load_checkpoint(path), passed_over
        except TrainingError as error:
            passed_over.append(str(error))
    raise TrainingError(
        joined("; ", passed_over)
        or later("{parent}: there is no checkpoint to go on from", parent=folder.parent),
        "start a new run",
    )


def drop_old(folder: Path, best: str) -> None:
    """Remove all but the newest checkpoints and the best; also what a kill left half-written."""
    for path in list_checkpoints(folder)[KEPT:]:
        if path.name != best:
            path.unlink(missing_ok=True)
            hash_file(path).unlink(missing_ok=True)


def find_checkpoint(folder: Path, to: str, best: str) -> Path:
    """The checkpoint that is called so: its name, ``best``, or an epoch, of which the newest.

    Raises: TrainingError, if it is not kept.
    """
    name = best if to == "best" else to
    places = [folder, folder / ABANDONED]
    there = [path for place in places for path in list_checkpoints(place)]
    for path in there:
        epoch, _ = NAME.fullmatch(path.name).groups()  # type: ignore[union-attr]
        if path.name == name or (to.isdecimal() and int(epoch) == int(to)):
            return path
    raise TrainingError(
        later("there is no checkpoint {name}", name=repr(to)),
        later("there are {names}", names=", ".join(p.name for p in there))
        if there
        else later("none has been kept yet: keep one, or wait for the end of an epoch"),
    )


def set_aside(folder: Path, step: int) -> None:
    """Move checkpoints later than ``step`` away, for the run goes on from there."""
    aside = folder / ABANDONED
    for path in list_checkpoints(folder):
        if int(NAME.fullmatch(path.name).group(2)) > step:  # type: ignore[union-attr]
            aside.mkdir(exist_ok=True)
            for file in (path, hash_file(path)):
                file.replace(aside / file.name)


def clear_leftovers(folder: Path) -> None:
    for path in folder.glob(".*.tmp"):
        path.unlink(missing_ok=True)


def random_states() -> State:
    """The state of every global random generator a run can draw from."""
    kind, keys, position, has_gauss, gauss = cast("tuple[Any, ...]", np.random.get_state())
    states: State = {
        "torch": torch.get_rng_state(),
        "numpy": [str(kind), torch.from_numpy(keys.astype(np.int64)), position, has_gauss, gauss],
        # a list would cost as much as all else to save
        "python": torch.from_numpy(np.array(random.getstate()[1], dtype=np.int64)),
        "gauss": random.getstate()[2],
    }
    if torch.cuda.is_available():
        states["cuda"] = torch.cuda.get_rng_state_all()
    return states


def restore_random_states(states: Mapping[str, Any]) -> None:
    kind, keys, position, has_gauss, gauss = states["numpy"]
    torch.set_rng_state(states["torch"])
    np.random.set_state((kind, keys.numpy().astype(np.uint32), position, has_gauss, gauss))
    python = torch.as_tensor(states["python"]).tolist()  # a list in older checkpoints
    random.setstate((3, tuple(python), states["gauss"]))
    if "cuda" in states and torch.cuda.is_available():
        torch.cuda.set_rng_state_all(states["cuda"])
