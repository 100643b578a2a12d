"""Notes that keep to the card that they stand near when cards are laid out anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from app.canvas.figure import GRID
from app.canvas.note_item import NoteItem
from app.canvas.scene import CanvasScene
from app.translating import later
from graph.document import Position
from graph.edits import Batch, Edit, SetNotes

#: So near to a card a note is about it, and room is kept for both (scene units).
_NEAR = 96.0


class KeptNotes:
    """Finds out what each note stands near before anything moves.

    ``boxes`` are those near a card, by its node, from where that stands.
    """

    def __init__(self, scene: CanvasScene, names: Collection[str]) -> None:
        self._scene = scene
        self._beside: dict[str, str] = {}  # note -> node
        self.boxes: dict[str, QRectF] = {}
        moving = set(names)
        for note in scene.notes.values():
            name = self._nearest(note)
            if name not in moving:
                continue
            self._beside[note.name] = name
            item = scene.nodes[name]
            if _gap(item.box, note.box) <= _NEAR:
                box = note.box.translated(-item.pos())
                self.boxes[name] = self.boxes.get(name, QRectF()).united(box)

    def with_moved(self, edit: Edit, places: Mapping[str, Position]) -> Edit:
        """A move of nodes, and with it that of the notes beside them, as one edit."""
        scene, notes = self._scene, self._scene.graph.notes
        cards = [
            scene.nodes[name].box.translated(QPointF(*place) - scene.nodes[name].pos())
            for name, place in places.items()
        ]
        moved = dict(notes)
        for note, name in self._beside.items():
            step = QPointF(*places[name]) - scene.nodes[name].pos()
            box = scene.notes[note].box.translated(step)
            if name not in self.boxes:
                box = _free(box, cards)
            shift = box.topLeft() - scene.notes[note].box.topLeft()
            x, y = notes[note].at
            moved[note] = replace(notes[note], at=(x + shift.x(), y + shift.y()))
        if moved == notes:
            return edit
        also = SetNotes(tuple(moved.values()), scene.scope, later("Move note"))
        return Batch((edit, also), edit.label)

    def _nearest(self, note: NoteItem) -> str:
        scene, reach = self._scene, QRectF(note.box).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
        near = scene.boxes.names(reach) or list(scene.nodes)
        return min(near, key=lambda name: _gap(scene.nodes[name].box, note.box), default="")


def _gap(a: QRectF, b: QRectF) -> float:
    """How far two boxes are apart, along the axis on which it is more."""
    across = max(a.left() - b.right(), b.left() - a.right(), 0.0)
    down = max(a.top() - b.bottom(), b.top() - a.bottom(), 0.0)
    return float(max(across, down))


def _free(box: QRectF, cards: Collection[QRectF]) -> QRectF:
    """``box``, moved down until it lies on no card."""
    while met := [card.bottom() for card in cards if card.intersects(box)]:
        box = QRectF(box)
        box.moveTop(max(met) + 2 * GRID)
    return box
