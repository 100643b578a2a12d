"""A list of states of a project beside what differs in the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from app.on_screen import resize_on_screen
from app.panels.pieces import column, plain_label, plain_tip, push_button, row
from app.safety.difference_view import DifferenceView
from app.translating import tr

LIST_WIDTH = 240


@dataclass(frozen=True)
class State:
    """A line of the list, and how to show what is in it."""

    title: str
    details: str
    tip: str
    show: Callable[[DifferenceView], object]


class ChoiceDialog(QDialog):
    """Shows states and says which one is chosen; the buttons are for who opens it to connect."""

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        resize_on_screen(self, 860, 540)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.currentRowChanged.connect(self._show)
        self.view = DifferenceView()
        self.list.setFixedWidth(LIST_WIDTH)
        self._states: list[State] = []
        self._buttons = row()
        self._buttons.addStretch(1)
        layout = column(plain_label(title, "title"), plain_label(words, wrap=True), margin=16)
        parts = row(self.list, self.view, spacing=16)
        layout.addLayout(parts, 1)
        layout.addLayout(self._buttons)
        self.setLayout(layout)

    def show_states(self, states: Sequence[State]) -> None:
        """Fill the list; the line that was chosen stays, as far as there are so many."""
        index = max(0, min(self.list.currentRow(), len(states) - 1))
        self._states = list(states)
        self.list.clear()
        for state in states:
            item = QListWidgetItem(f"{state.title}\n{state.details}")
            item.setToolTip(plain_tip(state.tip))
            self.list.addItem(item)
        self.list.setCurrentRow(index)

    @property
    def chosen(self) -> int:
        """The index of the state that is chosen; -1 for none."""
        return int(self.list.currentRow())

    def add_button(
        self,
        text: str,
        act: Callable[[], object],
        *,
        primary: bool = False,
        at_left: bool = False,
    ) -> QPushButton:
        """Add a button at the right of the others; Enter presses the primary one."""
        button = push_button(text, "primary" if primary else "")
        button.setAutoDefault(primary)
        button.setDefault(primary)
        button.clicked.connect(lambda _=False: act())
        self._buttons.insertWidget(0 if at_left else self._buttons.count(), button)
        return button

    def _show(self, index: int) -> None:
        if 0 <= index < len(self._states):
            self._states[index].show(self.view)


def close_button(dialog: ChoiceDialog) -> QPushButton:
    return dialog.add_button(tr("Close"), dialog.close)
