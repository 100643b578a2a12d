"""The one line on a node's card: ``3 -> 6, 5x5, pad 2``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graph.catalog.catalog import CATALOG
from graph.catalog.layer import REQUIRED, Argument, Layer
from graph.document import Expression, Node, Value

_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")

#: Around a value while a line is put together: OPEN name MIDDLE value CLOSE.
_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKED = re.compile(
    f"([^{_OPEN}]*){_OPEN}(?:([^{_MIDDLE}]*){_MIDDLE}([^{_CLOSE}]*){_CLOSE})?", re.DOTALL
)

#: Lines that were put together: of a thousand layers most say what another says.
_described: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
_KEPT = 4096

#: What stands for an argument whose value is not known yet.
UNKNOWN = "?"


def describe(node: Node, arguments: Mapping[str, Value] | None = None) -> str:
    """What this node does here, as a person would write it; "" where there is nothing to say.

    ``arguments`` are the resolved ones (``auto`` filled in from shapes) where they are known;
    those of the node stand in for the rest. Parts whose values are PyTorch's own defaults are
    left out.
    """
    return "".join(text for text, _ in describe_pieces(node, arguments))


def describe_pieces(
    node: Node, arguments: Mapping[str, Value] | None = None
) -> list[tuple[str, str]]:
    """The same line in pieces: each text with the argument whose value it is, or with ""."""
    said = node.type, repr(node.arguments), repr(arguments)  # by value: 1, 1.0 and True differ
    found = _described.get(said)
    if found is None:
        if len(_described) >= _KEPT:
            _described.clear()
        found = _described[said] = _pieces(node, arguments)
    return found


def _pieces(node: Node, arguments: Mapping[str, Value] | None) -> list[tuple[str, str]]:
    layer = CATALOG.get(node.type)
    if layer is None:
        known = arguments or {}
        parts = [_said(name, known.get(name, value)) for name, value in node.arguments.items()]
    else:
        values = {**node.arguments, **(arguments or {})}
        parts = [_part(part, layer, values) for part in _split(layer.label)]
        parts += [_said(a.name, values[a.name]) for a in _unmentioned(layer, node)]
    line = ", ".join(part for part in parts if part)
    pieces = [
        (piece, name or "") for text, name, value in _MARKED.findall(line + _OPEN)
        for piece, name in ((text, ""), (value, name))
    ]  # fmt: skip
    return [(text, name) for text, name in pieces if text]


def _said(name: str, value: Value) -> str:
    return f"{name} {_marked(name, _text(value))}"


def _unmentioned(layer: Layer, node: Node) -> list[Argument]:
    """What is set otherwise than by default, and has no place in the layer's own words."""
    label = set(re.findall(r"\w+", layer.label))
    return [
        argument for argument in layer.arguments
        if argument.name in node.arguments and argument.name not in label
        and not argument.advanced and not argument.nested
        and node.arguments[argument.name] not in (argument.default, "auto")
    ]  # fmt: skip


def _marked(name: str, text: str) -> str:
    """A value, marked as that of an argument; the marks are signs that no font has."""
    return f"{_OPEN}{name}{_MIDDLE}{re.sub(f'[{_OPEN}{_MIDDLE}{_CLOSE}]', ' ', text)}{_CLOSE}"


def _split(label: str) -> list[str]:
    return re.split(r",\s+", label) if label else []


def _part(part: str, layer: Layer, values: Mapping[str, Value]) -> str:
    text, _, condition = part.partition(" if ")
    if condition:
        name = condition.removeprefix("not ")
        argument = layer.argument(name)
        value = _value(argument, name, values)
        usual = argument is None or value == argument.default
        said = not usual and bool(value) != condition.startswith("not ")
        return _marked(name, text) if said else ""
    places = _PLACE.findall(part)
    if places and not any(_is_worth_saying(layer, name, how, values) for name, how in places):
        return ""
    return _PLACE.sub(
        lambda match: _marked(match[1], _place(layer, match[1], match[2] or "", values)), text
    )


def _is_worth_saying(layer: Layer, name: str, how: str, values: Mapping[str, Value]) -> bool:
    argument = layer.argument(name)
    value = _value(argument, name, values)
    if argument is None or value is None or (value is REQUIRED and layer.input(name)):
        return False
    needed = argument.auto or argument.default is REQUIRED or how == "always"
    return bool(needed) or value != argument.default


def _value(argument: Argument | None, name: str, values: Mapping[str, Value]) -> Value:
    return values.get(name, argument.default if argument else None)


def _place(layer: Layer, name: str, how: str, values: Mapping[str, Value]) -> str:
    argument = layer.argument(name)
    value = _value(argument, name, values)
    if value is REQUIRED or value == "auto":
        return UNKNOWN
    if argument is not None and isinstance(value, tuple):
        if argument.type == "shape":
            return " x ".join(str(size) for size in value)
        if argument.type == "tensor":
            return "x".join(str(size) for size in _sizes(value))
    if how == "each":
        length = argument.length if argument else None
        if isinstance(value, int) and not isinstance(value, bool) and name in _AS_SHAPE:
            value = (value,) * (length or 1)
        if isinstance(value, tuple):
            return "x".join(_text(item) for item in value)
    return _text(value)


#: Windows are written by their sides (5x5); stride 2 and pad 1 stay one number.
_AS_SHAPE = ("kernel_size", "output_size")


def _sizes(value: Value) -> list[int]:
    """The shape of nested tuples, by their first elements."""
    sizes: list[int] = []
    while isinstance(value, tuple) and value and len(sizes) < 9:
        sizes.append(len(value))
        value = value[0]
    return sizes


def _text(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return (
            "(" + ", ".join(_text(item) for item in value) + ("," if len(value) == 1 else "") + ")"
        )
    if isinstance(value, Expression):
        return value.text
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    return str(value)
