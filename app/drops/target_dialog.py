"""A table was dropped: which of its columns is to be foretold?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.panels.pieces import Choice, column, plain_label, push_button, row
from app.translating import joined, tr
from train.data.column import Column


class TargetDialog(QDialog):
    """Lets a column be chosen, at first the last; what is chosen is only said."""

    chosen = Signal(str)

    def __init__(self, path: Path, columns: Mapping[str, Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Train on {file}").format(file=path.name))
        self._columns = columns
        self.choice = Choice()
        self.choice.setAccessibleName(tr("Target column"))
        for name in columns:
            self.choice.addItem(name, name)
        self.choice.setCurrentIndex(len(columns) - 1)
        self.choice.setMaxVisibleItems(18)
        self.choice.currentIndexChanged.connect(lambda _: self._describe())
        self._facts = plain_label(look="soft", wrap=True)
        self.train = push_button(tr("Use This Table"), "primary")
        self.train.setDefault(True)
        self.cancel = push_button(tr("Cancel"))
        self.train.clicked.connect(self._choose)
        self.cancel.clicked.connect(self.reject)
        first = next(iter(columns.values()))
        words = tr("{n} rows", one="{n} row", n=first.size)
        count = tr("{n} columns", one="{n} column", n=len(columns))
        self.setLayout(
            column(
                plain_label(tr("Which column is to be foretold from the others?"), "section"),
                plain_label(joined(", ", [words, count]), "soft"),
                self.choice,
                self._facts,
                8,
                row(None, self.cancel, self.train),
                margin=16,
            )
        )
        self.setMinimumWidth(380)
        self._describe()
        self.choice.setFocus(Qt.FocusReason.PopupFocusReason)

    def _describe(self) -> None:
        found = self._columns[str(self.choice.currentData())]
        kinds = found.categories
        if found.numbers is None:
            shown = ", ".join(kinds[:6]) + (" ..." if len(kinds) > 6 else "")
            words = tr("{n} classes: {names}", one="{n} class: {names}", n=len(kinds))
            self._facts.setText(words.format(names=shown))
        else:
            low, high = found.numbers.min(), found.numbers.max()
            words = tr("numbers from {low} to {high}")
            self._facts.setText(words.format(low=f"{low:g}", high=f"{high:g}"))

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(str(self.choice.currentData()))
