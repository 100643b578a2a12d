"""The list of what was found: an icon, a name, and what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.canvas.card import SIGNS
from app.panels.pieces import GRID, plain_tip
from app.theme import current_theme
from app.theme_fonts import SMALL, interface_font
from app.theme_icons import paint_icon
from app.translating import tr
from graph.catalog import Layer

ROW = 28
_ICON = 18
_LAYER = Qt.ItemDataRole.UserRole


class Rows(QListWidget):
    """Shows layers and never takes the focus from the field above it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Layers found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_RowPainter(self))

    def show_layers(self, layers: Sequence[Layer]) -> None:
        self.clear()
        for layer in layers:
            item = QListWidgetItem(layer.type)
            item.setData(_LAYER, layer)
            item.setToolTip(plain_tip(tr(layer.summary)))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tr(layer.summary))
            self.addItem(item)
        self.setCurrentRow(0)

    @property
    def current(self) -> Layer | None:
        item = self.currentItem()
        return item.data(_LAYER) if item is not None else None

    def choose(self, layer: Layer | None) -> None:
        """Stay with a layer, if it is there."""
        for row in range(self.count()) if layer is not None else ():
            if self.item(row).text() == layer.type:
                self.setCurrentRow(row)

    def step(self, by: int) -> None:
        """Go up or down; from the last on to the first."""
        if self.count():
            row = self.currentRow() + by
            at_end = abs(by) == 1
            self.setCurrentRow(row % self.count() if at_end else min(max(row, 0), self.count() - 1))


class _RowPainter(QStyledItemDelegate):
    """Paints the summary beside the name, in less weight."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, layer = current_theme(), _layer(index.model(), index)
        box: QRect = option.rect.adjusted(4, 1, -4, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if chosen else "raised"))
            painter.drawRoundedRect(box, 6, 6)
        ink = theme.color("on_accent") if chosen else theme.family_ink(layer.family)
        top = box.top() + (box.height() - _ICON) / 2
        sign = SIGNS.get(layer.type, layer.family)
        paint_icon(painter, sign, QRectF(box.left() + GRID, top, _ICON, _ICON), ink)
        name = box.adjusted(2 * GRID + _ICON, 0, -GRID, 0)
        font = interface_font()
        painter.setFont(font)
        painter.setPen(theme.color("on_accent" if chosen else "text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(name, flags, layer.type)
        said = name.adjusted(QFontMetrics(font).horizontalAdvance(layer.type) + 2 * GRID, 0, 0, 0)
        small = interface_font(SMALL)
        painter.setFont(small)
        painter.setPen(theme.color("on_accent" if chosen else "muted"))
        summary = tr(layer.summary).partition("\n")[0]
        right = Qt.TextElideMode.ElideRight
        text = QFontMetrics(small).elidedText(summary, right, max(0, said.width()))
        painter.drawText(said, flags, text)
        painter.restore()


def _layer(model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> Layer:
    return model.data(index, _LAYER)  # type: ignore[no-any-return,arg-type]
