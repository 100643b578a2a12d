"""Two folders of pictures that belong together by their names: images, and a mask for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, DataDescription, Field, NumpyArray
from train.data.file_groups import groups_of_files
from train.data.images import Look
from train.data.memory import fits
from train.data.picture_files import (
    CHANNELS,
    SUFFIXES,
    FileSamples,
    check_inside,
    look_into,
    look_into_all,
    pictures_of,
    short,
    unreadable,
)

#: More different values in masks are shades of something, not classes.
MOST_VALUES = 64

#: Of a mask in black and white: what is brighter belongs to the figure.
BRIGHT = 127


class Pair(NamedTuple):
    """An image and its mask; ``place`` is the image's path below its folder, with ``/``."""

    image: Path
    mask: Path
    place: str


class Folders(NamedTuple):
    """Where images and masks lie below the folder of the data, and what masks say."""

    images: str = "images"
    masks: str = "masks"
    mask: str = "auto"
    classes: int | None = None


class Masks(NamedTuple):
    """The values that masks are made of, in the order of the classes, and pixels of each.

    Shapes: counts (masks, classes); None where masks were not looked into.
    """

    values: tuple[int, ...]
    counts: NumpyArray | None = None


def list_pairs(folder: Path, said: Folders) -> list[Pair]:
    """Every image with its mask, by equal names without their endings, in the images' order.

    Raises: DataError, naming the file that has no partner.
    """
    images = _by_stem(folder, said.images)
    masks = _by_stem(folder, said.masks)
    for found, others, missing in ((images, masks, said.masks), (masks, images, said.images)):
        alone = next((stem for stem in found if stem not in others), None)
        if alone is not None:
            raise DataError(
                later(
                    "{file}: there is no {partner} for it",
                    file=short(found[alone]),
                    partner=f"{missing}/{alone}.*",
                ),
                later("add that file, or remove this one"),
            )
    home = folder / said.images
    return [
        Pair(image, masks[stem], image.relative_to(home).as_posix())
        for stem, image in images.items()
    ]


def _by_stem(folder: Path, name: str) -> dict[str, Path]:
    home = folder / name
    if not name or not home.resolve().is_relative_to(folder.resolve()) or not home.is_dir():
        raise DataError(
            later("{folder}: there is no folder {name} in it", folder=folder.name, name=repr(name)),
            later("put images and masks into images/ and masks/, or name their folders"),
        )
    try:
        files = [one for one in sorted(home.rglob("*")) if one.suffix.lower() in SUFFIXES]
    except OSError as error:
        raise DataError(
            later("{name}: cannot be listed ({reason})", name=name, reason=error.strerror)
        ) from error
    if not files:
        raise DataError(later("{name}: holds no image", name=f"{folder.name}/{name}"))
    check_inside(folder, files)
    found: dict[str, Path] = {}
    for file in files:
        stem = file.relative_to(home).with_suffix("").as_posix()
        if stem in found:
            raise DataError(
                later(
                    "{file}: has the name of {other}", file=short(file), other=short(found[stem])
                ),
                later("names are told apart without their endings: rename or remove one"),
            )
        found[stem] = file
    return found


def _check_sizes(pairs: Sequence[Pair]) -> None:
    """Raises: DataError, naming the first mask that is of another size than its image."""
    images = look_into_all([pair.image for pair in pairs])
    masks = look_into_all([pair.mask for pair in pairs])
    for pair, image, mask in zip(pairs, images, masks, strict=True):
        if image[:2] != mask[:2]:
            raise DataError(
                later(
                    "{mask}: is {width} x {height} pixels, but {image} is {width_2} x {height_2}",
                    mask=short(pair.mask),
                    width=mask[1],
                    height=mask[0],
                    image=short(pair.image),
                    width_2=image[1],
                    height_2=image[0],
                ),
                later("bring both to one size"),
            )


def values_of_mask(path: Path) -> NumpyArray:
    """The value of every pixel of a mask. Shapes: (height, width), unsigned bytes.

    Raises: DataError, naming the file, where it is in colour or damaged.
    """
    from PIL import Image

    try:
        with Image.open(path) as opened:
            grey = (
                opened.convert("RGB") if opened.mode not in ("1", "L", "P", "I", "I;16") else None
            )
            values = np.asarray(opened if grey is None else grey)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise unreadable(path, error) from error
    if values.ndim == 3 and (values == values[..., :1]).all():
        values = values[..., 0]
    if values.ndim != 2 or (values.dtype != np.uint8 and values.size and values.max() > 255):
        raise DataError(
            later("{path}: a mask has one number from 0 to 255 for each pixel", path=short(path)),
            later("save it as a grey picture, or one with a palette"),
        )
    return values.astype(np.uint8)


