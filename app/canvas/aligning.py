"""Aligning, distributing and straightening the selected nodes: each is one move."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.canvas.node_item import NodeItem
from app.canvas.scene import CanvasScene
from app.translating import later
from graph.document import Edge
from graph.edits import MoveNodes

Items = Mapping[str, NodeItem]
Step = tuple[float, float]

#: What is moved by less than this, in scene units, stands there already.
_NOTHING = 0.01


def align_edit(scene: CanvasScene, how: str) -> MoveNodes | None:
    """Move the selection as one of ``ARRANGEMENTS`` says; None where all stands so already."""
    arrangement, least, label = ARRANGEMENTS[how]
    scene.settling.finish_now()
    items = {name: scene.nodes[name] for name in scene.selected}
    if len(items) < least:
        return None
    steps = arrangement(scene, items)
    places = {}
    for name, (x, y) in steps.items():
        if abs(x) > _NOTHING or abs(y) > _NOTHING:
            old_x, old_y = scene.position(name)
            places[name] = old_x + x, old_y + y
    if not places:
        return None
    # What has no place of its own keeps the one it is shown at, or it would follow the others.
    return MoveNodes({**scene.unplaced_positions(), **places}, scene.scope, label)


Arrangement = Callable[[CanvasScene, Items], dict[str, Step]]


def _align(line: Callable[[NodeItem], float], share: float, *, across: bool) -> Arrangement:
    """Bring a line of every card onto one: of the least (0), of the most (1), between (0.5)."""

    def steps(_scene: CanvasScene, items: Items) -> dict[str, Step]:
        lines = {name: line(item) for name, item in items.items()}
        low, high = min(lines.values()), max(lines.values())
        goal = low + (high - low) * share
        return {name: _step(goal - at, across) for name, at in lines.items()}

    return steps


def _distribute(*, across: bool) -> Arrangement:
    """Give the gaps between cards one width; the first and the last stay."""

    def steps(_scene: CanvasScene, items: Items) -> dict[str, Step]:
        spans = {
            name: (item.box.left(), item.box.right())
            if across
            else (item.box.top(), item.box.bottom())
            for name, item in items.items()
        }
        order = sorted(spans, key=lambda name: sum(spans[name]))
        room = spans[order[-1]][1] - spans[order[0]][0]
        gap = (room - sum(end - start for start, end in spans.values())) / (len(order) - 1)
        found, at = {}, spans[order[0]][0]
        for name in order:
            start, end = spans[name]
            found[name] = _step(at - start, across)
            at += end - start + gap
        return found

    return steps


def _straighten(scene: CanvasScene, items: Items) -> dict[str, Step]:
    """Level the wires between selected nodes; of several at a node, the one nearest to level.

    A node that is selected alone goes onto the line of what it is wired to.
    """
    alone = next(iter(items)) if len(items) == 1 else ""
    edges = [
        edge
        for edge in scene.wires
        if (edge.target == alone if alone else {edge.source, edge.target} <= items.keys())
    ]
    sources: set[str] = set()
    before: dict[str, Edge] = {}
    for edge in sorted(edges, key=lambda edge: abs(_slope(scene, edge))):
        if edge.source not in sources and edge.target not in before:
            sources.add(edge.source)
            before[edge.target] = edge
    found: dict[str, Step] = {}
    for name in items:
        _level(scene, name, before, found)
    return found


def _level(
    scene: CanvasScene, name: str, before: Mapping[str, Edge], found: dict[str, Step]
) -> None:
    """Follow a chain of wires back to its head, then level it node by node."""
    chain = [name]
    while chain[-1] in before and before[chain[-1]].source not in chain:
        chain.append(before[chain[-1]].source)
    for target in reversed(chain[:-1]):
        edge = before[target]
        across = scene.items_of.ground.leads_down
        step = found.get(edge.source, (0.0, 0.0))[0 if across else 1]
        found[target] = _step(step - _slope(scene, edge), across)


def _slope(scene: CanvasScene, edge: Edge) -> float:
    """How much lower a wire ends than it begins, or further right where wires lead down."""
    start = scene.nodes[edge.source].port_place(edge.source_port, is_output=True)
    end = scene.nodes[edge.target].port_place(edge.target_port, is_output=False)
    return float(end.x() - start.x() if scene.items_of.ground.leads_down else end.y() - start.y())


def _step(length: float, across: bool) -> Step:
    return (length, 0.0) if across else (0.0, length)


#: By command: how nodes move, how many it takes, and what undo calls it.
ARRANGEMENTS: dict[str, tuple[Arrangement, int, str]] = {
    "align_left": (_align(lambda i: i.box.left(), 0, across=True), 2, later("Align left")),
    "align_centre": (
        _align(lambda i: i.box.center().x(), 0.5, across=True),
        2,
        later("Align centres"),
    ),
    "align_right": (_align(lambda i: i.box.right(), 1, across=True), 2, later("Align right")),
    "align_top": (_align(lambda i: i.box.top(), 0, across=False), 2, later("Align top")),
    "align_middle": (_align(lambda i: i.pos().y(), 0.5, across=False), 2, later("Align middles")),
    "align_bottom": (_align(lambda i: i.box.bottom(), 1, across=False), 2, later("Align bottom")),
    "distribute_across": (_distribute(across=True), 3, later("Distribute across")),
    "distribute_down": (_distribute(across=False), 3, later("Distribute down")),
    "straighten": (_straighten, 1, later("Straighten")),
}
