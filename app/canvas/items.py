"""The drawn things of a scene, and how they follow each other: wires their nodes, frames theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from app.canvas.box_index import BoxIndex
from app.canvas.card import Card
from app.canvas.frame_item import FrameItem
from app.canvas.node_item import NodeItem
from app.canvas.wire_item import WireItem
from app.canvas.wire_route import route
from graph.document import Edge, Graph, Route
from graph.looks import color_of

#: Above so many changed places one box around all of them is looked at instead of each.
_MANY = 32


class Items:
    """Nodes, wires and frames by what they stand for. Knows no document: the scene tells it."""

    def __init__(self, scene: QGraphicsScene, route_of: Callable[[Edge], Route]) -> None:
        self._scene, self._route_of = scene, route_of
        #: The points of wires that are being led by hand, until the document has them.
        self.led_by_hand: dict[Edge, Sequence[QPointF]] = {}
        self.nodes: dict[str, NodeItem] = {}
        self.wires: dict[Edge, WireItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.boxes = BoxIndex()
        self.visible = True
        self._wires_of: dict[str, set[Edge]] = {}

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
        for end in (edge.source, edge.target):
            self.wires_of(end).discard(edge)

    def set_visible(self, visible: bool) -> None:
        """Show nodes and wires, or hide them while the overview stands for them."""
        self.visible = visible
        for item in (*self.nodes.values(), *self.wires.values()):
            item.setVisible(visible)

    @property
    def content_box(self) -> QRectF:
        """Around all that is drawn; empty for none. A wire that runs back leaves the cards."""
        boxes = [item.box for item in (*self.nodes.values(), *self.frames.values())]
        boxes += [wire.boundingRect() for wire in self.wires.values()]
        return reduce(QRectF.united, boxes, QRectF())

    # places

    def show_cards(self, cards: Iterable[Card]) -> None:
        """Give nodes another content; wires follow where that changed a figure."""
        resized = []
        for card in cards:
            item = self.nodes[card.name]
            if item.show_card(card):
                self.boxes.put(card.name, item.box)
                resized.append(card.name)
        self.lead({edge for name in resized for edge in self.wires_of(name)})

    def place(self, places: Mapping[str, QPointF], *, settled: bool) -> None:
        """Put nodes somewhere, and lead their wires.

        When ``settled`` (not during a drag) wires of others, too, run around what came, and
        straight where something went.
        """
        changed: list[QRectF] = []
        steps: dict[str, QPointF] = {}
        edges: set[Edge] = set()
        for name, place in places.items():
            item = self.nodes[name]
            if item.pos() == place and name in self.boxes:
                continue
            steps[name] = place - item.pos()
            changed += [item.box, item.box.translated(steps[name])]
            item.setPos(place)
            self.boxes.put(name, item.box)
            edges |= self.wires_of(name)
        if not changed:
            return
        if not settled:
            edges -= self._shift_between(edges, steps)
        if len(changed) > _MANY:
            changed = [reduce(QRectF.united, changed)]
        for edge, wire in self.wires.items():
            if wire.pill is not None and any(wire.pill.intersects(box) for box in changed):
                wire.is_pill_placed = False
            if settled and edge not in edges:
                bounds = wire.boundingRect()
                if any(bounds.intersects(box) for box in changed):
                    edges.add(edge)
        self.lead(edges)

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

    def lead(self, edges: Iterable[Edge]) -> None:
        """Find wires their way between where their ports are now."""
        for edge in edges:
            start = self.nodes[edge.source].port_place(edge.source_port, is_output=True)
            end = self.nodes[edge.target].port_place(edge.target_port, is_output=False)
            points = self.points_of(edge)
            if points:
                self.wires[edge].run_through(start, end, points)
            else:
                self.wires[edge].run(start, end, route(start, end, self.boxes.boxes))

    def points_of(self, edge: Edge) -> Sequence[QPointF]:
        """The points that a wire is to be led by; none where it finds its way alone."""
        if edge in self.led_by_hand:
            return self.led_by_hand[edge]
        return [QPointF(x, y) for x, y in self._route_of(edge)]

    def lead_anew(self, names: Iterable[str]) -> None:
        """Lead the wires of these nodes that are now led by other points."""
        edges = {edge for name in names for edge in self.wires_of(name)}
        self.lead(e for e in edges if tuple(self.points_of(e)) != self.wires[e].points)

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

    def enclose(self, graph: Graph) -> None:
        """Let each frame stand around its nodes and around the frames inside it."""
        if not self.frames:
            return
        boxes: dict[object, list[QRectF]] = {name: [] for name in self.frames}
        for node in graph.nodes:
            group = node.options.get("group")
            if isinstance(group, str) and group in boxes and node.name in self.nodes:
                boxes[group].append(self.nodes[node.name].box)
        for frame in sorted(self.frames.values(), key=lambda frame: -frame.zValue()):
            frame.enclose(boxes[frame.name])
            group_of = graph.groups.get(frame.name)
            if group_of is not None and group_of.parent in boxes and not frame.box.isNull():
                boxes[group_of.parent].append(frame.box)
