"""How far a run is, where the window's entry in the task bar says it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.translating import tr
from app.words import duration, percent

#: As the desktop knows this program.
ENTRY = "application://layerloom.desktop"


class TaskBar(QObject):
    """Says it three ways, for no desktop knows all: title, badge, and Unity's launcher signal.

    The title is read everywhere. Qt draws the badge, a percentage, on macOS and Windows. The
    signal draws a bar on the docks that listen to it: Ubuntu's, KDE's, Plank.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: int | None = None
        self._prefix = ""

    def show_progress(self, fraction: float | None, left: float | None = None) -> None:
        """``left`` are the seconds it will take, where known. Without a ``fraction`` it is taken
        away. The window may have set its title anew meanwhile.
        """
        shown = None if fraction is None else int(100 * fraction)
        title = self._window.windowTitle().removeprefix(self._prefix)
        said = [] if shown is None else [percent(shown / 100)]
        if said and left is not None:
            said.append(tr("{time} left").format(time=duration(left)))
        self._prefix = "".join(f"{words} \N{MIDDLE DOT} " for words in said)
        if self._window.windowTitle() != self._prefix + title:
            self._window.setWindowTitle(self._prefix + title)
        if shown == self._shown:
            return
        self._shown = shown
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(shown or 0)
        _tell_launcher(shown)


def _tell_launcher(shown: int | None) -> None:
    """``com.canonical.Unity.LauncherEntry.Update``; nothing happens where nobody listens."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:  # there is none on Windows
        return
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    signal = QDBusMessage.createSignal(
        "/com/canonical/unity/launcherentry/1", "com.canonical.Unity.LauncherEntry", "Update"
    )
    properties = {"progress": (shown or 0) / 100, "progress-visible": shown is not None}
    signal.setArguments([ENTRY, properties])
    bus.send(signal)
