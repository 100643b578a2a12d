"""Commands on what is selected: mute it, line it up, select what hangs together with it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject

from app.canvas.aligning import ARRANGEMENTS, align_edit
from app.canvas_pane import CanvasPane
from app.open_project import OpenProject
from app.translating import tr
from graph.document import Graph
from graph.errors import EditError
from graph.muting import mute_edit
from graph.phrases import sentence
from graph.reaching import connected, downstream, upstream

#: By command: what of the graph to select.
_REACHES: dict[str, Callable[[Graph, Collection[str]], list[str]]] = {
    "select_connected": connected,
    "select_upstream": upstream,
    "select_downstream": downstream,
}


class SelectionCommands(QObject):
    """Turns them into edits of the open project, or into another selection."""

    def __init__(self, project: OpenProject, pane: CanvasPane, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._pane = project, pane

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        """By the key of the command."""
        return {
            "mute": self.mute,
            **{key: partial(self.arrange, key) for key in ARRANGEMENTS},
            **{key: partial(self.reach, key) for key in _REACHES},
        }

    def needed(self) -> dict[str, int]:
        """How many nodes must be selected for each."""
        return {
            "mute": 1,
            **{key: least for key, (_, least, _) in ARRANGEMENTS.items()},
            **dict.fromkeys(_REACHES, 1),
        }

    def mute(self) -> None:
        """Let what arrives go past the selected nodes; once more, and they take part again."""
        try:
            edit = mute_edit(self._project.document, self._pane.scope, self._pane.selection)
        except EditError as error:
            self._project.refused.emit(tr(sentence(str(error))))
            return
        self._project.push(edit)

    def arrange(self, how: str) -> None:
        """Align, distribute or straighten; the nodes glide there unless motion is unwanted."""
        view = self._pane.view
        edit = align_edit(self._pane.scene, how)
        if edit is not None:
            if not view.reduced_motion:
                self._pane.scene.settling.announce()
            self._project.push(edit)

    def reach(self, how: str) -> None:
        """Select more: what hangs together with the selection."""
        graph = self._project.document.scope(self._pane.scope)
        self._pane.view.select(_REACHES[how](graph, self._pane.selection))
