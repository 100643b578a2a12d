"""One template as a card: its picture, its name, and a line that says what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.panels.pieces import plain_tip
from app.theme import current_theme
from app.theme_fonts import SMALL, TEXT, interface_font
from app.theme_icons import paint_icon
from app.translating import tr
from app.welcome.template_data import Template
from app.welcome.thumbnail import HEIGHT, WIDTH

_PADDING, _LINES, _RADIUS = 12.0, 3, 8.0

#: What stands below the picture.
_WORDS = 88

NARROWEST, WIDEST = 196, 248


class TemplateCard(QAbstractButton):
    """Says when it is chosen; ``stepped`` tells an arrow key, for who knows its neighbours."""

    stepped = Signal(object)  # a Qt.Key

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.template = template
        self._picture: QPixmap | None = None
        line = tr(template.line)
        self.setText(template.name)
        self.setAccessibleName(template.name)
        self.setAccessibleDescription(line)
        self.setToolTip(plain_tip(line))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_width(WIDTH)

    def set_width(self, width: int) -> None:
        """As wide as there is room for; the picture keeps its proportions."""
        self._picture_height = width * HEIGHT // WIDTH
        self.setFixedSize(width, self._picture_height + _WORDS)

    def show_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows:
            self.stepped.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = 2.0 if self.hasFocus() else 1.0
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        outline = QPainterPath()
        outline.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(outline, theme.color("card"))
        painter.save()
        painter.setClipPath(outline)
        picture = QRectF(0, 0, self.width(), self._picture_height)
        painter.fillRect(picture, theme.color("canvas"))
        if self._picture is not None:
            painter.drawPixmap(picture, self._picture, QRectF())
        painter.restore()
        painter.setPen(theme.color("line"))
        painter.drawLine(picture.bottomLeft(), picture.bottomRight())
        lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(theme.color("accent" if lit else "line"), width))
        painter.drawPath(outline)
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        theme, template = current_theme(), self.template
        room = self.width() - 2 * _PADDING
        title = interface_font(TEXT, QFont.Weight.DemiBold)
        at = self._picture_height + 10.0
        mark = 18.0 if template.trains else 0.0
        words = QFontMetricsF(title).elidedText(
            template.name, Qt.TextElideMode.ElideRight, room - mark
        )
        painter.setFont(title)
        painter.setPen(theme.color("text"))
        painter.drawText(QPointF(_PADDING, at + QFontMetricsF(title).ascent()), words)
        if template.trains:
            box = QRectF(self.width() - _PADDING - 12, at + 2, 12, 12)
            paint_icon(painter, "train", box, theme.color("muted"))
        painter.setPen(theme.color("muted"))
        _write_lines(painter, tr(template.line), QPointF(_PADDING, at + 20), room)


def _write_lines(painter: QPainter, text: str, at: QPointF, room: float) -> None:
    """A few lines at most; what goes on beyond them ends in dots."""
    font = interface_font(SMALL)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        start = line.textStart()
        is_last = number == _LINES - 1
        words = text[start:] if is_last else text[start : start + line.textLength()]
        words = metrics.elidedText(words.strip(), Qt.TextElideMode.ElideRight, room)
        y = at.y() + metrics.ascent() + number * (metrics.height() + 2)
        painter.drawText(QPointF(at.x(), y), words)
    layout.endLayout()
