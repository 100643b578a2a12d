"""A row of colours to choose one from: of a node, of several, of a frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.color_words import COLOR_WORDS
from app.commands import plain
from app.panels.pieces import plain_label, row
from app.theme import current_theme
from app.translating import tr
from graph.looks import COLORS


class ColorRow(QWidget):
    """Shows which colour is set, "" for none, and says by ``chosen`` which is wanted."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatches = {color: _Swatch(color) for color in ("", *COLORS)}
        for color, swatch in self.swatches.items():
            swatch.clicked.connect(lambda _=False, color=color: self.chosen.emit(color))
        title = plain_label(tr("Colour"), "soft")
        self.setLayout(row(title, None, *self.swatches.values(), spacing=2))

    def show_color(self, color: str) -> None:
        for name, swatch in self.swatches.items():
            swatch.setChecked(name == color)


class _Swatch(QAbstractButton):
    """A round spot of one colour, with a ring where it is the one that is set."""

    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = color
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = plain(tr(COLOR_WORDS[color or "none"]))
        self.setAccessibleName(tr("Colour: {color}").format(color=words))
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.isChecked() or self.underMouse()
        painter.setPen(QPen(theme.color("accent") if ring else theme.tint_edge(self._color), 1.5))
        painter.setBrush(theme.tint(self._color))
        spot = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawEllipse(spot)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if not self._color:
            painter.setPen(QPen(theme.color("muted"), 1.5))
            painter.drawLine(spot.center() + (spot.topRight() - spot.center()) * 0.6,
                             spot.center() + (spot.bottomLeft() - spot.center()) * 0.6)  # fmt: skip
