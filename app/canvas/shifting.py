"""New places for nodes as one edit, and room for a card that is put into a wire."""

from __future__ import annotations

import math
from collections.abc import Collection

import networkx as nx
from PySide6.QtCore import QPointF, QRectF

from app.canvas.arranging import BESIDE_PILL
from app.canvas.dot_grid import SPACING
from app.canvas.figure import GRID
from app.canvas.scene import CanvasScene
from app.canvas.wire_points import leg_at
from app.translating import later
from graph.document import Edge, Position
from graph.edits import Edit, MoveNodes
from graph.inserting import insert_edits
from graph.layout_part import COLUMN_GAP
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


def room_between(
    scene: CanvasScene, box: QRectF, edge: Edge, but: Collection[str] = ()
) -> tuple[QPointF, dict[str, Position]]:
    """How far to shift a card that is put into ``edge`` to take ``box``, and where what follows.

    Nothing moves where there is room; where there is not, it becomes as wide as the shapes on
    the wires need. ``but`` are left where they are.
    """
    down = scene.items_of.ground.leads_down
    gap = COLUMN_GAP if down else max(COLUMN_GAP, scene.pill_widths()[edge.source] + BESIDE_PILL)

    def along(box: QRectF) -> tuple[float, float]:
        return (box.top(), box.bottom()) if down else (box.left(), box.right())

    source, target = (scene.nodes[name].box for name in (edge.source, edge.target))
    (before, after), (begin, end), (limit, _) = along(source), along(box), along(target)
    crowds = begin - after < 2 * SPACING and _side_by_side(source, box, down=down)
    aside = _steps(after + gap - begin) if crowds else 0.0
    shift = QPointF(0, aside) if down else QPointF(aside, 0)
    end += aside
    if end + 2 * SPACING <= limit or limit <= before:
        return shift, {}
    push = _steps(end + gap - limit)
    later = {edge.target, *nx.descendants(scene.graph.nx, edge.target)}.difference(but)
    places = {n: scene.position(n) for n in later if along(scene.nodes[n].box)[0] >= limit}
    return shift, {n: (x, y + push) if down else (x + push, y) for n, (x, y) in places.items()}


def _side_by_side(source: QRectF, box: QRectF, *, down: bool) -> bool:
    """Whether a card in ``box`` stands in the row, or the column, of the one before it."""
    if down:
        return bool(box.left() < source.right() and box.right() > source.left())
    return bool(box.top() < source.bottom() and box.bottom() > source.top())


def _steps(length: float) -> float:
    """Whole steps of the grid."""
    return math.ceil(length / GRID) * GRID


def insert_through(
    scene: CanvasScene, edge: Edge, name: str, into: str, out: str, at: QPointF | None = None
) -> list[Edit]:
    """Lead a wire through a node that stands at ``at``; it keeps its points on both sides of it."""
    wire, route = scene.wires[edge], scene.graph.route(edge)
    at = scene.nodes[name].box.center() if at is None else at
    cut = leg_at(wire.start, wire.end, wire.points, at) if route else 0
    return insert_edits(scene.scope, edge, name, into, out, (route[:cut], route[cut:]))
