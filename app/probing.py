"""Probing from the window: the document goes to the child, what that tells to the panel."""

from __future__ import annotations

from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal

from app.canvas_pane import CanvasPane
from app.docks import Panels
from app.file_handling import Dialogs
from app.open_project import Opened, OpenProject
from app.panels.probe.pictures import thumbnail
from app.probe_client import ProbeClient
from app.probe_result import ProbeResult
from app.translating import later, tr
from app.words import sentence
from graph.analysis import Analysis
from graph.project_file import dumps
from graph.python.files import PythonFiles, python_file_names, trusted_digests
from graph.python.trust import TrustStore
from train.run_folder import BEST, LAST, latest_run

#: After an edit: milliseconds without another one, and seconds a run may take to be repeated.
PAUSE, CHEAP = 300, 2.0

#: Side of a picture beside a card, in pixels of the scene.
SIDE = 56

FILTERS = {
    "image": later("Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff);;All files (*)"),
    "file": later("NumPy arrays (*.npy);;All files (*)"),
}


class Probing(QObject):
    """Joins the child, which it owns, the panel, the canvas and the open project."""

    said = Signal(str)

    def __init__(
        self,
        project: OpenProject,
        panels: Panels,
        pane: CanvasPane,
        dialogs: Dialogs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._pane, self._dialogs = project, pane, dialogs
        self._panels, self._panel = panels, panels.probe
        self.client = client = ProbeClient(self)
        panel = panels.probe
        self._analysis = Analysis()
        self._has_run = self._thumbnails = False
        self._shown = ""
        self._kept: WeakKeyDictionary[Opened, tuple[str, ProbeResult]] = WeakKeyDictionary()
        client.probed.connect(self._show)
        client.failed.connect(self._fail)
        client.busy_changed.connect(panel.show_busy)
        panel.run_wanted.connect(self.run)
        panel.cancel_wanted.connect(self._cancel)
        panel.node_chosen.connect(lambda scope, node: pane.reveal(node, scope))
        panel.file_wanted.connect(self._choose_file)
        pane.scope_changed.connect(lambda _: self._show_thumbnails())
        project.leaving.connect(self._keep)
        project.replaced.connect(self._follow)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._run_again)

    def show_analysis(self, analysis: Analysis) -> None:
        """Shapes are known anew: the Inputs may be others, and what was seen may be outdated."""
        self._analysis = analysis
        document = self._project.document
        names = [node.name for node in document.graph.nodes if node.type == "Input"]
        letters: dict[str, None] = {}
        for name in names:
            known = analysis.nodes.get(name)
            for size in known.outputs["output"].shape if known and known.outputs else ():
                if not isinstance(size, int) and str(size) != "N":
                    letters[str(size)] = None
        usual = "data" if document.training else "random"
        self._panel.form.show_inputs(names, list(letters), usual)
        if self._has_run:
            self._pause.start()

    def run(self) -> None:
        """Run the network as it is drawn now."""
        request = self._panel.request
        weights = self._panel.form.wanted_weights
        if weights:
            path = self._weights(weights)
            if path is None:
                self._panel.say(tr("There is no run yet: train first."), "warning")
                return
            request["weights"] = str(path)
        self._has_run = True
        self._shown = dumps(self._project.document)
        document, folder = self._project.document, self._project.folder
        files = PythonFiles(folder, TrustStore().digests() if python_file_names(document) else ())
        trusted = trusted_digests(document, files)
        self.client.probe(self._shown, str(folder or ""), request, trusted)

    def show_and_run(self) -> None:
        self._panels.show_tab("probe")
        self.run()

    def toggle_thumbnails(self) -> None:
        """Lay small pictures beside the cards, or take them away."""
        self._thumbnails = not self._thumbnails
        if self._thumbnails and not self._has_run:
            self.run()
        self._show_thumbnails()

    def _run_again(self) -> None:
        """After an edit: run anew, or say that what is shown is of the network before it."""
        if dumps(self._project.document) == self._shown:
            return
        is_sound = not any(problem.node for problem in self._analysis.errors)
        is_cheap = self._panel.result.seconds <= CHEAP
        if is_sound and is_cheap and self._panel.live.isChecked():
            self.run()
        elif self._panel.result.steps and not self.client.is_busy:
            self._panel.say(tr("The network has changed since this probe."), "warning")

    def _weights(self, which: str) -> Path | None:
        path = self._project.path
        run = latest_run(path, self._project.document.name) if path is not None else None
        found = run / {"last": LAST, "best": BEST}[which] if run is not None else None
        return found if found is not None and found.is_file() else None

    def _show(self, result: ProbeResult) -> None:
        self._panel.show_result(result)
        self._panel.show_selection(self._pane.scope, self._pane.selection)
        self._show_thumbnails()

    def _show_thumbnails(self) -> None:
        pictures = {}
        if self._thumbnails:
            scale = 2 * self._panel.devicePixelRatioF()
            for (scope, node), rows in self._panel.result.by_node.items():
                step = self._panel.result.steps[rows[0]]
                if scope == self._pane.scope and step.type != "Output":
                    picture = thumbnail(step, SIDE, scale)
                    if picture is not None:
                        pictures[node] = picture
        self._pane.scene.show_thumbnails(pictures)

    def _fail(self, words: str, node: str) -> None:
        self._panel.say(sentence(words), "error")
        if node in self._project.document.graph:
            self._pane.reveal(node)

    def _cancel(self) -> None:
        self.client.cancel()
        self._panel.say(tr("Cancelled."))

    def _keep(self) -> None:
        """Another project comes to the front; what was seen of this one is found again."""
        self.client.cancel()
        if self._has_run:
            self._kept[self._project.current] = (self._shown, self._panel.result)

    def _follow(self) -> None:
        kept = self._kept.pop(self._project.current, None)
        self._has_run = kept is not None
        self._panel.clear()
        if kept is not None:
            self._shown, result = kept
            self._panel.show_result(result)

    def _choose_file(self, source: str) -> None:
        folder = str(self._project.folder or Path.home())

        def take(path: Path) -> None:
            self._panel.form.choose_file(str(path))

        self._dialogs.choose_file(
            tr("Choose a file"), folder, tr(FILTERS[source]) if source in FILTERS else "", take
        )
