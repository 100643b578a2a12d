"""Writing a journal: what was written survives a kill at once, and a loss of power once synced."""

from __future__ import annotations

import os
from pathlib import Path

from graph.document import Document
from graph.edits import Edit
from graph.journal import Beginning, beginning_line, edit_line, whole_line
from graph.limits import MAX_JOURNAL_EDITS_BYTES

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)


class JournalFile:
    """Appends edits to a journal, each by one system call.

    A disk that is full costs no edit that was written before, and none after it has room again:
    then the project is written whole. The same goes for an edit that JSON has no words for.
    """

    def __init__(self, path: Path, beginning: Beginning, edits: int = 0) -> None:
        """Begin a journal. Raises: OSError, if it cannot be written."""
        self.path, self.edits = path, edits
        self._beginning = beginning
        self._descriptor = os.open(path, _FLAGS | os.O_EXCL, 0o600)
        self._size = self._whole_at = 0
        self._misses_edits = False
        try:
            self._write(beginning_line(beginning))
        except BaseException:
            self.remove()
            raise
        self._whole_at = self._size

    def append(self, edit: Edit, document: Document) -> None:
        """Write an edit that ``document`` has just taken.

        Raises: OSError, if it cannot be written; ProjectError, if it is such that no file can
            hold it. The journal then is as it was, and the next edit tries again.
        """
        self.edits += 1
        line = None if self._misses_edits else _line_of(edit)
        self._misses_edits = True
        if line is None:
            self._write(whole_line(document, self.edits))
            self._whole_at = self._size
        else:
            self._write(line)
        self._misses_edits = False
        if self._size - self._whole_at > MAX_JOURNAL_EDITS_BYTES:
            self._begin_anew(document)

    def write_whole(self, document: Document) -> None:
        """Write the project as it is. Raises: OSError, ProjectError, as ``append`` does."""
        self._write(whole_line(document, self.edits))
        self._whole_at = self._size

    def descriptor(self) -> int:
        """Another descriptor of the file, to be synced and closed by whoever asks."""
        return os.dup(self._descriptor)

    def close(self) -> None:
        """Leave the journal as it is, for the next start."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def remove(self) -> None:
        """The project is saved, or given up: nothing is to be recovered."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _begin_anew(self, document: Document) -> None:
        """Put in the place of all edits what they have come to."""
        draft = self.path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        fresh = JournalFile(draft, self._beginning, self.edits)
        try:
            fresh.write_whole(document)
            os.fsync(fresh._descriptor)
            fresh.close()
            self.close()
            os.replace(draft, self.path)
        finally:
            fresh.remove()
            if self._descriptor < 0:
                self._descriptor = os.open(self.path, _FLAGS)
        self._size = self._whole_at = os.fstat(self._descriptor).st_size

    def _write(self, line: bytes) -> None:
        """Write a line whole or not at all."""
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            os.ftruncate(self._descriptor, self._size)
            raise
        self._size += len(line)


def _line_of(edit: Edit) -> bytes | None:
    try:
        return edit_line(edit)
    except (TypeError, ValueError):
        return None
