"""The first samples of a data set as they are in the file: to be looked at, not trained on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from train.data.description import NumpyArray
from train.data.source import Place
from train.data.whole import read_whole
from train.settings import DataConfig


@dataclass(frozen=True)
class Samples:
    """A few samples; ``inputs`` in the order of the network's inputs, samples along axis 0."""

    inputs: tuple[NumpyArray, ...]
    target: NumpyArray
    classes: tuple[str, ...] = ()
    peak: float | None = None
    names: tuple[str, ...] = ()

    def label(self, index: int) -> str:
        """The class, or the numbers, of one sample."""
        value = self.target[index]
        if self.classes and value.ndim == 0 and 0 <= int(value) < len(self.classes):
            return self.classes[int(value)]
        return _numbers(value)

    def lines(self) -> list[str]:
        """One line of text for each sample."""
        return [
            f"{'; '.join(_numbers(array[index]) for array in self.inputs)}  ->  {self.label(index)}"
            for index in range(len(self.target))
        ]


def first_samples(config: DataConfig, folder: Path | None = None, count: int = 60) -> Samples:
    """Read ``count`` samples spread over the whole set, so that classes in a row are all seen.

    Raises: DataError, naming the file and, where known, the row.
    """
    arrays = read_whole(config, Place(folder, True))
    chosen = np.linspace(0, arrays.samples - 1, min(count, arrays.samples)).astype(int)
    return Samples(
        tuple(array[chosen] for array in arrays.inputs),
        arrays.target[chosen],
        arrays.classes,
        arrays.peak,
        arrays.names,
    )


def _numbers(array: NumpyArray, most: int = 12) -> str:
    flat = np.asarray(array).ravel()
    shown = "  ".join(f"{value:>7.4g}" for value in flat[:most])
    return shown + (" ..." if flat.size > most else "")
