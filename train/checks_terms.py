"""A loss of several: whether its outputs and targets are there, and each part on its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import DataError
from graph.phrases import later
from graph.problems import Problem
from train.catalog import did_you_mean
from train.data import DataDescription
from train.data.asking import INPUTS, target_option
from train.data.targets import describe_target
from train.parts import names_of
from train.reader import setting
from train.reading_loss import BALANCED
from train.settings import Term, TrainingConfig

if TYPE_CHECKING:
    from graph.document import Document


@dataclass(frozen=True)
class Compared:
    """One loss with what it compares: names of Output nodes, and what its target is."""

    config: TrainingConfig
    data: DataDescription
    outputs: tuple[str, ...]
    path: tuple[str, ...] = ("loss",)
    name: str = ""


def comparisons(
    document: Document,
    config: TrainingConfig,
    described: DataDescription,
    folder: Path | None,
    *,
    outside: bool,
) -> Iterator[Compared | Problem]:
    """Every loss of a run; a part of a sum that cannot be looked at is a problem instead."""
    there = tuple(node.name for node in document.graph.nodes if node.type == "Output")
    if not config.terms:
        yield Compared(config, described, there)
        return
    for index, (term, name) in enumerate(zip(config.terms, names_of(config.terms), strict=True)):
        path = ("loss", str(index))
        wrong = _missing_output(term, there, path)
        if wrong is not None:
            yield wrong
        if not term.outputs or not set(term.outputs) <= set(there):
            continue
        found = _target(config, term, folder, outside=outside, path=path)
        if isinstance(found, Problem):
            yield found
        else:
            yield Compared(replace(config, loss=term.loss), found, term.outputs, path, name)
    used = {output for term in config.terms for output in term.outputs}
    for output in there:
        if output not in used:
            said = later(
                "training.loss: no loss compares {output}, so it learns nothing", output=output
            )
            yield Problem("warning", "unused-output", said, node=output)


def _missing_output(term: Term, there: tuple[str, ...], path: tuple[str, ...]) -> Problem | None:
    missing = next((name for name in term.outputs if name not in there), None)
    if missing is None:
        return None
    near = did_you_mean(missing, there)
    said = later(
        "{name}: there is no Output node {missing}; there are {there}",
        name=".".join(("training", *path)),
        missing=repr(missing),
        there=", ".join(there),
    )
    names = tuple(near if name == missing else name for name in term.outputs)
    key = "output" if len(names) == 1 else "outputs"
    value = names[0] if len(names) == 1 else names
    fixes = (setting((*path, key), value),) if near else ()
    return Problem("error", "no-output", said, fixes=fixes)


def _target(
    config: TrainingConfig, term: Term, folder: Path | None, *, outside: bool, path: tuple[str, ...]
) -> DataDescription | Problem:
    where = ".".join(("training", *path, "target"))
    key = target_option(config.data)
    if term.target not in ("", INPUTS) and not key:
        said = later(
            "{name}: {source} has one target only; leave target out, or say inputs",
            name=where,
            source=config.data.source,
        )
        return Problem("error", "bad-value", said)
    named = any(one.target not in ("", INPUTS) for one in config.terms)
    if not term.target and named and key == "target" and not config.data.options.get(key):
        said = later("{name}: name the column, since other losses name theirs", name=where)
        return Problem("error", "missing-value", said)
    try:
        return describe_target(config.data, term.target, folder, outside=outside)
    except DataError as error:
        return Problem("error", "bad-data", later("{name}: {words}", name=where, words=error))


def check_class_weights(compared: Compared) -> Iterator[Problem]:
    """One weight for each class, or weights that follow from the classes there are."""
    loss, classes = compared.config.loss, compared.data.classes
    for key in ("weight", "pos_weight"):
        given = loss.arguments.get(key)
        shown = "class_weight" if key == "weight" and compared.name else key
        where = ".".join(("training", *compared.path, shown))
        if given == BALANCED and not classes:
            said = later("{name}: there are no classes to balance", name=where)
            yield Problem("error", "no-classes", said)
        elif key == "weight" and classes and isinstance(given, tuple):
            yield from _check_count(given, classes, where, (*compared.path, shown))


def _check_count(
    given: tuple[Any, ...], classes: tuple[str, ...], where: str, path: tuple[str, ...]
) -> Iterator[Problem]:
    if len(given) == len(classes):
        return
    said = later(
        "{name}: {count} weights for {classes} classes",
        name=where,
        count=len(given),
        classes=len(classes),
    )
    yield Problem("error", "class-weights", said, fixes=(setting(path, BALANCED),))
