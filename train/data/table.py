"""Tables: CSV files with a header row, one sample a row.

The rules, the same for everybody's table:
- A column is numeric when each of its values reads as a number; any other column is categorical.
- A categorical input column becomes one column of 0 and 1 per category, categories sorted.
- The target is a class when it is text, or whole numbers of at most 20 kinds; else a number.
  ``task: classification`` or ``task: regression`` overrules that.
- An empty cell is an error that names its row and column: nothing is guessed.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.description import Arrays, DataDescription, Field, NumpyArray

MOST_CATEGORIES = 100
MOST_CLASS_NUMBERS = 20
LONGEST_CELL = 10_000


@dataclass(frozen=True)
class Column:
    """A column of a table: its numbers, or the sorted categories of its texts."""

    name: str
    cells: list[str]
    numbers: NumpyArray | None  # None for a categorical column

    @property
    def categories(self) -> list[str]:
        return sorted(set(self.cells))


@dataclass(frozen=True)
class TablePlan:
    """Which columns feed which input, in what form; enough to read the table again."""

    groups: tuple[tuple[Column, ...], ...]
    targets: tuple[Column, ...]
    classes: tuple[str, ...]

    def width(self, group: int) -> int:
        return sum(1 if c.numbers is not None else len(c.categories) for c in self.groups[group])


def read_columns(path: Path, delimiter: str = "auto") -> dict[str, Column]:
    """Read every column of a CSV file.

    Raises: DataError, naming file and row.
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
                "{name}, row {line}: these bytes are no UTF-8 text", name=path.name, line=line + 1
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
    if all(_number(name) is not None for name in header):
        raise DataError(
            later("{name}, row 1: the first row holds numbers, not names", name=path.name),
            "add a header row that names the columns",
        )


def _column(path: Path, name: str, cells: list[str], rows: list[tuple[int, list[str]]]) -> Column:
    numbers: list[float] | None = []
    for (row, _), cell in zip(rows[1:], cells, strict=True):
        if not cell:
            raise DataError(
                later(
                    "{name}, row {row}: column {name_2} is empty",
                    name=path.name,
                    row=row,
                    name_2=repr(name),
                ),
                "fill it in or remove the row",
            )
        if len(cell) > LONGEST_CELL:
            raise DataError(
                later(
                    "{name}, row {row}: column {name_2} holds a very long text",
                    name=path.name,
                    row=row,
                    name_2=repr(name),
                )
            )
        value = _number(cell)
        if value is None:
            numbers = None
            if numbers is None and _looks_missing(cell):
                continue
        elif not math.isfinite(value):
            raise DataError(
                later(
                    "{name}, row {row}: column {name_2} holds {cell}, which is no finite number",
                    name=path.name,
                    row=row,
                    name_2=repr(name),
                    cell=cell,
                ),
                "fill it in or remove the row",
            )
        if numbers is not None and value is not None:
            numbers.append(value)
    return Column(name, cells, None if numbers is None else np.array(numbers, dtype=np.float64))


def _looks_missing(cell: str) -> bool:
    return cell.lower() in {"na", "n/a", "null", "none", "?", "-"}


def _number(cell: str) -> float | None:
    try:
        return float(cell) if "_" not in cell else None
    except ValueError:
        return None


def plan_table(
    path: Path,
    columns: dict[str, Column],
    target: Any,
    inputs: Any,
    ignore: Any = (),
    task: str = "auto",
) -> TablePlan:
    """Decide which columns feed which input and what the target is.

    Each is what the project file says: a name or a list of names. ``target`` is by default the
    last column; ``inputs`` by default all others as one input; a list of lists of names makes
    one input of each.

    Raises: DataError, naming the column.
    """
    names = _names(target) if target not in (None, (), []) else [list(columns)[-1]]
    targets = tuple(_find(path, columns, name) for name in names)
    ignore = _names(ignore)
    if inputs is None:
        rest = [c for c in columns.values() if c.name not in (*names, *ignore)]
        groups: tuple[tuple[Column, ...], ...] = (tuple(rest),)
    else:
        listed = inputs if isinstance(inputs, (tuple, list)) else (inputs,)
        nested = bool(listed) and all(isinstance(group, (tuple, list)) for group in listed)
        groups = tuple(
            tuple(_find(path, columns, name) for name in _names(group))
            for group in (listed if nested else (listed,))
        )
    for group in groups:
        if not group:
            raise DataError(
                later("{name}: no column is left as an input", name=path.name),
                "name some in inputs",
            )
        for column in group:
            _check_input_column(path, column, names)
    return TablePlan(groups, targets, _classes(path, targets, task))


