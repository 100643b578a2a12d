"""Expressions as people write them: ``⌊(28 + 2·2 − 5)/1⌋ + 1``, or with names for numbers."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from graph.expressions import evaluate, parse
from graph.sizes import SymbolicSize

#: How tightly what was written holds together: sums least.
_SUM, _PRODUCT, _POWER, _ATOM = range(4)
_Written = tuple[str, int]

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def choices_made(text: str, names: Mapping[str, Any]) -> ast.expr:
    """An expression without its ``if`` and ``or``, places as numbers: what counts, as things are.

    Raises: ExpressionError, if a condition has no value.
    """
    chosen: ast.expr = _Choosing(names).visit(ast.parse(ast.unparse(parse(text)), mode="eval").body)
    return chosen


def written(tree: ast.expr, names: Mapping[str, Any] | None, words: Mapping[str, str]) -> str:
    """An expression with the values of ``names``, or without those in ``words``, else as it is.

    Raises: ExpressionError, if a part that is not arithmetic has no value.
    """
    return _Writer(names, words).write(tree)[0]


class _Choosing(ast.NodeTransformer):
    def __init__(self, names: Mapping[str, Any]) -> None:
        self._names = names

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        is_so = evaluate(ast.unparse(node.test), self._names)
        chosen: ast.expr = self.visit(node.body if is_so else node.orelse)
        return chosen

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        for operand in node.values[:-1]:
            if evaluate(ast.unparse(operand), self._names):
                return self.visit(operand)  # type: ignore[no-any-return]
        return self.visit(node.values[-1])  # type: ignore[no-any-return]

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if not isinstance(node.slice, ast.Slice):
            index = evaluate(ast.unparse(node.slice), self._names)
            node.slice = ast.parse(repr(index), mode="eval").body
        return node


class _Writer:
    """Writes a tree that ``choices_made`` gave; with no names it writes words."""

    def __init__(self, names: Mapping[str, Any] | None, words: Mapping[str, str]) -> None:
        self._names = names
        self._words = words

    def write(self, node: ast.expr) -> _Written:
        if isinstance(node, ast.BinOp):
            return self._binary(node)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            ceiling = _ceiling(node)
            if ceiling is not None:
                return f"⌈{self._quotient(*ceiling)}⌉", _ATOM
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and self._names:
            sign, level = _JOINED.get(node.func.id, ("", _ATOM))
            if sign:
                values = evaluate(ast.unparse(node.args[0]), self._names)
                parts = [_value(value) for value in values]
                level = level if len(parts) > 1 else _ATOM
                return sign.join(_within(part, level) for part in parts) or "0", level
        if self._names is not None:
            return _value(evaluate(ast.unparse(node), self._names))
        return self._words.get(ast.unparse(node), ast.unparse(node)), _ATOM

    def _binary(self, node: ast.BinOp) -> _Written:
        if isinstance(node.op, ast.FloorDiv):
            return f"⌊{self._quotient(node.left, node.right)}⌋", _ATOM
        if isinstance(node.op, ast.Pow):
            base, power = _within(self.write(node.left), _ATOM), self.write(node.right)[0]
            return f"{base}{power.translate(_SUPERSCRIPTS)}", _POWER
        sign, level = _SIGNS[type(node.op)]
        left, right = self.write(node.left), self.write(node.right)
        last = level + 1 if isinstance(node.op, ast.Sub) or right[0].startswith("−") else level
        return f"{_within(left, level)}{sign}{_within(right, last)}", level

    def _quotient(self, above: ast.expr, below: ast.expr) -> str:
        if isinstance(below, ast.Constant) and below.value == 1:
            return self.write(above)[0]
        return f"{_within(self.write(above), _PRODUCT)}/{_within(self.write(below), _POWER)}"


_JOINED = {"prod": ("·", _PRODUCT), "sum": (" + ", _SUM)}
_SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: (" + ", _SUM),
    ast.Sub: (" − ", _SUM),
    ast.Mult: ("·", _PRODUCT),
}


def _within(part: _Written, level: int) -> str:
    return part[0] if part[1] >= level else f"({part[0]})"


def _ceiling(node: ast.UnaryOp) -> tuple[ast.expr, ast.expr] | None:
    """``(a, b)`` of ``-(-a//b)``, which is ``a/b`` rounded up."""
    inner = node.operand
    if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.FloorDiv):
        left = inner.left
        if isinstance(left, ast.UnaryOp) and isinstance(left.op, ast.USub):
            return left.operand, inner.right
    return None


def _value(value: Any) -> _Written:
    text = value_text(value)
    return text, _ATOM if text.replace(".", "").isalnum() else _SUM


def value_text(value: Any) -> str:
    """A size or number with a true minus sign; whole numbers without a point."""
    if isinstance(value, float) and Fraction(value).denominator == 1:
        value = int(value)
    if isinstance(value, SymbolicSize):
        return str(value).replace("*", "·")
    return str(value).replace("-", "−")
