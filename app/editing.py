"""What the Edit menu does: clipboard, duplicate, rename, and adding layers by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF

from app import clipboard
from app.adding import Wanted, add_after
from app.canvas.deleting import delete_edit
from app.canvas.loose_end import LooseEnd
from app.canvas_pane import CanvasPane
from app.fragments import Fragment, copy_fragment, read_fragment
from app.framing_apart import framed
from app.free_place import centre_beside, shift_to
from app.open_project import OpenProject
from app.pasting import Manner, paste, wires_to
from app.presets import Preset
from app.translating import later, tr
from graph.document import Document, Edge, Position
from graph.edits import RenameNode
from graph.errors import EditError, ProjectError
from graph.framing import common_group, unframe_edit
from graph.names import fresh_name
from graph.phrases import joined, sentence
from graph.uses import why_recursive

_PLAIN = Manner()


@dataclass(frozen=True)
class _Copied:
    """What was copied last: its text, where it was, and the places among the other nodes."""

    text: str
    document: Document
    scope: str
    orders: Mapping[str, float]
    unplaced: Mapping[str, Position]
    routes: Mapping[Edge, tuple[Position, ...]]


class Editing(QObject):
    """Turns menu commands on the selection into edits of the open project."""

    def __init__(self, project: OpenProject, pane: CanvasPane, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._pane = project, pane
        self._copied: _Copied | None = None

    def undo(self) -> None:
        self._step(self._project.stack.undo)

    def redo(self) -> None:
        self._step(self._project.stack.redo)

    def _step(self, go: Callable[[], object]) -> None:
        """Undo or redo; what comes back by it is selected, as it was when it went."""
        scene = self._pane.scene
        before = set(scene.nodes)
        go()
        if came := [name for name in scene.nodes if name not in before]:
            scene.select(came)

    def cut(self) -> None:
        if self.copy() and (edit := delete_edit(self._pane.scene, cuts=True)) is not None:
            self._project.push(edit)

    def copy(self) -> bool:
        """Put the selection on the clipboard; whether there was any."""
        copied = self._copy()
        if copied is not None:
            self._copied = copied
            clipboard.put(copied.text)
        return copied is not None

    def paste(self) -> None:
        """Add what is on the clipboard where the pointer is, or in the middle."""
        self._paste(clipboard.take(), self._pane.view.aim)

    def paste_wired(self) -> None:
        """Add it where it was, wired to what it was wired to."""
        self._paste(clipboard.take(), None, Manner(wired=True, label=later("Paste and wire")))

    def paste_at(self, text: str, at: QPointF, label: str = later("Paste")) -> None:
        """Add the fragment that a text says around a point of the scene."""
        self._paste(text, at, Manner(label=label))

    def put_preset(self, preset: Preset, at: QPointF, end: LooseEnd | None) -> None:
        """Add a preset around a point, or with ``end`` wired to that and beside the point."""
        fragment = preset.fragment
        if end is not None and end.node in fragment.part.graph:
            # By the names at its ends a wire is known to lead out.
            fresh = fresh_name(end.node, {*fragment.part.graph.names, end.node})
            fragment.part.apply(RenameNode(end.node, fresh))
        wires = wires_to(fragment.part, end)
        if end is not None and wires:
            at = centre_beside(fragment.part, at, to_right=end.is_output)
        label = later("Add {name}", name=preset.name)
        manner = Manner(wired=bool(wires), label=label)
        self._put(replace(fragment, wires=wires), at, manner)

    def duplicate(self) -> None:
        copied = self._copy()
        if copied is not None:
            self._paste(copied.text, None, Manner(ours=True, label=later("Duplicate")))

    def delete(self) -> None:
        self._pane.view.delete_selection()

    def select_all(self) -> None:
        self._pane.view.select(self._project.document.scope(self._pane.scope).names)
        self._pane.scene.select_notes(self._pane.scene.notes)

    def frame(self) -> None:
        """Put the selection into a frame of its own."""
        names = self._pane.selection
        if names:
            self._project.push(framed(self._pane.scene, names))

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
        middle = self._pane.view.middle
        words = why_recursive(self._project.document, self._pane.scope, type_)
        if words:
            self._project.refused.emit(tr(sentence(words)))
            return
        if self._project.push(add_after(self._pane.scene, Wanted(type_), selected, middle)):
            added = [name for name in self._pane.scene.nodes if name not in before]
            if added:
                self._pane.reveal(added[0], self._pane.scope)

    def _copy(self) -> _Copied | None:
        """The selection as text, which is known again when it comes back."""
        document, pane = self._project.document, self._pane
        names, notes = pane.selection, list(pane.scene.selected_notes)
        if not (names or notes):
            return None
        places = pane.scene.unplaced_positions()
        text = copy_fragment(document, pane.scope, names, places=places, notes=notes)
        graph = document.scope(pane.scope)
        orders = {name: graph.order(name) for name in names}
        edges = dict.fromkeys(edge for name in names for edge in graph.edges_of(name))
        routes = {edge: graph.route(edge) for edge in edges}
        return _Copied(text, document, pane.scope, orders, places, routes)

    def _paste(self, text: str, centre: QPointF | None, manner: Manner = _PLAIN) -> None:
        document, scope = self._project.document, self._pane.scope
        copied = self._copied
        if copied is not None and copied.text == text and copied.document is document:
            manner = replace(manner, ours=True)
            if manner.wired and copied.scope == scope:
                manner = replace(
                    manner,
                    orders=copied.orders,
                    unplaced=copied.unplaced,
                    routes=copied.routes,
                )
        try:
            fragment = read_fragment(text)
        except ProjectError as error:
            self._project.refused.emit(_why_not(error))
            return
        self._put(fragment, centre, manner)

    def _put(self, fragment: Fragment, centre: QPointF | None, manner: Manner) -> None:
        document, scope = self._project.document, self._pane.scope
        try:
            shift = shift_to(self._pane.scene, fragment.part, centre)
            made = paste(document, scope, fragment, replace(manner, shift=shift))
        except EditError as error:
            self._project.refused.emit(tr(sentence(str(error))))
            return
        before = set(self._pane.scene.notes)
        if self._project.push(made.edit):
            self._pane.view.select(made.names)
            self._pane.scene.select_notes(set(self._pane.scene.notes) - before)
            self._pane.view.bring_selection_into_sight()
            if made.unwired:
                self._project.refused.emit(
                    tr("Not wired: {words}").format(words=joined(" ", map(tr, made.unwired)))
                )


def _why_not(error: ProjectError) -> str:
    """Why a text cannot be pasted, with the line, or else what can be."""
    words = joined("; ", filter(None, (error.message, error.advice)))
    if error.line:
        return tr("Not pasted: line {line} of the text: {words}.").format(
            line=error.line, words=words
        )
    return tr(
        "Not pasted: {words}. What can be pasted are copied layers, and the text of a project."
    ).format(words=words)
