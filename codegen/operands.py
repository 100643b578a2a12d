"""What operands are made of, which variables a statement reads, and which it gives a value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from codegen.program import (
    Attribute,
    Call,
    DeviceOf,
    ListOf,
    Loop,
    Operand,
    Pattern,
    SizeFormula,
    Statement,
    Unroll,
    Variable,
)


@dataclass(frozen=True)
class Nested:
    """A call as an operand of the only call that reads its result; only the writer makes such."""

    call: Call


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
    if isinstance(operand, Nested):
        return operands(operand.call)
    if isinstance(operand, SizeFormula):
        return tuple(given for _, given in operand.given)
    if isinstance(operand, DeviceOf):
        return (operand.tensor,)
    return operand if isinstance(operand, tuple) else ()


def operands(call: Call) -> tuple[Operand, ...]:
    """All that a call is given, in the order in which it is written."""
    return (*call.args, *call.kwargs.values())


def reads(statement: Statement) -> Iterator[str]:
    """The names that a statement reads, of what was there before it."""
    if isinstance(statement, Call):
        yield from variables(operands(statement))
        return
    if isinstance(statement, Loop):
        yield from variables(statement.start)
    else:
        yield from variables(tuple(start for _, start in (*statement.steps, *statement.carried)))
    own = set(binds(statement))
    yield from (name for name in reads(statement.call) if name not in own)


def binds(statement: Statement) -> Iterator[str]:
    """The names that a statement gives a value, also those that only it reads."""
    if isinstance(statement, Unroll):
        yield from bound(statement.call.result)
        yield from (name for name, _ in (*statement.steps, *statement.carried))
        yield from (name for names in statement.stacked for name in names)
    else:
        yield from bound(statement.result)


def is_read(name: str, later: Iterable[Statement], returns: tuple[Operand, ...]) -> bool:
    """Whether a value is read later, before its name is given another."""
    for statement in later:
        if name in reads(statement):
            return True
        if name in binds(statement):
            return False
    return name in variables(returns)


def is_open(operand: Operand) -> bool:
    """Whether an operand has a tensor in it, and so is no value by itself."""
    return any(variables(operand)) or any(attributes(operand))
