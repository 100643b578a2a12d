"""Samples that stay on disk until a batch asks for them, and how those beside them are handled."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from train.data.description import NumpyArray

Indices = npt.NDArray[np.int64]

#: Numbers that are looked at together where all samples are gone through.
AT_ONCE = 2**21


@dataclass(frozen=True, eq=False)
class OnDisk:
    """Samples along the first axis, as in an array; taking some reads them.

    ``read`` is given rows and returns them, (rows, *shape[1:]). ``origin`` says which samples they
    are: two of one origin are the same.
    Raises: DataError where they are taken and cannot be read, naming the file.
    """

    read: Callable[[Indices], NumpyArray]
    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    origin: Hashable

    @property
    def ndim(self) -> int:
        return len(self.shape)

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, rows: Any) -> NumpyArray:
        chosen = np.arange(len(self), dtype=np.int64)[rows]
        return self.read(np.atleast_1d(chosen)) if np.ndim(chosen) else self.read(chosen[None])[0]

    def chosen(self, rows: Indices) -> OnDisk:
        """Some of the samples, in the order of ``rows``; nothing is read."""
        digest = hashlib.sha256(np.asarray(rows, np.int64).tobytes()).hexdigest()
        shape = (len(rows), *self.shape[1:])
        return OnDisk(
            lambda wanted: self.read(rows[wanted]), shape, self.dtype, (self.origin, digest)
        )

    def changed(
        self, change: Callable[[NumpyArray], NumpyArray], shape: tuple[int, ...], dtype: str
    ) -> OnDisk:
        """The same samples, changed whenever they are read; ``shape`` is that of one."""
        whole = (len(self), *shape)
        made = np.dtype(dtype)
        return OnDisk(
            lambda rows: change(self.read(rows)), whole, made, (self.origin, dtype, shape)
        )

    def parts(self) -> Iterator[NumpyArray]:
        """All samples, as many at once as need little memory."""
        step = samples_at_once(self.shape)
        for start in range(0, len(self), step):
            yield self[start : start + step]


#: What samples are kept in.
Samples = NumpyArray | OnDisk


def samples_at_once(shape: Sequence[int]) -> int:
    """How many samples are gone through together."""
    return max(1, AT_ONCE // max(1, int(np.prod(shape[1:]))))


def taken(samples: Samples, rows: Indices) -> Samples:
    """Some samples, where the others are: in memory, or on disk."""
    return (
        samples.chosen(rows) if isinstance(samples, OnDisk) else np.ascontiguousarray(samples[rows])
    )


def flattened(samples: Samples) -> Samples:
    """Every sample as one row of numbers."""
    if not isinstance(samples, OnDisk):
        return samples.reshape(len(samples), -1)
    size = int(np.prod(samples.shape[1:]))
    return samples.changed(lambda part: part.reshape(len(part), -1), (size,), str(samples.dtype))


def some(samples: Samples, most: int) -> NumpyArray:
    """At most so many samples, spread over all of them, if they are on disk; else all."""
    if not isinstance(samples, OnDisk):
        return samples
    return samples[np.linspace(0, len(samples) - 1, min(most, len(samples))).astype(np.int64)]


def are_same(one: Samples, other: Samples) -> bool:
    """Whether two are the same samples in the same order."""
    if isinstance(one, OnDisk) and isinstance(other, OnDisk):
        return one.origin == other.origin
    if isinstance(one, OnDisk) or isinstance(other, OnDisk):
        return False
    return np.array_equal(one, other)


def joined_samples(pieces: Sequence[Samples]) -> Samples:
    """One after the other; on disk if one of them is."""
    if not any(isinstance(one, OnDisk) for one in pieces):
        return np.concatenate([np.asarray(one) for one in pieces])
    ends = np.cumsum([len(one) for one in pieces])
    shape = (int(ends[-1]), *pieces[0].shape[1:])

    def read(rows: Indices) -> NumpyArray:
        found = np.empty((len(rows), *shape[1:]), pieces[0].dtype)
        piece = np.searchsorted(ends, rows, side="right")
        for number in np.unique(piece):
            here = piece == number
            found[here] = pieces[number][rows[here] - (ends[number] - len(pieces[number]))]
        return found

    origin = tuple(one.origin if isinstance(one, OnDisk) else len(one) for one in pieces)
    return OnDisk(read, shape, np.dtype(pieces[0].dtype), origin)
