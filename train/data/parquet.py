"""Parquet files as tables, read with pyarrow where it is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.column import Column
from train.data.extras import pyarrow
from train.data.memory import SAVE_AS_ARRAYS, check_size

#: Memory that a number takes as Arrow has it and as a column.
BYTES_A_CELL = 16

#: Texts longer than this in an error would hide what it says.
_SHOWN = 40


def read_parquet(path: Path) -> dict[str, Column]:
    """Read every column of a Parquet file; rows count from 1.

    Raises: DataError, naming the file; of a column that cannot be used it is kept with it.
    """
    arrow = pyarrow("Parquet")
    try:
        about = arrow.parquet.read_metadata(path)
        check_size(path.name, about.num_rows * about.num_columns * BYTES_A_CELL, SAVE_AS_ARRAYS)
        table = arrow.parquet.read_table(path)
    except (arrow.ArrowException, OSError, ValueError) as error:
        raise DataError(
            later("{name}: this is no Parquet file that can be read", name=path.name),
            later("write it again; what was found: {error}", error=str(error)[:200]),
        ) from error
    if not table.num_rows:
        raise DataError(later("{name}: there is no row", name=path.name))
    return {
        str(name): column_of(path, str(name), table.column(name), arrow)
        for name in table.schema.names
    }


def column_of(path: Path, name: str, values: Any, arrow: Any) -> Column:
    """A column of Arrow values as one of a table; what is wrong with it is kept with it."""
    kind = values.type
    lines = range(1, len(values) + 1)
    if arrow.types.is_dictionary(kind):
        values, kind = values.cast(kind.value_type), kind.value_type
    missing = values.null_count
    if missing:
        row = values.is_null().index(True).as_py() + 1
        wrong = DataError(
            later(
                "{name}, row {row}: column {column} is empty",
                name=path.name,
                row=row,
                column=repr(name),
            ),
            later("fill it in or remove the row"),
        )
        return Column(
            name,
            [str(v) if v is not None else "" for v in values.to_pylist()],
            None,
            lines,
            wrong,
            missing,
        )
    if arrow.types.is_boolean(kind):
        return Column(name, [], values.cast(arrow.int8()).to_numpy().astype(np.float64), lines)
    if (
        arrow.types.is_integer(kind)
        or arrow.types.is_floating(kind)
        or arrow.types.is_decimal(kind)
    ):
        return _numbers(path, name, values.cast(arrow.float64()).to_numpy(), lines)
    if arrow.types.is_string(kind) or arrow.types.is_large_string(kind):
        return Column(name, [text.strip() for text in values.to_pylist()], None, lines)
    wrong = DataError(
        later(
            "{name}: column {column} holds {kind}, neither numbers nor text",
            name=path.name,
            column=repr(name),
            kind=str(kind)[:_SHOWN],
        ),
        later("leave it out with ignore: [{name}]", name=name),
    )
    return Column(name, [], np.zeros(len(values)), lines, wrong)


def _numbers(path: Path, name: str, values: Any, lines: range) -> Column:
    good = np.isfinite(values)
    wrong = None
    if not good.all():
        row = int(np.argmin(good))
        wrong = DataError(
            later(
                "{name}, row {row}: column {name_2} holds {cell}, which is no finite number",
                name=path.name,
                row=row + 1,
                name_2=repr(name),
                cell=str(values[row]),
            ),
            later("fill it in or remove the row"),
        )
    return Column(name, [], values, lines, wrong)
