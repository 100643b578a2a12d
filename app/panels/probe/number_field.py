"""A whole number, with what it means before it and arrows under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from app.theme import current_theme
from app.theme_icons import paint_icon


class NumberField(QSpinBox):
    """Tells by ``valueChanged`` when a number is finished, not while it is typed."""

    def __init__(self, name: str, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(96)
        self.lineEdit().setTextMargins(6, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.underMouse() or self.hasFocus()):
            return
        painter, color = QPainter(self), current_theme().color("muted")
        for name, y in (("chevron_up", -11), ("chevron_down", 1)):
            place = QRectF(self.width() - 17, self.height() / 2 + y, 10, 10)
            paint_icon(painter, name, place, color)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
