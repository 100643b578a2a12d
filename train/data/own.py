"""Everybody's own data: tables, pictures, arrays, tensors and text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.catalog.layer import Argument
from train.data import idx, images, numpy_files, pairs, table, text, torchvision_sets
from train.data.column import Column
from train.data.description import Arrays, DataDescription, Field
from train.data.memory import HELD
from train.data.parquet import read_parquet
from train.data.saved_dataset import label_names, picture_columns, read_pictures, read_saved
from train.data.source import COLUMNS, TARGETS, Like, Place, Source, plan_columns, plan_of
from train.settings import DataConfig

PATH = Argument("path", "str", "", doc="relative to the project's folder")


MEMORY = Argument(
    "memory", "float", HELD, low=0, high=100_000, advanced=True,
    doc="GiB that samples may take; of a set that needs more each batch is read from disk",
)  # fmt: skip


MASKS = (
    Argument("image_folder", "str", "images", doc="the folder of images below the path"),
    Argument("mask_folder", "str", "masks", doc="the folder of masks below the path"),
    Argument(
        "mask", "choice", "auto", choices=("auto", "binary"),
        doc="auto: each value is a class; binary: bright pixels are class 1",
    ),
    Argument(
        "classes", "int", None, optional=True, low=1, high=256,
        doc="how many, where masks hold 0, 1, 2 ...; default: every value that occurs",
    ),
)  # fmt: skip


SETS = (
    Argument(
        "dataset", "choice", "CIFAR10", choices=tuple(torchvision_sets.LAYOUTS),
        doc="which one; its folder is below the path, which is torchvision's root",
    ),
    Argument(
        "part", "choice", "train", choices=("train", "test"),
        doc="of its own parts the one to train on; test: test holds the other out",
    ),
    Argument(
        "label", "choice", "fine", choices=("fine", "coarse"), doc="of CIFAR100: 100 classes or 20"
    ),
)  # fmt: skip


def wanted_of(config: DataConfig) -> torchvision_sets.Wanted:
    """Which of torchvision's sets, and which part of it."""
    said = {one.name: config.options.get(one.name, one.default) for one in SETS}
    return torchvision_sets.Wanted(**said, memory=memory_of(config))


def _size(config: DataConfig) -> tuple[int, int] | None:
    size = config.options.get("resize")
    if size is None or isinstance(size, int):
        return None if size is None else (size, size)
    return int(size[0]), int(size[1])


def _mode(config: DataConfig) -> str:
    return str(config.options.get("mode", "auto"))


def folders_of(config: DataConfig) -> pairs.Folders:
    """Where images and masks lie, and what masks say."""
    said = config.options
    return pairs.Folders(
        str(said.get("image_folder", "images")),
        str(said.get("mask_folder", "masks")),
        str(said.get("mask", "auto")),
        said.get("classes"),
    )


def memory_of(config: DataConfig) -> float:
    """GiB that samples may take before they are read batch by batch."""
    return float(config.options.get("memory", HELD))


def look_of(config: DataConfig) -> images.Look:
    """How the pictures of a folder are read."""
    return images.Look(_mode(config), _size(config), config.group, memory_of(config))


def _describe_arrays(config: DataConfig, place: Place) -> DataDescription:
    names = npz_names(config)
    return numpy_files.describe_npz(place.file(config), *names, config.group, config.void)


def _load_arrays(config: DataConfig, place: Place) -> Arrays:
    path, names, memory = place.file(config), npz_names(config), memory_of(config)
    return numpy_files.load_npz(path, *names, config.group, memory, config.void)


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


# saved by Hugging Face's datasets


def saved_pictures(config: DataConfig, path: Path) -> str:
    """The column of pictures that is the input; "" where a table is."""
    found = picture_columns(path)
    said = config.options.get("inputs")
    wanted = [said] if isinstance(said, str) else list(said or ())
    if not said:
        return found[0] if found else ""
    return str(wanted[0]) if len(wanted) == 1 and wanted[0] in found else ""


def saved_target(config: DataConfig, path: Path, columns: Mapping[str, Column]) -> str:
    """The column that is named, that of class labels, or the last."""
    said = config.options.get("target")
    labels = [name for name in label_names(path) if name in columns]
    return str(said) if said else (labels[0] if labels else list(columns)[-1])


