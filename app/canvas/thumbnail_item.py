"""A small picture beside a card: what the node gave when the network was run."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.detail import Detail, detail_at
from app.canvas.figure import hung
from app.canvas.node_item import NodeItem
from app.theme import current_theme

#: Between the card and its picture.
GAP = 6.0


class ThumbnailItem(QGraphicsItem):
    """Hangs at the middle of a card and moves with it; the pointer goes through it."""

    def __init__(self, node: NodeItem) -> None:
        super().__init__(node)
        self._pixmap = QPixmap()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(1)

    def show_picture(self, pixmap: QPixmap) -> None:
        self.prepareGeometryChange()
        self._pixmap = pixmap
        node: NodeItem = self.parentItem()  # type: ignore[assignment]
        width = pixmap.deviceIndependentSize().width()
        self.setPos(hung(node.figure, GAP, width, is_beside=node.card.down))

    @property
    def room(self) -> QRectF:
        """What it takes, from where its node stands."""
        return QRectF(self.boundingRect().translated(self.pos()))

    def boundingRect(self) -> QRectF:
        size = self._pixmap.deviceIndependentSize()
        return QRectF(0, 0, size.width(), size.height()).adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if detail_at(option.levelOfDetailFromTransform(painter.worldTransform())) == Detail.COLOUR:
            return
        theme = current_theme()
        box = self.boundingRect().adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("line"), 2))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(box, 3, 3)
        painter.drawPixmap(QPointF(0, 0), self._pixmap)


def lay_thumbnails(
    shown: dict[str, ThumbnailItem], nodes: Mapping[str, NodeItem], pictures: Mapping[str, QPixmap]
) -> None:
    """Make ``shown`` hold a picture beside each of the nodes in ``pictures``, and no other."""
    for name in [name for name in shown if name not in pictures]:
        item = shown.pop(name)
        if name in nodes and (scene := item.scene()) is not None:
            scene.removeItem(item)
    for name, picture in pictures.items():
        if name in nodes:
            if name not in shown:
                shown[name] = ThumbnailItem(nodes[name])
            shown[name].show_picture(picture)
