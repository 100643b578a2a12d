"""Saving that changes only what changed: the rest of the file keeps its words and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.collector import collector_at_rest
from graph.document import ROOT, Document
from graph.edge_text import format_chains
from graph.errors import ProjectError
from graph.located import Entry, Located, Mapping, Scalar, Sequence
from graph.project_reader import ProjectReader, read_document
from graph.project_writer import write_chain, write_document
from graph.yaml_events import read_yaml

#: Mappings whose order is part of the document; in others the order of the file stands.
_ORDERED = ("nodes", "groups", "blocks")


def keep_text(document: Document, path: Path | str = "") -> bytes:
    """Return the file to save ``document`` as: the old one where it still says the same,
    else the old one with the entries that changed, else a new one.

    Raises: ProjectError, if the document holds a value that no file can hold.
    """
    canonical = write_document(document)
    if not document.source:
        return canonical.encode()
    with collector_at_rest():
        return _keep(document, canonical, str(path))


def _keep(document: Document, canonical: str, path: str) -> bytes:
    source = document.source.decode("utf-8-sig")
    if _meaning(source, path) == canonical:
        return document.source
    breaks = "\r\n" if "\r\n" in source else "\n"
    for keep_edges in (True, False):
        merged = _merge(source.replace("\r\n", "\n"), canonical, document, keep_edges)
        if merged is not None and _meaning(merged, path) == canonical:
            return merged.replace("\n", breaks).encode()
    return canonical.replace("\n", breaks).encode()


@lru_cache(maxsize=2)  # what was saved last is asked for first when it is saved again
def _meaning(text: str, path: str) -> str | None:
    """The canonical text of what ``text`` describes; None if that is no project."""
    try:
        return write_document(read_document(text, path))
    except ProjectError:
        return None


def _merge(source: str, canonical: str, document: Document, keep_edges: bool) -> str | None:
    if re.search("[\r\x85\u2028\u2029]", source):
        return None  # lines that YAML counts otherwise than we do
    try:
        before, after = _Text.read(source), _Text.read(canonical)
        reader = ProjectReader("")
        reader.read(before.root)
    except ProjectError:
        return None
    if before.root.flow:
        return None
    merger = _Merger(before, after, document, reader if keep_edges else None)
    first, last = before.start(before.root.entries[0]), before.end()
    lines = [
        *before.lines[:first],
        *merger.mapping(before.root, after.root, last, len(after.lines)),
        *before.lines[last:],
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


@dataclass(frozen=True)
class _Text:
    """The lines of a file, and what they hold."""

    lines: list[str]
    root: Mapping

    @staticmethod
    def read(text: str) -> _Text:
        root = read_yaml(text)
        assert isinstance(root, Mapping)  # it has been read as a project before
        return _Text(text.removesuffix("\n").split("\n"), root)

    def start(self, entry: Entry) -> int:
        """The index of the first line of an entry: the comments above it belong to it."""
        return self._with_comments(entry.line - 1, entry.column)

    def _with_comments(self, line: int, column: int) -> int:
        while line and self._is_comment(self.lines[line - 1], column):
            line -= 1
        return line

    def _is_comment(self, line: str, column: int) -> bool:
        stripped = line.lstrip(" ")
        return stripped == "" or (
            stripped.startswith("#") and (column > 0 or not line.startswith(" "))
        )

    def end(self) -> int:
        """The index of the line after the last entry; what follows closes the file."""
        end = len(self.lines)
        while end and self._is_comment(self.lines[end - 1], 0):
            end -= 1
        return end

    def chunks(self, mapping: Mapping, end: int) -> Iterator[tuple[Entry, list[str], int]]:
        """Entries with their lines and the line at which they end."""
        starts = [self.start(entry) for entry in mapping.entries]
        for entry, start, stop in zip(mapping.entries, starts, [*starts[1:], end], strict=True):
            yield entry, self.lines[start:stop], stop

    def items(self, sequence: Sequence, end: int) -> list[list[str]]:
        starts = [self._with_comments(item.line - 1, 1) for item in sequence.items]
        stops = [*starts[1:], end]
        return [self.lines[start:stop] for start, stop in zip(starts, stops, strict=True)]


class _Merger:
    """Takes each entry from the old text where it says the same as in the new one."""

    def __init__(
        self, before: _Text, after: _Text, document: Document, reader: ProjectReader | None
    ) -> None:
        self.before, self.after = before, after
        self.document = document
        self.reader = reader

    def mapping(
        self, old: Mapping, new: Mapping, old_end: int, new_end: int, path: tuple[str, ...] = ()
    ) -> list[str]:
        kept = {entry.key: (entry, lines, stop) for entry, lines, stop in
                self.before.chunks(old, old_end)}  # fmt: skip
        merged: dict[str, list[str]] = {}
        indent = old.entries[0].column - new.entries[0].column
        for entry, lines, stop in self.after.chunks(new, new_end):
            if entry.key in kept:
                merged[entry.key] = self._entry(kept[entry.key], (entry, lines, stop), indent, path)
            else:
                merged[entry.key] = _indented(lines, indent)
        order = list(merged)
        if not path or path[-1] not in _ORDERED:
            order = _order_of_the_file(list(kept), order)
        return [line for key in order for line in merged[key]]

    def _entry(
        self,
        old: tuple[Entry, list[str], int],
        new: tuple[Entry, list[str], int],
        indent: int,
        path: tuple[str, ...],
    ) -> list[str]:
        (entry, lines, stop), (now, new_lines, new_stop) = old, new
        path = (*path, entry.key)
        if _same(entry.value, now.value):
            return lines
        heading = lines[: entry.line - self.before.start(entry)]
        a, b = entry.value, now.value
        if isinstance(a, Mapping) and isinstance(b, Mapping) and not a.flow and not b.flow:
            return heading + self.mapping(a, b, stop, new_stop, path)
        if isinstance(a, Sequence) and not a.flow and entry.key == "edges":
            items = self._edges(a, stop, path)
            if items is not None:
                return heading + items
        comments = heading[:-1] if all(_is_bare(line) for line in heading[:-1]) else []
        return comments + _indented(new_lines, indent)

    def _edges(self, old: Sequence, end: int, path: tuple[str, ...]) -> list[str] | None:
        """Items all of whose edges are still there stay; the other edges are written anew."""
        scope = ROOT if path == ("edges",) else path[1] if len(path) == 3 else None
        if self.reader is None or scope is None or scope not in self.reader.edges_of_items:
            return None
        there = set(self.document.scope(scope).edges)
        kept: list[list[str]] = []
        gap: int | None = None
        covered = set()
        items = self.before.items(old, end)
        for lines, edges in zip(items, self.reader.edges_of_items[scope], strict=True):
            if there.issuperset(edges):
                kept.append(lines)
                covered.update(edges)
            elif gap is None:
                gap = len(kept)
        missing = [edge for edge in self.document.scope(scope).edges if edge not in covered]
        chains = format_chains(self.document, scope, missing)
        first = self.before.lines[old.items[0].line - 1]
        indent = first[: len(first) - len(first.lstrip())]
        written = [[f"{indent}- {write_chain(chain)}"] for chain in chains]
        at = len(kept) if gap is None else gap
        return [line for lines in [*kept[:at], *written, *kept[at:]] for line in lines]


def _order_of_the_file(old: list[str], new: list[str]) -> list[str]:
    """Keys of ``new``: those of ``old`` in its order, the others after what precedes them."""
    known, wanted = set(old), set(new)
    following: dict[str | None, list[str]] = {None: []}
    last: str | None = None
    for key in new:
        if key in known:
            last = key
            following[key] = []
        else:
            following[last].append(key)
    order = following[None]
    for key in old:
        if key in wanted:
            order += [key, *following[key]]
    return order


def _same(a: Located, b: Located) -> bool:
    """Whether two texts mean the same, whatever their spelling and the order of their keys."""
    if isinstance(a, Scalar) and isinstance(b, Scalar):
        return type(a.value) is type(b.value) and a.value == b.value
    if isinstance(a, Sequence) and isinstance(b, Sequence):
        return len(a.items) == len(b.items) and all(map(_same, a.items, b.items))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        ours = {entry.key: entry.value for entry in a.entries}
        theirs = {entry.key: entry.value for entry in b.entries}
        return ours.keys() == theirs.keys() and all(_same(ours[k], theirs[k]) for k in ours)
    return False


def _is_bare(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indented(lines: list[str], by: int) -> list[str]:
    if by >= 0:
        return [" " * by + line for line in lines]
    return [line[-by:] if line[:-by].isspace() else line for line in lines]
