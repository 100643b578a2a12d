"""Finding nodes anywhere in a project: by name, type, argument, option or note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.document import Document, Expression, Node, Value

#: How much each kind of text counts: what a node is called before what it says.
_NAME, _TYPE, _ARGUMENT, _NOTE = range(4)


@dataclass(frozen=True)
class Hit:
    """A node, or with ``node`` "" a block as a whole, and the text in which the words stand.

    ``words`` is "" where the name alone says it.
    """

    scope: str
    node: str
    type: str
    words: str = ""
    note: str = ""  # the name of a note on the canvas, and no node


@dataclass(frozen=True)
class _Text:
    kind: int
    words: str


def find(document: Document, typed: str, most: int = 200) -> list[Hit]:
    """Where all words that were typed stand, the best first, at most ``most``.

    Case does not matter. ``kernel_size: 5`` and ``kernel_size=5`` find that very argument.
    """
    words = re.sub(r"\s*[:=]\s*", "=", typed.strip().lower()).split()
    found: list[tuple[tuple[int, int, int], Hit]] = []
    if not words:
        return []
    for scope in document.scopes:
        for name, type_, texts in _things(document, scope):
            hit = _look(words, texts)
            if hit is not None:
                rank, said = hit
                found.append(((*rank, len(found)), Hit(scope, name, type_, said)))
        for note in document.scope(scope).notes.values():
            hit = _look(words, [_Text(_NOTE, line) for line in note.text.splitlines()])
            if hit is not None:
                rank, said = hit
                place = (*rank, len(found))
                found.append((place, Hit(scope, "", "note", said, note=note.name)))
    return [hit for _, hit in sorted(found, key=lambda pair: pair[0])[:most]]


def _things(document: Document, scope: str) -> Iterator[tuple[str, str, list[_Text]]]:
    """The block itself, then its nodes, each with all that is said of it."""
    block = document.blocks.get(scope)
    if block is not None:
        texts = [_Text(_NAME, scope)]
        texts += [_Text(_ARGUMENT, f"{n}={_written(v)}") for n, v in block.arguments.items()]
        texts += [_Text(_NOTE, line) for line in block.note.splitlines()]
        yield "", scope, texts
    for node in document.scope(scope).nodes:
        yield node.name, node.type, list(_texts(node))


def _texts(node: Node) -> Iterator[_Text]:
    yield _Text(_NAME, node.name)
    yield _Text(_TYPE, node.type)
    for name, value in (*node.arguments.items(), *node.options.items()):
        if name == "note":
            for line in _written(value).splitlines():
                yield _Text(_NOTE, line)
        else:
            yield _Text(_ARGUMENT, f"{name}={_written(value)}")


def _look(words: list[str], texts: list[_Text]) -> tuple[tuple[int, int], str] | None:
    """How well the worst found word stands, and the text that says more than the name."""
    rank, said = (0, 0), ""
    for word in words:
        places = [(t.kind, _closeness(word, t.words), t.words) for t in texts if word in _low(t)]
        if not places:
            return None
        kind, closeness, text = min(places)
        if (kind, closeness) >= rank:
            rank = kind, closeness
            said = text if kind > _TYPE else said
    return rank, said


def _low(text: _Text) -> str:
    return text.words.lower()


def _closeness(word: str, text: str) -> int:
    """0 where it is all of the text, or of its name or value; 1 at its head; else 2."""
    low = text.lower()
    if word in (low, *low.split("=", 1)):
        return 0
    return 1 if low.startswith(word) else 2


def _written(value: Value) -> str:
    """A value as the project file has it."""
    if isinstance(value, Expression):
        return f"={value.text}"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, list | tuple):
        return f"[{', '.join(_written(part) for part in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_written(part)}' for key, part in value.items())}}}"
    return str(value)
