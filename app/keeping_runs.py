"""Past runs in the window: listed, named, opened, gone on with, deleted, drawn."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFile, QObject, QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.curve_exporting import CurveExporting
from app.evaluating import Evaluating
from app.run_words import titles_of
from app.running import home_of
from app.runs_reader import Looked, RunsReader
from app.translating import tr
from graph.errors import LoomError
from graph.project_file import load_project
from train.run_folder import PROJECT, runs_folder
from train.runs.curves import RunCurves
from train.runs.listing import Found
from train.runs.naming import write_about
from train.runs.record import RUNNING, Run, read_run

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.panels.curves import Curves

#: Milliseconds between two looks at the folder, while the table is seen.
LOOK = 2_000


class KeepingRuns(QObject):
    """Joins the Runs tab with folders, canvas and training."""

    said = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._panel = window, window.panels.runs
        self._elsewhere: Path | None = None
        self._reader = RunsReader(self)
        self._reader.listed.connect(self._show)
        self._reader.failed.connect(lambda folder, why: self._panel.say(tr(why)))
        self._reader.recalled.connect(self._recall)
        self._reader.looked_into.connect(self._show_looked)
        self._files = CurveExporting(window.dialogs, self)
        self._files.said.connect(self.said)
        panel = self._panel
        panel.shown.connect(self._watch)
        panel.selection_changed.connect(self._look_into)
        panel.continue_wanted.connect(self.go_on)
        self.evaluating = Evaluating(panel.evaluation, lambda: window.running.trusted(), self)
        panel.evaluation_wanted.connect(self.evaluating.evaluate)
        panel.network_wanted.connect(self._open_network)
        panel.folder_wanted.connect(_open_folder)
        panel.script_wanted.connect(lambda run: window.exporting.export_run_script(run))
        panel.delete_wanted.connect(self._ask_to_delete)
        panel.elsewhere_wanted.connect(self._choose_folder)
        panel.edited.connect(self._write_about)
        panel.over.toggled.connect(lambda _: self._look_into(panel.selected))
        live = window.panels.training.run
        for where in (live, panel):
            where.export_wanted.connect(lambda ending, w=where: self._export(w.curves, ending))
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.refresh)
        window.project.replaced.connect(self._change_project)
        window.project.title_changed.connect(self._change_project)
        window.running.state_changed.connect(lambda _: self.refresh())
        self._change_project()

    @property
    def handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "runs": self.show,
            "continue_run": self.go_on_with_newest,
            "export_run_script": self.export_script,
            "export_curves": lambda: self._export(self._shown_curves(), ".png"),
        }

    # listing

    @property
    def folder(self) -> Path:
        """The folder whose runs are listed: that of the project, unless another was chosen."""
        return self._elsewhere or runs_folder(home_of(self._window.project))

    def show(self) -> None:
        """Bring the table to the front, with the newest run selected."""
        self._window.panels.show_tab("runs")
        self.refresh()
        self._panel.focus()

    def refresh(self) -> None:
        """Read again what has changed."""
        if self._panel.isVisible():
            self._reader.list(self.folder)

    def close(self) -> None:
        self._timer.stop()
        self._reader.close()
        self.evaluating.close()

    def _watch(self, shown: bool) -> None:
        if shown:
            self._timer.start()
            QTimer.singleShot(0, self, self.refresh)
        else:
            self._timer.stop()

    def _change_project(self) -> None:
        self._elsewhere = None
        self._panel.show_project(self._window.project.document.name)
        self.refresh()

    def _show(self, folder: Path, found: list[Found]) -> None:
        if folder != self.folder:
            self.refresh()
            return
        runs = [one for one in found if isinstance(one, Run)]
        had = bool(self._panel.selected)
        before = {run.path: run for run in self._panel.selected}
        unread = [one.why for one in found if not isinstance(one, Run)]
        self._panel.show_runs(runs, unread, folder)
        if not had and self._panel.view.hasFocus():
            self._panel.focus()
        elif any(run is not before.get(run.path) for run in self._panel.selected):
            self._reader.look_into(self._panel.selected)

    def _look_into(self, runs: list[Run]) -> None:
        if self._panel.isVisible():  # curves that nobody sees yet cost half a second of start
            self._reader.look_into(runs)

    def _show_looked(self, looked: Looked) -> None:
        self._panel.show_looked(looked)
        training = self._window.panels.training.run
        live = self._window.training.folder  # also once it is over, as long as it is shown
        others = [run for run in looked.runs if run.path != live]
        titles = titles_of(others)
        drawn = {t: looked.curves[run.path] for t, run in zip(titles, others, strict=True)}
        if self._panel.over.isChecked() or training.curves.has_others:
            training.curves.show_runs(drawn if self._panel.over.isChecked() else {})

    def _choose_folder(self) -> None:
        def take(path: Path) -> None:
            self._elsewhere = path
            self._panel.whose.setCurrentIndex(1)
            self.refresh()

        self._window.dialogs.choose_folder(tr("List runs"), str(self.folder), take)

    # what is done to one

    def _write_about(self, run: Run, what: str, text: str) -> None:
        try:
            write_about(run.path, **{what: text})
        except LoomError as error:
            self.said.emit(tr(str(error)))
        self.refresh()

    def _open_network(self, run: Run) -> None:
        try:
            document = load_project(run.path / PROJECT)
        except (LoomError, OSError) as error:
            self._window.dialogs.tell(tr("This network was not opened"), tr(str(error)))
            return
        self._window.files.show_copy(document, run.data_folder or run.path)
        self.said.emit(tr("The network of {run}, as it was trained").format(run=run.title))

    def go_on(self, run: Run, epochs: int = 0) -> None:
        """Take a run up where its last checkpoint is, for ``epochs`` in all."""
        if self._window.running.go_on(run, epochs or None):
            self._reader.recall(run.path)

    def _recall(self, folder: Path, curves: RunCurves) -> None:
        if folder == self._window.training.folder:
            self._window.panels.training.run.curves.recall(curves)

    def go_on_with_newest(self) -> None:
        """The run that is selected, or the newest of this project that did not come to its end."""
        selected = self._panel.selected if self._panel.isVisible() else []
        if len(selected) == 1:
            self._panel.go_on.click()
            return
        run = self._window.running.newest_to_go_on_with()
        if run is None:
            self.said.emit(tr("No run of this project was stopped or killed."))
        else:
            self.go_on(run)

    def export_script(self) -> None:
        """The program that repeats the run that is selected."""
        selected = self._panel.selected if self._panel.isVisible() else []
        if len(selected) == 1:
            self._window.exporting.export_run_script(selected[0])
            return
        self.show()
        self.said.emit(tr("Select one run first."))

    def _ask_to_delete(self, runs: list[Run]) -> None:
        going = [run for run in runs if _is_running(run)]
        if going:
            words = tr("{run} is going on. Stop it first.")
            self.said.emit(words.format(run=going[0].title))
            return
        title = tr("Delete {n} runs?", one="Delete {n} run?", n=len(runs))
        words = tr("Their checkpoints and weights go with them: {names}")
        names = ", ".join(run.title for run in runs[:8])
        self._window.dialogs.ask(
            title, words.format(names=names), {tr("Move to Trash"): lambda: self._trash(runs)}
        )

    def _trash(self, runs: list[Run]) -> None:
        left = [run for run in runs if not _moved_to_trash(run.path)]
        if left:
            words = tr("There is no trash for {folder}. Deleting cannot be undone.")
            self._window.dialogs.ask(
                tr("Delete for good?"),
                words.format(folder=str(left[0].path.parent)),
                {tr("Delete for Good"): lambda: self._delete(left)},
            )
        self.refresh()

    def _delete(self, runs: list[Run]) -> None:
        for run in runs:
            try:
                shutil.rmtree(run.path)
            except OSError as error:
                words = tr("{run} could not be deleted ({reason})")
                self.said.emit(words.format(run=run.title, reason=error.strerror))
        self.refresh()

    # curves

    def _shown_curves(self) -> Curves:
        return (self._panel if self._panel.isVisible() else self._window.panels.training.run).curves

    def _export(self, curves: Curves, ending: str) -> None:
        if not curves.runs:
            self.said.emit(tr("There are no curves yet."))
            return
        self._files.choose(curves, self._window.files.folder, ending)


def _is_running(run: Run) -> bool:
    try:
        return read_run(run.path).state == RUNNING
    except LoomError:
        return False


def _moved_to_trash(path: Path) -> bool:
    """Qt makes the trash of who has none yet, but not the folder that it belongs into."""
    location = QStandardPaths.StandardLocation.GenericDataLocation
    with contextlib.suppress(OSError):
        Path(QStandardPaths.writableLocation(location)).mkdir(parents=True, exist_ok=True)
    moved = QFile.moveToTrash(str(path))
    return bool(moved[0] if isinstance(moved, tuple) else moved)


def _open_folder(run: Run) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.path)))
