"""Data sets that somebody looks into, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import LoomError
from train.data import Prepared, data_key, load
from train.data.description import Lexicon
from train.data.preparation import PixelScale, pixel_scale
from train.data.source import Place
from train.data.whole import read_whole
from train.settings import TrainingConfig


@dataclass
class Shelf:
    """Data sets that were read, kept as long as they and their settings stay as they are.

    ``known`` is the vocabulary of the run whose network looks at them.
    """

    known: Lexicon = field(default_factory=dict)
    _kept: dict[str, Prepared] = field(default_factory=dict)
    _scales: dict[str, PixelScale | None] = field(default_factory=dict)

    def prepared(self, config: TrainingConfig, folder: Path | None) -> Prepared:
        """Raises: DataError."""
        key = f"{config.data!r} {data_key(config.data, folder, outside=True)} {self.known!r}"
        if key not in self._kept:
            if len(self._kept) > 1:
                self._kept.clear()
            self._kept[key] = load(config.data, folder, known=self.known)
        return self._kept[key]

    def scale(self, config: TrainingConfig, folder: Path | None) -> PixelScale | None:
        """How the pixels of the data set are scaled; None where it is none of pictures."""
        data = config.data
        key = f"{data!r} {data_key(data, folder, outside=True)}"
        if key not in self._scales:
            try:
                arrays = read_whole(data, Place(folder, True))
                self._scales[key] = pixel_scale(arrays, data)
            except LoomError:
                self._scales[key] = None
        return self._scales[key]
