"""The chances of the likeliest classes as bars, or the numbers of an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.panels.predictions.sample_list import paint_bar
from app.theme import current_theme
from app.theme_fonts import interface_font
from app.translating import joined, tr
from app.words import percent, significant

LINE = 20


class ChanceBars(QWidget):
    """Shows one answer; its name for a screen reader says it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._chances: list[tuple[str, float]] = []
        self.setMinimumWidth(160)

    @property
    def words(self) -> str:
        return self._title

    def show_answer(self, answer: Mapping[str, Any] | None) -> None:
        """``{"class", "chances"}`` or ``{"numbers"}``; None for no answer."""
        answer = answer or {}
        shares: Mapping[str, float] = answer.get("shares") or {}
        chances: Mapping[str, float] = shares or answer.get("chances") or {}
        self._chances = list(chances.items())
        numbers: Sequence[float] = answer.get("numbers") or ()
        if self._chances:
            name, chance = self._chances[0]
            words = tr("{name}, of all places {chance}") if shares else tr("{name}, with {chance}")
            self._title = words.format(name=name, chance=percent(chance, 1))
        elif numbers:
            shown = joined(", ", [significant(value) for value in numbers[:8]])
            self._title = shown + (" ..." if len(numbers) > 8 else "")
        else:
            self._title = ""
        self.setAccessibleName(self._title or tr("No answer yet"))
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 28 + LINE * len(self._chances) if self._title else 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(interface_font(15, QFont.Weight.DemiBold))
        painter.setPen(current_theme().color("text"))
        box = QRectF(0, 0, self.width(), 24)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(box, left, shown)
        for place, (name, chance) in enumerate(self._chances):
            line = QRectF(0, 28 + place * LINE, min(self.width(), 320), LINE)
            paint_bar(painter, line, name, chance, place == 0)
