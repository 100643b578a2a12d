"""Every source of data, by the name that ``training.data.source`` gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from graph.catalog.layer import Argument
from train.data import generated, table
from train.data.description import Arrays, DataDescription, Field
from train.data.drawn import DRAWN
from train.data.location import FILES
from train.data.own import OWN
from train.data.paired import PAIRED
from train.data.source import COLUMNS, TARGETS, Place, Source, plan_of
from train.settings import DataConfig

#: As many samples are made only to count their classes.
MOST_MADE_TO_COUNT = 20_000

SAMPLES = Argument("samples", "int", 1000, low=10, high=10_000_000, doc="how many samples")


def _noise(default: float) -> Argument:
    return Argument("noise", "float", default, low=0, doc="deviation of the noise added")


# built-in images

FASHION = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)  # fmt: skip
TEN_DIGITS = tuple(str(digit) for digit in range(10))


def _images(
    name: str, title: str, file: str, shape: tuple[int, ...], samples: int,
    classes: tuple[str, ...], peak: float, summary: str,
) -> Source:  # fmt: skip
    description = DataDescription(
        (Field(shape),), Field((), "int64"), samples, classes, ("image",), title
    )

    def load(config: DataConfig, place: Place) -> Arrays:
        with np.load(FILES / file, allow_pickle=False) as archive:
            labels = archive["labels"].astype(np.int64)
            return Arrays((archive["images"],), labels, classes, peak, names=("image",))

    def describe(config: DataConfig, place: Place) -> DataDescription:
        with np.load(FILES / file, allow_pickle=False) as archive:
            return replace(description, labels=archive["labels"].astype(np.int64))

    return Source(name, title, "built-in", summary, describe, load, (TARGETS,), gives="pictures")


# built-in tables: the same rules as for everybody's CSV


def _table(name: str, title: str, summary: str) -> Source:
    path = FILES / f"{name}.csv"

    def describe(config: DataConfig, place: Place) -> DataDescription:
        return table.describe_table(path, plan_of(config, path))

    def load(config: DataConfig, place: Place) -> Arrays:
        return table.table_arrays(plan_of(config, path))

    return Source(
        name, title, "built-in", summary, describe, load, COLUMNS, groups_by="column",
        gives="numbers",
    )  # fmt: skip


# generated

#: The function that makes each generated set; its arguments are the options of the source.
GENERATORS: Mapping[str, Callable[..., tuple[Any, Any]]] = {
    "moons": generated.make_moons,
    "circles": generated.make_circles,
    "spirals": generated.make_spirals,
    "xor": generated.make_xor,
    "parity": generated.make_parity,
    "adding": generated.make_adding,
    "sine": generated.make_sine,
    "reversal": generated.make_reversal,
    "shapes": generated.make_shapes,
}


def _generated(
    name: str,
    title: str,
    summary: str,
    shape: Callable[[Mapping[str, Any]], tuple[int, ...]],
    classes: Callable[[Mapping[str, Any]], int],
    *arguments: Argument,
) -> Source:
    arguments = (SAMPLES, *arguments)

    def values(config: DataConfig) -> dict[str, Any]:
        return {a.name: config.options.get(a.name, a.default) for a in arguments}

    def names(config: DataConfig) -> tuple[str, ...]:
        return tuple(str(number) for number in range(classes(values(config))))

    def describe(config: DataConfig, place: Place) -> DataDescription:
        given = values(config)
        target = Field((), "int64") if names(config) else Field((1,))
        labels = None
        if names(config) and given["samples"] <= MOST_MADE_TO_COUNT:
            labels = GENERATORS[name](**given, seed=config.seed)[1]
        return DataDescription(
            (Field(shape(given)),), target, given["samples"], names(config), (name,), title,
            labels=labels,
        )  # fmt: skip

    def load(config: DataConfig, place: Place) -> Arrays:
        x, y = GENERATORS[name](**values(config), seed=config.seed)
        return Arrays((x,), y, names(config), names=(name,))

    return Source(
        name, title, "generated", summary, describe, load, (*arguments, TARGETS), gives="numbers"
    )


def _all() -> list[Source]:
    def two(given: Mapping[str, Any]) -> int:
        return 2

    def point(given: Mapping[str, Any]) -> tuple[int, ...]:
        return (2,)

    def number(given: Mapping[str, Any]) -> int:
        return 0

    length = Argument("length", "int", 8, low=1, high=100_000, doc="how many bits")
    steps = Argument("length", "int", 20, low=2, high=100_000, doc="how many steps")
    arms = Argument("arms", "int", 3, low=2, high=1000, doc="how many spirals, each a class")
    return [
        _images(
            "mnist", "MNIST-5k", "mnist_5k.npz", (1, 28, 28), 5000, TEN_DIGITS, 255.0,
            "5,000 real handwritten digits, 500 of each.",
        ),
        _images(
            "fashion_mnist", "Fashion-MNIST-10k", "fashion_mnist_10k.npz", (1, 28, 28), 10000,
            FASHION, 255.0, "10,000 pictures of clothes, 1,000 of each kind.",
        ),
        _images(
            "digits", "Digits 8x8", "digits.npz", (1, 8, 8), 1797, TEN_DIGITS, 16.0,
            "1,797 handwritten digits of 64 pixels.",
        ),
        _table("iris", "Iris", "Three kinds of iris by four measurements of 150 flowers."),
        _table("wine", "Wine", "Three cultivars by thirteen chemical measurements of 178 wines."),
        _table(
            "breast_cancer", "Breast cancer",
            "Malignant or benign, by thirty measurements of 569 samples of cells.",
        ),
        _table(
            "diabetes", "Diabetes", "Progression after a year, from ten values of 442 patients."
        ),
        _table("auto_mpg", "Auto MPG", "Miles per gallon of 392 cars from their data sheets."),
        _generated(
            "moons", "Two moons", "Two interleaved half circles.", point, two, _noise(0.1)
        ),
        _generated(
            "circles", "Two circles", "A small circle inside a large one.", point, two, _noise(0.1)
        ),
        _generated(
            "spirals", "Spirals", "Spiral arms around one centre.",
            point, lambda given: int(given["arms"]), _noise(0.03), arms,
        ),
        _generated(
            "xor", "Exclusive or", "Points at the corners of a square; equal corners are class 0.",
            point, two, _noise(0.1),
        ),
        _generated(
            "parity", "Parity", "Rows of bits: is the number of ones odd?",
            lambda given: (int(given["length"]),), two, length,
        ),
        _generated(
            "adding", "Adding problem", "The sum of two marked numbers of a sequence.",
            lambda given: (int(given["length"]), 2), number, steps,
        ),
        _generated("sine", "Sine", "One arch of a sine, with noise.", lambda given: (1,), number,
                   _noise(0.05)),
        *DRAWN, *PAIRED,
        *OWN,
    ]  # fmt: skip


SOURCES: Mapping[str, Source] = {source.name: source for source in _all()}
