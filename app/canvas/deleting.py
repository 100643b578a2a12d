"""Deleting what is selected."""

from __future__ import annotations

from app.canvas.scene import CanvasScene
from graph.edits import Batch, Disconnect, Edit, RemoveNode


def delete_edit(scene: CanvasScene) -> Edit | None:
    """Remove the selected nodes with their wires, and the selected wires."""
    names = list(scene.selected)
    edits: list[Edit] = [
        Disconnect(edge, scene.scope)
        for edge in scene.selected_wires
        if edge.source not in scene.selected and edge.target not in scene.selected
    ]
    edits += [RemoveNode(name, scene.scope) for name in names]
    if len(edits) <= 1:
        return edits[0] if edits else None
    return Batch(tuple(edits), f"Delete {len(edits)} items")
