"""A field with what was found below it, over the window: opened by a key, gone with Escape."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.line_painting import HEIGHT, LINE, Line, LinePainting
from app.panels.pieces import column, plain_label, search_field

ROWS = 11


class SearchOverlay(QFrame):
    """What is found, and what choosing it does, is said by a class for each search."""

    WIDTH, TOP = 600, 56

    def __init__(self, area: QWidget, name: str, words: str, nothing: str) -> None:
        """Over ``area``; ``words`` stand in the empty field, ``nothing`` where none is found."""
        super().__init__(area)
        self._area = area
        self._before: QWidget | None = None
        self.setProperty("overlay", "true")
        self.setAccessibleName(name)
        self.search = search_field(words)
        self.search.textChanged.connect(self._show_found)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setItemDelegate(LinePainting(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        self._nothing = plain_label(nothing, "soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(self.search, self.list, self._nothing, margin=8))
        area.installEventFilter(self)
        self.hide()

    # what each search says

    def lines(self, text: str) -> Sequence[Line]:
        """What is found, the best first."""
        raise NotImplementedError

    def choose(self, choice: object) -> bool:
        """Do what was chosen; whether the search is over."""
        raise NotImplementedError

    def step_to(self, choice: object) -> None:
        """The user stepped to a line by a key."""

    def give_up(self) -> None:
        """The user left without choosing."""

    # its life

    def open(self) -> None:
        """Show it; once more, and it goes."""
        if self.isVisible():
            self.give_up()
            self.close_down()
            return
        self._before = self.window().focusWidget()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)
        self.search.selectAll()
        self._show_found(self.search.text())

    def close_down(self) -> None:
        """Go, and give the focus back to what had it."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def found(self) -> list[str]:
        """The titles that are listed now, the best first."""
        return [self._line(self.list.item(row)).title for row in range(self.list.count())]

    def _show_found(self, text: str) -> None:
        self.list.clear()
        for line in self.lines(text):
            item = QListWidgetItem(line.title)
            item.setData(LINE, line)
            spoken = ", ".join(part for part in (line.aside, line.right) if part)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self.list.count()))
        self._nothing.setVisible(not self.list.count() and bool(text.strip()))
        self._place()

    def _line(self, item: QListWidgetItem) -> Line:
        line = item.data(LINE)
        assert isinstance(line, Line)
        return line

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and self.choose(self._line(item).choice):
            self.close_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._press(event)
            if event.type() == QEvent.Type.FocusOut and self.window().focusWidget():
                self.hide()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        key, row, last = event.key(), self.list.currentRow(), self.list.count() - 1
        steps = {
            Qt.Key.Key_Down: row + 1 if row < last else 0,
            Qt.Key.Key_Up: row - 1 if row > 0 else last,
            Qt.Key.Key_PageDown: min(row + ROWS - 1, last),
            Qt.Key.Key_PageUp: max(row - ROWS + 1, 0),
        }
        if key == Qt.Key.Key_Escape:
            self.give_up()
            self.close_down()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
        elif key in steps:
            if last >= 0:
                self.list.setCurrentRow(steps[Qt.Key(key)])
                self.step_to(self._line(self.list.currentItem()).choice)
        else:
            return False
        return True

    def _place(self) -> None:
        """As high as what was found, within the area that it lies over."""
        area = self._area
        width = min(self.WIDTH, area.width() - 32)
        most = max(1, (area.height() - self.TOP - 72) // HEIGHT)
        rows = min(ROWS, most, self.list.count() or (0 if self._nothing.isHidden() else 1))
        self.list.setFixedHeight(rows * HEIGHT)
        self._nothing.setFixedHeight(HEIGHT)
        gap = 24 if rows else 16
        self.setFixedSize(width, self.search.sizeHint().height() + gap + rows * HEIGHT)
        self.move(self.corner(width))

    def corner(self, width: int) -> QPoint:
        """Where its upper left corner goes: in the middle above."""
        return QPoint((self._area.width() - width) // 2, self.TOP)
