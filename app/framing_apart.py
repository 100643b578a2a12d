"""Framing what is selected so that the new frame overlaps no other: it moves where it must."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRectF

from app.canvas.frame_item import around
from app.canvas.scene import CanvasScene
from app.canvas.shifting import move_edit
from app.canvas.tidying import APART, ways
from app.pasting import trial_of
from graph.document import Graph
from graph.edits import Batch, Edit
from graph.framing import frame_edit, members


def framed(scene: CanvasScene, names: Collection[str], container: str = "Sequential") -> Edit:
    """The edit that puts nodes into a frame of their own, beside frames that it would overlap.

    What is taken out of a frame may stand between things that stay in it; the nodes then move as
    they stand to each other, to the nearest place where no frame and no card is in the way.
    """
    edit = frame_edit(scene.document, scene.scope, names, container)
    after = trial_of(scene.document, scene.scope)
    edit.apply(after)
    graph = after.scope(scene.scope)
    [new] = graph.groups.keys() - scene.graph.groups.keys()
    boxes = {name: scene.items_of.ground.shown_box(name) for name in graph.names}
    if not _is_in_the_way(graph, new, boxes):
        return edit
    cards = [box for name, box in boxes.items() if name not in names]
    for way in ways():
        moved = {**boxes, **{name: boxes[name].translated(way) for name in names}}
        wide = _box(graph, new, moved).adjusted(-APART, -APART, APART, APART)
        if not _is_in_the_way(graph, new, moved) and not any(wide.intersects(c) for c in cards):
            places = {name: _moved(scene.position(name), way) for name in names}
            return Batch((edit, move_edit(scene, places)), edit.label)
    return edit


def _is_in_the_way(graph: Graph, new: str, boxes: Mapping[str, QRectF]) -> bool:
    """Whether the new frame, or one around it, overlaps a frame that it has no part in."""
    for frame in graph.frames_around(new):
        box = _box(graph, frame, boxes)
        strangers = (
            other
            for other in graph.groups
            if frame not in graph.frames_around(other) and other not in graph.frames_around(frame)
        )
        if any(box.intersects(_box(graph, other, boxes)) for other in strangers):
            return True
    return False


def _box(graph: Graph, frame: str, boxes: Mapping[str, QRectF]) -> QRectF:
    """Where a frame stands: around its nodes and the frames in it; null where it holds nothing."""
    held = [boxes[node.name] for node in graph.nodes if node.options.get("group") == frame]
    inner = [group.name for group in graph.groups.values() if group.parent == frame]
    return around([*held, *(_box(graph, name, boxes) for name in inner if members(graph, name))])


def _moved(place: tuple[float, float], way: QPointF) -> tuple[float, float]:
    return place[0] + way.x(), place[1] + way.y()
