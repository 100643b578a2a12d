"""Masks laid over their pictures, so that one sees whether they fit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from train.data.description import NumpyArray

#: Hues that colour-blind people tell apart (Okabe and Ito), for the classes from 1 on.
HUES = np.array(
    [(213, 94, 0), (0, 114, 178), (0, 158, 115), (204, 121, 167), (230, 159, 0), (86, 180, 233)],
    np.float32,
)

#: How much of a hue is laid over a pixel.
STRENGTH = 0.45

#: Classes that are named of one mask.
MOST_NAMED = 4


def laid_over(pictures: NumpyArray, masks: NumpyArray, *, strength: float = STRENGTH) -> NumpyArray:
    """Pictures in colour, their pixels tinted by their classes; class 0 stays as it is.

    Shapes: pictures (N, 1 or 3, height, width), masks (N, height, width) -> (N, 3, ...), bytes.
    """
    colour = np.repeat(pictures, 3, axis=1) if pictures.shape[1] == 1 else pictures
    tint = HUES[(masks.astype(np.int64) - 1) % len(HUES)].transpose(0, 3, 1, 2)
    blended = (1 - strength) * colour + strength * tint
    found: NumpyArray = np.where(masks[:, None] > 0, blended, colour).astype(np.uint8)
    return found


def words_of(mask: NumpyArray, classes: Sequence[str]) -> str:
    """The classes of most of its pixels, each with its share: ``road 61 %, sky 20 %``."""
    counts = np.bincount(mask.reshape(-1).astype(np.int64), minlength=len(classes))
    order = [i for i in np.argsort(-counts, kind="stable")[:MOST_NAMED] if counts[i]]
    return ", ".join(f"{classes[i]} {counts[i] / mask.size:.0%}" for i in order)
