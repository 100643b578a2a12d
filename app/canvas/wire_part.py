"""The part of a long wire that can be seen: stroking 20,000 pixels to show 800 takes too long."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

#: Shorter wires are stroked whole.
LONG = 4000.0

_Points = tuple[QPointF, QPointF, QPointF, QPointF]

#: Halvings of a curve: finer than a pixel of any wire.
_HALVINGS = 24


def seen_part(path: QPainterPath, area: QRectF) -> QPainterPath:
    """The stretch of a single curve from left to right that ``area`` spans, else all of it."""
    if path.elementCount() != 4:
        return path
    corners = [QPointF(element.x, element.y) for element in map(path.elementAt, range(4))]  # type: ignore[attr-defined]
    curve: _Points = (corners[0], corners[1], corners[2], corners[3])
    if not curve[0].x() <= curve[1].x() <= curve[3].x() or curve[2].x() < curve[0].x():
        return path
    rest = _halves(curve, _share_at(curve, area.left()))[1]
    first, handle, other, last = _halves(rest, _share_at(rest, area.right()))[0]
    part = QPainterPath(first)
    part.cubicTo(handle, other, last)
    return part


def _share_at(curve: _Points, x: float) -> float:
    """How far along the curve its abscissa, which only grows, is ``x``."""
    a, b, c, d = (point.x() for point in curve)
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        t = (low + high) / 2
        u = 1 - t
        if u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d < x:
            low = t
        else:
            high = t
    return (low + high) / 2


def _halves(curve: _Points, share: float) -> tuple[_Points, _Points]:
    """The curve before and after a point of it. Source: de Casteljau."""
    a, b, c, d = curve
    ab, bc, cd = a + (b - a) * share, b + (c - b) * share, c + (d - c) * share
    abc, bcd = ab + (bc - ab) * share, bc + (cd - bc) * share
    middle = abc + (bcd - abc) * share
    return (a, ab, abc, middle), (middle, bcd, cd, d)
