"""A row of words of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from app.panels.pieces import row
from app.translating import tr


class Segments(QWidget):
    """Tells by ``chosen`` which word was clicked, by its key."""

    chosen = Signal(str)

    def __init__(self, name: str, words: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for key, text in words:
            button = QToolButton()
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            button.setAccessibleName(tr("{name}: {value}").format(name=name, value=text))
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self.buttons[key] = button
        next(iter(self.buttons.values())).setChecked(True)
        self.setLayout(row(*self.buttons.values(), spacing=4))

    @property
    def key(self) -> str:
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose without telling."""
        self.buttons[key].setChecked(True)

    def show_only(self, keys: Sequence[str]) -> None:
        """Offer some of the words; where the chosen one goes, the first takes its place."""
        for key, button in self.buttons.items():
            button.setVisible(key in keys)
        if keys and self.key not in keys:
            self.choose(keys[0])
