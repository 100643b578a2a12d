"""What a file of weights has for this network, tensor by tensor, before anything is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.on_screen import resize_on_screen
from app.panels.pieces import Choice, column, plain_label, push_button, row
from app.theme import current_theme
from app.translating import tr
from graph.phrases import phrase_from_plain, sentence

Message = dict[str, Any]

#: More rows are not drawn: nobody reads them.
MOST_ROWS = 20_000


class WeightsDialog(QDialog):
    """Shows a report and asks for another when it is to be matched otherwise."""

    match_wanted = Signal(object)  # weights, as the child is asked
    table_wanted = Signal()
    agreed = Signal(object)  # weights

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent if isinstance(parent, QWidget) else None)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Load weights"))
        resize_on_screen(self, 720, 480)
        self.weights: Message = {"path": str(path), "match": "name"}
        self.how = Choice()
        self.how.setAccessibleName(tr("Which tensor goes where"))
        self.how.setMinimumWidth(208)
        for words, key in (
            (tr("Matched by name"), "name"),
            (tr("Matched by order"), "order"),
            (tr("Matched by a table of names..."), "table"),
        ):
            self.how.addItem(words, key)
        self.how.activated.connect(self._choose)
        self.words = plain_label(tr("One moment: the file is being read."), wrap=True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([tr("Network"), tr("File"), tr("What happens")])
        self.table.setAccessibleName(tr("Tensors of the network and of the file"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.load = push_button(tr("Start from these weights"), "primary")
        self.load.setEnabled(False)
        self.load.clicked.connect(lambda _=False: self._agree())
        cancel = push_button(tr("Cancel"))
        cancel.clicked.connect(lambda _=False: self.reject())
        self.setLayout(
            column(
                row(plain_label(path.name, "title"), None, self.how),
                self.words,
                self.table,
                row(None, cancel, self.load),
                margin=16,
            )
        )

    def show_report(self, reply: Message) -> None:
        """The outcome of matching, or why there is none, beside what the file holds."""
        report, reason = reply["report"], reply["reason"]
        self.load.setEnabled(report is not None and bool(report["loaded"]))
        self.words.setText(
            tr(reason if report is None else sentence(phrase_from_plain(report["words"])))
        )
        alone = [("", f"{name} {shape}", "", "muted") for name, shape in reply.get("tensors", ())]
        rows = _rows(report) if report is not None else alone
        self.table.setRowCount(min(len(rows), MOST_ROWS))
        for line, (target, source, words, meaning) in enumerate(rows[:MOST_ROWS]):
            for place, text in enumerate((target, source, words)):
                item = QTableWidgetItem(text)
                if place == 2:
                    item.setForeground(QBrush(current_theme().color(meaning)))
                self.table.setItem(line, place, item)

    def use_table(self, path: Path) -> None:
        """Match by the rules of a file from now on."""
        self.weights = {**self.weights, "match": str(path)}
        with QSignalBlocker(self.how):
            self.how.setItemText(2, tr("Matched by {file}").format(file=path.name))
            self.how.setCurrentIndex(2)
        self.match_wanted.emit(self.weights)

    def _choose(self, index: int) -> None:
        key = self.how.itemData(index)
        if key == "table":
            self.how.setCurrentIndex({"name": 0, "order": 1}.get(self.weights["match"], 2))
            self.table_wanted.emit()
            return
        self.weights = {**self.weights, "match": key}
        self.match_wanted.emit(self.weights)

    def _agree(self) -> None:
        self.agreed.emit(self.weights)
        self.accept()


def _rows(report: Message) -> list[tuple[str, str, str, str]]:
    """What does not fit first, for it is what one looks for."""
    unfit = tr("{has} does not fit {wants}")
    return [
        *(
            (t, s, unfit.format(has=has, wants=wants), "error")
            for s, t, has, wants in report["differs"]
        ),
        *((target, "", tr("missing in the file"), "warning") for target in report["missing"]),
        *(("", source, tr("not used"), "muted") for source in report["unexpected"]),
        *((target, source, tr("loaded"), "success") for source, target in report["loaded"]),
    ]
