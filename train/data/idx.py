"""IDX, the format of MNIST's own files, gzipped or not."""

from __future__ import annotations

import gzip
import math
import zlib
from pathlib import Path

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, DataDescription, Field, NumpyArray
from train.data.memory import check_size

#: The third byte of the file: what its numbers are, always big-endian.
DTYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}


def read_idx_header(path: Path) -> tuple[tuple[int, ...], str]:
    """Return shape and NumPy dtype of an IDX file.

    Raises: DataError, naming the file.
    Source: "The IDX file format", on the MNIST page of Yann LeCun.
    """
    return _parse_header(path, _read(path, 4 + 4 * 255))


def _parse_header(path: Path, data: bytes) -> tuple[tuple[int, ...], str]:
    if len(data) < 4 or data[:2] != b"\0\0" or data[2] not in DTYPES:
        raise DataError(
            later(
                "{name}: this is no IDX file (it begins with {start})",
                name=path.name,
                start=data[:4].hex(" ") or "nothing",
            ),
            "choose a file such as train-images-idx3-ubyte.gz",
        )
    axes = data[3]
    if axes < 1 or len(data) < 4 + 4 * axes:
        raise DataError(
            later("{name}: the file ends inside its header", name=path.name), "download it again"
        )
    shape = tuple(int(size) for size in np.frombuffer(data, ">u4", axes, 4))
    return shape, DTYPES[data[2]]


def read_idx(path: Path) -> NumpyArray:
    """Raises: DataError, naming the file."""
    shape, dtype = read_idx_header(path)
    expected = math.prod(shape) * np.dtype(dtype).itemsize
    check_size(path.name, expected)
    start = 4 + 4 * len(shape)
    data = _read(path, start + expected + 1)
    if len(data) != start + expected:
        found = "more" if len(data) > start + expected else f"{len(data) - start:,}"
        raise DataError(
            later(
                "{name}: the header promises {expected:,} bytes of data, but {found} are there",
                name=path.name,
                expected=expected,
                found=found,
            ),
            "download the file again",
        )
    values = np.frombuffer(data, dtype, offset=start).reshape(shape)
    return values.astype(np.dtype(dtype).newbyteorder("="))


def _read(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as plain:
            zipped = plain.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as file:
            return bytes(file.read(count))
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(
            later("{name}: cannot be read to its end ({error})", name=path.name, error=error),
            "download it again",
        ) from error


def describe_idx(images: Path, labels: Path) -> DataDescription:
    """Raises: DataError, naming the file."""
    shape, _ = read_idx_header(images)
    label_shape, label_dtype = read_idx_header(labels)
    if len(shape) < 2:
        raise DataError(
            later("{name}: holds labels, not images", name=images.name), "swap images and labels?"
        )
    if len(label_shape) != 1:
        raise DataError(
            later("{name}: holds images, not labels", name=labels.name), "swap images and labels?"
        )
    if shape[0] != label_shape[0] or shape[0] == 0:
        raise DataError(
            later(
                "{name} holds {shape} images, but {labels} holds {label_shape} labels",
                name=images.name,
                shape=shape[0],
                labels=labels.name,
                label_shape=label_shape[0],
            ),
            "choose the two files that belong together",
        )
    if label_dtype in (">f4", ">f8"):
        raise DataError(later("{name}: labels must be whole numbers", name=labels.name))
    values = read_idx(labels)
    if values.min() < 0:
        raise DataError(
            later(
                "{name}, row {row}: {min} is no class",
                name=labels.name,
                row=int(np.argmin(values)),
                min=values.min(),
            )
        )
    return DataDescription(
        inputs=(Field(image_shape(shape)),),
        target=Field((), "int64"),
        samples=shape[0],
        classes=tuple(str(number) for number in range(int(values.max()) + 1)),
        names=("image",),
        title=images.name,
        labels=values.astype(np.int64),
    )


def image_shape(shape: tuple[int, ...]) -> tuple[int, ...]:
    """(samples, height, width) are grey images of one channel; anything else stays as it is."""
    return (1, *shape[1:]) if len(shape) == 3 else shape[1:]


def load_idx(images: Path, labels: Path) -> Arrays:
    """Raises: DataError, naming the file."""
    described = describe_idx(images, labels)
    pixels = read_idx(images)
    return Arrays(
        inputs=(pixels.reshape(-1, *described.inputs[0].shape),),
        target=read_idx(labels).astype(np.int64),
        classes=described.classes,
        peak=255.0 if pixels.dtype == np.uint8 else None,
        names=("image",),
    )
