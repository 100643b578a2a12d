"""How PyTorch is told: which arguments are written, in which place, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from codegen.containers import is_trainable
from codegen.program import (
    Attribute,
    Construction,
    DeviceOf,
    Dtype,
    Filled,
    Formula,
    ListOf,
    Operand,
    OwnTensor,
    Pattern,
    SizeFormula,
    TensorOf,
    Value,
)
from graph.catalog import CATALOG, REQUIRED, Argument, Layer, Slot
from graph.catalog.indexing import parse_index
from graph.document import Node
from graph.errors import LoweringError
from graph.expressions import names_in
from graph.phrases import later

#: First arguments with a default that people nevertheless write without their name.
_BY_PLACE = {
    **dict.fromkeys(
        ("Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout"),
        "p",
    ),
    "LeakyReLU": "negative_slope",
    "ELU": "alpha",
}

#: Optional tensors that are handed over by place: ``self.gru(x, h_0)``.
_STATES = "hx"


#: What a network says of itself: whether it is in train mode.
TRAINING = Attribute("training")

#: The axis of a function is clearer by name: ``torch.max(x, dim=1)``.
_AXIS = "dim"


@dataclass(frozen=True)
class Given:
    """Everything that reaches one node: its layer, resolved arguments, and wired operands."""

    layer: Layer
    arguments: Mapping[str, Value]
    inputs: Mapping[str, Operand]

    def literal(self, argument: Argument) -> Value:
        """An argument's value, or REQUIRED where it is not given or is the default."""
        value = self.arguments.get(argument.name, REQUIRED)
        if value is REQUIRED or same(value, argument.default):
            return REQUIRED
        if argument.training:
            return _in_train_mode(value)
        return self._wired(to_literal(argument, value))

    def _wired(self, value: Value) -> Value:
        """A value in which names of ports are what arrives there."""
        if isinstance(value, SizeFormula):
            given = tuple((n, self.inputs[n] if v is None else v) for n, v in value.given)
            return SizeFormula(value.text, given)
        return tuple(map(self._wired, value)) if isinstance(value, tuple) else value


def _in_train_mode(value: Value) -> SizeFormula:
    """A value that counts while the network learns: ``0.1 if self.training else 0.0``."""
    told = value if isinstance(value, (Formula, SizeFormula)) else None
    text = told.text if told else repr(value)
    given = told.given if isinstance(told, SizeFormula) else ()
    if isinstance(told, Formula):
        given = tuple((name, Formula(name)) for name in sorted(names_in(told.text)))
    return SizeFormula(f"{text} if training else 0.0", (*given, ("training", TRAINING)))


def construction(given: Given, node: Node, keywords: bool) -> Construction:
    """The call that builds a layer, with only those arguments that are not the default."""
    made = _construction(given.layer, "", given, node.name, keywords)
    return replace(made, trainable=is_trainable(node))


def own_tensor(given: Given, node: Node, start: Filled | TensorOf | None) -> OwnTensor:
    """What a Parameter, Buffer or Constant node keeps; ``start`` if that was said.

    Parameters start normally distributed, buffers with zeros.
    """
    arguments = given.arguments
    dtype = str(arguments.get("dtype", "float32"))
    if node.type == "Constant":
        kept = TensorOf(arguments.get("value", 0.0), dtype)
        return OwnTensor("constant", kept, node=node.name)
    shape = arguments.get("shape", ())
    shape = shape if is_formula(shape) else tuple(shape)
    if node.type == "Parameter":
        value = start or Filled("randn", shape, dtype)
        return OwnTensor("parameter", value, is_trainable(node), node.name)
    return OwnTensor("buffer", start or Filled("zeros", shape, dtype), node=node.name)


def _construction(
    layer: Layer, nested: str, given: Given, node: str, keywords: bool
) -> Construction:
    args: list[Value] = []
    kwargs: dict[str, Value] = {}
    for parameter, inner in layer.nested.items():
        made = _construction(CATALOG[inner], parameter, given, node, keywords)
        _pass(parameter, made, not keywords, args, kwargs)
    for argument in given.layer.arguments:
        value = given.literal(argument)
        if argument.at_call or argument.nested != nested or value is REQUIRED:
            continue
        usual = argument.default is REQUIRED or _BY_PLACE.get(layer.type) == argument.name
        _pass(argument.name, value, usual and not keywords, args, kwargs)
    return Construction(layer.type, tuple(args), kwargs, node)


def _pass(
    name: str, value: Value, by_place: bool, args: list[Value], kwargs: dict[str, Value]
) -> None:
    if by_place and not kwargs:
        args.append(value)
    else:
        kwargs[name] = value


