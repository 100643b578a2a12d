"""Values of arguments: are they of the right type and in range, and what does typed text mean?"""

from __future__ import annotations

import difflib
import keyword
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.catalog.indexing import parse_index
from graph.catalog.layer import REQUIRED, Argument, Layer
from graph.document import UNSET, Expression, Value
from graph.limits import MAX_PYTHON_PORTS
from graph.phrases import joined, later, listed

#: More elements than any argument of PyTorch needs; keeps hostile files cheap.
MAX_ELEMENTS = 100_000

#: The types of numbers that a project may name, the usual ones first.
DTYPES = (
    "float32", "float64", "float16", "bfloat16", "int64", "int32", "int16", "int8", "uint8",
    "bool", "complex64", "complex128",
)  # fmt: skip


class Complaint(NamedTuple):
    """What is wrong with one argument, and a value that would be right.

    ``suggestion`` is UNSET where the argument should be left out, None where nothing is known
    to be better.
    """

    argument: str
    message: str
    suggestion: Value = None


def check_arguments(layer: Layer, arguments: Mapping[str, Value]) -> list[Complaint]:
    """What is wrong with what a node says: unknown names, wrong types, values out of range.

    Expressions and ``auto`` pass where they may stand; what they come to is checked when it is
    known. Arguments left out pass too, unless PyTorch requires them and nothing fills them.
    """
    found = []
    for name, value in arguments.items():
        argument = layer.argument(name)
        if argument is None:
            found.append(_unknown(layer, name, arguments))
            continue
        message = check_value(argument, value) or _too_large(layer, argument, arguments)
        if message:
            found.append(Complaint(name, message, _suggestion(argument)))
    for argument in layer.arguments:
        missing = argument.default is REQUIRED and argument.name not in arguments
        if missing and not argument.auto and not layer.input(argument.name):
            message = later(
                "{name} is needed: {expected}", name=argument.name, expected=expected(argument)
            )
            found.append(Complaint(argument.name, message, argument.start))
    return found


def check_value(argument: Argument, value: Value) -> str:
    """Why ``value`` cannot stand for ``argument``; "" where it can."""
    if isinstance(value, Expression) or (value == "auto" and argument.auto):
        return ""
    if value == "auto":
        return later(
            "{name} cannot be auto: {expected}", name=argument.name, expected=expected(argument)
        )
    if value is None and argument.optional:
        return ""
    if _fits(argument, value):
        return ""
    return later(
        "{name} must be {expected}, not {value}",
        name=argument.name,
        expected=expected(argument),
        value=_shown(value),
    )


def _too_large(layer: Layer, argument: Argument, arguments: Mapping[str, Value]) -> str:
    """Why a value does not stay below the arguments that bound it; "" where it does.

    PyTorch finds out only on tensors with data.
    """
    if not argument.below or isinstance(arguments[argument.name], Expression):
        return ""
    others = [layer.argument(name) for name in argument.below]
    values = [arguments.get(other.name, other.default) for other in others if other]
    sides = [_along_axes(value, argument.length or 1) for value in values]
    own = _along_axes(arguments[argument.name], argument.length or 1)
    if all(size < max(bounds) for size, *bounds in zip(own, *sides, strict=True)):
        return ""
    return later(
        "{name} must be less than {limits} along each axis",
        name=argument.name,
        limits=listed(argument.below, "or"),
    )


def _along_axes(value: Value, axes: int) -> tuple[float, ...]:
    """A number for each axis; boundless for what is not known yet."""
    if _is_number(value):
        return (value,) * axes
    known = isinstance(value, tuple) and len(value) == axes and all(map(_is_number, value))
    return value if known else (math.inf,) * axes


def expected(argument: Argument) -> str:
    """What may stand for an argument, in words: ``a whole number of at least 1``."""
    words = _KIND_WORDS[argument.type]
    bounds = _bounds(argument)
    if argument.type in ("size", "floats"):
        noun = later("whole number") if argument.type == "size" else later("number")
        tuple_ = (
            later("{length} of them", length=argument.length)
            if argument.length
            else later("a tuple of them")
        )
        words = (
            later("a {noun}{bounds}, or {tuple}", noun=noun, bounds=bounds, tuple=tuple_)
            if argument.length != 1
            else later("a {noun}{bounds}", noun=noun, bounds=bounds)
        )
    elif argument.type == "shape" and argument.low == 1:
        words = later("sizes in brackets, numbers above 0 or letters, as [N, 3, 32, 32]")
    elif bounds:
        words = joined("", (words, bounds))
    if argument.choices:
        choices = listed(map(repr, argument.choices), "or")
        words = (
            choices
            if argument.type in ("choice", "str")
            else later("{words}, or {choices}", words=words, choices=choices)
        )
    return later("{words}, or none", words=words) if argument.optional else words


