"""``=expressions`` of a project file, evaluated by a walker over ``ast``, never by ``eval``."""

from __future__ import annotations

import ast
import copy
import math
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from graph.errors import ExpressionError
from graph.limits import (
    MAX_EXPRESSION_DEPTH,
    MAX_EXPRESSION_LENGTH,
    MAX_EXPRESSION_VALUE_LENGTH,
    MAX_INTEGER_BITS,
)
from graph.phrases import later

Names = Mapping[str, Any]

_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_UNARY: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
    ast.Not: operator.not_,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, items: item in items,
    ast.NotIn: lambda item, items: item not in items,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
}
#: The functions an expression may call; none of them can do more than arithmetic.
FUNCTIONS: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "len": len,
    "max": max,
    "min": min,
    "prod": math.prod,
    "sum": sum,
}
#: The attributes an expression may read, of values that the caller supplies.
ATTRIBUTES = ("shape", "ndim")


def evaluate(text: str, names: Names | None = None) -> Any:
    """Return the value of the expression ``text`` over ``names``.

    Arithmetic, tuples, comparisons, ``and``/``or``/``not``, ``if/else``, subscripts and slices,
    ``.shape``, ``.ndim`` and ``.size(axis)`` of supplied values, and the functions of
    ``FUNCTIONS``.
    Raises: ExpressionError, if it cannot be read, names something unknown, or has no value.
    """
    try:
        return _walk(parse(text), names or {})
    except ExpressionError:
        raise
    except ZeroDivisionError:
        raise ExpressionError(later("={text} divides by zero", text=text)) from None
    except IndexError:
        raise ExpressionError(
            later("={text} asks for an element that is not there", text=text)
        ) from None
    except (TypeError, ValueError, OverflowError, AttributeError, KeyError) as error:
        raise ExpressionError(
            later("={text} has no value: {error}", text=text, error=error)
        ) from None


def with_values(text: str, names: Names) -> str:
    """The same expression with values in the place of ``names``."""
    tree = copy.deepcopy(parse(text))
    return ast.unparse(_Values(names).visit(tree))


class _Values(ast.NodeTransformer):
    def __init__(self, names: Names) -> None:
        self._names = names

    def visit_Call(self, node: ast.Call) -> ast.Call:
        node.args = [self.visit(argument) for argument in node.args]
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if node.id not in self._names:
            return node
        return ast.parse(repr(self._names[node.id]), mode="eval").body


def names_in(text: str) -> frozenset[str]:
    """Return the names that an expression reads, its functions left out; none if it is broken."""
    try:
        tree = parse(text)
    except ExpressionError:
        return frozenset()
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return frozenset(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called
    )


@lru_cache(maxsize=4096)
def parse(text: str) -> ast.expr:
    """Return the tree of an expression that holds nothing but what ``evaluate`` knows.

    Raises: ExpressionError, which names what is not allowed.
    """
    if len(text) > MAX_EXPRESSION_LENGTH:
        raise ExpressionError(
            later("an expression of {text} characters is too long", text=len(text)),
            later(
                "use at most {max_expression_length}", max_expression_length=MAX_EXPRESSION_LENGTH
            ),
        )
    try:
        tree = ast.parse(text.strip(), mode="eval").body
        _check(text, tree)
    except (SyntaxError, ValueError):
        raise ExpressionError(
            later("={text} is not an expression", text=text), "write arithmetic such as =width * 2"
        ) from None
    except (RecursionError, MemoryError):
        raise ExpressionError("an expression is nested too deeply", "make it shorter") from None
    return tree


def _check(text: str, tree: ast.expr) -> None:
    if _is_deep(tree):
        raise ExpressionError("an expression is nested too deeply", "make it shorter")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
            if not _is_size(node) and (name not in FUNCTIONS or node.keywords):
                known = ", ".join(sorted(FUNCTIONS))
                raise ExpressionError(
                    later("={text} calls {name}, which is not allowed", text=text, name=name),
                    later("there are {known}", known=known),
                )
        elif isinstance(node, ast.Attribute) and node.attr not in (*ATTRIBUTES, "size"):
            raise ExpressionError(
                later("={text} reads .{attr}, which is not allowed", text=text, attr=node.attr),
                "only .shape and .ndim can be read, and .size(axis)",
            )
        elif isinstance(node, ast.expr) and type(node) not in _WALKERS:
            raise ExpressionError(
                later("={text} holds more than arithmetic", text=text),
                "use names, numbers, tuples, comparisons and if/else",
            )


def _is_size(node: ast.Call) -> bool:
    """``x.size(1)``, another way to write ``x.shape[1]``."""
    is_size = isinstance(node.func, ast.Attribute) and node.func.attr == "size"
    return is_size and len(node.args) == 1 and not node.keywords


def _is_deep(tree: ast.expr) -> bool:
    level: list[ast.AST] = [tree]
    for _ in range(MAX_EXPRESSION_DEPTH):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return bool(level)


def _walk(node: ast.expr, names: Names) -> Any:
    return _WALKERS[type(node)](node, names)


