"""Thousands of cards while they are dragged: their outlines, moved as one, while they stay."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.box_index import Box, around
from app.canvas.scene import CanvasScene
from app.theme import current_theme

#: More cards than these are sketched while they are dragged.
MANY = 300

#: The side of a square of the canvas whose cards are drawn together (scene units).
_SIDE = 2048.0


class DragSketch(QGraphicsItem):
    """Shows where cards, and the wires among them, would come to stand. Moves nothing."""

    def __init__(self, scene: CanvasScene, names: Collection[str]) -> None:
        super().__init__()
        held = scene.items_of.folded.holder
        boxes = {name: scene.items_of.ground.shown_box(name) for name in names}
        drawn: set[str] = set()
        self._cards: dict[tuple[int, int], list[QRectF]] = {}
        self._wires: dict[tuple[int, int], list[QLineF]] = {}
        for name, box in boxes.items():
            square = int(box.left() // _SIDE), int(box.top() // _SIDE)
            cards = self._cards.setdefault(square, [])
            if held.get(name, name) not in drawn:  # a folded frame is one card
                cards.append(box)
                drawn.add(held.get(name, name))
            lines = self._wires.setdefault(square, [])
            for edge in scene.items_of.wires_of(name):
                inside = scene.items_of.folded.hides(edge)
                if edge.source == name and edge.target in boxes and not inside:
                    lines.append(QLineF(box.center(), boxes[edge.target].center()))
        self._places = {
            square: around([Box.of(box) for box in cards]) for square, cards in self._cards.items()
        }
        self._bounds = around([Box.of(box) for box in boxes.values()])
        self.setZValue(20)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        # Both are painted once, and are pictures from then on, until somebody zooms.
        self._overview = scene.items_of.overview
        for item in (self, self._overview):
            item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        scene.addItem(self)

    def show_at(self, offset: QPointF) -> None:
        """Stand so far from where the cards are."""
        self.setPos(offset)

    def let_go(self) -> None:
        self._overview.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        if self.scene() is not None:
            self.scene().removeItem(self)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        area = option.exposedRect  # type: ignore[attr-defined]
        seen = [square for square, box in self._places.items() if box.intersects(area)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.color("accent", 0.35), 0))
        for square in seen:
            painter.drawLines(self._wires[square])
        painter.setPen(QPen(theme.color("accent"), 0))
        painter.setBrush(theme.color("accent", 0.15))
        for square in seen:
            painter.drawRects(self._cards[square])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
