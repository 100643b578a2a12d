"""A drawing brought into the place and size that handwritten digits have in MNIST."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from train.data.description import NumpyArray

#: The share of the side that the drawing fills, as in MNIST: 20 of 28 pixels.
FILLED = 20 / 28


def centred(pixels: NumpyArray, height: int, width: int) -> NumpyArray:
    """Return what is drawn, in 20/28 of the size, its centre of mass in the middle.

    Shapes: (h, w), bright on dark, uint8 -> (height, width), uint8. Nothing drawn stays nothing.
    Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits".
    """
    canvas = np.zeros((height, width), np.uint8)
    rows, columns = np.flatnonzero(pixels.any(1)), np.flatnonzero(pixels.any(0))
    if not len(rows):
        return canvas
    cut = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = min(FILLED * height / cut.shape[0], FILLED * width / cut.shape[1])
    size = (max(1, round(cut.shape[1] * scale)), max(1, round(cut.shape[0] * scale)))
    small = np.asarray(Image.fromarray(cut).resize(size, Image.Resampling.BOX), np.float64)
    mass = max(small.sum(), 1e-9)
    middle = (
        (small.sum(1) * np.arange(small.shape[0])).sum() / mass,
        (small.sum(0) * np.arange(small.shape[1])).sum() / mass,
    )
    top = round((height - 1) / 2 - middle[0])
    left = round((width - 1) / 2 - middle[1])
    top = min(max(top, 0), height - small.shape[0])
    left = min(max(left, 0), width - small.shape[1])
    canvas[top : top + small.shape[0], left : left + small.shape[1]] = small.round()
    return canvas


def centre_file(drawn: Path, height: int, width: int) -> Path:
    """Write the centred drawing beside the file it was drawn into. Raises: OSError."""
    with Image.open(drawn) as image:
        pixels = np.asarray(image.convert("L"))
    path = drawn.with_name(f"{drawn.stem}-centred.png")
    Image.fromarray(centred(pixels, height, width)).save(path)
    return path
