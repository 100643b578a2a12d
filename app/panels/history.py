"""The history: every step since the project was opened; a click goes to the state after it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPalette, QUndoStack
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from app.theme import current_theme, icon, is_palette_change
from app.translating import tr


class History(QWidget):
    """Qt's view of an undo stack. What was undone, and can come back, is of less weight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QUndoView()
        self.view.setAccessibleName(tr("History"))
        self.view.setEmptyLabel(tr("As it was opened"))
        self.view.setCleanIcon(icon("save", "muted"))
        self.view.setIconSize(QSize(16, 16))
        self.view.setUniformItemSizes(True)
        self.view.setItemDelegate(_Lines(self.view))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.addWidget(self.view)

    def show_stack(self, stack: QUndoStack) -> None:
        self.view.setStack(stack)
        stack.indexChanged.connect(lambda _: self.view.viewport().update())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if is_palette_change(event):
            self.view.viewport().update()


class _Lines(QStyledItemDelegate):
    """What was undone in the colour of less weight; the mark of what is saved behind the words."""

    def __init__(self, view: QUndoView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Right  # type: ignore[attr-defined]
        stack = self._view.stack()
        if stack is not None and index.row() > stack.index():
            palette: QPalette = option.palette  # type: ignore[attr-defined]
            palette.setColor(QPalette.ColorRole.Text, current_theme().color("muted"))
            option.palette = palette  # type: ignore[attr-defined]
            option.font.setItalic(True)  # type: ignore[attr-defined]
