"""Commands on how things look: their colour, whether they are collapsed, frames that are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPointF

from app.canvas_pane import CanvasPane
from app.framing_apart import framed
from app.free_place import shift_to
from app.open_project import OpenProject
from app.translating import later
from graph.document import Document
from graph.edits import SetNotes
from graph.looks import COLORS
from graph.names import make_identifier
from graph.parts import PLAIN, Note
from graph.recoloring import collapse_edit, color_edit, fold_edit


class LookCommands(QObject):
    """Turns them into edits of the open project."""

    def __init__(self, project: OpenProject, pane: CanvasPane, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._pane = project, pane

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {
            "collapse": self.collapse,
            "plain_frame": self.frame,
            "add_note": self.note,
            "color_none": partial(self.color, ""),
            **{f"color_{color}": partial(self.color, color) for color in COLORS},
        }

    def needed(self) -> dict[str, int]:
        """How many nodes must be selected for each."""
        return dict.fromkeys(("collapse", "plain_frame"), 1)

    def color(self, color: str) -> None:
        """Give all that is selected a colour; a frame, where its title was clicked."""
        scene = self._pane.scene
        frame = scene.selected_frame
        names, frames = ([], [frame]) if frame else (list(scene.selected), [])
        notes = list(scene.selected_notes)
        if names or frames or notes:
            self._project.push(color_edit(scene.document, scene.scope, names, frames, notes, color))

    def collapse(self) -> None:
        """Show the titles alone of what is selected, or all again where all are collapsed.

        A frame whose title was clicked becomes one card.
        """
        scene = self._pane.scene
        if scene.selected_frame:
            edit = fold_edit(scene.document, scene.scope, scene.selected_frame)
            if edit is not None:
                self._project.push(edit)
        elif scene.selected:
            names = list(scene.selected)
            self._project.push(collapse_edit(scene.document, scene.scope, names))

    def note(self) -> None:
        """Lay an empty note where the pointer is, or below what stands there, and write in it."""
        view, scene = self._pane.view, self._pane.scene
        note = Note(make_identifier("note", scene.graph.notes))
        name, (width, height) = note.name, note.size
        alone = Document()
        alone.graph.notes = {name: note}
        corner = shift_to(scene, alone, view.aim + QPointF(width, height) / 2)
        notes = (*scene.graph.notes.values(), replace(note, at=corner))
        if self._project.push(SetNotes(notes, scene.scope, later("Add note"))):
            scene.select([])
            scene.select_notes([name])
            view.bring_into_sight(scene.notes[name].box)
            view.note_editor.open(name)

    def frame(self) -> None:
        """Put the selection into a frame that is nothing in code."""
        scene, names = self._pane.scene, self._pane.selection
        if names:
            self._project.push(framed(scene, names, PLAIN))
