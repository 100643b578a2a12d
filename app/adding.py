"""Adding a layer by name: beside what is selected, or at the end of a wire, and wired to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from app.canvas import CanvasScene
from app.canvas.card import main_ports
from app.canvas.dropping import add_edit
from app.canvas.loose_end import LooseEnd
from app.canvas.wire_item import WireItem
from app.canvas.wire_rules import connect_edit
from graph.catalog import ports
from graph.document import Edge, Value
from graph.edits import AddNode, Batch, Connect, Edit

#: Room between the selected layer and the new one, enough for the shape on the wire.
GAP = 136.0

#: Half of what a card is usually wide, and tall.
_HALF, _LOW = 84, 24

#: From a card down to the middle of the next.
GAP_BELOW = 100.0


@dataclass(frozen=True)
class Wanted:
    """A layer to add: its type, and the arguments that were said."""

    type: str
    arguments: Mapping[str, Value] = field(default_factory=dict)

    def edit(self, scene: CanvasScene, at: QPointF, wire: WireItem | None = None) -> Edit:
        return add_edit(scene, self.type, at, wire, self.arguments)


def add_after(scene: CanvasScene, wanted: Wanted, selected: str, middle: QPointF) -> Edit:
    """Add a layer after ``selected``, or with "" where ``middle`` is.

    Where exactly one wire leaves the selected layer, the new one is inserted into it.
    """
    source = scene.nodes.get(selected)
    into, out = main_ports(scene.document, wanted.type)
    if source is None or not into:
        return wanted.edit(scene, _free(scene, middle))
    box, down = source.box, scene.items_of.ground.leads_down
    at = QPointF(box.right() + GAP + _HALF, scene.position(selected)[1])
    if down:
        at = QPointF(box.center().x(), box.bottom() + GAP_BELOW)
    leaving = scene.graph.out_edges(selected)
    if len(leaving) == 1 and out:
        target = scene.nodes[leaving[0].target].box
        if down:
            at.setY(min(at.y(), max(box.bottom() + 56, (box.bottom() + target.top()) / 2)))
        else:
            at.setX(min(at.x(), max(box.right() + 100, (box.right() + target.left()) / 2)))
        return wanted.edit(scene, at, scene.wires.get(leaving[0]))
    return _wired(scene, wanted.edit(scene, _free(scene, at)), [selected])


def add_into(scene: CanvasScene, wanted: Wanted, sources: Sequence[str]) -> Edit:
    """Add a layer beyond ``sources`` and lead each of them to an input of its own."""
    boxes = [scene.nodes[name].box for name in sources if name in scene.nodes]
    right = max(box.right() for box in boxes)
    y = sum(box.center().y() for box in boxes) / len(boxes)
    at = QPointF(right + GAP + _HALF, y)
    if scene.items_of.ground.leads_down:
        middle = sum(box.center().x() for box in boxes) / len(boxes)
        at = QPointF(middle, max(box.bottom() for box in boxes) + GAP_BELOW)
    at = _free(scene, at)
    return _wired(scene, wanted.edit(scene, at), sources)


def add_at_end(scene: CanvasScene, wanted: Wanted, end: LooseEnd, at: QPointF) -> Edit:
    """Add a layer where a wire was let go, and let the wire lead to it, or come from it."""
    down = scene.items_of.ground.leads_down
    shift = QPointF(0, _LOW) if down else QPointF(_HALF, 0)
    adding = wanted.edit(scene, at + (shift if end.is_output else -shift))
    into, out = main_ports(scene.document, wanted.type)
    port = into if end.is_output else out
    if not isinstance(adding, AddNode) or not port or end.node not in scene.graph:
        return adding
    new = adding.node.name
    ends = (end.node, end.port, new, port) if end.is_output else (new, port, end.node, end.port)
    wiring = connect_edit(scene.graph, scene.scope, Edge(*ends))
    return Batch((adding, wiring), adding.label) if wiring is not None else adding


def _wired(scene: CanvasScene, adding: Edit, sources: Sequence[str]) -> Edit:
    """``adding`` with wires from the first output of each source, as far as there are inputs."""
    if not isinstance(adding, AddNode):
        return adding
    wires: list[Edge] = []
    for source in sources:
        gives = ports(scene.document, scene.scope, scene.graph.node(source)).outputs
        taken = [wire.target_port for wire in wires]
        takes = ports(scene.document, scene.scope, adding.node, taken).inputs
        free = [port for port in takes if port.name not in taken]
        if gives and free:
            wires.append(Edge(source, gives[0].name, adding.node.name, free[0].name))
    if not wires:
        return adding
    edits = (Connect(wire, scene.scope) for wire in wires)
    return Batch((adding, *edits), adding.label)


def _free(scene: CanvasScene, at: QPointF) -> QPointF:
    """``at``, or the nearest place below it, or beside it, where no card stands."""
    place = QPointF(at)
    for _ in range(40):
        if not any(
            item.box.adjusted(-96, -40, 96, 40).contains(place) for item in scene.nodes.values()
        ):
            break
        if scene.items_of.ground.leads_down:
            place.setX(place.x() + 96)
        else:
            place.setY(place.y() + 48)
    return place
