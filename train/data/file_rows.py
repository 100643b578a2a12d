"""Rows of an array in a file, which are read when they are taken."""

from __future__ import annotations

import threading
import weakref
from pathlib import Path

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import NumpyArray
from train.data.on_disk import Indices

#: What to do where a file was there and is not there any more.
PUT_BACK = later("put it back, or connect the disk that it lies on")


class FileRows:
    """Takes rows of what is mapped through its file: no map is left that could end the process.

    Where a file is cut off or its disk goes away, the system kills whoever looks at a map of it.
    """

    def __init__(self, path: Path, mapped: NumpyArray) -> None:
        """What does not lie there row after row is taken from the map. Raises: OSError."""
        self._path, self._shape, self._dtype = path, mapped.shape, mapped.dtype
        is_laid_out = isinstance(mapped, np.memmap) and mapped.flags.c_contiguous
        self._mapped = None if is_laid_out else mapped
        self._start = int(mapped.offset) if isinstance(mapped, np.memmap) else 0
        self._file = path.open("rb", buffering=0)
        self._lock = threading.Lock()
        weakref.finalize(self, self._file.close)

    def __call__(self, rows: Indices) -> NumpyArray:
        """Shapes: (rows,) -> (rows, ...). Raises: DataError, naming the file."""
        if self._mapped is not None:
            return np.asarray(self._mapped[rows])
        size = int(np.prod(self._shape[1:])) * self._dtype.itemsize
        found = np.empty((len(rows), size), np.uint8)
        with self._lock:
            for place, row in enumerate(rows.tolist()):
                self._read(found[place], row * size)
        return found.view(self._dtype).reshape(len(rows), *self._shape[1:])

    def _read(self, into: NumpyArray, place: int) -> None:
        try:
            self._file.seek(self._start + place)
            if self._file.readinto(into.data) == len(into):
                return
        except OSError as error:
            raise DataError(
                later(
                    "{name}: cannot be read any more ({reason})",
                    name=self._path.name,
                    reason=error.strerror,
                ),
                PUT_BACK,
            ) from error
        raise DataError(
            later("{name}: was cut off while it was read", name=self._path.name), PUT_BACK
        )
