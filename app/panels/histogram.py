"""A small histogram, painted by hand: bars, the ends, and the line at zero."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.canvas.lettering import baseline, draw_text, text_width
from app.theme import current_theme
from app.translating import tr
from app.words import significant

FOOT = 18.0


class Histogram(QWidget):
    """Shows how often values lie where, from ``low`` to ``high``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(160, 72)
        self.setAccessibleName(tr("Histogram of the values"))
        self.counts: tuple[int, ...] = ()
        self._low = self._high = 0.0

    def show_counts(self, counts: Sequence[int], low: float, high: float) -> None:
        self.counts, self._low, self._high = tuple(counts), low, high
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 104)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not any(self.counts):
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 4, self.width(), self.height() - FOOT - 4)
        step, most = area.width() / len(self.counts), max(self.counts)
        painter.setPen(theme.color("accent", 0.0))
        painter.setBrush(theme.color("accent", 0.75))
        for index, count in enumerate(self.counts):
            height = max(area.height() * count / most, 1.0 if count else 0.0)
            left = area.left() + index * step
            painter.drawRect(QRectF(left, area.bottom() - height, max(step - 1, 1), height))
        painter.setPen(theme.color("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if self._low < 0 < self._high:
            zero = area.left() - area.width() * self._low / (self._high - self._low)
            painter.setPen(theme.color("muted"))
            painter.drawLine(QPointF(zero, area.top()), QPointF(zero, area.bottom()))
        middle = area.bottom() + FOOT / 2 + 1
        ends = significant(self._low), significant(self._high)
        right = area.right() - text_width(ends[1], "caption")
        for text, left in zip(ends, (area.left(), right), strict=True):
            at = QPointF(left, baseline("caption", middle))
            draw_text(painter, at, text, "caption", theme.color("muted"))
        painter.end()
