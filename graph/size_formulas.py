"""How the sizes of an output come about: the formulas of the catalog, with the present numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from graph.analysis import NodeAnalysis, TensorType
from graph.catalog.layer import REQUIRED, Argument, Layer
from graph.document import Expression, Value
from graph.errors import ExpressionError
from graph.expressions import evaluate
from graph.formula_text import choices_made, value_text, written
from graph.kept_axes import left_by_squeeze, taken_by
from graph.phrases import later
from graph.resolve import Arriving
from graph.sizes import Shape, Size, SymbolicSize

#: Letters of the axes after the channels, as PyTorch's documentation has them.
LETTERS = {1: "L", 2: "HW", 3: "DHW"}

_SAME, _BROADCAST, _WITHOUT, _LETTERS = "same as ", "broadcast", "without ", "letters of "
_TAKEN, _SQUEEZED = "taken by ", "squeezed by "


@dataclass(frozen=True)
class SizeFormula:
    """The size of one axis of an output: ``H_out = ⌊(28 + 2·2 − 5)/1⌋ + 1 = 28``.

    ``general`` has the names of the arguments where ``numbers`` has their values; ``numbers`` is ""
    where it would only say the value again.
    """

    port: str
    axis: int
    name: str
    general: str
    numbers: str
    value: Size

    def __str__(self) -> str:
        middle = self.numbers or self.general
        return " = ".join(part for part in (self.name, middle, value_text(self.value)) if part)


@dataclass(frozen=True)
class Together:
    """The tensors of a variadic port, as a formula sees them: ``sum(tensors.shape[1])``."""

    tensors: tuple[Arriving, ...]

    def __len__(self) -> int:
        return len(self.tensors)

    @property
    def shape(self) -> Together:
        return self

    @property
    def ndim(self) -> int:
        return self.tensors[0].ndim

    def __getitem__(self, axis: int) -> tuple[Size, ...]:
        return tuple(tensor.shape[axis] for tensor in self.tensors)


def size_formulas(layer: Layer, node: NodeAnalysis) -> list[SizeFormula]:
    """The axes of a node's outputs that its layer changes, in the order of the catalog.

    Where the analysis knows an output otherwise, as of a repeated node whose last copy gives it,
    that axis is left out; where it knows none, because of an error, the formula says what came out.
    """
    found = []
    first = next(iter(node.inputs.values()), None)
    for port, axes in layer.formula.items():
        known = node.outputs.get(port)
        if known is None and node.outputs:
            continue  # it does not exist here
        for axis in axes_of(layer, axes, node.inputs, node.arguments):
            size = axis.size(known)
            if axis.stays_in(first, size):
                continue
            with suppress(ExpressionError):  # a condition that hangs on a symbol
                found += [axis.filled(port, size)] if size is not None else []
    return found


def keeps_shape(layer: Layer, node: NodeAnalysis) -> bool:
    """Whether the first output has, by its formula, the shape of an input."""
    rule = next(iter(layer.formula.values()), "")
    if isinstance(rule, str) and rule.startswith(_WITHOUT):
        return False
    port = rule.removeprefix(_SAME) if isinstance(rule, str) else ""
    if not isinstance(rule, str) and not any(key.startswith("every@") for key in rule):
        return False
    arriving = node.inputs.get(port) or next(iter(node.inputs.values()), None)
    given = next(iter(node.outputs.values()), None)
    said = rule != "" and arriving is not None and given is not None
    return said and arriving.shape == given.shape  # type: ignore[union-attr]


@dataclass(frozen=True)
class Reduction:
    """The axes of the first input, of these sizes, that an output has no more, or with length 1."""

    axes: tuple[int, ...]
    sizes: tuple[Size, ...]
    kept: bool
    shape: Shape

    @property
    def numbers(self) -> str:
        """How many numbers become one: ``5·5``."""
        return "·".join(map(value_text, self.sizes))


def reduction(layer: Layer, node: NodeAnalysis) -> Reduction | None:
    """What a layer takes away of what arrives; None where its formula says nothing of that kind."""
    rule = next(iter(layer.formula.values()), "")
    first = next(iter(node.inputs.values()), None)
    if not isinstance(rule, str) or not rule.startswith(_WITHOUT) or first is None:
        return None
    name = rule.removeprefix(_WITHOUT)
    declared = layer.argument(name)
    said = node.arguments.get(name, declared.default if declared else None)
    if declared is None:  # always the same axes: ``without -2, -1``
        said = tuple(map(int, name.split(",")))
    rank = len(first.shape)
    said = tuple(range(rank)) if said is None else said if isinstance(said, tuple) else (said,)
    if not all(isinstance(axis, int) and -rank <= axis < rank for axis in said):
        return None
    axes = tuple(sorted({axis % rank for axis in said}))
    kept = node.arguments.get("keepdim") is True
    left = [
        1 if axis in axes else size
        for axis, size in enumerate(first.shape)
        if kept or axis not in axes
    ]
    return Reduction(axes, tuple(first.shape[axis] for axis in axes), kept, tuple(left))


@dataclass(frozen=True)
class Axis:
    """One axis of an output: which it is, what it is called, its formula and what that reads."""

    name: str
    index: int
    text: str
    names: Mapping[str, Any]
    words: Mapping[str, str]
    rank: int | None = None  # of the output, where every axis of it is told

    def stays_in(self, first: TensorType | None, size: Size | None) -> bool:
        """Whether it is one of all axes, and of the ``size`` that it has in what arrives."""
        if self.rank is None or first is None or len(first.shape) != self.rank:
            return False
        return first.shape[self.index] == size

    def value(self) -> Size:
        """What the formula comes to. Raises: ExpressionError."""
        value = evaluate(self.text, self.names)
        if isinstance(value, float):
            value = int(value)
        if not isinstance(value, int | SymbolicSize):
            raise ExpressionError(later("={text} is no size", text=self.text))
        return value

    def size(self, known: TensorType | None) -> Size | None:
        """What the axis comes to; None where that is not known, or known to be otherwise."""
        try:
            value: Size | None = self.value()
        except ExpressionError:
            value = None
        if known is None:
            return value
        if not -len(known.shape) <= self.index < len(known.shape):
            return None
        real = known.shape[self.index]
        return real if value is None or value == real else None

    def filled(self, port: str, value: Size) -> SizeFormula:
        tree = choices_made(self.text, self.names)
        numbers = written(tree, self.names, {})
        general = written(tree, None, self.words)
        said = "" if numbers == value_text(value) else numbers
        return SizeFormula(port, self.index, self.name, general, said, value)


def axes_of(
    layer: Layer,
    axes: Mapping[str, str] | str,
    inputs: Mapping[str, TensorType],
    arguments: Mapping[str, Value],
) -> list[Axis]:
    """The axes of one port that a formula tells of; none where it cannot be read as things are."""
    names = _names(layer, inputs, arguments)
    if axes == _BROADCAST:
        return _broadcast(inputs)
    if isinstance(axes, str) and axes.startswith(_LETTERS):
        return _by_letters(str(arguments.get(axes.removeprefix(_LETTERS))), inputs)
    if names is None:
        return []
    if isinstance(axes, str):
        return _staying(layer, axes, names)
    try:
        return [axis for key, text in axes.items() for axis in _axes(layer, axes, key, text, names)]
    except (ExpressionError, TypeError, ValueError):  # an argument is no number at all
        return []


def _axes(
    layer: Layer, axes: Mapping[str, str], key: str, text: str, names: Mapping[str, Any]
) -> Iterator[Axis]:
    letter, _, place = key.partition("@")
    if letter == "every":
        rank = int(evaluate(place, names))
        for index in range(rank):
            yield Axis(f"axis {index}", index, text, {**names, "axis": index}, _WORDS, rank)
    elif letter == "each":
        shape = _first(names).shape
        count = _rank(layer, axes, names)
        letters = LETTERS.get(max(count, min(3, len(shape) - 2)), "")[-count:] if count else ""
        for number, name in enumerate(letters):
            index = number - count
            own = {**_along(names, number, count), "axis": index, **_arriving(shape, index)}
            yield Axis(f"{name}_out", index, text, own, {**_WORDS, "size_in": f"{name}_in"})
    elif not place:
        index = -_rank(layer, axes, names) - 1
        shape = _first(names).shape
        own = {**names, "channels_in": shape[index]} if -len(shape) <= index else {**names}
        yield Axis(f"{letter}_out", index, text, own, _WORDS)
    else:
        index = int(evaluate(place, names))
        name = f"{letter} {index}" if letter == "axis" else letter
        yield Axis(f"{name}_out" if len(name) == 1 else name, index, text, names, _WORDS)


def _staying(layer: Layer, rule: str, names: Mapping[str, Any]) -> list[Axis]:
    """The axes that an index or a squeeze lets stay; none for another rule."""
    with suppress(ValueError, ExpressionError):
        shape, port = _first(names).shape, layer.inputs[0].name
        if rule.startswith(_TAKEN):
            texts = taken_by(str(names.get(rule.removeprefix(_TAKEN))), shape, port)
        elif rule.startswith(_SQUEEZED):
            texts = left_by_squeeze(names.get(rule.removeprefix(_SQUEEZED)), shape, port)
        else:
            return []
        every = list(enumerate(texts))
        return [Axis(f"axis {i}", i, text, names, _WORDS, len(texts)) for i, text in every]
    return []


def _broadcast(inputs: Mapping[str, TensorType]) -> list[Axis]:
    """Each axis, counted from the last, is that of the tensor in which it is longer than 1."""
    shapes = {port: tensor.shape for port, tensor in inputs.items()}
    names = {port: Arriving(shape) for port, shape in shapes.items()}
    rank = max(map(len, shapes.values()), default=0)
    found = []
    for index in range(rank):
        back = index - rank
        having = [port for port, shape in shapes.items() if -back <= len(shape)]
        port = next((port for port in having if shapes[port][back] != 1), having[0])
        text = f"{port}.shape[{back}]"
        found.append(Axis(f"axis {index}", index, text, names, _WORDS, rank))
    return found


def _by_letters(equation: str, inputs: Mapping[str, TensorType]) -> list[Axis]:
    """Each axis that an equation of letters lets stay, by the first operand that has it."""
    terms, arrow, kept = equation.replace(" ", "").partition("->")
    if not arrow or "." in equation:
        return []
    names = {"operands": tuple(Arriving(tensor.shape) for tensor in inputs.values())}
    found = []
    for index, letter in enumerate(kept):
        for number, term in enumerate(terms.split(",")):
            if letter in term:
                text = f"operands[{number}].shape[{term.index(letter)}]"
                found.append(Axis(letter, index, text, names, _WORDS))
                break
    return found


_WORDS = {"channels_in": "C_in"}


def _arriving(shape: Shape, index: int) -> dict[str, Size]:
    return {"size_in": shape[index]} if -len(shape) <= index else {}


def _rank(layer: Layer, axes: Mapping[str, str], names: Mapping[str, Any]) -> int:
    """How many axes follow the channels: as the formula says, or the layer's name."""
    said = next((key.partition("@")[2] for key in axes if key.startswith("each@")), "")
    digit = re.search(r"(\d)d$", layer.type)
    return int(evaluate(said, names)) if said else int(digit[1]) if digit else 0