def _load_saved(config: DataConfig, place: Place) -> Arrays:
    path = place.file(config, kind="folder")
    like = place.like or Like()
    columns = read_saved(path)
    target = saved_target(config, path, columns)
    picture = saved_pictures(config, path)
    if not picture:
        options = {**config.options, "target": target}
        plan = plan_columns(replace(config, options=options), path, columns, place.like)
        return table.table_arrays(plan)
    task = str(config.options.get("task", "auto"))
    plan = table.plan_target(path, columns, target, task, config.group, like.classes)
    return Arrays(
        (read_pictures(path, picture, _mode(config), _size(config), memory_of(config)),),
        table.target_values(plan),
        plan.classes,
        peak=255.0,
        names=(picture,),
        groups=table.groups_of(plan),
    )


def _describe_saved(config: DataConfig, place: Place) -> DataDescription:
    arrays = _load_saved(config, place)
    return DataDescription(
        tuple(Field(array.shape[1:]) for array in arrays.inputs),
        Field(arrays.target.shape[1:], str(arrays.target.dtype)),
        arrays.samples,
        arrays.classes,
        arrays.names,
        str(config.options.get("path")),
        lexicon=arrays.lexicon,
        labels=arrays.labels,
        groups=arrays.groups,
    )


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
    return path, reading_of(config), config, like.classes, like.lexicon.get("text", ())


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
            _describe_csv, _load_csv, (PATH, *COLUMNS, delimiter), groups_by="column",
            gives="numbers",
        ),
        Source(
            "images", "Image folder", "own", "A folder with one subfolder of images per class.",
            lambda c, p: images.describe_images(p.file(c, kind="folder"), look_of(c)),
            lambda c, p: images.load_images(p.file(c, kind="folder"), look_of(c)),
            (PATH, resize, mode, TARGETS, MEMORY), groups_by="file name", gives="pictures",
        ),
        Source(
            "pairs", "Images and masks", "own",
            "A folder of images and one of masks, which belong together by their names.",
            lambda c, p: pairs.describe_pairs(p.file(c, kind="folder"), folders_of(c), look_of(c)),
            lambda c, p: pairs.load_pairs(p.file(c, kind="folder"), folders_of(c), look_of(c)),
            (PATH, resize, mode, *MASKS, MEMORY), groups_by="file name", gives="pictures",
        ),
        Source(
            "torchvision", "torchvision set", "own",
            "MNIST, CIFAR and others as torchvision has laid them out on this disk.",
            lambda c, p: torchvision_sets.describe_set(p.file(c, kind="folder"), wanted_of(c)),
            lambda c, p: torchvision_sets.load_set(p.file(c, kind="folder"), wanted_of(c)),
            (PATH, *SETS, TARGETS, MEMORY), gives="pictures", apart_by=("part",),
        ),
        Source(
            "npz", "NumPy archive", "own", "Arrays written with numpy.savez, samples along axis 0.",
            _describe_arrays, _load_arrays,
            (
                PATH,
                MEMORY,
                Argument("inputs", "any", "inputs", doc="name of the array, or a list of names"),
                Argument("targets", "str", "targets", doc="name of the array to predict"),
            ),
            groups_by="array",
        ),
        Source(
            "pt", "PyTorch tensors", "own",
            "A .pt file with a mapping or a tuple of tensors, samples along axis 0.",
            _describe_arrays, _load_arrays,
            (
                PATH,
                MEMORY,
                Argument(
                    "inputs", "any", "inputs", doc="key or place of a tensor, or several"
                ),
                Argument("targets", "any", "targets", doc="key or place of the tensor to predict"),
            ),
            groups_by="array",
        ),
        Source(
            "parquet", "Parquet table", "own",
            "A table of columns with their types; one column is the target.",
            _describe_parquet, _load_parquet, (PATH, *COLUMNS), needs="pyarrow", groups_by="column",
            gives="numbers",
        ),
        Source(
            "huggingface", "Hugging Face data set", "own",
            "A data set of pictures or of columns that datasets.save_to_disk wrote.",
            _describe_saved, _load_saved, (PATH, *COLUMNS, resize, mode, MEMORY),
            needs="pyarrow", groups_by="column",
        ),
        Source(
            "text", "Text", "own",
            "Text as tokens: what comes next in it, or which class it is of.",
            _describe_text, _load_text, (PATH, *TEXT), groups_by="column", gives="tokens",
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
