"""How samples that are too many for memory are scaled: their mean and deviation, part by part.

The functions stand alone and use NumPy only: an exported training script carries their text.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from train.data.description import NumpyArray


def scale_in_parts(values: Any, rows: NumpyArray) -> tuple[NumpyArray, NumpyArray]:
    """Return mean and deviation on axis 1 of the rows given, which are read part by part.

    Sums of whole numbers are exact, so pixels have the mean that they have in memory.
    """
    axes = (0, *range(2, len(values.shape)))
    at_once = max(1, 2**21 // max(1, int(np.prod(values.shape[1:]))))
    count = len(rows) * int(np.prod(values.shape[2:]))
    shift: Any = None
    total: Any = 0.0
    squares: Any = 0.0
    for start in range(0, len(rows), at_once):
        part = values[rows[start : start + at_once]].astype(np.float64)
        if shift is None:
            shift = np.round(part.mean(axis=axes, keepdims=True))
        part -= shift
        total = total + part.sum(axis=axes, keepdims=True)
        squares = squares + np.square(part).sum(axis=axes, keepdims=True)
    mean = (shift * count + total) / count
    deviation = np.sqrt(np.maximum(squares / count - np.square(total / count), 0.0))
    deviation[deviation < 1e-8] = 1.0
    return mean, deviation


def scaled(values: NumpyArray, mean: NumpyArray, deviation: NumpyArray) -> NumpyArray:
    """Return values with a mean and a deviation taken out; pixels by a table of all there are."""
    if values.dtype != np.uint8 or values.ndim != 4:
        return np.asarray((values - mean) / deviation, dtype=np.float32)
    table = ((np.arange(256)[:, None] - mean.reshape(-1)) / deviation.reshape(-1)).astype(
        np.float32
    )
    found = np.empty(values.shape, np.float32)
    for channel in range(values.shape[1]):
        np.take(table[:, channel], values[:, channel], out=found[:, channel])
    return found
