"""The drawn things of a scene, and how they follow each other: wires their nodes, frames theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from app.canvas.box_index import Box, BoxIndex, around
from app.canvas.card import Card
from app.canvas.frame_item import FrameItem
from app.canvas.leading import Leading
from app.canvas.node_item import NodeItem
from app.canvas.overview_item import OverviewItem
from app.canvas.shape_pill import place_pill
from app.canvas.wire_item import WireItem
from graph.document import Edge, Graph, Route
from graph.looks import color_of

#: Above so many changed places one box around all of them is looked at instead of each.
_MANY = 32

#: Room left beside a node for a shape that is not known yet.
_USUAL_PILL = 96.0


class Items:
    """Nodes, wires and frames by what they stand for. Knows no document: the scene tells it."""

    def __init__(self, scene: QGraphicsScene, route_of: Callable[[Edge], Route]) -> None:
        self._scene = scene
        self.nodes: dict[str, NodeItem] = {}
        self.wires: dict[Edge, WireItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.boxes: BoxIndex[str] = BoxIndex()
        self.overview = OverviewItem(self.nodes, self.wires, self.wires_of)
        self.leading = Leading(
            scene, route_of, self.nodes, self.wires, self.boxes, self.overview.look_anew
        )
        self._pills: BoxIndex[Edge] = BoxIndex()
        self._keys: Mapping[str, str] = {}
        self.visible = True
        self._wires_of: dict[str, set[Edge]] = {}
        self._framed: dict[str, list[str]] = {}  # the nodes directly in each frame

    def wires_of(self, name: str) -> set[Edge]:
        return self._wires_of.get(name, set())

    def add_node(self, card: Card) -> None:
        item = self.nodes[card.name] = NodeItem(card)
        item.setVisible(self.visible)
        self._scene.addItem(item)

    def drop_node(self, name: str) -> None:
        """Take a node away, and the wires that touch it."""
        for edge in list(self.wires_of(name)):
            self.drop_wire(edge)
        self._wires_of.pop(name, None)
        self._scene.removeItem(self.nodes.pop(name))
        self.boxes.take(name)
        self.overview.look_anew((name,))

    def add_wire(self, edge: Edge) -> WireItem:
        """A new wire; it has no way until it is led."""
        wire = self.wires[edge] = WireItem(edge)
        wire.setVisible(self.visible)
        self._scene.addItem(wire)
        for end in (edge.source, edge.target):
            self._wires_of.setdefault(end, set()).add(edge)
        return wire

    def drop_wire(self, edge: Edge) -> None:
        self._scene.removeItem(self.wires.pop(edge))
        self.leading.forget(edge)
        self._pills.take(edge)
        self.overview.look_anew((edge.source,))
        for end in (edge.source, edge.target):
            self.wires_of(end).discard(edge)

    def set_visible(self, visible: bool) -> None:
        """Show nodes and wires, or hide them while the overview stands for them."""
        self.visible = visible
        for item in (*self.nodes.values(), *self.wires.values()):
            item.setVisible(visible)

    def wires_near(self, area: Box) -> list[WireItem]:
        """The wires that may pass through ``area``, in the order in which they were made."""
        left, top, right, bottom = area
        return [
            wire
            for wire in self.wires.values()
            if (reach := wire.reach)[0] <= right
            and reach[2] >= left
            and reach[1] <= bottom
            and reach[3] >= top
        ]

    def place_pill(self, wire: WireItem) -> None:
        """Find the shape of a wire its place, off every card, badge and other shape."""
        if wire.is_pill_placed or wire.text is None:
            return
        self._pills.take(wire.edge)
        ends = (self.nodes[wire.edge.source], self.nodes[wire.edge.target])
        badges = [Box.of(box) for item in ends for box in item.badge_boxes]

        def taken(area: Box) -> list[Box]:
            return [*self._pills.boxes(area), *badges]

        wire.pill = place_pill(wire.path, wire.text.width, self.boxes.boxes, taken)
        wire.is_pill_placed = True
        if wire.pill is not None:
            self._pills.put(wire.edge, Box.of(wire.pill))

    @property
    def pill_widths(self) -> dict[str, float]:
        """Beside each node, the room that the widest shape which leaves it needs."""
        widths: dict[str, float] = {}
        for edge, wire in self.wires.items():
            width = wire.text.width if wire.text is not None else _USUAL_PILL
            widths[edge.source] = max(width, widths.get(edge.source, 0.0))
        return widths

    @property
    def content_box(self) -> QRectF:
        """Around all that is drawn; empty for none. A wire that runs back leaves the cards."""
        boxes = [*self.boxes.all, *(Box.of(frame.box) for frame in self.frames.values())]
        boxes += [wire.reach for wire in self.wires.values() if not wire.path.isEmpty()]
        return around(boxes)

    # places

    def show_cards(self, cards: Iterable[Card]) -> list[str]:
        """Give nodes another content; wires follow where that changed a figure.

        Returns the nodes that look otherwise from afar.
        """
        resized, tinted = [], []
        for card in cards:
            item = self.nodes[card.name]
            if item.card.ground != card.ground:
                tinted.append(card.name)
            if item.show_card(card):
                self.boxes.put(card.name, item.bounds)
                resized.append(card.name)
        self.leading.lead({edge for name in resized for edge in self.wires_of(name)})
        self.overview.look_anew([*resized, *tinted])
        return [*resized, *tinted]

    def place(self, places: Mapping[str, QPointF], *, settled: bool) -> None:
        """Put nodes somewhere, and lead their wires.

        When ``settled`` (not during a drag) wires of others, too, run around what came, and
        straight where something went.
        """
        changed: list[Box] = []
        steps: dict[str, QPointF] = {}
        edges: set[Edge] = set()
        for name, place in places.items():
            item = self.nodes[name]
            before, known = item.pos(), name in self.boxes
            if before == place and known:
                continue
            steps[name] = place - before
            if known:
                changed.append(item.bounds)
            item.setPos(place)
            changed.append(box := item.bounds)
            self.boxes.put(name, box)
            edges |= self.wires_of(name)
        if not changed:
            return
        if not settled:
            edges -= self._shift_between(edges, steps)
        if len(changed) > _MANY:
            changed = [Box.of(around(changed))]
        for area in changed:
            for wire in self.wires_near(area):
                if wire.pill is not None and Box.of(wire.pill).meets(area):
                    wire.is_pill_placed = False
                if settled:
                    edges.add(wire.edge)
        self.leading.lead(edges, in_haste=not settled)
        self.overview.look_anew(steps)

    def _shift_between(self, edges: set[Edge], steps: Mapping[str, QPointF]) -> set[Edge]:
        """Shift the wires whose two ends made the same step: far cheaper than leading them."""
        shifted = {
            edge
            for edge in edges
            if edge.source in steps and steps[edge.source] == steps.get(edge.target)
        }
        for edge in shifted:
            self.wires[edge].shift(steps[edge.source])
        return shifted

    def lead_anew(self, names: Iterable[str]) -> None:
        """Lead the wires of these nodes that are now led by other points."""
        edges = {edge for name in names for edge in self.wires_of(name)}
        points_of = self.leading.points_of
        self.leading.lead(e for e in edges if tuple(points_of(e)) != self.wires[e].points)

    # frames

    def show_frames(self, graph: Graph) -> None:
        """One frame for each group of ``graph``, around nothing yet."""
        groups = graph.groups
        for name in [name for name in self.frames if name not in groups]:
            self._scene.removeItem(self.frames.pop(name))
        for name, group in groups.items():
            frame = self.frames.get(name)
            if frame is None:
                frame = self.frames[name] = FrameItem(name)
                self._scene.addItem(frame)
            depth = len(graph.frames_around(group.parent))
            frame.show_group(group.container, depth, color_of(group.options))
            frame.show_key(self._keys.get(name, ""))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say at each frame what it is called in ``state_dict``."""
        self._keys = keys
        for name, frame in self.frames.items():
            frame.show_key(keys.get(name, ""))

    def enclose(self, graph: Graph, names: Iterable[str] | None = None) -> None:
        """Let each frame, or those around ``names``, stand around its nodes and inner frames."""
        if not self.frames:
            return
        if names is None:
            self._framed = {}
            for node in graph.nodes:
                self._framed.setdefault(str(node.options.get("group")), []).append(node.name)
            stale = set(self.frames)
        else:
            groups = {graph.node(name).options.get("group") for name in names if name in graph}
            stale = {frame for group in groups for frame in graph.frames_around(group)}
        inner: dict[object, list[FrameItem]] = {}
        for frame in self.frames.values():
            if (group := graph.groups.get(frame.name)) is not None:
                inner.setdefault(group.parent, []).append(frame)
        stood = [self.frames[name] for name in stale if name in self.frames]
        for frame in sorted(stood, key=lambda frame: -frame.zValue()):
            held = [self.boxes.box(name) for name in self._framed.get(frame.name, ())]
            held += [Box.of(f.box) for f in inner.get(frame.name, ()) if not f.box.isNull()]
            frame.enclose([around([box for box in held if box is not None])])
