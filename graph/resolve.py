"""The arguments of a node as values: expressions evaluated, ``auto`` worked out from shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.analysis import TensorType
from graph.catalog.layer import REQUIRED, Layer
from graph.document import Expression, Node, Value
from graph.errors import ExpressionError
from graph.expressions import evaluate, names_in, with_values
from graph.fit import Assignment
from graph.phrases import later
from graph.sizes import Size, SymbolicSize, size_at

Arguments = dict[str, Value]

_SIZE_OF = re.compile(r"(\w+)\.shape\[(-?\d+)\]")


@dataclass(frozen=True)
class Arriving:
    """A tensor as an expression sees it: ``input.shape[-1]``, ``input.ndim``."""

    shape: tuple[Size, ...]

    @property
    def ndim(self) -> int:
        return len(self.shape)


class VaryingArgumentError(Exception):
    """An ``auto`` argument that would change with a symbol: a layer has one fixed size."""

    def __init__(self, argument: str, formula: str) -> None:
        super().__init__(argument)
        self.argument = argument
        self.formula = formula


class HopelessArgumentError(Exception):
    """An argument for which no value can be worked out from what arrives."""

    def __init__(self, argument: str, expression: str) -> None:
        super().__init__(argument)
        self.argument = argument
        self.expression = expression


def bind(
    node: Node, names: Mapping[str, Value], ports: frozenset[str] = frozenset()
) -> tuple[Arguments, dict[str, str]]:
    """What the node says, its expressions evaluated over ``names``; and which of them fail, why.

    An expression that reads what arrives at one of ``ports`` (``=input.size(1)``) stays one.
    """
    bound: Arguments = {}
    failed: dict[str, str] = {}
    for name, value in node.arguments.items():
        try:
            bound[name] = evaluated(value, names, ports)
        except ExpressionError as error:
            failed[name] = str(error)
    return bound, failed


def evaluated(value: Value, names: Mapping[str, Any], ports: frozenset[str] = frozenset()) -> Value:
    """A value with numbers for its expressions, but for those that read one of ``ports``.

    Raises: ExpressionError.
    """
    if isinstance(value, Expression):
        reads = names_in(value.text) - names.keys()
        if not reads or not reads <= ports:
            return evaluate(value.text, names)
        return Expression(with_values(value.text, names))
    if isinstance(value, tuple):
        return tuple(evaluated(item, names, ports) for item in value)
    if isinstance(value, Mapping):
        return {key: evaluated(item, names, ports) for key, item in value.items()}
    return value


def reads_shapes(value: Value) -> bool:
    """Whether a bound value still depends on what arrives."""
    if isinstance(value, tuple):
        return any(map(reads_shapes, value))
    return isinstance(value, Expression)


def fill_auto(
    layer: Layer,
    said: Arguments,
    inputs: Mapping[str, TensorType],
    at: Sequence[Assignment],
) -> Arguments:
    """What the node says, and a value for each ``auto`` argument, the same at all of ``at``.

    Raises: VaryingArgumentError, HopelessArgumentError.
    """
    filled = without_auto(layer, said)
    if layer.kind in ("module", "loss"):
        filled = {name: _fixed(name, value, inputs, at) for name, value in filled.items()}
    for argument in layer.arguments:
        if not argument.auto or argument.name in filled:
            continue
        try:
            seen = [evaluate(argument.auto, _names(inputs, assignment)) for assignment in at]
        except ExpressionError:
            raise HopelessArgumentError(argument.name, argument.auto) from None
        if any(value != seen[0] for value in seen):
            raise VaryingArgumentError(argument.name, _formula(argument.auto, inputs))
        filled[argument.name] = seen[0]
    return filled


def _fixed(
    name: str, value: Value, inputs: Mapping[str, TensorType], at: Sequence[Assignment]
) -> Value:
    """What an expression over shapes comes to, where that is always the same."""
    if not reads_shapes(value):
        return value
    try:
        seen = [evaluated(value, _names(inputs, assignment)) for assignment in at]
    except ExpressionError:
        raise HopelessArgumentError(name, str(value)) from None
    if any(other != seen[0] for other in seen):
        formula = _formula(value.text, inputs) if isinstance(value, Expression) else ""
        raise VaryingArgumentError(name, formula or later("a number that changes"))
    return seen[0]


def without_auto(layer: Layer, said: Arguments) -> Arguments:
    """What the node says with values of its own."""
    return {name: value for name, value in said.items() if not _is_auto(layer, name, value)}


def indexed_autos(layer: Layer) -> dict[str, tuple[str, int]]:
    """Arguments that are one size of what arrives: ``{"in_features": ("input", -1)}``."""
    found = {}
    for name, text in layer.auto_arguments.items():
        match = _SIZE_OF.fullmatch(text)
        if match is not None:
            found[name] = (match[1], int(match[2]))
    return found


def with_defaults(layer: Layer, arguments: Arguments) -> Arguments:
    """Every argument that has a value, in PyTorch's order."""
    complete: Arguments = {}
    for argument in layer.arguments:
        value = arguments.get(argument.name, argument.default)
        if value is not REQUIRED:
            complete[argument.name] = value
    return complete


def at_sizes(
    inputs: Mapping[str, TensorType], assignment: Assignment
) -> dict[str, tuple[int, ...]]:
    """The shapes that arrive, in numbers."""
    return {
        port: tuple(size_at(size, assignment) for size in tensor.shape)
        for port, tensor in inputs.items()
    }


def _names(inputs: Mapping[str, TensorType], assignment: Assignment) -> dict[str, Arriving]:
    return {port: Arriving(shape) for port, shape in at_sizes(inputs, assignment).items()}


def _formula(text: str, inputs: Mapping[str, TensorType]) -> str:
    names = {port: Arriving(tensor.shape) for port, tensor in inputs.items()}
    try:
        value = evaluate(text, names)
    except ExpressionError:
        return later("a number that changes")
    return str(value) if isinstance(value, SymbolicSize) else later("a number that changes")


def _is_auto(layer: Layer, name: str, value: Value) -> bool:
    argument = layer.argument(name)
    return value == "auto" and argument is not None and bool(argument.auto)
