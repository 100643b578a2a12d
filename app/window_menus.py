"""Menus whose entries change: recent files, examples, panels, and what the selection offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from app.color_words import COLOR_WORDS
from app.detaching import Detaching
from app.docks import Panels
from app.file_handling import SUFFIX, FileHandling, examples
from app.settings import Settings
from app.translating import later, tr

#: Folders of examples, as the menu has them.
FOLDERS = {"introduction": later("Introduction")}

#: Commands on blocks, offered where they can be done.
BLOCKS = ("make_block", "open_block", "dissolve_block", "go_out")

#: Commands that give a colour.
COLORS = tuple(f"color_{color}" for color in COLOR_WORDS)

#: Commands on the selection, offered where the canvas is clicked with the right button.
CONTEXT: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    *(
        "cut",
        "copy",
        "paste",
        "paste_wired",
        "duplicate",
        "delete",
        "-",
        "rename",
        "mute",
        "collapse",
        "-",
    ),
    *("frame", "plain_frame", ("C&olour", COLORS), "-"),
    *("add_note", "export_features", "-"),
    *BLOCKS,
)


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
        for key in CONTEXT:
            if key == "-":
                menu.addSeparator()
            elif isinstance(key, tuple):
                inner = menu.addMenu(tr(key[0]))
                inner.addActions([self._actions[one] for one in key[1]])
            elif key not in BLOCKS or self._actions[key].isEnabled():
                menu.addAction(self._actions[key])
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
