"""Samples of a data set, page by page: pictures with their label, or rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.panels.pieces import Choice, column, plain_label, plain_tip, row, tool_button
from app.panels.sample_pictures import icon_of
from app.theme_fonts import monospace_font
from app.translating import later, tr
from app.words import count

PICTURE = 72

PARTS = {
    "train": later("training"),
    "validation": later("validation"),
    "test": later("test"),
}


class SamplesView(QWidget):
    """Shows the page it is handed; says which part, class or page somebody wants to see."""

    wanted = Signal(object)  # part, label and page, as ``Wanted`` reads them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = self._pages = 0
        self.part, self.label = Choice(), Choice()
        self.part.setAccessibleName(tr("Part"))
        self.label.setAccessibleName(tr("Class"))
        for choice in (self.part, self.label):
            choice.setMinimumWidth(132)
            choice.setMaxVisibleItems(18)
            choice.activated.connect(lambda _: self._ask(0))
        self.back = tool_button(
            "chevron_left", tr("Page before"), lambda: self._ask(self._page - 1)
        )
        self.forth = tool_button(
            "chevron_right", tr("Next page"), lambda: self._ask(self._page + 1)
        )
        self.where = plain_label(look="quiet")
        self.pictures = QListWidget()
        self.pictures.setAccessibleName(tr("Samples"))
        self.pictures.setViewMode(QListWidget.ViewMode.IconMode)
        self.pictures.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.pictures.setMovement(QListWidget.Movement.Static)
        self.pictures.setIconSize(QSize(PICTURE, PICTURE))
        self.pictures.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.pictures.setSpacing(4)
        self.rows = QTableWidget()
        self.rows.setAccessibleName(tr("Samples"))
        self.rows.setFont(monospace_font(12))
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rows.verticalHeader().hide()
        self.rows.setShowGrid(False)
        self.rows.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pictures)
        self._stack.addWidget(self.rows)
        head = row(self.part, self.label, None, self.where, self.back, self.forth)
        layout = column(head, self._stack, spacing=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.show_nothing()

    def show_nothing(self) -> None:
        self.pictures.clear()
        self.rows.setRowCount(0)
        self.where.setText("")
        for widget in (self.part, self.label, self.back, self.forth):
            widget.setEnabled(False)

    def show_page(self, told: Mapping[str, Any], scale: float) -> None:
        """A reply of the child that looks."""
        self._show_choices(told)
        found, per_page = int(told["count"]), int(told["per_page"])
        self._page, self._pages = int(told["page"]), max(1, -(-found // per_page))
        words = tr("page {page} of {pages}, {all} samples")
        self.where.setText(
            words.format(page=self._page + 1, pages=count(self._pages), all=count(found))
        )
        self.back.setEnabled(self._page > 0)
        self.forth.setEnabled(self._page + 1 < self._pages)
        if told.get("pixels") is not None:
            self._show_pictures(told, scale)
        else:
            self._show_rows(told)
        self._stack.setCurrentWidget(self.rows if told.get("pixels") is None else self.pictures)

    def _show_choices(self, told: Mapping[str, Any]) -> None:
        parts = [name for name, size in told["parts"].items() if size]
        _fill(self.part, tr("all parts"), [(tr(PARTS[name]), name) for name in parts])
        known = told["classes"] if told.get("balance") and told.get("counted") != "pixels" else []
        _fill(self.label, tr("all classes"), [(name, name) for name in known[:1000]])
        self.part.setEnabled(True)
        self.label.setEnabled(bool(known))
        self.label.setVisible(bool(known))  # numbers to predict have no classes

    def _show_pictures(self, told: Mapping[str, Any], scale: float) -> None:
        self.pictures.clear()
        for sample, pixels in zip(told["samples"], told["pixels"], strict=False):
            item = QListWidgetItem(icon_of(pixels, PICTURE, scale), sample["label"])
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setToolTip(plain_tip(_about(sample)))
            self.pictures.addItem(item)

    def _show_rows(self, told: Mapping[str, Any]) -> None:
        table = self.rows
        names = [tr("sample"), tr("part"), *told["columns"], tr("target")]
        table.setColumnCount(len(names))
        table.setHorizontalHeaderLabels(names)
        table.setRowCount(len(told["samples"]))
        for line, sample in enumerate(told["samples"]):
            cells = [str(sample["index"]), tr(PARTS[sample["part"]]), *sample["cells"]]
            cells += [""] * (len(names) - len(cells) - 1) + [sample["label"]]
            for place, text in enumerate(cells):
                table.setItem(line, place, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        for place in range(len(names)):
            table.setColumnWidth(place, min(table.columnWidth(place) + 8, 480))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _go(self, by: int) -> None:
        self._ask(self._page + by)

    def _ask(self, page: int) -> None:
        self.wanted.emit(
            {
                "part": self.part.currentData() or "",
                "label": self.label.currentData() or "",
                "page": page,
            }
        )


def _fill(choice: Choice, first: str, entries: list[tuple[str, str]]) -> None:
    """Other entries; what was chosen stays, where it is among them."""
    before = choice.currentData()
    listed = [(first, ""), *entries]
    if [(choice.itemText(i), choice.itemData(i)) for i in range(choice.count())] == listed:
        return
    with QSignalBlocker(choice):
        choice.clear()
        for words, key in listed:
            choice.addItem(words, key)
        choice.setCurrentIndex(max(0, choice.findData(before)))


def _about(sample: Mapping[str, Any]) -> str:
    words = tr("sample {index}, {part}: {label}")
    part = tr(PARTS[sample["part"]])
    return words.format(index=sample["index"], part=part, label=sample["label"])
