"""Tidying: the automatic layout of all nodes, or of the selected ones, as one edit."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from statistics import median

from PySide6.QtCore import QPointF, QRectF

from app.canvas.arranging import ROW_WIDTH, Room, arrange_in_steps
from app.canvas.figure import GRID, Figure, measure
from app.canvas.frame_item import around
from app.canvas.kept_notes import KeptNotes
from app.canvas.node_item import NodeItem
from app.canvas.scene import CanvasScene
from app.canvas.shifting import move_edit
from app.translating import later
from graph.document import Position
from graph.edits import Batch, Edit, SetDirection
from graph.framing import members, whole_frames
from graph.layout_part import Extent, Item
from graph.parts import DOWN
from graph.steps_of_work import Steps, finished

#: Distance that what is moved aside keeps from other cards.
APART = 24.0

#: Steps in which room is looked for.
_STEP, _STEPS = 16.0, 400


def tidy_edit(
    scene: CanvasScene, *, wraps: bool = True, direction: str | None = None
) -> Edit | None:
    """Put nodes where the layered layout has them; None where all stand there already.

    Where several are selected it is those alone: they stay around the middle that they have, or,
    where others stand there, as near to it as there is room. Of all nodes most stay where they are.
    Their wires find their ways alone; notes keep to what they stand near. Another ``direction``
    turns all.
    """
    return finished(tidy_in_steps(scene, wraps=wraps, direction=direction))


def tidy_in_steps(
    scene: CanvasScene, *, wraps: bool = True, direction: str | None = None
) -> Steps[Edit | None]:
    """The same in short steps; the document is not to change between them."""
    before_turning = scene.graph.direction
    turns = direction not in (None, before_turning)
    down = (direction or before_turning) == DOWN
    chosen = [name for name in scene.selected if name in scene.graph and not turns]
    names = chosen if len(chosen) > 1 else scene.graph.names
    if not names:
        return None
    scene.settling.finish_now()
    is_part = len(names) < len(scene.graph)
    notes = KeptNotes(scene, names)
    figures = {name: _figure(scene.nodes[name], down=down) for name in names}
    hung = {} if turns else {name: scene.items_of.ground.room_at(name) for name in names}
    kept = {n: notes.boxes.get(n, QRectF()).united(hung.get(n, QRectF())) for n in names}
    yield
    before = {name: scene.position(name) for name in names}
    places = yield from arrange_in_steps(
        scene.graph,
        Room(figures, scene.pill_widths(), kept, _cards(scene, names, down=down)),
        names,
        width=ROW_WIDTH if wraps else math.inf,
        # What stood above another stands left of it when all is turned.
        places={n: (y, x) for n, (x, y) in before.items()} if turns else before,
        down=down,
    )
    step = _around_the_middle(scene, before, places) if is_part else _as_before(before, places)
    places = {name: (x + step[0], y + step[1]) for name, (x, y) in places.items()}
    routes = tuple(
        (edge, ()) for edge in scene.graph.routes if {edge.source, edge.target} & places.keys()
    )
    if not turns and not routes and places == {name: scene.graph.position(name) for name in places}:
        return None
    edit = move_edit(scene, places, later("Tidy up"), routes)
    moved = notes.with_moved(edit, places)
    if not turns or direction is None:
        return moved
    turning = SetDirection(direction, scene.scope)
    return Batch((turning, moved), turning.label)


def _figure(item: NodeItem, *, down: bool) -> Figure:
    """What the card will measure where wires lead ``down``, or do not."""
    return item.figure if item.card.down == down else measure(replace(item.card, down=down))


def _cards(scene: CanvasScene, names: Collection[str], *, down: bool) -> dict[str, Item]:
    """Frames that are shown as cards, with what they hold as it stands now."""
    folded, chosen, found = scene.items_of.folded.members, set(names), {}
    for frame, held in folded.items():
        if chosen.issuperset(held):
            item, nodes = scene.frames[frame], {n: scene.nodes[n] for n in held}
            box, line = item.box, item.line
            places = {n: node.pos() for n, node in nodes.items()}
            at = QPointF(box.left(), line)
            extent = Extent(0.0, box.width(), line - box.top(), box.bottom() - line)
            if down:
                at = QPointF(box.center().x(), box.top())
                extent = Extent(0.0, box.height(), box.width() / 2, box.width() / 2)
                places = {n: QPointF(b.box.center().x(), b.box.top()) for n, b in nodes.items()}
            steps = {n: place - at for n, place in places.items()}
            inside = {n: (s.y(), s.x()) if down else (s.x(), s.y()) for n, s in steps.items()}
            found[frame] = Item(extent, inside, is_card=True)
    return found


def _as_before(before: Mapping[str, Position], places: Mapping[str, Position]) -> Position:
    """The step that leaves most where they are, from the left side on."""
    x = min(x for x, _ in before.values()) - min(x for x, _ in places.values())
    y = median(before[name][1] - places[name][1] for name in places)
    return _on_grid(x), _on_grid(y)


def _around_the_middle(
    scene: CanvasScene, before: Mapping[str, Position], places: Mapping[str, Position]
) -> Position:
    """The step by which ``places`` come to the middle of what they were, beside all others."""
    seen = scene.items_of.ground.shown_box
    new = {
        name: seen(name).translated(QPointF(*place) - scene.nodes[name].pos())
        for name, place in places.items()
    }
    old = [seen(name) for name in before]
    middle = reduce(QRectF.united, old).center() - reduce(QRectF.united, new.values()).center()
    start = QPointF(_on_grid(middle.x()), _on_grid(middle.y()))
    whole = whole_frames(scene.graph, places)
    boxes = [*new.values(), *(around(new[n] for n in members(scene.graph, f)) for f in whole)]
    others = _other_frames(scene, places)
    for way in ways():
        step = start + way
        if not any(_meets(scene, box.translated(step), places, others) for box in boxes):
            return step.x(), step.y()
    return start.x(), start.y()


def ways() -> Iterator[QPointF]:
    """Ever longer ways in the eight directions, the first is none."""
    yield QPointF()
    for index in range(1, _STEPS):
        far = index * _STEP
        for x, y in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            yield QPointF(x * far, y * far)


def _other_frames(scene: CanvasScene, places: Mapping[str, Position]) -> list[QRectF]:
    """The frames that hold nothing of ``places``."""
    own = {
        group
        for name in places
        for group in scene.graph.frames_around(scene.graph.node(name).options.get("group"))
    }
    return [frame.box for name, frame in scene.frames.items() if name not in own]


def _meets(
    scene: CanvasScene, box: QRectF, but: Mapping[str, Position], frames: Sequence[QRectF]
) -> bool:
    """Whether a card, other than those of ``but``, or one of ``frames`` is in the way."""
    wide = box.adjusted(-APART, -APART, APART, APART)
    if any(frame.intersects(wide) for frame in frames):
        return True
    return any(name not in but for name in scene.boxes.names(wide))


def _on_grid(length: float) -> float:
    return round(length / GRID) * GRID
