"""How a line of the command palette looks: icon, name with the letters meant, menu, keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.every_action import Offer
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.theme_icons import paint_icon

OFFER = int(Qt.ItemDataRole.UserRole)
LETTERS = OFFER + 1
HEIGHT = 32
_MARGIN, _ICON = 10, 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OfferPainting(QStyledItemDelegate):
    """Paints an ``Offer``; the letters that were typed are bold."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        offer, letters = index.data(OFFER), index.data(LETTERS)
        state, box = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        theme, can = current_theme(), offer.action.isEnabled()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if chosen and can else "raised"))
            painter.drawRoundedRect(box, 6, 6)
        on_accent = chosen and can
        text = theme.color("on_accent" if on_accent else "text")
        quiet = theme.color("on_accent" if on_accent else "muted")
        if not can:
            text = quiet = theme.color("muted", 0.6)
        inner = box.adjusted(_MARGIN, 0, -_MARGIN, 0)
        _paint_icon(painter, offer, inner, text, on_accent=on_accent)
        painter.setFont(interface_font(SMALL))
        painter.setPen(quiet)
        painter.drawText(inner, _RIGHT, offer.keys)
        keys = QFontMetricsF(painter.font()).horizontalAdvance(offer.keys)
        words = inner.adjusted(_ICON + 10, 0, -keys - 16, 0)
        end = _paint_title(painter, offer.title, set(letters), words, text)
        rest = QRectF(end + 12, words.y(), max(0.0, words.right() - end - 12), words.height())
        small = interface_font(SMALL)
        painter.setFont(small)
        painter.setPen(quiet)
        path = QFontMetricsF(small).elidedText(
            offer.path, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, _LEFT, path)
        painter.restore()


def _paint_icon(
    painter: QPainter, offer: Offer, box: QRectF, color: QColor, *, on_accent: bool
) -> None:
    """A tick where it is on; else the action's own picture."""
    place = QRectF(box.left(), box.center().y() - _ICON / 2, _ICON, _ICON)
    if offer.action.isChecked():
        paint_icon(painter, "check", place, color)
        return
    mode = QIcon.Mode.Normal if offer.action.isEnabled() else QIcon.Mode.Disabled
    if on_accent:
        mode = QIcon.Mode.Selected
    offer.action.icon().paint(painter, place.toRect(), Qt.AlignmentFlag.AlignCenter, mode)


def _paint_title(
    painter: QPainter, title: str, letters: set[int], box: QRectF, color: QColor
) -> float:
    """Write the title, and say where it ends."""
    plain, bold = interface_font(), interface_font()
    bold.setWeight(QFont.Weight.Bold)
    painter.setPen(color)
    x = box.left()
    base = box.center().y() + QFontMetricsF(plain).capHeight() / 2
    for at, letter in enumerate(title):
        font = bold if at in letters else plain
        width = QFontMetricsF(font).horizontalAdvance(letter)
        if x + width > box.right():
            break
        painter.setFont(font)
        painter.drawText(QPointF(x, base), letter)
        x += width
    return x
