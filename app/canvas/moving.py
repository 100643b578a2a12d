"""Moving nodes by dragging: into a wire, with Alt off their wires, or just elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt

from app.canvas.drag_sketch import MANY, DragSketch
from app.canvas.figure import GRID
from app.canvas.gesture import Gesture
from app.canvas.ghost_wire import GhostWire
from app.canvas.guides import Guides
from app.canvas.held_points import HeldPoints
from app.canvas.loose_end import LooseEnd
from app.canvas.moved_notes import moved_notes, notes_along, with_notes
from app.canvas.rejoining import boundary, heal_edits, main_ends
from app.canvas.scene import CanvasScene
from app.canvas.shifting import insert_through, move_edit, room_between
from app.translating import later
from app.undo import NUDGE
from graph.document import Edge, Position
from graph.edits import Batch, Connect, Edit
from graph.moving_edits import Routes

#: How near the middle of a card comes to a wire before it is put into it.
_REACH = 16.0

#: Held down, neither the grid nor guides draw what is dragged to them.
_FREELY = Qt.KeyboardModifier.ControlModifier


class Moving(Gesture):
    """Drags nodes in steps of the grid and to guides, or freely with Ctrl. ``grabbed`` lands there.

    A node that no wire meets is put into the wire that it is dropped on. Alt takes nodes off their
    wires, and joins what they stood between.
    """

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self,
        scene: CanvasScene,
        names: Iterable[str],
        grabbed: str,
        at: QPointF,
        *,
        alone_on_click: bool = False,
    ) -> None:
        scene.settling.finish_now()
        self._scene, self._grabbed, self._start = scene, grabbed, at
        self._alone_on_click = alone_on_click
        self._from = {name: scene.nodes[name].pos() for name in names}
        self._points = HeldPoints(scene, scene.selected_points, self._from)
        self._notes = notes_along(scene, self._from)
        self._guides: Guides | None = None
        self._hidden: list[Edge] = []
        self._joining: list[GhostWire] = []
        self._sketch = DragSketch(scene, self._from) if len(self._from) > MANY else None
        for name in self._from if self._sketch is None else ():
            scene.nodes[name].setZValue(10)

    def snap(self, within: float) -> None:
        """Come to stand in line with cards around that are so near (scene units)."""
        if self._sketch is None:
            self._guides = Guides(self._scene, self._from.keys(), within)

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        offset = self._offset(at, modifiers)
        if self._guides is not None:
            self._guides.show(None if modifiers & _FREELY else offset)
        if self._sketch is not None:
            self._sketch.show_at(offset)
        else:
            self._scene.place(
                {n: place + offset for n, place in self._from.items() if n in self._scene.nodes},
                settled=False,
            )
        self._points.shift(offset)
        for note in moved_notes(self._scene, self._notes, offset):
            self._scene.notes[note.name].show_note(note)
        self._hide(self._wires_off(modifiers))
        into = self._wire_into(modifiers)
        self._scene.mark(() if into is None else (into,))

    def release(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Edit | None:
        offset = self._offset(at, modifiers)
        present = self._present
        self.move(at, modifiers)
        off, into = self._wires_off(modifiers), self._wire_into(modifiers)
        self.cancel()
        if offset.isNull() or not present:
            return None
        places = {n: (self._from[n] + offset).toTuple() for n in present}
        edit = self._edit(places, into, self._points.routes(offset), is_off=bool(off))
        return with_notes(self._scene, edit, self._notes, offset)

    def _edit(
        self, places: dict[str, Position], into: Edge | None, routes: Routes, *, is_off: bool
    ) -> Edit:
        """The move with what becomes of wires, as one edit."""
        scene, edits, label = self._scene, list[Edit](), later("Move")
        if is_off:
            edits += heal_edits(scene.document, scene.scope, places.keys())
            label = later("Take {layers} off", layers=", ".join(list(places)[:3]))
        ends = main_ends(scene.document, scene.scope, self._grabbed) if into is not None else None
        if into is not None and ends is not None:
            edits += insert_through(scene, into, self._grabbed, *ends)
            item = scene.nodes[self._grabbed]
            box = item.box.translated(QPointF(*places[self._grabbed]) - item.pos())
            shift, room = room_between(scene, box, into, places.keys())
            x, y = places[self._grabbed]
            places = {**room, self._grabbed: (x + shift.x(), y + shift.y())}
            label = later("Insert {layer}", layer=self._grabbed)
        if not edits:
            return move_edit(scene, places, routes=routes)
        # Wires that the other edits take away have no way any more.
        return Batch((*edits, move_edit(scene, places)), label)

    def click(self) -> Edit | None:
        """A click on one of several selected nodes selects it alone."""
        self.cancel()
        if self._alone_on_click:
            self._scene.select([self._grabbed])
        return None

    def cancel(self) -> None:
        if self._guides is not None:
            self._guides.let_go()
        self._hide([])
        self._scene.mark(())
        if self._sketch is not None:
            self._sketch.let_go()
        else:
            for name in self._from.keys() & self._scene.nodes.keys():
                self._scene.nodes[name].setZValue(0)
            self._scene.restore_places(self._from.keys())
        self._points.let_go()
        self._scene.show_notes()

    def _wires_off(self, modifiers: Qt.KeyboardModifier) -> list[Edge]:
        """The wires that go when the nodes are let go now."""
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            return []
        return boundary(self._scene.document, self._scene.scope, self._present)

    @property
    def _present(self) -> list[str]:
        """The nodes that are still there: an undo may have come between."""
        return [name for name in self._from if name in self._scene.nodes]

    def _wire_into(self, modifiers: Qt.KeyboardModifier) -> Edge | None:
        """The wire that the node is put into when it is let go now."""
        scene, name = self._scene, self._grabbed
        if len(self._from) != 1 or name not in scene.nodes or name not in scene.graph:
            return None
        own = scene.items_of.wires_of(name)
        if own.difference(self._hidden) or main_ends(scene.document, scene.scope, name) is None:
            return None
        wire = scene.wire_at(scene.nodes[name].box.center(), _REACH, but=own)
        return wire.edge if wire is not None else None

    def _hide(self, edges: list[Edge]) -> None:
        """Draw these wires no longer, and those hidden before again; in their stead what joins."""
        if edges == self._hidden:
            return
        for edge in {*edges, *self._hidden} & self._scene.wires.keys():
            self._scene.wires[edge].hidden_end = edge in edges
            self._scene.wires[edge].update()
        self._hidden = edges
        for ghost in self._joining:
            ghost.hide()
        scene = self._scene
        healed = heal_edits(scene.document, scene.scope, self._present) if edges else []
        self._joining = [_ghost(scene, e.edge) for e in healed if isinstance(e, Connect)]

    def _offset(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> QPointF:
        offset = at - self._start
        if modifiers & _FREELY:
            return offset
        goal = self._from[self._grabbed] + offset
        snapped = QPointF(round(goal.x() / GRID) * GRID, round(goal.y() / GRID) * GRID)
        # Less than half a step is no move at all, also for nodes that stand off the grid.
        if abs(offset.x()) < GRID / 2 and abs(offset.y()) < GRID / 2:
            return QPointF()
        steps = snapped - self._from[self._grabbed]
        x, y = self._guides.find(offset) if self._guides is not None else (None, None)
        return QPointF(steps.x() if x is None else x, steps.y() if y is None else y)


def _ghost(scene: CanvasScene, edge: Edge) -> GhostWire:
    """A wire that would be there."""
    ghost = GhostWire()
    if edge.source in scene.nodes and edge.target in scene.nodes:
        end = scene.nodes[edge.target].port_place(edge.target_port, is_output=False)
        ghost.show(scene, LooseEnd(edge.source, edge.source_port, is_output=True), end)
    return ghost


def nudge_edit(scene: CanvasScene, x: float, y: float) -> Edit | None:
    """Move the selection by a step."""
    names = [name for name in scene.selected if name in scene.nodes]
    routes = HeldPoints(scene, scene.selected_points, names).routes(QPointF(x, y))
    notes = notes_along(scene, names)
    if not names and not routes:
        return with_notes(scene, None, notes, QPointF(x, y))
    scene.settling.finish_now()
    before = {name: scene.position(name) for name in names}
    places = {n: (px + x, py + y) for n, (px, py) in before.items()}
    return with_notes(scene, move_edit(scene, places, NUDGE, routes), notes, QPointF(x, y))
