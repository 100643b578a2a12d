"""Looking at what the file was before it was saved the last times, and opening that as a copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.file_handling import FileHandling
from app.open_project import OpenProject
from app.safety.backups import Backups, Version
from app.safety.choice_dialog import ChoiceDialog, State, close_button
from app.safety.difference_view import DifferenceView
from app.safety.times import when
from app.translating import tr
from app.words import amount
from graph.document import Document
from graph.errors import ProjectError
from graph.project_file import load_project


class EarlierVersions:
    """Opens the list; what is chosen is opened as a project that has no file yet."""

    def __init__(
        self,
        project: OpenProject,
        files: FileHandling,
        backups: Backups,
        say: Callable[[str], object],
        window: QWidget,
    ) -> None:
        self._project, self._files, self._backups = project, files, backups
        self._say, self._window = say, window
        self.dialog: ChoiceDialog | None = None

    def open(self) -> None:
        path = self._project.path
        versions = self._backups.versions(path) if path is not None else []
        if path is None or not versions:
            self._say(tr("There is no earlier version: nothing was saved over yet"))
            return
        title = tr("Earlier versions of {file}").format(file=path.name)
        words = tr("Red lines are only in the earlier version, green ones only in what is open.")
        self.dialog = ChoiceDialog(title, words, self._window)
        close_button(self.dialog)
        self.dialog.add_button(tr("Open as Copy"), lambda: self._open_copy(versions), primary=True)
        self.dialog.show_states([_state(one, self._project.document) for one in versions])
        self.dialog.open()

    def _open_copy(self, versions: list[Version]) -> None:
        assert self.dialog is not None
        path = self._project.path
        version = versions[self.dialog.chosen]
        try:
            document = load_project(version.path)
        except ProjectError as error:
            self._files.dialogs.tell(tr("This file was not opened"), tr(str(error)))
            return
        self.dialog.accept()
        self._files.show_copy(document, path.parent if path is not None else None)


def _state(version: Version, now: Document) -> State:
    size = amount(version.path.stat().st_size)
    return State(when(version.saved), size, str(version.path), partial(_show, version, now))


def _show(version: Version, now: Document, view: DifferenceView) -> None:
    try:
        view.show_documents(load_project(version.path), now)
    except ProjectError as error:
        view.show_words(tr(str(error)))
