"""A small picture of a network, drawn as the canvas draws it from afar."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.canvas.arranging import Room, arrange
from app.canvas.scene import CanvasScene
from app.theme import Theme, using_theme
from graph.document import Document, Position
from graph.errors import LoomError
from graph.project_file import load_project

#: Pixels of the interface; pictures have twice as many each way, for fine screens.
WIDTH, HEIGHT = 224, 112
DENSITY = 2

#: No network is drawn larger than this, in pixels of the interface for one of the canvas.
LARGEST = 0.5

#: A file of more bytes is not drawn: the window would stand still.
MOST_BYTES = 300_000

_MARGIN = 24.0
_MOST_ROWS = 6


def draw_thumbnail(path: Path, theme: Theme) -> QImage | None:
    """The network of a project file; None where it cannot be read or is empty."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        document = load_project(path)
    except (LoomError, OSError):
        return None
    if not len(document.graph):
        return None
    with using_theme(theme):
        _fold(document)
        scene = CanvasScene(document)
        try:
            return _image(scene, theme)
        finally:
            scene.close()


def _image(scene: CanvasScene, theme: Theme) -> QImage:
    image = QImage(QSize(WIDTH, HEIGHT) * DENSITY, QImage.Format.Format_RGB32)
    image.fill(theme.color("canvas"))
    box = scene.content_box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    scale = min(WIDTH / box.width(), HEIGHT / box.height(), LARGEST)
    seen = QRectF(0, 0, WIDTH / scale, HEIGHT / scale)
    seen.moveCenter(box.center())
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scene.render(painter, QRectF(image.rect()), seen, Qt.AspectRatioMode.IgnoreAspectRatio)
    painter.end()
    return image


def _fold(document: Document) -> None:
    """Lay a long chain out in the rows that leave its cards largest in the picture."""
    scene = CanvasScene(document)
    box = scene.content_box
    room = Room({name: item.figure for name, item in scene.nodes.items()}, {}, {})
    scene.close()
    if box.width() < 3 * box.height():
        return
    best: dict[str, Position] = {}
    largest = 0.0
    for rows in range(1, _MOST_ROWS + 1):
        places = arrange(document.graph, room, width=box.width() / rows)
        scale = _scale_of(places, room)
        if scale > 1.1 * largest:
            best, largest = places, scale
    for name, place in best.items():
        document.graph.set_position(name, place)


def _scale_of(places: Mapping[str, Position], room: Room) -> float:
    boxes = (
        room.figures[name].box.translated(x, y - room.figures[name].axis)
        for name, (x, y) in places.items()
    )
    box = reduce(QRectF.united, boxes, QRectF())
    return min(WIDTH / max(box.width(), 1.0), HEIGHT / max(box.height(), 1.0))