_KIND_WORDS: dict[str, str] = {
    "int": later("a whole number"),
    "float": later("a number"),
    "bool": later("true or false"),
    "str": later("text"),
    "choice": later("one of its choices"),
    "size": later("a whole number"),
    "ints": later("whole numbers in brackets, [2, 3]"),
    "floats": later("a number"),
    "shape": later("sizes in brackets, numbers or letters, as [N, 3, 32, 32]"),
    "dtype": later("a type of numbers, such as float32 or int64"),
    "tensor": later("a number, or numbers in brackets"),
    "index": later("what stands between the brackets of x[...], such as ':, -1'"),
    "names": later("different names in brackets, [x, mask]"),
    "mapping": later("names with values, {width: 64}"),
    "any": later("a plain value"),
}


def _bounds(argument: Argument) -> str:
    low, high = argument.low, argument.high
    if low is not None and high is not None:
        return later(" from {low:g} to {high:g}", low=low, high=high)
    if low is not None:
        return later(" of at least {low:g}", low=low)
    return later(" of at most {high:g}", high=high) if high is not None else ""


def in_brackets(value: Value, depth: int = 4) -> str:
    """A value as it stands in a project file; several in brackets: ``[N, 3, 32, 32]``."""
    if isinstance(value, tuple | list):
        inner = (in_brackets(each, depth - 1) for each in value)
        return f"[{', '.join(inner) if depth else '...'}]"
    text = {None: "none", True: "true", False: "false"}.get(value) if _is_word(value) else None
    return text or str(value)


def _shown(value: Value) -> str:
    text = in_brackets(value) if _is_word(value) or isinstance(value, tuple) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _is_word(value: Value) -> bool:
    return value is None or isinstance(value, bool)


def _fits(argument: Argument, value: Value) -> bool:
    match argument.type:
        case "bool":
            return isinstance(value, bool)
        case "int":
            return _is_int(value) and _in_range(argument, value)
        case "float":
            return _is_number(value) and _in_range(argument, value)
        case "str":
            return isinstance(value, str)
        case "choice":
            return isinstance(value, str) and value in argument.choices
        case "dtype":
            return isinstance(value, str) and value in DTYPES
        case "index":
            return isinstance(value, (str, int)) and _is_index(str(value))
        case "tensor":
            return _is_array(value, MAX_ELEMENTS)
        case "names":
            return is_names(value)
        case "mapping":
            return is_mapping(value)
        case "any":
            return True
    return _fits_sequence(argument, value)


def _fits_sequence(argument: Argument, value: Value) -> bool:
    kind = argument.type
    if isinstance(value, str):
        return kind == "size" and value in argument.choices
    is_item = _is_number if kind == "floats" else _is_int
    if not isinstance(value, tuple):
        return kind in ("size", "floats") and is_item(value) and _in_range(argument, value)
    if len(value) > MAX_ELEMENTS or (argument.length and len(value) != argument.length):
        return False
    return all(
        isinstance(item, Expression)
        or (is_item(item) and _in_range(argument, item))
        or (kind == "shape" and _is_symbol(item))
        or (item is None and argument.optional and kind == "size")
        for item in value
    )


def _is_int(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63


def _is_number(value: Value) -> bool:
    if isinstance(value, float):
        return not math.isnan(value)
    return _is_int(value)


def _is_symbol(value: Value) -> bool:
    return isinstance(value, str) and value.isidentifier() and value.isascii() and len(value) < 32


def _is_index(text: str) -> bool:
    try:
        return bool(parse_index(text))
    except ValueError:
        return False


def _is_array(value: Value, budget: int, depth: int = 8) -> bool:
    """Numbers, or rows of equal length of them, ``depth`` axes at most."""
    if not isinstance(value, tuple):
        return _is_number(value) or isinstance(value, bool)
    if len(value) > budget or not value or not depth:
        return False
    lengths = {len(item) if isinstance(item, tuple) else None for item in value}
    return len(lengths) == 1 and all(
        _is_array(item, budget // len(value), depth - 1) for item in value
    )


def is_names(value: Value) -> bool:
    """Whether these can be the names of ports: each one an identifier of its own."""
    return (
        isinstance(value, tuple)
        and len(value) <= MAX_PYTHON_PORTS
        and all(isinstance(n, str) and n.isidentifier() and len(n) < 60 for n in value)
        and len(set(value)) == len(value)
    )


def is_mapping(value: Value) -> bool:
    """Whether these can be arguments by name."""
    return isinstance(value, Mapping) and all(
        isinstance(n, str) and n.isidentifier() and not keyword.iskeyword(n) for n in value
    )


def _in_range(argument: Argument, value: Any) -> bool:
    return (argument.low is None or value >= argument.low) and (
        argument.high is None or value <= argument.high
    )


def _suggestion(argument: Argument) -> Value:
    if argument.auto or argument.default is not REQUIRED:
        return UNSET
    return argument.start


def _unknown(layer: Layer, name: str, arguments: Mapping[str, Value]) -> Complaint:
    free = [a.name for a in layer.arguments if a.name not in arguments]
    close = difflib.get_close_matches(name, free, 1, 0.6)
    if close:
        message = later(
            "{type} has no argument {name}; did you mean {close}?",
            type=layer.type,
            name=repr(name),
            close=close[0],
        )
    else:
        names = ", ".join(a.name for a in layer.arguments) or later("none")
        message = later(
            "{type} has no argument {name}; it has {names}",
            type=layer.type,
            name=repr(name),
            names=names,
        )
    return Complaint(name, message, UNSET)
