"""Writing a journal: what was written survives a kill at once, and a loss of power once synced."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from graph.document import Document
from graph.errors import ProjectError
from graph.journal import Beginning, beginning_line, whole_line
from graph.limits import MAX_JOURNAL_EDITS_BYTES

_FLAGS = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)


class JournalFile:
    """Appends edits to a journal, each by one system call.

    A disk that is full costs no edit that was written before, and none after it has room again:
    then the project is written whole. The same goes for an edit that JSON has no words for.
    There is no file before the first edit.
    """

    def __init__(self, path: Path, beginning: Beginning, edits: int = 0) -> None:
        self.path, self.edits = path, edits
        self.beginning = beginning
        self._descriptor = -1
        self._size = self._whole_at = 0
        self._misses_edits = edits > 0

    def append(self, line: bytes | None, document: Document) -> None:
        """Write the line of an edit that ``document`` has just taken; of None the whole of it.

        Raises: OSError, if it cannot be written; ProjectError, if it is such that no file can
            hold it. The journal then is as it was, and the next edit tries again.
        """
        self.edits += 1
        if line is None or self._misses_edits:
            self.write_whole(document)
            return
        self._misses_edits = True
        self._write(line)
        self._misses_edits = False
        if self._size - self._whole_at > MAX_JOURNAL_EDITS_BYTES:
            with contextlib.suppress(OSError, ProjectError):  # the edit itself is written
                self._begin_anew(document)

    def miss(self) -> None:
        """An edit could not be written: the next one writes the project whole."""
        self.edits += 1
        self._misses_edits = True

    def write_whole(self, document: Document) -> None:
        """Write the project as it is. Raises: OSError, ProjectError, as ``append`` does."""
        self._misses_edits = True
        self._write(whole_line(document, self.edits))
        self._whole_at = self._size
        self._misses_edits = False

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
        if self._descriptor < 0 and not self._size:
            return
        self.close()
        self.path.unlink(missing_ok=True)

    def _begin_anew(self, document: Document) -> None:
        """Put in the place of all edits what they have come to."""
        draft = self.path.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        fresh = JournalFile(draft, self.beginning, self.edits)
        self._whole_at = self._size  # where it fails, it is not tried at every edit
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
        """Write a line whole or not at all; before the first one, the beginning."""
        if self._descriptor < 0:
            self._descriptor = os.open(self.path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
        if not self._size:
            self._put(beginning_line(self.beginning))
            self._whole_at = self._size
        self._put(line)

    def _put(self, line: bytes) -> None:
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[os.write(self._descriptor, rest) :]
        except OSError:
            os.ftruncate(self._descriptor, self._size)
            raise
        self._size += len(line)
