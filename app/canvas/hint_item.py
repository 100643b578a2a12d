"""The letters on a port that may be chosen by keys: as large at every zoom."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.lettering import baseline, draw_text, text_width
from app.theme import current_theme

_HEIGHT, _PADDING, _AWAY = 20.0, 6.0, 8.0


class HintItem(QGraphicsItem):
    """A small plate on the card, at its port: shapes on wires would cover it beside."""

    def __init__(self, letters: str, port: QPointF, *, is_left: bool, column: int = 0) -> None:
        super().__init__()
        self.letters = letters.upper()
        width = max(_HEIGHT, text_width(self.letters, "shape") + 2 * _PADDING)
        away = _AWAY + column * (width + 4)
        left = away if is_left else -away - width
        self._box = QRectF(left, -_HEIGHT / 2, width, _HEIGHT)
        self._typed, self._is_current, self._is_wired = 0, False, False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(60)
        self.setPos(port)

    def show_state(self, *, typed: str, is_current: bool, is_wired: bool) -> None:
        """Those whose letters are no longer meant fade; one where a wire lies is filled less."""
        fits = self.letters.lower().startswith(typed)
        self._typed = len(typed) if fits else 0
        self._is_current, self._is_wired = is_current, is_wired
        self.setOpacity(1.0 if fits else 0.25)
        self.setZValue(61 if is_current else 60)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        fill, ink = ("accent", "on_accent") if self._is_current else ("card", "accent")
        pen = painter.pen()
        pen.setColor(theme.color("accent"))
        pen.setWidthF(1.5)
        pen.setStyle(Qt.PenStyle.DotLine if self._is_wired else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(self._box, 5, 5)
        width = text_width(self.letters, "shape")
        x, y = self._box.center().x() - width / 2, baseline("shape", self._box.center().y())
        done, rest = self.letters[: self._typed], self.letters[self._typed :]
        draw_text(painter, QPointF(x, y), done, "shape", theme.color("muted"))
        draw_text(
            painter, QPointF(x + text_width(done, "shape"), y), rest, "shape", theme.color(ink)
        )
