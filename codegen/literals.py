"""Values as Python text: every string escaped, every float exact, nothing passed through."""

from __future__ import annotations

import ast
import copy
import math
from collections.abc import Callable, Mapping
from typing import Any

from codegen.lines import Bracketed, Item, Text, call, flat
from codegen.program import Dtype, Filled, Formula, TensorOf, Value
from graph.document import Expression
from graph.errors import LoweringError
from graph.expressions import parse
from graph.names import is_identifier
from graph.phrases import later


def write_value(value: Value) -> str:
    """The Python expression whose value is ``value``.

    Raises: LoweringError, for a value that no project can hold.
    """
    if value is None or isinstance(value, bool):
        return repr(value)
    if value is ...:
        return "..."
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    raise LoweringError(
        later("a value of type {name} cannot be written as source", name=type(value).__name__)
    )


def write_string(text: str) -> str:
    """A string literal in ASCII, in double quotes unless single ones need fewer escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + "".join(_escape(character, quote) for character in text) + quote


def write_index(index: Value) -> str:
    """What stands between the brackets of ``x[...]``: slices and tuples without parentheses."""
    if isinstance(index, tuple) and index:
        comma = "," if len(index) == 1 else ""
        return ", ".join(write_index(item) for item in index) + comma
    if isinstance(index, slice):
        step = "" if index.step is None else f":{write_value(index.step)}"
        return f"{_bound(index.start)}:{_bound(index.stop)}{step}"
    return write_value(index)


def _bound(value: Value) -> str:
    return "" if value is None else write_value(value)


def _escape(character: str, quote: str) -> str:
    if character in (quote, "\\"):
        return "\\" + character
    return ascii(character)[1:-1] if character not in "'\"" else character


def _write_float(value: float) -> str:
    if math.isfinite(value):
        return repr(value).replace("e+", "e")
    return f'float("{value}")'


def _write_dtype(value: Dtype) -> str:
    if not is_identifier(value.name):
        raise LoweringError(later("{name} is no element type", name=repr(value.name)))
    return f"torch.{value.name}"


def _write_tuple(value: tuple[Value, ...]) -> str:
    comma = "," if len(value) == 1 else ""
    return f"({', '.join(write_value(item) for item in value)}{comma})"


def _write_mapping(value: Mapping[str, Value]) -> str:
    items = (f"{write_value(key)}: {write_value(item)}" for key, item in value.items())
    return "{" + ", ".join(items) + "}"


def _write_slice(value: slice) -> str:
    parts = (value.start, value.stop, *(() if value.step is None else (value.step,)))
    return f"slice({', '.join(write_value(part) for part in parts)})"


def _write_expression(value: Expression) -> str:
    raise LoweringError(later("{value} has no value outside a block", value=value))


def write_formula(formula: Formula, names: Mapping[str, str] | None = None) -> str:
    """A formula as code, its names replaced by those in ``names``."""
    tree = copy.deepcopy(parse(formula.text))
    named = _Renaming(names or {}).visit(tree)
    return ast.unparse(ast.fix_missing_locations(named))


def write_sizes(text: str, names: Mapping[str, str]) -> str:
    """Arithmetic over shapes as code: ``x.size(1) // 2``; ``names`` are those in the code."""
    tree = _Sizes(names).visit(copy.deepcopy(parse(text)))
    return ast.unparse(ast.fix_missing_locations(tree))


class _Renaming(ast.NodeTransformer):
    """Writes other names, and the function that Python has in ``math``."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names

    def visit_Call(self, node: ast.Call) -> ast.Call:
        node.args = [self.visit(argument) for argument in node.args]
        if isinstance(node.func, ast.Attribute):
            node.func = self.visit(node.func)
        elif isinstance(node.func, ast.Name) and node.func.id == "prod":
            node.func = ast.Name("math.prod", ast.Load())
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._names.get(node.id, node.id), ast.Load())


class _Sizes(_Renaming):
    """Writes one size of a shape as people do: ``x.size(1)`` for ``x.shape[1]``."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        value, index = self.visit(node.value), self.visit(node.slice)
        is_shape = isinstance(value, ast.Attribute) and value.attr == "shape"
        if is_shape and not isinstance(index, ast.Slice):
            size = ast.Attribute(value.value, "size", ast.Load())
            return ast.Call(size, [index], [])
        return ast.Subscript(value, index, ast.Load())


def tensor_text(value: TensorOf) -> Text:
    """``torch.tensor([[1.0, 2.0]])``, which can be broken between the numbers."""
    if value.dtype == "float32":
        return call("torch.tensor", _rows(value.data, as_float=True))
    dtype = f"dtype={_write_dtype(Dtype(value.dtype))}"
    return call("torch.tensor", _rows(value.data, as_float=False), dtype)


def _rows(data: Value, *, as_float: bool) -> Text:
    if isinstance(data, tuple):
        return Bracketed("[", tuple(Item(_rows(row, as_float=as_float)) for row in data), "]")
    return write_value(float(data) if as_float else data)


def _write_tensor(value: TensorOf) -> str:
    return str(flat(tensor_text(value)))


def _write_filled(value: Filled) -> str:
    if isinstance(value.shape, tuple):
        sizes = ", ".join(map(write_value, value.shape)) or "()"
    else:
        sizes = write_value(value.shape)
    dtype = "" if value.dtype == "float32" else f", dtype={_write_dtype(Dtype(value.dtype))}"
    return f"torch.{value.by}({sizes}{dtype})"


_WRITERS: dict[type, Callable[[Any], str]] = {
    int: repr,
    float: _write_float,
    str: write_string,
    Dtype: _write_dtype,
    TensorOf: _write_tensor,
    Filled: _write_filled,
    tuple: _write_tuple,
    Mapping: _write_mapping,
    slice: _write_slice,
    Expression: _write_expression,
    Formula: write_formula,
}
