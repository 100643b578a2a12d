"""New places for nodes as one edit, and room for a card that is put into a wire."""

from __future__ import annotations

import math
from collections.abc import Collection

import networkx as nx
from PySide6.QtCore import QPointF, QRectF

from app.canvas.dot_grid import SPACING
from app.canvas.figure import GRID
from app.canvas.rejoining import insert_edits
from app.canvas.scene import CanvasScene
from app.canvas.wire_points import leg_at
from app.translating import later
from graph.document import Edge, Position
from graph.edits import Edit, MoveNodes
from graph.moving_edits import Routes


def move_edit(
    scene: CanvasScene,
    positions: dict[str, Position],
    label: str = later("Move"),
    routes: Routes = (),
) -> Edit:
    """One edit for new places; nodes without a position get the one they are shown at.

    Otherwise the automatic layout of those would change with what was just moved.
    """
    return MoveNodes({**scene.unplaced_positions(), **positions}, scene.scope, label, routes)


def room_after(
    scene: CanvasScene, box: QRectF, edge: Edge, but: Collection[str] = ()
) -> dict[str, Position]:
    """Where to shift what follows ``edge`` if a card is put there that takes ``box``.

    ``but`` are left where they are. Empty where there is room enough.
    """
    down = scene.items_of.ground.leads_down

    def begins(name: str) -> float:
        card = scene.nodes[name].box
        return float(card.top() if down else card.left())

    end = (box.bottom() if down else box.right()) + 2 * SPACING
    limit = begins(edge.target)
    if end <= limit or limit <= begins(edge.source):
        return {}
    push = math.ceil((end - limit) / GRID) * GRID
    later = {edge.target, *nx.descendants(scene.graph.nx, edge.target)}.difference(but)
    places = {name: scene.position(name) for name in later if begins(name) >= limit}
    return {n: (x, y + push) if down else (x + push, y) for n, (x, y) in places.items()}


def insert_through(
    scene: CanvasScene, edge: Edge, name: str, into: str, out: str, at: QPointF | None = None
) -> list[Edit]:
    """Lead a wire through a node that stands at ``at``; it keeps its points on both sides of it."""
    wire, route = scene.wires[edge], scene.graph.route(edge)
    at = scene.nodes[name].box.center() if at is None else at
    cut = leg_at(wire.start, wire.end, wire.points, at) if route else 0
    return insert_edits(scene.scope, edge, name, into, out, (route[:cut], route[cut:]))
