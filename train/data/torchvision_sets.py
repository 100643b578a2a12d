"""Data sets as torchvision lays them out under a root; torchvision itself is not needed.

Its own readers unpickle CIFAR, which lets a file that somebody sent run any code, and downloads
what is missing. Here files are read by ``idx`` and ``safe_pickle``, and nothing is fetched.
Source: ``torchvision.datasets``: ``MNIST``, ``CIFAR10``, ``CIFAR100`` and ``STL10``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data import idx
from train.data.description import Arrays, DataDescription, Field, NumpyArray
from train.data.file_rows import FileRows
from train.data.memory import HELD, fits
from train.data.on_disk import Indices, OnDisk, Samples
from train.data.safe_pickle import read_batch

#: A batch of CIFAR has 30 MB, and all of CIFAR100 154 MB.
LARGEST_BATCH = 2**28

FASHION = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)  # fmt: skip
KUZUSHIJI = ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")
DIGITS = tuple(map(str, range(10)))


class Wanted(NamedTuple):
    """Which set, which of its own parts, and which labels of CIFAR100."""

    dataset: str
    part: str = "train"
    label: str = "fine"
    memory: float = HELD


class Found(NamedTuple):
    """Pictures (samples, channels, height, width) in bytes, labels, and what they are called."""

    pictures: Samples
    labels: NumpyArray
    classes: tuple[str, ...]


@dataclass(frozen=True)
class Layout:
    """Where a set lies below the root, and how it is read."""

    folder: str
    read: Callable[[Path, Wanted], Found]
    classes: tuple[str, ...] = ()


def read_set(root: Path, wanted: Wanted) -> Found:
    """Raises: DataError, naming the file that is missing or damaged."""
    layout = LAYOUTS[wanted.dataset]
    folder = root / layout.folder
    if not folder.is_dir():
        raise DataError(
            later(
                "{dataset}: there is no folder {folder} in {root}",
                dataset=wanted.dataset,
                folder=layout.folder,
                root=root.name,
            ),
            later("name the folder that torchvision was given as root; nothing is downloaded here"),
        )
    return layout.read(folder, wanted)


def describe_set(root: Path, wanted: Wanted) -> DataDescription:
    """Raises: DataError, naming the file."""
    found = read_set(root, wanted)
    return DataDescription(
        inputs=(Field(found.pictures.shape[1:]),),
        target=Field((), "int64"),
        samples=len(found.labels),
        classes=found.classes,
        names=("image",),
        title=wanted.dataset,
        labels=found.labels,
    )


def load_set(root: Path, wanted: Wanted) -> Arrays:
    """Raises: DataError, naming the file."""
    found = read_set(root, wanted)
    return Arrays((found.pictures,), found.labels, found.classes, peak=255.0, names=("image",))


def _file(folder: Path, name: str) -> Path:
    """A file, or the same gzipped. Raises: DataError, if neither is there."""
    for path in (folder / name, folder / f"{name}.gz"):
        if path.is_file():
            return path
    raise DataError(
        later("{folder}/{name}: there is no such file", folder=folder.name, name=name),
        later("unpack the whole data set there; nothing is downloaded here"),
    )


def _damaged(path: Path, why: object) -> DataError:
    return DataError(
        later("{name}: is no batch of this data set ({why})", name=path.name, why=str(why)),
        later("unpack it again from the archive of its authors"),
    )


def _read_idx(folder: Path, wanted: Wanted) -> Found:
    start = "train" if wanted.part == "train" else "t10k"
    images = _file(folder, f"{start}-images-idx3-ubyte")
    labels = _file(folder, f"{start}-labels-idx1-ubyte")
    read = idx.load_idx(images, labels)
    return Found(read.inputs[0], np.asarray(read.target), LAYOUTS[wanted.dataset].classes)


def _batch(path: Path) -> dict[str, Any]:
    if path.stat().st_size > LARGEST_BATCH:
        raise _damaged(path, later("it is too large"))
    try:
        return read_batch(path)
    except Exception as error:  # an unpickler meets broken bytes in many ways
        raise _damaged(path, error) from error


def _read_cifar(folder: Path, names: list[str], key: str, classes: tuple[str, ...]) -> Found:
    pictures, labels = [], []
    for name in names:
        path = _file(folder, name)
        said = _batch(path)
        data, these = said.get("data"), said.get(key)
        these = these if isinstance(these, list) else []
        numbers = bool(these) and all(type(one) is int for one in these)
        if not isinstance(data, np.ndarray) or not numbers or data.shape != (len(these), 3072):
            raise _damaged(path, later("it holds no pictures of 3 x 32 x 32 with labels"))
        strange = [row for row, one in enumerate(these) if not 0 <= one < len(classes)]
        if strange:
            why = later("row {row}: {label} is no class", row=strange[0], label=these[strange[0]])
            raise _damaged(path, why)
        pictures.append(data.reshape(-1, 3, 32, 32))
        labels.append(np.array(these, np.int64))
    return Found(np.concatenate(pictures), np.concatenate(labels), classes)


def _names(folder: Path, file: str, key: str) -> tuple[str, ...]:
    path = _file(folder, file)
    names = _batch(path).get(key)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise _damaged(path, later("it holds no names of classes"))
    return tuple(names)


def _read_cifar10(folder: Path, wanted: Wanted) -> Found:
    batches = [f"data_batch_{number}" for number in range(1, 6)]
    classes = _names(folder, "batches.meta", "label_names")
    names = batches if wanted.part == "train" else ["test_batch"]
    return _read_cifar(folder, names, "labels", classes)


def _read_cifar100(folder: Path, wanted: Wanted) -> Found:
    classes = _names(folder, "meta", f"{wanted.label}_label_names")
    return _read_cifar(folder, [wanted.part], f"{wanted.label}_labels", classes)


def _read_stl10(folder: Path, wanted: Wanted) -> Found:
    images, labels = _file(folder, f"{wanted.part}_X.bin"), _file(folder, f"{wanted.part}_y.bin")
    classes = tuple(_file(folder, "class_names.txt").read_text(encoding="utf-8").split())
    codes = np.fromfile(labels, np.uint8).astype(np.int64) - 1  # they count from 1
    if images.stat().st_size != len(codes) * 3 * 96 * 96:
        raise _damaged(images, later("it has not one picture of 3 x 96 x 96 for each label"))
    wrong = np.flatnonzero((codes < 0) | (codes >= len(classes)))
    if len(wrong):
        row = int(wrong[0])
        raise _damaged(labels, later("row {row}: {label} is no class", row=row, label=codes[row]))
    shape = (len(codes), 3, 96, 96)
    take = FileRows(images, np.memmap(images, np.uint8, "r", shape=shape))

    def read(rows: Indices) -> NumpyArray:
        return np.ascontiguousarray(take(rows).transpose(0, 1, 3, 2))  # columns lie one by one

    pictures = OnDisk(read, shape, np.dtype(np.uint8), str(images))
    held = fits(4 * int(np.prod(shape)), wanted.memory)
    return Found(pictures[:] if held else pictures, codes, classes)


LAYOUTS: Mapping[str, Layout] = {
    "MNIST": Layout("MNIST/raw", _read_idx, DIGITS),
    "FashionMNIST": Layout("FashionMNIST/raw", _read_idx, FASHION),
    "KMNIST": Layout("KMNIST/raw", _read_idx, KUZUSHIJI),
    "CIFAR10": Layout("cifar-10-batches-py", _read_cifar10),
    "CIFAR100": Layout("cifar-100-python", _read_cifar100),
    "STL10": Layout("stl10_binary", _read_stl10),
}

#: Sets whose pictures lie in their file as they are, so that they can be read batch by batch.
MAPPED = ("STL10",)


def sets_in(root: Path) -> list[str]:
    """The data sets that lie below a folder as torchvision lays them out."""
    return [name for name, layout in LAYOUTS.items() if (root / layout.folder).is_dir()]
