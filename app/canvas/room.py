"""How far the index of a scene reaches: Qt makes it anew, of all items, whenever that grows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsScene

from app.canvas.box_index import Box, around

#: Room beyond what is there, so that it seldom has to be made; and the least that is kept.
_LEAP, _LEAST = 6_000.0, 500.0

#: Halvings of the plane. Qt's own choice is one cell an item, of which a long wire meets thousands.
_DEPTH = 8


def begin(scene: QGraphicsScene) -> None:
    """Give an empty scene room."""
    scene.setSceneRect(QRectF(-_LEAP, -_LEAP, 2 * _LEAP, 2 * _LEAP))
    scene.setBspTreeDepth(_DEPTH)


def make_room(scene: QGraphicsScene, boxes: Sequence[Box]) -> None:
    """Let the index of a scene hold ``boxes``."""
    content, held = around(boxes), scene.sceneRect()
    if boxes and not held.contains(content.adjusted(-_LEAST, -_LEAST, _LEAST, _LEAST)):
        scene.setSceneRect(held.united(content.adjusted(-_LEAP, -_LEAP, _LEAP, _LEAP)))
