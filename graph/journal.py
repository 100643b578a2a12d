"""The journal of a project: what it was when it was saved last, and every edit since, a line each.

A line is the CRC-32 of what follows, a space, and JSON without a line break. The first line is
the ``Beginning``. Each other one is an edit, or the whole of the project again, from which the
edits after it go on. A kill may leave a torn last line behind; it is dropped. What stands in a
journal is data: edits are looked up in a table, and what they come to is read as any file is.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from graph.document import Document
from graph.edits import Edit, edit_from_plain, edit_to_plain
from graph.errors import JournalError, LoomError
from graph.limits import MAX_JOURNAL_BYTES
from graph.phrases import later
from graph.project_file import dumps, load_bytes, loads

VERSION = 1

#: Of each scope whose nodes do not count from 0: their creation numbers, and the next one.
Numbers = Mapping[str, tuple[list[float], float]]


@dataclass(frozen=True)
class Beginning:
    """A project as it was opened, or saved last, and where."""

    #: The text of its file, or what its file would be; "" is a new project.
    text: str = ""
    name: str = ""
    #: "" where it has no file yet.
    path: str = ""
    #: Where files that it names are looked for, if it has no file yet.
    folder: str = ""
    numbers: Numbers = field(default_factory=dict)

    @staticmethod
    def of(document: Document, path: Path | None, folder: Path | None = None) -> Beginning:
        """What is in front right before the first edit since it was saved.

        Raises: ProjectError, if it holds a value that no file can hold.
        """
        text = document.source.decode() if document.source else dumps(document)
        where = str(path.absolute()) if path else ""
        return Beginning(text, document.name, where, str(folder or ""), numbers_of(document))

    def document(self) -> Document:
        """Raises: ProjectError, if this is no project; ValueError, if its numbers make no sense."""
        if not self.text:
            document = Document(self.name)
        elif self.path:
            document = load_bytes(self.text.encode(), self.path)
        else:
            document = loads(self.text.removeprefix("\ufeff"))
            document.source = self.text.encode()
        document.name, document.is_as_read = self.name, False  # its numbers are told beside it
        if self.folder and not self.path:
            document.folder = Path(self.folder)
        _renumber(document, self.numbers)
        return document


@dataclass(frozen=True)
class Replayed:
    """What a journal comes to: the project before, and after so many edits.

    ``is_whole`` is False where the journal is damaged, and goes on after what could be read.
    """

    beginning: Beginning
    before: Document
    document: Document
    edits: int
    is_whole: bool


def beginning_line(beginning: Beginning) -> bytes:
    values = {key: value for key, value in vars(beginning).items() if value}
    return _line({"layerloom_journal": VERSION, **values})


def edit_line(edit: Edit) -> bytes | None:
    """The line of an edit; None if it holds what JSON has no words for.

    Made before the edit is applied: what it holds then becomes part of the document, and may be
    changed by the rest of the same edit.
    """
    return plain_line(edit_to_plain(edit))


def plain_line(plain: object) -> bytes | None:
    """The same of an edit that is plain values already."""
    try:
        return _line({"edit": plain})
    except (TypeError, ValueError):
        return None


def whole_line(document: Document, edits: int) -> bytes:
    """The whole of a project to which so many edits have led.

    Raises: ProjectError, if it holds a value that no file can hold.
    """
    return _line({"whole": dumps(document), "numbers": numbers_of(document), "edits": edits})


def numbers_of(document: Document) -> Numbers:
    """Creation numbers, where they are not those that a document gets by being read."""
    numbers = {scope: document.scope(scope).numbering for scope in document.scopes}
    return {
        scope: (orders, following)
        for scope, (orders, following) in numbers.items()
        if [*orders, following] != list(range(len(orders) + 1))
    }


def replay(path: Path) -> Replayed:
    """Return what the journal at ``path`` comes to, as far as it can be read.

    Raises: JournalError, if it is none, or if what it comes to is no project.
    """
    try:
        lines, is_whole = _sound_lines(_read(path))
        beginning = _beginning(_record(lines[0]))
        before = beginning.document()
        document, edits, followed = _follow(beginning, lines[1:])
        if followed < len(lines) - 1:  # an edit that makes no sense: nothing half done is kept
            is_whole = False
            document, edits, _ = _follow(beginning, lines[1 : 1 + followed])
        loads(dumps(document))  # what edits come to is held to the limits of a file
    except (LoomError, RecursionError, *_SENSELESS) as error:
        reason = str(error) if isinstance(error, JournalError) else later("it holds no project")
        raise JournalError(
            later("{name} cannot be read as a journal", name=path.name), reason
        ) from None
    return Replayed(beginning, before, document, edits, is_whole)


#: What is raised where parts of a record make no sense together.
_SENSELESS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


def _follow(beginning: Beginning, lines: list[bytes]) -> tuple[Document, int, int]:
    """The document after ``lines``, to how many edits they come, and how many of them made sense.

    A document that is left by an edit which made no sense may have been changed by half of it.
    """
    document, edits = beginning.document(), 0
    for index, line in enumerate(lines):
        try:
            record = _record(line)
            if "edit" in record:
                document.apply(edit_from_plain(record["edit"]))
                edits += 1
            else:
                source, folder = document.source, document.folder
                document, edits = loads(record["whole"]), int(record["edits"])
                _renumber(document, record["numbers"])
                document.source, document.folder = source, folder
        except (LoomError, RecursionError, *_SENSELESS):
            return document, edits, index
    return document, edits, len(lines)


def _renumber(document: Document, numbers: Numbers) -> None:
    """Raises: ValueError or TypeError, if ``numbers`` are not those of such a document."""
    for scope, (orders, following) in numbers.items():
        ascends = all(a < b for a, b in pairwise([-math.inf, *orders, math.inf]))
        if not ascends or not math.isfinite(following):
            raise ValueError("these are no numbers of nodes")
        document.scope(scope).renumber(orders, following)


def _beginning(record: Mapping[str, Any]) -> Beginning:
    if record.get("layerloom_journal") != VERSION:
        raise JournalError("it is of another version of Layerloom")
    values = {key: value for key, value in record.items() if key != "layerloom_journal"}
    beginning = Beginning(**values)
    texts = (beginning.text, beginning.name, beginning.path, beginning.folder)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("texts are expected")
    return beginning


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_JOURNAL_BYTES + 1)
    except OSError as error:
        raise JournalError((error.strerror or str(error)).lower()) from None
    if len(data) > MAX_JOURNAL_BYTES:
        raise JournalError(
            later(
                "it is larger than {max_journal_bytes} MiB",
                max_journal_bytes=MAX_JOURNAL_BYTES // 2**20,
            )
        )
    return data


def _sound_lines(data: bytes) -> tuple[list[bytes], bool]:
    """The lines up to the first that is damaged, and whether nothing stands after that."""
    lines = data.split(b"\n")
    for index, line in enumerate(lines):
        if not _is_sound(line):
            if index == 0:
                raise JournalError("its beginning is damaged")
            return lines[:index], index == len(lines) - 1
    return lines, True


def _is_sound(line: bytes) -> bool:
    checksum, _, text = line.partition(b" ")
    return bool(text) and checksum == b"%08x" % zlib.crc32(text)


def _line(record: Mapping[str, Any]) -> bytes:
    text = json.dumps(record, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _record(line: bytes) -> dict[str, Any]:
    record = json.loads(line.partition(b" ")[2])
    if not isinstance(record, dict):
        raise ValueError("an object is expected")
    return record
