"""What the colours of wires mean while X-ray is on: a small ramp in a corner of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.canvas.lettering import baseline, draw_text, text_width
from app.theme import current_theme
from app.translating import tr
from app.words import significant

WIDTH, HEIGHT, PAD = 264.0, 84.0, 12.0

#: Powers of ten below the largest gradient that the ramp reaches down to.
DECADES = 5


class FlowLegend(QWidget):
    """Shows up to which norm the ramp goes; hidden without one. Clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(int(WIDTH), int(HEIGHT))
        self._largest, self._words = 0.0, ""
        self.hide()

    def show_flow(self, largest: float | None, words: str = "") -> None:
        """``words`` say of which step this is."""
        self.setVisible(largest is not None)
        if largest is not None:
            self._largest, self._words = largest, words
            self.setAccessibleName(tr("{name}: {value}").format(name=self.title, value=words))
        self.update()

    @property
    def title(self) -> str:
        return tr("Gradient that flows back by each wire")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 8, 8)
        for text, style, meaning, middle in (
            (self.title, "pill", "text", 16.0),
            (self._words, "caption", "muted", 34.0),
        ):
            at = QPointF(PAD, baseline(style, middle))
            draw_text(painter, at, text, style, theme.color(meaning))
        ramp = QRectF(PAD, 48, WIDTH - 2 * PAD - 56, 8)
        colours = QLinearGradient(ramp.topLeft(), ramp.topRight())
        for step in range(9):
            colours.setColorAt(step / 8, theme.flow(step / 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours)
        painter.drawRoundedRect(ramp, 3, 3)
        pen = QPen(theme.color("muted"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(ramp.right() + 16, 52), QPointF(WIDTH - PAD, 52))
        ends = (significant(self._largest / 10**DECADES, 2), significant(self._largest, 2))
        places = (ramp.left(), ramp.right() - text_width(ends[1], "caption"))
        none = tr("none")
        right = WIDTH - PAD - text_width(none, "caption")
        for text, x in ((ends[0], places[0]), (ends[1], places[1]), (none, right)):
            at = QPointF(x, baseline("caption", 69))
            draw_text(painter, at, text, "caption", theme.color("muted"))
        painter.end()