#: What masks were found to be made of, as long as their files stay as they are.
_seen: dict[int, Masks] = {}


def look_at_masks(pairs: Sequence[Pair], said: Folders) -> Masks:
    """What masks are made of; they are gone through once. Raises: DataError, naming the file."""
    if said.classes is not None and said.mask != "binary":
        return Masks(tuple(range(said.classes)))
    stamps = [(str(p.mask), (s := p.mask.stat()).st_mtime_ns, s.st_size) for p in pairs]
    key = hash((said.mask, tuple(stamps)))
    if key not in _seen:
        if len(_seen) > 20:
            _seen.clear()
        _seen[key] = _look_at_masks(pairs, said)
    return _seen[key]


def _look_at_masks(pairs: Sequence[Pair], said: Folders) -> Masks:
    if said.mask == "binary":
        counts = np.array([_bright(values_of_mask(pair.mask)) for pair in pairs], np.int64)
        return Masks((0, 255), counts)
    seen = np.zeros((len(pairs), 256), np.int64)
    for row, pair in enumerate(pairs):
        seen[row] = np.bincount(values_of_mask(pair.mask).ravel(), minlength=256)
        kinds = int((seen[: row + 1].sum(axis=0) > 0).sum())
        if kinds > MOST_VALUES:
            raise DataError(
                later(
                    "{path}: masks up to here have {kinds} different values, too many for classes",
                    path=short(pair.mask),
                    kinds=kinds,
                ),
                later("save masks as PNG, or set mask: binary for black and white"),
            )
    values = np.flatnonzero(seen.sum(axis=0))
    return Masks(tuple(map(int, values)), seen[:, values])


def _bright(values: NumpyArray) -> tuple[int, int]:
    bright = int((values > BRIGHT).sum())
    return values.size - bright, bright


def read_mask(
    path: Path, values: Sequence[int], size: tuple[int, int], *, binary: bool, resize: bool
) -> NumpyArray:
    """The class of every pixel. Shapes: (height, width), unsigned bytes.

    Raises: DataError, naming the file that has a value which is none of ``values``.
    """
    from PIL import Image

    found = values_of_mask(path)
    if resize:
        height, width = size
        nearest = Image.Resampling.NEAREST
        found = np.asarray(Image.fromarray(found).resize((width, height), nearest))
    if binary:
        return (found > BRIGHT).astype(np.uint8)
    table = np.full(256, 255, np.uint8)
    table[list(values)] = np.arange(len(values))
    known = np.zeros(256, bool)
    known[list(values)] = True
    strange = found[~known[found]]
    if len(strange):
        raise DataError(
            later(
                "{path}: has a pixel of {value}, which is none of the {count} classes",
                path=short(path),
                value=int(strange[0]),
                count=len(values),
            ),
            later("mend it, or raise classes"),
        )
    return table[found]


def describe_pairs(folder: Path, said: Folders, look: Look) -> DataDescription:
    """Look at all names and sizes, and at what masks are made of. Raises: DataError."""
    pairs = list_pairs(folder, said)
    _check_sizes(pairs)
    masks = look_at_masks(pairs, said)
    height, width, channels = look_into(pairs[0].image)
    if look.size is not None:
        height, width = look.size
    channels = CHANNELS.get(look.mode, channels)
    return DataDescription(
        inputs=(Field((channels, height, width)),),
        target=Field((height, width), "int64"),
        samples=len(pairs),
        classes=tuple(map(str, masks.values)),
        names=("image",),
        title=folder.name,
        groups=groups_of_files(look.group, [pair.place for pair in pairs]),
        pixels=masks.counts,
    )


def load_pairs(folder: Path, said: Folders, look: Look) -> Arrays:
    """Images (samples, channels, height, width) and masks (samples, height, width), bytes.

    Raises: DataError, naming the file.
    """
    described = describe_pairs(folder, said, look)
    pairs = list_pairs(folder, said)
    [field], target = described.inputs, described.target
    resize = look.size is not None
    height, width = target.shape
    one = partial(
        read_mask,
        values=tuple(map(int, described.classes)),
        size=(height, width),
        binary=said.mask == "binary",
        resize=resize,
    )
    masks = FileSamples([pair.mask for pair in pairs], target.shape, one)
    size = len(pairs) * (4 * int(np.prod(field.shape)) + 8 * height * width)
    held = fits(size, look.memory)
    images = [pair.image for pair in pairs]
    room = look.memory / 2
    return Arrays(
        inputs=(pictures_of(images, field.shape, resize=resize, memory=size if held else room),),
        target=masks.whole() if held else masks.on_disk(room),
        classes=described.classes,
        peak=255.0,
        names=("image",),
        groups=described.groups,
    )
