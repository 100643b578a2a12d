"""The Model tab joined to the rest: the child is asked, the canvas follows, and it the canvas."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.analysis_client import AnalysisClient, Message
from app.canvas_pane import CanvasPane
from app.open_project import Opened, OpenProject
from app.panels.model_panel import ModelPanel
from app.training_client import TrainingClient
from app.translating import tr
from train.run_folder import BEST, LAST, latest_run


class Inspecting(QObject):
    """Asks for the compiled network while somebody looks at it."""

    file_wanted = Signal()

    def __init__(
        self,
        project: OpenProject,
        client: AnalysisClient,
        training: TrainingClient,
        pane: CanvasPane,
        panel: ModelPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._client = project, client
        self._pane, self._panel = pane, panel
        self._is_watched = False
        #: Where the run of a project is written that was started in this window.
        self.folder_of: Callable[[Opened], Path | None] = lambda _: None
        client.analysis_changed.connect(lambda _: self.refresh())
        training.ended.connect(lambda _: self._show_runs())
        panel.model_wanted.connect(self.refresh)
        panel.tensor_wanted.connect(self._ask_tensor)
        panel.nodes_chosen.connect(self._select)
        panel.file_wanted.connect(self.file_wanted)
        project.replaced.connect(self._begin)

    def watch(self, watched: bool) -> None:
        """Whether the tab is in front: only then is anything asked."""
        begins = watched and not self._is_watched
        self._is_watched = watched
        if begins:
            self._show_runs()
            self.refresh()

    def refresh(self) -> None:
        if self._is_watched and self._client.has_answered:
            self._client.model(self._panel.weights, self._take)

    def show_selection(self, names: list[str]) -> None:
        self._panel.show_selection(self._pane.scope, names)

    def _take(self, reply: Message) -> None:
        self._panel.show_model(reply["rows"], tr(reply["reason"] or reply["report"]))
        self.show_selection(self._pane.selection)

    def _ask_tensor(self, path: str) -> None:
        def show(reply: Message) -> None:
            self._panel.show_tensor(path, reply["statistics"], tr(reply["reason"]))

        self._client.tensor(path, self._panel.weights, show)

    def _select(self, places: list[list[str]]) -> None:
        """One node is brought into sight, of several only the selection is shown."""
        scope = places[0][0]
        if len(places) == 1:
            self._pane.reveal(places[0][1], scope)
            return
        if scope != self._pane.scope:
            self._pane.show_scope(scope)
        self._pane.view.select([name for _, name in places])

    def _begin(self) -> None:
        self._panel.weights = None
        self._panel.show_model([], "")
        self._show_runs()

    def _show_runs(self) -> None:
        self._panel.show_sources(self._runs())

    def _runs(self) -> dict[str, Path]:
        """The weights of the newest run of this project, if there is one."""
        path = self._project.path
        run = self.folder_of(self._project.current)
        if run is None and path is not None:
            run = latest_run(path, self._project.document.name)
        if run is None:
            return {}
        found = {tr("Last of the run"): run / LAST, tr("Best of the run"): run / BEST}
        return {words: file for words, file in found.items() if file.is_file()}
