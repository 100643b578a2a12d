"""File > New from Template: the same templates when the canvas is not empty."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.panels.pieces import column, scrolled, search_field
from app.translating import tr
from app.welcome.gallery import Gallery

_MARGIN = 16


class TemplateDialog(QDialog):
    """Lets one template be chosen; typing narrows them down, Enter takes the first."""

    chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("New from Template"))
        self.search = search_field(tr("Find a template"))
        self.gallery = Gallery()
        self.search.textChanged.connect(self.gallery.find)
        self.gallery.chosen.connect(self._choose)
        page = QWidget()
        self._frame = QVBoxLayout(page)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.addWidget(self.gallery, 0, Qt.AlignmentFlag.AlignHCenter)
        self._frame.addStretch(1)
        self._area = scrolled(page)
        self.setLayout(column(self.search, self._area, spacing=12, margin=_MARGIN))
        room = parent.size().boundedTo(QSize(1240, 820)) - QSize(48, 48)
        self.resize(room.expandedTo(QSize(320, 320)))
        self.search.setFocus()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.gallery.draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self._area.verticalScrollBar().sizeHint().width()
        self.gallery.setFixedWidth(self.gallery.fit_into(self.width() - 2 * _MARGIN - bar))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = self.gallery.found
        if self.search.hasFocus() and found:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(found[0].template.path)
                return
            if event.key() == Qt.Key.Key_Down:
                found[0].setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().keyPressEvent(event)

    def _choose(self, path: object) -> None:
        self.accept()
        self.chosen.emit(path)
