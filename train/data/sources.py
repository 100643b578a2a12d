"""Every source of data, by the name that ``training.data.source`` gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np

from graph.catalog.layer import Argument
from train.data import csv_file, generated, idx, images, numpy_files, table
from train.data.column import Column
from train.data.description import Arrays, DataDescription, Field, Lexicon
from train.data.location import FILES, locate
from train.settings import DataConfig

Kind = Literal["built-in", "generated", "own"]


@dataclass(frozen=True)
class Like:
    """What the samples to train on have taught: their classes, categories and vocabulary."""

    classes: tuple[str, ...] = ()
    lexicon: Lexicon = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """Where relative paths start, and whether paths outside that folder may be touched.

    ``like`` is there where a part is read from files of its own, and has to fit.
    """

    folder: Path | None = None
    outside: bool = False
    like: Like | None = None

    def file(self, config: DataConfig, key: str = "path", kind: str = "file") -> Path:
        path = str(config.options.get(key) or "")
        return locate(path, self.folder, outside=self.outside, kind=kind)


@dataclass(frozen=True)
class Source:
    """A source of data: what it is, what can be set, how it is described and read.

    Raises: ``describe`` and ``load`` raise DataError, naming file and row.
    """

    name: str
    title: str
    kind: Kind
    summary: str
    describe: Callable[[DataConfig, Place], DataDescription]
    load: Callable[[DataConfig, Place], Arrays]
    arguments: tuple[Argument, ...] = ()
    has_groups: bool = False  # whether samples can be kept together by a column or an array

    def option(self, config: DataConfig, name: str) -> Any:
        """What the user set, or the default."""
        default = next(a.default for a in self.arguments if a.name == name)
        return config.options.get(name, default)


TARGETS = Argument(
    "targets", "str", None, optional=True,
    doc="inputs: the network is asked for its own input (autoencoders)",
)  # fmt: skip
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

    return Source(name, title, "built-in", summary, describe, load, (TARGETS,))


# built-in tables: the same rules as for everybody's CSV

COLUMNS = (
    Argument("target", "any", None, optional=True, doc="the column to predict; default: the last"),
    Argument(
        "inputs", "any", None, optional=True,
        doc="columns of the input, or a list of such lists for several inputs; default: the rest",
    ),
    Argument("ignore", "any", (), doc="columns to leave out"),
    Argument(
        "task", "choice", "auto", choices=("auto", "classification", "regression"),
        doc="whether the target is a class or a number",
    ),
    TARGETS,
)  # fmt: skip


def plan_of(
    config: DataConfig, path: Path, delimiter: str = "auto", like: Like | None = None
) -> table.TablePlan:
    """Which columns of a table feed the network. Raises: DataError, naming file and row."""
    return plan_columns(config, path, csv_file.read_columns(path, delimiter), like)


def plan_columns(
    config: DataConfig, path: Path, columns: Mapping[str, Column], like: Like | None = None
) -> table.TablePlan:
    """The same of columns that were read. Raises: DataError, naming file and row."""
    option = config.options.get
    ignore = option("ignore") or ()
    return table.plan_table(
        path,
        columns,
        option("target"),
        option("inputs"),
        (ignore,) if isinstance(ignore, str) else ignore,
        option("task", "auto"),
        config.group,
        like.classes if like else (),
        like.lexicon if like else None,
    )


def _table(name: str, title: str, summary: str) -> Source:
    path = FILES / f"{name}.csv"

    def describe(config: DataConfig, place: Place) -> DataDescription:
        return table.describe_table(path, plan_of(config, path))

    def load(config: DataConfig, place: Place) -> Arrays:
        return table.table_arrays(plan_of(config, path))

    return Source(name, title, "built-in", summary, describe, load, COLUMNS, has_groups=True)


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

    return Source(name, title, "generated", summary, describe, load, (*arguments, TARGETS))


# everybody's own

PATH = Argument("path", "str", "", doc="relative to the project's folder")


def _size(config: DataConfig) -> tuple[int, int] | None:
    size = config.options.get("resize")
    if size is None or isinstance(size, int):
        return None if size is None else (size, size)
    return int(size[0]), int(size[1])


def _mode(config: DataConfig) -> str:
    return str(config.options.get("mode", "auto"))


def npz_names(config: DataConfig) -> tuple[list[str], str]:
    """The arrays of an archive that are inputs, and the one that is the target."""
    inputs = config.options.get("inputs", "inputs")
    inputs = list(inputs.values()) if isinstance(inputs, Mapping) else inputs
    inputs = [inputs] if isinstance(inputs, str) else list(inputs)
    targets = str(config.options.get("targets") or "targets")
    return inputs, inputs[0] if targets == "inputs" and inputs else targets


def _plan_csv(config: DataConfig, place: Place) -> tuple[Path, table.TablePlan]:
    path = place.file(config)
    return path, plan_of(config, path, config.options.get("delimiter", "auto"), place.like)


def _describe_csv(config: DataConfig, place: Place) -> DataDescription:
    return table.describe_table(*_plan_csv(config, place))


def _load_csv(config: DataConfig, place: Place) -> Arrays:
    return table.table_arrays(_plan_csv(config, place)[1])


def _own() -> list[Source]:
    delimiter = Argument(
        "delimiter", "str", "auto", doc="between values; auto finds comma, semicolon or tab"
    )
    resize = Argument(
        "resize", "size", None, optional=True, low=1, high=4096, length=2,
        doc="height and width every image is brought to",
    )  # fmt: skip
    mode = Argument(
        "mode", "choice", "auto", choices=("auto", "grayscale", "rgb"), doc="one channel or three"
    )
    return [
        Source(
            "csv", "CSV table", "own", "A table with a header row; one column is the target.",
            _describe_csv, _load_csv, (PATH, *COLUMNS, delimiter), has_groups=True,
        ),
        Source(
            "images", "Image folder", "own", "A folder with one subfolder of images per class.",
            lambda c, p: images.describe_images(p.file(c, kind="folder"), _mode(c), _size(c)),
            lambda c, p: images.load_images(p.file(c, kind="folder"), _mode(c), _size(c)),
            (PATH, resize, mode, TARGETS),
        ),
        Source(
            "npz", "NumPy archive", "own", "Arrays written with numpy.savez, samples along axis 0.",
            lambda c, p: numpy_files.describe_npz(p.file(c), *npz_names(c), c.group),
            lambda c, p: numpy_files.load_npz(p.file(c), *npz_names(c), c.group),
            (
                PATH,
                Argument("inputs", "any", "inputs", doc="name of the array, or a list of names"),
                Argument("targets", "str", "targets", doc="name of the array to predict"),
            ),
            has_groups=True,
        ),
        Source(
            "idx", "IDX files", "own", "MNIST's own files, gzipped or not.",
            lambda c, p: idx.describe_idx(p.file(c, "images"), p.file(c, "labels")),
            lambda c, p: idx.load_idx(p.file(c, "images"), p.file(c, "labels")),
            (
                Argument("images", "str", "", doc="the file of images, relative to the project"),
                Argument("labels", "str", "", doc="the file of labels, relative to the project"),
                TARGETS,
            ),
        ),
    ]  # fmt: skip


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
        *_own(),
    ]  # fmt: skip


SOURCES: Mapping[str, Source] = {source.name: source for source in _all()}
