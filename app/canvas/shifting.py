"""New places for nodes as one edit, and room for a card that is put into a wire."""

from __future__ import annotations

import math
from collections.abc import Collection

import networkx as nx

from app.canvas.dot_grid import SPACING
from app.canvas.figure import GRID
from app.canvas.scene import CanvasScene
from graph.document import Edge, Position
from graph.edits import Edit, MoveNodes


def move_edit(scene: CanvasScene, positions: dict[str, Position], label: str = "Move") -> Edit:
    """One edit for new places; nodes without a position get the one they are shown at.

    Otherwise the automatic layout of those would change with what was just moved.
    """
    return MoveNodes({**scene.unplaced_positions(), **positions}, scene.scope, label)


def room_after(
    scene: CanvasScene, right: float, edge: Edge, but: Collection[str] = ()
) -> dict[str, Position]:
    """Where to shift what follows ``edge`` if a card whose right side is at ``right`` is put there.

    ``but`` are left where they are. Empty where there is room enough.
    """
    end = right + 2 * SPACING
    limit = scene.position(edge.target)[0]
    if end <= limit or limit <= scene.position(edge.source)[0]:
        return {}
    push = math.ceil((end - limit) / GRID) * GRID
    later = {edge.target, *nx.descendants(scene.graph.nx, edge.target)}.difference(but)
    places = {name: scene.position(name) for name in later}
    return {name: (x + push, y) for name, (x, y) in places.items() if x >= limit}
