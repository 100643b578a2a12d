"""Tidying: the automatic layout of all nodes, or of the selected ones, as one edit."""

from __future__ import annotations

from app.canvas.arranging import arrange
from app.canvas.scene import CanvasScene
from app.translating import later
from graph.edits import Edit, MoveNodes


def tidy_edit(scene: CanvasScene) -> Edit | None:
    """Put every node where the layered layout has it; None where all stand there already.

    The picture keeps its upper left corner, so that what the user looks at stays in sight.
    """
    if not scene.nodes:
        return None
    figures = {name: item.figure for name, item in scene.nodes.items()}
    arranged = arrange(scene.graph, figures, scene.pill_widths())
    before = {name: scene.position(name) for name in arranged}
    shift_x = min(x for x, _ in before.values()) - min(x for x, _ in arranged.values())
    shift_y = min(y for _, y in before.values()) - min(y for _, y in arranged.values())
    positions = {name: (x + shift_x, y + shift_y) for name, (x, y) in arranged.items()}
    if positions == {name: scene.graph.position(name) for name in positions}:
        return None
    return MoveNodes(positions, scene.scope, later("Tidy up"))
