"""What a node gives and learns while it is trained: a small panel that hangs at its card."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.detail import Detail, detail_at
from app.canvas.figure import hung
from app.canvas.lettering import baseline, draw_text, elided
from app.canvas.node_item import NodeItem
from app.theme import Theme, current_theme

#: Between the card and its panel; the height of the panel; where its right half begins.
GAP, HEIGHT, HALF = 5.0, 40.0, 0.5
PAD = 7.0

#: The ends of the gauge, as ratios of step and weights, and where a ratio is usual.
GAUGE, USUAL = (1e-7, 1.0), (1e-4, 1e-2)

#: Feature maps are shown from this zoom on, in squares of this side.
MAPS_FROM, TILE = 0.8, 26.0


@dataclass(frozen=True, eq=False)
class NodeXray:
    """All that a panel shows. ``mood`` is a colour's meaning for the words: muted, warning, error.

    ``bars`` are heights from 0 to 1; ``zero`` is where in them 0 lies, if it does.
    """

    bars: tuple[float, ...] = ()
    zero: float | None = None
    is_gradient: bool = False
    words: str = ""
    mood: str = "muted"
    ratio: float | None = None
    below: str = ""  # where there is no ratio
    maps: QPixmap | None = None

    @property
    def key(self) -> tuple[object, ...]:
        drawn = self.maps.cacheKey() if self.maps is not None else 0
        return (self.bars, self.is_gradient, self.words, self.mood, self.ratio, self.below, drawn)


class XrayItem(QGraphicsItem):
    """Hangs at a card and moves with it; the pointer goes through it."""

    def __init__(self, node: NodeItem) -> None:
        super().__init__(node)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(1)
        self.shown = NodeXray()
        self._width = 0.0
        self._bars = QPainterPath()

    def show_xray(self, xray: NodeXray) -> None:
        node: NodeItem = self.parentItem()  # type: ignore[assignment]
        figure = node.figure
        width = figure.size.width()
        self.setPos(hung(figure, GAP, width, is_beside=node.card.down))
        if xray.key == self.shown.key and width == self._width:
            return
        if width != self._width or (xray.maps is None) != (self.shown.maps is None):
            self.prepareGeometryChange()
        self.shown, self._width = xray, width
        self._bars = self._path(xray.bars)
        self.update()

    def _path(self, bars: tuple[float, ...]) -> QPainterPath:
        """All bars as one path: painted at once."""
        path, area = QPainterPath(), self._area
        for index, height in enumerate(bars):
            if height > 0:
                step = area.width() / len(bars)
                tall = max(area.height() * height, 1.0)
                left = area.left() + index * step
                path.addRect(QRectF(left, area.bottom() - tall, step * 0.82, tall))
        return path

    @property
    def _area(self) -> QRectF:
        """Of the histogram."""
        return QRectF(PAD, 6, self._width * HALF - PAD, HEIGHT - 12)

    @property
    def room(self) -> QRectF:
        """What it takes, from where its node stands."""
        return QRectF(self.boundingRect().translated(self.pos()))

    def boundingRect(self) -> QRectF:
        below = TILE + 4 if self.shown.maps is not None else 0.0
        return QRectF(-1, -1, self._width + 2, HEIGHT + below + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail_at(zoom) != Detail.FULL:
            return
        theme, shown = current_theme(), self.shown
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(QRectF(0, 0, self._width, HEIGHT), 6, 6)
        area = self._area
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.flow(0.75) if shown.is_gradient else theme.color("accent", 0.75))
        painter.drawPath(self._bars)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if shown.zero is not None:
            x = area.left() + shown.zero * area.width()
            painter.setPen(QPen(theme.color("muted"), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._paint_numbers(painter, theme)
        if shown.maps is not None and zoom >= MAPS_FROM:
            painter.drawPixmap(QPointF(0, HEIGHT + 4), shown.maps)

    def _paint_numbers(self, painter: QPainter, theme: Theme) -> None:
        shown, left = self.shown, self._width * HALF + PAD
        room = self._width - left - PAD
        text = elided(shown.words, "caption", room)
        at = QPointF(left, baseline("caption", 13))
        draw_text(painter, at, text, "caption", theme.color(shown.mood))
        if shown.ratio is None:
            text = elided(shown.below, "caption", room)
            at = QPointF(left, baseline("caption", 28))
            draw_text(painter, at, text, "caption", theme.color("muted"))
            return
        track = QRectF(left, 26, room, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(track, 2, 2)
        low, high = (track.left() + gauge_at(end) * room for end in USUAL)
        painter.setBrush(theme.color("success", 0.6))
        painter.drawRect(QRectF(low, track.top(), high - low, track.height()))
        is_usual = USUAL[0] / 10 <= shown.ratio <= USUAL[1] * 10
        painter.setBrush(theme.color("text" if is_usual else "warning"))
        x = track.left() + gauge_at(shown.ratio) * room
        painter.drawRoundedRect(QRectF(x - 2, track.top() - 4, 4, 12), 2, 2)


def gauge_at(ratio: float) -> float:
    """Where a ratio stands on the gauge, from 0 to 1: by its logarithm."""
    low, high = (math.log10(end) for end in GAUGE)
    place = (math.log10(max(ratio, GAUGE[0])) - low) / (high - low)
    return min(max(place, 0.0), 1.0)


def lay_xrays(
    shown: dict[str, XrayItem], nodes: Mapping[str, NodeItem], xrays: Mapping[str, NodeXray]
) -> None:
    """Make ``shown`` hold a panel under each of the nodes in ``xrays``, and no other."""
    for name in [name for name in shown if name not in xrays or name not in nodes]:
        item = shown.pop(name)
        if name in nodes and (scene := item.scene()) is not None:
            scene.removeItem(item)
    for name, xray in xrays.items():
        node = nodes.get(name)
        if node is None:
            continue
        if name not in shown or shown[name].parentItem() is not node:
            shown[name] = XrayItem(node)
        shown[name].show_xray(xray)
