"""The project that is open in the window: its document, its file and its undo stack."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.translating import tr
from app.undo import Past, UndoStack
from graph.document import Change, Document
from graph.edits import Edit
from graph.errors import EditError


class OpenProject(QObject):
    """The one way in which the window changes a document: every edit goes through ``push``.

    Holds the document and no derived data. ``edited`` carries each edit as it is applied, undo and
    redo included, so that a replica elsewhere stays equal by applying the same ones.
    """

    replaced = Signal()
    editing = Signal(object)  # Edit, before it is applied
    edited = Signal(object)  # Edit
    changed = Signal(object)  # Change
    refused = Signal(str)
    title_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = UndoStack(self._apply, self)
        self.stack.clean_changed.connect(self.title_changed)
        self.document = Document()
        self.path: Path | None = None
        self._example_folder: Path | None = None
        self._end_observing = self.document.observe(self._tell)

    @property
    def is_modified(self) -> bool:
        return not self.stack.isClean()

    @property
    def title(self) -> str:
        return self.path.name if self.path else self.document.name

    @property
    def folder(self) -> Path | None:
        """Where paths of data start: beside the file, or beside the example it came from."""
        return self.path.parent if self.path else self._example_folder

    def replace(
        self, document: Document, path: Path | None, example_folder: Path | None = None
    ) -> None:
        """Show another document; what was open is let go."""
        self._end_observing()
        self.stack.show_past(Past())
        self.document, self.path = document, path
        self._example_folder = example_folder
        self._end_observing = document.observe(self._tell)
        self.replaced.emit()
        self.title_changed.emit()

    def saved_as(self, path: Path) -> None:
        self.path = path
        self.stack.setClean()
        self.title_changed.emit()

    def push(self, edit: Edit) -> bool:
        """Apply an edit as one undo step; a refused one changes nothing and says why."""
        try:
            inverse = self._apply(edit)
        except EditError as error:
            self.refused.emit(tr(str(error)))
            return False
        self.stack.push(edit, inverse)
        return True

    def _apply(self, edit: Edit) -> Edit:
        self.editing.emit(edit)
        inverse = self.document.apply(edit)
        self.edited.emit(edit)
        return inverse

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
        if "name" in change.parts:
            self.title_changed.emit()
