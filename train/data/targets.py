"""Several targets from one data set: its source is asked once for each, and gives the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from graph.errors import DataError
from graph.phrases import later
from train.data import DataDescription, Prepared, describe, load
from train.data.asking import INPUTS, data_for, target_option
from train.data.on_disk import are_same
from train.settings import DataConfig, TrainingConfig


def without_targets(config: TrainingConfig) -> TrainingConfig:
    """Columns that are compared with go into no network, so inputs leave them out.

    The first of them that has classes is what a stratified split goes by.
    """
    named = [t.target for t in config.terms if t.target not in ("", INPUTS)]
    named = list(dict.fromkeys(named))
    data = config.data
    if named and target_option(data) == "target":
        every = all(term.target for term in config.terms)
        data = _without_columns(data, named[1:] if every else named, named[0] if every else "")
    if named and data.split == "stratified" and target_option(data):
        data = replace(data, strata=tuple(data_for(data, name) for name in ("", *named)))
    return replace(config, data=data)


def _without_columns(data: DataConfig, named: Sequence[str], target: str) -> DataConfig:
    """A table whose inputs leave columns out; ``target``, if named, is the one to predict."""
    options = dict(data.options)
    if target:
        options["target"] = target
    ignored = options.get("ignore") or ()
    ignored = (ignored,) if isinstance(ignored, str) else tuple(ignored)
    named = [name for name in named if name != options.get("target")]
    options["ignore"] = tuple(dict.fromkeys((*ignored, *named)))
    return replace(data, options=options)


def describe_target(
    data: DataConfig, target: str, folder: Path | None = None, *, outside: bool = False
) -> DataDescription:
    """What a data set says of itself and of one of its targets. Raises: DataError."""
    described = describe(data_for(data, target), folder, outside=outside)
    if target == INPUTS:
        return replace(described, target=described.inputs[0], classes=(), gives_back=True)
    return described


def load_target(data: DataConfig, target: str, main: Prepared, folder: Path | None) -> Prepared:
    """The data set with another of its targets, sample by sample the same as ``main``.

    Raises: DataError, naming the target, where it cannot be had or belongs to other samples.
    """
    if target == "" or data_for(data, target) == data:
        found = main
    else:
        found = load(data_for(data, target), folder, known=main.lexicon)
    if target == INPUTS:
        return replace(
            main,
            train_target=main.train_inputs[0],
            validation_target=main.validation_inputs[0],
            test_target=main.test_inputs[0] if main.test_samples else main.test_target,
            classes=(),
            target_mean=0.0,
            target_scale=1.0,
            gives_back=True,
        )
    same = len(found.train_target) == len(main.train_target) and all(
        are_same(one, other)
        for one, other in zip(found.train_inputs, main.train_inputs, strict=True)
    )
    if not same:
        raise DataError(
            later("the target {target} comes with other samples", target=repr(target)),
            "split the data in a way that does not follow the target",
        )
    return found