def _first(names: Mapping[str, Any]) -> Arriving:
    arriving = next((v for v in names.values() if isinstance(v, Arriving)), None)
    if arriving is None:
        raise ExpressionError("nothing arrives")
    return arriving


def _along(names: Mapping[str, Any], number: int, count: int) -> dict[str, Any]:
    """Of arguments with an element for each axis, that of one."""
    return {
        name: value[number] if isinstance(value, tuple) and len(value) == count else value
        for name, value in names.items()
    }


def _names(
    layer: Layer, inputs: Mapping[str, TensorType], arguments: Mapping[str, Value]
) -> dict[str, Any] | None:
    """What a formula may read: what arrives, and every argument; None while one is not known."""
    names: dict[str, Any] = {}
    for argument in layer.arguments:
        value = arguments.get(argument.name, argument.default)
        if value is REQUIRED or isinstance(value, Expression) or value == "auto":
            continue
        names[argument.name] = _spread(argument, value)
    for port in layer.inputs:
        if port.variadic:
            found = [t for name, t in inputs.items() if name.rpartition(".")[0] == port.name]
            if found:
                names[port.name] = Together(tuple(Arriving(t.shape) for t in found))
        elif port.name in inputs:
            names[port.name] = Arriving(inputs[port.name].shape)
        elif not port.optional:
            return None
    return names


def _spread(argument: Argument, value: Value) -> Any:
    """One number for all axes as one for each; whole numbers as such."""
    if isinstance(value, list | tuple):
        return tuple(map(_whole, value)) or None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return (_whole(value),) * argument.length if argument.length and is_number else _whole(value)


def _whole(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value
