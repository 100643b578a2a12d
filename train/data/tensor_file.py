"""PyTorch's ``.pt`` files of tensors, read with NumPy: what they say of themselves, and the values.

Nothing in a file can run: the one class that is ever called is the one that lays a tensor out.
Source: ``torch.serialization``: a zip archive with a pickle, ``data.pkl``, and the bytes of every
storage under ``data/``.
"""

from __future__ import annotations

import io
import pickle
import zipfile
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import NumpyArray
from train.data.mapping import is_stored, start_of

SUFFIXES = (".pt", ".pth")

#: The name of the one tensor of a file that holds no more.
ALONE = "inputs"

#: Numbers that NumPy does not know.
BFLOAT16 = "BFloat16Storage"

#: What a storage class of PyTorch holds; bfloat16 is read as the upper half of a float32.
STORAGES = {
    "DoubleStorage": "<f8", "FloatStorage": "<f4", "HalfStorage": "<f2", BFLOAT16: "<u2",
    "LongStorage": "<i8", "IntStorage": "<i4", "ShortStorage": "<i2", "CharStorage": "<i1",
    "ByteStorage": "<u1", "BoolStorage": "?",
}  # fmt: skip

#: The pickle of a million tensors is smaller.
_MOST_DIRECTORY = 64 * 2**20

SAVE_AGAIN = later("save tensors by name: torch.save({'inputs': x, 'targets': y}, 'data.pt')")


class _Storage(NamedTuple):
    kind: str
    key: str
    size: int


@dataclass(frozen=True)
class StoredTensor:
    """Where a tensor lies in its file."""

    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]

    @property
    def dtype(self) -> np.dtype[Any]:
        """As it is given: bfloat16 becomes float32."""
        kind = self.storage.kind
        return np.dtype("<f4") if kind == BFLOAT16 else self.stored_as

    @property
    def stored_as(self) -> np.dtype[Any]:
        return np.dtype(STORAGES[self.storage.kind])


def _lay_out(
    storage: _Storage, offset: int, shape: tuple[int, ...], stride: tuple[int, ...], *_: Any
) -> StoredTensor:
    return StoredTensor(storage, int(offset), tuple(map(int, shape)), tuple(map(int, stride)))


class _Directory(pickle.Unpickler):
    """Reads ``data.pkl``: tensors in mappings, tuples and lists, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _lay_out
        if module == "torch" and name in STORAGES:
            return name
        raise _Stranger(f"{module}.{name}")

    def persistent_load(self, pid: Any) -> _Storage:
        _, kind, key, _, size = pid
        return _Storage(str(kind), str(key), int(size))


class _Stranger(Exception):
    """The pickle names what is no tensor."""


def stored_tensors(path: Path) -> dict[str, StoredTensor]:
    """Every tensor of a file by its name: a key, ``part.key``, or its number in a tuple.

    Raises: DataError, naming the file, and the tensor where it is one.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            name = next((n for n in archive.namelist() if n.endswith("data.pkl")), None)
            if name is None:
                raise _wrong(path, later("this archive holds no tensors"), SAVE_AGAIN)
            if archive.getinfo(name).file_size > _MOST_DIRECTORY:
                raise _wrong(path, later("it says more of itself than tensors need"), SAVE_AGAIN)
            loaded = _Directory(io.BytesIO(archive.read(name))).load()
            found = dict(_named(loaded))
            home = name.removesuffix("data.pkl")
            for key, tensor in found.items():
                _check(path, key, tensor, archive, home)
    except _Stranger as error:
        said = later("it holds {name}, which is more than a tensor", name=str(error))
        raise _wrong(path, said, SAVE_AGAIN) from error
    except zipfile.BadZipFile as error:
        said = later("this is no file that torch.save writes today, or it is cut off")
        raise _wrong(path, said, SAVE_AGAIN) from error
    except OSError as error:
        said = later("cannot be read ({reason})", reason=error.strerror)
        raise _wrong(path, said, "") from error
    except DataError:
        raise
    except Exception as error:  # an unpickler meets broken bytes in many ways
        raise _wrong(path, later("the list of its tensors is damaged"), SAVE_AGAIN) from error
    if not found:
        raise _wrong(path, later("it holds no tensors"), SAVE_AGAIN)
    return found


