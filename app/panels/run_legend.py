"""Which colour is which run, or which line what, once for all plots beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.translating import tr

#: Families of layers whose hues tell runs apart; colour-blind people see them as different.
HUES = ("normalization", "linear", "block", "recurrent", "io", "normalization", "pooling")

SWATCH, GAP = 16, 6


def hue_of_run(index: int) -> QColor:
    """The first is in the colour of the app, the others in those of families."""
    theme = current_theme()
    return theme.color("accent") if index == 0 else theme.family_ink(HUES[index % len(HUES)])


class RunLegend(QWidget):
    """Names in a line, each behind its colour; those that find no place end in dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()
        self._pens: tuple[QPen, ...] = ()
        self.setFont(interface_font(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def titles(self) -> tuple[str, ...]:
        return self._titles

    def show_titles(self, titles: Sequence[str], pens: Sequence[QPen] = ()) -> None:
        """One alone needs no legend. Without ``pens`` they are runs, each in its colour."""
        self._titles, self._pens = tuple(titles), tuple(pens)
        self.setVisible(len(titles) > 1)
        names = ", ".join(titles)
        self.setAccessibleName(tr("Curves of {names}").format(names=names))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics, middle = self.fontMetrics(), self.height() / 2
        share = max(40.0, (self.width() - 16) / max(1, len(self._titles)))
        at = 8.0
        for index, title in enumerate(self._titles):
            painter.setPen(self._pens[index] if self._pens else QPen(hue_of_run(index), 3))
            painter.drawLine(QPointF(at, middle), QPointF(at + SWATCH, middle))
            room = int(share - SWATCH - 3 * GAP)
            words = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room)
            painter.setPen(current_theme().color("text"))
            left = at + SWATCH + GAP
            box = QRectF(left, 0, room, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            at = left + metrics.horizontalAdvance(words) + 3 * GAP
        painter.end()
