"""Finding nodes anywhere in a project: by name, type, argument, option or note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from operator import itemgetter
from typing import NamedTuple

from graph.document import Block, Document, Expression, Node, Value

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


class _Text(NamedTuple):
    kind: int
    words: str
    low: str
    whole: tuple[str, ...]  # what finds it fully: all of it, or its name or value

    @staticmethod
    def of(kind: int, words: str) -> _Text:
        low = words.lower()
        return _Text(kind, words, low, (low, *low.split("=", 1)))


#: All that is said of a node, in one piece of small letters, and text by text in order of kind.
_Said = tuple[str, list[_Text]]


class Finding:
    """Finds in one document, and remembers what its nodes say: they change by being replaced."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._said: dict[int, tuple[Node, _Said]] = {}  # by identity, which the node keeps alive
        self._things: list[tuple[str, Hit, list[_Text]]] | None = None

    def look_anew(self) -> None:
        """The document has changed."""
        self._things = None

    def find(self, typed: str, most: int = 200) -> list[Hit]:
        """Where all words that were typed stand, the best first, at most ``most``.

        Case does not matter. ``kernel_size: 5`` and ``kernel_size=5`` find that very argument.
        """
        words = re.sub(r"\s*[:=]\s*", "=", typed.strip().lower()).split()
        if not words:
            return []
        if self._things is None:
            self._things = list(self._all_things())
        found: list[tuple[tuple[int, int, int], Hit, str]] = []
        for low, hit, texts in self._things:
            if words[0] in low and all(word in low for word in words):
                rank, shown = _look(words, texts)
                if rank is not None:
                    found.append(((*rank, len(found)), hit, shown))
        best = nsmallest(most, found, key=itemgetter(0))
        return [replace(hit, words=shown) if shown else hit for _, hit, shown in best]

    def _all_things(self) -> Iterator[tuple[str, Hit, list[_Text]]]:
        """Of each scope the block itself, its nodes and its notes, with all that is said of it."""
        said_before, self._said = self._said, {}
        for scope in self.document.scopes:
            if scope in self.document.blocks:
                texts = list(_texts_of_block(self.document.blocks[scope]))
                yield _low(texts), Hit(scope, "", scope), texts
            for node in self.document.scope(scope).nodes:
                known = said_before.get(id(node)) or (node, _said(node))
                self._said[id(node)] = known
                yield known[1][0], Hit(scope, node.name, node.type), known[1][1]
            for note in self.document.scope(scope).notes.values():
                texts = [_Text.of(_NOTE, line) for line in note.text.splitlines()]
                yield _low(texts), Hit(scope, "", "note", note=note.name), texts


def find(document: Document, typed: str, most: int = 200) -> list[Hit]:
    """Where all words that were typed stand in a document, as ``Finding.find`` has it."""
    return Finding(document).find(typed, most)


def _said(node: Node) -> _Said:
    texts = list(_texts(node))
    return _low(texts), texts


def _low(texts: list[_Text]) -> str:
    return "\n".join(text.low for text in texts)


def _texts_of_block(block: Block) -> Iterator[_Text]:
    yield _Text.of(_NAME, block.name)
    for name, value in block.arguments.items():
        yield _Text.of(_ARGUMENT, f"{name}={_written(value)}")
    for line in block.note.splitlines():
        yield _Text.of(_NOTE, line)


def _texts(node: Node) -> Iterator[_Text]:
    yield _Text.of(_NAME, node.name)
    yield _Text.of(_TYPE, node.type)
    for name, value in (*node.arguments.items(), *node.options.items()):
        if name != "note":
            yield _Text.of(_ARGUMENT, f"{name}={_written(value)}")
    for line in _written(node.options.get("note", "")).splitlines():
        yield _Text.of(_NOTE, line)


def _look(words: list[str], texts: list[_Text]) -> tuple[tuple[int, int] | None, str]:
    """How well the worst found word stands, and the text that says more than the name."""
    rank, shown = (0, 0), ""
    for word in words:
        best: tuple[int, int, str] | None = None
        for text in texts:
            if best is not None and text.kind > best[0]:
                break  # what stands earlier counts more
            if word in text.low:
                place = text.kind, _closeness(word, text), text.words
                best = place if best is None or place < best else best
        if best is None:
            return None, ""
        if best[:2] >= rank:
            rank = best[:2]
            shown = best[2] if best[0] > _TYPE else shown
    return rank, shown


def _closeness(word: str, text: _Text) -> int:
    """0 where it is all of the text, or of its name or value; 1 at its head; else 2."""
    if word in text.whole:
        return 0
    return 1 if text.low.startswith(word) else 2


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
