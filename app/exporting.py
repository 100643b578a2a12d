"""Writing source, a training script or a picture to a file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.analysis_client import AnalysisClient, SourceText
from app.file_handling import Dialogs, file_name
from app.open_project import OpenProject
from app.theme import current_theme


class Exporting(QObject):
    """Asks where to, gets the text from the analysis child, writes it whole or not at all."""

    said = Signal(str)

    def __init__(
        self, project: OpenProject, analysis: AnalysisClient, dialogs: Dialogs, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project, self._analysis, self._dialogs = project, analysis, dialogs

    def export_source(self) -> None:
        self._choose("Export source", ".py", "Python (*.py)", self._source_to)

    def export_script(self) -> None:
        self._choose("Export training script", "_train.py", "Python (*.py)", self._script_to)

    def export_picture(self) -> None:
        self._choose("Export picture", ".png", "Pictures (*.png *.svg)", self._picture_to)

    def _choose(self, title: str, suffix: str, filters: str, then: object) -> None:
        name = file_name(self._project.document.name).removesuffix(".loom.yaml") + suffix
        folder = self._project.path.parent if self._project.path else Path.home()
        self._dialogs.choose_save(title, str(folder / name), filters, then)  # type: ignore[arg-type]

    def _source_to(self, path: Path) -> None:
        self._analysis.source(lambda source: self._take(source, path))

    def _script_to(self, path: Path) -> None:
        self._analysis.script(lambda source: self._take(source, path))

    def _take(self, source: SourceText, path: Path) -> None:
        if source.text:
            self._write(path, source.text)
        else:
            self._dialogs.tell("There is no source yet", source.reason)

    def _picture_to(self, path: Path) -> None:
        from app.render import render

        try:
            render(self._project.document, path, self._analysis.analysis, current_theme())
        except OSError as error:
            self._dialogs.tell("The picture was not written", str(error))
            return
        self.said.emit(f"Wrote {path.name}")

    def _write(self, path: Path, text: str) -> None:
        try:
            write_whole(path, text)
        except OSError as error:
            self._dialogs.tell("The file was not written", error.strerror or str(error))
            return
        self.said.emit(f"Wrote {path.name}")


def write_whole(path: Path, text: str) -> None:
    """Write a text file so that nobody ever sees half of it."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
