"""Answers to held-out samples as the run has kept them: an epoch, and one part of the loss."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

#: What stands in a mask where there is no class to be learned.
NO_CLASS = 255

Array = npt.NDArray[Any]


@dataclass(frozen=True)
class Answers:
    """What one output answered after one epoch; the arrays are read when they are looked at.

    ``has_rows`` is false where the file is gone: then there is the confusion matrix alone.
    """

    event: Mapping[str, Any]
    part: Mapping[str, Any]

    @staticmethod
    def of(event: Mapping[str, Any]) -> list[Answers]:
        """One for each output that can be read."""
        return [Answers(event, part) for part in event.get("parts") or ()]

    @property
    def epoch(self) -> int:
        return int(self.event.get("epoch") or 0)

    @property
    def name(self) -> str:
        return str(self.part.get("name") or "")

    @property
    def classes(self) -> list[str]:
        return [str(name) for name in self.part.get("classes") or ()]

    @cached_property
    def _rows(self) -> dict[str, Array]:
        key = f"{self.part.get('key')}."
        loaded = _read(str(self.event.get("file") or ""))
        return {k.removeprefix(key): v for k, v in loaded.items() if k.startswith(key)}

    @property
    def has_rows(self) -> bool:
        return "loss" in self._rows

    def rows(self, name: str) -> Array:
        """``top``, ``chances``, ``chance``, ``truth``, ``predicted`` or ``loss``, by sample."""
        return self._rows.get(name, np.zeros(0))

    @cached_property
    def confusion(self) -> Array | None:
        """How often each class (row) was read as each (column), over all held-out samples."""
        told = self.part.get("confusion")
        if told is not None:
            return np.asarray(told, np.int64)
        return self._rows.get("confusion")

    @cached_property
    def is_right(self) -> Array:
        """Whether the class of each sample was found."""
        if not self.has_rows or not self.classes:
            return np.zeros(0, bool)
        if self.has_many:
            return np.asarray(self.rows("right") >= 1)
        return np.asarray(self.rows("top")[:, 0] == self.rows("truth"))

    @property
    def has_many(self) -> bool:
        """Whether each sample has many classes: one for every pixel, or every step."""
        return "said" in self._rows

    def mistaken(self, at: int) -> tuple[int, int, float] | None:
        """Of a sample with many classes which was most often taken for which, and its share."""
        truth, said = self.rows("true")[at].astype(np.int64), self.rows("said")[at].astype(np.int64)
        wrong = (truth != said) & (truth != NO_CLASS)
        if not wrong.any():
            return None
        size = int(max(truth[wrong].max(), said[wrong].max())) + 1
        pairs = np.bincount(truth[wrong] * size + said[wrong])
        most = int(pairs.argmax())
        return most // size, most % size, float(pairs[most] / (truth != NO_CLASS).sum())

    def holding(self, truth: int, said: int | None = None) -> Array:
        """Of samples with many classes those in which a class is there, or is taken for another."""
        found = self.rows("true") == truth
        if said is not None:
            found &= self.rows("said") == said
        return np.asarray(found.reshape(len(found), -1).any(axis=1))

    @property
    def shape(self) -> tuple[int, ...]:
        """Of one answer in numbers."""
        return tuple(int(size) for size in self.part.get("shape") or ())

    def class_name(self, number: Any) -> str:
        place = int(number)
        return self.classes[place] if 0 <= place < len(self.classes) else str(place)


@dataclass
class Samples:
    """The held-out samples themselves, which a run writes once."""

    path: str = ""
    inputs: list[Array] = field(default_factory=list)
    names: Sequence[str] = ()

    def follow(self, event: Mapping[str, Any]) -> None:
        """Read those that an event names, unless they are these."""
        path = str(event.get("samples") or "")
        if path == self.path and self.inputs:
            return
        loaded = _read(path)
        self.path, self.names = path, [str(name) for name in event.get("names") or ()]
        self.inputs = [loaded[f"input{place}"] for place in range(len(loaded))]

    def picture(self, index: int) -> Array | None:
        """The first input that is a picture, from 0 to 255: (C, H, W); None where none is."""
        for array in self.inputs:
            if array.ndim == 4 and array.shape[1] in (1, 3) and min(array.shape[2:]) > 1:
                return as_pixels(array[index], float(array.min()), float(array.max()))
        return None

    def words(self, index: int, most: int = 8) -> str:
        """The numbers of a sample that is no picture."""
        parts = []
        for array in self.inputs:
            values = array[index].ravel()
            named = len(self.names) == values.size and len(self.inputs) == 1
            shown = [
                f"{self.names[place]} {value:.3g}" if named else f"{value:.3g}"
                for place, value in enumerate(values[:most])
            ]
            parts.append(", ".join(shown) + (" ..." if values.size > most else ""))
        return "; ".join(parts)


def as_pixels(array: Array, low: float, high: float) -> Array:
    """Values from ``low`` to ``high`` as bytes from 0 to 255."""
    scaled = (array.astype(np.float32) - low) * (255.0 / max(high - low, 1e-9))
    return np.clip(scaled, 0, 255).astype(np.uint8)


def _read(path: str) -> dict[str, Array]:
    if not path or not Path(path).is_file():
        return {}
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except (OSError, ValueError, KeyError, EOFError):
        return {}
