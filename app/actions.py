"""The commands as actions of a window, in its menus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from app.commands import COMMANDS, MENUS, Entry
from app.theme import icon
from app.translating import tr

Fill = Callable[[QMenu], None]


def make_actions(
    window: QMainWindow, handlers: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """One action for each command, wired to its handler; ``Keymap`` gives it its keys."""
    actions = {}
    for command in COMMANDS:
        action = QAction(tr(command.text), window)
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setIconVisibleInMenu(False)
        handler = handlers[command.key]
        action.triggered.connect(lambda _=False, handler=handler: handler())
        actions[command.key] = action
    return actions


def make_menus(
    window: QMainWindow, actions: Mapping[str, QAction], fill: Mapping[str, Fill]
) -> None:
    """Put the actions into the menu bar; ``fill`` gives what changes when a menu opens."""
    for title, entries in MENUS:
        add_entries(window.menuBar().addMenu(tr(title)), entries, actions, fill)


def add_entries(
    menu: QMenu,
    entries: Iterable[Entry],
    actions: Mapping[str, QAction],
    fill: Mapping[str, Fill],
) -> None:
    """Put commands, lines and submenus into a menu, as ``app.commands`` has them."""
    for entry in entries:
        if isinstance(entry, tuple):
            _add_submenu(menu, entry, actions, fill)
        elif entry == "-":
            menu.addSeparator()
        else:
            menu.addAction(actions[entry])


def _add_submenu(
    menu: QMenu,
    entry: tuple[str, tuple[str, ...]],
    actions: Mapping[str, QAction],
    fill: Mapping[str, Fill],
) -> None:
    title, keys = entry
    submenu = menu.addMenu(tr(title))
    for key in keys:
        if key in fill:
            submenu.aboutToShow.connect(lambda submenu=submenu, key=key: fill[key](submenu))
            fill[key](submenu)
        else:
            submenu.addAction(actions[key])
