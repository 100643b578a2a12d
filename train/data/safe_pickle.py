"""CIFAR's batches, which are pickles, read without anything in them being able to run.

A pickle may name any function of Python and have it called. Here a name is looked up in a table of
stand-ins that only note down an array's shape, type and bytes; any other name is refused.
The functions stand alone: an exported training script carries their text.
"""

from __future__ import annotations

import codecs
import pickle
from pathlib import Path
from typing import Any

import numpy as np


class NotedType:
    """What a pickle says of an array's type."""

    def __init__(self, name: str = "", *more: Any) -> None:
        self.name = name

    def __setstate__(self, state: Any) -> None:
        """Byte order and the like do not matter for bytes."""


class NotedArray:
    """What a pickle says of an array: its type, its shape, its bytes."""

    def __init__(self, *arguments: Any) -> None:
        self.state: Any = None

    def __setstate__(self, state: Any) -> None:
        self.state = state

    def values(self) -> np.ndarray[Any, np.dtype[np.uint8]]:
        """The array, if it is one of unsigned bytes that are all there.

        Raises: ValueError.
        """
        _, shape, kind, is_fortran, data = self.state
        if kind.name not in ("u1", "uint8") or is_fortran:
            raise ValueError("no array of bytes")
        data = data.encode("latin1") if isinstance(data, str) else data
        return np.frombuffer(data, np.uint8).reshape([int(size) for size in shape])


class SafeUnpickler(pickle.Unpickler):
    """Knows the names of which arrays are made, and no other."""

    KNOWN = {
        "numpy.core.multiarray _reconstruct": NotedArray,
        "numpy._core.multiarray _reconstruct": NotedArray,
        "numpy ndarray": NotedArray,
        "numpy dtype": NotedType,
        "_codecs encode": codecs.encode,
    }

    def find_class(self, module: str, name: str) -> Any:
        if f"{module} {name}" not in self.KNOWN:
            raise ValueError(f"it names {module}.{name}, which is no array")
        return self.KNOWN[f"{module} {name}"]


def read_batch(path: Path) -> dict[str, Any]:
    """Return what a batch of CIFAR holds: lists, names and arrays by their keys.

    Raises: ValueError, where it names anything else; and what a broken pickle may raise.
    """
    with path.open("rb") as file:
        said = SafeUnpickler(file, encoding="latin1").load()
    found = {}
    for key, value in said.items():
        key = key.decode("latin1") if isinstance(key, bytes) else str(key)
        found[key] = value.values() if isinstance(value, NotedArray) else value
    return found
