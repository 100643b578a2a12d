"""What a crash left behind: journals that no living process writes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from glob import escape
from pathlib import Path

from app.safety.journals import SUFFIX
from graph.claim import Claim
from graph.document import Document
from graph.errors import JournalError, LoomError
from graph.journal import Replayed, replay
from graph.project_file import dumps, load_project


@dataclass
class Crashed:
    """A journal with changes that are in no file; while its claim is held nobody else offers it.

    ``replayed`` is None where the journal cannot be read, and ``reason`` says why.
    """

    path: Path
    claim: Claim
    changed: datetime
    replayed: Replayed | None = None
    reason: str = ""

    @property
    def file(self) -> Path | None:
        """The project's file, which may be gone."""
        beginning = self.replayed.beginning if self.replayed is not None else None
        return Path(beginning.path) if beginning is not None and beginning.path else None

    @property
    def title(self) -> str:
        if self.replayed is None:
            return self.path.name
        return self.file.name if self.file is not None else self.replayed.document.name

    @cached_property
    def saved(self) -> Document | None:
        """What was saved of it when this was asked first: in its file, or as it was opened.

        None if it cannot be read.
        """
        if self.replayed is None:
            return None
        if self.file is None:
            return self.replayed.before
        try:
            return load_project(self.file)
        except LoomError:
            return None

    def discard(self) -> None:
        """Remove the journal for good."""
        self.path.unlink(missing_ok=True)
        self.claim.release()


def find_crashed(folder: Path) -> list[Crashed]:
    """Journals whose process has ended without saving or closing, newest first.

    Those that cannot be read come last; those from which nothing would come back are cleared away.
    """
    found = [crashed for path in folder.glob(f"*{SUFFIX}") for crashed in _look_at(path)]
    return sorted(found, key=lambda one: (one.replayed is not None, one.changed), reverse=True)


def _look_at(path: Path) -> Iterator[Crashed]:
    claim = Claim(path.with_suffix(".lock"))
    with contextlib.suppress(OSError):
        if not claim.take():
            return
        path.with_suffix(".draft").unlink(missing_ok=True)
        crashed = Crashed(path, claim, datetime.fromtimestamp(path.stat().st_mtime))
        try:
            crashed.replayed = replay(path)
        except JournalError as error:
            crashed.reason = error.advice
        if crashed.file is not None:
            _clear_drafts(crashed.file)
        if _is_void(crashed):
            crashed.discard()
        else:
            yield crashed
        return
    claim.release()  # a folder that may not be written, a file that has just gone


def _is_void(crashed: Crashed) -> bool:
    """Whether a kill came before the first edit, or right after saving."""
    if crashed.replayed is None:
        return b"\n" not in crashed.path.read_bytes()
    saved, document = crashed.saved, crashed.replayed.document
    return crashed.replayed.is_whole and saved is not None and dumps(saved) == dumps(document)


def _clear_drafts(file: Path) -> None:
    """A kill while the file was being written has left the old one, and a draft beside it.

    Nothing but a draft of ours is removed, whatever a journal says its file is called.
    """
    if file.suffix in (".yaml", ".yml"):
        for draft in file.parent.glob(f".{escape(file.name[:100])}.????????.tmp"):
            draft.unlink(missing_ok=True)
