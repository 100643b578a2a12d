"""What stands between the brackets of ``x[:, -1]``, read without running anything."""

from __future__ import annotations

import ast
from types import EllipsisType

Index = int | slice | EllipsisType | None


def parse_index(text: str) -> tuple[Index, ...]:
    """``":, -1"`` -> ``(slice(None), -1)``: numbers, slices, ``...`` and None.

    Raises: ValueError, in plain words.
    """
    if len(text) > 200:
        raise ValueError("an index is at most 200 characters long")
    try:
        tree = ast.parse(f"x[{text}]", mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        tree = None
    if not isinstance(tree, ast.Subscript) or not isinstance(tree.value, ast.Name):
        raise ValueError(f"cannot read {text!r}; write it as between brackets: ':, -1'")
    inside = tree.slice
    items = inside.elts if isinstance(inside, ast.Tuple) else [inside]
    return tuple(_item(item) for item in items)


def format_index(index: tuple[Index, ...]) -> str:
    """The text that ``parse_index`` reads as ``index``."""
    return ", ".join(_text(item) for item in index)


def _item(node: ast.expr) -> Index:
    if isinstance(node, ast.Slice):
        return slice(*(_number(part) for part in (node.lower, node.upper, node.step)))
    if isinstance(node, ast.Constant) and (node.value is None or node.value is ...):
        return node.value
    return _number(node)


def _number(node: ast.expr | None) -> int | None:
    if node is None:
        return None
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        sign, node = -1, node.operand
    if isinstance(node, ast.Constant) and type(node.value) is int and node.value < 2**63:
        return sign * node.value
    raise ValueError("between the brackets stand whole numbers, slices (1:3), ... and None")


def _text(item: Index) -> str:
    if item is ...:
        return "..."
    if isinstance(item, slice):
        start, stop, step = (
            "" if n is None else str(n) for n in (item.start, item.stop, item.step)
        )
        return f"{start}:{stop}" + (f":{step}" if step else "")
    return str(item)
