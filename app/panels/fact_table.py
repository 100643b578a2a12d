"""A quiet table of facts under headings: names at the left, values to compare at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.panels.pieces import clear_layout, column, plain_label

NAME_WIDTH = 112


class Heading(NamedTuple):
    """Begins a section; ``aside`` stands beside it."""

    title: str
    aside: str = ""


class Fact(NamedTuple):
    name: str
    value: str


class FactTable(QWidget):
    """Shows the rows it is handed; the same rows again cost nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Heading | Fact, ...] = ()
        self.setLayout(column())

    def show_rows(self, rows: Sequence[Heading | Fact]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        clear_layout(self.layout())
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        for line, fact in enumerate(self._rows):
            name, value = (plain_label(text) for text in fact)
            if isinstance(fact, Heading):
                name.setProperty("section", "true")
                value.setProperty("quiet", "true")
                grid.setRowMinimumHeight(line, 28)
            else:
                grid.setRowMinimumHeight(line, 20)
                name.setProperty("soft", "true")
                value = plain_label(fact.value, "monospace", wrap=True)
            grid.addWidget(name, line, 0)
            grid.addWidget(_selectable(value), line, 1)
        self.layout().addWidget(body)


def _selectable(label: QLabel) -> QLabel:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
