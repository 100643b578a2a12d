"""Training from the window: a snapshot of the document goes to the worker, its events come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.open_project import Opened, OpenProject
from app.panels.run_view import RunView
from app.task_bar import TaskBar
from app.train_button import TrainButton
from app.training_client import IDLE, PATIENCE, PAUSED, RUNNING, Event, Outcome, TrainingClient
from app.translating import tr
from graph.analysis import Analysis
from graph.document import Change
from graph.edits import SetTraining
from graph.errors import LoomError
from graph.project_file import dumps, loads
from train.effective import to_json
from train.run_folder import PROJECT, latest_run, new_run_folder
from train.runs.record import DONE, Run, read_run

#: Milliseconds between two looks at the time that is left.
TICK = 500


class Running(QObject):
    """Joins the worker, the button, the run view and the open project; it owns none of them."""

    refused = Signal(str)
    wanted_panel = Signal(str)
    said = Signal(str)
    state_changed = Signal(str)
    began = Signal(object)  # Opened
    checks_wanted = Signal()
    checked = Signal(object)  # findings

    def __init__(
        self,
        project: OpenProject,
        client: TrainingClient,
        view: RunView,
        button: TrainButton,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._project, self.client, self._view, self._button = project, client, view, button
        self._analysis = Analysis()
        self._trained = ""
        self._checked_only = self.is_overfitting = self._is_silent = False
        self._trained_of = Opened()
        #: The digests of Python files that may run.
        self.trusted: Callable[[], Sequence[str]] = list
        client.event_received.connect(self._take)
        client.state_changed.connect(self._show_state)
        client.ended.connect(self._end)
        client.warned.connect(self._warn)
        view.command_wanted.connect(self._steer)
        button.train_wanted.connect(self.train)
        button.pause_wanted.connect(self.pause)
        button.stop_wanted.connect(self.stop)
        project.changed.connect(self._look_for_changes)
        project.replaced.connect(lambda: self._look_for_changes(None))
        self._task_bar = TaskBar(parent)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._show_progress)

    def show_analysis(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def train(self) -> None:
        """Start a run of the document as it stands, unless problems forbid it."""
        if self._can_start():
            self._start(dumps(self._project.document))

    def check(self) -> None:
        """Make the checks before a run, and show them; nothing is trained."""
        if self._can_start():
            document, folder = self._project.document, self._project.folder
            self._checked_only = True
            self._view.say(tr("Checking: PyTorch is being loaded."))
            self.checks_wanted.emit()
            out = home_of(self._project).with_name("nothing")
            self.client.start(dumps(document), out, folder, self.trusted(), check=True)

    def overfit(self) -> None:
        """Train a copy of the document on one batch alone."""
        if self._can_start():
            copy = loads(dumps(self._project.document))
            copy.apply(SetTraining(("overfit_batch",), True))
            self._start(dumps(copy))
            self.is_overfitting = True

    def _can_start(self) -> bool:
        """Whether nothing forbids a run; says what does."""
        if self.client.is_active:
            return False
        self.wanted_panel.emit("training")
        errors = self._analysis.errors
        if errors:
            words = tr(
                "{n} problems have to be solved before training: {first}",
                one="One problem has to be solved before training: {first}",
                n=len(errors),
            )
            self.refused.emit(words.format(first=tr(errors[0].message)))
            self.wanted_panel.emit("problems")
            return False
        unread = next((p for p in self._analysis.problems if p.code == "untrusted-code"), None)
        if unread is not None:
            words = tr("Nothing is trained with code that is not trusted: {why}")
            self.refused.emit(words.format(why=tr(unread.message)))
            self.wanted_panel.emit("problems")
            return False
        if not len(self._project.document.graph):
            self.refused.emit(tr("There is no network to train yet."))
            return False
        return True

    def _start(self, text: str) -> None:
        document = self._project.document
        self._checked_only = self.is_overfitting = False
        self._trained, self._trained_of = text, self._project.current
        self._view.begin()
        self.began.emit(self._trained_of)
        out = new_run_folder(home_of(self._project), document.name)
        self.client.start(self._trained, out, self._project.folder, self.trusted())
        self._tick.start()

    def _steer(self, command: Event) -> None:
        if command["command"] == "set_schedule":  # what the form says now
            schedule = self._trained_of.document.training.get("schedule")
            command = {**command, "schedule": to_json(schedule)}
        self.client.steer(command)

    def go_on(self, run: Run, epochs: int | None = None) -> bool:
        """Take a run up where its last checkpoint is; with ``epochs`` it has so many in all."""
        if self.client.is_active:
            self.refused.emit(tr("Another run is going on; stop it first."))
            return False
        try:
            text = (run.path / PROJECT).read_text(encoding="utf-8")
            document = loads(text)
        except (OSError, UnicodeDecodeError, LoomError) as error:
            self.refused.emit(tr(str(error)))
            return False
        self.wanted_panel.emit("training")
        self._checked_only = self.is_overfitting = False
        is_here = document == self._project.document
        self._trained = text if not is_here else dumps(self._project.document)
        self._trained_of = self._project.current if is_here else Opened(document)
        self._view.begin()
        self.began.emit(self._trained_of)
        self.client.start(
            text, run.path, run.data_folder, self.trusted(), resume=True, epochs=epochs
        )
        self._tick.start()
        self._look_for_changes(None)
        return True

    def newest_to_go_on_with(self) -> Run | None:
        """The newest run of the project in front, if it did not come to its end."""
        folder = latest_run(home_of(self._project), self._project.document.name)
        if folder is None:
            return None
        try:
            run = read_run(folder)
        except LoomError:
            return None
        return run if run.can_go_on and run.state != DONE else None

    def pause(self) -> None:
        if self.client.state == PAUSED:
            self.client.resume()
        else:
            self.client.pause()

    def stop(self) -> None:
        self.client.stop()
        if self._is_silent:
            words = tr("Stopping: if it does not answer in {n} seconds, it is ended by force.")
            self._view.say(words.format(n=int(2 * PATIENCE)), "warning")

    def open_folder(self) -> None:
        if self.client.folder is not None and self.client.folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.client.folder)))
        else:
            self.refused.emit(tr("There is no run yet."))

    def _take(self, event: Event) -> None:
        if event.get("event") in ("sanity", "checked"):
            self.checked.emit(event.get("findings") or [])
        if self._checked_only:  # the last run stays as it is shown
            return
        self._view.show_event(event)
        if event.get("event") in ("started", "epoch", "done"):
            self._show_progress()

    def _show_progress(self) -> None:
        progress = self._view.progress
        if self.client.is_active:
            self._button.show_progress(progress.fraction)
            self._task_bar.show_progress(progress.fraction, progress.seconds_left)
            if self.client.state == "running" and not self._is_silent:
                self._view.say(progress.words)

    def _show_state(self, state: str) -> None:
        self._button.show_state(state)
        self._view.steering.show_state(is_running=state in (RUNNING, PAUSED))
        self.state_changed.emit(state)

    def _end(self, outcome: Outcome) -> None:
        self._is_silent = False
        self._tick.stop()
        self._task_bar.show_progress(None)
        if not self._checked_only:
            self._view.curves.flush()
        self._view.say(outcome.words, "error" if outcome.is_failure else "")
        self._view.write(outcome.words)
        if outcome.is_failure and outcome.errors.strip():
            self._view.write(outcome.errors.strip())
        self.said.emit(outcome.words)

    def _warn(self, words: str) -> None:
        self._is_silent = bool(words)
        if words:
            self._view.say(words, "warning")
        self.said.emit(words)

    def _look_for_changes(self, _change: Change | None) -> None:
        if not self._trained:
            return
        if self._project.current is not self._trained_of:
            words = tr("This run is of {project}.").format(project=self._trained_of.title)
            self._view.remark(words)
        elif dumps(self._project.document) != self._trained:
            self._view.remark(tr("The document has changed since this run."))
        else:
            self._view.remark("")

    def folder_of(self, opened: Opened) -> Path | None:
        """Where the run of a project is written that was started here last."""
        return self.client.folder if opened is self._trained_of else None

    @property
    def is_idle(self) -> bool:
        return bool(self.client.state == IDLE)


def home_of(project: OpenProject) -> Path:
    """The file beside which runs of the project in front lie, which may have none yet."""
    if project.path is not None:
        return project.path
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "untitled.loom.yaml"
