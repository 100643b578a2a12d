"""Everything that the menus offer, as one list: what it is called, where it stands, its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from app.commands import plain


@dataclass(frozen=True)
class Offer:
    """One action, and the menus that lead to it."""

    action: QAction
    title: str
    menus: tuple[str, ...]

    @property
    def path(self) -> str:
        return " / ".join(self.menus)

    @property
    def keys(self) -> str:
        shortcut = self.action.shortcut()
        return str(shortcut.toString(QKeySequence.SequenceFormat.NativeText))


def every_action(bar: QMenuBar, commands: Mapping[str, QAction]) -> list[Offer]:
    """The commands, then what else the menus offer, filled as if each were opened."""
    offers: list[Offer] = []
    for action in bar.actions():
        if isinstance(action.menu(), QMenu):
            offers += _of(action.menu(), (plain(action.text()),))
    known = {offer.action for offer in offers}
    own = set(commands.values())
    offers += [Offer(action, plain(action.text()), ()) for action in own - known]
    return sorted(offers, key=lambda offer: offer.action not in own)


def _of(menu: QMenu, path: tuple[str, ...]) -> Iterator[Offer]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _of(inner, (*path, plain(action.text())))
        elif not action.isSeparator():
            yield Offer(action, plain(action.text()), path)
