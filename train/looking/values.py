"""What values are like: a histogram and a few facts for each column or channel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from train.data.column import Column
from train.data.description import Arrays, NumpyArray
from train.data.on_disk import OnDisk

#: Bars of a histogram, kinds of a column of text, and columns that are told of.
BARS, KINDS, MOST = 32, 12, 120

#: As many samples are looked at: more would take long and show the same.
SAMPLED = 20_000

#: The same of what has to be read from disk first.
SAMPLED_ON_DISK = 500


@dataclass(frozen=True)
class Values:
    """One column or channel: numbers by a histogram, texts by how often each occurs."""

    name: str
    dtype: str
    shape: tuple[int, ...] = ()
    counts: tuple[int, ...] = ()
    low: float = 0.0
    high: float = 0.0
    mean: float = 0.0
    missing: int = 0
    kinds: tuple[tuple[str, int], ...] = field(default=())

    def to_plain(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "dtype": self.dtype,
            "shape": list(self.shape),
            "counts": list(self.counts),
            "low": self.low,
            "high": self.high,
            "mean": self.mean,
            "missing": self.missing,
            "kinds": [list(kind) for kind in self.kinds],
        }


def values_of(arrays: Arrays) -> tuple[list[Values], int]:
    """Every input, and the target where it is a number; and how many samples were looked at."""
    rows = np.arange(arrays.samples)
    on_disk = any(isinstance(one, OnDisk) for one in arrays.inputs)
    most = SAMPLED_ON_DISK if on_disk else SAMPLED
    if len(rows) > most:
        rows = np.linspace(0, len(rows) - 1, most).astype(np.int64)
    found: list[Values] = []
    names = arrays.names or tuple(f"input {i + 1}" for i in range(len(arrays.inputs)))
    for name, array in zip(names, arrays.inputs, strict=False):
        found += _of_input(name, array[rows], arrays)
    if not arrays.classes:
        found.append(_numbers("target", arrays.target[rows], arrays.target.shape[1:]))
    return found[:MOST], len(rows)


def _of_input(name: str, array: NumpyArray, arrays: Arrays) -> Iterator[Values]:
    if arrays.table and array.ndim == 2:
        yield from _of_columns(name, array, arrays)
    elif array.ndim == 4 and array.shape[1] <= 4:
        channels = ("grey",) if array.shape[1] == 1 else ("red", "green", "blue", "alpha")
        for index in range(array.shape[1]):
            yield _numbers(f"{name}, {channels[index]}", array[:, index], array.shape[2:])
    else:
        yield _numbers(name, array, array.shape[1:])


def _of_columns(name: str, array: NumpyArray, arrays: Arrays) -> Iterator[Values]:
    place = 0
    for column in name.split(", "):
        kinds = arrays.lexicon.get(column, ())
        if kinds:
            sums = array[:, place : place + len(kinds)].sum(axis=0).astype(int).tolist()
            pairs = sorted(zip(kinds, sums, strict=True), key=lambda pair: -pair[1])
            yield Values(column, "text", kinds=tuple(pairs[:KINDS]))
        elif place < array.shape[1]:
            yield _numbers(column, array[:, place])
        place += max(1, len(kinds))


def _numbers(name: str, array: NumpyArray, shape: Sequence[int] = ()) -> Values:
    flat = array.reshape(-1).astype(np.float64)
    low, high = (float(flat.min()), float(flat.max())) if flat.size else (0.0, 0.0)
    counts, _ = np.histogram(flat, BARS, (low, high if high > low else low + 1))
    mean = float(flat.mean()) if flat.size else 0.0
    return Values(name, str(array.dtype), tuple(shape), tuple(map(int, counts)), low, high, mean)


def values_of_columns(columns: dict[str, Column]) -> list[Values]:
    """The same of a table that cannot be trained on as it is: where cells are missing."""
    found = []
    for column in list(columns.values())[:MOST]:
        if column.numbers is not None and not column.wrong:
            found.append(_numbers(column.name, column.numbers))
            continue
        cells, counts = np.unique(np.array(column.cells, str), return_counts=True)
        order = np.argsort(-counts)[:KINDS]
        kinds = tuple((str(cells[i])[:40], int(counts[i])) for i in order if cells[i])
        found.append(Values(column.name, "text", kinds=kinds, missing=column.missing))
    return found
