"""Notes that go along when nodes are moved: those selected with them, those in a moved frame."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF

from app.canvas.scene import CanvasScene
from app.translating import later
from graph.edits import Batch, Edit, SetNotes
from graph.framing import whole_frames
from graph.parts import Note


def notes_along(scene: CanvasScene, names: Collection[str]) -> list[str]:
    """The selected notes, and those that stand in a frame all of whose nodes are among ``names``.

    To be asked before anything moves: frames follow their nodes.
    """
    whole = [scene.frames[name].box for name in whole_frames(scene.graph, names)]
    return [
        name
        for name, note in scene.notes.items()
        if name in scene.selected_notes or any(box.contains(note.box.center()) for box in whole)
    ]


def moved_notes(scene: CanvasScene, names: Iterable[str], step: QPointF) -> list[Note]:
    """These notes as they are after a step."""
    notes = scene.graph.notes
    chosen = [notes[name] for name in names if name in notes]
    return [replace(n, at=(n.at[0] + step.x(), n.at[1] + step.y())) for n in chosen]


def with_notes(
    scene: CanvasScene, edit: Edit | None, names: Iterable[str], step: QPointF
) -> Edit | None:
    """A move, and that of these notes, as one edit."""
    moved = {note.name: note for note in moved_notes(scene, names, step)}
    if not moved or step.isNull():
        return edit
    notes = tuple(moved.get(name, note) for name, note in scene.graph.notes.items())
    also = SetNotes(notes, scene.scope, later("Move note"))
    return Batch((edit, also), edit.label) if edit is not None else also
