"""Pictures in and out: a file becomes the pixels that an Input expects; maps become PNG files."""

from __future__ import annotations

import math
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.errors import DataError
from graph.phrases import later
from train.data.picture_files import MOST_PIXELS
from train.probe.summary import Maps

#: A photograph that comes with the app, to look at what a kernel does.
PHOTOGRAPH = Path(__file__).parent.parent / "data" / "files" / "china.jpg"

#: The longest side that a picture keeps where the Input leaves its size open.
LONGEST_SIDE = 512

Pixels = npt.NDArray[np.uint8]


def read_picture(path: Path, channels: int | str, height: int | str, width: int | str) -> Pixels:
    """Read a picture as (channels, height, width), 0 to 255, resized and turned grey as needed.

    A letter leaves a size open. The picture fills the frame: what stands over is cut off at both
    sides alike. Raises: DataError, naming the file.
    """
    from PIL import Image, ImageOps

    if channels not in (1, 3) and not isinstance(channels, str):
        raise DataError(
            later("{channels} channels are expected, a picture has 1 or 3", channels=channels),
            "choose random numbers",
        )
    try:
        with warnings.catch_warnings(), Image.open(path) as opened:
            warnings.simplefilter("ignore")
            if opened.width * opened.height > MOST_PIXELS:
                raise DataError(
                    later(
                        "{name}: {width} x {height} is too large",
                        name=path.name,
                        width=opened.width,
                        height=opened.height,
                    )
                )
            upright = ImageOps.exif_transpose(opened) or opened
            image = upright.convert("L" if channels == 1 else "RGB")
            size = _size(image.size, height, width)
            image = ImageOps.fit(image, size, Image.Resampling.BILINEAR)
            pixels = np.asarray(image, np.uint8)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise DataError(
            later("{name}: cannot be read as an image", name=path.name), "choose a PNG or JPEG file"
        ) from error
    return pixels[None] if channels == 1 else np.ascontiguousarray(pixels.transpose(2, 0, 1))


def _size(own: tuple[int, int], height: int | str, width: int | str) -> tuple[int, int]:
    """Width and height: what the Input says, else the picture's own, made smaller if need be."""
    shrink = min(1.0, LONGEST_SIDE / max(own))
    wide = width if isinstance(width, int) else max(1, round(own[0] * shrink))
    high = height if isinstance(height, int) else max(1, round(own[1] * shrink))
    return wide, high


def whole_range(maps: Maps) -> Pixels:
    """The pixels of ``maps`` with one range for all channels, so that they can be compared."""
    lows, highs = maps.ranges[:, 0, None, None], maps.ranges[:, 1, None, None]
    values = lows + maps.pixels / np.float32(255) * (highs - lows)
    low, high = float(lows.min()), float(highs.max())
    span = max(high - low, 1e-30)
    scaled: Pixels = np.clip((values - low) / span * 255, 0, 255).round().astype(np.uint8)
    return scaled


def grid(pixels: Pixels, gap: int = 1, ground: int = 0) -> Pixels:
    """Channels side by side in one picture. Shapes: (C, H, W) -> (rows, columns)."""
    count, height, width = pixels.shape
    columns = max(1, min(count, round(math.sqrt(count * height / max(1, width)))))
    rows = -(-count // columns)
    sheet = np.full((rows * (height + gap) - gap, columns * (width + gap) - gap), ground, np.uint8)
    for index, plane in enumerate(pixels):
        top, left = (index // columns) * (height + gap), (index % columns) * (width + gap)
        sheet[top : top + height, left : left + width] = plane
    return sheet


def write_picture(maps: Maps, path: Path, *, per_channel: bool = False) -> None:
    """Write ``maps`` as a PNG: three channels of a picture in colour, more as a grid.

    Raises: OSError.
    """
    from PIL import Image

    pixels: npt.NDArray[Any] = maps.pixels if per_channel else whole_range(maps)
    if maps.kind == "picture" and pixels.shape[0] == 3:
        pixels = pixels.transpose(1, 2, 0)
    else:
        pixels = grid(pixels)
    image = Image.fromarray(np.ascontiguousarray(pixels))
    enlarge = max(1, 160 // max(image.size))
    size = (image.width * enlarge, image.height * enlarge)
    image.resize(size, Image.Resampling.NEAREST).save(path)
