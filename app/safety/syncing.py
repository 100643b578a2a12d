"""Brings what was written to the disk itself, in a thread, since a busy disk takes seconds."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

from graph.journal_file import JournalFile


class Syncing:
    """Syncs journals as soon as it can; many edits that come meanwhile are one more sync.

    A kill needs none of this: what was written to a file outlives the process. It is for a loss
    of power.
    """

    def __init__(self) -> None:
        self._wanted: SimpleQueue[tuple[JournalFile | None, int]] = SimpleQueue()
        self._waiting: set[JournalFile] = set()
        self._lock = Lock()
        self._thread: Thread | None = None
        #: How often it synced; a test looks.
        self.done = 0

    def want(self, journal: JournalFile) -> None:
        with self._lock:
            if journal in self._waiting:
                return
            self._waiting.add(journal)
        self._add(journal, journal.descriptor())

    def want_folder(self, folder: Path) -> None:
        """So that a new file is found in it again."""
        with contextlib.suppress(OSError):  # Windows opens no folders
            self._add(None, os.open(folder, os.O_RDONLY))

    def _add(self, journal: JournalFile | None, descriptor: int) -> None:
        self._wanted.put((journal, descriptor))
        if self._thread is None:
            self._thread = Thread(target=self._run, name="syncing", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            journal, descriptor = self._wanted.get()
            with self._lock:
                self._waiting.discard(journal)  # type: ignore[arg-type]
            with contextlib.suppress(OSError):  # a disk that fails shows when one saves
                os.fsync(descriptor)
            os.close(descriptor)
            self.done += 1
