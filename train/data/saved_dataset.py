"""Data sets that Hugging Face's ``save_to_disk`` wrote, read with pyarrow alone.

A folder with ``dataset_info.json``, ``state.json`` and Arrow files; that of several parts has a
folder for each. A column of class labels has their names, a column of pictures their files.
"""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.column import Column
from train.data.description import NumpyArray
from train.data.extras import pyarrow
from train.data.memory import check_size
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


def read_pictures(path: Path, name: str, mode: str, size: tuple[int, int] | None) -> NumpyArray:
    """A column of pictures: (samples, channels, height, width), unsigned bytes.

    Raises: DataError, naming the row.
    """
    from PIL import Image

    table, _ = _table(path)
    cells = table.column(name).to_pylist()
    pixels: NumpyArray = np.zeros(0, np.uint8)
    for row, cell in enumerate(cells):
        try:
            data = cell["bytes"] or (path / cell["path"]).read_bytes()
            with Image.open(io.BytesIO(data)) as opened:
                if row == 0:
                    grey = opened.mode in ("1", "L", "I", "I;16", "F")
                    channels = CHANNELS.get(mode, 1 if grey else 3)
                    wanted = "grayscale" if channels == 1 else "rgb"
                    height, width = size or (opened.height, opened.width)
                    check_size(path.name, 4 * len(cells) * channels * height * width)
                    pixels = np.empty((len(cells), channels, height, width), np.uint8)
                image = opened.convert(PILLOW_MODES[wanted])
                if size is not None:
                    image = image.resize((width, height), Image.Resampling.BILINEAR)
                found = np.asarray(image, np.uint8)
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
        if found.shape[:2] != pixels.shape[2:]:
            raise DataError(
                later(
                    "{name}, row {row}: the image is {width} x {height} pixels, unlike the first",
                    name=path.name,
                    row=row + 1,
                    width=found.shape[1],
                    height=found.shape[0],
                ),
                later("set resize, for example to [{height}, {width}]", height=height, width=width),
            )
        pixels[row] = found[None] if channels == 1 else found.transpose(2, 0, 1)
    return pixels


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
