"""The table of parameter groups: a row for each, and last one for what no group takes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget
from PySide6.QtWidgets import QTableWidgetItem as Cell

from app.canvas.group_marks import REST
from app.canvas.node_painting import paint_mark
from app.panels.pieces import plain_tip
from app.theme import current_theme
from app.translating import tr
from graph.catalog.layer import Argument
from graph.catalog.parsing import NotAValueError, format_argument, parse_argument
from graph.document import Value
from graph.edits import UNSET

#: Arguments that a column is made of, where the optimizer has them.
SHOWN = ("lr", "weight_decay", "momentum", "betas")

NAME = Argument("name", "str", "")

_IS_LAST = Qt.ItemDataRole.UserRole

#: A row of the table, as the child tells it: title, patterns, what is its own, what it comes to.
Row = Mapping[str, object]


class GroupTable(QTableWidget):
    """Shows rows and says what was typed; it keeps nothing of its own but which row is chosen."""

    row_chosen = Signal(int)
    value_chosen = Signal(int, str, object)  # row, key, value or UNSET
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Parameter groups"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setIconSize(QSize(20, 20))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        self.horizontalHeader().setHighlightSections(False)
        self._columns: tuple[Argument, ...] = ()
        self._widths: tuple[int, ...] = ()
        self.currentCellChanged.connect(lambda row, *_: self.row_chosen.emit(row))
        # Only once the editor is gone: what an edit changes fills the table anew.
        self.cellChanged.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def show_rows(self, arguments: Sequence[Argument], rows: Sequence[Row], chosen: int) -> None:
        """``arguments`` are those of the optimizer; the last row is of what no group takes."""
        with QSignalBlocker(self):
            self._show_columns(tuple(a for a in arguments if a.name in SHOWN))
            self.setRowCount(len(rows))
            for index, row in enumerate(rows):
                self._show_row(index, row, is_rest=index == len(rows) - 1)
            if rows:
                self.setCurrentCell(chosen, max(0, self.currentColumn()))

    def _show_columns(self, columns: tuple[Argument, ...]) -> None:
        if columns == self._columns and self.columnCount():
            return
        self._columns = columns
        titles = [
            tr("Group"),
            tr("Layers"),
            *(a.name for a in columns),
            tr("Only"),
            tr("Frozen"),
            tr("Numbers"),
        ]
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(titles)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._widths = (100, 64, *(max(58, 30 + 8 * len(n)) for n in titles[2:-3]), 84, 64, 72)
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out columns that there is no room for; the form beside it has them all."""
        last = self.columnCount() - 1
        if last < 0:
            return
        left = self.viewport().width()
        order = [0, last - 1, 2, 1, *range(3, last - 1), last]  # Frozen can be chosen here only
        for column in order:
            left -= self._widths[column]
            self.setColumnHidden(column, left < 0 and column not in order[:2])

    def _show_row(self, index: int, row: Row, *, is_rest: bool) -> None:
        own, whole = row["own"], row["settings"]
        assert isinstance(own, Mapping)
        assert isinstance(whole, Mapping)
        place = REST if is_rest else index
        name = self._fill(index, 0, str(row["name"]), own=bool(row["is_named"]), typed=not is_rest)
        name.setIcon(mark_icon(place, "·" if is_rest else str(index + 1)))
        self._fill(index, 1, str(row["nodes"]), own=True, typed=not is_rest)
        for column, argument in enumerate(self._columns, start=2):
            value = own.get(argument.name, UNSET)
            shown = whole.get(argument.name) if value is UNSET else value
            self._fill(index, column, format_argument(shown), own=value is not UNSET or is_rest)
        only = self._fill(index, self.columnCount() - 3, str(row["kinds"]), own=True, typed=False)
        if not is_rest:
            only.setToolTip(plain_tip(str(row["kinds"]) or tr("Parameters of every kind")))
        frozen = self._fill(index, self.columnCount() - 2, "", own=True, typed=False)
        if not is_rest:
            frozen.setFlags(frozen.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_frozen = bool(row["frozen"])
            frozen.setCheckState(Qt.CheckState.Checked if is_frozen else Qt.CheckState.Unchecked)
            frozen.setToolTip(tr("Its layers do not learn"))
        numbers = str(row["numbers"])
        self._fill(index, self.columnCount() - 1, numbers, own=False, typed=False)

    def _fill(self, row: int, column: int, text: str, *, own: bool, typed: bool = True) -> Cell:
        """What a group says itself stands strong, what it has from the optimizer pale.

        A cell is changed in place: somebody may be typing into another one.
        """
        cell = self.item(row, column)
        if cell is None or (row == self.rowCount() - 1) != bool(cell.data(_IS_LAST)):
            cell = Cell()
            cell.setData(_IS_LAST, row == self.rowCount() - 1)
            self.setItem(row, column, cell)
        if cell.text() != text:
            cell.setText(text)
        cell.setToolTip(plain_tip(text))
        cell.setForeground(current_theme().color("text" if own else "muted"))
        if not typed:
            cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
        return cell

    def _take(self, row: int, column: int) -> None:
        cell = self.item(row, column)
        if column == self.columnCount() - 2:
            on = cell.checkState() == Qt.CheckState.Checked
            self.value_chosen.emit(row, "frozen", True if on else UNSET)
            return
        if column == 1:
            names = tuple(name for name in re.split(r"[,\s]+", cell.text()) if name)
            self.value_chosen.emit(row, "nodes", names[0] if len(names) == 1 else names)
            return
        argument = (NAME, *self._columns)[max(0, column - 1)]
        try:
            value: Value = parse_argument(argument, cell.text()) if cell.text().strip() else UNSET
        except NotAValueError as error:
            self.refused.emit(
                tr("{name}: {value}").format(name=argument.name, value=tr(str(error)))
            )
            return
        self.value_chosen.emit(row, argument.name, value)


def mark_icon(hue: int, sign: str) -> QIcon:
    """The mark of a group, as the cards have it."""
    picture = QPixmap(40, 40)
    picture.setDevicePixelRatio(2.0)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, QPointF(10, 10), hue, sign, current_theme())
    painter.end()
    return QIcon(picture)
