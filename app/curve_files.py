"""Curves as a file: the numbers as CSV, the drawing as PNG or SVG; in the window and without."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from app.panels.curves import Curves
from app.theme import current_theme
from graph.whole_file import write_whole
from train.runs.curves import csv_of

#: Pixels of a PNG for one of the screen.
SCALE = 2

ENDINGS = (".png", ".svg", ".csv")


def write_curves(curves: Curves, path: Path) -> None:
    """Write what is drawn; the ending says how.

    Raises: OSError, if the file cannot be written; ValueError, for any other ending.
    """
    ending = path.suffix.lower()
    if ending == ".csv":
        write_whole(path, csv_of({one.title: one.curves for one in curves.runs}))
    elif ending == ".png":
        write_whole(path, _png(curves))
    elif ending == ".svg":
        write_whole(path, _svg(curves))
    else:
        raise ValueError(f"{path.name}: curves end in {', '.join(ENDINGS)}")


def _draw(curves: Curves, painter: QPainter) -> None:
    with ExitStack() as pictures:
        for plot in curves.plots.values():
            pictures.enter_context(plot.as_picture())
        curves.drawing.render(painter, QPoint())


def _png(curves: Curves) -> bytes:
    size = curves.drawing.size()
    image = QImage(size * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(current_theme().color("panel"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SCALE, SCALE)
    _draw(curves, painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _svg(curves: Curves) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size: QSize = curves.drawing.size()
    generator.setSize(size)
    generator.setViewBox(curves.drawing.rect())
    painter = QPainter(generator)
    painter.fillRect(curves.drawing.rect(), current_theme().color("panel"))
    _draw(curves, painter)
    painter.end()
    return bytes(data.data())
