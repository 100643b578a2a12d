"""CSV files with a header row: their columns, and what is wrong in which row."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.column import Column, number_in
from train.data.description import NumpyArray
from train.data.memory import SAVE_AS_ARRAYS, check_size

#: Memory that a byte of a CSV file takes: its cells are texts, and then numbers. Measured.
BYTES_A_BYTE = 14

#: Whole numbers of so many kinds may be categories; more, or fractions, are measured.
MOST_KINDS = 20


def read_columns(path: Path, delimiter: str = "auto") -> dict[str, Column]:
    """Read every column of a CSV file; what is wrong with one is kept with it.

    Raises: DataError, naming file and row, where the file is no table.
    """
    rows = _read_rows(path, delimiter)
    if not rows:
        raise DataError(
            later("{name}: the file is empty", name=path.name),
            "it needs a header row and data rows",
        )
    header = [name.strip() for name in rows[0][1]]
    _check_header(path, header)
    if len(rows) == 1:
        raise DataError(later("{name}: there is a header but no data row", name=path.name))
    for number, row in rows[1:]:
        if len(row) != len(header):
            raise DataError(
                later(
                    "{name}, row {number}: {row} values where the header names {header} columns",
                    name=path.name,
                    number=number,
                    row=len(row),
                    header=len(header),
                ),
                "mend or remove that row",
            )
    return {
        name: _column(path, name, [row[index].strip() for _, row in rows[1:]], rows)
        for index, name in enumerate(header)
    }


def _read_rows(path: Path, delimiter: str) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    line = 0
    try:
        check_size(path.name, path.stat().st_size * BYTES_A_BYTE, SAVE_AS_ARRAYS)
        with path.open(encoding="utf-8-sig", newline="") as file:
            if delimiter == "auto":
                delimiter = _likely_delimiter(file.readline())
                file.seek(0)
            reader = csv.reader(file, delimiter=delimiter, strict=True)
            for row in reader:
                line = reader.line_num
                if any(cell.strip() for cell in row):
                    rows.append((line, row))
    except UnicodeDecodeError as error:
        raise DataError(
            later(
                "{name}, row {line}: these bytes are no UTF-8 text",
                name=path.name,
                line=first_that_is_no_text(path),
            ),
            "save it as UTF-8 CSV",
        ) from error
    except csv.Error as error:
        raise DataError(
            later("{name}, row {line}: {error}", name=path.name, line=line + 1, error=error),
            "save it as plain CSV",
        ) from error
    except OSError as error:
        raise DataError(
            later("{name}: cannot be read ({reason})", name=path.name, reason=error.strerror)
        ) from error
    return rows


def first_that_is_no_text(path: Path) -> int:
    """The line, counted from 1, with the first bytes that are no UTF-8."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return 1


def find_delimiter(path: Path, delimiter: str = "auto") -> str:
    """What stands between the values of a file that has been read before."""
    if delimiter != "auto":
        return delimiter
    with path.open(encoding="utf-8-sig") as file:
        return _likely_delimiter(file.readline())


def _likely_delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _check_header(path: Path, header: list[str]) -> None:
    empty = [index + 1 for index, name in enumerate(header) if not name]
    if empty:
        raise DataError(
            later("{name}, row 1: column {empty} has no name", name=path.name, empty=empty[0]),
            "name every column",
        )
    twice = [name for name in header if header.count(name) > 1]
    if twice:
        raise DataError(
            later(
                "{name}, row 1: two columns are named {twice}", name=path.name, twice=repr(twice[0])
            ),
            "rename one",
        )
    if all(number_in(name) is not None for name in header):
        raise DataError(
            later("{name}, row 1: the first row holds numbers, not names", name=path.name),
            "add a header row that names the columns",
        )


def _column(path: Path, name: str, cells: list[str], rows: list[tuple[int, list[str]]]) -> Column:
    lines = [line for line, _ in rows[1:]]
    values = [number_in(cell) for cell in cells]
    texts = [row for row, value in enumerate(values) if value is None and cells[row]]
    column = Column(name, cells, None, lines, missing=cells.count(""))
    wrong = _empty(path, column) or _odd(path, column, values, texts)
    if not texts and not column.missing:
        numbers = np.array(values, dtype=np.float64)
        return Column(name, cells, numbers, lines, wrong or _not_finite(path, column, numbers))
    return replace(column, wrong=wrong)


def _empty(path: Path, column: Column) -> DataError | None:
    if not column.missing:
        return None
    row = list(column.cells).index("")
    return DataError(
        later(
            "{name}, row {row}: column {name_2} is empty",
            name=path.name,
            row=column.lines[row],
            name_2=repr(column.name),
        ),
        "fill it in or remove the row",
    )


def _odd(
    path: Path, column: Column, values: list[float | None], texts: list[int]
) -> DataError | None:
    """A few texts among many numbers are mistakes, and not categories."""
    kinds = {value for value in values if value is not None}
    measured = len(kinds) > MOST_KINDS or any(value % 1 for value in kinds)
    if not texts or len(texts) > len(values) // 10 or not measured:
        return None
    row = texts[0]
    return DataError(
        later(
            "{name}, row {row}: {cell} in column {column} is no number, as nearly all others are",
            name=path.name,
            row=column.lines[row],
            cell=repr(column.cells[row][:40]),
            column=repr(column.name),
        ),
        later("mend it, or leave the column out with ignore: [{name}]", name=column.name),
    )


def _not_finite(path: Path, column: Column, numbers: NumpyArray) -> DataError | None:
    good = np.isfinite(numbers)
    if good.all():
        return None
    row = int(np.argmin(good))
    return DataError(
        later(
            "{name}, row {row}: column {name_2} holds {cell}, which is no finite number",
            name=path.name,
            row=column.lines[row],
            name_2=repr(column.name),
            cell=column.cells[row],
        ),
        "fill it in or remove the row",
    )
