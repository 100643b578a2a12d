"""Menus whose entries change: recent files, examples, panels, and what the selection offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from app.actions import add_entries
from app.commands import CONTEXT, WHERE_POSSIBLE
from app.detaching import Detaching
from app.docks import Panels
from app.file_handling import SUFFIX, FileHandling, examples
from app.settings import Settings
from app.translating import later, tr

#: Folders of examples, as the menu has them.
FOLDERS = {"introduction": later("Introduction")}


class WindowMenus(QObject):
    """Fills menus at the moment they open."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Mapping[str, QAction],
        settings: Settings,
        files: FileHandling,
        panels: Panels,
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._settings = window, actions, settings
        self._files, self._panels = files, panels
        self.panel_actions = Detaching(panels.docks, self).actions

    @property
    def fillers(self) -> dict[str, Callable[[QMenu], None]]:
        """By the key that stands for such a menu in ``MENUS``."""
        return {
            "recent": lambda menu: _fill(menu, self._settings.recent_files, self._files.open),
            "examples": self._fill_examples,
            "panels": self._fill_panels,
        }

    def open_context_menu(self, at: QPoint, _node: str) -> None:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = [
            entry
            for entry in CONTEXT
            if entry not in WHERE_POSSIBLE or self._actions[str(entry)].isEnabled()
        ]
        add_entries(menu, offered, self._actions, {})
        menu.popup(at)

    def _fill_examples(self, menu: QMenu) -> None:
        """The examples, and below a line a menu for each folder of them."""
        for old in menu.findChildren(QMenu):
            old.deleteLater()  # clearing a menu leaves the menus in it behind
        folders = examples()
        _fill(menu, folders.pop(""), self._files.open_example)
        menu.addSeparator()
        for name, paths in folders.items():
            inner = menu.addMenu(tr(FOLDERS[name]) if name in FOLDERS else name)
            _fill(inner, paths, self._files.open_example)

    def _fill_panels(self, menu: QMenu) -> None:
        menu.clear()
        for dock in self._panels.docks.values():
            menu.addAction(dock.toggleViewAction())
        menu.addSeparator()
        menu.addActions(self.panel_actions)


def _fill(menu: QMenu, paths: list[Path], act: Callable[[Path], object]) -> None:
    menu.clear()
    for path in paths:
        action = QAction(path.name.removesuffix(SUFFIX).replace("&", "&&"), menu)
        action.setStatusTip(str(path))
        action.triggered.connect(lambda _=False, path=path: act(path))
        menu.addAction(action)
    menu.setEnabled(bool(paths))
