"""The projects that are open in a window, and the one of them that is in front."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.translating import tr
from app.undo import Past, UndoStack
from graph.collector import collector_at_rest
from graph.document import Change, Document
from graph.edits import Edit, edit_to_plain
from graph.errors import EditError


@dataclass(eq=False)
class Opened:
    """A document, its file, and what was done to it since it was opened."""

    document: Document = field(default_factory=Document)
    path: Path | None = None
    example_folder: Path | None = None
    past: Past = field(default_factory=Past)

    @property
    def title(self) -> str:
        return self.path.name if self.path else self.document.name

    @property
    def folder(self) -> Path | None:
        """Where paths of data start: beside the file, or beside the example it came from."""
        return self.path.parent if self.path else self.example_folder

    @property
    def is_modified(self) -> bool:
        return not self.past.is_clean

    @property
    def is_blank(self) -> bool:
        """Whether nothing would be missed if it were gone."""
        return self.path is None and not self.past.steps and self.document == Document()


class OpenProject(QObject):
    """The one way in which a window changes a document: every edit goes through ``push``.

    Of several open projects one is in front: ``document``, ``path`` and ``stack`` are its own.
    Holds no derived data. ``edited`` carries each edit as it is applied, undo and redo included,
    so that a replica elsewhere stays equal by applying the same ones.
    """

    leaving = Signal()  # another comes to the front
    replaced = Signal()  # another is in front
    closed = Signal(object)  # Opened, which is let go of
    opened_changed = Signal()  # which are open, or in which order
    #: Edit, before it is applied, and the same as plain values: what it adds is worked on then.
    editing = Signal(object, object)
    edited = Signal(object)  # Edit
    changed = Signal(object)  # Change
    refused = Signal(str)
    title_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = UndoStack(self._apply, self)
        self.stack.clean_changed.connect(self.title_changed)
        self.current = Opened()
        self.opened = [self.current]
        self.stack.show_past(self.current.past)
        self._end_observing = self.document.observe(self._tell)

    # the one in front

    @property
    def document(self) -> Document:
        return self.current.document

    @property
    def path(self) -> Path | None:
        return self.current.path

    @property
    def is_modified(self) -> bool:
        return self.current.is_modified

    @property
    def title(self) -> str:
        return self.current.title

    @property
    def folder(self) -> Path | None:
        return self.current.folder

    def saved_as(self, path: Path) -> None:
        self.current.path = path
        self.stack.setClean()

    def leave_file(self) -> None:
        """Go on as a copy that has no file yet."""
        self.current.example_folder, self.current.path = self.folder, None
        self.stack.resetClean()

    def push(self, edit: Edit) -> bool:
        """Apply an edit as one undo step; a refused one changes nothing and says why."""
        try:
            inverse = self._apply(edit)
        except EditError as error:
            self.refused.emit(tr(str(error)))
            return False
        self.stack.push(edit, inverse)
        return True

    # all that are open

    def replace(
        self, document: Document, path: Path | None, example_folder: Path | None = None
    ) -> None:
        """Open a document in the place of the one in front, which is let go of."""
        old, new = self.current, Opened(document, path, example_folder)
        self._bring(new, self.opened.index(old))
        self.closed.emit(old)

    def open(
        self, document: Document, path: Path | None, example_folder: Path | None = None
    ) -> None:
        """Open a document beside the others; one that is blank gives way."""
        if self.current.is_blank:
            self.replace(document, path, example_folder)
        else:
            self.add(Opened(document, path, example_folder))

    def add(self, opened: Opened) -> None:
        """Open what comes from another window, say, with all that was done to it."""
        if self.current.is_blank:
            self._bring(opened, self.opened.index(self.current))
            return
        self.opened.insert(self.opened.index(self.current) + 1, opened)
        self._bring(opened)

    def show(self, opened: Opened) -> None:
        """Bring another one to the front."""
        if opened is not self.current:
            self._bring(opened)

    def move(self, index: int, to: int) -> None:
        """Change the order in which they stand."""
        self.opened.insert(to, self.opened.pop(index))
        self.opened_changed.emit()

    def take(self, opened: Opened) -> None:
        """Let another window have it; the one beside it comes to the front, or a blank one."""
        index = self.opened.index(opened)
        if len(self.opened) == 1:
            self._bring(Opened(), index)
            return
        if opened is self.current:
            beside = self.opened[index + 1 if index + 1 < len(self.opened) else index - 1]
            self._bring(beside)
        self.opened.remove(opened)
        self.opened_changed.emit()

    def close(self, opened: Opened) -> None:
        """Let go of a project, saved or not."""
        self.take(opened)
        self.closed.emit(opened)

    def _bring(self, opened: Opened, at: int | None = None) -> None:
        """Bring a project to the front; in the place of the one that stands ``at``."""
        self.leaving.emit()
        self._end_observing()
        if at is not None:
            self.opened[at] = opened
        self.current = opened
        self._end_observing = opened.document.observe(self._tell)
        self.stack.show_past(opened.past)
        self.opened_changed.emit()
        self.replaced.emit()
        self.title_changed.emit()

    def _apply(self, edit: Edit) -> Edit:
        with collector_at_rest():  # of thousands of nodes it would be a third of the time
            self.editing.emit(edit, edit_to_plain(edit))
            inverse = self.document.apply(edit)
            self.edited.emit(edit)
        return inverse

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
        if "name" in change.parts:
            self.title_changed.emit()
