"""Folders of images: one subfolder per class, named like the class."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, DataDescription, Field
from train.data.file_groups import groups_of_files
from train.data.memory import HELD
from train.data.picture_files import CHANNELS, SUFFIXES, check_inside, look_into, pictures_of


class Look(NamedTuple):
    """How pictures are read: channels, size, what belongs together, GiB held in memory."""

    mode: str = "auto"
    size: tuple[int, int] | None = None
    group: str = ""
    memory: float = HELD


def list_images(folder: Path) -> tuple[list[str], list[tuple[Path, int]]]:
    """Return the class names, sorted, and every image with the number of its class.

    Raises: DataError, naming the folder.
    """
    try:
        classes = sorted(
            entry.name for entry in folder.iterdir() if entry.is_dir() and entry.name[0] != "."
        )
        files = [
            (path, number)
            for number, name in enumerate(classes)
            for path in sorted((folder / name).rglob("*"))
            if path.suffix.lower() in SUFFIXES and not path.is_dir()
        ]
    except OSError as error:
        raise DataError(
            later("{name}: cannot be listed ({reason})", name=folder.name, reason=error.strerror)
        ) from error
    if not classes:
        raise DataError(
            later("{name}: there is no subfolder", name=folder.name),
            "put the images of each class into one",
        )
    empty = set(range(len(classes))) - {number for _, number in files}
    if empty:
        raise DataError(
            later(
                "{name}/{classes}: holds no image", name=folder.name, classes=classes[min(empty)]
            ),
            "add some or remove the folder",
        )
    check_inside(folder, [path for path, _ in files])
    return classes, files


def describe_images(folder: Path, look: Look = Look()) -> DataDescription:  # noqa: B008
    """Look at the names of all images, and inside one of them.

    Raises: DataError, naming the file.
    """
    classes, files = list_images(folder)
    height, width, channels = look_into(files[0][0])
    if look.size is not None:
        height, width = look.size
    channels = CHANNELS.get(look.mode, channels)
    places = [path.relative_to(folder / classes[number]).as_posix() for path, number in files]
    return DataDescription(
        inputs=(Field((channels, height, width)),),
        target=Field((), "int64"),
        samples=len(files),
        classes=tuple(classes),
        names=("image",),
        title=folder.name,
        labels=np.array([number for _, number in files], np.int64),
        groups=groups_of_files(look.group, places),
    )


def load_images(folder: Path, look: Look = Look()) -> Arrays:  # noqa: B008
    """Every image: (samples, channels, height, width), unsigned bytes.

    Raises: DataError, naming the file.
    """
    described = describe_images(folder, look)
    _, files = list_images(folder)
    shape = described.inputs[0].shape
    paths = [path for path, _ in files]
    pixels = pictures_of(paths, shape, resize=look.size is not None, memory=look.memory)
    assert described.labels is not None
    return Arrays(
        inputs=(pixels,),
        target=described.labels,
        classes=described.classes,
        peak=255.0,
        names=("image",),
        groups=described.groups,
    )