def _names(value: Any) -> list[Any]:
    """One name or several; a column called 3 is written without quotes in a project file."""
    listed = list(value) if isinstance(value, (tuple, list)) else [value]
    return [str(name) if isinstance(name, (int, float)) else name for name in listed]


def _find(path: Path, columns: dict[str, Column], name: Any) -> Column:
    if not isinstance(name, str) or name not in columns:
        known = ", ".join(list(columns)[:12])
        raise DataError(
            later("{name}: there is no column {name_2}", name=path.name, name_2=repr(name)),
            later("its columns are {known}", known=known),
        )
    return columns[name]


def _check_input_column(path: Path, column: Column, targets: list[str]) -> None:
    if column.name in targets:
        raise DataError(
            later(
                "{name}: column {column} is both an input and the target",
                name=path.name,
                column=repr(column.name),
            ),
            "take it out of inputs",
        )
    if column.numbers is None and len(column.categories) > MOST_CATEGORIES:
        odd = next((cell for cell in column.cells if _number(cell) is None), "")
        raise DataError(
            later(
                "{name}: column {column} holds {categories} different texts (such as {odd})",
                name=path.name,
                column=repr(column.name),
                categories=len(column.categories),
                odd=repr(odd[:40]),
            ),
            later("leave it out with ignore: [{name}]", name=column.name),
        )


def _classes(path: Path, targets: tuple[Column, ...], task: str) -> tuple[str, ...]:
    if len(targets) > 1:
        words = next((c.name for c in targets if c.numbers is None), None)
        if words is not None or task == "classification":
            raise DataError(
                later(
                    "{name}: several target columns must all be numbers, but {words} is a class",
                    name=path.name,
                    words=repr(words or targets[0].name),
                ),
                "choose one target column",
            )
        return ()
    [column] = targets
    if column.numbers is None:
        if task == "regression":
            row = next(i for i, cell in enumerate(column.cells) if _number(cell) is None)
            raise DataError(
                later(
                    "{name}: the target {column} holds the text {cells}, which is no number",
                    name=path.name,
                    column=repr(column.name),
                    cells=repr(column.cells[row][:40]),
                ),
                "mend it, or set task to classification",
            )
        return tuple(column.categories)
    kinds = np.unique(column.numbers)
    whole = bool(np.all(kinds == np.round(kinds)))
    if task == "classification" or (task == "auto" and whole and len(kinds) <= MOST_CLASS_NUMBERS):
        return tuple(f"{kind:g}" for kind in kinds)
    return ()


def describe_table(path: Path, plan: TablePlan) -> DataDescription:
    target = Field((), "int64") if plan.classes else Field((len(plan.targets),))
    return DataDescription(
        inputs=tuple(Field((plan.width(index),)) for index in range(len(plan.groups))),
        target=target,
        samples=len(plan.targets[0].cells),
        classes=plan.classes,
        names=tuple(", ".join(c.name for c in group) for group in plan.groups),
        title=path.name,
    )


def table_arrays(plan: TablePlan) -> Arrays:
    """Turn the planned columns into arrays: (samples, width) per input."""
    return Arrays(
        inputs=tuple(
            np.concatenate([_numeric(column) for column in group], axis=1) for group in plan.groups
        ),
        target=_target(plan),
        classes=plan.classes,
        table=True,
    )


def _numeric(column: Column) -> NumpyArray:
    if column.numbers is not None:
        return column.numbers.astype(np.float32)[:, None]
    texts = np.array(column.cells)
    return np.asarray(texts[:, None] == np.array(column.categories)[None, :], dtype=np.float32)


def _target(plan: TablePlan) -> NumpyArray:
    if not plan.classes:
        return np.stack([c.numbers for c in plan.targets if c.numbers is not None], axis=1).astype(
            np.float32
        )
    [column] = plan.targets
    if column.numbers is not None:
        return np.searchsorted(np.unique(column.numbers), column.numbers).astype(np.int64)
    index = {name: number for number, name in enumerate(plan.classes)}
    return np.array([index[cell] for cell in column.cells], dtype=np.int64)