def call_operands(given: Given) -> tuple[tuple[Operand, ...], dict[str, Operand]]:
    """What ``forward``, the function or the method is called with: by place, and by name.

    Raises: LoweringError, if a port that must be wired is not.
    """
    args: list[Operand] = []
    kwargs: dict[str, Operand] = {}
    complete = True
    for slot in given.layer.call:
        operands = list(_operands(given, slot))
        if not operands:
            complete = False
        elif slot.passing == "unpacked":
            args += operands[0] if isinstance(operands[0], tuple) else operands
            complete = False
        elif complete and _goes_by_place(given, slot):
            args.append(_gathered(slot, operands))
        else:
            complete = False
            kwargs[slot.parameter] = _gathered(slot, operands)
    return tuple(args), kwargs


def call_by_parameter(given: Given) -> dict[str, Operand]:
    """What reaches ``forward``, by its parameters."""
    found = {slot.parameter: (slot, list(_operands(given, slot))) for slot in given.layer.call}
    return {name: _gathered(slot, operands) for name, (slot, operands) in found.items() if operands}


def _operands(given: Given, slot: Slot) -> Iterator[Operand]:
    if slot.passing == "training":
        yield TRAINING
    for name in slot.names:
        port, argument = given.layer.input(name), given.layer.argument(name)
        if name in given.inputs:
            tensor = given.inputs[name]
            yield DeviceOf(tensor) if slot.passing == "device" else tensor
        elif port is not None and port.variadic:
            yield from _variadic(given, name)
        elif argument is not None:
            value = given.literal(argument)
            if value is not REQUIRED:
                yield value
        elif port is not None and not port.optional:
            raise LoweringError(
                later("nothing arrives at {name} of a {type}", name=name, type=given.layer.type)
            )


def _variadic(given: Given, stem: str) -> list[Operand]:
    prefix = f"{stem}."
    wired = [name for name in given.inputs if name.startswith(prefix)]
    return [given.inputs[name] for name in sorted(wired, key=lambda n: int(n[len(prefix) :]))]


def _goes_by_place(given: Given, slot: Slot) -> bool:
    if slot.passing in ("list", "tuple", "place") or slot.parameter == _STATES:
        return True
    if slot.passing in ("device", "training"):
        return False
    name = slot.names[0]
    port, argument = given.layer.input(name), given.layer.argument(name)
    if name in given.inputs and port is not None:
        return not port.optional and slot.passing == "positional"
    return argument is None or (argument.default is REQUIRED and name != _AXIS)


def _gathered(slot: Slot, operands: list[Operand]) -> Operand:
    if slot.passing == "list":
        return ListOf(tuple(operands))
    return tuple(operands) if slot.passing == "tuple" else operands[0]


def result_pattern(given: Given, names: Mapping[str, str], ports: list[str]) -> Pattern:
    """How a call's result is taken apart: ``names`` binds ports, those it lacks become None.

    ``ports`` are the concrete outputs of the node, in order.
    """
    layer = given.layer
    if len(layer.outputs) == 1 and layer.outputs[0].variadic:
        return tuple(names.get(port) for port in ports)
    parts: list[Pattern] = []
    for group in layer.returns:
        there = [name for name in group if layer.always_tuple or name in ports]
        bound = tuple(names.get(name) for name in there)
        if len(group) > 1:
            parts.append(bound if any(bound) else None)
        elif there:
            parts.append(bound[0])
    return parts[0] if len(parts) == 1 and len(layer.returns[0]) == 1 else tuple(parts)


def to_literal(argument: Argument, value: Value) -> Value:
    """A value of a project as a value of a program: element types, indices and arrays marked.

    Sizes that are the same along every axis become one number, as people write them.
    """
    if value is None or is_formula(value):
        return value
    if argument.type == "dtype":
        return Dtype(str(value))
    if argument.type == "tensor":
        return TensorOf(value)
    if argument.type == "index" and isinstance(value, str):
        index = parse_index(value)
        return index[0] if len(index) == 1 else index
    if argument.type == "size" and argument.length and _is_uniform(value, argument.length):
        return value[0]
    return value


def is_formula(value: Value) -> bool:
    """Whether a value depends on an argument of its class, or on what arrives."""
    if isinstance(value, tuple):
        return any(map(is_formula, value))
    return isinstance(value, (Formula, SizeFormula))


def _is_uniform(value: Value, length: int) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == length
        and all(type(item) is int and item == value[0] for item in value)
    )


def same(value: Any, default: Any) -> bool:
    """Whether both are the same to PyTorch and to a reader: 1 is not True, and 0.0 is not -0.0."""
    if isinstance(value, tuple) and isinstance(default, tuple):
        return len(value) == len(default) and all(map(same, value, default))
    if isinstance(default, float) and type(value) in (int, float):
        return repr(float(value)) == repr(default)
    return type(value) is type(default) and bool(value == default)
