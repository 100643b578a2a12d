"""Which colour is which run, once for all plots beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
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
        self.setFont(interface_font(SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def titles(self) -> tuple[str, ...]:
        return self._titles

    def show_titles(self, titles: Sequence[str]) -> None:
        """One run alone needs no legend."""
        self._titles = tuple(titles)
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
            painter.fillRect(QRectF(at, middle - 1.5, SWATCH, 3), hue_of_run(index))
            room = int(share - SWATCH - 3 * GAP)
            words = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room)
            painter.setPen(current_theme().color("text"))
            left = at + SWATCH + GAP
            box = QRectF(left, 0, room, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            at = left + metrics.horizontalAdvance(words) + 2 * GAP
        painter.end()
