"""Calls as text: modules, functions, methods, and the operators people write for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from codegen.gathering import Each
from codegen.lines import Bracketed, Choice, Item, Operation, Text, flat, prefixed
from codegen.literals import write_formula, write_index, write_sizes, write_value
from codegen.operands import Nested, is_open
from codegen.parts import mapped
from codegen.program import (
    Attribute,
    Call,
    DeviceOf,
    Formula,
    Function,
    ListOf,
    Operand,
    Pattern,
    SizeFormula,
    Submodule,
    Value,
    Variable,
)
from codegen.weights import Weight

#: Functions of two operands that people write as an operator, spaced as ruff does.
OPERATORS = {
    "torch.add": " + ",
    "torch.sub": " - ",
    "torch.mul": " * ",
    "torch.div": " / ",
    "torch.matmul": " @ ",
    "torch.pow": "**",
}

_TENSORS = (Variable, Attribute, Nested)
_PRODUCTS = (Function("torch.mul"), Function("torch.div"), Function("torch.matmul"))


def write_call(call: Call, kept: Mapping[str, str] | None = None, name: str = "") -> Text:
    """``self.conv1(x)``, ``torch.cat([a, b], dim=1)``, ``x.view(-1, 400)``, ``x + y``.

    ``kept`` tells where the network keeps what its constructor was told: ``self.stride``;
    ``name`` what a module is called here, if not by its path.
    """
    if kept:
        call = _with_kept(call, kept)
    if isinstance(call.when, Variable):
        always = write_call(replace(call, when=True), name=name)
        return Choice(always, call.when.name, str(flat(write_operand(call.args[0]))))
    match call.target:
        case Each(path, item):
            made = _call(item, call)
            return Bracketed(
                "[", (Item(made), Item(f"for {item} in {write_path(path)}")), "]", comma=""
            )
        case Submodule(path):
            return _call(name or write_path(path), call)
        case Function(type="Tensor.__getitem__"):
            return f"{_grouped(call.args[0])}[{write_index(call.args[1])}]"
        case Function(type) if type in OPERATORS and _is_plain(call):
            is_sum = type in ("torch.add", "torch.sub")
            left, right = (_grouped(operand, is_sum) for operand in call.args)
            return Operation(f"{left}{OPERATORS[type]}{right}")
        case Function(type) if type.startswith("Tensor."):
            receiver, *rest = call.args
            head = f"{_grouped(receiver)}.{type.removeprefix('Tensor.')}"
            return _call(head, Call(call.target, tuple(rest), call.kwargs))
        case Function(type):
            return _call(type, call)


def _with_kept(call: Call, kept: Mapping[str, str]) -> Call:
    """The same call, with what its formulas read written out."""

    def told(value: Operand) -> Operand:
        if isinstance(value, Formula):
            text = write_formula(value, kept)
            return Variable(text if value.text.isidentifier() else f"({text})")
        if isinstance(value, Nested):
            return Nested(_with_kept(value.call, kept))
        return mapped(value, told)

    when = call.when
    if isinstance(when, Formula):
        when = Variable(write_formula(when, kept))
    kwargs = {name: told(value) for name, value in call.kwargs.items()}
    return replace(call, args=told(call.args), kwargs=kwargs, when=when)


def _grouped(operand: Operand, in_sum: bool = False) -> str:
    """An operand beside an operator or a dot: in parentheses if it has an operator of its own.

    People leave them away from a product in a sum.
    """
    text = write_operand(operand)
    if not isinstance(text, Operation):
        return str(flat(text))
    is_product = isinstance(operand, Nested) and operand.call.target in _PRODUCTS
    return text.text if in_sum and is_product else f"({text.text})"


def write_told(value: Value, kept: Mapping[str, str]) -> Text:
    """A value that may be a formula in what the network keeps."""
    return write_formula(value, kept) if isinstance(value, Formula) else write_value(value)


def write_path(path: tuple[str | int, ...], owner: str = "self") -> str:
    """``self.features[0]`` for ``("features", 0)``."""
    return owner + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)


def write_weight(weight: Weight) -> str:
    """``self.decoder.weight``."""
    return f"{write_path(weight.path)}.{weight.name}"


def write_operand(operand: Operand) -> Text:
    """An argument as it stands in a call."""
    if isinstance(operand, Nested):
        return write_call(operand.call)
    if isinstance(operand, Variable):
        return operand.name
    if isinstance(operand, Attribute):
        return f"self.{operand.name}"
    if isinstance(operand, SizeFormula):
        names = {name: str(flat(write_operand(given))) for name, given in operand.given}
        return write_sizes(operand.text, names)
    if isinstance(operand, DeviceOf):
        return f"{flat(write_operand(operand.tensor))}.device"
    if isinstance(operand, ListOf):
        return Bracketed("[", tuple(Item(write_operand(item)) for item in operand.items), "]")
    if isinstance(operand, tuple) and is_open(operand):
        comma = "," if len(operand) == 1 else ""
        return f"({', '.join(str(flat(write_operand(item))) for item in operand)}{comma})"
    return write_value(operand)


def write_pattern(pattern: Pattern) -> str:
    """What stands left of ``=``: ``x``, ``_``, or ``x, (h_n, _)``."""
    if isinstance(pattern, tuple):
        parts = ", ".join(_write_part(part) for part in pattern)
        return f"({parts},)" if len(pattern) == 1 else parts
    return _write_part(pattern)


def _write_part(part: Pattern) -> str:
    if isinstance(part, tuple):
        return f"({write_pattern(part)})" if len(part) > 1 else write_pattern(part)
    return "_" if part is None else str(part)


def _call(head: str, call: Call) -> Text:
    items = [Item(write_operand(operand)) for operand in call.args]
    for name, operand in call.kwargs.items():
        items.append(Item(prefixed(f"{name}=", write_operand(operand))))
    return Bracketed(f"{head}(", tuple(items))


def _is_plain(call: Call) -> bool:
    """Two operands, at least one a tensor, and no negative number that would read ``x - -1``."""
    numbers = [operand for operand in call.args if not isinstance(operand, _TENSORS)]
    return (
        len(call.args) == 2
        and not call.kwargs
        and len(numbers) < 2
        and all(type(number) in (int, float) and 0 <= number < float("inf") for number in numbers)
    )
