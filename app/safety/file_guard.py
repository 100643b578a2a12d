"""Sees to it that nobody's changes of a file are written over unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.file_handling import FileHandling
from app.open_project import OpenProject
from app.safety.backups import Backups
from app.safety.compare_dialog import CompareDialog
from app.safety.file_claims import FileClaims
from app.safety.file_watch import FileState, FileWatch
from app.safety.journals import Journals
from app.safety.notice_bar import NoticeBar
from app.translating import tr
from graph.errors import ProjectError
from graph.project_file import dumps, load_bytes


class FileGuard(QObject):
    """Says what happened to the file in a bar over the canvas; nothing is overwritten unasked."""

    said = Signal(str)

    def __init__(
        self,
        project: OpenProject,
        files: FileHandling,
        backups: Backups,
        claims: FileClaims,
        journals: Journals,
        pane: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._project, self._files = project, files
        self._backups, self._claims, self._journals = backups, claims, journals
        self._pane = pane
        self._edited_anyway: set[Path] = set()
        self._held: tuple[list[Path], Path | None, bytes] | None = None
        self.bar: NoticeBar | None = None
        self.comparison: CompareDialog | None = None
        self.watch = FileWatch(project, self)
        self.watch.changed.connect(self._show)
        files.before_writing = self.ask_before_writing
        files.saved.connect(lambda _: self.watch.look())
        project.opened_changed.connect(self._follow)
        project.title_changed.connect(self._follow)
        parent.installEventFilter(self)
        self._follow()

    def close(self) -> None:
        """The window is closed: others may have its files."""
        self._claims.hold(self._project, [])

    def ask_before_writing(self, path: Path, write: Callable[[], object]) -> None:
        """Write at once, or after the user has agreed to overwrite what somebody else wrote."""

        def go_on() -> None:
            if not self._backups.keep(path):
                self.said.emit(
                    tr("The earlier version of {file} could not be kept").format(file=path.name)
                )
            write()

        if path == self._project.path and self.watch.state_now() is FileState.CHANGED:
            self._files.dialogs.ask(
                tr("{file} was changed by another program").format(file=path.name),
                tr("Saving writes over what it has now. That is kept as an earlier version."),
                {tr("Save Anyway"): go_on, tr("Compare"): self.compare},
            )
        else:
            go_on()

    # what the bar offers

    def reload(self) -> None:
        """Show what the file has now; what was in the window is kept as an earlier version."""
        path, data = self._project.path, self.watch.read()
        if path is None or data is None:
            return
        try:
            document = load_bytes(data, path)
        except ProjectError as error:
            self._files.dialogs.tell(tr("This file was not opened"), tr(str(error)))
            return
        words = tr("{file} was read again")
        if self._project.is_modified:
            mine = dumps(self._project.document).encode()
            if self._backups.keep_bytes(path, mine):
                words = tr("{file} was read again; yours is kept among the earlier versions")
        self._project.replace(document, path)
        self._files.opened.emit()
        self.said.emit(words.format(file=path.name))

    def compare(self) -> None:
        """Show what differs between the window and the file."""
        path, data = self._project.path, self.watch.read()
        if path is None or data is None:
            return
        self.comparison = CompareDialog(path.name, self._pane.window())
        self.comparison.reload_wanted.connect(self.reload)
        self.comparison.keep_wanted.connect(self.watch.accept)
        try:
            self.comparison.view.show_documents(self._project.document, load_bytes(data, path))
        except ProjectError as error:
            mine, theirs = dumps(self._project.document), data.decode("utf-8", "replace")
            self.comparison.view.show_texts(mine, theirs, tr(str(error)))
        self.comparison.open()

    def work_on_copy(self) -> None:
        """Leave the file to the other window."""
        self._project.leave_file()
        self._journals.leave_file(self._project.document, self._project.folder, self.said.emit)
        self.said.emit(tr("This is a copy now; saving asks where to"))

    def edit_anyway(self) -> None:
        if self._project.path is not None:
            self._edited_anyway.add(self._project.path)
        self._show()

    # what happens

    def _follow(self) -> None:
        """The title changes with every edit; only another file is looked at anew."""
        paths = [one.path for one in self._project.opened if one.path is not None]
        held = paths, self._project.path, self._project.document.source
        if held != self._held:
            self._held = held
            self._claims.hold(self._project, paths)
            self._show()

    def _show(self) -> None:
        path = self._project.path
        if path is None or (self.watch.state is FileState.SAME and not self._is_elsewhere(path)):
            if self.bar is not None:
                self.bar.hide()
            return
        if self.bar is None:
            self.bar = NoticeBar()
            layout = self._pane.layout()
            assert isinstance(layout, QBoxLayout)
            layout.insertWidget(0, self.bar)
        name = path.name
        if self.watch.state is FileState.CHANGED:
            words = tr("{file} was changed by another program.")
            answers = {
                tr("Reload"): self.reload,
                tr("Compare"): self.compare,
                tr("Keep Mine"): self.watch.accept,
            }
        elif self.watch.state is FileState.GONE:
            words = tr("{file} is not where it was, or cannot be read. Your work is still here.")
            answers = {
                tr("Save"): self._files.save,
                tr("Save As..."): self._files.save_as,
                tr("Close"): self.watch.accept,
            }
        else:
            words = tr(
                "{file} is open in another Layerloom. What is saved there and here would "
                "overwrite each other."
            )
            answers = {
                tr("Work on a Copy"): self.work_on_copy,
                tr("Edit Here Too"): self.edit_anyway,
            }
        self.bar.say(words.format(file=name), answers)

    def _is_elsewhere(self, path: Path) -> bool:
        return path not in self._edited_anyway and self._claims.is_elsewhere(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.watch.look()
            self._show()
        return False
