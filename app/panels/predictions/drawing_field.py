"""A field to draw into, with the mouse or with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.theme import current_theme
from app.translating import tr

#: Pixels of the drawing's side; it is brought to the size of the Input by the child.
SIDE = 168
#: Width of the pen, and how far an arrow key moves it.
PEN, STRIDE = 13, 7
#: Milliseconds after the last stroke before the network is asked.
PAUSE = 120

_ARROWS = {
    Qt.Key.Key_Left: QPoint(-STRIDE, 0),
    Qt.Key.Key_Right: QPoint(STRIDE, 0),
    Qt.Key.Key_Up: QPoint(0, -STRIDE),
    Qt.Key.Key_Down: QPoint(0, STRIDE),
}


class DrawingField(QWidget):
    """White on black, as handwritten digits are kept; ``drawn`` comes when a stroke rests.

    Keys: arrows move the pen, Space sets it down or lifts it, Delete clears the field.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        self.image.fill(0)
        self._at: QPointF | None = None
        self._pen = QPointF(SIDE / 2, SIDE / 2)
        self._is_down = self._uses_keys = False
        self.is_empty = True
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Field to draw into"))
        words = tr("Arrow keys move the pen, Space sets it down or lifts it, Delete clears")
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self.drawn)

    def clear(self) -> None:
        self.image.fill(0)
        self.is_empty, self._is_down = True, False
        self.update()

    def _stroke(self, begin: QPointF, end: QPointF) -> None:
        painter = QPainter(self.image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor("white"), PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if begin == end:
            painter.drawPoint(begin)
        else:
            painter.drawLine(begin, end)
        painter.end()
        self.is_empty = False
        self._rest.start()
        self.update()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._at, self._uses_keys = event.position(), False
            self._stroke(self._at, self._at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._at is not None:
            self._stroke(self._at, event.position())
            self._at = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._at = None

    # the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stride = _ARROWS.get(Qt.Key(event.key()))
        self._uses_keys = True
        if stride is not None:
            before = self._pen
            room = QRectF(0, 0, SIDE - 1, SIDE - 1)
            moved = before + QPointF(stride)
            self._pen = QPointF(
                min(max(moved.x(), room.left()), room.right()),
                min(max(moved.y(), room.top()), room.bottom()),
            )
            if self._is_down:
                self._stroke(before, self._pen)
        elif event.key() == Qt.Key.Key_Space:
            self._is_down = not self._is_down
            if self._is_down:
                self._stroke(self._pen, self._pen)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
            self.drawn.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(0, 0, self.image)
        theme = current_theme()
        if self.is_empty and not self.hasFocus():
            painter.setPen(QColor("#9AA4B2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Draw here"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        if self.hasFocus() and self._uses_keys:
            painter.setPen(QPen(theme.color("accent"), 3 if self._is_down else 1.5))
            painter.drawEllipse(self._pen, PEN / 2, PEN / 2)

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)
