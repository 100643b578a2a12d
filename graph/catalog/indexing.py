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


def explain_index(text: str) -> list[str]:
    """What every part of an index takes, in plain words: ``["all of axis 0", ...]``.

    Raises: ValueError, in plain words.
    """
    index = parse_index(text)
    if sum(item is ... for item in index) > 1:
        raise ValueError("... may stand only once")
    words, axis = [], 0
    for place, item in enumerate(index):
        if item is None:
            words.append("a new axis of length 1")
        elif item is ...:
            words.append("all axes between")
            axis = -sum(part is not None for part in index[place + 1 :])
        else:
            words.append(_explain(item, _axis_words(axis)))
            axis += 1
    return words


def _axis_words(axis: int) -> str:
    if axis >= 0:
        return f"axis {axis}"
    return "the last axis" if axis == -1 else f"axis {axis} from the end".replace("-", "")


def _explain(item: int | slice, axis: str) -> str:
    if isinstance(item, int):
        place = "the last place" if item == -1 else f"place {item}"
        if item < -1:
            place = f"place {-item} from the end"
        return f"{place} of {axis}, which goes"
    every = {None: "", 1: "", 2: ", every second place"}.get(item.step, f", 1 in {item.step}")
    match item.start, item.stop:
        case (None | 0, None):
            which = "all of"
        case (None | 0, int(stop)) if stop >= 0:
            which = f"the first {stop} of"
        case (None | 0, int(stop)):
            which = f"all but the last {-stop} of"
        case (int(start), None) if start < 0:
            which = f"the last {-start} of"
        case (start, None):
            which = f"from place {start} on, of"
        case (start, stop):
            which = f"from place {start} up to but not with {stop}, of"
    return f"{which} {axis}{every}"


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
