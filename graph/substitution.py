"""Expressions rewritten: a name given another name, or what it stands for put in its place."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from graph.document import Expression, Node, Value
from graph.errors import ExpressionError
from graph.expressions import evaluate, names_in
from graph.phrases import later

Rewrite = Callable[[Expression], Value]


def expressions_in(value: Value) -> Iterator[Expression]:
    """The expressions that a value holds, at any depth."""
    if isinstance(value, Expression):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from expressions_in(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from expressions_in(item)


def names_of(node: Node) -> frozenset[str]:
    """The names that the arguments and options of a node speak of."""
    said = (*node.arguments.values(), *node.options.values())
    return frozenset().union(*(names_in(e.text) for value in said for e in expressions_in(value)))


def rewritten(value: Value, rewrite: Rewrite) -> Value:
    """``value`` with each expression in it replaced."""
    if isinstance(value, Expression):
        return rewrite(value)
    if isinstance(value, Mapping):
        return {key: rewritten(item, rewrite) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(rewritten(item, rewrite) for item in value)
    return value


def rewritten_node(node: Node, rewrite: Rewrite) -> Node:
    """``node`` with each expression in its arguments and options replaced."""
    return replace(
        node,
        arguments={k: rewritten(v, rewrite) for k, v in node.arguments.items()},
        options={k: rewritten(v, rewrite) for k, v in node.options.items()},
    )


def rename(expression: Expression, old: str, new: str) -> Expression:
    """The same with another name for ``old``; all else is spelled as it was."""
    if old not in names_in(expression.text):
        return expression
    tree = ast.parse(expression.text, mode="eval").body  # a tree of our own: it may be changed
    called = {id(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
    names = [
        n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == old and id(n) not in called
    ]
    if "\n" in expression.text:
        for name in names:
            name.id = new
        return Expression(ast.unparse(tree))
    text = expression.text.encode()
    for name in sorted(names, key=lambda n: -n.col_offset):
        end = name.end_col_offset or name.col_offset
        text = text[: name.col_offset] + new.encode() + text[end:]
    return Expression(text.decode())


def substitute(expression: Expression, values: Mapping[str, Value]) -> Value:
    """What an expression comes to when names are bound, as far as they are.

    ``=width * 2`` is 128 where ``width`` is 64, and ``=w * 2`` where ``width`` is ``=w``.
    Raises: ExpressionError, where a value cannot stand in an expression.
    """
    if expression.text in values:
        return values[expression.text]
    bound = {name: values[name] for name in names_in(expression.text) if name in values}
    if not bound:
        return expression
    tree = _Putting({name: _tree(value) for name, value in bound.items()}).visit(
        ast.parse(expression.text.strip(), mode="eval").body
    )
    after = Expression(ast.unparse(ast.fix_missing_locations(tree)))
    if names_in(after.text):
        return after
    try:
        return evaluate(after.text)
    except ExpressionError:
        return after  # it has no value; it had none before


class _Putting(ast.NodeTransformer):
    def __init__(self, trees: Mapping[str, ast.expr]) -> None:
        self._trees = trees

    def visit_Call(self, node: ast.Call) -> ast.AST:
        node.args = [self.visit(argument) for argument in node.args]
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._trees.get(node.id, node)


def _tree(value: Value) -> ast.expr:
    if isinstance(value, Expression):
        return ast.parse(value.text, mode="eval").body
    if isinstance(value, tuple):
        return ast.Tuple([_tree(item) for item in value], ast.Load())
    if isinstance(value, float) and not math.isfinite(value):
        raise ExpressionError(later("{value} cannot stand in an expression", value=value))
    if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-value))
    if value is None or isinstance(value, bool | int | float | str):
        return ast.Constant(value)
    raise ExpressionError("a mapping cannot stand in an expression")
