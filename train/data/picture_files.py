"""Pictures in files: one looked into, all read at once, or each when a batch asks for it."""

from __future__ import annotations

import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import NumpyArray
from train.data.file_rows import PUT_BACK
from train.data.memory import fits
from train.data.on_disk import Indices, OnDisk, Samples

SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm"}
CHANNELS = {"grayscale": 1, "rgb": 3}
PILLOW_MODES = {"grayscale": "L", "rgb": "RGB"}
MOST_PIXELS = 100_000_000


def short(path: Path) -> str:
    """A file by its folder and its name."""
    return f"{path.parent.name}/{path.name}"


def unreadable(path: Path, error: Exception) -> DataError:
    """Why a file cannot be read: it is no picture, or not there any more, or out of reach."""
    if isinstance(error, FileNotFoundError):
        return DataError(later("{path}: is not there any more", path=short(path)), PUT_BACK)
    if isinstance(error, OSError) and error.strerror:
        return DataError(
            later("{name}: cannot be read ({reason})", name=short(path), reason=error.strerror),
            "replace or remove the file",
        )
    return DataError(
        later("{path}: cannot be read as an image", path=short(path)),
        "replace or remove the file",
    )


def look_into(path: Path) -> tuple[int, int, int]:
    """Height, width and channels of a picture, by its head. Raises: DataError, naming it."""
    from PIL import Image

    try:
        with Image.open(path) as image:
            channels = 1 if image.mode in ("1", "L", "I", "I;16", "F") else 3
            return image.height, image.width, channels
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise unreadable(path, error) from error


def check_inside(folder: Path, files: Sequence[Path]) -> None:
    """Raises: DataError, where a file is a link that leads elsewhere."""
    home = folder.resolve()
    for path in files:
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            raise DataError(
                later("{path}: is a link that leads out of the data folder", path=short(path))
            )


def read_picture(path: Path, shape: tuple[int, ...], *, resize: bool) -> NumpyArray:
    """One picture, grey or in colour by its channels. Shapes: shape, unsigned bytes.

    Raises: DataError, naming the file.
    """
    from PIL import Image

    channels, height, width = shape
    try:
        with Image.open(path) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise DataError(
                    later(
                        "{path}: {width} x {height} is too large",
                        path=short(path),
                        width=opened.width,
                        height=opened.height,
                    )
                )
            image = opened.convert("L" if channels == 1 else "RGB")
            if resize:
                image = image.resize((width, height), Image.Resampling.BILINEAR)
            pixels = np.asarray(image, np.uint8)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise unreadable(path, error) from error
    _check_size(path, pixels.shape[:2], (height, width))
    return pixels[None] if channels == 1 else pixels.transpose(2, 0, 1)


def _check_size(path: Path, size: tuple[int, ...], wanted: tuple[int, int]) -> None:
    height, width = wanted
    if size != wanted:
        raise DataError(
            later(
                "{path}: is {shape} x {shape_2} pixels, but the first image is {width} x {height}",
                path=short(path),
                shape=size[1],
                shape_2=size[0],
                width=width,
                height=height,
            ),
            later("set resize, for example to [{height}, {width}]", height=height, width=width),
        )


@cache
def _readers() -> ThreadPoolExecutor:
    """Pillow lets go of the interpreter while it unpacks, so threads read at once."""
    return ThreadPoolExecutor(min(8, os.cpu_count() or 1), thread_name_prefix="pictures")


@dataclass(eq=False)
class FileSamples:
    """Files that give a sample of one shape each; keeps as many as ``room`` bytes hold."""

    files: Sequence[Path]
    shape: tuple[int, ...]
    read_one: Callable[[Path], NumpyArray]
    room: int = 0
    _kept: dict[int, NumpyArray] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self, rows: Indices) -> NumpyArray:
        """Shapes: (rows,) -> (rows, *shape), unsigned bytes. Raises: DataError, naming the file."""
        found = np.empty((len(rows), *self.shape), np.uint8)
        missing = []
        for place, row in enumerate(rows.tolist()):
            kept = self._kept.get(row)
            if kept is None:
                missing.append((place, row))
            else:
                found[place] = kept
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a broken EXIF block does not spoil the pixels
            samples = _readers().map(self.read_one, [self.files[row] for _, row in missing])
            for (place, row), sample in zip(missing, samples, strict=True):
                found[place] = sample
                self._keep(row, sample)
        return found

    def _keep(self, row: int, sample: NumpyArray) -> None:
        """The first that were read stay: of an order drawn anew each epoch none is better."""
        with self._lock:
            if row not in self._kept and sample.nbytes <= self.room:
                self._kept[row] = np.ascontiguousarray(sample)
                self.room -= sample.nbytes

    def whole(self) -> NumpyArray:
        """All samples, in memory."""
        return self.read(np.arange(len(self.files), dtype=np.int64))

    def on_disk(self, room: float) -> OnDisk:
        """All samples, each read when it is taken; ``room`` GiB of them are kept."""
        self.room = int(room * 2**30)
        shape = (len(self.files), *self.shape)
        origin = (self.shape, tuple(map(str, self.files)))
        return OnDisk(self.read, shape, np.dtype(np.uint8), origin)


def look_into_all(files: Sequence[Path]) -> Iterator[tuple[int, int, int]]:
    """Height, width and channels of each, by their heads. Raises: DataError, naming the file."""
    return _readers().map(look_into, files)


def pictures_of(
    files: Sequence[Path], shape: tuple[int, ...], *, resize: bool, memory: float
) -> Samples:
    """All pictures: in memory where they fit, else each read when it is taken.

    Shapes: (files, channels, height, width), unsigned bytes. Raises: DataError, naming the file.
    """
    samples = FileSamples(files, shape, partial(read_picture, shape=shape, resize=resize))
    if fits(4 * len(files) * int(np.prod(shape)), memory):
        return samples.whole()
    if not resize:
        for path, size in zip(files, look_into_all(files), strict=True):
            _check_size(path, size[:2], (shape[1], shape[2]))
    return samples.on_disk(memory)
