"""What a run is made of, in a form that can be compared: whose checkpoint it is that one finds."""

from __future__ import annotations

import ast
import dataclasses
import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

import torch

from graph.errors import TrainingError
from graph.phrases import later
from train.reading_loss import BALANCED
from train.settings import TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program

#: What may change when a run is taken up again: how long it is, where, and what is kept of it.
FREE = (
    "epochs", "device", "processes", "weights", "checkpoint_every", "tensorboard", "xray", "sanity",
)  # fmt: skip

#: Parts of a setting that the user does not write.
UNNAMED = ("arguments", "options")

Recipe = dict[str, str]


def recipe_of(config: TrainingConfig, program: Program) -> Recipe:
    """The network as a hash, PyTorch's version, and every setting that decides the course."""
    settings = [part for part in dataclasses.fields(config) if part.name not in FREE]
    flat = {}
    for part in settings:
        flat.update(_flat(part.name, getattr(config, part.name)))
    return {"network": _network(program), "torch": str(torch.__version__), **flat}


def check_recipe(before: Mapping[str, str], now: Recipe) -> None:
    """Whether a checkpoint belongs to this run.

    Raises: TrainingError, naming the first thing that is another.
    """
    if before.get("network") != now["network"]:
        raise TrainingError(
            "the checkpoint belongs to another network",
            "put the network back to what it was, or start a new run",
        )
    if before.get("torch") != now["torch"]:
        raise TrainingError(
            later(
                "the checkpoint was written with PyTorch {before}, and this is {now}",
                before=before.get("torch", "?"),
                now=now["torch"],
            ),
            later(
                "install that version, or start a new run with weights: {file}",
                file="last.safetensors",
            ),
        )
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            none = later("nothing")
            raise TrainingError(
                later(
                    "the checkpoint was made with {name}: {before}, and now that is {now}",
                    name=name,
                    before=before.get(name, none),
                    now=now.get(name, none),
                ),
                "put it back to what it was, or start a new run",
            )


def check_without_data(before: Mapping[str, str], now: Recipe) -> None:
    """``check_recipe``, but for settings that become numbers when the data is looked at."""
    later_known = {name for name, value in now.items() if value == BALANCED}
    check_recipe({k: v for k, v in before.items() if k not in later_known},
                 {k: v for k, v in now.items() if k not in later_known})  # fmt: skip


def _network(program: Program) -> str:
    """A hash of what the network computes, whatever it is called and however it is written."""
    from codegen.program import Style
    from codegen.source import emit_source

    tree = ast.parse(emit_source(dataclasses.replace(program, style=Style(comments=False))).text)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    own = [made.file.digest for made in program.imports.values()]
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    if classes:
        classes[-1].name = "Network"
    text = "\n".join(
        [*(ast.unparse(node) for node in tree.body if isinstance(node, ast.ClassDef)), *own]
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _flat(name: str, value: object) -> Recipe:
    """``optimizer.lr`` and so on, each with its text; what is not set is not there."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = {part.name: getattr(value, part.name) for part in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        items: list[tuple[object, object]] = list(value.items())
    elif isinstance(value, tuple | list) and any(map(dataclasses.is_dataclass, value)):
        items = list(enumerate(value))
    else:
        return {} if value is None or value == () else {name: str(value)}
    flat = {}
    for key, one in items:
        inner = name if key in UNNAMED else f"{name}.{key}"
        flat.update(_flat(inner, one))
    return flat
