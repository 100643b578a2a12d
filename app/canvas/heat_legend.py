"""What the tints mean: a small ramp with numbers, in a corner of the canvas."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.canvas.heat import STEPS, Heat
from app.canvas.lettering import baseline, draw_text, text_width
from app.theme import current_theme
from app.translating import tr

WIDTH, HEIGHT, PAD, RAMP = 264.0, 84.0, 12.0, 10.0


class HeatLegend(QWidget):
    """Shows the heat it is handed; hidden without one. Clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(int(WIDTH), int(HEIGHT))
        self._heat: Heat | None = None
        self.hide()

    def show_heat(self, heat: Heat | None) -> None:
        self._heat = heat
        self.setVisible(heat is not None)
        if heat is not None:
            self.setAccessibleName(tr("{name}: {value}").format(name=heat.title, value=heat.words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        heat, theme = self._heat, current_theme()
        if heat is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 8, 8)
        below = heat.words
        for text, style, meaning, middle in (
            (heat.title, "pill", "text", 18.0),
            (below, "caption", "muted", 36.0),
        ):
            at = QPointF(PAD, baseline(style, middle))
            draw_text(painter, at, text, style, theme.color(meaning))
        ramp = QRectF(PAD, 48, WIDTH - 2 * PAD, RAMP)
        colours = QLinearGradient(ramp.topLeft(), ramp.topRight())
        for step in range(STEPS + 1):
            colours.setColorAt(step / STEPS, theme.heat(step / STEPS))
        painter.setPen(theme.color("line"))
        painter.setBrush(colours)
        painter.drawRoundedRect(ramp, 3, 3)
        for place, part in ((0.0, 0.0), (0.5, 0.25), (1.0, 1.0)):
            text = heat.written(heat.largest * part) if part else "0"
            x = ramp.left() + place * (ramp.width() - text_width(text, "caption"))
            at = QPointF(x, baseline("caption", ramp.bottom() + 12))
            draw_text(painter, at, text, "caption", theme.color("muted"))
        painter.end()
