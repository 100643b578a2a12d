"""Offering, at the start, what was not saved when the app ended without warning."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.file_handling import FileHandling, is_same
from app.open_project import Opened, OpenProject
from app.safety.choice_dialog import ChoiceDialog, State
from app.safety.crash_log import take_logs
from app.safety.crash_report import report
from app.safety.difference_view import DifferenceView
from app.safety.journals import Journals
from app.safety.places import safety_folder
from app.safety.recovering import Crashed, find_crashed
from app.safety.times import when
from app.translating import joined, tr


class Recovery(QObject):
    """Brings projects back as they were, with their unsaved changes unsaved; no file is touched."""

    _looked = Signal(object, str)  # list[Crashed], and what processes wrote down as they died

    def __init__(
        self,
        project: OpenProject,
        files: FileHandling,
        journals: Journals,
        say: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._project, self._files, self._journals, self._say = project, files, journals, say
        self._window = parent
        self._found: list[Crashed] = []
        self.dialog: ChoiceDialog | None = None
        self._looked.connect(self._offer)

    def offer_soon(self) -> None:
        """The same once the window is on the screen: a long journal is read in a thread."""
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            Thread(target=self._look, name="recovering", daemon=True).start()
        return False

    def offer(self) -> None:
        """Show what a crash left behind, if it did."""
        self._offer(*self._left())

    def _left(self) -> tuple[list[Crashed], str]:
        return find_crashed(self._journals.folder), take_logs(safety_folder("crashes"))

    def _look(self) -> None:
        found, traces = self._left()
        try:
            self._looked.emit(found, traces)
        except RuntimeError:  # the window has gone meanwhile: the next one offers them
            for crashed in found:
                crashed.claim.release()

    def _offer(self, found: list[Crashed], traces: str) -> None:
        self._found = found
        if not found:
            return
        words = tr(
            "Layerloom ended without saving these projects. Recovering opens one with its "
            "changes; its file stays as it is until you save. Red lines are only in the file, "
            "green ones only in what comes back."
        )
        self.dialog = ChoiceDialog(tr("Unsaved work was found"), words, self._window)
        if traces:
            words = tr("Copy Crash Report")
            self.dialog.add_button(words, lambda: _copy(traces), at_left=True)
        self.dialog.add_button(tr("Later"), self.dialog.reject)
        self.dialog.add_button(tr("Discard"), self._ask_discard)
        self._recover_button = self.dialog.add_button(tr("Recover"), self._recover, primary=True)
        self.dialog.list.currentRowChanged.connect(self._show_chosen)
        self.dialog.finished.connect(lambda _: self._leave())
        self._show()
        self.dialog.open()

    def _show(self) -> None:
        assert self.dialog is not None
        if self._found:
            self.dialog.show_states([_state(crashed) for crashed in self._found])
        else:
            self.dialog.accept()

    def _show_chosen(self, index: int) -> None:
        if 0 <= index < len(self._found):
            self._recover_button.setEnabled(self._found[index].replayed is not None)

    def _recover(self) -> None:
        assert self.dialog is not None
        crashed = self._found[self.dialog.chosen]
        replayed = crashed.replayed
        if replayed is None:
            return

        document, file = replayed.document, crashed.file
        opened = self._find(file)
        if opened is not None and not opened.is_modified:
            self._project.show(opened)
            self._project.replace(document, file)
        else:
            self._project.open(document, file, document.folder)
        self._project.stack.resetClean()
        self._journals.adopt(document, replayed.beginning, replayed.edits, self._say)
        kept = self._journals.path_of(document)
        if kept is not None and kept.exists():
            crashed.discard()
        words = tr("Recovered {project}; it is not saved yet")
        self._say(words.format(project=crashed.title))
        self._files.opened.emit()
        self._found.remove(crashed)
        self._show()

    def _find(self, file: Path | None) -> Opened | None:
        """What is open of this file already: opened again after the crash, say."""
        if file is None:
            return None
        return next((one for one in self._project.opened if is_same(one.path, file)), None)

    def _ask_discard(self) -> None:
        assert self.dialog is not None
        crashed = self._found[self.dialog.chosen]

        def discard() -> None:
            crashed.discard()
            self._found.remove(crashed)
            self._show()

        title = tr("Discard the unsaved changes of {project}?").format(project=crashed.title)
        self._files.dialogs.ask(title, tr("They are lost then."), {tr("Discard"): discard})

    def _leave(self) -> None:
        """What was neither recovered nor discarded is offered again at the next start."""
        for crashed in self._found:
            crashed.claim.release()
        self._found, self.dialog = [], None


def _copy(traces: str) -> None:
    QGuiApplication.clipboard().setText(report([], project=traces))


def _state(crashed: Crashed) -> State:
    if crashed.replayed is None:
        reason = crashed.reason
        show = partial(_show_reason, reason=reason)
        return State(crashed.title, when(crashed.changed), str(crashed.path), show)
    edits = tr("{n} changes", one="{n} change", n=crashed.replayed.edits)
    where = str(crashed.file) if crashed.file else tr("It has no file yet.")
    details = joined("  ·  ", [when(crashed.changed), edits])
    return State(crashed.title, details, where, partial(_show_difference, crashed))


def _show_difference(crashed: Crashed, view: DifferenceView) -> None:
    assert crashed.replayed is not None
    saved = crashed.saved
    before = saved or crashed.replayed.before
    view.show_documents(before, crashed.replayed.document)
    remarks = [view.words.text()]
    if saved is None:
        remarks.append(tr("Its file is gone, or cannot be read: this is against what it was."))
    if not crashed.replayed.is_whole:
        remarks.append(tr("The end of what was kept is damaged, and left out."))
    if crashed.file is not None:
        remarks.append(str(crashed.file))
    view.words.setText("\n".join(remarks))


def _show_reason(view: DifferenceView, reason: str) -> None:
    view.show_words(tr("What was kept cannot be read: {reason}.").format(reason=reason))
