"""Weights from a file: looked at first, with what would go where, then kept in the project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.analysis_client import AnalysisClient, Message
from app.file_handling import Dialogs
from app.open_project import OpenProject
from app.panels.model_panel import ModelPanel
from app.panels.weights_dialog import WeightsDialog
from app.translating import later, tr
from app.written_path import written_path
from graph.edits import SetTraining

FILTER = later("Weights (*.safetensors *.pt *.pth);;All files (*)")


class LoadingWeights(QObject):
    """Asks for a file, shows what fits, and makes the project start from it if the user agrees."""

    said = Signal(str)

    def __init__(
        self,
        project: OpenProject,
        client: AnalysisClient,
        panel: ModelPanel,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._client, self._panel = project, client, panel
        self._dialogs = dialogs
        self.dialog: WeightsDialog | None = None

    def choose(self) -> None:
        self._dialogs.choose_file(tr("Load weights"), self._folder, tr(FILTER), self.look_at)

    def choose_to_see(self) -> None:
        """For the model tree alone: the project stays as it is."""
        self._dialogs.choose_file(
            tr("Look at weights"), self._folder, tr(FILTER), self._show_values
        )

    def look_at(self, path: Path) -> None:
        """Show which tensors of a file fit, and how they could be matched otherwise."""
        self.dialog = WeightsDialog(path, self.parent())
        self.dialog.finished.connect(lambda _: self._forget())
        self.dialog.match_wanted.connect(self._ask)
        self.dialog.table_wanted.connect(self._choose_table)
        self.dialog.agreed.connect(self._start_from)
        self.dialog.open()
        self._ask(self.dialog.weights)

    def _ask(self, weights: Message) -> None:
        dialog = self.dialog

        def show(reply: Message) -> None:
            if dialog is not None and dialog is self.dialog:
                dialog.show_report(reply)

        self._client.match(weights, show)

    def _forget(self) -> None:
        """It is closed: an answer that comes now is for nobody."""
        self.dialog = None

    def _choose_table(self) -> None:
        dialog = self.dialog
        if dialog is not None:
            filters = tr("Tables of names (*.txt *.yaml *.yml);;All files (*)")
            self._dialogs.choose_file(tr("Table of names"), self._folder, filters, dialog.use_table)

    def _start_from(self, weights: Message) -> None:
        path = written_path(Path(weights["path"]), self._project.folder)
        said = {"path": path}
        if weights["match"] != "name":
            how = weights["match"]
            said["match"] = how if how == "order" else written_path(Path(how), self._project.folder)
        if self._project.push(SetTraining(("weights",), said, label=later("Load weights"))):
            self.said.emit(tr("Training starts from {file}").format(file=Path(path).name))
        self._panel.show_weights(None)

    def _show_values(self, path: Path) -> None:
        self._panel.show_weights({"path": str(path), "match": "name"})

    @property
    def _folder(self) -> str:
        return str(self._project.folder or Path.home())
