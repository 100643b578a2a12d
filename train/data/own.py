"""Everybody's own data: tables, pictures, arrays, tensors and text."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph.catalog.layer import Argument
from train.data import idx, images, numpy_files, table, text
from train.data.description import Arrays, DataDescription
from train.data.parquet import read_parquet
from train.data.source import COLUMNS, TARGETS, Like, Place, Source, plan_columns, plan_of
from train.settings import DataConfig

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
    inputs = [inputs] if isinstance(inputs, str | int) else list(inputs)
    inputs = [str(name) for name in inputs]
    given = config.options.get("targets")
    targets = "targets" if given in (None, "") else str(given)
    return inputs, inputs[0] if targets == "inputs" and inputs else targets


def _plan_csv(config: DataConfig, place: Place) -> tuple[Path, table.TablePlan]:
    path = place.file(config)
    return path, plan_of(config, path, config.options.get("delimiter", "auto"), place.like)


def _describe_csv(config: DataConfig, place: Place) -> DataDescription:
    return table.describe_table(*_plan_csv(config, place))


def _load_csv(config: DataConfig, place: Place) -> Arrays:
    return table.table_arrays(_plan_csv(config, place)[1])


def _plan_parquet(config: DataConfig, place: Place) -> tuple[Path, table.TablePlan]:
    path = place.file(config)
    return path, plan_columns(config, path, read_parquet(path), place.like)


def _describe_parquet(config: DataConfig, place: Place) -> DataDescription:
    return table.describe_table(*_plan_parquet(config, place))


def _load_parquet(config: DataConfig, place: Place) -> Arrays:
    return table.table_arrays(_plan_parquet(config, place)[1])


# text

TEXT = (
    Argument(
        "tokens", "choice", "characters", choices=("characters", "words"),
        doc="what a text is cut into",
    ),
    Argument("length", "int", 64, low=1, high=1_000_000, doc="tokens of one sample"),
    Argument(
        "predict", "choice", "each", choices=("each", "next"),
        doc="of running text: the token after each of a sample, or only the one after its end",
    ),
    Argument(
        "stride", "int", None, optional=True, low=1, high=1_000_000,
        doc="from the start of a sample to that of the next; default: the length",
    ),
    Argument(
        "vocabulary", "int", 10_000, low=1, high=1_000_000,
        doc="as many tokens are told apart, the most frequent ones",
    ),
    Argument("text", "str", "", doc="of a table: the column of texts"),
    Argument("target", "str", "", doc="of a table: the column to predict; default: the last"),
    Argument(
        "task", "choice", "auto", choices=("auto", "classification", "regression"),
        doc="of a table: whether the target is a class or a number",
    ),
)  # fmt: skip


def reading_of(config: DataConfig) -> text.Reading:
    """How the texts of a project become tokens."""
    said = {one.name: config.options[one.name] for one in TEXT if one.name in config.options}
    return text.Reading(**said)


def _text(config: DataConfig, place: Place) -> tuple[Any, ...]:
    like = place.like or Like()
    path = place.file(config, kind="file or folder")
    return path, reading_of(config), config.group, like.classes, like.lexicon.get("text", ())


def _describe_text(config: DataConfig, place: Place) -> DataDescription:
    return text.describe_text(*_text(config, place))


def _load_text(config: DataConfig, place: Place) -> Arrays:
    return text.text_arrays(*_text(config, place))


def _all() -> list[Source]:
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
            "pt", "PyTorch tensors", "own",
            "A .pt file with a mapping or a tuple of tensors, samples along axis 0.",
            lambda c, p: numpy_files.describe_npz(p.file(c), *npz_names(c), c.group),
            lambda c, p: numpy_files.load_npz(p.file(c), *npz_names(c), c.group),
            (
                PATH,
                Argument(
                    "inputs", "any", "inputs", doc="key or place of a tensor, or several"
                ),
                Argument("targets", "any", "targets", doc="key or place of the tensor to predict"),
            ),
            has_groups=True,
        ),
        Source(
            "parquet", "Parquet table", "own",
            "A table of columns with their types; one column is the target.",
            _describe_parquet, _load_parquet, (PATH, *COLUMNS), needs="pyarrow", has_groups=True,
        ),
        Source(
            "text", "Text", "own",
            "Text as tokens: what comes next in it, or which class it is of.",
            _describe_text, _load_text, (PATH, *TEXT), has_groups=True,
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


OWN = _all()
