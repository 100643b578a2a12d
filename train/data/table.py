"""Tables, one sample a row: which columns are inputs, which the target, and in what form.

The rules, the same for everybody's table:
- A column is numeric when each of its values reads as a number; any other column is categorical.
- A categorical input column becomes one column of 0 and 1 per category, categories sorted.
- The target is a class when it is text, or whole numbers of at most 20 kinds; else a number.
  ``task: classification`` or ``task: regression`` overrules that.
- An empty cell is an error that names its row and column: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from graph.errors import DataError
from graph.phrases import later
from train.data.column import Column, number_in
from train.data.description import Arrays, DataDescription, Field, Lexicon, NumpyArray

MOST_CATEGORIES = 100
MOST_CLASS_NUMBERS = 20


@dataclass(frozen=True)
class TablePlan:
    """Which columns feed which input, in what form; enough to read the table again.

    ``together`` is the column by which samples are kept together in a split.
    """

    groups: tuple[tuple[Column, ...], ...]
    targets: tuple[Column, ...]
    classes: tuple[str, ...]
    categories: Lexicon
    together: Column | None = None

    def width(self, group: int) -> int:
        return sum(len(self.categories.get(column.name, "1")) for column in self.groups[group])


def plan_table(
    path: Path,
    columns: Mapping[str, Column],
    target: Any,
    inputs: Any,
    ignore: Any = (),
    task: str = "auto",
    together: str = "",
    classes: Sequence[str] = (),
    categories: Lexicon | None = None,
) -> TablePlan:
    """Decide which columns feed which input and what the target is.

    Each is what the project file says: a name or a list of names. ``target`` is by default the
    last column; ``inputs`` by default all others as one input; a list of lists of names makes
    one input of each, as a mapping does from the names of Inputs. Samples are kept ``together``
    by a column. ``classes`` and ``categories`` are those of the table that is trained on, where
    this one has to fit it.

    Raises: DataError, naming the column.
    """
    names = _names(target) if target not in (None, (), []) else [_last(columns, together)]
    targets = tuple(find_column(path, columns, name) for name in names)
    grouping = find_column(path, columns, together) if together else None
    if inputs is None:
        apart = (*names, *_names(ignore), together)
        groups: tuple[tuple[Column, ...], ...] = (
            tuple(usable(column) for column in columns.values() if column.name not in apart),
        )
    else:
        groups = tuple(
            tuple(find_column(path, columns, name) for name in _names(group))
            for group in input_groups(inputs)
        )
    for group in groups:
        if not group:
            raise DataError(
                later("{name}: no column is left as an input", name=path.name),
                "name some in inputs",
            )
    if categories is None:
        for column in (column for group in groups for column in group):
            _check_input_column(path, column, names)
        categories = _categories(groups)
    else:
        groups = tuple(tuple(_alike(path, c, categories) for c in group) for group in groups)
        targets = tuple(_target_alike(path, column, classes) for column in targets)
    found = tuple(classes) if classes else _classes(path, targets, task)
    return TablePlan(groups, targets, found, categories, grouping)


def plan_target(
    path: Path,
    columns: Mapping[str, Column],
    target: str,
    task: str = "auto",
    together: str = "",
    classes: Sequence[str] = (),
) -> TablePlan:
    """The plan of a table whose inputs are made otherwise. Raises: DataError, naming the column."""
    column = find_column(path, columns, target)
    if classes:
        column = _target_alike(path, column, classes)
    grouping = find_column(path, columns, together) if together else None
    found = tuple(classes) if classes else _classes(path, (column,), task)
    return TablePlan((), (column,), found, {}, grouping)


def input_groups(inputs: Any) -> list[Any]:
    """What each input is made of: ``a``, ``[a, b]``, ``[[a, b], [c]]`` or ``{left: [a, b]}``."""
    if isinstance(inputs, Mapping):
        return list(inputs.values())
    listed = inputs if isinstance(inputs, (tuple, list)) else (inputs,)
    nested = bool(listed) and all(isinstance(group, (tuple, list)) for group in listed)
    return list(listed) if nested else [listed]


def _last(columns: Mapping[str, Column], together: str) -> str:
    return [name for name in columns if name != together][-1]


def _categories(groups: tuple[tuple[Column, ...], ...]) -> Lexicon:
    return {
        column.name: tuple(column.categories)
        for group in groups
        for column in group
        if column.numbers is None
    }


def _alike(path: Path, column: Column, categories: Lexicon) -> Column:
    """An input column of another table in the form that it has in the one trained on."""
    known = categories.get(column.name)
    if known is None:
        if column.numbers is None:
            row = next(i for i, cell in enumerate(column.cells) if number_in(cell) is None)
            raise _strange(path, column, row, later("a number is expected there"))
        return column
    kinds = set(known)
    for row, cell in enumerate(column.cells):
        if cell not in kinds:
            said = later("there are {known}", known=", ".join(known[:20]))
            raise _strange(path, column, row, said)
    return replace(column, numbers=None)


def _target_alike(path: Path, column: Column, classes: Sequence[str]) -> Column:
    if not classes:
        return _alike(path, column, {})
    cells = column.cells
    if column.numbers is not None and not set(cells) <= set(classes):
        cells = [f"{number:g}" for number in column.numbers]
    for row, cell in enumerate(cells):
        if cell not in classes:
            said = later("the classes are {known}", known=", ".join(classes[:20]))
            raise _strange(path, column, row, said)
    return replace(column, cells=cells, numbers=None)


def _strange(path: Path, column: Column, row: int, advice: str) -> DataError:
    return DataError(
        later(
            "{name}, row {row}: {cell} in column {column} does not occur in the data trained on",
            name=path.name,
            row=column.lines[row] if row < len(column.lines) else row,
            cell=repr(column.cells[row][:40]),
            column=repr(column.name),
        ),
        advice,
    )


def _names(value: Any) -> list[Any]:
    """One name or several; a column called 3 is written without quotes in a project file."""
    listed = list(value) if isinstance(value, (tuple, list)) else [value]
    return [str(name) if isinstance(name, (int, float)) else name for name in listed]


def find_column(path: Path, columns: Mapping[str, Column], name: Any) -> Column:
    """Raises: DataError, where there is none of this name, or what is wrong with it."""
    if not isinstance(name, str) or name not in columns:
        known = ", ".join(list(columns)[:12])
        raise DataError(
            later("{name}: there is no column {name_2}", name=path.name, name_2=repr(name)),
            later("its columns are {known}", known=known),
        )
    return usable(columns[name])


def usable(column: Column) -> Column:
    """Raises: DataError, what is wrong with it."""
    if column.wrong is not None:
        raise column.wrong
    return column


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
        odd = next((cell for cell in column.cells if number_in(cell) is None), "")
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
            row = next(i for i, cell in enumerate(column.cells) if number_in(cell) is None)
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
        samples=plan.targets[0].size,
        classes=plan.classes,
        names=tuple(", ".join(c.name for c in group) for group in plan.groups),
        title=path.name,
        lexicon=plan.categories,
        labels=target_values(plan) if plan.classes else None,
        groups=groups_of(plan),
    )


def table_arrays(plan: TablePlan) -> Arrays:
    """Turn the planned columns into arrays: (samples, width) per input."""
    return Arrays(
        inputs=tuple(
            np.concatenate([_numeric(column, plan) for column in group], axis=1)
            for group in plan.groups
        ),
        target=target_values(plan),
        classes=plan.classes,
        table=True,
        names=tuple(", ".join(c.name for c in group) for group in plan.groups),
        lexicon=plan.categories,
        groups=groups_of(plan),
    )


def groups_of(plan: TablePlan) -> NumpyArray | None:
    """A number for every sample, equal where samples stay together."""
    if plan.together is None:
        return None
    column = plan.together
    values = np.array(column.cells) if column.numbers is None else column.numbers
    numbers: NumpyArray = np.unique(values, return_inverse=True)[1]
    return numbers


def _numeric(column: Column, plan: TablePlan) -> NumpyArray:
    if column.numbers is not None:
        return column.numbers.astype(np.float32)[:, None]
    texts, known = np.array(column.cells), np.array(plan.categories[column.name])
    return np.asarray(texts[:, None] == known[None, :], dtype=np.float32)


def target_values(plan: TablePlan) -> NumpyArray:
    """The target of every row: a class, or as many numbers as there are columns."""
    if not plan.classes:
        return np.stack([c.numbers for c in plan.targets if c.numbers is not None], axis=1).astype(
            np.float32
        )
    [column] = plan.targets
    if column.numbers is not None:
        return np.searchsorted(np.unique(column.numbers), column.numbers).astype(np.int64)
    index = {name: number for number, name in enumerate(plan.classes)}
    return np.array([index[cell] for cell in column.cells], dtype=np.int64)
