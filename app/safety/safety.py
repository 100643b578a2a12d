"""All that keeps the work in a window from being lost, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.safety.backups import Backups
from app.safety.earlier_versions import EarlierVersions
from app.safety.file_claims import file_claims
from app.safety.file_guard import FileGuard
from app.safety.journals import journals
from app.safety.places import safety_folder
from app.safety.recovery import Recovery

if TYPE_CHECKING:
    from app.main_window import MainWindow


class Safety(QObject):
    """Follows the projects of one window; journals and claims are shared by all windows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        project, files, say = window.project, window.files, window.status.say
        self._project = project
        self.backups = Backups(safety_folder("backups"))
        self.guard = FileGuard(
            project, files, self.backups, file_claims(), journals(), window.pane, window
        )
        self.guard.said.connect(say)
        self.versions = EarlierVersions(project, files, self.backups, say, window)
        self.recovery = Recovery(project, files, journals(), say, window)
        journals().follow(project, say)

    def close(self) -> None:
        """The window is closed, and the user was asked: nothing of it is to be recovered."""
        self.guard.close()
        for opened in self._project.opened:
            journals().drop(opened.document)
