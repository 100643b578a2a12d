"""Where a fragment is put: near to where it is wanted, on the grid, and on nothing else."""

from __future__ import annotations

from functools import reduce

from PySide6.QtCore import QPointF, QRectF

from app.canvas.card import read_card
from app.canvas.figure import GRID, measure
from app.canvas.scene import CanvasScene
from graph.document import ROOT, Document, Position

#: Room that is left between what is there and what comes.
_APART = 2 * GRID


def shift_to(scene: CanvasScene, part: Document, centre: QPointF | None) -> Position:
    """How far to move the nodes of ``part``, so that they stand around ``centre``.

    Without one they stand where they were, or, where something stands there, below it.
    """
    boxes = _boxes(part)
    if not boxes:
        return 0.0, 0.0
    around = QRectF()
    for box in boxes:
        around = around.united(box)
    step = QPointF() if centre is None else centre - around.center()
    step = QPointF(round(step.x() / GRID) * GRID, round(step.y() / GRID) * GRID)
    taken = [item.box for item in (*scene.nodes.values(), *scene.notes.values())]
    while (below := _first_below(boxes, step, taken)) is not None:
        step.setY(step.y() + below)
    return step.x(), step.y()


def centre_beside(part: Document, edge: QPointF, *, to_right: bool) -> QPointF:
    """The middle of a fragment whose left side, or else its right, is to stand at ``edge``."""
    width = reduce(QRectF.united, _boxes(part), QRectF()).width() / 2
    return edge + QPointF(width if to_right else -width, 0)


def _first_below(boxes: list[QRectF], step: QPointF, taken: list[QRectF]) -> float | None:
    """How much further down to try next, a whole number of steps; None where all is free."""
    for box in boxes:
        wide = box.translated(step).adjusted(-_APART, -_APART, _APART, _APART)
        bottoms = [other.bottom() for other in taken if other.intersects(wide)]
        if bottoms:
            return (int((max(bottoms) - wide.top()) / GRID) + 1) * GRID
    return None


def _boxes(part: Document) -> list[QRectF]:
    """The cards of a fragment, where it says that they are."""
    boxes = []
    for name in part.graph.names:
        place = part.graph.position(name)
        if place is not None:
            figure = measure(read_card(part, ROOT, name, None))
            boxes.append(figure.box.translated(place[0], place[1] - figure.axis))
    boxes += [QRectF(*note.at, *note.size) for note in part.graph.notes.values()]
    return boxes
