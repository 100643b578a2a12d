"""Writing source, a training script or a picture to a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.analysis_client import AnalysisClient
from app.canvas_pane import CanvasPane
from app.file_handling import Dialogs, file_name
from app.open_project import OpenProject
from app.source_text import SourceText
from app.theme import current_theme
from app.translating import tr
from graph.document import ROOT, Document
from graph.python.files import PythonFiles, readable_files
from graph.python.source_file import PythonFile
from graph.python.trust import TrustStore
from graph.whole_file import write_whole
from train.config import TrainingConfig
from train.runs.record import Run


def _place(document: Document, scope: str, node: str) -> str:
    """Where a node of a block runs first: ``layer1.rest[0].conv1``."""
    if scope == ROOT:
        return node
    for outer in (ROOT, *document.blocks):
        for user in document.scope(outer).nodes:
            if user.type == scope and outer != scope:
                copy = "[0]" if user.options.get("repeat") not in (None, 1) else ""
                return f"{_place(document, outer, user.name)}{copy}.{node}"
    return node


class Exporting(QObject):
    """Asks where to, gets the text from the analysis child, writes it whole or not at all."""

    said = Signal(str)

    def __init__(
        self, project: OpenProject, analysis: AnalysisClient, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._analysis, self.dialogs = project, analysis, dialogs

    def export_source(self) -> None:
        self._choose(tr("Export source"), ".py", tr("Python (*.py)"), self._source_to)

    def export_script(self) -> None:
        self._choose(
            tr("Export training script"), "_train.py", tr("Python (*.py)"), self._script_to
        )

    def export_run_script(self, run: Run) -> None:
        """The program that repeats a run, with what was done by hand while it went."""
        words = tr("Export the script of {run}").format(run=run.title)
        name = file_name(run.project or run.title).removesuffix(".loom.yaml")
        folder = self._project.path.parent if self._project.path else run.path.parent

        def write(path: Path) -> None:
            trusted = sorted(TrustStore().digests())
            self._analysis.run_script(str(run.path), trusted, partial(self._take_run, path))

        file = str(folder / f"{name}_again.py")
        self.dialogs.choose_save(words, file, tr("Python (*.py)"), write)

    def export_features(self, pane: CanvasPane) -> None:
        """Code that returns what the selected layers give; of a block, at its first place."""
        nodes = [_place(self._project.document, pane.scope, name) for name in pane.selection]
        if not nodes:
            self.dialogs.tell(
                tr("No layer is selected"), tr("Select the layers whose output you want.")
            )
            return

        def write(path: Path) -> None:
            self._analysis.features(nodes, lambda source: self._take(source, path))

        self._choose(tr("Export features"), "_features.py", tr("Python (*.py)"), write)

    def export_picture(self, pane: CanvasPane) -> None:
        """What the canvas shows, the network or a block, as a file."""
        filters = tr("Pictures (*.png *.svg *.pdf)")
        write = partial(self._picture_to, pane.scope)
        self._choose(tr("Export picture"), ".png", filters, write)

    def copy_picture(self, pane: CanvasPane) -> None:
        """Put what the canvas shows on the clipboard, for a document or a chat."""
        from app.render import picture_of

        document, analysis = self._project.document, self._analysis.analysis
        image = picture_of(document, analysis, current_theme(), pane.scope)
        QGuiApplication.clipboard().setImage(image)
        self.said.emit(tr("Copied the picture"))

    def _choose(self, title: str, suffix: str, filters: str, then: object) -> None:
        name = file_name(self._project.document.name).removesuffix(".loom.yaml") + suffix
        folder = self._project.path.parent if self._project.path else Path.home()
        self.dialogs.choose_save(title, str(folder / name), filters, then)  # type: ignore[arg-type]

    def _source_to(self, path: Path) -> None:
        self._analysis.source(lambda source: self._take(source, path))

    def _script_to(self, path: Path) -> None:
        self._analysis.script(lambda source: self._take_script(source, path))

    def _take(self, source: SourceText, path: Path) -> bool:
        """Write a text, and beside it what it needs; whether it was written."""
        if not source.text:
            self.dialogs.tell(tr("There is no source yet"), tr(source.reason))
            return False
        if any(path.resolve() == (path.parent / file.name).resolve() for file in self._own_files()):
            self.dialogs.tell(
                tr("The file was not written"),
                tr("The network imports {file} itself; export under another name.").format(
                    file=path.name
                ),
            )
            return False
        if not self._write(path, source.text):
            return False
        for file in self._own_files():
            self._lay_beside(path, file.name, file.data)
        for name, array in source.arrays.items():
            self._lay_copy(path, name, Path(array))
        return True

    def _take_script(self, source: SourceText, path: Path) -> None:
        """Built-in data is part of our package, and weights lie elsewhere: a script gets a copy."""
        from train.script import script_files  # the window stands without it

        if not self._take(source, path):
            return
        config = TrainingConfig.from_document(self._project.document)
        for name, copied in script_files(config, self._project.folder).items():
            self._lay_copy(path, name, copied)

    def _take_run(self, path: Path, source: SourceText) -> None:
        """Everything that the script of a run needs is named beside it."""
        if not source.text:
            self.dialogs.tell(tr("There is no script of this run"), tr(source.reason))
        elif path.name in source.arrays:
            words = tr("The network imports {file} itself; export under another name.")
            self.dialogs.tell(tr("The file was not written"), words.format(file=path.name))
        elif self._write(path, source.text):
            for name, file in source.arrays.items():
                self._lay_copy(path, name, Path(file))

    def _own_files(self) -> list[PythonFile]:
        """The user's own files that the exported one imports."""
        document = self._project.document
        return readable_files(document, PythonFiles(self._project.folder))

    def _lay_copy(self, path: Path, name: str, file: Path) -> None:
        try:
            data = file.read_bytes()
        except OSError as error:
            words = f"{file.name}: {error.strerror or error}"
            self.dialogs.tell(tr("{file} was not laid beside it").format(file=name), words)
            return
        self._lay_beside(path, name, data)

    def _lay_beside(self, path: Path, name: str, data: bytes) -> None:
        """A copy of what an exported file needs, unless it lies there already."""
        beside = path.parent / name
        if not beside.exists():
            try:
                beside.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self.dialogs.tell(tr("The file was not written"), error.strerror or str(error))
                return
            self._write(beside, data)
        elif beside.read_bytes() != data:
            self.dialogs.tell(
                tr("{file} was not laid beside it").format(file=name),
                tr("Another {file} is there already; export into another folder.").format(
                    file=name
                ),
            )

    def _picture_to(self, scope: str, path: Path) -> None:
        from app.render import render

        try:
            analysis = self._analysis.analysis
            render(self._project.document, path, analysis, current_theme(), scope)
        except OSError as error:
            self.dialogs.tell(tr("The picture was not written"), str(error))
            return
        self.said.emit(tr("Wrote {file}").format(file=path.name))

    def _write(self, path: Path, data: str | bytes) -> bool:
        try:
            write_whole(path, data)
        except OSError as error:
            self.dialogs.tell(tr("The file was not written"), error.strerror or str(error))
            return False
        self.said.emit(tr("Wrote {file}").format(file=path.name))
        return True
