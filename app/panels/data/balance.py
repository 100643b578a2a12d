"""How many samples each class has, as a bar for each, cut into the parts of the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.canvas.lettering import baseline, draw_text, text_width
from app.panels.data.samples import PARTS
from app.theme import current_theme
from app.translating import tr
from app.words import count

LINE, NAME, NUMBER, HEAD = 22.0, 140.0, 92.0, 26.0

#: How strongly the colour of a part is laid on.
STRENGTH = {"train": 0.85, "validation": 0.5, "test": 0.25}

#: Classes that are drawn; a vocabulary has more.
MOST = 400


class BalanceBars(QWidget):
    """Bars from left to right, the most frequent class as long as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = tr("Samples of each class")
        self.setAccessibleName(self._what)
        self.classes: list[str] = []
        self.counts: dict[str, list[int]] = {}

    def show_balance(self, told: Mapping[str, Any]) -> None:
        self.counts = {part: list(each)[:MOST] for part, each in told.get("balance", {}).items()}
        self.classes = [str(name) for name in told["classes"][:MOST]] if self.counts else []
        is_pixels = told.get("counted") == "pixels"
        self._what = tr("Pixels of each class") if is_pixels else tr("Samples of each class")
        self.setAccessibleName(self._what)
        self.setAccessibleDescription(", ".join(self.lines()))
        self.setMinimumHeight(round(HEAD + LINE * len(self.classes) + 8))
        self.update()

    def lines(self) -> list[str]:
        """What the bars say, in words."""
        return [f"{name} {count(self._total(i))}" for i, name in enumerate(self.classes)]

    def sizeHint(self) -> QSize:
        return QSize(360, self.minimumHeight())

    def _total(self, index: int) -> int:
        return sum(each[index] for each in self.counts.values())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.classes:
            return
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._legend(painter)
        most = max(1, *(self._total(i) for i in range(len(self.classes))))
        room = min(900.0, self.width() - NAME - NUMBER - 16)
        for index, name in enumerate(self.classes):
            top = HEAD + index * LINE
            middle = top + LINE / 2
            text = _elided(name, NAME - 12)
            at = QPointF(NAME - 12 - text_width(text, "caption"), baseline("caption", middle))
            draw_text(painter, at, text, "caption", theme.color("text"))
            left = NAME
            for part, each in self.counts.items():
                width = room * each[index] / most
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent", STRENGTH[part]))
                painter.drawRect(QRectF(left, top + 4, width, LINE - 8))
                left += width
            at = QPointF(left + 8, baseline("caption", middle))
            draw_text(painter, at, count(self._total(index)), "caption", theme.color("muted"))
        painter.end()

    def _legend(self, painter: QPainter) -> None:
        theme, left = current_theme(), NAME
        parts: Sequence[str] = [part for part, each in self.counts.items() if sum(each)]
        for part in parts:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent", STRENGTH[part]))
            painter.drawRect(QRectF(left, 7, 10, 10))
            words = tr(PARTS[part])
            at = QPointF(left + 16, baseline("caption", 12))
            draw_text(painter, at, words, "caption", theme.color("muted"))
            left += 16 + text_width(words, "caption") + 20
        at = QPointF(left, baseline("caption", 12))
        draw_text(painter, at, self._what, "caption", theme.color("muted"))


def _elided(text: str, most: float) -> str:
    if text_width(text, "caption") <= most:
        return text
    while text and text_width(text + "...", "caption") > most:
        text = text[:-1]
    return text + "..."
