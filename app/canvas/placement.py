"""Places for nodes that the document gives none: shown, never written by themselves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF

from app.canvas.arranging import Room, arrange
from app.canvas.figure import GRID, Figure
from graph.document import Graph, Position
from graph.parts import DOWN


class Placement:
    """Remembers where nodes without a position are shown, so that they stay there."""

    def __init__(self) -> None:
        self._shown: dict[str, Position] = {}

    def position(self, graph: Graph, name: str) -> Position:
        return graph.position(name) or self._shown.get(name, (0.0, 0.0))

    def unplaced(self, graph: Graph) -> list[str]:
        """The nodes whose place is ours, not the document's."""
        return [name for name in graph.names if graph.position(name) is None]

    def fill(
        self, graph: Graph, figures: Mapping[str, Figure], pill_widths: Mapping[str, float]
    ) -> None:
        """Find a place for each node that has none yet, beside those that have one."""
        missing = [name for name in self.unplaced(graph) if name not in self._shown]
        if not missing:
            return
        arranged = arrange(graph, Room(figures, pill_widths, {}), down=graph.direction == DOWN)
        if len(missing) == len(graph):
            self._shown = arranged
            return
        settled = {name: self.position(graph, name) for name in graph.names if name not in missing}
        shift_x = _median([settled[name][0] - arranged[name][0] for name in settled])
        shift_y = _median([settled[name][1] - arranged[name][1] for name in settled])
        taken = [_box(settled[name], figures[name]) for name in settled]
        for name in missing:
            x, y = arranged[name]
            box = _free(_box((x + shift_x, y + shift_y), figures[name]), taken)
            taken.append(box)
            self._shown[name] = (box.x(), box.y() + figures[name].axis)


def _box(position: Position, figure: Figure) -> QRectF:
    x, y = position
    return figure.box.translated(x, y - figure.axis)


def _free(box: QRectF, taken: list[QRectF]) -> QRectF:
    """``box``, moved down until it stands on no other."""
    margin = 2 * GRID
    while True:
        wide = box.adjusted(-margin, -margin, margin, margin)
        below = [other.bottom() for other in taken if other.intersects(wide)]
        if not below:
            return box
        box = QRectF(box)
        box.moveTop(max(below) + margin + GRID)


def _median(numbers: list[float]) -> float:
    return sorted(numbers)[len(numbers) // 2]
