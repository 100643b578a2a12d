"""Searches for a learning rate or a batch size from the window, in a process of their own."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.open_project import OpenProject
from app.training_client import Event, Outcome, TrainingClient
from app.translating import later, tr
from graph.edits import SetTraining
from graph.project_file import dumps
from train.group_edits import scaled_rates
from train.searching.suggesting import suggest_batch

if TYPE_CHECKING:
    from app.panels.studio.search_dialog import SearchDialog


class Searching(QObject):
    """Starts a search of the document as it stands, shows it, and takes over what it suggests."""

    said = Signal(str)

    def __init__(self, project: OpenProject, window: QWidget) -> None:
        super().__init__(window)
        self._project, self._window = project, window
        self.client = TrainingClient(self)
        self.client.event_received.connect(self._take)
        self.client.ended.connect(self._end)
        self.dialog: SearchDialog | None = None
        self._trying = 0
        #: The digests of Python files that may run.
        self.trusted: Callable[[], Sequence[str]] = list

    def begin(self, what: str) -> None:
        """Search for ``lr`` or ``batch_size``; one search goes on at a time."""
        if self.client.is_active:
            if self.dialog is not None:
                self.dialog.raise_()
            return
        from app.panels.studio.search_dialog import SearchDialog

        if self.dialog is not None:
            self.dialog.close()
        self.dialog = SearchDialog(what, self._window)
        self.dialog.taken.connect(self._set)
        self.dialog.stopped.connect(self.client.stop)
        self.dialog.destroyed.connect(self._forget)
        self.dialog.show()
        self._trying = 0
        out = Path(tempfile.gettempdir()) / "layerloom-search"  # which is never written
        text, folder = dumps(self._project.document), self._project.folder
        self.client.start(text, out, folder, self.trusted(), search=what)

    def close(self) -> None:
        """The window goes."""
        self.client.close()

    def _take(self, event: Event) -> None:
        if event.get("event") == "trying":
            self._trying = int(event["batch_size"])
        if self.dialog is not None:
            self.dialog.show_event(event)

    def _end(self, outcome: Outcome) -> None:
        """One whose process was killed still says what it had found until then."""
        dialog = self.dialog
        if dialog is None or dialog.is_over:
            return
        if dialog.what == "batch_size" and dialog.tried and not outcome.stopping:
            why = later("the process did not survive a batch of {size}", size=self._trying)
            dialog.show_found(suggest_batch(dialog.tried, why))
        else:
            dialog.fail(outcome.words)

    def _set(self, what: str, value: float) -> None:
        document = self._project.document
        if what == "lr":
            self._project.push(scaled_rates(document, value))
        else:
            label = later("Set {name}", name="batch_size")
            self._project.push(SetTraining(("data", "batch_size"), int(value), label))
        self.said.emit(tr("{name} is {value} now.").format(name=what, value=f"{value:g}"))

    def _forget(self) -> None:
        self.dialog = None
