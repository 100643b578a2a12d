"""A frame behind the nodes of a group, with the group's name and container."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.card import one_line
from app.canvas.detail import BLOCKS_BELOW
from app.canvas.lettering import baseline, draw_text, elided, text_width
from app.theme import current_theme
from graph.parts import PLAIN

PADDING = 20.0
TITLE = 28.0


def around(boxes: Iterable[QRectF]) -> QRectF:
    """The frame that ``boxes`` need, null for none of them."""
    box = reduce(QRectF.united, boxes, QRectF())
    return box if box.isNull() else box.adjusted(-PADDING, -PADDING - TITLE, PADDING, PADDING)


class FrameItem(QGraphicsItem):
    """Draws the frame of one group around boxes that the scene hands it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.container, self.color = name, "", ""
        self.key = ""
        self.selected = False
        self.box = QRectF()

    def show_group(self, container: str, depth: int, color: str) -> None:
        """Say what the group becomes in code; deeper frames stand on those around them."""
        self.setZValue(-100 + depth)
        if (container, color) != (self.container, self.color):
            self.container, self.color = container, color
            self.update()

    def show_key(self, key: str) -> None:
        """Say where its names begin in ``state_dict``; nothing where that is its own name."""
        key = "" if key == self.name else key
        if key != self.key:
            self.key = key
            self.update()

    def set_selected(self, selected: bool) -> None:
        self.selected = selected
        self.update()

    def enclose(self, boxes: Iterable[QRectF]) -> None:
        """Stand around ``boxes``; with none of them the frame is not shown."""
        box = around(boxes)
        if box != self.box:
            self.prepareGeometryChange()
            self.box = box
        self.setVisible(not box.isNull())

    @property
    def title_box(self) -> QRectF:
        return QRectF(self.box.topLeft(), self.box.topRight() + QPointF(0, TITLE))

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setPen(QPen(theme.color("line"), 1.0))
        painter.setBrush(theme.color("text", 0.03 if theme.is_dark else 0.028))
        if self.color:
            painter.setPen(QPen(theme.tint_edge(self.color), 1.0))
            painter.setBrush(theme.tint(self.color, 0.55))
        if self.selected:
            painter.setPen(QPen(theme.color("accent"), 2.0))
        painter.drawRoundedRect(self.box, 12, 12)
        style = "name" if zoom >= BLOCKS_BELOW else "block"
        line = baseline(style, self.box.top() + (TITLE + 8) / 2)
        left, room = self.box.left() + PADDING, self.box.width() - 2 * PADDING
        name = elided(one_line(self.name), style, room)
        draw_text(painter, QPointF(left, line), name, style, theme.color("text"))
        if self.container == PLAIN or style != "name":
            return
        muted, used = theme.color("text" if self.color else "muted"), text_width(name, style) + 10
        container, key = one_line(self.container), one_line(self.key)
        if used + text_width(container, "caption") >= room:
            return
        draw_text(painter, QPointF(left + used, line), container, "caption", muted)
        used += text_width(container, "caption") + 10
        wide = text_width(key, "caption")
        if key and used + wide < room:
            draw_text(painter, QPointF(left + room - wide, line), key, "caption", muted)