def _constant(node: ast.Constant, names: Names) -> Any:
    if not isinstance(node.value, bool | int | float | str | None):
        raise ExpressionError(
            later("{value} is not a number, a string or a name", value=repr(node.value))
        )
    return node.value


def _name(node: ast.Name, names: Names) -> Any:
    if node.id not in names:
        known = ", ".join(sorted(names)) or later("nothing")
        raise ExpressionError(
            later("{id} is not known here", id=node.id), later("known here: {known}", known=known)
        )
    return names[node.id]


def _tuple(node: ast.Tuple | ast.List, names: Names) -> Any:
    values: list[Any] = []
    for element in node.elts:
        if isinstance(element, ast.Starred):
            values.extend(_walk(element.value, names))
        else:
            values.append(_walk(element, names))
    return _bounded(tuple(values))


def _binary(node: ast.BinOp, names: Names) -> Any:
    if type(node.op) not in _BINARY:
        raise ExpressionError("an expression may use + - * / // % and ** only")
    left, right = _walk(node.left, names), _walk(node.right, names)
    if isinstance(node.op, ast.Pow):
        _check_power(left, right)
    if isinstance(node.op, ast.Mult):
        _check_repetition(left, right)
        _check_repetition(right, left)
    if isinstance(node.op, ast.Mod) and isinstance(left, str):
        raise ExpressionError("text cannot be formatted in an expression")
    return _bounded(_BINARY[type(node.op)](left, right))


def _check_power(base: Any, exponent: Any) -> None:
    if isinstance(base, int) and isinstance(exponent, int):
        if exponent < 0 and base == 0:
            raise ZeroDivisionError
        if abs(exponent) * max(base.bit_length(), 1) > MAX_INTEGER_BITS:
            raise ExpressionError("a power in an expression is too large")


def _check_repetition(sequence: Any, times: Any) -> None:
    if not isinstance(sequence, str | tuple | list) or not isinstance(times, int):
        return
    if len(sequence) * times > MAX_EXPRESSION_VALUE_LENGTH:
        raise ExpressionError("a tuple in an expression is too long")


def _bounded(value: Any) -> Any:
    if isinstance(value, int) and value.bit_length() > MAX_INTEGER_BITS:
        raise ExpressionError("a number in an expression is too large")
    if isinstance(value, complex):
        raise ExpressionError("a root of a negative number has no value here")
    if isinstance(value, str | tuple) and len(value) > MAX_EXPRESSION_VALUE_LENGTH:
        raise ExpressionError("a tuple in an expression is too long")
    return value


def _unary(node: ast.UnaryOp, names: Names) -> Any:
    if type(node.op) not in _UNARY:
        raise ExpressionError("an expression may use + - and not, but no ~")
    return _UNARY[type(node.op)](_walk(node.operand, names))


def _boolean(node: ast.BoolOp, names: Names) -> Any:
    stops_at = isinstance(node.op, ast.Or)
    value: Any = None
    for operand in node.values:
        value = _walk(operand, names)
        if bool(value) is stops_at:
            break
    return value


def _comparison(node: ast.Compare, names: Names) -> Any:
    left = _walk(node.left, names)
    for op, comparator in zip(node.ops, node.comparators, strict=True):
        right = _walk(comparator, names)
        if not _COMPARE[type(op)](left, right):
            return False
        left = right
    return True


def _choice(node: ast.IfExp, names: Names) -> Any:
    return _walk(node.body if _walk(node.test, names) else node.orelse, names)


def _subscript(node: ast.Subscript, names: Names) -> Any:
    value, key = _walk(node.value, names), _walk(node.slice, names)
    return value[key]


def _slice(node: ast.Slice, names: Names) -> Any:
    return slice(*(part and _walk(part, names) for part in (node.lower, node.upper, node.step)))


def _attribute(node: ast.Attribute, names: Names) -> Any:
    if node.attr not in ATTRIBUTES:
        raise ExpressionError(".size is written with an axis: .size(1)")
    return getattr(_walk(node.value, names), node.attr)


def _call(node: ast.Call, names: Names) -> Any:
    if isinstance(node.func, ast.Attribute):
        return _walk(node.func.value, names).shape[_walk(node.args[0], names)]
    assert isinstance(node.func, ast.Name)  # _check has seen to it
    return _bounded(FUNCTIONS[node.func.id](*_tuple(ast.Tuple(elts=node.args), names)))


def _starred(node: ast.Starred, names: Names) -> Any:
    raise ExpressionError("a star belongs inside a tuple")


_WALKERS: dict[type[ast.expr], Callable[[Any, Names], Any]] = {
    ast.Attribute: _attribute,
    ast.BinOp: _binary,
    ast.BoolOp: _boolean,
    ast.Call: _call,
    ast.Compare: _comparison,
    ast.Constant: _constant,
    ast.IfExp: _choice,
    ast.List: _tuple,
    ast.Name: _name,
    ast.Slice: _slice,
    ast.Starred: _starred,
    ast.Subscript: _subscript,
    ast.Tuple: _tuple,
    ast.UnaryOp: _unary,
}
