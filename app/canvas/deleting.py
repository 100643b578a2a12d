"""Deleting what is selected."""

from __future__ import annotations

from app.canvas.held_points import routes_without
from app.canvas.scene import CanvasScene
from app.translating import later
from graph.edits import Batch, Disconnect, Edit, MoveNodes, RemoveNode, SetNotes


def delete_edit(scene: CanvasScene, *, cuts: bool = False) -> Edit | None:
    """Remove the selected nodes with their wires, the selected wires and points of wires.

    ``cuts`` only says it so.
    """
    names = list(scene.selected)
    edits: list[Edit] = [
        Disconnect(edge, scene.scope)
        for edge in scene.selected_wires
        if edge.source not in scene.selected and edge.target not in scene.selected
    ]
    points = [
        (edge, index)
        for edge, index in scene.selected_points
        if edge not in scene.selected_wires
        and edge.source not in scene.selected
        and edge.target not in scene.selected
    ]
    if routes := routes_without(scene.graph, points):
        edits.append(MoveNodes({}, scene.scope, later("Delete point"), routes))
    if scene.selected_notes:
        kept = tuple(n for n in scene.graph.notes.values() if n.name not in scene.selected_notes)
        edits.append(SetNotes(kept, scene.scope, later("Delete note")))
    edits += [RemoveNode(name, scene.scope) for name in names]
    if len(edits) == 1 and names:
        one = later("Cut {layer}", layer=names[0])
        one = one if cuts else later("Delete {layer}", layer=names[0])
        return RemoveNode(names[0], scene.scope, one)
    if len(edits) <= 1:
        return edits[0] if edits else None
    several = later("Cut {n} items", one="Cut {n} item", n=len(edits))
    several = several if cuts else later("Delete {n} items", one="Delete {n} item", n=len(edits))
    return Batch(tuple(edits), several)
