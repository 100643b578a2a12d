"""A journal for every project with unsaved changes, from which it comes back after a crash."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from uuid import uuid4

from app.open_project import OpenProject
from app.safety.places import safety_folder
from app.safety.syncing import Syncing
from app.translating import tr
from graph.claim import Claim
from graph.document import Document
from graph.errors import LoomError
from graph.journal import Beginning, plain_line
from graph.journal_file import JournalFile

SUFFIX = ".journal"

Tell = Callable[[str], object]


@dataclass
class _Kept:
    """The document is held too, so that its identity is nobody else's meanwhile."""

    document: Document
    journal: JournalFile
    claim: Claim


class Journals:
    """Writes down every edit of the projects that it follows, whichever is in front.

    A project that is saved, undone to what was saved, or closed needs no journal any more. There
    is one object of these for all windows, between which documents move.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.syncing = Syncing()
        self._kept: dict[int, _Kept] = {}
        self._line: bytes | None = None
        self._fails = False

    def follow(self, project: OpenProject, tell: Tell) -> None:
        """Keep journals of what ``project`` edits; ``tell`` hears when that is not possible."""
        project.editing.connect(lambda _, plain: self._begin(project, plain))
        project.edited.connect(lambda _: self._write(project.document, tell))
        project.stack.clean_changed.connect(lambda: self._settle(project))
        project.closed.connect(lambda opened: self.drop(opened.document))

    def drop(self, document: Document) -> None:
        """Nothing of this document is to be recovered."""
        kept = self._kept.pop(id(document), None)
        if kept is not None:
            _end(kept)

    def adopt(self, document: Document, beginning: Beginning, edits: int, tell: Tell) -> None:
        """Go on with a document to which ``edits`` have led already, a recovered one say."""
        kept = self._keep(document, beginning, edits)
        self._try(lambda: _write_whole(kept), kept, tell)

    def leave_file(self, document: Document, folder: Path | None, tell: Tell) -> None:
        """It goes on as a copy that has no file yet, and comes back as one."""
        old = self._kept.pop(id(document), None)
        if old is not None:
            beginning = replace(old.journal.beginning, path="", folder=str(folder or ""))
            self.adopt(document, beginning, old.journal.edits, tell)
            _end(old)

    def path_of(self, document: Document) -> Path | None:
        """Where the journal of a document is, if it has one."""
        kept = self._kept.get(id(document))
        return kept.journal.path if kept is not None else None

    def _begin(self, project: OpenProject, plain: object) -> None:
        """An edit, here as plain values, is about to be applied."""
        document = project.document
        self._line = plain_line(plain)
        if id(document) not in self._kept:
            try:
                beginning = Beginning.of(document, project.path, project.folder)
            except LoomError:
                return  # what no file can hold no journal can
            self._keep(document, beginning)

    def _keep(self, document: Document, beginning: Beginning, edits: int = 0) -> _Kept:
        path = self.folder / f"{uuid4().hex}{SUFFIX}"
        journal = JournalFile(path, beginning, edits)
        kept = _Kept(document, journal, Claim(path.with_suffix(".lock")))
        self._kept[id(document)] = kept
        return kept

    def _write(self, document: Document, tell: Tell) -> None:
        kept = self._kept.get(id(document))
        if kept is not None:
            self._try(lambda: _append(kept, self._line), kept, tell)

    def _try(self, write: Callable[[], object], kept: _Kept, tell: Tell) -> None:
        is_new = not kept.claim.is_held
        try:
            write()
            self.syncing.want(kept.journal)
        except (OSError, LoomError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            if not self._fails:
                words = tr("Your changes are not kept in case of a crash ({reason}): save soon.")
                tell(words.format(reason=reason.lower()))
            self._fails = True
            return
        self._fails = False
        if is_new:
            self.syncing.want_folder(self.folder)

    def _settle(self, project: OpenProject) -> None:
        if not project.is_modified:
            self.drop(project.document)


def _append(kept: _Kept, line: bytes | None) -> None:
    try:
        kept.claim.take()
    except OSError:
        kept.journal.miss()
        raise
    kept.journal.append(line, kept.document)


def _write_whole(kept: _Kept) -> None:
    kept.claim.take()
    kept.journal.write_whole(kept.document)


def _end(kept: _Kept) -> None:
    with contextlib.suppress(OSError):  # what stays is offered at the next start
        kept.journal.remove()
    kept.claim.release()


@cache
def journals() -> Journals:
    """Those of this process."""
    return Journals(safety_folder("journals"))
