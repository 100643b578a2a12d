"""The scene: one item per node, wire and frame of a scope, kept like the document by observing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsScene

from app.canvas.badges import REACH
from app.canvas.box_index import Box
from app.canvas.card import Card, read_card
from app.canvas.detail import Detail, detail_at, pill_opacity
from app.canvas.dot_grid import paint_grid
from app.canvas.dyes import Dye
from app.canvas.frame_item import FrameItem
from app.canvas.held_points import Point, still_there
from app.canvas.items import Items
from app.canvas.lettering import draws_outlines
from app.canvas.node_item import NodeItem
from app.canvas.note_item import NoteItem
from app.canvas.placement import Placement
from app.canvas.portions import Portions
from app.canvas.settling import Settling
from app.canvas.shape_pill import paint_pill, shape_text
from app.canvas.thumbnail_item import ThumbnailItem, lay_thumbnails
from app.canvas.wire_item import WireItem
from app.theme import current_theme
from graph.analysis import Analysis, differing
from graph.catalog.custom import PYTHON
from graph.document import ROOT, Change, Document, Edge, Graph, Position

#: Cards that are read anew between two frames, where all of thousands are.
_PORTION = 24


class CanvasScene(QGraphicsScene):
    """Shows one scope of a document. It changes nothing: what the user wants is an edit.

    Positions of items differ from the document's only during a drag or while a layout settles.
    """

    selection_changed = Signal(list)
    content_changed = Signal()
    analysed = Signal(object)  # Analysis
    looks_changed = Signal()  # where nodes are, how they look, which are selected

    def __init__(self, document: Document, scope: str = ROOT) -> None:
        super().__init__()
        self.document, self.scope = document, scope
        self.items_of = Items(self, lambda edge: self.graph.route(edge))
        self.nodes, self.wires = self.items_of.nodes, self.items_of.wires
        self.frames, self.boxes = self.items_of.frames, self.items_of.boxes
        self.analysis: Analysis | None = None
        self.dyes: dict[str, Dye] = {}  # what lays something over every card
        self.selected: dict[str, None] = {}
        self.selected_wires: dict[Edge, None] = {}
        self.selected_points: dict[Point, None] = {}
        self.selected_notes: dict[str, None] = {}
        self.selected_frame = ""  # whose title was clicked, while all of it is selected
        self.notes: dict[str, NoteItem] = {}
        self.settling = Settling(self)
        self._placement = Placement()
        self._lit: set[Edge] = set()
        self._detail = Detail.FULL
        self._overview = self.items_of.overview
        self._reading: Portions[str] = Portions(self, self._read, _PORTION, self._look_from_afar)
        self._thumbnails: dict[str, ThumbnailItem] = {}
        self.addItem(self._overview)
        self._stop_observing = document.observe(self._document_changed)
        self.items_of.show_frames(self.graph)
        self._take_in(set(self.graph.names))
        self.show_notes()

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
        # Whether the user's own code is trusted stands on its card, and in no shape.
        changed = differing(now, before, self.nodes)
        own = [name for name in self.nodes if self.graph.node(name).type == PYTHON]
        self._reading.ask(list(dict.fromkeys([*changed, *own])))
        self.items_of.show_problems(analysis, self.scope)
        self._look_from_afar()
        self.analysed.emit(analysis)

    def _read(self, names: Collection[str]) -> None:
        """Let cards say what is known of their nodes now, and wires what they carry."""
        present = [name for name in names if name in self.nodes]
        for edge in {edge for name in present for edge in self.items_of.wires_of(name)}:
            self._show_shape(self.wires[edge])
        changed = self.items_of.show_cards(self._card(name) for name in present)
        self.items_of.enclose(self.graph, changed)

    def dye(self, key: str, dye: Dye | None) -> None:
        """Lay something over every card, or no longer; ``key`` says which of the dyes it is."""
        if dye != self.dyes.get(key):
            self.dyes = {k: d for k, d in {**self.dyes, key: dye}.items() if d is not None}
            self._reading.ask(self.nodes)

    def show_thumbnails(self, pictures: Mapping[str, QPixmap]) -> None:
        """Lay a picture beside each of these nodes, and beside no other."""
        lay_thumbnails(self._thumbnails, self.nodes, pictures)
        self.items_of.hang("picture", {n: item.room for n, item in self._thumbnails.items()})

    def set_zoom(self, zoom: float) -> None:
        """Draw what can be seen at this zoom: items, or from far off the overview alone."""
        was, self._detail = self._detail, detail_at(zoom)
        far = self._detail == Detail.COLOUR
        if far != (was == Detail.COLOUR):
            self.items_of.set_visible(not far)
            self._overview.setVisible(far)
            self._follow()

    @property
    def is_settled(self) -> bool:
        """Whether no card waits to be read and no wire to be led."""
        return not self._reading.waiting and self.items_of.leading.is_done

    @property
    def content_box(self) -> QRectF:
        """Around all that is drawn; empty for an empty canvas."""
        notes = [note.box for note in self.notes.values()]
        return reduce(QRectF.united, notes, self.items_of.content_box)

    def position(self, name: str) -> Position:
        """Where the document, or for want of a position the automatic layout, puts a node."""
        return self._placement.position(self.graph, name)

    def unplaced_positions(self) -> dict[str, Position]:
        """Where nodes that have no position in the document are shown."""
        return {name: self.position(name) for name in self._placement.unplaced(self.graph)}

    def pill_widths(self) -> dict[str, float]:
        """Beside each node, the room that the widest shape which leaves it needs."""
        return self.items_of.pill_widths

    # selection and light

    def select(
        self, names: Iterable[str], wires: Iterable[Edge] = (), points: Iterable[Point] = ()
    ) -> None:
        """Make these, and only these, the selection."""
        self.select_notes([])
        chosen = {name: None for name in names if name in self.nodes}
        edges = {edge: None for edge in wires if edge in self.wires}
        picked = {point: None for point in points if point[0] in self.wires}
        if self.selected_frame and set(chosen) != set(self.selected):
            self.choose_frame("")
        self.peek(chosen)
        before = list(self.selected), self.selected_wires, self.selected_points
        if (list(chosen), edges, picked) == before:
            return
        for edge in {edge for edge, _ in (*self.selected_points, *picked)} & self.wires.keys():
            self.wires[edge].pick(frozenset(i for other, i in picked if other == edge))
        for name in [n for n in {*self.selected, *chosen} if n in self.nodes]:
            self.nodes[name].set_look(selected=name in chosen)
        for edge in [e for e in {*self.selected_wires, *edges} if e in self.wires]:
            self.wires[edge].set_state(selected=edge in edges)
        self.selected, self.selected_wires, self.selected_points = chosen, edges, picked
        self._look_from_afar()
        self.selection_changed.emit(list(chosen))

    def peek(self, names: Collection[str], *, certainly: bool = False) -> None:
        """Open folded frames for a look at what is chosen in them; see ``FoldedFrames.peek``."""
        if self.items_of.peek(self.graph, names, certainly=certainly):
            self._follow()

    def choose_frame(self, name: str) -> None:
        """Say that what is selected is a frame as such; "" that it is not."""
        for frame in (self.frames.get(self.selected_frame), self.frames.get(name)):
            if frame is not None:
                frame.set_selected(frame.name == name)
        self.selected_frame = name

    @property
    def selects_anything(self) -> bool:
        """Whether nodes, wires, points of wires or notes are selected."""
        nodes_or_notes = self.selected or self.selected_notes
        return bool(nodes_or_notes or self.selected_wires or self.selected_points)

    def select_notes(self, names: Iterable[str]) -> None:
        """Make these notes, beside whatever else, the selected ones."""
        chosen = {name: None for name in names if name in self.notes}
        if chosen != self.selected_notes:
            self.selected_notes = chosen
            for name, note in self.notes.items():
                note.set_state(selected=name in chosen)
            self.selection_changed.emit(list(self.selected))

    def show_notes(self) -> None:
        """Make the notes equal to the document's."""
        notes = self.graph.notes
        for name in [name for name in self.notes if name not in notes]:
            self.removeItem(self.notes.pop(name))
        for name, note in notes.items():
            if name not in self.notes:
                self.notes[name] = NoteItem(note)
                self.addItem(self.notes[name])
            self.notes[name].show_note(note)
        if self.selected_notes.keys() - notes.keys():
            self.select_notes([name for name in self.selected_notes if name in notes])
        self.looks_changed.emit()

    def note_at(self, point: QPointF) -> NoteItem | None:
        """The note under ``point``, of several the newest."""
        found = [note for note in self.notes.values() if note.box.contains(point)]
        return found[-1] if found else None

    def light_up(self, edge: Edge | None) -> None:
        """Light a wire and everything that leads to it."""
        lit: set[Edge] = set()
        ahead = [edge] if edge is not None and edge in self.wires else []
        while ahead:
            found = ahead.pop()
            if found not in lit:
                lit.add(found)
                into = self.items_of.wires_of(found.source)
                ahead += [e for e in into if e.target == found.source]
        self._light(lit)

    def mark(self, edges: Collection[Edge]) -> None:
        """Light these wires, alone, as those that something would happen to."""
        self._light({edge for edge in edges if edge in self.wires})

    def _light(self, lit: set[Edge]) -> None:
        if lit == self._lit:
            return
        for edge in [edge for edge in self._lit ^ lit if edge in self.wires]:
            self.wires[edge].set_state(lit=edge in lit)
        self._lit = lit
        self._look_from_afar()

    # finding

    def node_at(self, point: QPointF) -> NodeItem | None:
        """The topmost card under ``point``."""
        return max(self.nodes_near(point, 0.0), key=lambda item: item.zValue(), default=None)

    def nodes_near(self, point: QPointF, distance: float) -> list[NodeItem]:
        area = QRectF(point, point).adjusted(-distance, -distance, distance, distance)
        return [self.nodes[name] for name in self.boxes.names(area)]

    def badged_near(self, point: QPointF) -> list[NodeItem | FrameItem]:
        """The cards of nodes and folded frames whose badges may be under ``point``."""
        folded = [self.frames[name] for name in self.items_of.folded.members]
        return [*self.nodes_near(point, REACH), *folded]

    def wire_at(
        self, point: QPointF, distance: float, but: Collection[Edge] = ()
    ) -> WireItem | None:
        """The wire nearest to ``point`` that passes within ``distance``, none of ``but``."""
        here = Box.of(QRectF(point, point))
        near = [wire for wire in self.items_of.wires_near(here) if wire.edge not in but]
        measured = [(wire.distance(point), wire) for wire in near]
        apart, wire = min(measured, key=lambda pair: pair[0], default=(distance, None))
        return wire if apart < distance else None

    def frame_at(self, point: QPointF) -> FrameItem | None:
        """The innermost frame whose title is under ``point``."""
        found = [frame for frame in self.frames.values() if frame.title_box.contains(point)]
        return max(found, key=lambda frame: frame.zValue(), default=None)

    # places

    def place(self, places: Mapping[str, QPointF], *, settled: bool = True) -> None:
        """Put items somewhere; wires and frames follow. A drag is not ``settled``."""
        self.items_of.place(places, settled=settled)
        self._follow(places)

    def restore_places(self, names: Collection[str]) -> None:
        """Put items back to where the document has them: the end of every drag."""
        self.place({n: QPointF(*self.position(n)) for n in names if n in self.nodes})

    # observing

    def _document_changed(self, change: Change) -> None:
        if self.scope not in self.document.scopes:
            return
        touched = set(change.nodes.get(self.scope, ()))
        if "blocks" in change.parts:
            touched |= set(self.graph.names) | set(self.nodes)
        elif inside := change.nodes.keys() & self.document.blocks.keys() - {self.scope}:
            # What is an Input or Output in there is a port of each use here.
            touched |= {node.name for node in self.graph.nodes if node.type in inside}
        if touched or "groups" in change.parts:
            self.items_of.show_frames(self.graph)
            self._take_in(touched)
        notes = {name: item.note.at for name, item in self.notes.items()}
        if "notes" in change.parts:
            self.show_notes()
        if "looks" in change.parts:
            self._show_looks(change.moved.get(self.scope, ()))
        moved = {n for n in change.moved.get(self.scope, ()) if n in self.nodes}
        if moved:
            self.settling.move({n: QPointF(*self.position(n)) for n in moved}, notes)
        if touched or moved:
            self._follow_points(touched | moved)
        self.content_changed.emit()

    def _take_in(self, names: set[str]) -> None:
        """Make items equal to the document for ``names``: removed, added, changed, rewired."""
        graph = self.graph
        gone = [name for name in names if name not in graph and name in self.nodes]
        present = [name for name in graph.names if name in names]
        for name in gone:
            self._thumbnails.pop(name, None)  # goes with its card
            self.items_of.drop_node(name)
        self._sync_wires(present, add=False)
        known = [name for name in present if name in self.nodes]
        add, missing = self.items_of.add_node, [n for n in present if n not in self.nodes]
        if back := [name for name in missing if add(name, self._card)]:
            self._reading.ask(back)
        self.items_of.show_cards(self._card(name) for name in known)
        new = self._sync_wires(present, add=True)
        self._find_places(present)
        self.items_of.place({n: QPointF(*self.position(n)) for n in present}, settled=True)
        leading = self.items_of.leading
        leading.lead(edge for edge in new if leading.lacks_way(edge))
        self.items_of.overview.look_anew(present)
        self._follow()
        self.select(list(self.selected), list(self.selected_wires), list(self.selected_points))

    def _find_places(self, names: Collection[str]) -> None:
        """Find those of ``names`` a place that the document gives none."""
        if any(self.graph.position(name) is None for name in names):
            figures = {name: item.figure for name, item in self.nodes.items()}
            self._placement.fill(self.graph, figures, self.pill_widths())

    def _show_looks(self, names: Iterable[str]) -> None:
        self.items_of.show_frames(self.graph)
        self.items_of.show_cards(self._card(name) for name in names if name in self.nodes)
        self._follow()

    def _follow_points(self, names: set[str]) -> None:
        """Lead wires by the points that the document has now; forget those that are gone."""
        self.items_of.lead_anew(names)
        points = {edge: wire.points for edge, wire in self.wires.items() if wire.points}
        there = still_there(points, self.selected_points)
        if len(there) < len(self.selected_points):
            self.select(list(self.selected), list(self.selected_wires), there)

    def _sync_wires(self, names: list[str], *, add: bool) -> list[Edge]:
        """Drop the wires of ``names`` that the document lacks, or add those it has."""
        changed: list[Edge] = []
        for name in names:
            if not add:
                if shown := self.items_of.wires_of(name):
                    for edge in shown.difference(self.graph.edges_of(name)):
                        self.items_of.drop_wire(edge)
                continue
            for edge in [e for e in self.graph.edges_of(name) if e not in self.wires]:
                self._show_shape(self.items_of.add_wire(edge))
                changed.append(edge)
        return changed

    def _card(self, name: str) -> Card:
        card = read_card(self.document, self.scope, name, self.analysis)
        return reduce(lambda under, dye: dye.over(under), self.dyes.values(), card)

    def _show_shape(self, wire: WireItem) -> None:
        found = None
        if self.analysis is not None:
            source = self.analysis.scope(self.scope).get(wire.edge.source)
            found = source.outputs.get(wire.edge.source_port) if source is not None else None
        wire.show_text(shape_text(found) if found is not None else None)

    def _follow(self, moved: Collection[str] | None = None) -> None:
        """After items (all, or those that moved) changed: frames and the overview."""
        self.items_of.enclose(self.graph, moved)
        self._look_from_afar()

    def _look_from_afar(self) -> None:
        if self._detail == Detail.COLOUR:
            lit = [self.wires[e] for e in {*self._lit, *self.selected_wires} if e in self.wires]
            self._overview.mark(self.selected, lit, self.content_box)
        self.looks_changed.emit()

    # QGraphicsScene

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        theme = current_theme()
        if self._detail != Detail.COLOUR:
            if late := self._reading.waiting:
                self._reading.do_now([name for name in self.boxes.names(rect) if name in late])
            self.items_of.leading.lead_seen(Box.of(rect))
        if draws_outlines():  # a file of thousands of dots is no use to anyone
            painter.fillRect(rect, theme.color("canvas"))
        else:
            paint_grid(painter, rect, painter.worldTransform().m11(), theme)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """The shapes on the wires, over everything, since they never overlap a card."""
        opacity = pill_opacity(painter.worldTransform().m11())
        if opacity <= 0:
            return
        theme = current_theme()
        for wire in self.items_of.wires_near(Box.of(rect)):
            if wire.text is None or wire.hidden_end:
                continue
            self.items_of.place_pill(wire)
            if wire.pill is not None:
                lit = wire.lit or wire.selected
                paint_pill(painter, wire.pill, wire.text, theme, lit, opacity)
