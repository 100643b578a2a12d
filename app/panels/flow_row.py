"""A row that goes on in the next line where there is no more room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Lays widgets out from left to right, each as wide as it likes, in as many lines as needed."""

    def __init__(self, *parts: QWidget, gap: int = 8, apart: bool = False) -> None:
        """``apart`` has the last one stand at the right end of its line."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._apart = gap, apart
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), moving=False)

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size.grownBy(margins)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, moving=True)

    def _lay(self, rect: QRect, *, moving: bool) -> int:
        """Place all items, or only find out how high they come to."""
        whole, rect = rect, rect.marginsRemoved(self.contentsMargins())
        x, y, lines = rect.left(), rect.top(), [list[tuple[QLayoutItem, QRect]]()]
        for item in self._items:
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.right() + 1:
                x, y = rect.left(), y + _height(lines[-1]) + self._gap
                lines.append([])
            room = size.boundedTo(QSize(rect.width(), 9999))
            lines[-1].append((item, QRect(QPoint(x, y), room)))
            x += size.width() + self._gap
        if self._apart and len(lines[-1]) > 1:
            item, place = lines[-1][-1]
            lines[-1][-1] = item, place.translated(rect.right() - place.right(), 0)
        for line in lines if moving else ():
            for item, place in line:  # each in the middle of its line
                item.setGeometry(place.translated(0, (_height(line) - place.height()) // 2))
        return y + _height(lines[-1]) - whole.top() + self.contentsMargins().bottom()


def _height(line: list[tuple[QLayoutItem, QRect]]) -> int:
    return max((place.height() for _, place in line), default=0)
