"""The whole network from far off: colour and lines in a few strokes instead of one per item."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.canvas.badges import worst
from app.canvas.folded_frames import FoldedFrames
from app.canvas.node_item import NodeItem
from app.canvas.wire_item import WireItem
from app.theme import Theme, current_theme
from graph.document import Edge

#: The side of a square of the canvas whose nodes are drawn together (scene units).
_SIDE = 4096.0

#: Colours of gradient flow that can be told apart, and how wide such a wire is (pixels).
_FLOWS = 8
_FLOW_WIDTH = 1.5

_Place = tuple[int, int]
_Flow = float | None  # as of a wire, in as many steps as can be told apart
_Ground = tuple[str, float | None, str]  # family, warmth, colour


@dataclass
class _Square:
    """What one square of the canvas looks like: its nodes, and the wires that leave them."""

    names: dict[str, None] = field(default_factory=dict)
    stale: bool = True
    bounds: QRectF = field(default_factory=QRectF)
    wires: dict[_Flow, QPainterPath] = field(default_factory=dict)
    boxes: dict[_Ground, list[QRectF]] = field(default_factory=dict)


class OverviewItem(QGraphicsItem):
    """Stands for all nodes and wires at once. It looks again where it is told to, and when seen."""

    def __init__(
        self,
        nodes: Mapping[str, NodeItem],
        wires: Mapping[Edge, WireItem],
        wires_of: Callable[[str], Iterable[Edge]],
        folded: FoldedFrames,
    ) -> None:
        super().__init__()
        self._folded = folded
        self._nodes, self._wires, self._wires_of = nodes, wires, wires_of
        self._bounds = QRectF()
        self._squares: dict[_Place, _Square] = {}
        self._square_of: dict[str, _Square] = {}
        self._lit: list[QPainterPath] = []
        self._marked: dict[str, list[QRectF]] = {}
        self._waiting: list[QRectF] = []
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setVisible(False)

    def look_anew(self, names: Iterable[str] | None = None, *, when_painted: bool = False) -> None:
        """These nodes, or all, are elsewhere, look otherwise, or have other wires.

        ``when_painted``: it is no reason to paint it.
        """
        if names is None:
            for square in self._squares.values():
                square.stale = True
            self.update()
            return
        names = list(names)
        for name in names:
            square = self._square_of.pop(name, None)
            if square is not None:
                square.stale = True
                square.names.pop(name, None)
            if name in self._nodes:
                self._put(name)
                for edge in self._wires_of(name):
                    if (source := self._square_of.get(edge.source)) is not None:
                        source.stale = True
        if names and not when_painted:
            self.update()

    def _put(self, name: str) -> None:
        at = self._nodes[name].pos()
        place = floor(at.x() / _SIDE), floor(at.y() / _SIDE)
        square = self._squares.setdefault(place, _Square())
        square.names[name] = None
        square.stale = True
        self._square_of[name] = square

    def mark(self, selected: Collection[str], lit: Iterable[WireItem], bounds: QRectF) -> None:
        """Take in what is selected or lit now, and how large all is."""
        whole = bounds.adjusted(-20, -20, 20, 20)
        if whole != self._bounds:
            self.prepareGeometryChange()
            self._bounds = whole
        self._lit = [wire.path for wire in lit]
        hidden = self._folded.holder
        seen = [name for name in selected if name in self._nodes and name not in hidden]
        self._marked = {"accent": [self._nodes[name].box for name in seen]}
        self._waiting = []
        for name, node in self._nodes.items():
            if name in hidden or name in selected:
                continue
            if node.problems:
                self._marked.setdefault(worst(node.problems), []).append(node.box)
            if node.look.waiting:
                self._waiting.append(node.box)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        theme = current_theme()
        exposed = option.exposedRect  # type: ignore[attr-defined]
        seen = [s for s in map(self._fresh, self._squares.values()) if s.bounds.intersects(exposed)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for square in seen:
            for flow, path in square.wires.items():
                painter.setPen(_flow_pen(flow, theme))
                painter.drawPath(path)
        painter.setPen(QPen(theme.color("accent"), 0))
        for path in self._lit:
            painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        for square in seen:
            for (family, warmth, color), boxes in square.boxes.items():
                ground = theme.tint_edge(color) if color else theme.family(family)
                painter.setBrush(ground if warmth is None else _warm(theme, warmth))
                painter.drawRects(boxes)
        painter.setBrush(theme.color("canvas", 0.5))  # what waits for a cause is pale, as near by
        painter.drawRects(self._waiting)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for meaning, boxes in self._marked.items():
            pen = QPen(theme.color(meaning), 2.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRects(boxes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _fresh(self, square: _Square) -> _Square:
        """The square as it looks now."""
        if not square.stale:
            return square
        square.stale = False
        square.boxes, square.wires = {}, {}
        around = QRectF()
        for name in square.names:
            node = self._nodes[name]
            box = node.box
            if name not in self._folded.holder:  # its frame draws itself
                square.boxes.setdefault(node.card.ground, []).append(box)
                around |= box
            for edge in self._wires_of(name):
                if edge.source == name:
                    drawn = square.wires.setdefault(
                        _step_of(self._wires[edge].flow), QPainterPath()
                    )
                    self._draw(drawn, edge, box.center())
        for path in square.wires.values():
            around |= path.controlPointRect()
        square.bounds = around
        return square

    def _draw(self, drawn: QPainterPath, edge: Edge, start: QPointF) -> None:
        """Lay a wire in; one that has no way yet runs straight, from ``start``."""
        path = self._wires[edge].path
        if self._folded.hides(edge):
            return
        if path.isEmpty():
            drawn.moveTo(start)
            drawn.lineTo(self._nodes[edge.target].pos())
        else:
            drawn.addPath(path)


def _step_of(flow: _Flow) -> _Flow:
    return None if flow is None else round(flow * _FLOWS) / _FLOWS


def _flow_pen(flow: _Flow, theme: Theme) -> QPen:
    quiet = _mixed(theme.color("canvas"), theme.color("text"), 0.35)
    pen = QPen(quiet if flow is None or flow < 0 else theme.flow(flow), 0)
    if flow is not None and flow < 0:
        pen.setStyle(Qt.PenStyle.DashLine)
    elif flow is not None:
        pen.setWidthF(_FLOW_WIDTH)
        pen.setCosmetic(True)
    return pen


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
