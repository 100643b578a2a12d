"""The canvas with what stands over it: breadcrumbs inside a block, a word of welcome when empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.breadcrumbs import Breadcrumbs, Crumb
from app.canvas import CanvasScene, CanvasView
from app.canvas.group_legend import GroupLegend
from app.canvas.group_marks import GroupMarks
from app.canvas.heat import Heat
from app.canvas.heat_legend import HeatLegend
from app.canvas.minimap import Minimap
from app.canvas.zooming import zoom_of
from app.panels.pieces import column, plain_label
from app.translating import tr
from graph.analysis import Analysis
from graph.collector import collector_at_rest, keep_for_long
from graph.costs import Costs, Measure
from graph.document import ROOT, Document, Graph
from graph.edits import Edit, renames
from graph.uses import Path, path_to, scope_at

#: From so many nodes on the garbage collector would be felt.
_LARGE = 1000


@dataclass(frozen=True)
class Sight:
    """What part of a scope was looked at: zoom, and the middle in scene coordinates."""

    zoom: float
    middle: QPointF


@dataclass(frozen=True)
class Place:
    """Where one is: a scope, as the use at ``path`` has it, and what of it one looks at."""

    scope: str
    path: Path
    zoom: float
    middle: QPointF

    def is_like(self, other: Place) -> bool:
        """Whether the eye would tell no difference."""
        step = (self.middle - other.middle) * self.zoom
        close = abs(self.zoom / other.zoom - 1) < 0.01 and step.manhattanLength() < 8
        return close and (self.scope, self.path) == (other.scope, other.path)


class CanvasPane(QWidget):
    """Shows one scope of a document and keeps the scenes in order when that changes.

    ``path`` are the uses that lead into the block that is shown; it is empty at the network, and
    for a block that nothing uses.
    """

    scope_changed = Signal(str)
    path_changed = Signal(tuple)
    escaped = Signal()  # Escape at the network, with nothing to let go of
    leaving = Signal(object)  # the Place where one is, before a jump elsewhere

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self.scope = document, ROOT
        self.path: Path = ()
        self._analysis, self.costs = Analysis(), Costs()
        self._keys: Mapping[str, Mapping[str, str]] = {}
        self._measure: Measure | None = None
        self._renaming, self._welcomes = "", True
        self._sights: dict[str, Sight] = {}
        self.view = CanvasView(CanvasScene(document))
        self._graph: Graph = document.graph
        self.view.node_activated.connect(self.enter)
        self.view.escaped.connect(self._escape)
        self.crumbs = Breadcrumbs()
        self.crumbs.level_chosen.connect(self.go_out_to)
        self._welcome = plain_label(
            tr("Drag a layer from the left, or press Tab and type its name."), "soft"
        )
        self.minimap = Minimap(self.view)
        self.legend = HeatLegend(self.view)  # children of the viewport scroll with it
        self.group_legend = GroupLegend(self.view)
        self.group_marks: GroupMarks | None = None
        self._welcome.setParent(self.view.viewport())
        self._welcome.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._welcome.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.viewport().installEventFilter(self)
        self.setLayout(column(self.crumbs, self.view, spacing=0))
        self.refresh()

    @property
    def scene(self) -> CanvasScene:
        return self.view.canvas

    @property
    def selection(self) -> list[str]:
        return list(self.scene.selected)

    @property
    def document(self) -> Document:
        return self._document

    # where one is

    def show_document(self, document: Document) -> None:
        self._document = document
        self._analysis, self.costs, self._keys = Analysis(), Costs(), {}
        self._sights.clear()
        self._show(ROOT, ())

    def show_scope(self, scope: str, path: Path | None = None) -> None:
        """Show the network or the inside of a block, as the use at ``path`` has it.

        Without a path it is the use that one comes to first.
        """
        if path is None or scope_at(self._document, path) != scope:
            path = path_to(self._document, scope) or ()
        if scope != self.scope:
            self.leaving.emit(self.place)
            self._remember_sight()
            self._show(scope, path)
        elif path != self.path:
            self._set_path(path)

    def enter(self, name: str) -> None:
        """Look into a node that is a block."""
        type_ = self._document.scope(self.scope).node(name).type
        if type_ in self._document.blocks and type_ != self.scope:
            known = self.path or self.scope == ROOT
            self.show_scope(type_, (*self.path, name) if known else None)

    def show_next(self, step: int) -> None:
        """Go round through the network and its blocks, in the order of the file."""
        scopes = list(self._document.scopes)
        self.show_scope(scopes[(scopes.index(self.scope) + step) % len(scopes)])
        self.view.setFocus()

    def _escape(self) -> None:
        if self.scope == ROOT:
            self.escaped.emit()
        else:
            self.go_out()

    def go_out(self) -> None:
        """Out of the block that is shown, to the use that one looked into."""
        if self.scope != ROOT:
            self.go_out_to(max(0, len(self.path) - 1))

    def go_out_to(self, level: int) -> None:
        """Out to a level of the breadcrumbs, 0 for the network."""
        left = self.path[level : level + 1]
        path = self.path[:level]
        scope = scope_at(self._document, path)
        if scope is None or scope == self.scope:
            return
        self.leaving.emit(self.place)
        self._show(scope, path)
        sight = self._sights.get(scope)
        if sight is not None:
            self.view.zoom_to(sight.zoom)
            self.view.centerOn(sight.middle)
        self.view.select(left)
        self.view.setFocus()

    def _show(self, scope: str, path: Path) -> None:
        old = self.view.canvas
        self.scope, self._graph = scope, self._document.scope(scope)
        with collector_at_rest():
            scene = CanvasScene(self._document, scope)
        if len(self._graph) > _LARGE:
            keep_for_long()
        self.view.show_scene(scene)
        self.minimap.show_scene(scene)
        old.close()
        old.deleteLater()
        scene.show_analysis(self._analysis)
        scene.items_of.show_keys(self._keys.get(scope, {}))
        self._show_heat()
        self._set_path(path)
        scene.dye("groups", self.group_marks)
        self.refresh()
        self.scope_changed.emit(scope)

    def _set_path(self, path: Path) -> None:
        self.path = path
        self._show_crumbs()
        self.path_changed.emit(path)

    def _remember_sight(self) -> None:
        self._sights[self.scope] = Sight(zoom_of(self.view), self._middle)

    # following the document

    def show_analysis(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self.scene.show_analysis(analysis)

    def show_keys(self, keys: Mapping[str, Mapping[str, str]]) -> None:
        """By scope, what frames are called in ``state_dict``."""
        if keys:  # with a mistake in the network, the last ones stay
            self._keys = keys
            self.scene.items_of.show_keys(keys.get(self.scope, {}))

    def show_costs(self, costs: Costs) -> None:
        self.costs = costs
        self._show_heat()

    def set_heat(self, measure: Measure | None) -> None:
        """Tint the cards by a measure of what they cost, or by none."""
        self._measure = measure
        self._show_heat()

    def _show_heat(self) -> None:
        heat = Heat.of(self.costs, self.scope, self._measure) if self._measure else None
        self.scene.dye("heat", heat)
        self.legend.show_heat(heat)
        self._place_welcome()

    def show_groups(self, marks: GroupMarks | None) -> None:
        """Mark each card with its parameter groups, or no longer."""
        self.group_marks = marks
        self.scene.dye("groups", marks)
        self.group_legend.show_marks(marks)
        self._place_welcome()

    def before_edit(self, edit: Edit, _plain: object) -> None:
        """A layer that is being renamed stays selected under its new name, and on the way."""
        self._renaming = ""
        for scope, old, new in renames(edit):
            if scope == self.scope and old in (self._renaming, *self.scene.selected):
                self._renaming = new
            scopes = [
                scope_at(self._document, self.path[:depth]) for depth in range(len(self.path))
            ]
            self.path = tuple(
                new if (known, name) == (scope, old) else name
                for known, name in zip(scopes, self.path, strict=True)
            )

    def after_edit(self, _edit: Edit) -> None:
        if self._renaming in self.scene.nodes:
            self.view.select([self._renaming])

    def show_welcome(self, shown: bool) -> None:
        """Whether an empty canvas has a word of welcome, or something better stands there."""
        self._welcomes = shown
        self._welcome.setVisible(shown and not len(self._graph))

    def refresh(self) -> None:
        """After an edit: the block may be gone or renamed, the way to it or the first layer new."""
        if self.scope not in self._document.scopes:
            self._follow_block()
            return
        self._graph = self._document.scope(self.scope)
        if scope_at(self._document, self.path) != self.scope:
            self._set_path(path_to(self._document, self.scope) or ())
        elif self.scope != ROOT:
            self._set_path(self.path)
        self._welcome.setVisible(self._welcomes and not len(self._graph))
        self._place_welcome()

    def _follow_block(self) -> None:
        """Show a block under its new name, or, where it is gone, the network."""
        renamed = [n for n, b in self._document.blocks.items() if b.graph is self._graph]
        selection = self.selection
        scope = renamed[0] if renamed else ROOT
        self._remember_sight()
        sight = self._sights[self.scope]
        self._show(scope, path_to(self._document, scope) or ())
        if renamed:
            self.view.zoom_to(sight.zoom)
            self.view.centerOn(sight.middle)
            self.view.select(selection)

    def reveal(self, name: str, scope: str = ROOT, path: Path | None = None) -> None:
        """Select a node and bring it into sight."""
        if scope != self.scope or path is not None:
            self.show_scope(scope, path)
        elif name in self.scene.nodes and not self._sees(name):
            self.leaving.emit(self.place)
        self._bring_into_sight(name)

    def look_at(self, name: str, scope: str) -> None:
        """The same while one looks around: where one was is not left for good. "" is no node."""
        if scope != self.scope:
            self._remember_sight()
            self._show(scope, path_to(self._document, scope) or ())
        self._bring_into_sight(name)

    def show_note(self, name: str) -> None:
        """Select a note on the canvas and bring it to the middle; "" is none."""
        note = self.scene.notes.get(name)
        if note is not None:
            self.view.select([])
            self.scene.select_notes([name])
            self.view.look_elsewhere()
            self.view.centerOn(note.box.center())

    def _bring_into_sight(self, name: str) -> None:
        self.view.select([name])
        self.scene.peek([name], certainly=True)
        if name in self.scene.nodes and not self._sees(name):
            self.view.center_on(name)

    @property
    def place(self) -> Place:
        """Where one is."""
        return Place(self.scope, self.path, zoom_of(self.view), self._middle)

    def has(self, place: Place) -> bool:
        """Whether a place is still there: its block may be gone."""
        return place.scope in self._document.scopes

    def go_to(self, place: Place) -> None:
        """Go to a place, as it was left, without leaving another behind."""
        if place.scope != self.scope or place.path != self.path:
            known = scope_at(self._document, place.path) == place.scope
            path = place.path if known else path_to(self._document, place.scope) or ()
            self._remember_sight()
            self._show(place.scope, path)
        self.view.zoom_to(place.zoom)
        self.view.centerOn(place.middle)
        self.view.setFocus()

    @property
    def _middle(self) -> QPointF:
        area = QRectF(self.view.viewport().rect())
        return self.view.mapToScene(area.center().toPoint())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_welcome()
        return False

    def _sees(self, name: str) -> bool:
        visible = self.view.mapToScene(self.view.viewport().rect()).boundingRect()
        return bool(visible.contains(self.scene.nodes[name].box))

    def _show_crumbs(self) -> None:
        crumbs = [
            Crumb(scope_at(self._document, self.path[: level + 1]) or "", use)
            for level, use in enumerate(self.path)
        ]
        if self.scope != ROOT and not crumbs:
            crumbs = [Crumb(self.scope, "")]
        self.crumbs.show_levels(self._document.name, crumbs)

    def _place_welcome(self) -> None:
        area = self.view.viewport().rect()
        self._welcome.setGeometry(area)
        self.legend.move(16, area.height() - self.legend.height() - 16)
        above = self.legend.height() + 8 if self.legend.isVisible() else 0
        self.group_legend.move(16, area.height() - self.group_legend.height() - 16 - above)
