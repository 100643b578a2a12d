"""A confusion matrix as a table of heat and numbers; a cell stands for its samples."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.panels.predictions.answers import Array
from app.theme import current_theme, is_palette_change
from app.theme_fonts import SMALL, interface_font
from app.translating import tr
from app.words import percent

Index = QModelIndex | QPersistentModelIndex


class ConfusionModel(QAbstractTableModel):
    """Rows are the truth, columns what was said; the last column is the share that was found."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Array = np.zeros((0, 0), np.int64)
        self.classes: list[str] = []

    def show_counts(self, counts: Array | None, classes: list[str]) -> None:
        counts = np.zeros((0, 0), np.int64) if counts is None else counts
        if counts.shape == self.counts.shape and classes == self.classes:
            self.counts = counts
            if len(classes):
                last = self.index(len(classes) - 1, len(classes))
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.counts, self.classes = counts, classes
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.counts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or not len(self.counts) else len(self.counts) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        truth, said = index.row(), index.column()
        row = self.counts[truth]
        total = int(row.sum())
        if said == len(self.counts):
            return self._found(truth, total, role)
        number = int(row[said])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(number) if number else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignCenter)
            case Qt.ItemDataRole.BackgroundRole:
                return _heat(number / total if total else 0.0, is_right=truth == said)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                words = tr("{number} of {total} samples of {truth} were taken for {said}")
                return words.format(
                    number=number, total=total, truth=self.classes[truth], said=self.classes[said]
                )
        return None

    def _found(self, truth: int, total: int, role: int) -> Any:
        share = int(self.counts[truth, truth]) / total if total else 0.0
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return percent(share) if total else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = tr("{share} of the samples of {truth} were found")
            return words.format(share=percent(share), truth=self.classes[truth])
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.classes[section] if section < len(self.classes) else tr("found")
        if role == Qt.ItemDataRole.ToolTipRole and section < len(self.classes):
            name = self.classes[section]
            if orientation == Qt.Orientation.Horizontal:
                return tr("taken for {said}").format(said=name)
            return tr("is {truth}").format(truth=name)
        return None


def _heat(share: float, *, is_right: bool) -> QColor:
    """What is right in the accent colour, what is wrong in that of errors, by its share."""
    theme = current_theme()
    color = QColor(theme.color("accent") if is_right else theme.severity("error"))
    color.setAlphaF(0.0 if share <= 0 else min(0.55, 0.06 + 0.49 * share**0.6))
    return color


class ConfusionTable(QTableView):
    """Says which cell was chosen, by click or Enter."""

    cell_chosen = Signal(int, int)  # truth, said

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = ConfusionModel()
        self.setModel(self.counts)
        self.setAccessibleName(tr("Confusion matrix: rows are the truth, columns what was said"))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setFont(interface_font(SMALL))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(24)
        self.verticalHeader().setMaximumWidth(120)
        self.horizontalHeader().setMinimumSectionSize(34)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def show_counts(self, counts: Array | None, classes: list[str]) -> None:
        self.counts.show_counts(counts, classes)
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name in classes), default=0)
        self.horizontalHeader().setDefaultSectionSize(min(96, max(40, widest + 20)))
        if classes:
            self.setColumnWidth(len(classes), 56)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() < len(self.counts.counts):
            self.cell_chosen.emit(index.row(), index.column())

    def changeEvent(self, event: Any) -> None:
        super().changeEvent(event)
        if is_palette_change(event):
            self.viewport().update()
