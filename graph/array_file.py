"""Arrays from files beside a project: ``.npy``, ``.npz``, ``.safetensors``; none can hold code."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import DataError
from graph.limits import MAX_LAYER_BYTES
from graph.phrases import later

if TYPE_CHECKING:
    import numpy as np

ENDINGS = (".npy", ".npz", ".safetensors")

#: The header of a safetensors file is JSON of at most so many bytes.
_LONGEST_HEADER = 10 * 2**20


def find_file(folder: Path | None, name: str) -> Path:
    """Where the file ``name`` of a project in ``folder`` is.

    Raises: DataError, if it is not there, or outside of the folder.
    """
    if folder is None:
        raise DataError(
            later("{name} is looked for beside the project", name=name), "save the project first"
        )
    if not name.lower().endswith(ENDINGS):
        raise DataError(
            later("{name} is no array file", name=name),
            later("name one that ends in {endings}", endings=", ".join(ENDINGS)),
        )
    try:
        home = folder.resolve()
        path = (home / name).resolve()
        inside = path.is_relative_to(home)
        there = inside and path.is_file()
    except (OSError, ValueError):
        raise DataError(later("{name} is no name of a file", name=repr(name)), "check it") from None
    if not inside:
        raise DataError(
            later("{name} is outside of the project's folder", name=name), "put the file into it"
        )
    if not there:
        raise DataError(
            later("there is no file {name} beside the project", name=name), "put it there"
        )
    return path


def array_shape(folder: Path | None, name: str, key: str) -> tuple[int, ...]:
    """The shape of an array in a file; ``key`` is "" for the only one. Reads no numbers.

    Raises: DataError, if there is none.
    """
    path = find_file(folder, name)
    try:
        seen = path.stat()
        return _shapes(path, seen.st_mtime_ns, seen.st_size, key)
    except (OSError, ValueError, EOFError, KeyError, TypeError) as error:
        raise DataError(
            later("{name} cannot be read as an array", name=name), str(error).split("\n")[0]
        ) from None


@lru_cache(maxsize=64)
def _shapes(path: Path, _changed: int, size: int, key: str) -> tuple[int, ...]:
    if size > MAX_LAYER_BYTES:
        raise DataError(later("{name} is too large for the weights of a layer", name=path.name))
    if path.suffix.lower() == ".safetensors":
        header = {n: e for n, e in _header(path).items() if n != "__metadata__"}
        name = _choose(path, key, list(header))
        return tuple(int(number) for number in header[name]["shape"])
    import numpy as np

    if path.suffix.lower() == ".npy":
        return tuple(np.load(path, mmap_mode="r", allow_pickle=False).shape)
    return tuple(read_array(path, key).shape)


def _header(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if length > _LONGEST_HEADER:
            raise ValueError("its header is too long")
        found = json.loads(file.read(length))
    if not isinstance(found, dict):
        raise ValueError("it has no header")
    return found


def _choose(path: Path, key: str, keys: list[str]) -> str:
    if key in keys or (not key and len(keys) == 1):
        return key or keys[0]
    has = ", ".join(keys[:8]) or later("nothing")
    said = later("no {key}", key=repr(key)) if key else later("several arrays")
    raise DataError(
        later("{name} has {said}: it has {has}", name=path.name, said=said, has=has),
        "set key to one of them",
    )


def read_array(path: Path, key: str) -> np.ndarray[Any, Any]:
    """The numbers of an array.

    Raises: DataError, or OSError, ValueError, if it cannot be read.
    """
    import numpy as np

    if path.suffix.lower() == ".safetensors":
        from safetensors.numpy import load_file

        found = load_file(path)
        return found[_choose(path, key, list(found))]
    loaded = np.load(path, allow_pickle=False)
    if isinstance(loaded, np.ndarray):
        return loaded
    with loaded:
        array: np.ndarray[Any, Any] = loaded[_choose(path, key, list(loaded.files))]
        return array


def only_key(path: Path) -> str:
    """The name of the only array of a file that has names; "" for one without."""
    if path.suffix.lower() == ".npy":
        return ""
    if path.suffix.lower() == ".safetensors":
        return next(name for name in _header(path) if name != "__metadata__")
    import numpy as np

    with np.load(path, allow_pickle=False) as loaded:
        return str(loaded.files[0])
