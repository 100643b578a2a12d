"""From node to node by keys: along wires, among branches, and where no wire leads, by sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF

from app.canvas.scene import CanvasScene

#: By direction: where one looks, in scene coordinates.
WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}

#: How much more a way aside counts than a way ahead.
_ASIDE = 2.5


def first(scene: CanvasScene) -> str | None:
    """Where to begin: the first input, or for want of one what stands furthest left."""
    inputs = [node.name for node in scene.graph.nodes if node.type == "Input"]
    names = [name for name in inputs if name in scene.nodes] or list(scene.nodes)
    return min(names, key=lambda name: _spot(_middle(scene, name)), default=None)


def step(scene: CanvasScene, name: str, way: str) -> str | None:
    """The node that is next to ``name``: right of it what it feeds, left of it what feeds it.

    Up and down are the other branches from where it comes or to where it leads; where wires lead
    down it is the other way about. Where nothing stands there, it is what one sees there.
    """
    graph = scene.graph
    if name not in graph or name not in scene.nodes:
        return first(scene)
    ahead, back = ("down", "up") if scene.items_of.ground.leads_down else ("right", "left")
    if way == ahead:
        found: Iterable[str] = (edge.target for edge in graph.out_edges(name))
    elif way == back:
        found = (edge.source for edge in graph.in_edges(name))
    else:
        found = _beside(scene, name, way)
    named = [other for other in dict.fromkeys(found) if other in scene.nodes]
    here = _middle(scene, name)
    if named:
        return min(named, key=lambda other: _far(_middle(scene, other) - here, way))
    seen = [other for other in scene.nodes if other != name and _is_seen(scene, name, other, way)]
    return min(seen, key=lambda other: _far(_middle(scene, other) - here, way), default=None)


def _beside(scene: CanvasScene, name: str, way: str) -> list[str]:
    """The nodes on that side which share a source or a target with ``name``."""
    graph = scene.graph
    others = [
        *(e.target for i in graph.in_edges(name) for e in graph.out_edges(i.source)),
        *(e.source for o in graph.out_edges(name) for e in graph.in_edges(o.target)),
    ]
    here, look = _middle(scene, name), QPointF(*WAYS[way])
    return [
        other
        for other in dict.fromkeys(others)
        if other != name and QPointF.dotProduct(_middle(scene, other) - here, look) > 1
    ]


def _is_seen(scene: CanvasScene, name: str, other: str, way: str) -> bool:
    apart = _middle(scene, other) - _middle(scene, name)
    dx, dy = WAYS[way]
    ahead, aside = apart.x() * dx + apart.y() * dy, abs(apart.x() * dy) + abs(apart.y() * dx)
    return ahead > 1 and (ahead * 2 > aside)


def _far(apart: QPointF, way: str) -> float:
    dx, dy = WAYS[way]
    return abs(apart.x()) * (1 if dx else _ASIDE) + abs(apart.y()) * (1 if dy else _ASIDE)


def _middle(scene: CanvasScene, name: str) -> QPointF:
    return scene.nodes[name].box.center()


def _spot(point: QPointF) -> tuple[float, float]:
    return point.x(), point.y()
