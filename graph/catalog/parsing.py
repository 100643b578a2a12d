"""Typed text as values of arguments, and values as text: for inspector fields and ``--set``."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from graph.catalog.arguments import check_value, expected
from graph.catalog.layer import REQUIRED, Argument
from graph.document import UNSET, Expression, Value
from graph.phrases import later

#: Types whose values may be several, each a number or an expression.
_LISTS = ("size", "ints", "floats", "shape")

#: Longer than any value that a person types.
MAX_LENGTH = 10_000


class NotAValueError(ValueError):
    """What was typed is no value of the argument; says what would be."""


def parse_argument(argument: Argument, text: str) -> Value:
    """The value that ``text`` means for ``argument``; UNSET where it is empty or ``auto``.

    Tuples are read with or without brackets: ``3, 5``, ``[3, 5]``, ``3x5`` and ``3 5`` alike.
    Raises: NotAValueError, in words that say what is expected.
    """
    text = text.strip()
    if not text or (text == "auto" and argument.auto):
        return UNSET
    if text.startswith("=") and not (argument.type in _LISTS and len(_top_level(text)) > 1):
        return Expression(text[1:].strip())
    if text.lower() == "none" and (argument.optional or argument.default is None):
        return None
    if text in argument.choices:
        return text
    try:
        value = _READERS[argument.type](text[:MAX_LENGTH])
    except (ValueError, SyntaxError, MemoryError, RecursionError) as error:
        raise NotAValueError(
            later("{name} must be {expected}", name=argument.name, expected=expected(argument))
        ) from error
    if message := check_value(argument, value):
        raise NotAValueError(message)
    return value


def format_argument(value: Value) -> str:
    """As it is typed: ``3, 5`` for a tuple, ``none`` for None, ``=width * 2`` for an expression."""
    if value is REQUIRED or value is UNSET:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {format_argument(item)}" for key, item in value.items())
    if isinstance(value, tuple):
        if not value:
            return "[]"
        nested = any(isinstance(item, tuple) for item in value)
        text = ", ".join(_bracketed(item) for item in value)
        return f"[{text}]" if nested else text + ("," if len(value) == 1 else "")
    if value is None or isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, float) else str(value)


def _bracketed(value: Value) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_bracketed(item) for item in value) + "]"
    return format_argument(value)


def _bool(text: str) -> bool:
    words = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
    if text.lower() not in words:
        raise ValueError(text)
    return words[text.lower()]


def _number(text: str) -> float:
    number = float(text)
    if math.isnan(number):
        raise ValueError(text)
    return number


def _integer(text: str) -> int:
    if len(text) > 20:
        raise ValueError(text)
    return int(text)


def _size(text: str) -> int | str | None:
    if text.lower() == "none":
        return None
    return text if text.isidentifier() else _integer(text)


def _list_of(read: Callable[[str], Any], *, bare: bool = False) -> Callable[[str], Any]:
    """A reader of several; ``bare``: one without brackets or comma stands for itself."""

    def read_list(text: str) -> Any:
        if "=" in text:
            return tuple(_item(part, read) for part in _top_level(text))
        inner = text.strip("[]() ")
        for sign in ("×", "x", "X"):
            if sign in inner and all(map(_is_side, inner.split(sign))):
                inner = inner.replace(sign, ",")
        items = tuple(read(part) for part in inner.replace(",", " ").split())
        if bare and len(items) == 1 and text[0] not in "[(" and not text.endswith(","):
            return items[0]
        if not items and text != "[]":
            raise ValueError(text)
        return items

    return read_list


def _item(text: str, read: Callable[[str], Any]) -> Any:
    return Expression(text[1:]) if text.startswith("=") else read(text)


def _top_level(text: str) -> list[str]:
    """The parts between commas that stand in no brackets but the outermost."""
    text = text.strip()
    if text[0] in "[(" and text[-1] in "])":
        text = text[1:-1]
    parts, depth = [""], 0
    for character in text:
        depth += (character in "[(") - (character in "])")
        if character == "," and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()]


def _is_side(text: str) -> bool:
    """Whether this is one side of ``3x3`` or ``Nx3x32x32``."""
    text = text.strip()
    return text.isdecimal() or (len(text) == 1 and text.isupper())


def _array(text: str) -> Value:
    """Numbers, nested in brackets; read by ``ast.literal_eval``, which runs nothing."""
    return _tuples(ast.literal_eval(text))


def _tuples(value: Any) -> Value:
    return tuple(_tuples(item) for item in value) if isinstance(value, (list, tuple)) else value


def _anything(text: str) -> Value:
    words = {"true": True, "false": False, "none": None}
    if text.lower() in words:
        return words[text.lower()]
    try:
        return _array(text)
    except (ValueError, SyntaxError):
        return text


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.strip("[]() ").replace(",", " ").split())


def _mapping(text: str) -> Value:
    """``width: 64, bias: true``, as it stands in a project file."""
    found: dict[str, Value] = {}
    for part in re.split(r",(?![^\[\](]*[\])])", text.strip("{} ")):
        name, colon, value = part.partition(":")
        if not colon or not value.strip():
            raise ValueError(text)
        said = value.strip()
        found[name.strip()] = Expression(said[1:]) if said.startswith("=") else _anything(said)
    return found


_READERS: dict[str, Callable[[str], Value]] = {
    "int": _integer,
    "float": _number,
    "bool": _bool,
    "str": str,
    "choice": str,
    "dtype": lambda text: text.removeprefix("torch."),
    "index": lambda text: text.removeprefix("[").removesuffix("]"),
    "size": _list_of(_size, bare=True),
    "ints": _list_of(_integer),
    "floats": _list_of(_number, bare=True),
    "shape": _list_of(_size),
    "tensor": _array,
    "names": _names,
    "mapping": _mapping,
    "any": _anything,
}
