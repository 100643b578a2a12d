"""A card that floats over what it speaks of, with a beak that points there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.theme import current_theme

#: How far the beak reaches, and the least distance to the edge of what it floats over.
BEAK, EDGE = 8, 6
_RADIUS = 8.0


class Floating(QFrame):
    """Stands below, above or beside an anchor, and never over it while there is room elsewhere.

    What does not fit scrolls. Escape puts it away and gives the focus back.
    """

    def __init__(self, over: QWidget, width: int) -> None:
        super().__init__(over)
        self._over, self._width = over, width
        self._beak: QPointF | None = None
        self._before: QWidget | None = None
        self._page = QWidget()
        self.rows = QVBoxLayout(self._page)
        self.rows.setContentsMargins(14, 12, 14, 12)
        self.rows.setSpacing(8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page)
        for part in (self._scroll, self._scroll.viewport(), self._page):
            part.setProperty("clear", "true")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(BEAK + 1, BEAK + 1, BEAK + 1, BEAK + 1)
        frame.addWidget(self._scroll)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def stand_by(self, anchor: QRect) -> None:
        """Show it at ``anchor``, in the coordinates of what it floats over.

        Where there is no room beside the anchor it stands over more of the window, so as not to
        cover what it speaks of.
        """
        host, stand = self._over, anchor
        size, place = self._find_place(host, stand)
        if place is None and host.window() is not host:
            host = self._over.window()
            stand = QRect(self._over.mapTo(host, anchor.topLeft()), anchor.size())
            size, place = self._find_place(host, stand)
        if host is not self.parentWidget():
            self.setParent(host)
        box = QRect(place or _nearest(stand, size, _room(host)), size)
        self.setFixedSize(size)
        self.move(box.topLeft())
        self._beak = _tip(box, stand)
        self.show()
        self.raise_()
        self.update()
        self._mind_presses(beyond=host is not self._over)

    def _find_place(self, host: QWidget, anchor: QRect) -> tuple[QSize, QPoint | None]:
        """How large it is over ``host``, and where it stands; None where it hid the anchor."""
        room = _room(host)
        width = min(self._width, room.width())
        self._page.ensurePolished()
        inner = width - 2 * (BEAK + 1)
        wraps = self.rows.hasHeightForWidth()
        tall = self.rows.heightForWidth(inner) if wraps else self.rows.sizeHint().height()
        size = QSize(width, min(tall + 2 * (BEAK + 1), room.height()))
        x, y = anchor.center().x() - width // 2, anchor.center().y() - 28
        ways = (
            (anchor.bottom() + size.height() <= room.bottom(), x, anchor.bottom()),
            (anchor.top() - size.height() >= room.top(), x, anchor.top() - size.height()),
            (anchor.right() + width <= room.right(), anchor.right(), y),
            (anchor.left() - width >= room.left(), anchor.left() - width, y),
        )
        found = (_within(QPoint(*way[1:]), size, room) for way in ways if way[0])
        return size, next(found, None)

    def _mind_presses(self, *, beyond: bool) -> None:
        """Over the rest of the window, a press on what lies around it puts it away."""
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if beyond:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self or self.isAncestorOf(watched)
            if not inside and watched.window() is self.window():
                self.close_down()
        return False

    def take_focus(self) -> None:
        """Let the keys go here: to the first button, or for want of one to the card itself."""
        before = self.window().focusWidget()
        if before is not None and before is not self and not self.isAncestorOf(before):
            self._before = before
        buttons = self._page.findChildren(QPushButton)
        (buttons[0] if buttons else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_down(self) -> None:
        """Put it away; the focus goes back to what had it."""
        had = self.isAncestorOf(self.focusWidget() or self) and self.isVisible()
        self._mind_presses(beyond=False)
        self.hide()
        if had and self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def add(self, part: QWidget) -> None:
        """Put a widget below the others."""
        self.rows.addWidget(part)
        part.show()  # or it would be measured as nothing while the card is open already

    def clear(self) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_down()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            button, QPushButton
        ):
            button.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(BEAK + 0.5, BEAK + 0.5, -BEAK - 0.5, -BEAK - 0.5)
        path = QPainterPath()
        path.addRoundedRect(box, _RADIUS, _RADIUS)
        if self._beak is not None:
            path = path.united(_beak_path(box, self._beak))
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("card"))
        painter.drawPath(path)


def _room(host: QWidget) -> QRect:
    return host.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)


def _nearest(anchor: QRect, size: QSize, room: QRect) -> QPoint:
    """Where it covers the anchor, there is no other way."""
    is_high = room.bottom() - anchor.bottom() >= anchor.top() - room.top()
    y = anchor.bottom() if is_high else anchor.top() - size.height()
    return _within(QPoint(anchor.center().x() - size.width() // 2, y), size, room)


def _within(at: QPoint, size: QSize, room: QRect) -> QPoint:
    x = max(room.left(), min(at.x(), room.right() - size.width() + 1))
    y = max(room.top(), min(at.y(), room.bottom() - size.height() + 1))
    return QPoint(x, y)


def _tip(box: QRect, anchor: QRect) -> QPointF | None:
    """Where the beak ends, in the card's coordinates; None where the card covers the anchor."""
    inset = BEAK + _RADIUS + BEAK
    middle = anchor.center() - box.topLeft()
    x = min(max(float(middle.x()), inset), box.width() - inset)
    y = min(max(float(middle.y()), inset), box.height() - inset)
    if anchor.bottom() <= box.top() + 1:
        return QPointF(x, 1)
    if anchor.top() >= box.bottom() - 1:
        return QPointF(x, box.height() - 1)
    if anchor.right() <= box.left() + 1:
        return QPointF(1, y)
    if anchor.left() >= box.right() - 1:
        return QPointF(box.width() - 1, y)
    return None


def _beak_path(box: QRectF, tip: QPointF) -> QPainterPath:
    if tip.y() < box.top():
        base = (QPointF(tip.x() - BEAK, box.top() + 1), QPointF(tip.x() + BEAK, box.top() + 1))
    elif tip.y() > box.bottom():
        base = (
            QPointF(tip.x() - BEAK, box.bottom() - 1),
            QPointF(tip.x() + BEAK, box.bottom() - 1),
        )
    else:
        side = box.left() + 1 if tip.x() < box.left() else box.right() - 1
        base = (QPointF(side, tip.y() - BEAK), QPointF(side, tip.y() + BEAK))
    path = QPainterPath()
    path.addPolygon(QPolygonF([base[0], tip, base[1], base[0]]))
    return path
