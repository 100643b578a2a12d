"""The history: every step since the project was opened; a click goes to the state after it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import current_theme, icon, is_palette_change
from app.translating import tr
from app.undo import UndoStack

Index = QModelIndex | QPersistentModelIndex


class History(QWidget):
    """The states of the document in a list; the current one is the state of now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QListView()
        self.view.setAccessibleName(tr("History"))
        self.view.setIconSize(QSize(16, 16))
        self.view.setUniformItemSizes(True)
        self.view.setItemDelegate(_Lines(self.view))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addWidget(self.view)

    def show_stack(self, stack: UndoStack) -> None:
        states = _States(stack, self.view)
        self.view.setModel(states)
        self.view.selectionModel().currentChanged.connect(
            lambda current, _: states.go_to(current.row())
        )
        states.moved.connect(self.view.setCurrentIndex)
        states.follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_palette_change(event):
            self.view.viewport().update()


class _States(QAbstractListModel):
    """The states that an undo stack leads to: as it was opened, and one after each step."""

    moved = Signal(QModelIndex)

    def __init__(self, stack: UndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._rows = 1
        stack.changed.connect(self.follow)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, stack = index.row(), self._stack
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return stack.text(row - 1) if row else tr("As it was opened")
        if role == Qt.ItemDataRole.DecorationRole and row == stack.past.clean:
            return icon("save", "muted")
        if role == Qt.ItemDataRole.ForegroundRole and row > stack.index():
            return current_theme().color("muted")
        return None

    def go_to(self, row: int) -> None:
        if row >= 0 and row != self._stack.index():
            self._stack.setIndex(row)

    def follow(self) -> None:
        rows = self._stack.count() + 1
        if rows < self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        self.dataChanged.emit(self.index(0), self.index(rows - 1))
        self.moved.emit(self.index(self._stack.index()))


class _Lines(QStyledItemDelegate):
    """The mark of what is saved behind the words; what was undone in italics."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right  # type: ignore[attr-defined]
        undone = index.data(Qt.ItemDataRole.ForegroundRole) is not None
        option.font.setItalic(undone)  # type: ignore[attr-defined]
