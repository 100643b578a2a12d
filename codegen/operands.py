"""What an operand of a program is made of, and what a result binds."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.program import (
    Attribute,
    DeviceOf,
    ListOf,
    Operand,
    Pattern,
    SizeFormula,
    Variable,
)


def variables(operand: Operand) -> Iterator[str]:
    """The names of the variables that an operand reads, left to right."""
    if isinstance(operand, Variable):
        yield operand.name
    for item in parts(operand):
        yield from variables(item)


def bound(pattern: Pattern) -> Iterator[str]:
    """The names of the variables that a result binds, left to right."""
    if isinstance(pattern, str):
        yield pattern
    elif isinstance(pattern, tuple):
        for item in pattern:
            yield from bound(item)


def attributes(operand: Operand) -> Iterator[str]:
    """The names of the network's own tensors that an operand reads."""
    if isinstance(operand, Attribute):
        yield operand.name
    for item in parts(operand):
        yield from attributes(item)


def parts(operand: Operand) -> tuple[Operand, ...]:
    """The operands that one is made of, left to right."""
    if isinstance(operand, ListOf):
        return operand.items
    if isinstance(operand, SizeFormula):
        return tuple(given for _, given in operand.given)
    if isinstance(operand, DeviceOf):
        return (operand.tensor,)
    return operand if isinstance(operand, tuple) else ()


def is_open(operand: Operand) -> bool:
    """Whether an operand has a tensor in it, and so is no value by itself."""
    return any(variables(operand)) or any(attributes(operand))
