"""Histograms over time, side by side: how the values of a node spread as it learns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.canvas.lettering import baseline, draw_text, text_width
from app.theme import current_theme
from app.words import significant
from app.xray.reading import Spread

#: Rows of the picture, and the room for numbers at its left.
ROWS, SIDE = 40, 52.0


class OverTime(QWidget):
    """Time goes to the right, values go up; the darker, the more of them are there."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumSize(160, 72)
        self._shares = np.zeros((0, ROWS))
        self._ends = (0.0, 0.0)

    def show_spreads(self, spreads: Sequence[Spread]) -> None:
        """One column for each, in one range."""
        told = [spread for spread in spreads if any(spread.counts)]
        if told:
            low, high = (f(s.edges[i] for s in told) for i, f in ((0, min), (1, max)))
            self._ends = low, high
            self._shares = np.stack([_rebinned(spread, low, high) for spread in told])
        else:
            self._shares = np.zeros((0, ROWS))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 88)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._shares):
            return
        theme = current_theme()
        painter = QPainter(self)
        area = QRectF(SIDE, 4, self.width() - SIDE, self.height() - 8)
        painter.drawImage(area, self._picture(theme.color("accent"), theme.color("card")))
        painter.setPen(theme.color("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        for value, middle in ((self._ends[1], area.top() + 7), (self._ends[0], area.bottom() - 7)):
            text = significant(value, 2)
            at = QPointF(SIDE - 6 - text_width(text, "caption"), baseline("caption", middle))
            draw_text(painter, at, text, "caption", theme.color("muted"))
        painter.end()

    def _picture(self, ink: QColor, ground: QColor) -> QImage:
        """Shapes: (looks, ROWS) -> ROWS x looks pixels."""
        most = self._shares.max(axis=1, keepdims=True)
        depth = np.sqrt(self._shares / np.maximum(most, 1e-9)).T[::-1, :, None]
        colours = np.array([[ground.red(), ground.green(), ground.blue()],
                            [ink.red(), ink.green(), ink.blue()]], dtype=np.float64)  # fmt: skip
        rgb = (colours[0] + depth * (colours[1] - colours[0])).round().astype(np.uint8)
        rgb = np.ascontiguousarray(rgb)
        height, width, _ = rgb.shape
        image = QImage(rgb.data, width, height, width * 3, QImage.Format.Format_RGB888)
        return image.copy()  # the array is gone after this


def _rebinned(spread: Spread, low: float, high: float) -> np.ndarray:
    """The same counts in ROWS bars from ``low`` to ``high``, each spread over those it covers."""
    edges = np.linspace(spread.edges[0], spread.edges[1], len(spread.counts) + 1)
    summed = np.concatenate([[0.0], np.cumsum(spread.counts)])
    ends = np.linspace(low, high if high > low else low + 1, ROWS + 1)
    return np.diff(np.interp(ends, edges, summed))
