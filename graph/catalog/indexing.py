"""What stands between the brackets of ``x[:, -1]``, read without running anything."""

from __future__ import annotations

import ast
from types import EllipsisType

from graph.phrases import joined, later

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
        raise ValueError(
            later("cannot read {text}; write it as between brackets: ':, -1'", text=repr(text))
        )
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
            words.append(later("a new axis of length 1"))
        elif item is ...:
            words.append(later("all axes between"))
            axis = -sum(part is not None for part in index[place + 1 :])
        else:
            words.append(_explain(item, _axis_words(axis)))
            axis += 1
    return words


def _axis_words(axis: int) -> str:
    if axis >= 0:
        return later("axis {place}", place=axis)
    return later("the last axis") if axis == -1 else later("axis {place} from the end", place=-axis)


def _explain(item: int | slice, axis: str) -> str:
    if isinstance(item, int):
        place = later("the last place") if item == -1 else later("place {item}", item=item)
        if item < -1:
            place = later("place {item} from the end", item=-item)
        return later("{place} of {axis}, which goes", place=place, axis=axis)
    return joined("", (_which(item, axis), _every(item.step)))


def _every(step: int | None) -> str:
    if step in (None, 1):
        return ""
    if step == 2:
        return later(", every second place")
    return later(", 1 in {step}", step=step)


def _which(item: slice, axis: str) -> str:
    match item.start, item.stop:
        case (None | 0, None):
            return later("all of {axis}", axis=axis)
        case (None | 0, int(stop)) if stop >= 0:
            return later("the first {count} of {axis}", count=stop, axis=axis)
        case (None | 0, int(stop)):
            return later("all but the last {count} of {axis}", count=-stop, axis=axis)
        case (int(start), None) if start < 0:
            return later("the last {count} of {axis}", count=-start, axis=axis)
        case (start, None):
            return later("from place {start} on, of {axis}", start=start, axis=axis)
        case (start, stop):
            return later(
                "from place {start} up to but not with {stop}, of {axis}",
                start=start,
                stop=stop,
                axis=axis,
            )


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
