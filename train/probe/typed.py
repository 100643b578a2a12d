"""Numbers that a person types for an Input: ``1, 2, 3``, ``[[1, 2], [3, 4]]``, or a row a line."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.errors import DataError
from graph.phrases import later

#: A longer text is no typing: such numbers come in an .npy file.
LONGEST_TEXT = 200_000
DEEPEST = 12


def parse_numbers(text: str) -> npt.NDArray[np.float64]:
    """Return what ``text`` lists, nested as its brackets are; lines or ``;`` begin rows.

    Raises: DataError, saying which word is no number, or which rows are not equally long.
    """
    if len(text) > LONGEST_TEXT:
        raise DataError("this is too much to be typed", "put the numbers into an .npy file")
    rows = [row for row in re.split(r"[;\n]", text) if row.strip(" ,\t\r")]
    if not rows:
        raise DataError("no number was typed", "type numbers such as 0.5, -1, 2")
    if len(rows) > 1 and "[" not in text and "(" not in text:
        values: Any = [_list(row) for row in rows]
    else:
        found = _list(text.replace(";", ","))
        values = found[0] if len(found) == 1 and isinstance(found[0], list) else found
    _check_even(values)
    return np.array(values, dtype=np.float64)


def _list(text: str) -> list[Any]:
    """The items of a text, as nested lists."""
    stack: list[list[Any]] = [[]]
    for piece in re.findall(r"[\[\](){}]|[^\[\](){},\s]+", text):
        if piece in "[({":
            if len(stack) > DEEPEST:
                raise DataError("the brackets are nested too deeply", "use fewer brackets")
            stack.append([])
        elif piece in "])}":
            if len(stack) == 1:
                raise DataError(later("a {piece} closes nothing", piece=piece), "remove it")
            inner = stack.pop()
            stack[-1].append(inner)
        else:
            stack[-1].append(_number(piece))
    if len(stack) > 1:
        raise DataError("a bracket is not closed", "add ] at the end")
    return stack[0]


def _number(word: str) -> float:
    try:
        return float(word.replace("_", "x"))  # Python would read 1_000
    except ValueError:
        shown = word if len(word) <= 40 else word[:37] + "..."
        raise DataError(
            later("{shown} is not a number", shown=repr(shown)), "type numbers such as 0.5, -1, 2"
        ) from None


def _check_even(values: list[Any]) -> None:
    """Rows of one length, lists and numbers not mixed."""
    lists = [value for value in values if isinstance(value, list)]
    if not values or (lists and any(not value for value in lists)):
        raise DataError("a pair of brackets is empty", "write numbers between them")
    if not lists:
        return
    if len(lists) != len(values):
        raise DataError("numbers and lists stand side by side", "put every row in brackets")
    for value in lists:
        _check_even(value)
    for index, value in enumerate(lists[1:], 2):
        if _shape(value) != _shape(lists[0]):
            first, other = len(lists[0]), len(value)
            raise DataError(
                later(
                    "row 1 has {first} entries, row {index} has {other}",
                    first=first,
                    index=index,
                    other=other,
                )
                if first != other
                else later("row {index} is not nested as row 1 is", index=index),
                "make all rows equally long",
            )


def _shape(values: Any) -> tuple[int, ...]:
    return (len(values), *_shape(values[0])) if isinstance(values, list) else ()
