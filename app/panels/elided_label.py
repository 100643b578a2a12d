"""A label that never shows half a word: of one line, or of as many as it takes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.panels.pieces import plain_tip


class ElidedLabel(QLabel):
    """Ends in … where there is no room for all, and says all of it when pointed at."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def set_whole(self, whole: bool) -> None:
        """Whether all of it is shown, on several lines where one has no room for it."""
        self.setWordWrap(whole)
        across = QSizePolicy.Policy.Expanding if whole else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self._tell()

    @property
    def is_cut(self) -> bool:
        return not self.wordWrap() and self.sizeHint().width() > self.width()

    def minimumSizeHint(self) -> QSize:
        metrics, least = self.fontMetrics(), super().minimumSizeHint().height()
        # Qt's own is that of a narrow column, where lines are broken.
        height = metrics.height() if self.wordWrap() else least
        return QSize(metrics.averageCharWidth() * 6, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_cut:
            super().paintEvent(event)
            return
        room, right = self.contentsRect(), Qt.TextElideMode.ElideRight
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            room,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.palette(),
            self.isEnabled(),
            self.fontMetrics().elidedText(self.text(), right, room.width()),
            self.foregroundRole(),
        )
        painter.end()

    def _tell(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.is_cut else "")
