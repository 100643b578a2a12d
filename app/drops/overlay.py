"""While something is dragged over the window: what dropping it would do, in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.drops.dropped import Dropped
from app.theme import current_theme
from app.theme_fonts import TITLE, interface_font
from app.theme_icons import paint_icon

_INSET, _RADIUS, _PADDING, _WIDEST = 5.0, 12.0, 24.0, 560.0
_ICON = 28.0


class DropOverlay(QWidget):
    """A veil over the window with a plate in the middle; the pointer goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dropped: Dropped | None = None
        self.hide()

    def show_offer(self, dropped: Dropped) -> None:
        self._dropped = dropped
        window = self.parentWidget()
        assert window is not None
        self.setGeometry(window.rect())
        self.setAccessibleName(dropped.words)
        self.show()
        self.raise_()
        self.update()

    @property
    def words(self) -> str:
        """What is said now; nothing while nothing is dragged."""
        return self._dropped.words if self._dropped is not None and self.isVisible() else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._dropped is None:
            return
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("canvas", 0.6))
        ink = theme.color("muted" if self._dropped.is_refused else "accent")
        painter.setPen(QPen(ink, 2, Qt.PenStyle.DashLine))
        edge = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(edge, _RADIUS, _RADIUS)
        font = interface_font(TITLE, QFont.Weight.DemiBold)
        most = min(_WIDEST, self.width() - 4 * _PADDING) - 2 * _PADDING - _ICON - 12
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
        room = QRectF(0, 0, most, 400)
        words = QFontMetricsF(font).boundingRect(room, flags, self._dropped.words)
        plate = QRectF(0, 0, words.width() + 2 * _PADDING + _ICON + 13, max(words.height(), _ICON))
        plate.setHeight(plate.height() + 2 * _PADDING)
        plate.moveCenter(edge.center())
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(plate, _RADIUS, _RADIUS)
        middle = plate.center().y()
        icon = QRectF(plate.left() + _PADDING, middle - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, self._dropped.icon, icon, ink)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        text = plate.adjusted(_PADDING + _ICON + 12, 0, -_PADDING + 2, 0)
        painter.drawText(text, flags, self._dropped.words)
