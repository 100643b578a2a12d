"""Icons: our own SVG drawings, 24 x 24 with one stroke, in the colours of the theme in use."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.theme import current_theme

FOLDER = Path(__file__).parent / "icons"

#: Drawn where a name has no picture, so that a new family shows before its icon is drawn.
FALLBACK = "function"


def icon_names() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


def themed_icon(name: str, meaning: str = "text") -> QIcon:
    """An icon in the colour of ``meaning``; it repaints itself when the theme changes."""
    return QIcon(_ThemedEngine(name, meaning))


def family_icon(key: str, name: str = "") -> QIcon:
    """The icon of a family (or, by ``name``, of one of its layers) in the family's colour."""
    return QIcon(_ThemedEngine(name or key, f"family:{key}"))


def paint_icon(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Draw an icon into ``box``, crisp at the painter's scale; as vectors where it can be."""
    if painter.paintEngine().type() == painter.paintEngine().Type.Raster:
        scale = painter.deviceTransform().m11()
        pixels = max(1, round(box.width() * scale))
        painter.drawPixmap(box, icon_pixmap(name, color.rgba(), pixels), QRectF())
    else:
        _renderer(name, color.rgba()).render(painter, box)


@lru_cache(maxsize=1024)
def icon_pixmap(name: str, rgba: int, pixels: int) -> QPixmap:
    """An icon as ``pixels`` x ``pixels`` device pixels."""
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, rgba).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap


@lru_cache(maxsize=1024)
def _renderer(name: str, rgba: int) -> QSvgRenderer:
    color = QColor.fromRgba(rgba)
    drawing = _drawing(name).replace("currentColor", color.name())
    if color.alpha() < 255:
        drawing = drawing.replace("<svg ", f'<svg opacity="{color.alphaF():.3f}" ', 1)
    return QSvgRenderer(QByteArray(drawing.encode()))


@lru_cache(maxsize=256)
def _drawing(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        path = FOLDER / f"{FALLBACK}.svg"
    return path.read_text(encoding="utf-8")


class _ThemedEngine(QIconEngine):
    """Paints one drawing in whatever theme is in use at that moment."""

    def __init__(self, name: str, meaning: str) -> None:
        super().__init__()
        self._name, self._meaning = name, meaning

    def clone(self) -> QIconEngine:
        return _ThemedEngine(self._name, self._meaning)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        paint_icon(painter, self._name, box, self._color(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a style may ask before it knows
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def _color(self, mode: QIcon.Mode) -> QColor:
        theme = current_theme()
        if self._meaning.startswith("family:"):
            color = QColor(theme.family_ink(self._meaning.removeprefix("family:")))
        else:
            color = QColor(theme.color(self._meaning))
        if mode == QIcon.Mode.Selected and self._meaning != "on_accent":
            color = QColor(theme.color("on_accent"))
        if mode == QIcon.Mode.Disabled:
            color.setAlphaF(0.35)
        return color
