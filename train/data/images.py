"""Folders of images: one subfolder per class, named like the class."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, DataDescription, Field, NumpyArray
from train.data.memory import check_size

SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm"}
CHANNELS = {"grayscale": 1, "rgb": 3}
PILLOW_MODES = {"grayscale": "L", "rgb": "RGB"}
MOST_PIXELS = 100_000_000


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
            if path.suffix.lower() in SUFFIXES and path.is_file()
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
    _check_inside(folder, files)
    return classes, files


def _check_inside(folder: Path, files: list[tuple[Path, int]]) -> None:
    home = folder.resolve()
    for path, _ in files:
        if path.is_symlink() and not path.resolve().is_relative_to(home):
            raise DataError(
                later("{path}: is a link that leads out of the data folder", path=_short(path))
            )


def describe_images(folder: Path, mode: str, size: tuple[int, int] | None) -> DataDescription:
    """Look at the names of all images, and inside one of them.

    Raises: DataError, naming the file.
    """
    classes, files = list_images(folder)
    height, width, channels = _first_image(files[0][0])
    if size is not None:
        height, width = size
    channels = CHANNELS.get(mode, channels)
    return DataDescription(
        inputs=(Field((channels, height, width)),),
        target=Field((), "int64"),
        samples=len(files),
        classes=tuple(classes),
        names=("image",),
        title=folder.name,
        labels=np.array([number for _, number in files], np.int64),
    )


def _first_image(path: Path) -> tuple[int, int, int]:
    from PIL import Image

    try:
        with Image.open(path) as image:
            channels = 1 if image.mode in ("1", "L", "I", "I;16", "F") else 3
            return image.height, image.width, channels
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DataError(
            later("{path}: cannot be read as an image", path=_short(path)),
            "replace or remove the file",
        ) from error


def load_images(folder: Path, mode: str, size: tuple[int, int] | None) -> Arrays:
    """Read every image: (samples, channels, height, width), unsigned bytes.

    Raises: DataError, naming the file.
    """
    described = describe_images(folder, mode, size)
    classes, files = list_images(folder)
    shape = described.inputs[0].shape
    check_size(folder.name, 4 * len(files) * int(np.prod(shape)))
    mode = next(name for name, count in CHANNELS.items() if count == shape[0])
    pixels = np.empty((len(files), *shape), np.uint8)
    for index, (path, _) in enumerate(files):
        pixels[index] = _read_image(path, mode, shape, size is not None)
    return Arrays(
        inputs=(pixels,),
        target=np.array([number for _, number in files], np.int64),
        classes=tuple(classes),
        peak=255.0,
        names=("image",),
    )


def _read_image(path: Path, mode: str, shape: tuple[int, ...], resize: bool) -> NumpyArray:
    from PIL import Image

    height, width = shape[1:]
    try:
        with warnings.catch_warnings(), Image.open(path) as opened:
            warnings.simplefilter("ignore")  # a broken EXIF block does not spoil the pixels
            if opened.width * opened.height > MOST_PIXELS:
                raise DataError(
                    later(
                        "{path}: {width} x {height} is too large",
                        path=_short(path),
                        width=opened.width,
                        height=opened.height,
                    )
                )
            image = opened.convert(PILLOW_MODES[mode])
            if resize:
                image = image.resize((width, height), Image.Resampling.BILINEAR)
            pixels = np.asarray(image, np.uint8)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DataError(
            later("{path}: cannot be read as an image", path=_short(path)),
            "replace or remove the file",
        ) from error
    if pixels.shape[:2] != (height, width):
        raise DataError(
            later(
                "{path}: is {shape} x {shape_2} pixels, but the first image is {width} x {height}",
                path=_short(path),
                shape=pixels.shape[1],
                shape_2=pixels.shape[0],
                width=width,
                height=height,
            ),
            later("set resize, for example to [{height}, {width}]", height=height, width=width),
        )
    return pixels[None] if mode == "grayscale" else pixels.transpose(2, 0, 1)


def _short(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
