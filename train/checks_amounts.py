"""Whether there are samples enough: to train on at all, and for a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.edits import SetTraining
from graph.phrases import later
from graph.problems import Fix, Problem
from train.data import DataDescription
from train.reader import dropping, setting
from train.settings import TrainingConfig


def check_amounts(config: TrainingConfig, described: DataDescription) -> Iterator[Problem]:
    """What of samples and batches cannot be, with numbers that can."""
    training = described.parts["train"]
    if training < 1:
        yield Problem(
            "error",
            "no-samples",
            later(
                "training.data.validation: of {samples} samples none is left to train on",
                samples=described.samples,
            ),
            fixes=(setting(("data", "validation"), 0.2),),
        )
    elif config.data.batch_size > training:
        yield Problem(
            "warning",
            "batch-size",
            later(
                "training.data.batch_size: {batch_size} is more than the {training} "
                "samples there are to train on, so each epoch is one step",
                batch_size=config.data.batch_size,
                training=training,
            ),
            fixes=(setting(("data", "batch_size"), max(1, min(32, training))),),
        )
    for note in described.notes:
        said = later("training.data: {note}", note=note)
        yield Problem("warning", "data-parts", said, fixes=_other_splits(config, described))


def check_named_inputs(config: TrainingConfig, names: Sequence[str]) -> Iterator[Problem]:
    """Whether data that is said for each Input by its name is said for every one of them."""
    said = config.data.options.get("inputs")
    if not isinstance(said, Mapping) or not names:
        return
    path = ("data", "inputs")
    strange = [name for name in said if name not in names]
    missing = [name for name in names if name not in said]
    if strange or missing:
        words = (
            later("there is no Input {name}", name=repr(strange[0]))
            if strange
            else later("nothing is said for the Input {name}", name=repr(missing[0]))
        )
        there = later("there are {names}", names=", ".join(names))
        message = later("training.data.inputs: {words}; {there}", words=words, there=there)
        fixes = [dropping(path)]
        if len(strange) == len(missing) == 1:
            renamed = {missing[0] if key in strange else key: v for key, v in said.items()}
            fix = Fix(later("Rename it to {near}", near=missing[0]), SetTraining(path, renamed))
            fixes.insert(0, fix)
        yield Problem("error", "data-inputs", message, fixes=tuple(fixes))


def _other_splits(config: TrainingConfig, described: DataDescription) -> tuple[Fix, ...]:
    """A stratified split keeps every class in every part."""
    data = config.data
    if not described.balance or data.split == "stratified" or data.group or data.apart:
        return ()
    return (setting(("data", "split"), "stratified"),)
