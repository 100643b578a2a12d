"""Data sets that Hugging Face's ``save_to_disk`` wrote, read with pyarrow alone.

A folder with ``dataset_info.json``, ``state.json`` and Arrow files; that of several parts has a
folder for each. A column of class labels has their names, a column of pictures their files.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.column import Column
from train.data.description import NumpyArray
from train.data.extras import pyarrow
from train.data.memory import HELD, fits
from train.data.on_disk import Indices, OnDisk, Samples
from train.data.parquet import column_of
from train.data.picture_files import CHANNELS, PILLOW_MODES

STATE, PARTS = "state.json", "dataset_dict.json"


def is_saved(path: Path) -> bool:
    """Whether a folder is such a data set, or several parts of one."""
    return path.is_dir() and ((path / STATE).is_file() or (path / PARTS).is_file())


def parts_in(path: Path) -> tuple[str, ...]:
    """The parts of a folder that holds several; empty for one alone."""
    try:
        said = json.loads((path / PARTS).read_text(encoding="utf-8"))
        return tuple(str(name) for name in said["splits"])
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def features_of(path: Path) -> dict[str, dict[str, Any]]:
    """What each column is, as the file of the data set says it. Raises: DataError."""
    try:
        said = json.loads((path / "dataset_info.json").read_text(encoding="utf-8"))
        features = said["features"]
        return {str(name): dict(kind) for name, kind in features.items() if isinstance(kind, dict)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _wrong(path) from error


def label_names(path: Path) -> dict[str, list[str]]:
    """The names of the classes of every column of class labels."""
    return {
        name: [str(one) for one in kind["names"]]
        for name, kind in features_of(path).items()
        if kind.get("_type") == "ClassLabel" and isinstance(kind.get("names"), list)
    }


def picture_columns(path: Path) -> list[str]:
    return [name for name, kind in features_of(path).items() if kind.get("_type") == "Image"]


def read_saved(path: Path) -> dict[str, Column]:
    """Read every column; what cannot be used is kept with it. Raises: DataError."""
    table, arrow = _table(path)
    names = label_names(path)
    columns = {}
    for name in map(str, table.schema.names):
        column = column_of(path, name, table.column(name), arrow)
        if name in names and column.numbers is not None and column.wrong is None:
            column = _named(path, column, names[name])
        columns[name] = column
    return columns


def _named(path: Path, column: Column, names: list[str]) -> Column:
    """Class labels by their names."""
    assert column.numbers is not None
    codes = column.numbers.astype(np.int64)
    outside = np.flatnonzero((codes < 0) | (codes >= len(names)))
    if len(outside):
        row = int(outside[0])
        wrong = DataError(
            later(
                "{name}, row {row}: {code} in column {column} is no class, there are {count}",
                name=path.name,
                row=row + 1,
                code=int(codes[row]),
                column=repr(column.name),
                count=len(names),
            ),
            later("mend or remove that row"),
        )
        return replace(column, wrong=wrong)
    return Column(column.name, [names[code] for code in codes], None, column.lines)


@dataclass(frozen=True)
class _Pictures:
    """A column of pictures, each brought to one mode and size when it is read."""

    path: Path
    name: str
    cells: Any
    grey: bool
    size: tuple[int, int] | None
    shape: tuple[int, int, int]

    def read(self, rows: Indices) -> NumpyArray:
        """Shapes: (n,) -> (n, channels, height, width), bytes. Raises: DataError."""
        pixels: NumpyArray = np.empty((len(rows), *self.shape), np.uint8)
        for place, row in enumerate(rows):
            pixels[place] = self._one(int(row))
        return pixels

    def _one(self, row: int) -> NumpyArray:
        from PIL import Image

        with _opened(self.path, self.name, self.cells, row) as opened:
            image = opened.convert(PILLOW_MODES["grayscale" if self.grey else "rgb"])
        height, width = self.shape[1:]
        if self.size is not None:
            image = image.resize((width, height), Image.Resampling.BILINEAR)
        if (image.height, image.width) != (height, width):
            raise DataError(
                later(
                    "{name}, row {row}: the image is {width} x {height} pixels, unlike the first",
                    name=self.path.name,
                    row=row + 1,
                    width=image.width,
                    height=image.height,
                ),
                later("set resize, for example to [{height}, {width}]", height=height, width=width),
            )
        found = np.asarray(image, np.uint8)
        return found[None] if self.grey else found.transpose(2, 0, 1)


def _opened(path: Path, name: str, cells: Any, row: int) -> Any:
    """Raises: DataError, naming the row."""
    from PIL import Image

    try:
        cell = cells[row].as_py()
        data = cell["bytes"] or (path / cell["path"]).read_bytes()
        opened = Image.open(io.BytesIO(data))
        opened.load()
    except (OSError, ValueError, SyntaxError, TypeError, KeyError) as error:
        raise DataError(
            later(
                "{name}, row {row}: column {column} cannot be read as an image",
                name=path.name,
                row=row + 1,
                column=repr(name),
            ),
            later("mend or remove that row"),
        ) from error
    return opened


def read_pictures(
    path: Path, name: str, mode: str, size: tuple[int, int] | None, memory: float = HELD
) -> Samples:
    """A column of pictures: (samples, channels, height, width), unsigned bytes.

    Of more than ``memory`` GiB as float32 they stay on disk. Raises: DataError, naming the row.
    """
    table, _ = _table(path)
    cells = table.column(name)
    with _opened(path, name, cells, 0) as first:
        channels = CHANNELS.get(mode, 1 if first.mode in ("1", "L", "I", "I;16", "F") else 3)
        height, width = size or (first.height, first.width)
    shape = (channels, height, width)
    pictures = _Pictures(path, name, cells, channels == 1, size, shape)
    if fits(4 * len(cells) * channels * height * width, memory):
        return pictures.read(np.arange(len(cells)))
    whole = (len(cells), *shape)
    return OnDisk(pictures.read, whole, np.dtype(np.uint8), (str(path), name, mode, size))


def _table(path: Path) -> tuple[Any, Any]:
    parts = parts_in(path)
    if parts:
        said = ", ".join(
            f"{'path' if part == 'train' else part}: {path.name}/{part}" for part in parts
        )
        raise DataError(
            later("{name}: holds several parts, {parts}", name=path.name, parts=", ".join(parts)),
            later("name each: {said}", said=said),
        )
    arrow = pyarrow(later("a saved Hugging Face data set"))
    try:
        state = json.loads((path / STATE).read_text(encoding="utf-8"))
        files = [path / Path(one["filename"]).name for one in state["_data_files"]]
        tables = []
        for file in files:
            with arrow.memory_map(str(file)) as source:
                tables.append(arrow.ipc.open_stream(source).read_all())
        table = arrow.concat_tables(tables)
    except (OSError, ValueError, KeyError, TypeError, arrow.ArrowException) as error:
        raise _wrong(path) from error
    if not table.num_rows:
        raise DataError(later("{name}: there is no row", name=path.name))
    return table, arrow


def _wrong(path: Path) -> DataError:
    return DataError(
        later("{name}: this is no whole data set of save_to_disk", name=path.name),
        later("save it again: dataset.save_to_disk(...)"),
    )
