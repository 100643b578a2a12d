"""Programs taken apart and put together again: every call, and operands with other parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from codegen.program import Call, DeviceOf, ListOf, Operand, SizeFormula, Statement


def calls(statements: Iterable[Statement]) -> Iterator[Call]:
    """Every call of a ``forward``, those in loops too."""
    for statement in statements:
        yield statement if isinstance(statement, Call) else statement.call


def mapped(operand: Operand, change: Callable[[Operand], Operand]) -> Operand:
    """The same operand with every part of it changed."""
    if isinstance(operand, ListOf):
        return ListOf(tuple(change(item) for item in operand.items))
    if isinstance(operand, SizeFormula):
        given = tuple((name, change(item)) for name, item in operand.given)
        return SizeFormula(operand.text, given)
    if isinstance(operand, DeviceOf):
        return DeviceOf(change(operand.tensor))
    return tuple(change(item) for item in operand) if isinstance(operand, tuple) else operand
