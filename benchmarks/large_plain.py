"""The same 5,000 nodes and 8,000 wires in a QGraphicsView with nothing of its own; prints JSON."""

from __future__ import annotations

import json
import os
import sys
import time

from large_grid import HEIGHT, HUB, WIDTH, nodes, position, wires
from large_hands import dragging, panning, zooming
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

BOX = QRectF(0, -28, 200, 56)


class Card(QGraphicsRectItem):
    """A rectangle with its name, which takes its wires along."""

    def __init__(self, name: str) -> None:
        super().__init__(BOX)
        self.wires: list[Wire] = []
        self.setBrush(QBrush(QColor("#ffffff")))
        self.setPen(QPen(QColor("#dadad6")))
        QGraphicsSimpleTextItem(name, self).setPos(12, -8)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:  # noqa: N802
        if change == QGraphicsItem.GraphicsItemChange.ItemPositionHasChanged:
            for wire in self.wires:
                wire.run()
        return super().itemChange(change, value)


class Wire(QGraphicsPathItem):
    """One Bezier curve."""

    def __init__(self, source: Card, target: Card) -> None:
        super().__init__()
        self._ends = source, target
        self.setPen(QPen(QColor("#8a8f96"), 2))
        self.setZValue(-1)
        for card in self._ends:
            card.wires.append(self)
        self.run()

    def run(self) -> None:
        start, end = self._ends[0].pos() + QPointF(200, 0), self._ends[1].pos()
        reach = QPointF(max(abs(end.x() - start.x()) / 2, 32.0), 0)
        path = QPainterPath(start)
        path.cubicTo(start + reach, end - reach, end)
        self.setPath(path)


class View(QGraphicsView):
    """Zooms by the wheel and pans by the middle button, as both others do."""

    _held: QPointF | None = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        factor = 1.2 ** (event.angleDelta().y() / 120)
        self.scale(factor, factor)

    def mousePressEvent(self, event: object) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.MiddleButton:  # type: ignore[attr-defined]
            self._held = event.position()  # type: ignore[attr-defined]
        else:
            super().mousePressEvent(event)  # type: ignore[arg-type]

    def mouseMoveEvent(self, event: object) -> None:  # noqa: N802
        if self._held is None:
            super().mouseMoveEvent(event)  # type: ignore[arg-type]
            return
        step = event.position() - self._held  # type: ignore[attr-defined]
        self._held = event.position()  # type: ignore[attr-defined]
        for bar, by in (
            (self.horizontalScrollBar(), step.x()),
            (self.verticalScrollBar(), step.y()),
        ):
            bar.setValue(bar.value() - round(by))

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: N802
        self._held = None
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]


def main() -> None:
    app = QApplication(sys.argv)
    start = time.perf_counter()
    scene = QGraphicsScene()
    cards = {}
    for index, (name, _, _) in enumerate(nodes()):
        card = cards[name] = Card(name)
        card.setPos(*position(index))
        scene.addItem(card)
    for source, target, _ in wires():
        scene.addItem(Wire(cards[source], cards[target]))
    view = View(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
    view.resize(WIDTH, HEIGHT)
    view.show()
    view.fitInView(scene.itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
    app.processEvents()
    found: dict[str, object] = {"open": time.perf_counter() - start}
    found |= {"zoom": zooming(view), "pan": panning(view)}
    view.resetTransform()
    view.centerOn(cards[HUB])
    app.processEvents()
    found["drag"] = dragging(view, cards[HUB].sceneBoundingRect().center())
    print(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
