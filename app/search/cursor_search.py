"""Search at the cursor: what it offers there, and the edit that a choice comes down to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF

from app.adding import Wanted, add_after, add_at_end, add_into
from app.canvas.loose_end import LooseEnd
from app.canvas_pane import CanvasPane
from app.open_project import OpenProject
from app.search.popup import SearchPopup
from app.search.query import searchable
from app.settings import Settings
from graph.catalog import Layer
from graph.document import Value
from graph.edits import Edit


class CursorSearch(QObject):
    """Opens the search over a canvas and adds what is chosen, as one undo step."""

    def __init__(
        self, project: OpenProject, pane: CanvasPane, settings: Settings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._pane, self._settings = project, pane, settings
        self._at, self._end = QPointF(), LooseEnd("", "", is_output=True)
        self.popup = SearchPopup(pane.view)
        self.popup.chosen.connect(self._add)
        self.popup.closed.connect(pane.view.setFocus)
        pane.view.search_wanted.connect(self.open)
        pane.scope_changed.connect(lambda _: self.popup.close_search())
        project.replaced.connect(self.popup.close_search)

    def open(self, at: QPointF, end: LooseEnd | None = None) -> None:
        """Search at a point of the scene; with ``end`` for something to wire it to."""
        view = self._pane.view
        self._at, self._end = at, end or LooseEnd("", "", is_output=True)
        layers = searchable(self._project.document, self._pane.scope)
        if self._end.node:
            layers = [ly for ly in layers if (ly.inputs if self._end.is_output else ly.outputs)]
        recent = () if self._end.node else self._settings.recent_layers
        pixel = view.viewport().mapTo(view, view.mapFromScene(at))
        self.popup.open(pixel, layers, recent, self._aim())

    def _aim(self) -> str:
        """What Enter will do."""
        selection = self._pane.selection
        if self._end.node:
            side = "after" if self._end.is_output else "before"
            return self.tr("Enter adds it {} {}").format(side, self._end.node)
        if len(selection) == 1:
            return self.tr("Enter adds it after {}").format(selection[0])
        if selection:
            return self.tr("Enter adds it after these {}").format(len(selection))
        return self.tr("Enter adds it here")

    def _add(self, layer: Layer, arguments: Mapping[str, Value]) -> None:
        pane = self._pane
        before = set(pane.scene.nodes)
        pane.view.setFocus()
        if not self._project.push(self._edit(Wanted(layer.type, arguments))):
            return
        self._settings.add_recent_layer(layer.type)
        added = [name for name in pane.scene.nodes if name not in before]
        if added:
            pane.reveal(added[0], pane.scope)

    def _edit(self, wanted: Wanted) -> Edit:
        scene, selection = self._pane.scene, self._pane.selection
        if self._end.node in scene.nodes:
            return add_at_end(scene, wanted, self._end, self._at)
        if len(selection) > 1:
            return add_into(scene, wanted, selection)
        return add_after(scene, wanted, selection[0] if selection else "", self._at)
