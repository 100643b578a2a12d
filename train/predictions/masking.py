"""A class for every pixel as a picture: laid over the sample, or as a file of its own."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import numpy as np
from PIL import Image

from train.data.description import NumpyArray
from train.looking.masks import HUES, laid_over
from train.predictions.reading import NO_CLASS, Read
from train.probe.samples import Sample

#: Pixels along a side of what is only to be looked at.
MOST_SHOWN = 256


def mask_of(read: Read) -> NumpyArray | None:
    """The class of every pixel of one answer, (height, width); None where it says none."""
    said = read.arrays.get("said")
    return None if said is None or said.ndim != 3 or said.max() > NO_CLASS else said[0]


def seen_masked(sample: Sample, read: Read) -> str:
    """The sample with the answer laid over it, a PNG in base64; "" where it is no mask.

    A mask of another size than the sample lies on grey.
    """
    mask = mask_of(read)
    if mask is None:
        return ""
    ground: NumpyArray = np.full((3, *mask.shape), 128, np.uint8)
    for tensor in sample.inputs.values():
        if tensor.ndim == 4 and tensor.shape[1] in (1, 3) and tensor.shape[2:] == mask.shape:
            values = tensor[0].float().numpy()
            low, high = float(values.min()), float(values.max())
            ground = ((values - low) * (255.0 / max(high - low, 1e-9))).astype(np.uint8)
            break
    step = -(-max(mask.shape) // MOST_SHOWN)
    shown = laid_over(ground[None, :, ::step, ::step], mask[None, ::step, ::step])[0]
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(shown.transpose(1, 2, 0))).save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode("ascii")


def write_mask(path: Path, mask: NumpyArray) -> None:
    """Write a PNG whose pixels are the numbers of their classes, in the colours of the app.

    Raises: OSError.
    """
    picture = Image.fromarray(mask.astype(np.uint8))
    colours = np.tile(HUES, (43, 1))[:255].astype(np.uint8)
    picture.putpalette(bytes(3) + colours.tobytes())
    picture.save(path, "PNG")
