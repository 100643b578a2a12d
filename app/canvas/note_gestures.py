"""Moving notes by dragging them, and sizing one by its corner."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt

from app.canvas.figure import GRID
from app.canvas.gesture import Gesture
from app.canvas.note_item import SMALLEST, NoteItem
from app.canvas.scene import CanvasScene
from app.translating import later
from graph.edits import Edit, SetNotes
from graph.parts import Note


def press_note(
    scene: CanvasScene, item: NoteItem, at: QPointF, *, adds: bool
) -> MovingNotes | SizingNote:
    """Select a note; dragging moves all notes that are selected, or sizes this by its corner."""
    if adds or item.name not in scene.selected_notes:
        scene.select_notes([*(scene.selected_notes if adds else ()), item.name])
        if not adds:
            scene.select([])
            scene.select_notes([item.name])
    if item.grip.contains(at):
        return SizingNote(scene, item, at)
    return MovingNotes(scene, at)


class _OfNotes(Gesture):
    """Shows notes otherwise until it ends, and then is one edit."""

    def __init__(self, scene: CanvasScene, at: QPointF) -> None:
        self._scene, self._start = scene, at

    def _changed(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> dict[str, Note]:
        raise NotImplementedError

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        for name, note in self._changed(at, modifiers).items():
            self._scene.notes[name].show_note(note)

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        changed = self._changed(at, modifiers)
        self.cancel()
        before = self._scene.graph.notes
        after = tuple(changed.get(name, note) for name, note in before.items())
        if after == tuple(before.values()):
            return None
        return SetNotes(after, self._scene.scope, self.label)

    label = later("Move note")

    def cancel(self) -> None:
        self._scene.show_notes()

    def _offset(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> QPointF:
        """In steps of the grid, or freely with Ctrl."""
        way = at - self._start
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return way
        return QPointF(round(way.x() / GRID) * GRID, round(way.y() / GRID) * GRID)


class MovingNotes(_OfNotes):
    """Drags the selected notes."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def _changed(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> dict[str, Note]:
        way, notes = self._offset(at, modifiers), self._scene.graph.notes
        chosen = [notes[name] for name in self._scene.selected_notes if name in notes]
        step = way.x(), way.y()
        return {n.name: replace(n, at=(n.at[0] + step[0], n.at[1] + step[1])) for n in chosen}


class SizingNote(_OfNotes):
    """Drags the corner of one note."""

    cursor = Qt.CursorShape.SizeFDiagCursor
    label = later("Resize note")

    def __init__(self, scene: CanvasScene, item: NoteItem, at: QPointF) -> None:
        super().__init__(scene, at)
        self._name, self._size = item.name, (item.box.width(), item.box.height())

    def _changed(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> dict[str, Note]:
        note = self._scene.graph.notes.get(self._name)
        if note is None:
            return {}
        way = self._offset(at, modifiers)
        width = max(self._size[0] + way.x(), SMALLEST[0])
        height = max(self._size[1] + way.y(), SMALLEST[1])
        return {self._name: replace(note, size=(width, height))}
