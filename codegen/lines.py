"""Lays expressions out on lines as ruff would, so that no formatter is needed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

#: ruff's default line length; what does not fit is broken at its brackets.
WIDTH = 88

_INDENT = "    "


@dataclass(frozen=True)
class Item:
    """An element between brackets, the comment at its end, and the nodes it comes from."""

    text: Text
    comment: str = ""
    node: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bracketed:
    """``head`` + elements + ``close``, broken at the commas when it does not fit.

    ``spread`` puts every element on a line of its own even where all would fit. A comprehension
    has no ``comma`` between what it makes and what it loops over.
    """

    head: str
    items: tuple[Item, ...]
    close: str = ")"
    spread: bool = False
    comma: str = ","


@dataclass(frozen=True)
class Operation:
    """``a + b``: goes into parentheses where it does not fit."""

    text: str


@dataclass(frozen=True)
class Tuple:
    """``a, b``: goes into parentheses, one element a line, where it does not fit."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Choice:
    """``text if condition else other``: three lines in parentheses where it is too long."""

    text: Text
    condition: str
    other: str
    prefix: str = ""


@dataclass(frozen=True)
class Chained:
    """``nn.Linear(3, 4).requires_grad_(False)``: broken in its last brackets, if that is enough."""

    text: Bracketed
    method: str
    argument: str


#: An expression: one that cannot be broken, or one that can.
Text = str | Bracketed | Operation | Tuple | Chained | Choice


@dataclass(frozen=True)
class Line:
    """A finished line, and the nodes it belongs to."""

    text: str
    nodes: tuple[str, ...] = ()


def call(head: str, *arguments: Text) -> Bracketed:
    """``head(arguments)``."""
    return Bracketed(f"{head}(", tuple(Item(argument) for argument in arguments))


def prefixed(prefix: str, text: Text) -> Text:
    """``prefix`` and the expression; it is broken where the expression would be."""
    if isinstance(text, Bracketed):
        return _headed(prefix, text)
    if isinstance(text, Chained):
        return replace(text, text=_headed(prefix, text.text))
    if isinstance(text, Choice):
        return Choice(text.text, text.condition, text.other, prefix + text.prefix)
    return f"{prefix}{flat(text)}"


def _headed(prefix: str, text: Bracketed) -> Bracketed:
    return replace(text, head=prefix + text.head)


def flat(text: Text) -> str | None:
    """The expression on one line; None where it has comments or lines of its own inside."""
    if isinstance(text, str):
        return text
    if isinstance(text, Operation):
        return text.text
    if isinstance(text, Choice):
        whole = flat(text.text)
        ends = f" if {text.condition} else {text.other}"
        return None if whole is None else f"{text.prefix}{whole}{ends}"
    if isinstance(text, Tuple):
        return flat(Bracketed("", text.items, ""))
    if isinstance(text, Chained):
        first = flat(text.text)
        return first and f"{first}.{text.method}({text.argument})"
    if text.spread or any(item.comment for item in text.items):
        return None
    parts = [flat(item.text) for item in text.items]
    if None in parts:
        return None
    return text.head + f"{text.comma} ".join(p for p in parts if p) + text.close


def fits(depth: int, before: str, text: Text) -> bool:
    """Whether a statement stands on one line."""
    whole = flat(text)
    return whole is not None and len(_INDENT * depth + before + whole) <= WIDTH


def lay_out(
    depth: int, text: Text, *, before: str = "", after: str = "", comment: str = "", node: str = ""
) -> Iterator[Line]:
    """The lines of one statement, or of one element, ``depth`` indents deep."""
    nodes = (node,) if node else ()
    note = f"  # {comment}" if comment else ""
    whole = flat(text)
    if whole is not None:
        nodes = tuple(dict.fromkeys((*nodes, *_nodes_in(text))))
        line = f"{_INDENT * depth}{before}{whole}{after}"
        if len(line) <= WIDTH or isinstance(text, str) or not getattr(text, "items", True):
            yield from _with_comment(line, note, depth, nodes)
            return
    if isinstance(text, Choice):
        yield Line(f"{_INDENT * depth}{before}{text.prefix}(", nodes)
        yield from lay_out(depth + 1, text.text, node=node)
        yield Line(f"{_INDENT * (depth + 1)}if {text.condition}", nodes)
        yield Line(f"{_INDENT * (depth + 1)}else {text.other}", nodes)
        yield Line(f"{_INDENT * depth}){after}{note}", nodes)
        return
    if isinstance(text, Operation):
        text = Bracketed("(", (Item(text.text),))
    if isinstance(text, Tuple):
        text = Bracketed("(", text.items, spread=True)
    if isinstance(text, Chained):
        text = _broken(text, len(_INDENT * depth + before))
    assert isinstance(text, Bracketed)
    yield Line(f"{_INDENT * depth}{before}{text.head}", nodes)
    for line_ in _body(depth + 1, text):
        yield Line(line_.text, tuple(dict.fromkeys((*nodes, *line_.nodes))))
    yield Line(f"{_INDENT * depth}{text.close}{after}{note}", nodes)


def _nodes_in(text: Text) -> Iterator[str]:
    """The nodes that the elements of an expression come from."""
    text = text.text if isinstance(text, (Chained, Choice)) else text
    for item in text.items if isinstance(text, (Bracketed, Tuple)) else ():
        yield from (node for node in (item.node, *item.others) if node)
        yield from _nodes_in(item.text)


def _broken(text: Chained, used: int) -> Bracketed:
    first = flat(text.text)
    if first is not None and used + len(f"{first}.{text.method}(") <= WIDTH:
        return call(f"{first}.{text.method}", text.argument)
    return replace(text.text, close=f"{text.text.close}.{text.method}({text.argument})")


def _with_comment(line: str, note: str, depth: int, nodes: tuple[str, ...]) -> Iterator[Line]:
    if note and len(line) + len(note) > WIDTH:
        yield Line(f"{_INDENT * depth}{note.strip()}", nodes)
        note = ""
    yield Line(line + note, nodes)


def _body(depth: int, text: Bracketed) -> Iterator[Line]:
    together = flat(Bracketed("", text.items, "", text.spread))
    is_call = text.close.startswith(")")
    if is_call and together is not None and len(_INDENT * depth + together) <= WIDTH:
        yield Line(_INDENT * depth + together)
        return
    comma = text.comma if text.spread or len(text.items) > 1 else ""
    for item in text.items:
        for line in lay_out(depth, item.text, after=comma, comment=item.comment, node=item.node):
            yield Line(line.text, (*line.nodes, *item.others)) if item.others else line
