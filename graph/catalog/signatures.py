"""What signatures, type hints and aten schemas say about parameters, in one form."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import torch

from graph.catalog.layer import REQUIRED, ArgumentType
from graph.document import Value

Role = Literal["argument", "tensor", "tensors"]


@dataclass(frozen=True)
class Parameter:
    """A parameter of a callable: a tensor (or a list of them) or a plain argument."""

    name: str
    role: Role = "argument"
    type: ArgumentType = "any"
    default: Value = REQUIRED
    optional: bool = False
    choices: tuple[str, ...] = ()
    length: int | None = None
    by_name_only: bool = False


def read_signature(function: Callable[..., Any]) -> list[Parameter]:
    """Parameters by ``inspect.signature`` and type hints, without ``self`` and ``**kwargs``.

    Raises: ValueError, if the callable has no signature (most of ``torch``'s own are in C).
    """
    try:
        hints = typing.get_type_hints(function)
    except NameError:  # hints of some modules name what is imported for type checkers only
        hints = {}
    found = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name == "self" or parameter.kind is parameter.VAR_KEYWORD:
            continue
        hint = hints.get(parameter.name)
        variadic = parameter.kind is parameter.VAR_POSITIONAL
        if variadic and hint is not torch.Tensor:
            continue
        role, type_, optional, choices, length = _read_hint(hint)
        if variadic:
            role = "tensors"
        default = REQUIRED if parameter.default is parameter.empty else _value(parameter.default)
        if type_ == "any" and role == "argument":
            type_ = _type_of_value(default)
        found.append(
            Parameter(
                parameter.name,
                role,
                type_,
                default,
                optional or default is None,
                choices,
                length,
                parameter.kind is parameter.KEYWORD_ONLY,
            )
        )
    return found


def read_schema(name: str) -> list[Parameter]:
    """Parameters of an aten operator, by its full name: ``aten::max.dim``.

    Without an overload the first one that takes tensors and returns them is read; ``aten::eye.``
    is the one whose overload has no name.
    Raises: LookupError, if PyTorch has no such operator.
    """
    operator, named, overload = name.partition(".")
    schemas = torch._C._jit_get_schemas_for_operator(operator)
    for schema in schemas:
        if schema.overload_name == overload if named else _is_plain(schema):
            return [_read_schema_argument(argument) for argument in schema.arguments]
    raise LookupError(f"there is no operator {name}")


def _is_plain(schema: Any) -> bool:
    kinds = {str(argument.type) for argument in schema.arguments}
    first = str(schema.arguments[0].type)
    return (
        first in ("Tensor", "List[Tensor]", "str")
        and not any(argument.is_out for argument in schema.arguments)
        and "Dimname" not in "".join(kinds)
        and all("Tensor" in str(result.type) for result in schema.returns)
    )


#: Types of aten schemas, as TorchScript writes them, and ours.
_SCHEMA_TYPES: dict[str, ArgumentType] = {
    "int": "int",
    "SymInt": "int",
    "float": "float",
    "number": "float",
    "Scalar": "float",
    "bool": "bool",
    "str": "str",
    "List[int]": "ints",
    "List[SymInt]": "ints",
    "List[float]": "floats",
}


def _read_schema_argument(argument: Any) -> Parameter:
    text = str(argument.type)
    optional = text.startswith("Optional[")
    if optional:
        text = text.removeprefix("Optional[").removesuffix("]")
    role: Role = "argument"
    if text == "Tensor":
        role = "tensor"
    elif text == "List[Tensor]":
        role = "tensors"
    type_ = _SCHEMA_TYPES.get(text, "any")
    if argument.name == "dtype":
        type_ = "dtype"
    if type_ == "ints" and argument.N:
        type_ = "size"  # int[1] takes a bare number too
    default = _value(argument.default_value) if argument.has_default_value() else REQUIRED
    if type_ == "float" and isinstance(default, int) and not isinstance(default, bool):
        default = float(default)
    if type_ == "size" and isinstance(default, tuple) and len(set(default)) == 1:
        default = default[0]  # (1, 1) is 1 along both axes
    name = "input" if argument.name == "self" else argument.name
    length = argument.N if argument.N and argument.N > 1 else None
    return Parameter(name, role, type_, default, optional, (), length, argument.kwarg_only)


def _value(default: Any) -> Value:
    """A default as plain data; a function stands under its name (``relu``)."""
    if isinstance(default, (list, tuple)):
        return tuple(_value(item) for item in default)
    if isinstance(default, torch.dtype):
        return str(default).removeprefix("torch.")
    if default is None or isinstance(default, (bool, int, float, str)):
        return default
    if callable(default):
        return default.__name__
    raise ValueError(f"a default that is no plain value: {default!r}")


def _type_of_value(value: Value) -> ArgumentType:
    for kind, name in ((bool, "bool"), (int, "int"), (float, "float"), (str, "str")):
        if type(value) is kind:
            return typing.cast("ArgumentType", name)
    return "any"


def _read_hint(hint: Any) -> tuple[Role, ArgumentType, bool, tuple[str, ...], int | None]:
    members, optional = _members(hint)
    if torch.Tensor in members:
        return "tensor", "tensor", optional, (), None
    literals = [m for m in members if typing.get_origin(m) is Literal]
    if literals:
        return "argument", "choice", optional, typing.get_args(literals[0]), None
    simple: dict[frozenset[Any], ArgumentType] = {
        frozenset({bool}): "bool",
        frozenset({int}): "int",
        frozenset({float}): "float",
        frozenset({int, float}): "float",
        frozenset({str}): "str",
        frozenset({torch.dtype}): "dtype",
    }
    if members and frozenset(members) in simple:
        return "argument", simple[frozenset(members)], optional, (), None
    sequences = [m for m in members if _is_sequence(m)]
    if not sequences or members - {int, float, str} != set(sequences):
        return "argument", "any", optional, (), None
    items = [item for s in sequences for item in typing.get_args(s)]
    if torch.Tensor in items:  # several tensors in one tuple: the state of an LSTMCell
        return "argument", "any", optional, (), None
    lengths = {len(typing.get_args(s)) for s in sequences if typing.get_origin(s) is tuple}
    fixed = len(lengths) == 1 and ... not in items
    length = lengths.pop() if fixed else None
    if float in items or float in members:
        return "argument", "floats", optional, (), length
    return "argument", "size" if int in members else "ints", optional, (), length


def _is_sequence(hint: Any) -> bool:
    return hint is torch.Size or typing.get_origin(hint) in (tuple, list, Sequence)


def _members(hint: Any) -> tuple[set[Any], bool]:
    """The members of a union (or the hint alone) without None, and whether None was among them."""
    if hint is None:
        return set(), False
    union = typing.get_origin(hint) in (typing.Union, types.UnionType)
    members = set(typing.get_args(hint)) if union else {hint}
    optional = type(None) in members and union
    return members - {type(None)}, optional
