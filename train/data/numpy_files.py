"""NumPy's files, read without ever unpickling, and checked before they are unpacked.

An ``.npy`` file and those beside it are read as if they were the arrays of one archive, and so are
the tensors of a ``.pt``.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data import tensor_file
from train.data.description import Arrays, DataDescription, Field, NumpyArray
from train.data.file_rows import FileRows
from train.data.mapping import is_stored, map_member
from train.data.memory import HELD, check_size, fits
from train.data.on_disk import Indices, OnDisk, Samples

NPY = ".npy"

#: What to do with arrays that are too large to be held and cannot be read in part.
SAVE_AS_NPY = later(
    "write it without compression, with numpy.savez or numpy.save: then it is read batch by batch"
)

#: Files beside an .npy file that are looked at.
MOST_BESIDE = 100


class Header(NamedTuple):
    shape: tuple[int, ...]
    dtype: np.dtype[np.generic]


def read_headers(path: Path) -> dict[str, Header]:
    """Read name, shape and dtype of every array in an archive, and none of their values.

    Raises: DataError, naming the file and the array.
    """
    if path.suffix.lower() == NPY:
        return _headers_beside(path)
    if path.suffix.lower() in tensor_file.SUFFIXES:
        stored = tensor_file.stored_tensors(path)
        return {name: Header(one.shape, one.dtype) for name, one in stored.items()}
    headers: dict[str, Header] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                if not entry.filename.endswith(".npy"):
                    continue
                name = entry.filename.removesuffix(".npy")
                with archive.open(entry) as file:
                    headers[name] = _header(path, name, file, entry.file_size)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise DataError(
            later(
                "{name}: this is no readable .npz archive ({error})", name=path.name, error=error
            ),
            "write it with numpy.savez(path, inputs=..., targets=...)",
        ) from error
    if not headers:
        raise DataError(
            later("{name}: the archive holds no array", name=path.name), "write it with numpy.savez"
        )
    return headers


def _headers_beside(path: Path) -> dict[str, Header]:
    """The array of a file first, then those of the files beside it that can be read."""
    headers = {path.stem: _header_of_file(path)}
    beside = (one for one in sorted(path.parent.iterdir()) if one.suffix.lower() == NPY)
    for one in islice(beside, MOST_BESIDE):
        if one.stem not in headers and one.resolve().parent == path.resolve().parent:
            with suppress(DataError):
                headers[one.stem] = _header_of_file(one)
    return headers


def _header_of_file(path: Path) -> Header:
    try:
        with path.open("rb") as file:
            return _header(path, path.stem, file, path.stat().st_size)
    except OSError as error:
        raise DataError(
            later("{name}: cannot be read ({reason})", name=path.name, reason=error.strerror)
        ) from error


def _header(path: Path, name: str, file: IO[bytes], stored: int) -> Header:
    try:
        version = np.lib.format.read_magic(file)
        read = {
            (1, 0): np.lib.format.read_array_header_1_0,
            (2, 0): np.lib.format.read_array_header_2_0,
        }[version]
        shape, _, dtype = read(file)
    except (ValueError, KeyError, zipfile.BadZipFile, EOFError) as error:
        raise DataError(
            later(
                "{name}: the array {name_2} is damaged ({error})",
                name=path.name,
                name_2=repr(name),
                error=error,
            )
        ) from error
    except Exception as error:  # a header is text that NumPy parses: it can raise nearly anything
        raise DataError(
            later(
                "{name}: the array {name_2} has a broken header", name=path.name, name_2=repr(name)
            )
        ) from error
    if dtype.hasobject:
        raise DataError(
            later(
                "{name}: the array {name_2} holds Python objects, which could run code",
                name=path.name,
                name_2=repr(name),
            ),
            "save it with a numeric dtype",
        )
    if dtype.kind not in "biuf":
        raise DataError(
            later(
                "{name}: the array {name_2} has dtype {dtype}, which is no number",
                name=path.name,
                name_2=repr(name),
                dtype=dtype,
            ),
            "save it with a numeric dtype",
        )
    size = int(np.prod(shape, dtype=object)) * dtype.itemsize
    if size > stored:
        raise DataError(
            later(
                "{name}: the array {name_2} says it has {size:,} bytes, but {stored:,} are there",
                name=path.name,
                name_2=repr(name),
                size=size,
                stored=stored,
            ),
            "the file is damaged; write it again",
        )
    return Header(tuple(int(size) for size in shape), dtype)


def describe_npz(
    path: Path,
    inputs: Sequence[str],
    targets: str,
    group: str = "",
    void: Sequence[int] = (),
) -> DataDescription:
    """Raises: DataError, naming the file and the array."""
    headers = read_headers(path)
    chosen, target = _choose(path, headers, inputs, targets, group)
    for name in [*chosen[1:], target, *([group] if group else [])]:
        if headers[name].shape[0] != headers[chosen[0]].shape[0]:
            raise DataError(
                later(
                    "{name}: {chosen} has {shape} samples, but {name_2} has {shape_2}",
                    name=path.name,
                    chosen=repr(chosen[0]),
                    shape=headers[chosen[0]].shape[0],
                    name_2=repr(name),
                    shape_2=headers[name].shape[0],
                ),
                "every array needs one entry per sample along its first axis",
            )
    header = headers[target]
    classes: tuple[str, ...] = ()
    labels = None
    if header.dtype.kind in "iub":
        values = _read_array(path, target, headers)
        classes = class_names(path, target, values, void)
        labels = values.reshape(len(values), *target_shape(header.shape, True)).astype(np.int64)
    return DataDescription(
        inputs=tuple(Field(headers[name].shape[1:], input_dtype(headers[name])) for name in chosen),
        target=Field(target_shape(header.shape, bool(classes)), "int64" if classes else "float32"),
        samples=header.shape[0],
        classes=classes,
        names=tuple(chosen),
        title=path.name,
        labels=labels,
        groups=_groups(path, group, headers),
    )


def _groups(path: Path, group: str, headers: dict[str, Header]) -> NumpyArray | None:
    """A number for every sample, equal where samples stay together."""
    if not group:
        return None
    values = _read_array(path, group, headers)
    numbers: NumpyArray = np.unique(values, axis=0, return_inverse=True)[1].reshape(-1)
    return numbers


def load_npz(
    path: Path,
    inputs: Sequence[str],
    targets: str,
    group: str = "",
    memory: float = HELD,
    void: Sequence[int] = (),
) -> Arrays:
    """Arrays in memory; of more than ``memory`` GiB as float32 they stay on disk.

    So they can wherever they are not compressed.

    Raises: DataError, naming the file and the array.
    """
    described = describe_npz(path, inputs, targets, group, void)
    headers = read_headers(path)
    chosen, target = _choose(path, headers, inputs, targets)
    is_mapped = stay_on_disk(path, chosen, target, memory)
    if not is_mapped:
        check_size(path.name, _bytes_of(headers, [*chosen, target]), SAVE_AS_NPY)
    arrays: list[Samples] = [
        _mapped(path, name, headers[name])
        if is_mapped
        else _finite(path, name, _read_array(path, name, headers))
        for name in chosen
    ]
    values = _finite(path, target, _read_array(path, target, headers))
    values = values.reshape(len(values), *described.target.shape)
    pixels = all(headers[name].dtype == np.uint8 for name in chosen)
    return Arrays(
        inputs=tuple(arrays),
        target=values.astype(np.int64 if described.classes else np.float32),
        classes=described.classes,
        peak=255.0 if pixels else None,
        names=tuple(chosen),
        groups=described.groups,
    )


def _mapped(path: Path, name: str, header: Header) -> OnDisk:
    """An array whose samples are read when they are taken. Raises: DataError."""
    kind = path.suffix.lower()
    file = path.with_name(name + path.suffix) if kind == NPY else path
    try:
        if kind == NPY:
            mapped: NumpyArray = np.load(file, mmap_mode="r", allow_pickle=False)
        elif kind in tensor_file.SUFFIXES:
            mapped = tensor_file.map_tensor(path, name)
        else:
            mapped = map_member(path, name)
        take = FileRows(file, mapped)
    except (OSError, ValueError) as error:
        raise DataError(
            later("{name}: cannot be read ({reason})", name=file.name, reason=str(error))
        ) from error

    def read(rows: Indices) -> NumpyArray:
        return _finite(path, name, take(rows), rows)

    dtype = np.dtype(np.float32) if header.dtype == np.bool_ else header.dtype
    return OnDisk(read, header.shape, dtype, (str(file), name))


def stay_on_disk(path: Path, inputs: Sequence[str], target: str, memory: float) -> bool:
    """Whether inputs are read batch by batch: they need more than ``memory`` GiB, and can be."""
    size = _bytes_of(read_headers(path), [*inputs, target])
    return not fits(size, memory) and can_be_mapped(path, inputs)


def _bytes_of(headers: dict[str, Header], names: Sequence[str]) -> int:
    """Memory of arrays as float32, each once."""
    return sum(4 * int(np.prod(headers[name].shape)) for name in set(names))


def can_be_mapped(path: Path, names: Sequence[str]) -> bool:
    """Whether arrays can be read in part: they are not compressed."""
    if path.suffix.lower() == NPY:
        return True
    if path.suffix.lower() in tensor_file.SUFFIXES:
        return tensor_file.can_be_mapped(path, names)
    return all(is_stored(path, f"{name}.npy") for name in names)


def _choose(
    path: Path,
    headers: dict[str, Header],
    inputs: Sequence[str],
    targets: str,
    group: str = "",
) -> tuple[list[str], str]:
    known = ", ".join(headers)
    for name in [*inputs, targets, *([group] if group else [])]:
        if name not in headers:
            raise DataError(
                later("{name}: there is no array {name_2}", name=path.name, name_2=repr(name)),
                later("its arrays are {known}; choose there", known=known),
            )
        if not headers[name].shape or headers[name].shape[0] == 0:
            raise DataError(
                later(
                    "{name}: the array {name_2} has no samples", name=path.name, name_2=repr(name)
                )
            )
    if not inputs:
        raise DataError(
            later("{name}: inputs names no array", name=path.name),
            later("its arrays are {known}", known=known),
        )
    return list(inputs), targets


def input_dtype(header: Header) -> str:
    """Pixels (uint8) and floats become float32; other integers stay indices (tokens)."""
    return "int64" if header.dtype.kind in "iu" and header.dtype != np.uint8 else "float32"


def target_shape(shape: tuple[int, ...], is_class: bool) -> tuple[int, ...]:
    """One class index a sample has no axis of its own; one number a sample has one of size 1."""
    rest = shape[1:]
    if is_class:
        return () if rest == (1,) else rest
    return rest or (1,)


def class_names(
    path: Path, name: str, values: NumpyArray, void: Sequence[int] = ()
) -> tuple[str, ...]:
    """Names of the classes that ``values`` are the indices of, but for those in ``void``.

    Raises: DataError, if they cannot be class indices.
    """
    counted = values[~np.isin(values, void)] if void else values
    lowest, highest = (int(counted.min()), int(counted.max())) if counted.size else (0, 0)
    if lowest < 0:
        row = int(np.argwhere(values == lowest)[0][0])
        raise DataError(
            later(
                "{name}: {name_2}, row {row}: {min} is no class",
                name=path.name,
                name_2=repr(name),
                row=row,
                min=lowest,
            ),
            later(
                "classes count from 0; set ignore_index of the loss to {label} if that stands "
                "for none; save numbers to predict as float32",
                label=lowest,
            ),
        )
    if highest >= 1_000_000:
        raise DataError(
            later(
                "{name}: {name_2} would make {highest:,} classes",
                name=path.name,
                name_2=repr(name),
                highest=highest + 1,
            ),
            "save numbers to predict as float32",
        )
    return tuple(str(number) for number in range(highest + 1))


def _read_array(path: Path, name: str, headers: dict[str, Header]) -> NumpyArray:
    check_size(path.name, int(np.prod(headers[name].shape)) * headers[name].dtype.itemsize)
    if path.suffix.lower() in tensor_file.SUFFIXES:
        return tensor_file.read_tensor(path, name)
    try:
        if path.suffix.lower() == NPY:
            beside: NumpyArray = np.load(path.with_name(name + path.suffix), allow_pickle=False)
            return beside
        with np.load(path, allow_pickle=False) as archive:
            values: NumpyArray = archive[name]
    except Exception as error:  # zlib.error and struct.error have no common ancestor
        raise DataError(
            later(
                "{name}: the array {name_2} is damaged ({error})",
                name=path.name,
                name_2=repr(name),
                error=error,
            )
        ) from error
    return values


def _finite(path: Path, name: str, values: NumpyArray, rows: Indices | None = None) -> NumpyArray:
    if values.dtype.kind == "f":
        good = np.isfinite(values.reshape(len(values), -1)).all(axis=1)
        if not good.all():
            row = int(np.argmin(good))
            row = row if rows is None else int(rows[row])
            raise DataError(
                later(
                    "{name}: {name_2}, row {row} holds NaN or infinity",
                    name=path.name,
                    name_2=repr(name),
                    row=row,
                ),
                "mend or remove that sample",
            )
    return values.astype(np.float32) if values.dtype == np.bool_ else values
