"""Panels as windows of their own: on a second screen, say, and back again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QWidget

from app.translating import as_shown, tr

#: Pixels by which a panel stands off where it was, so that one sees that it came off.
STEP = 24


class Detaching(QObject):
    """A docked panel has no title, since its tabs say what it is; a detached one has a window's."""

    def __init__(self, docks: Mapping[str, QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self.actions: list[QAction] = []
        for dock in docks.values():
            self._offer(dock)

    def _offer(self, dock: QDockWidget) -> None:
        feature = QDockWidget.DockWidgetFeature
        dock.setFeatures(
            feature.DockWidgetClosable | feature.DockWidgetFloatable | feature.DockWidgetMovable
        )
        action = QAction(tr("Detach {panel}").format(panel=as_shown(dock.windowTitle())), self)
        action.setCheckable(True)
        action.triggered.connect(lambda detached: _detach(dock, detached))
        dock.topLevelChanged.connect(action.setChecked)
        dock.topLevelChanged.connect(lambda detached: _dress(dock, detached))
        self.actions.append(action)


def _detach(dock: QDockWidget, detached: bool) -> None:
    size, place = dock.size(), dock.mapToGlobal(dock.rect().topLeft())
    dock.show()
    dock.setFloating(detached)
    if detached:
        dock.resize(size)
        dock.move(place.x() + STEP, place.y() + STEP)


def _dress(dock: QDockWidget, detached: bool) -> None:
    dock.setTitleBarWidget(None if detached else QWidget())  # type: ignore[arg-type]
