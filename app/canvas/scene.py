"""The scene: one item per node, wire and frame of a scope, kept like the document by observing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from app.canvas.box_index import BoxIndex
from app.canvas.card import read_card
from app.canvas.detail import Detail, detail_at, pill_opacity
from app.canvas.dot_grid import paint_grid
from app.canvas.frame_item import FrameItem
from app.canvas.lettering import is_raster
from app.canvas.node_item import NodeItem
from app.canvas.overview_item import OverviewItem
from app.canvas.placement import Placement
from app.canvas.settling import Settling
from app.canvas.shape_pill import paint_pill, place_pill, shape_text
from app.canvas.wire_item import WireItem
from app.canvas.wire_route import route
from app.theme import current_theme
from graph.analysis import Analysis
from graph.document import ROOT, Change, Document, Edge, Graph, Position
from graph.problems import Problem

#: Room left beside a node for a shape that is not known yet.
_USUAL_PILL = 104.0

_MANY = 32


class CanvasScene(QGraphicsScene):
    """Shows one scope of a document. It changes nothing: what the user wants is an edit.

    Positions of items differ from the document's only during a drag or while a layout settles.
    """

    selection_changed = Signal(list)
    content_changed = Signal()

    def __init__(self, document: Document, scope: str = ROOT) -> None:
        super().__init__()
        self.document, self.scope = document, scope
        self.nodes: dict[str, NodeItem] = {}
        self.wires: dict[Edge, WireItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.analysis: Analysis | None = None
        self.selected: dict[str, None] = {}
        self.selected_wires: dict[Edge, None] = {}
        self.settling = Settling(self)
        self.boxes = BoxIndex()
        self._placement = Placement()
        self._wires_of: dict[str, set[Edge]] = {}
        self._lit: set[Edge] = set()
        self._detail = Detail.FULL
        self._overview = OverviewItem()
        self.addItem(self._overview)
        self._stop_observing = document.observe(self._document_changed)
        self._take_in(set(self.graph.names))
        self._sync_frames()

    def close(self) -> None:
        """Stop observing; to be called before the scene is dropped."""
        self._stop_observing()

    @property
    def graph(self) -> Graph:
        return self.document.scope(self.scope)

    # what is shown

    def show_analysis(self, analysis: Analysis) -> None:
        """Show shapes, parameters and problems; only what differs is touched."""
        before = self.analysis.scope(self.scope) if self.analysis is not None else {}
        self.analysis = analysis
        now = analysis.scope(self.scope)
        changed = {n for n in self.nodes if now.get(n) != before.get(n)}
        self._lead_wires_of(self._refresh_cards(changed))
        self._enclose_frames()
        for name in changed:
            for edge in self._wires_of.get(name, ()):
                if edge.source == name:
                    self._show_shape(self.wires[edge])
        problems: dict[str, list[Problem]] = {}
        for problem in analysis.problems:
            if problem.scope == self.scope and problem.node:
                problems.setdefault(problem.node, []).append(problem)
        for name, item in self.nodes.items():
            item.show_problems(problems.get(name, ()))
        self._look_again()

    def refresh_theme(self) -> None:
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Draw what can be seen at this zoom: items, or from far off the overview alone."""
        detail = detail_at(zoom)
        was, self._detail = self._detail, detail
        if (was == Detail.COLOUR) != (detail == Detail.COLOUR):
            near = detail != Detail.COLOUR
            for item in (*self.nodes.values(), *self.wires.values()):
                item.setVisible(near)
            self._overview.setVisible(not near)
            self._look_again()

    @property
    def content_box(self) -> QRectF:
        """Around all cards, frames and wires; empty for an empty canvas."""
        box = QRectF()
        for node in self.nodes.values():
            box = box.united(node.box)
        for frame in self.frames.values():
            box = box.united(frame.box)
        for wire in self.wires.values():  # one that runs back leaves the cards behind
            box = box.united(wire.boundingRect())
        return box

    def position(self, name: str) -> Position:
        """Where the document, or for want of a position the automatic layout, puts a node."""
        return self._placement.position(self.graph, name)

    def unplaced_positions(self) -> dict[str, Position]:
        """Where nodes that have no position in the document are shown."""
        return {name: self.position(name) for name in self._placement.unplaced(self.graph)}

    def pill_widths(self) -> dict[str, float]:
        """Beside each node, the room that the widest shape which leaves it needs."""
        widths: dict[str, float] = {}
        for name in self.nodes:
            leaving = [self.wires[e] for e in self._wires_of.get(name, ()) if e.source == name]
            widths[name] = max(
                (wire.text.width if wire.text else _USUAL_PILL for wire in leaving), default=0.0
            )
        return widths

    # selection

    def select(self, names: Iterable[str], wires: Iterable[Edge] = ()) -> None:
        """Make these, and only these, the selection."""
        chosen = {name: None for name in names if name in self.nodes}
        edges = {edge: None for edge in wires if edge in self.wires}
        if (chosen, edges) == (self.selected, self.selected_wires):
            return
        for name in [n for n in {*self.selected, *chosen} if n in self.nodes]:
            self.nodes[name].set_look(selected=name in chosen)
        for edge in [e for e in {*self.selected_wires, *edges} if e in self.wires]:
            self.wires[edge].set_state(selected=edge in edges)
        self.selected, self.selected_wires = chosen, edges
        self._look_again()
        self.selection_changed.emit(list(chosen))

    # finding

    def node_at(self, point: QPointF) -> NodeItem | None:
        """The topmost card under ``point``."""
        names = self.boxes.names(QRectF(point, point))
        found = [self.nodes[name] for name in names]
        return max(found, key=lambda item: item.zValue(), default=None)

    def nodes_near(self, point: QPointF, distance: float) -> list[NodeItem]:
        area = QRectF(point, point).adjusted(-distance, -distance, distance, distance)
        return [self.nodes[name] for name in self.boxes.names(area)]

    def wire_at(self, point: QPointF, distance: float) -> WireItem | None:
        """The wire nearest to ``point`` that passes within ``distance``."""
        near = [wire for wire in self.wires.values() if wire.boundingRect().contains(point)]
        measured = [(wire.distance(point), wire) for wire in near]
        apart, wire = min(measured, key=lambda pair: pair[0], default=(distance, None))
        return wire if apart < distance else None

    def frame_at(self, point: QPointF) -> FrameItem | None:
        """The innermost frame whose title is under ``point``."""
        found = [frame for frame in self.frames.values() if frame.title_box.contains(point)]
        return max(found, key=lambda frame: frame.zValue(), default=None)

    def members(self, frame: str) -> list[str]:
        """The nodes in a frame and in the frames inside of it."""
        inside = {frame}
        for group in self.graph.groups.values():  # a frame stands after the one around it
            if group.parent in inside:
                inside.add(group.name)
        return [n.name for n in self.graph.nodes if n.options.get("group") in inside]

    def light_up(self, edge: Edge | None) -> None:
        """Light a wire and everything that leads to it."""
        lit: set[Edge] = set()
        ahead = [edge] if edge is not None and edge in self.wires else []
        while ahead:
            found = ahead.pop()
            if found not in lit:
                lit.add(found)
                ahead += [e for e in self._wires_of[found.source] if e.target == found.source]
        for other in [edge for edge in self._lit ^ lit if edge in self.wires]:
            self.wires[other].set_state(lit=other in lit)
        if lit != self._lit:
            self._lit = lit
            self.update()
            self._look_again()

    def mark(self, edge: Edge | None) -> None:
        """Show one wire, alone, as the one that something would happen to."""
        for other, wire in self.wires.items():
            wire.set_state(lit=other == edge)
        self._lit = {edge} if edge in self.wires else set()

    # places

    def place(self, places: Mapping[str, QPointF], *, settled: bool = True) -> None:
        """Put items somewhere; wires and frames follow.

        While not ``settled`` (a drag) only the wires of these nodes are led anew.
        """
        left: list[QRectF] = []
        edges: set[Edge] = set()
        for name, place in places.items():
            item = self.nodes[name]
            if item.pos() == place and name in self.boxes:
                continue
            left += [item.box, item.box.translated(place - item.pos())]
            item.setPos(place)
            self.boxes.put(name, item.box)
            edges |= self._wires_of.get(name, set())
        if left:
            self._make_way(left, edges, settled=settled)
        self._enclose_frames()
        self._look_again()

    def _make_way(self, changed: list[QRectF], edges: set[Edge], *, settled: bool) -> None:
        """Lead ``edges`` anew, and what else runs or stands where boxes came or went."""
        if len(changed) > _MANY:  # a box around all is coarse, and cheaper than each
            changed = [reduce(QRectF.united, changed)]
        for edge, wire in self.wires.items():
            if wire.pill is not None and any(wire.pill.intersects(box) for box in changed):
                wire.is_pill_placed = False
            if settled and edge not in edges:
                bounds = wire.boundingRect()
                if any(bounds.intersects(box) for box in changed):
                    edges.add(edge)
        for edge in edges:
            self._lead(self.wires[edge])

    def restore_places(self, names: Collection[str]) -> None:
        """Put items back to where the document has them: the end of every drag."""
        self.place({n: QPointF(*self.position(n)) for n in names if n in self.nodes})

    # observing

    def _document_changed(self, change: Change) -> None:
        if self.scope not in self.document.scopes:
            return
        touched = set(change.nodes.get(self.scope, ()))
        if "blocks" in change.parts:
            touched |= set(self.graph.names)
        if touched:
            self._take_in(touched)
        moved = {n for n in change.moved.get(self.scope, ()) if n in self.nodes}
        if moved:
            self.settling.move({n: QPointF(*self.position(n)) for n in moved})
        if "groups" in change.parts or touched:
            self._sync_frames()
        self.content_changed.emit()

    def _take_in(self, names: set[str]) -> None:
        """Make items equal to the document for ``names``: removed, added, changed, rewired."""
        graph = self.graph
        gone = [name for name in names if name not in graph and name in self.nodes]
        new = [name for name in graph.names if name in names and name not in self.nodes]
        for name in gone:
            for edge in list(self._wires_of.pop(name, ())):
                self._drop_wire(edge)
            self.removeItem(self.nodes.pop(name))
            self.boxes.take(name)
        for name in new:
            item = NodeItem(read_card(self.document, self.scope, name, self.analysis))
            item.setVisible(self._detail != Detail.COLOUR)
            self.nodes[name] = item
            self.addItem(item)
        resized = self._refresh_cards({n for n in names if n in graph} - set(new))
        edges = self._sync_wires([name for name in names if name in graph])
        self._placement.fill(
            graph, {n: item.figure for n, item in self.nodes.items()}, self.pill_widths()
        )
        self.place({n: QPointF(*self.position(n)) for n in names if n in graph})
        self._lead_wires_of(resized)
        for edge in edges:
            if self.wires[edge].path.isEmpty():
                self._lead(self.wires[edge])
        if gone:
            self.select([n for n in self.selected if n in graph], self.selected_wires)
        self._look_again()

    def _refresh_cards(self, names: Iterable[str]) -> list[str]:
        """Read cards anew; returns the nodes whose figure changed, so that wires must follow."""
        resized = []
        for name in names:
            item = self.nodes[name]
            if item.show_card(read_card(self.document, self.scope, name, self.analysis)):
                self.boxes.put(name, item.box)
                resized.append(name)
        return resized

    def _lead_wires_of(self, names: Iterable[str]) -> None:
        for edge in {edge for name in names for edge in self._wires_of.get(name, ())}:
            self._lead(self.wires[edge])

    def _sync_wires(self, names: list[str]) -> set[Edge]:
        """Wires of ``names`` as in the document; returns all that touch them."""
        edges: set[Edge] = set()
        for name in names:
            wanted = set(self.graph.edges_of(name))
            for edge in self._wires_of.get(name, set()) - wanted:
                self._drop_wire(edge)
            for edge in [edge for edge in wanted if edge not in self.wires]:
                wire = self.wires[edge] = WireItem(edge)
                wire.setVisible(self._detail != Detail.COLOUR)
                self.addItem(wire)
                for end in (edge.source, edge.target):
                    self._wires_of.setdefault(end, set()).add(edge)
                self._show_shape(wire)
            edges |= wanted
        return edges

    def _drop_wire(self, edge: Edge) -> None:
        wire = self.wires.pop(edge, None)
        if wire is None:
            return
        self.removeItem(wire)
        for end in (edge.source, edge.target):
            self._wires_of.get(end, set()).discard(edge)
        self.selected_wires.pop(edge, None)
        self._lit.discard(edge)

    def _show_shape(self, wire: WireItem) -> None:
        found = None
        if self.analysis is not None:
            source = self.analysis.scope(self.scope).get(wire.edge.source)
            found = source.outputs.get(wire.edge.source_port) if source is not None else None
        wire.show_text(shape_text(found) if found is not None else None)

    def _lead(self, wire: WireItem) -> None:
        edge = wire.edge
        start = self.nodes[edge.source].port_place(edge.source_port, is_output=True)
        end = self.nodes[edge.target].port_place(edge.target_port, is_output=False)
        wire.run(start, end, route(start, end, self.boxes.boxes))

    def _sync_frames(self) -> None:
        groups = self.graph.groups
        for name in [name for name in self.frames if name not in groups]:
            self.removeItem(self.frames.pop(name))
        for name, group in groups.items():
            depth, parent = 0, group.parent
            while parent in groups and depth < len(groups):
                depth, parent = depth + 1, groups[parent].parent
            frame = self.frames.get(name)
            if frame is None or frame.container != group.container:
                if frame is not None:
                    self.removeItem(frame)
                frame = self.frames[name] = FrameItem(name, group.container, depth)
                self.addItem(frame)
            frame.setZValue(-100 + depth)
        self._enclose_frames()

    def _enclose_frames(self) -> None:
        inner_first = sorted(self.frames.values(), key=lambda frame: -frame.zValue())
        for frame in inner_first:
            own = [n.name for n in self.graph.nodes if n.options.get("group") == frame.name]
            boxes = [self.nodes[name].box for name in own if name in self.nodes]
            groups = self.graph.groups
            boxes += [
                other.box
                for other in inner_first
                if groups[other.name].parent == frame.name and not other.box.isNull()
            ]
            frame.enclose(boxes)

    def _look_again(self) -> None:
        if self._detail == Detail.COLOUR:
            self._overview.look(self.nodes.values(), self.wires.values(), self.content_box)

    # QGraphicsScene

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]  # noqa: N802
        theme = current_theme()
        if is_raster(painter):
            paint_grid(painter, rect, painter.worldTransform().m11(), theme)
        else:  # a file of thousands of dots is no use to anyone
            painter.fillRect(rect, theme.color("canvas"))

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # type: ignore[override]  # noqa: N802
        """The shapes on the wires, over everything, since they never overlap a card."""
        opacity = pill_opacity(painter.worldTransform().m11())
        if opacity <= 0:
            return
        theme = current_theme()
        for wire in self.wires.values():
            if wire.text is None or wire.hidden_end or not wire.boundingRect().intersects(rect):
                continue
            if not wire.is_pill_placed:
                taken = [w.pill for w in self.wires.values() if w.pill is not None and w is not wire]
                wire.pill = place_pill(wire.path, wire.text.width, self.boxes.boxes, taken)
                wire.is_pill_placed = True
            if wire.pill is not None:
                lit = wire.lit or wire.selected
                paint_pill(painter, wire.pill, wire.text, theme, lit, opacity)
