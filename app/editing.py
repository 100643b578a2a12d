"""What the Edit menu does: clipboard, duplicate, rename, and adding layers by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QGuiApplication

from app.adding import Wanted, add_after
from app.canvas_pane import CanvasPane
from app.fragments import copy_fragment, paste_edit
from app.open_project import OpenProject
from graph.document import Document
from graph.errors import EditError
from graph.framing import common_group, frame_edit, unframe_edit
from graph.uses import why_recursive


class Editing(QObject):
    """Turns menu commands on the selection into edits of the open project."""

    def __init__(self, project: OpenProject, pane: CanvasPane, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._pane = project, pane
        self._copied: tuple[str, Document | None] = ("", None)

    def cut(self) -> None:
        if self.copy():
            self.delete()

    def copy(self) -> bool:
        """Put the selection on the clipboard; whether there was any."""
        names = self._pane.selection
        if names:
            text = copy_fragment(self._project.document, self._pane.scope, names)
            self._copied = text, self._project.document
            QGuiApplication.clipboard().setText(text)
        return bool(names)

    def paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        self._paste(text, self._middle, "Paste")

    def duplicate(self) -> None:
        names = self._pane.selection
        if names:
            text = copy_fragment(self._project.document, self._pane.scope, names)
            self._copied = text, self._project.document
            self._paste(text, None, "Duplicate")

    def delete(self) -> None:
        self._pane.view.delete_selection()

    def select_all(self) -> None:
        self._pane.view.select(self._project.document.scope(self._pane.scope).names)

    def frame(self) -> None:
        """Put the selection into a frame of its own."""
        names = self._pane.selection
        if names:
            self._project.push(frame_edit(self._project.document, self._pane.scope, names))

    def unframe(self) -> None:
        """Take away the innermost frame around the selection."""
        document, scope = self._project.document, self._pane.scope
        group = common_group(document.scope(scope), self._pane.selection)
        if group is not None:
            self._project.push(unframe_edit(document, scope, group))

    def add(self, type_: str) -> None:
        """Add a layer beside the selected one, or in the middle."""
        selection = self._pane.selection
        selected = selection[0] if len(selection) == 1 else ""
        before = set(self._pane.scene.nodes)
        middle = QPointF(*self._middle)
        words = why_recursive(self._project.document, self._pane.scope, type_)
        if words:
            self._project.refused.emit(f"{words}.")
            return
        if self._project.push(add_after(self._pane.scene, Wanted(type_), selected, middle)):
            added = [name for name in self._pane.scene.nodes if name not in before]
            if added:
                self._pane.reveal(added[0], self._pane.scope)

    def _paste(self, text: str, centre: tuple[float, float] | None, label: str) -> None:
        document, scope = self._project.document, self._pane.scope
        copied, origin = self._copied
        ours = text == copied and document is origin
        try:
            pasted = paste_edit(document, scope, text, centre, label, ours=ours)
        except EditError as error:
            self._project.refused.emit(f"{error}.")
            return
        if pasted is None:
            self._project.refused.emit("What is on the clipboard is no part of a network.")
        elif self._project.push(pasted[0]):
            self._pane.view.select(pasted[1])

    @property
    def _middle(self) -> tuple[float, float]:
        view = self._pane.view
        at = view.mapToScene(view.viewport().rect().center())
        return at.x(), at.y()
