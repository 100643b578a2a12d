"""Which gesture a press of the left button begins."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from app.canvas.gesture import Gesture
from app.canvas.held_points import Point, point_at
from app.canvas.moving import Moving
from app.canvas.node_item import NodeItem
from app.canvas.note_gestures import press_note
from app.canvas.rerouting import AddingPoint, Rerouting
from app.canvas.scene import CanvasScene
from app.canvas.selecting import KEEP, Selecting
from app.canvas.wire_item import WireItem
from app.canvas.wire_rules import taken_by
from app.canvas.wiring import Wiring
from graph.edits import Edit
from graph.framing import members
from graph.recoloring import collapse_edit, fold_edit

#: In pixels of the screen: how near to a wire counts as on it, and to its end as its end.
_ON_WIRE, _ON_END, _ON_POINT = 6.0, 32.0, 8.0


def press(scene: CanvasScene, at: QPointF, modifiers: Qt.KeyboardModifier, pixel: float) -> Gesture:
    """Select what is under ``at``; returns what dragging on does. ``pixel`` is the screen's."""
    for item in reversed(scene.nodes_near(at, 14.0)):
        found = item.port_at(at)
        if found is not None:
            mark, is_output = found
            return _wire_from(scene, item, mark.name, is_output=is_output)
    item = scene.node_at(at)
    if item is not None:
        return _press_node(scene, item, at, modifiers)
    point = point_at(scene, at, _ON_POINT * pixel)
    if point is not None:
        return _press_point(scene, point, at, modifiers)
    wire = scene.wire_at(at, _ON_WIRE * pixel)
    if wire is not None:
        return _press_wire(scene, wire, at, modifiers, pixel)
    note = scene.note_at(at)
    if note is not None:
        return press_note(scene, note, at, adds=bool(modifiers & KEEP))
    frame = scene.frame_at(at)
    held = members(scene.graph, frame.name) if frame is not None else []
    if frame is None or not held:
        return Selecting(scene, at, modifiers)
    is_folding = frame.chevron.contains(at)
    scene.select([*(scene.selected if modifiers & KEEP else ()), *held])
    if not modifiers & KEEP:
        scene.choose_frame(frame.name)
    moving = Folding if is_folding else Moving
    return moving(scene, scene.selected, held[0], at)


def _wire_from(scene: CanvasScene, item: NodeItem, port: str, *, is_output: bool) -> Wiring:
    """An output begins a wire; so does a free input, backwards; a taken one lets its wire go."""
    taken = None if is_output else taken_by(scene.graph, item.name, port)
    if taken is not None:
        return Wiring(scene, taken.source, taken.source_port, from_output=True, moved=taken)
    return Wiring(scene, item.name, port, from_output=is_output)


def _press_node(
    scene: CanvasScene, item: NodeItem, at: QPointF, modifiers: Qt.KeyboardModifier
) -> Gesture:
    name = item.name
    if modifiers & KEEP:
        others = [other for other in scene.selected if other != name]
        scene.select(others if name in scene.selected else [*others, name], scene.selected_wires)
    elif name not in scene.selected:
        scene.select([name])
    moving = scene.selected if name in scene.selected else [name]
    if item.is_on_chevron(at) and not modifiers & KEEP:
        return Collapsing(scene, moving, name, at)
    return Moving(scene, moving, name, at, alone_on_click=not modifiers & KEEP)


class Collapsing(Moving):
    """A click on the chevron of a card; dragging on moves it as anywhere else."""

    def click(self) -> Edit | None:
        self.cancel()
        return collapse_edit(self._scene.document, self._scene.scope, [self._grabbed])


class Folding(Moving):
    """A click on the chevron of a frame shows it as one card, or opens it."""

    def click(self) -> Edit | None:
        self.cancel()
        return fold_edit(self._scene.document, self._scene.scope, self._scene.selected_frame)


def _press_point(
    scene: CanvasScene, point: Point, at: QPointF, modifiers: Qt.KeyboardModifier
) -> Gesture:
    """Select a point of a wire; dragging moves all that is selected."""
    if modifiers & KEEP:
        points = dict(scene.selected_points)
        if points.pop(point, point) is point:
            points[point] = None
        scene.select(scene.selected, scene.selected_wires, points)
    elif point not in scene.selected_points:
        scene.select([], points=[point])
    edge, index = point
    return Rerouting(scene, scene.selected_points, scene.wires[edge].points[index], at)


def _press_wire(
    scene: CanvasScene, wire: WireItem, at: QPointF, modifiers: Qt.KeyboardModifier, pixel: float
) -> Gesture:
    """Select a wire; dragging near one of its ends takes that end away. Alt adds a point."""
    edge = wire.edge
    if modifiers & Qt.KeyboardModifier.AltModifier:
        return AddingPoint(scene, wire, at)
    if modifiers & KEEP:
        scene.select(scene.selected, {**scene.selected_wires, edge: None})
    else:
        scene.select([], [edge])
    if (wire.end - at).manhattanLength() <= _ON_END * pixel:
        return Wiring(scene, edge.source, edge.source_port, from_output=True, moved=edge)
    if (wire.start - at).manhattanLength() <= _ON_END * pixel:
        return Wiring(scene, edge.target, edge.target_port, from_output=False, moved=edge)
    return Gesture()
