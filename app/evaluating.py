"""A past run is measured again on the samples that are held out; nothing is trained or written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from app.panels.evaluation_view import EvaluationView
from app.training_client import Event, Outcome, TrainingClient
from app.translating import tr
from train.run_folder import PROJECT
from train.runs.record import Run


class Evaluating(QObject):
    """Starts a worker of its own for each run, so that one that trains goes on."""

    def __init__(
        self, view: EvaluationView, trusted: Callable[[], Sequence[str]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view, self._trusted = view, trusted
        self.client = TrainingClient(self)
        self.client.event_received.connect(self._take)
        self.client.ended.connect(self._end)
        self._run: Run | None = None
        self._has_told = False
        view.stop_wanted.connect(self.client.stop)

    def evaluate(self, run: Run) -> None:
        """Measure the best weights of a run, by the project that it has kept."""
        if self.client.is_active:
            return
        try:
            text = (run.path / PROJECT).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            words = tr("{name}: cannot be read ({reason})")
            self._view.finish(run.path, words.format(name=PROJECT, reason=reason))
            return
        self._run, self._has_told = run, False
        self._view.begin(run)
        self.client.start(text, run.path, run.data_folder, self._trusted(), evaluate=True)

    def close(self) -> None:
        self.client.close()

    def _take(self, event: Event) -> None:
        if event.get("event") == "evaluation" and self._run is not None:
            self._has_told = True
            self._view.take(self._run.path, event)

    def _end(self, outcome: Outcome) -> None:
        if self._run is not None:
            self._view.finish(self._run.path, "" if self._has_told else outcome.words)
