"""Values of arguments as people type them, and back."""

from __future__ import annotations

import math
from collections.abc import Mapping

from graph.catalog.layer import REQUIRED, Argument
from graph.document import Expression, Value
from graph.edits import UNSET

#: What PyTorch's dtypes are called, the usual ones first.
DTYPES = (
    "float32", "float64", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8",
    "bool", "complex64", "complex128",
)  # fmt: skip

_EXPECTED = {
    "int": "a whole number, such as 3",
    "float": "a number, such as 0.5",
    "size": "a whole number, or one for each axis: 3, 5",
    "ints": "whole numbers: 1, 2",
    "floats": "a number, or several: 0.9, 0.999",
    "shape": "sizes of axes: N, 1, 28, 28",
}


class NotAValueError(ValueError):
    """What was typed is no value of the argument; says what would be."""


def format_value(value: Value) -> str:
    """As it is typed: ``3, 5`` for a tuple, ``none`` for None, ``=width * 2`` for an expression."""
    if value is REQUIRED or value is UNSET:
        return ""
    if isinstance(value, tuple | list):
        if any(isinstance(item, tuple | list) for item in value):
            return "[" + ", ".join(f"[{format_value(item)}]" for item in value) + "]"
        return ", ".join(format_value(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {format_value(item)}" for key, item in value.items())
    if value is None or isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value)


def parse_value(text: str, argument: Argument) -> Value:
    """The value that ``text`` means for ``argument``; ``UNSET`` where it is empty or ``auto``.

    Raises: NotAValueError, in words that say what is expected.
    """
    text = text.strip()
    if not text or (text == "auto" and argument.auto):
        return UNSET
    if text.startswith("="):
        return Expression(text[1:].strip())
    if text.lower() == "none" and (argument.optional or argument.default is None):
        return None
    if text in argument.choices:
        return text
    try:
        return _parse(text, argument)
    except ValueError as error:
        expected = _EXPECTED.get(argument.type, "a value")
        if argument.choices:
            expected += f", or {', '.join(argument.choices)}"
        raise NotAValueError(f"{argument.name} is {expected}") from error


def _parse(text: str, argument: Argument) -> Value:
    match argument.type:
        case "int":
            return _integer(text)
        case "float":
            return _number(text)
        case "size":
            numbers = _listed(text, _integer)
            return numbers[0] if len(numbers) == 1 and not _is_bracketed(text) else numbers
        case "ints":
            return _listed(text, _integer)
        case "floats":
            floats = _listed(text, _number)
            return floats[0] if len(floats) == 1 and not _is_bracketed(text) else floats
        case "shape":
            return _listed(text, _size)
        case "str" | "choice" | "dtype" | "index":
            return text
        case _:
            from graph.project_file import read_value

            return read_value(text)


def _listed(text: str, parse: type | object) -> tuple[Value, ...]:
    """``3, 5``, ``[3, 5]``, ``3x5`` and ``3 5`` alike."""
    inner = text.strip("[]() ")
    for sign in ("×", "x", "X"):
        if sign in inner and all(part.strip().isdigit() for part in inner.split(sign)):
            inner = inner.replace(sign, ",")
    parts = inner.replace(",", " ").split()
    if not parts:
        raise ValueError(text)
    return tuple(parse(part) for part in parts)  # type: ignore[operator]


def _is_bracketed(text: str) -> bool:
    return text[0] in "[(" or text.endswith(",")


def _integer(text: str) -> int:
    number = int(text)
    if abs(number) >= 2**63:
        raise ValueError(text)
    return number


def _number(text: str) -> float:
    number = float(text)
    if math.isnan(number):
        raise ValueError(text)
    return number


def _size(text: str) -> int | str:
    if text.lstrip("-").isdigit():
        return _integer(text)
    if text.isidentifier():
        return text
    raise ValueError(text)
