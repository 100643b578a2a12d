"""A choice by name, and below it the arguments of what was chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from app.panels.argument_form import ArgumentForm
from app.panels.pieces import Choice, column, plain_label, plain_tip, row
from app.translating import tr
from graph.catalog.layer import Argument
from graph.document import Value


class ChoiceSection(QWidget):
    """A choice by name, and below it the arguments of what was chosen."""

    type_chosen = Signal(str)

    def __init__(self, title: str, word: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._word = word
        self.choice = Choice()
        self.choice.setAccessibleName(title)
        self.choice.setMaxVisibleItems(18)
        for key, words in choices:
            self.choice.addItem(words, key)
        self.choice.activated.connect(
            lambda index: self.type_chosen.emit(str(self.choice.itemData(index)))
        )
        label = plain_label(title, "section")
        label.setFixedWidth(112)
        self.form = ArgumentForm()
        line = row(label, self.choice, 28)
        line.setStretch(1, 1)
        self.setLayout(column(line, self.form))

    def show(self, type_: str, arguments: Iterable[Argument], given: Mapping[str, Value]) -> None:  # type: ignore[override]
        index = self.choice.findData(type_)
        if index < 0:
            self.choice.addItem(type_, type_)
            index = self.choice.count() - 1
        with QSignalBlocker(self.choice):
            self.choice.setCurrentIndex(index)
        arguments = tuple(arguments)
        self.form.setVisible(bool(arguments))
        self.form.show_arguments(arguments)
        self.form.show_values(given)

    def set_tip(self, text: str) -> None:
        self.choice.setToolTip(plain_tip(tr(text)))
