"""Notes that go along when what is selected with them is moved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF

from app.canvas.scene import CanvasScene
from app.translating import later
from graph.edits import Batch, Edit, SetNotes
from graph.parts import Note


def moved_notes(scene: CanvasScene, step: QPointF) -> list[Note]:
    """The selected notes as they are after a step."""
    notes = scene.graph.notes
    chosen = [notes[name] for name in scene.selected_notes if name in notes]
    return [replace(n, at=(n.at[0] + step.x(), n.at[1] + step.y())) for n in chosen]


def with_notes(scene: CanvasScene, edit: Edit | None, step: QPointF) -> Edit | None:
    """A move, and that of the selected notes, as one edit."""
    moved = {note.name: note for note in moved_notes(scene, step)}
    if not moved or step.isNull():
        return edit
    notes = tuple(moved.get(name, note) for name, note in scene.graph.notes.items())
    also = SetNotes(notes, scene.scope, later("Move note"))
    return Batch((edit, also), edit.label) if edit is not None else also
