"""Runs beside each other: their networks in words, what differs in settings, results and cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from app.run_words import fault_words, titles_of, value
from app.theme_fonts import interface_font
from app.translating import tr
from train.runs.comparing import Comparison, Row


class RunComparison(QTreeWidget):
    """Shows what it is handed: a column for each run, a part for each kind of difference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What differs between the selected runs"))
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)

    def show_comparison(self, found: Comparison | None) -> None:
        self.clear()
        if found is None:
            self.setHeaderLabels([""])
            return
        titles = titles_of(found.runs)
        self.setColumnCount(1 + len(titles))
        self.setHeaderLabels(["", *titles])
        if len(titles) > 1:
            self._add_network(found, titles)
            self._add_rows(tr("Settings that differ"), found.settings, tr("All are the same"))
        self._add_rows(tr("Results"), found.results)
        self._add_rows(tr("Cost"), found.cost)
        self._add_rows(tr("What X-ray found, and in which epoch"), found.faults, name=fault_words)
        self._add_rows(tr("Where they ran"), found.environment)
        self.expandAll()
        for column in range(1 + len(titles)):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(self.columnWidth(column) + 12, 260))

    def text(self) -> str:
        """All of it as lines, for those who read it otherwise."""
        lines = []
        for index in range(self.topLevelItemCount()):
            part = self.topLevelItem(index)
            lines.append(part.text(0))
            for place in range(part.childCount()):
                cells = [part.child(place).text(c) for c in range(self.columnCount())]
                lines.append("\t".join(cells).rstrip())
        return "\n".join(lines)

    def _add_network(self, found: Comparison, titles: Sequence[str]) -> None:
        for title, words in zip(titles[1:], found.network, strict=True):
            heading = tr("The network of {run}, against {first}")
            part = self._part(heading.format(run=title, first=titles[0]))
            for sentence in words or [tr("The same")]:
                item = QTreeWidgetItem(part, [tr(sentence)])
                item.setFirstColumnSpanned(True)
                item.setToolTip(0, tr(sentence))

    def _add_rows(
        self,
        heading: str,
        rows: Sequence[Row],
        none: str = "",
        name: Callable[[str], str] = str,
    ) -> None:
        if not rows and not none:
            return
        part = self._part(heading)
        if not rows:
            QTreeWidgetItem(part, [none]).setFirstColumnSpanned(True)
        bold = QFont(interface_font())
        bold.setBold(True)
        for row in rows:
            cells = [value(row.key, one) for one in row.values]
            item = QTreeWidgetItem(part, [name(row.key), *cells])
            for column, cell in enumerate(cells, start=1):
                item.setToolTip(column, cell)
                if row.differs:
                    item.setFont(column, bold)

    def _part(self, heading: str) -> QTreeWidgetItem:
        part = QTreeWidgetItem(self, [heading])
        part.setFirstColumnSpanned(True)
        bold = QFont(interface_font())
        bold.setWeight(QFont.Weight.DemiBold)
        part.setFont(0, bold)
        return part
