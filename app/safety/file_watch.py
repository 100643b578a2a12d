"""What becomes of the file of the open project while it is open: whether others change it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.open_project import OpenProject
from graph.errors import ProjectError
from graph.project_file import read_bytes

#: Milliseconds of quiet after something has changed: programs write in several steps.
QUIET = 200


class FileState(Enum):
    """How the file on the disk stands to what was read from it, or written to it last."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


class FileWatch(QObject):
    """Tells when the file in front is otherwise than this process has left it.

    What the file holds is compared, not only its time: a copy that is put back is no change.
    """

    changed = Signal()

    def __init__(self, project: OpenProject, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.look)
        self._watcher.fileChanged.connect(lambda _: self._quiet.start())
        self._watcher.directoryChanged.connect(lambda _: self._quiet.start())
        self.state = FileState.SAME
        #: What the user has been shown of each file, and will save over.
        self._accepted: dict[Path, bytes | None] = {}
        self._followed: tuple[Path | None, bytes] | None = None
        project.title_changed.connect(self._follow)

    def look(self) -> None:
        """Compare the file with what it should be, and tell if that is otherwise than before."""
        self._watch()
        state = self.state_now()
        if state != self.state or state is FileState.CHANGED:
            self.state = state
            self.changed.emit()

    def state_now(self) -> FileState:
        """Read the file and say how it is; SAME too where the user knows of it and goes on."""
        path = self._project.path
        if path is None:
            return FileState.SAME
        data = self.read()
        if data == self._project.document.source:
            self._accepted.pop(path, None)
            return FileState.SAME
        if path in self._accepted and self._accepted[path] == data:
            return FileState.SAME
        return FileState.GONE if data is None else FileState.CHANGED

    def read(self) -> bytes | None:
        """What the file holds now; None where there is none, or none that can be read."""
        path = self._project.path
        try:
            return read_bytes(path) if path is not None else None
        except ProjectError:
            return None

    def accept(self) -> None:
        """The user knows, and keeps what is in the window."""
        path = self._project.path
        if path is not None:
            self._accepted[path] = self.read()
        self.look()

    def _follow(self) -> None:
        """Look where another file is in front, or it was saved; the title changes more often."""
        path, source = self._project.path, self._project.document.source
        before = self._followed
        if before is None or before[0] != path or before[1] is not source:
            self._followed = path, source
            self.look()

    def _watch(self) -> None:
        """The file, and its folder, where a file that replaces it appears."""
        path = self._project.path
        wanted = {str(path), str(path.parent)} if path is not None else set()
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        there = [one for one in sorted(wanted - watched) if Path(one).exists()]
        if there:
            self._watcher.addPaths(there)
