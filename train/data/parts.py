"""Which samples are trained on, which validate, and which test.

The small functions that draw stand alone and use NumPy only: an exported training script carries
their text, so that it draws the very same parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from graph.errors import DataError
from graph.phrases import later
from train.data.description import NumpyArray
from train.settings import DataConfig

Indices = npt.NDArray[np.int64]

#: The parts of a data set, in the order in which files of their own follow each other.
PARTS = ("train", "validation", "test")


class Partition(NamedTuple):
    """The samples of each part, by their place in the whole set."""

    train: Indices
    validation: Indices
    test: Indices


def split_indices(samples: int, validation: float, seed: int) -> tuple[Indices, Indices]:
    """Return the shuffled indices of the training and of the validation samples."""
    order = np.random.RandomState(seed).permutation(samples).astype(np.int64)
    held_out = round(samples * validation)
    return order[: samples - held_out], order[samples - held_out :]


def split_by_class(
    labels: NumpyArray, validation: float, test: float, seed: int
) -> tuple[Indices, Indices, Indices]:
    """Return shuffled indices to train, to validate and to test with, each class in proportion.

    A class goes into every part that is wanted, as long as it has a sample for each.
    """
    order = np.random.RandomState(seed).permutation(len(labels)).astype(np.int64)
    part = np.zeros(len(labels), np.int64)
    wanted = [(2, test), (1, validation)]
    for label in np.unique(labels):
        rest = order[labels[order] == label]
        for number, fraction in wanted:
            enough = len(rest) > sum(share > 0 for _, share in wanted)
            count = max(round((labels == label).sum() * fraction), int(fraction > 0 and enough))
            count = min(count, len(rest) - 1)
            part[rest[len(rest) - count :]] = number
            rest = rest[: len(rest) - count]
    return order[part[order] == 0], order[part[order] == 1], order[part[order] == 2]


def split_by_group(
    groups: NumpyArray, validation: float, test: float, seed: int
) -> tuple[Indices, Indices, Indices]:
    """Return shuffled indices to train, to validate and to test with, no group in two of them.

    Groups are drawn one by one for as long as a part comes nearer to its fraction with them.
    """
    names, numbers, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    random = np.random.RandomState(seed)
    left = list(random.permutation(len(names)))
    order = random.permutation(len(groups)).astype(np.int64)
    part = np.zeros(len(names), np.int64)
    for number, fraction in ((2, test), (1, validation)):
        wanted = len(groups) * fraction
        nearer = [name for name in left if sizes[name] <= 2 * wanted]
        if fraction > 0 and not nearer:
            nearer = [min(left, key=lambda name: sizes[name])]
        for name in nearer[: len(left) - 1]:
            if wanted > 0 and (sizes[name] <= 2 * wanted or number not in part):
                part[name] = number
                wanted -= sizes[name]
                left.remove(name)
    place = part[numbers][order]
    return order[place == 0], order[place == 1], order[place == 2]


def partition(
    samples: int,
    config: DataConfig,
    *,
    labels: NumpyArray | None = None,
    groups: NumpyArray | None = None,
    apart: Mapping[str, int] | None = None,
) -> Partition:
    """Draw the parts of a set of ``samples``.

    ``labels`` has a class for each, ``groups`` what must stay together; ``apart`` counts the
    samples of parts that come from files of their own and follow at the end.
    Raises: DataError, where what the split goes by is not there.
    """
    apart = apart or {}
    drawn = samples - sum(apart.values())
    validation = 0.0 if "validation" in apart else config.validation
    test = 0.0 if "test" in apart else config.test
    if config.group:
        if groups is None:
            raise DataError(
                later("{source} has no groups to split by", source=config.source),
                later("leave out group"),
            )
        parts = split_by_group(groups[:drawn], validation, test, config.seed)
    elif config.split == "stratified":
        if config.strata and labels is None:
            raise DataError(
                later("a stratified split goes by classes, and none of the targets has any"),
                later("set split to random"),
            )
        if labels is None or labels.ndim != 1:
            raise DataError(
                later("a stratified split needs one class for each sample"),
                later("set split to random"),
            )
        parts = split_by_class(labels[:drawn], validation, test, config.seed)
    elif test > 0:
        train, held_out = split_indices(drawn, validation + test, config.seed)
        count = min(len(held_out), round(drawn * validation))
        parts = (train, held_out[:count], held_out[count:])
    else:
        train, held_out = split_indices(drawn, validation, config.seed)
        parts = (train, held_out, held_out[:0])
    return Partition(*_with_apart(parts, drawn, apart))


def _with_apart(parts: Sequence[Indices], drawn: int, apart: Mapping[str, int]) -> list[Indices]:
    start, whole = drawn, list(parts)
    for number, name in enumerate(PARTS):
        if name in apart:
            whole[number] = np.arange(start, start + apart[name], dtype=np.int64)
            start += apart[name]
    return whole
