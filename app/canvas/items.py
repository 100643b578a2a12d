"""The drawn things of a scene, and how they follow each other: wires their nodes, frames theirs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from app.canvas.box_index import NOWHERE, Box, BoxIndex, around
from app.canvas.card import Card
from app.canvas.folded_frames import FoldedFrames, port_name
from app.canvas.frame_item import FrameItem
from app.canvas.gone_items import GoneItems
from app.canvas.leading import Leading
from app.canvas.node_item import NodeItem
from app.canvas.overview_item import OverviewItem
from app.canvas.reaches import Reaches
from app.canvas.room import begin, make_room
from app.canvas.shape_pill import place_pill
from app.canvas.wire_ground import WireGround
from app.canvas.wire_item import WireItem
from graph.analysis import Analysis
from graph.document import Edge, Graph, Route
from graph.looks import color_of
from graph.parts import DOWN
from graph.problems import Problem

#: Above so many changed places one box around all of them is looked at instead of each.
_MANY = 32

#: Room left beside a node for a shape that is not known yet.
_USUAL_PILL = 96.0


class Items:
    """Nodes, wires and frames by what they stand for. Knows no document: the scene tells it."""

    def __init__(self, scene: QGraphicsScene, route_of: Callable[[Edge], Route]) -> None:
        self._scene = scene
        begin(scene)
        self.nodes: dict[str, NodeItem] = {}
        self._gone: GoneItems[str, NodeItem] = GoneItems()
        self.wires: dict[Edge, WireItem] = {}
        self._gone_wires: GoneItems[Edge, WireItem] = GoneItems()
        self.frames: dict[str, FrameItem] = {}
        self.boxes: BoxIndex[str] = BoxIndex()
        self.folded = FoldedFrames()
        self.overview = OverviewItem(self.nodes, self.wires, self.wires_of, self.folded)
        self.ground = WireGround(self.nodes, self.boxes, self.frames, self.folded)
        self.leading = Leading(scene, route_of, self.wires, self.ground, self.overview.look_anew)
        self._pills: BoxIndex[Edge] = BoxIndex()
        self._reaches = Reaches()
        self._keys: Mapping[str, str] = {}
        self._problems: Mapping[str, Sequence[Problem]] = {}
        self._causes: Set[str] = frozenset()
        self.visible = True
        self._graph = Graph()
        self._wires_of: dict[str, set[Edge]] = {}
        self._framed: dict[str, list[str]] = {}  # the nodes directly in each frame

    def wires_of(self, name: str) -> set[Edge]:
        return self._wires_of.get(name, set())

    def add_node(self, name: str, read: Callable[[str], Card]) -> bool:
        """A new node, as its card is ``read``, or one that went and comes back as it was.

        Whether it may have to be read anew.
        """
        item = self._gone.take(name)
        came_back = item is not None
        if item is None:
            item = NodeItem(read(name))
        self.nodes[name] = item
        item.setVisible(self.visible and name not in self.folded.holder)
        self._scene.addItem(item)
        return came_back

    def drop_node(self, name: str) -> None:
        """Take a node away, and the wires that touch it."""
        for edge in list(self.wires_of(name)):
            self.drop_wire(edge)
        self._wires_of.pop(name, None)
        item = self.nodes.pop(name)
        self._scene.removeItem(item)
        item.be_as_new()
        self._gone.keep(name, item)
        self.boxes.take(name)
        self.overview.look_anew((name,))

    def add_wire(self, edge: Edge) -> WireItem:
        """A new wire; it has no way until it is led."""
        wire = self._gone_wires.take(edge) or WireItem(edge, self._reaches)
        self.wires[edge] = wire
        self._reaches.put(edge, NOWHERE)
        wire.setVisible(self.visible)
        self._scene.addItem(wire)
        for end in (edge.source, edge.target):
            self._wires_of.setdefault(end, set()).add(edge)
        return wire

    def drop_wire(self, edge: Edge) -> None:
        wire = self.wires.pop(edge)
        self._scene.removeItem(wire)
        wire.be_as_new()
        self._gone_wires.keep(edge, wire)
        self.leading.forget(edge)
        self._reaches.take(edge)
        self._pills.take(edge)
        self.overview.look_anew((edge.source,))
        for end in (edge.source, edge.target):
            self.wires_of(end).discard(edge)

    def set_visible(self, visible: bool) -> None:
        """Show nodes and wires, or hide them while the overview stands for them."""
        self.visible = visible
        for item in (*self.shown, *self.wires.values()):
            item.setVisible(visible)

    @property
    def shown(self) -> list[NodeItem]:
        """The nodes that no folded frame hides."""
        hidden = self.folded.holder
        return [item for name, item in self.nodes.items() if name not in hidden]

    def wires_near(self, area: Box) -> list[WireItem]:
        """The wires that may pass through ``area``, in the order in which they were made."""
        return [self.wires[edge] for edge in self._reaches.near(area)]

    def place_pill(self, wire: WireItem) -> None:
        """Find the shape of a wire its place, off every card, badge and other shape."""
        if wire.is_pill_placed or wire.text is None:
            return
        self._pills.take(wire.edge)
        ends = (self.nodes[wire.edge.source], self.nodes[wire.edge.target])
        badges = [Box.of(box) for item in ends for box in item.badge_boxes]

        def taken(area: Box) -> list[Box]:
            return [*self._pills.boxes(area), *badges]

        wire.pill = place_pill(wire.path, wire.text.width, self.ground.boxes, taken)
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
        wires = self._reaches.whole
        return around(boxes if wires == NOWHERE else [*boxes, wires])

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
                self._index(card.name)
                resized.append(card.name)
        self.leading.lead({edge for name in resized for edge in self.wires_of(name)})
        self.overview.look_anew([*resized, *tinted], when_painted=True)
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
            before, known = item.pos(), self.boxes.box(name)
            if before == place and known is not None:
                continue
            steps[name] = place - before
            item.setPos(place)
            self._index(name)
            changed += [box for box in (known, self.boxes.box(name)) if box is not None]
            edges |= self.wires_of(name)
        changed += self._frames_after(steps, settled=settled)
        if not changed:
            return
        make_room(self._scene, changed)
        # Where all moved alike, nothing is in another's way otherwise than before.
        alike = len(steps) == len(self.nodes) and len({s.toTuple() for s in steps.values()}) == 1
        if alike or not settled:
            edges -= self._shift_between(edges, steps)
        if alike:
            changed = []
        elif self.ground.hanging:
            changed += self.ground.hung_boxes(steps)
        for area in _few(changed):
            for edge in self._pills.names(area.rect):
                self.wires[edge].is_pill_placed = False
            if settled:
                edges.update(wire.edge for wire in self.wires_near(area))
        self.leading.lead(edges, in_haste=not settled)
        self.overview.look_anew(steps)

    def hang(self, what: str, rooms: Mapping[str, QRectF]) -> None:
        """Keep wires and shapes off what hangs at cards: ``rooms`` from where the nodes stand."""
        before = self.ground.hanging.get(what, {})
        changed = [n for n in {*rooms, *before} if rooms.get(n) != before.get(n)]
        if not changed:
            return
        areas = self.ground.hung_boxes(changed)
        others = {key: held for key, held in self.ground.hanging.items() if key != what}
        self.ground.hanging = {**others, what: rooms} if rooms else others
        areas += self.ground.hung_boxes(changed)
        self.enclose(self._graph, changed)
        edges = {wire.edge for area in _few(areas) for wire in self.wires_near(area)}
        for edge in edges:
            self.wires[edge].is_pill_placed = False
        self.leading.lead(edges)

    def _shift_between(self, edges: set[Edge], steps: Mapping[str, QPointF]) -> set[Edge]:
        """Shift the wires whose two ends made the same step: far cheaper than leading them."""
        shifted = {
            edge
            for edge in edges
            if edge.source in steps
            and steps[edge.source] == steps.get(edge.target)
            and not self.wires[edge].is_sketched
        }
        for edge in shifted:
            wire = self.wires[edge]
            wire.shift(steps[edge.source])
            if wire.pill is not None:
                self._pills.put(edge, Box.of(wire.pill))
        return shifted

    def _index(self, name: str) -> None:
        """What is hidden is in nobody's way."""
        if name in self.folded.holder:
            self.boxes.take(name)
        else:
            self.boxes.put(name, self.nodes[name].bounds)

    # problems

    def show_problems(self, analysis: Analysis, scope: str) -> None:
        """Mark what is wrong with each node, and which wait for others or are waited for."""
        problems: dict[str, list[Problem]] = {}
        for problem in analysis.problems:
            if problem.scope == scope and problem.node:
                problems.setdefault(problem.node, []).append(problem)
        waiting = analysis.waiting.get(scope, {})
        causes = {*waiting.values(), *(problem.cause for problem in analysis.problems)}
        self._problems, self._causes = problems, causes
        for name, item in self.nodes.items():
            item.set_look(waiting=name in waiting, cause=name in causes)
            if item.show_problems(problems.get(name, ())):
                for edge in self.wires_of(name):
                    self.wires[edge].is_pill_placed = False
        for edge, wire in self.wires.items():
            wire.set_state(waiting=edge.target in waiting)
        self._mark_frames()

    def _mark_frames(self) -> None:
        """A folded frame carries the problems of all that it holds."""
        for name, frame in self.frames.items():
            held = self.folded.members.get(name, ())
            found = [problem for node in held for problem in self._problems.get(node, ())]
            frame.show_problems(found, is_cause=not self._causes.isdisjoint(held))

    def lead_anew(self, names: Iterable[str]) -> None:
        """Lead the wires of these nodes that are now led by other points."""
        edges = {edge for name in names for edge in self.wires_of(name)}
        points_of = self.leading.points_of
        self.leading.lead(e for e in edges if tuple(points_of(e)) != self.wires[e].points)

    # frames

    def show_frames(self, graph: Graph) -> None:
        """One frame for each group of ``graph``, around nothing yet."""
        self._graph, self.ground.leads_down = graph, graph.direction == DOWN
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
        self._fold(graph)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say at each frame what it is called in ``state_dict``."""
        self._keys = keys
        for name, frame in self.frames.items():
            frame.show_key(keys.get(name, ""))

    def peek(self, graph: Graph, names: Collection[str], *, certainly: bool) -> bool:
        """Open folded frames for a look at these nodes, and close all others; whether any did."""
        changed = self.folded.peek(graph, names, certainly=certainly)
        if changed:
            self._fold(graph)
        chosen = set(names) if self.folded.members else set()
        for frame, held in self.folded.members.items():
            self.frames[frame].set_selected(chosen.issuperset(held))
        return changed

    def _fold(self, graph: Graph) -> None:
        """Hide what stands in folded frames, and show their cards."""
        changed = self.folded.read(graph) & self.nodes.keys()
        if not changed and not self.folded.holder:
            return
        for name, frame in self.frames.items():
            frame.fold(self.folded.card(graph, name) if name in self.folded.members else None)
        self._mark_frames()
        for name in changed:
            self.nodes[name].setVisible(self.visible and name not in self.folded.holder)
            self._index(name)
        self.enclose(graph)
        ends = {*changed, *self.folded.holder} & self.nodes.keys()
        self.leading.lead({edge for name in ends for edge in self.wires_of(name)})
        self.overview.look_anew(ends)

    def _frames_after(self, moved: Iterable[str], *, settled: bool) -> list[Box]:
        """Let frames follow what moved in them; returns where those that did stood, and stand.

        During a drag only those follow that are cards: wires end on them.
        """
        held = self.folded.holder
        folded = {held[name] for name in moved if name in held}
        before = {
            name: Box.of(self.frames[name].box) for name in (self.frames if settled else folded)
        }
        if settled:
            self.enclose(self._graph)
        else:
            for name in folded:
                self._stand(name)
        changed = [name for name, box in before.items() if box != Box.of(self.frames[name].box)]
        return [box for n in changed for box in (before[n], Box.of(self.frames[n].box))]

    def _stand(self, name: str) -> None:
        """A folded frame stands where its first node does, on the line where wires come in."""
        held = [n for n in self.folded.members[name] if n in self.nodes]
        frame = self.frames[name]
        if held and frame.card is not None:
            known = {port_name(n, p): n for n in held for p in self.nodes[n].figure.inputs}
            first = next((known[m.name] for m in frame.card.inputs if m.name in known), held[0])
            left = min(self.nodes[n].box.left() for n in held)
            line = self.nodes[first].pos().y()
            if self.ground.leads_down:
                left = self.nodes[first].box.center().x() - frame.width / 2
                line = min(self.nodes[n].pos().y() for n in held)
            frame.stand(left, line)

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
        for frame in sorted(stood, key=lambda frame: -frame.depth):
            if frame.name in self.folded.members:
                self._stand(frame.name)
                continue
            held = [self.boxes.box(name) for name in self._framed.get(frame.name, ())]
            held += self.ground.hung_boxes(self._framed.get(frame.name, ()))
            held += [Box.of(f.box) for f in inner.get(frame.name, ()) if not f.box.isNull()]
            frame.enclose([around([box for box in held if box is not None])])


def _few(areas: list[Box]) -> list[Box]:
    """Many areas as the one around them."""
    return areas if len(areas) <= _MANY else [Box.of(around(areas))]
