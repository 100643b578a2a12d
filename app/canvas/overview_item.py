"""The whole network from far off: colour and lines in a few strokes instead of one per item."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.node_item import NodeItem
from app.canvas.node_painting import worst
from app.canvas.wire_item import WireItem
from app.theme import Theme, current_theme


class OverviewItem(QGraphicsItem):
    """Stands for all nodes and wires at once; the scene says when it must look again."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self._boxes: dict[tuple[str, float | None, str], list[QRectF]] = {}
        self._lines: list[QLineF] = []
        self._lit: list[QLineF] = []
        self._marked: dict[str, list[QRectF]] = {}
        self.setVisible(False)

    def look(self, nodes: Iterable[NodeItem], wires: Iterable[WireItem], bounds: QRectF) -> None:
        """Take in where everything is now."""
        self.prepareGeometryChange()
        self._bounds = bounds.adjusted(-20, -20, 20, 20)
        self._boxes, self._marked, self._lines, self._lit = {}, {}, [], []
        for node in nodes:
            box = node.box
            self._boxes.setdefault(
                (node.card.family, node.card.warmth, node.card.color), []
            ).append(box)
            if node.look.selected:
                self._marked.setdefault("accent", []).append(box)
            elif node.problems:
                self._marked.setdefault(worst(node.problems), []).append(box)
        for wire in wires:
            (self._lit if wire.lit or wire.selected else self._lines).extend(wire.lines)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(_mixed(theme.color("canvas"), theme.color("text"), 0.35), 0))
        painter.drawLines(self._lines)
        if self._lit:
            painter.setPen(QPen(theme.color("accent"), 0))
            painter.drawLines(self._lit)
        painter.setPen(Qt.PenStyle.NoPen)
        for (family, warmth, color), boxes in self._boxes.items():
            ground = theme.tint_edge(color) if color else theme.family(family)
            painter.setBrush(ground if warmth is None else _warm(theme, warmth))
            painter.drawRects(boxes)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for meaning, boxes in self._marked.items():
            pen = QPen(theme.color(meaning), 2.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRects(boxes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _warm(theme: Theme, warmth: float) -> QColor:
    """The coldest still stands out from the canvas, without a border."""
    return theme.heat(warmth) if warmth else theme.color("line")


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    """Opaque: blending thousands of thin lines costs more than drawing them."""
    return QColor.fromRgbF(
        *(
            a + (b - a) * share
            for a, b in zip(first.getRgbF()[:3], second.getRgbF()[:3], strict=True)
        )
    )
