"""How a line of a search over the window looks: icon, name with the letters meant, more, keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.theme_icons import paint_icon

LINE = int(Qt.ItemDataRole.UserRole)
HEIGHT = 32
_MARGIN, _ICON = 10, 16
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Line:
    """What a line says; ``letters`` of the title are bold, ``choice`` is what it stands for."""

    title: str
    choice: object
    letters: tuple[int, ...] = ()
    aside: str = ""
    right: str = ""
    icon: QIcon | None = None
    enabled: bool = True
    ticked: bool = False


class LinePainting(QStyledItemDelegate):
    """Paints the ``Line`` of each item."""

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
        line, theme = index.data(LINE), current_theme()
        state, box = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        on_accent = chosen and line.enabled
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if on_accent else "raised"))
            painter.drawRoundedRect(box, 6, 6)
        text = theme.color("on_accent" if on_accent else "text")
        quiet = theme.color("on_accent" if on_accent else "muted")
        if not line.enabled:
            text = quiet = theme.color("muted", 0.6)
        inner = box.adjusted(_MARGIN, 0, -_MARGIN, 0)
        _paint_icon(painter, line, inner, text, on_accent=on_accent)
        right = _paint_small(painter, line.right, inner, quiet, _RIGHT)
        words = inner.adjusted(_ICON + 10, 0, -right - 16 if right else 0, 0)
        end = _paint_title(painter, line, words, text) + 12
        rest = QRectF(end, words.y(), max(0.0, words.right() - end), words.height())
        _paint_small(painter, line.aside, rest, quiet, _LEFT)
        painter.restore()


def _paint_icon(
    painter: QPainter, line: Line, box: QRectF, color: QColor, *, on_accent: bool
) -> None:
    """A tick where it is on; else its picture."""
    place = QRectF(box.left(), box.center().y() - _ICON / 2, _ICON, _ICON)
    if line.ticked:
        paint_icon(painter, "check", place, color)
    elif line.icon is not None:
        mode = QIcon.Mode.Normal if line.enabled else QIcon.Mode.Disabled
        mode = QIcon.Mode.Selected if on_accent else mode
        line.icon.paint(painter, place.toRect(), Qt.AlignmentFlag.AlignCenter, mode)


def _paint_small(
    painter: QPainter, text: str, box: QRectF, color: QColor, side: Qt.AlignmentFlag
) -> float:
    """Write what is less important, and say how wide it is."""
    font = interface_font(SMALL)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, side, metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
    return float(metrics.horizontalAdvance(text))


def _paint_title(painter: QPainter, line: Line, box: QRectF, color: QColor) -> float:
    """Write the title, and say where it ends."""
    plain, bold = interface_font(), interface_font()
    bold.setWeight(QFont.Weight.Bold)
    painter.setPen(color)
    x, letters = box.left(), set(line.letters)
    base = box.center().y() + QFontMetricsF(plain).capHeight() / 2
    for at, letter in enumerate(line.title):
        font = bold if at in letters else plain
        width = QFontMetricsF(font).horizontalAdvance(letter)
        if x + width > box.right():
            break
        painter.setFont(font)
        painter.drawText(QPointF(x, base), letter)
        x += width
    return x
