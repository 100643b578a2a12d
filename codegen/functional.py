"""Layers without weights as functions: PyTorch's own ``forward`` says which function they call."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from codegen.calling import Given, is_formula, same
from codegen.program import Function, Operand, Value
from codegen.scope import Scope
from graph.catalog import CATALOG, REQUIRED, Layer
from graph.catalog.build import construct
from graph.catalog.callables import callables
from graph.catalog.signatures import Parameter, read_schema, read_signature
from graph.document import Node

#: What a function may be told of its module without being told all there is to know.
_PLAIN = (bool, int, float, str, tuple, type(None))

#: The axis of a function is clearer by name, and so is whatever is only on or off.
_AXIS = "dim"

#: What a node may say beside its arguments and still be written as a function.
_SAID_APART = frozenset({"group", "note", "trainable"})

_MISSING = object()

#: What is called, and with what by place and by name.
FunctionCall = tuple[Function, tuple[Operand, ...], dict[str, Operand]]


@dataclass(frozen=True)
class _Told:
    """A parameter of a function, and what it is handed: an input, an attribute, a constant."""

    name: str
    by_place: bool
    input: str = ""
    attribute: str = ""
    constant: Value = None


@dataclass(frozen=True)
class Form:
    """A function, and what each of its parameters is handed."""

    function: str
    told: tuple[_Told, ...]


def may_be_function(scope: Scope, node: Node) -> bool:
    """Whether a project wants a layer as a function, if there is one for it.

    One that has options, may be left out or is called twice stays a module: the keys of
    ``state_dict`` are those of the canvas either way.
    """
    return (
        scope.style.layers == "functional"
        and node.options.keys() <= _SAID_APART
        and node.type not in scope.live.blocks
        and not scope.live.is_called_twice(node.name)
        and scope.layer(node).kind in ("module", "loss")
    )


def as_function(given: Given, inputs: Mapping[str, Operand]) -> FunctionCall | None:
    """The call of a function that does what a layer does; None where only a module will do.

    ``inputs`` are the operands by the parameters of ``forward``.
    """
    layer = given.layer
    form = form_of(layer.type)
    if form is None or any(map(is_formula, given.arguments.values())):
        return None
    module = construct(layer, {k: v for k, v in given.arguments.items() if v is not REQUIRED})
    if _keeps_something(module):
        return None
    args: list[Operand] = []
    kwargs: dict[str, Operand] = {}
    known = _signature(form.function)
    for place, told in enumerate(form.told):
        if told.input and told.input not in inputs:
            continue
        parameter = known.get(told.name)
        value = inputs[told.input] if told.input else _value(told, given, module, parameter)
        if value is _MISSING:
            return None
        if not told.input and parameter is not None and _is_default(value, parameter.default):
            continue
        if told.by_place and len(args) == place and _reads_by_place(told, value, place):
            args.append(value)
        else:
            kwargs[told.name] = value
    return Function(form.function), tuple(args), kwargs


def _reads_by_place(told: _Told, value: Operand, place: int) -> bool:
    if told.input:
        return True
    return place == 1 and told.name != _AXIS and not isinstance(value, (bool, str, type(None)))


def _keeps_something(module: Any) -> bool:
    return any(True for _ in module.parameters()) or any(True for _ in module.buffers())


def _value(told: _Told, given: Given, module: Any, parameter: Parameter | None) -> Value:
    """What stands in the call: as the project says it, unless the function needs what was made."""
    if not told.attribute:
        return told.constant
    kept = getattr(module, told.attribute, _MISSING)
    if not isinstance(kept, _PLAIN):
        return _MISSING
    argument = given.layer.argument(told.attribute)
    if argument is None:
        return kept
    said = given.literal(argument)
    if said is REQUIRED:
        return kept if argument.default is REQUIRED else argument.default
    one_for_all = parameter is not None and parameter.type == "size"
    return kept if isinstance(kept, tuple) and not one_for_all else said


def _is_default(value: Value, default: Value) -> bool:
    if value is None:
        return default is None or default == ()
    if {type(value), type(default)} <= {int, float}:
        return bool(value == default)
    return same(value, default)


@cache
def form_of(type_: str) -> Form | None:
    """How ``forward`` of a type calls a function; None where it does anything besides."""
    layer, made = CATALOG.get(type_), callables().get(type_)
    if layer is None or layer.kind not in ("module", "loss") or not isinstance(made, type):
        return None
    expression, taken = _only_return(made)
    if not isinstance(expression, ast.Call):
        return None
    form, own = _read(expression, taken), _own_arguments(layer)
    read = {told.attribute for told in form.told if told.attribute} if form else set()
    if form is not None and read == own:
        return form
    named = _of_same_name(layer, taken)
    return named or (form if own <= read and "training" not in read else None)


def _own_arguments(layer: Layer) -> frozenset[str]:
    return frozenset(a.name for a in layer.arguments if not a.at_call and not a.nested)


def _only_return(made: type) -> tuple[ast.expr | None, list[str]]:
    """What ``forward`` returns, where that is all it does, and its parameters."""
    try:
        text = textwrap.dedent(inspect.getsource(made.forward))  # type: ignore[attr-defined]
    except (OSError, TypeError):
        return None, []
    function = ast.parse(text).body[0]
    if not isinstance(function, ast.FunctionDef):
        return None, []
    body = [s for s in function.body if not isinstance(s, ast.Expr)]
    taken = [argument.arg for argument in function.args.args[1:]]
    match body, len(function.body) - len(body):
        case [ast.Return(value=value)], (0 | 1):
            return value, taken
    return None, taken


def _read(call: ast.Call, taken: list[str]) -> Form | None:
    """``F.elu(input, self.alpha, self.inplace)`` and ``input.flatten(self.start_dim)``."""
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            pass
        case _:
            return None
    placed = list(call.args)
    if owner in taken:
        function = f"torch.{name}" if f"torch.{name}" in callables() else f"Tensor.{name}"
        placed.insert(0, ast.Name(owner, ast.Load()))
    else:
        function = f"{owner}.{name}"
    names = _parameters(function) or [n.id for n in placed if isinstance(n, ast.Name)]
    if function not in callables() or len(placed) > len(names):
        return None
    told = [_told(n, node, taken, True) for n, node in zip(names, placed, strict=False)]
    for keyword in call.keywords:
        if keyword.arg is None:
            return None
        if not keyword.arg.startswith("_"):
            told.append(_told(keyword.arg, keyword.value, taken, False))
    found = [one for one in told if one is not None]
    return Form(function, tuple(found)) if len(found) == len(told) else None


def _told(name: str, node: ast.expr, taken: list[str], by_place: bool) -> _Told | None:
    match node:
        case ast.Name(id=given) if given in taken:
            return _Told(name, by_place, input=given)
        case ast.Attribute(value=ast.Name(id="self"), attr=attribute):
            return _Told(name, by_place, attribute=attribute)
        case ast.Constant(value=constant):
            return _Told(name, by_place, constant=constant)
    return None


def _of_same_name(layer: Layer, taken: list[str]) -> Form | None:
    """``F.relu6`` for ``ReLU6``: all that its constructor takes, and nothing about training."""
    function = f"F.{layer.type.lower()}"
    names, own = _parameters(function), _own_arguments(layer)
    if function not in callables() or "training" in names or not own <= set(names):
        return None
    if names[: len(taken)] != taken:
        return None
    inputs = [_Told(name, True, input=name) for name in taken]
    return Form(function, (*inputs, *(_Told(n, True, attribute=n) for n in names if n in own)))


def _parameters(function: str) -> list[str]:
    return list(_signature(function))


@cache
def _signature(function: str) -> Mapping[str, Parameter]:
    """The parameters of a function, from Python or from its operator."""
    made = callables().get(function)
    if made is None:
        return {}
    try:
        return {parameter.name: parameter for parameter in read_signature(_dispatched(made))}
    except (ValueError, TypeError):
        pass
    operator = function.rpartition(".")[2]
    for name in (f"aten::{operator}", f"aten::{operator}.using_ints", f"aten::{operator}.int"):
        try:
            return {parameter.name: parameter for parameter in read_schema(name)}
        except LookupError:
            continue
    return {}


def _dispatched(made: Any) -> Any:
    """The function behind one that only chooses: ``F.max_pool2d`` without indices."""
    from torch._jit_internal import boolean_dispatched

    return boolean_dispatched.get(made, {}).get("if_false", made)
