"""Data sets of two inputs: pairs of digits, and sequences with what is written of them so far."""

from __future__ import annotations

import numpy as np

from graph.catalog.layer import Argument
from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, DataDescription, Field
from train.data.generated import make_pairs, make_reversal
from train.data.location import FILES
from train.data.source import TARGETS, Place, Source
from train.settings import DataConfig

#: What ``group`` says of pairs, so that no picture is in two parts.
POOL, POOLS = "pool", 10

#: The pictures that pairs are drawn from.
DIGITS = FILES / "digits.npz"

NAMES = ("left", "right")
ALIKE = ("different", "alike")


def _count(default: int, most: int) -> Argument:
    return Argument("samples", "int", default, low=10, high=most, doc="how many samples")


def pools_of(samples: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Which pool of pictures each pair is from."""
    return np.arange(samples) % POOLS


def _groups(config: DataConfig, samples: int) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
    if config.group not in ("", POOL):
        raise DataError(
            later("{source} has no groups {name}", source="digit_pairs", name=repr(config.group)),
            later("its groups are called {name}", name=POOL),
        )
    return pools_of(samples) if config.group else None


def _pairs() -> Source:
    samples = _count(4000, 100_000)

    def count(config: DataConfig) -> int:
        return int(config.options.get("samples", samples.default))

    def describe(config: DataConfig, place: Place) -> DataDescription:
        number = count(config)
        return DataDescription(
            (Field((1, 8, 8)), Field((1, 8, 8))),
            Field((), "int64"),
            number,
            ALIKE,
            NAMES,
            "Pairs of digits",
            labels=np.arange(number) // POOLS % 2,
            groups=_groups(config, number),
        )

    def load(config: DataConfig, place: Place) -> Arrays:
        number = count(config)
        with np.load(DIGITS, allow_pickle=False) as archive:
            images, labels = archive["images"], archive["labels"].astype(np.int64)
        left, right, alike = make_pairs(images, labels, number, POOLS, config.seed)
        groups = _groups(config, number)
        return Arrays((left, right), alike, ALIKE, 16.0, names=NAMES, groups=groups)

    summary = "Two digits of 64 pixels each: do both show the same?"
    arguments = (samples, TARGETS)
    return Source(
        "digit_pairs", "Pairs of digits", "built-in", summary, describe, load, arguments,
        groups_by="array", gives="pictures",
    )  # fmt: skip


def _reversal() -> Source:
    arguments = (
        _count(2000, 1_000_000),
        Argument("length", "int", 8, low=1, high=10_000, doc="how many symbols"),
        Argument("symbols", "int", 10, low=1, high=10_000, doc="how many different ones"),
    )

    def given(config: DataConfig) -> dict[str, int]:
        return {a.name: int(config.options.get(a.name, a.default)) for a in arguments}

    def classes(config: DataConfig) -> tuple[str, ...]:
        return ("start", *map(str, range(1, given(config)["symbols"] + 1)))

    def describe(config: DataConfig, place: Place) -> DataDescription:
        values = given(config)
        field = Field((values["length"],), "int64")
        return DataDescription(
            (field, field), field, values["samples"], classes(config), ("read", "written"),
            "Reversal",
        )  # fmt: skip

    def load(config: DataConfig, place: Place) -> Arrays:
        inputs, answer = make_reversal(**given(config), seed=config.seed)
        return Arrays(inputs, answer, classes(config), names=("read", "written"))

    summary = "A row of symbols, to be written from its end to its beginning."
    return Source(
        "reversal", "Reversal", "generated", summary, describe, load, arguments, gives="tokens"
    )


#: For ``train/data/sources.py``.
PAIRED = (_pairs(), _reversal())