def _named(loaded: Any, prefix: str = "", depth: int = 0) -> list[tuple[str, StoredTensor]]:
    if isinstance(loaded, StoredTensor):
        return [(prefix or ALONE, loaded)]
    pairs: list[tuple[Any, Any]] = []
    if isinstance(loaded, Mapping):
        pairs = list(loaded.items())
    elif isinstance(loaded, tuple | list):
        pairs = list(enumerate(loaded))
    if depth > 3:
        return []
    start = f"{prefix}." if prefix else ""
    return [one for key, value in pairs for one in _named(value, f"{start}{key}", depth + 1)]


def _check(
    path: Path, name: str, tensor: StoredTensor, archive: zipfile.ZipFile, home: str
) -> None:
    """Refuse a tensor whose numbers are not in the file: a view can say it has a trillion."""
    try:
        entry = archive.getinfo(f"{home}data/{tensor.storage.key}")
    except KeyError as error:
        said = later("the numbers of the tensor {name} are missing", name=repr(name))
        raise _wrong(path, said, later("write the file again")) from error
    item = np.dtype(STORAGES[tensor.storage.kind]).itemsize
    last = tensor.offset + sum(
        (size - 1) * step for size, step in zip(tensor.shape, tensor.stride, strict=True) if size
    )
    claimed = int(np.prod(tensor.shape, dtype=object)) * item
    is_short = entry.file_size < tensor.storage.size * item or last >= max(1, tensor.storage.size)
    if is_short or claimed > entry.file_size or min((*tensor.stride, tensor.offset)) < 0:
        said = later(
            "the tensor {name} says it has {claimed:,} bytes, but {there:,} are there",
            name=repr(name),
            claimed=claimed,
            there=entry.file_size,
        )
        raise _wrong(path, said, later("the file is damaged; write it again"))


def read_tensor(path: Path, name: str) -> NumpyArray:
    """The values of one tensor. Raises: DataError, naming the file and the tensor."""
    tensor = stored_tensors(path)[name]
    try:
        with zipfile.ZipFile(path) as archive:
            data = archive.read(_member(archive, tensor))
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        said = later("the tensor {name} is damaged ({error})", name=repr(name), error=error)
        raise _wrong(path, said, later("write the file again")) from error
    values = np.ascontiguousarray(_laid_out(np.frombuffer(data, tensor.stored_as), tensor))
    if tensor.storage.kind == BFLOAT16:
        values = (values.astype(np.uint32) << 16).view(np.float32)
    return values


def can_be_mapped(path: Path, names: Sequence[str]) -> bool:
    """Whether tensors can be read in part, as NumPy knows their numbers."""
    stored = stored_tensors(path)
    with zipfile.ZipFile(path) as archive:
        members = [_member(archive, stored[name]) for name in names]
    kinds = {stored[name].storage.kind for name in names}
    return BFLOAT16 not in kinds and all(is_stored(path, member) for member in members)


def map_tensor(path: Path, name: str) -> NumpyArray:
    """One tensor as it lies in the file, which is read where it is looked at."""
    tensor = stored_tensors(path)[name]
    with zipfile.ZipFile(path) as archive:
        start = start_of(path, _member(archive, tensor))
    found = _laid_out(np.memmap(path, tensor.stored_as, "r", start, (tensor.storage.size,)), tensor)
    if not found.flags.c_contiguous:
        return found
    start += tensor.offset * found.itemsize
    return np.memmap(path, tensor.stored_as, "r", start, tensor.shape)


def _member(archive: zipfile.ZipFile, tensor: StoredTensor) -> str:
    """Where the numbers of a tensor are in its archive."""
    entry = next(name for name in archive.namelist() if name.endswith("data.pkl"))
    return f"{entry.removesuffix('data.pkl')}data/{tensor.storage.key}"


def _laid_out(flat: NumpyArray, tensor: StoredTensor) -> NumpyArray:
    strides = [step * flat.itemsize for step in tensor.stride]
    return np.lib.stride_tricks.as_strided(
        flat[tensor.offset :], tensor.shape, strides, writeable=False
    )


def _wrong(path: Path, what: str, advice: str) -> DataError:
    return DataError(later("{name}: {words}", name=path.name, words=what), advice)
