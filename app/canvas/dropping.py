"""Dropping a layer from the palette: on the canvas it is added, on a wire it is inserted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QPointF

from app.canvas.card import main_ports, read_card
from app.canvas.figure import GRID, Figure, measure
from app.canvas.scene import CanvasScene
from app.canvas.shifting import insert_through, move_edit, room_between
from app.canvas.wire_item import WireItem
from app.new_node import new_node
from app.translating import later
from graph.catalog import CATALOG
from graph.document import Document, Node, Position, Value
from graph.edits import AddNode, Batch, Edit

MIME = "application/x-layerloom-type"

#: How near to a wire a drop is taken for it, in pixels of the screen.
WIRE_REACH = 16.0

#: How much wider a card may become when what follows from shapes is known (scene units).
_GROWTH = 40.0


def dropped_type(data: QMimeData) -> str:
    """The type that is being dragged; "" for anything else."""
    if not data.hasFormat(MIME):
        return ""
    return bytes(data.data(MIME).data()).decode("utf-8", "replace")


def add_edit(
    scene: CanvasScene,
    type: str,
    at: QPointF,
    wire: WireItem | None = None,
    arguments: Mapping[str, Value] | None = None,
) -> Edit:
    """Add a node centred on ``at``; with ``wire``, between its two ends."""
    node = new_node(scene.document, scene.scope, type, arguments)
    position = _centred(scene, node, at)
    into, out = main_ports(scene.document, type)
    if wire is None or not into or not out:
        label = later("Add {layer}", layer=node.name)
        return AddNode(node, position, scope=scene.scope, label=label)
    edge = wire.edge
    figure = _figure_of(scene, node)
    box = figure.box.translated(position[0], position[1] - figure.axis)
    if type in CATALOG and any(argument.auto for argument in CATALOG[type].arguments):
        box.setRight(box.right() + _GROWTH)
    shift, room = room_between(scene, box, edge)
    position, at = (position[0] + shift.x(), position[1] + shift.y()), at + shift
    adding = AddNode(node, position, scope=scene.scope)
    moving = (move_edit(scene, room),) if room else ()
    through = insert_through(scene, edge, node.name, into, out, at)
    return Batch((adding, *through, *moving), later("Insert {layer}", layer=node.name))


def _centred(scene: CanvasScene, node: Node, at: QPointF) -> Position:
    figure = _figure_of(scene, node)
    x = at.x() - figure.size.width() / 2
    y = at.y() - figure.size.height() / 2 + figure.axis
    return round(x / GRID) * GRID, round(y / GRID) * GRID


def _figure_of(scene: CanvasScene, node: Node) -> Figure:
    """The figure that a node will have: its card is read in a document that holds only it."""
    alone = Document()
    alone.blocks = scene.document.blocks
    alone.graph.direction = scene.graph.direction
    alone.graph.insert(node)
    return measure(read_card(alone, "", node.name, None))
