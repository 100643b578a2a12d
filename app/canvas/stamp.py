"""Pictures that recur, drawn once for a zoom and then stamped: bodies of cards, shapes on wires."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from app.canvas.lettering import draws_outlines

#: Bytes of pixels that are kept.
_BUDGET = 48 * 2**20

#: From this zoom on (in pixels of the device) so little is seen at once that stamps only cost.
_LARGEST = 3.0

_Key = tuple[Hashable, float]
_kept: OrderedDict[_Key, QPixmap] = OrderedDict()
_spent = 0


def stamp(painter: QPainter, box: QRectF, key: Hashable, draw: Callable[[QPainter], None]) -> None:
    """Draw what ``draw`` paints inside ``box`` (its coordinates are the painter's).

    ``key`` must tell apart whatever looks different, its place aside. The stamp is put on whole
    pixels of the device, so that edges stay crisp.
    """
    world = painter.worldTransform()
    pixels = painter.device().devicePixelRatioF()
    scale = world.m11() * pixels
    if draws_outlines() or scale > _LARGEST:
        draw(painter)
        return
    picture = _picture(box, (key, scale), draw)
    corner = world.map(box.topLeft())
    at = QPointF(round(corner.x() * pixels) / pixels, round(corner.y() * pixels) / pixels)
    picture.setDevicePixelRatio(pixels)
    painter.setWorldTransform(QTransform())
    painter.drawPixmap(at, picture)
    painter.setWorldTransform(world)


def _picture(box: QRectF, key: _Key, draw: Callable[[QPainter], None]) -> QPixmap:
    global _spent
    picture = _kept.get(key)
    if picture is not None:
        _kept.move_to_end(key)
        return picture
    scale = key[1]
    picture = QPixmap(round(box.width() * scale) + 1, round(box.height() * scale) + 1)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    painter.translate(-box.topLeft())
    draw(painter)
    painter.end()
    _kept[key] = picture
    _spent += _bytes(picture)
    while _spent > _BUDGET:
        _, oldest = _kept.popitem(last=False)
        _spent -= _bytes(oldest)
    return picture


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
