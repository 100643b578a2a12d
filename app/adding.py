"""Adding a layer without the mouse: beside what is selected, and wired to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from app.canvas import CanvasScene
from app.canvas.card import main_ports
from app.canvas.dropping import add_edit
from graph.catalog import ports
from graph.document import Edge
from graph.edits import AddNode, Batch, Connect, Edit

#: Room between the selected layer and the new one, enough for the shape on the wire.
GAP = 136.0


def add_after(scene: CanvasScene, type_: str, selected: str, middle: QPointF) -> Edit:
    """Add a layer after ``selected`` ("" for none), or in the ``middle`` of what is seen.

    Where exactly one wire leaves the selected layer, the new one is inserted into it.
    """
    source = scene.nodes.get(selected)
    into, _ = main_ports(scene.document, type_)
    if source is None or not into:
        return add_edit(scene, type_, _free(scene, middle))
    box = source.box
    at = QPointF(box.right() + GAP + 84, scene.position(selected)[1])
    leaving = scene.graph.out_edges(selected)
    if len(leaving) == 1:
        target = scene.nodes[leaving[0].target].box
        at.setX(min(at.x(), max(box.right() + 100, (box.right() + target.left()) / 2)))
        return add_edit(scene, type_, at, scene.wires.get(leaving[0]))
    adding = add_edit(scene, type_, _free(scene, at))
    outputs = ports(scene.document, scene.scope, scene.graph.node(selected)).outputs
    if not isinstance(adding, AddNode) or not outputs:
        return adding
    wire = Edge(selected, outputs[0].name, adding.node.name, into)
    return Batch((adding, Connect(wire, scene.scope)), adding.label)


def _free(scene: CanvasScene, at: QPointF) -> QPointF:
    """``at``, or the nearest place below it where no card stands."""
    place = QPointF(at)
    for _ in range(40):
        if not any(
            item.box.adjusted(-96, -40, 96, 40).contains(place) for item in scene.nodes.values()
        ):
            break
        place.setY(place.y() + 48)
    return place
