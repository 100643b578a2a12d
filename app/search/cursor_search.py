"""Search at the cursor: what it offers there, and the edit that a choice comes down to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPointF

from app.adding import Wanted, add_after, add_at_end, add_into
from app.analysis_client import AnalysisClient
from app.canvas.ghost_wire import GhostWire
from app.canvas.loose_end import LooseEnd
from app.canvas_pane import CanvasPane
from app.open_project import OpenProject
from app.preset_handling import PresetHandling
from app.search.popup import SearchPopup
from app.settings import Settings
from app.translating import tr
from graph.addable import addable, by_likelihood
from graph.analysis import TensorType
from graph.catalog import Layer
from graph.document import Value
from graph.edits import Edit

#: Tells a preset among the layers that are offered.
_PRESETS = "Presets"


class CursorSearch(QObject):
    """Opens the search over a canvas and adds what is chosen, as one undo step.

    For a wire that was let go it offers what takes the shape: at first all, as far as that can be
    told without PyTorch, and only what really does once the child has answered.
    """

    def __init__(
        self,
        project: OpenProject,
        analysis: AnalysisClient,
        pane: CanvasPane,
        settings: Settings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._analysis = project, analysis
        self._pane, self._settings = pane, settings
        self._at = QPointF()
        self._end: LooseEnd | None = None
        self._ghost = GhostWire()
        self._presets: PresetHandling | None = None
        self.popup = SearchPopup(pane.view)
        self.popup.chosen.connect(self._add)
        self.popup.closed.connect(self._closed)
        self.popup.more_wanted.connect(self._go_on)
        pane.view.search_wanted.connect(self.open)
        pane.scope_changed.connect(lambda _: self.popup.close_search())
        project.replaced.connect(self.popup.close_search)

    def offer_presets(self, presets: PresetHandling) -> None:
        """Find presets, too, from now on."""
        self._presets = presets

    def open(self, at: QPointF, end: LooseEnd | None = None) -> None:
        """Search at a point of the scene; with ``end`` for something to wire it to."""
        view = self._pane.view
        self.popup.close_search()
        self._at, self._end = at, end
        recent = self._settings.recent_layers if end is None else ()
        pixel = view.viewport().mapTo(view, view.mapFromScene(at))
        self.popup.open(pixel, self._layers(), recent, self._aim(), self._arriving())
        if end is not None:
            self._ghost.show(self._pane.scene, end, at)
        if end is not None and end.is_output:
            self._ask(end)

    def _layers(self) -> list[Layer]:
        layers, end = addable(self._project.document, self._pane.scope), self._end
        layers += self._kept()
        tensor = self._arriving()
        if end is not None:
            ports = "inputs" if end.is_output else "outputs"
            layers = [layer for layer in layers if getattr(layer, ports)]
        return by_likelihood(layers, tensor) if tensor is not None else layers

    def _kept(self) -> list[Layer]:
        presets = self._presets.presets if self._presets is not None else []
        return [
            Layer(preset.name, "block", "block", summary=preset.summary, section=_PRESETS)
            for preset in presets
        ]

    def _arriving(self) -> TensorType | None:
        """What the new layer will be fed, where that is known."""
        end, selection = self._end, self._pane.selection
        if end is None and len(selection) != 1:
            return None
        nodes = self._analysis.analysis.scope(self._pane.scope)
        known = nodes.get(selection[0] if end is None else end.node)
        if known is None or (end is not None and not end.is_output):
            return None
        return known.outputs.get(end.port) if end else next(iter(known.outputs.values()), None)

    def _ask(self, end: LooseEnd) -> None:
        """Ask the child which layers take what ``end`` gives, until it has tried them all."""

        def show(types: Sequence[str], complete: bool) -> None:
            if self._end is not end or not self.popup.is_open:
                return
            by_type = {layer.type: layer for layer in self._layers()}
            offered = [by_type[type_] for type_ in types if type_ in by_type]
            self.popup.offer([*offered, *self._kept()])
            if not complete:
                self._ask(end)

        self._analysis.accepting(self._pane.scope, end.node, end.port, show)

    def _aim(self) -> str:
        """What Enter will do."""
        selection = self._pane.selection
        if self._end is not None:
            words = tr("Enter adds it after {layer}"), tr("Enter adds it before {layer}")
            return words[not self._end.is_output].format(layer=self._end.node)
        if len(selection) == 1:
            return tr("Enter adds it after {layer}").format(layer=selection[0])
        if selection:
            return tr("Enter adds it after these {n}", n=len(selection))
        return tr("Enter adds it here")

    def _closed(self) -> None:
        self._ghost.hide()
        self._pane.view.setFocus()

    def _add(self, layer: Layer, arguments: Mapping[str, Value]) -> None:
        pane = self._pane
        before = set(pane.scene.nodes)
        self._closed()
        if layer.section == _PRESETS and self._presets is not None:
            if self._end is None and len(pane.selection) == 1:
                self._presets.put(layer.type)
            else:
                self._presets.put_at(layer.type, self._at, self._end)
            return
        if not self._project.push(self._edit(Wanted(layer.type, arguments))):
            return
        self._settings.add_recent_layer(layer.type)
        added = [name for name in pane.scene.nodes if name not in before]
        if added:
            pane.reveal(added[0], pane.scope)

    def _go_on(self) -> None:
        """Search again, below what was just added, for what comes after it."""
        selection = self._pane.selection
        if len(selection) == 1 and selection[0] in self._pane.scene.nodes:
            box = self._pane.scene.nodes[selection[0]].box
            self.open(QPointF(box.left(), box.bottom() + 24))

    def _edit(self, wanted: Wanted) -> Edit:
        scene, selection = self._pane.scene, self._pane.selection
        if self._end is not None and self._end.node in scene.nodes:
            return add_at_end(scene, wanted, self._end, self._at)
        if len(selection) > 1:
            return add_into(scene, wanted, selection)
        return add_after(scene, wanted, selection[0] if selection else "", self._at)
