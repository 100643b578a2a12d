"""Curves as a file: the numbers as CSV, the drawing as PNG or SVG; in the window and without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget

from app.panels.curves import Curves
from app.theme import current_theme
from app.translating import joined
from graph.whole_file import write_whole
from train.runs.curves import csv_of

#: Pixels of a PNG for one of the screen.
SCALE = 2

#: What a plot gets in a picture, however small it is in the window; how many more are beside each
#: other only makes the picture wider.
WIDTH, HEIGHT, LEAST_WIDTH = 520, 380, 720

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


@contextmanager
def _picture(curves: Curves) -> Iterator[QWidget]:
    """The same curves with room around them, laid out where nobody sees it."""
    copy = Curves()
    copy.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    copy.look_like(curves)
    drawing = copy.drawing
    size = max(LEAST_WIDTH, WIDTH * len(copy.plots)), HEIGHT
    drawing.setMinimumSize(*size)
    copy.resize(size[0] + 32, size[1] + 64)
    copy.show()
    QApplication.sendPostedEvents()  # the plots lay themselves out by events
    copy.flush()
    yield drawing
    copy.hide()
    copy.deleteLater()  # at once, not when Python happens to collect it, in whatever thread
    QApplication.sendPostedEvents(copy, QEvent.Type.DeferredDelete.value)


def _png(curves: Curves) -> bytes:
    with _picture(curves) as drawing:
        image = QImage(drawing.size() * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(current_theme().color("panel"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SCALE, SCALE)
        drawing.render(painter, QPoint())
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
    generator.setResolution(96)  # so that millimetres are those of a browser
    generator.setTitle(joined(", ", [one.title for one in curves.runs]))
    generator.setDescription(joined(", ", list(curves.plots)))
    with _picture(curves) as drawing:
        generator.setSize(drawing.size())
        generator.setViewBox(drawing.rect())
        painter = QPainter(generator)
        painter.fillRect(drawing.rect(), current_theme().color("panel"))
        drawing.render(painter, QPoint())
        painter.end()
    return bytes(data.data())
