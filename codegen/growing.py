"""What differs from copy to copy of a repeated node, as one formula of which copy it is."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from itertools import pairwise

from codegen.calling import is_formula
from codegen.program import Formula, Value
from graph.expressions import parse

#: Two copies lie on every line; so many would by chance on none.
_ON_A_LINE = 3

#: The values of one argument: for each use of the class, for each copy there.
Matrix = Sequence[Sequence[Value]]

#: Finds what stands for a value that a use of the class has each; None where it is not known.
Find = Callable[[list[Value]], Value]


def grown(matrix: Matrix, index: str, first: Find, rest: Find, unknown: Value) -> Value:
    """What stands for an argument in the copy that ``index`` counts; None, where nothing does.

    ``64 + 32 * i`` for 64, 96, 128; ``64 if i == 0 else 128`` for 64, 128, 128. ``first`` finds
    what the first copies of all uses have, ``rest`` what follows, where ``unknown`` is not known.
    """
    starts = [values[0] if values else unknown for values in matrix]
    if (steps := _steps(matrix, unknown)) is not None:
        return _line(first(starts), rest(steps), index)
    if all(_is_level(values) for values in matrix):
        levels = [values[1] if len(values) > 1 else unknown for values in matrix]
        return _bend(first(starts), rest(levels), index)
    return None


def _steps(matrix: Matrix, unknown: Value) -> list[Value] | None:
    """By how much each copy has more than the one before, if it is always as much."""
    if max(map(len, matrix)) < _ON_A_LINE:
        return None
    found: list[Value] = []
    for values in matrix:
        if any(type(value) is not int for value in values):
            return None
        steps = {after - before for before, after in pairwise(values)}
        if len(steps) > 1:
            return None
        found.append(steps.pop() if steps else unknown)
    return found


def _is_level(values: Sequence[Value]) -> bool:
    """Whether all copies but the first are alike, and can stand in a formula."""
    plain = all(type(value) in (int, float, bool) for value in values)
    return plain and len({repr(value) for value in values[1:]}) <= 1


def _line(start: Value, step: Value, index: str) -> Formula:
    if type(step) is int and abs(step) == 1:
        times = index
    else:
        text = _text(abs(step) if type(step) is int else step, tight=True)
        times = f"{text} * {index}"
    sign = "-" if type(step) is int and step < 0 else "+"
    if start == 0 and sign == "+":
        return Formula(times)
    return Formula(f"{_text(start)} {sign} {times}")


def _bend(first: Value, rest: Value, index: str) -> Formula:
    if first is True and rest is False:
        return Formula(f"{index} == 0")
    if first is False and rest is True:
        return Formula(f"{index} > 0")
    return Formula(f"{_text(first)} if {index} == 0 else {_text(rest)}")


def _text(value: Value, *, tight: bool = False) -> str:
    """A value as part of a formula, in brackets where it would fall apart there."""
    text = value.text if is_formula(value) else repr(value)
    tree = parse(text)
    tree = tree.body if isinstance(tree, ast.Expression) else tree
    whole = isinstance(tree, (ast.Name, ast.Constant, ast.Call))
    return text if whole or (isinstance(tree, ast.BinOp) and not tight) else f"({text})"
