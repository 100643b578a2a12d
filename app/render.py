"""A picture of the canvas, PNG, SVG or PDF, without a window and without a screen."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from app.canvas.lettering import outlines
from app.canvas.scene import CanvasScene
from app.theme import LIGHT, Theme, using_theme
from app.theme_fonts import load_fonts
from graph.analysis import Analysis
from graph.document import ROOT, Document

MARGIN = 40.0

#: Pixels of a PNG for one of the canvas, and the most of them a side may have.
SCALE, LONGEST = 2.0, 16_000


def render(
    document: Document,
    path: Path | str,
    analysis: Analysis | None = None,
    theme: Theme = LIGHT,
    scope: str = ROOT,
) -> None:
    """Write the canvas to ``path``; its ending says how: PNG (twice the size), SVG or PDF.

    Raises: OSError, if the file cannot be written; ValueError, for any other ending.
    """
    path = Path(path)
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ValueError(f"{path.name}: a picture ends in .png, .svg or .pdf")
    with _drawn(document, analysis, theme, scope) as scene:
        write(scene, _box(scene), path)


def picture_of(
    document: Document, analysis: Analysis | None = None, theme: Theme = LIGHT, scope: str = ROOT
) -> QImage:
    """The canvas as an image of twice its size."""
    with _drawn(document, analysis, theme, scope) as scene:
        return picture(scene)


@contextmanager
def _drawn(
    document: Document, analysis: Analysis | None, theme: Theme, scope: str
) -> Iterator[CanvasScene]:
    application()
    load_fonts()
    with using_theme(theme):
        scene = CanvasScene(document, scope)
        try:
            if analysis is not None:
                scene.show_analysis(analysis)
            yield scene
        finally:
            scene.close()


def _box(scene: CanvasScene) -> QRectF:
    return scene.content_box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)


def picture(scene: CanvasScene, scale: float = SCALE) -> QImage:
    """The whole of a scene as an image."""
    return _image(scene, _box(scene), scale)


def _write_png(scene: CanvasScene, box: QRectF, path: Path) -> None:
    if not _image(scene, box, SCALE).save(str(path), "PNG"):
        raise OSError(f"{path}: the picture could not be written")


def _image(scene: CanvasScene, box: QRectF, scale: float) -> QImage:
    scale = min(scale, LONGEST / max(box.width(), box.height()))
    size = QSize(math.ceil(box.width() * scale), math.ceil(box.height() * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    _draw(scene, painter, QRectF(QRect(image.rect())), box)
    painter.end()
    return image


def _write_svg(scene: CanvasScene, box: QRectF, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    size = QSize(math.ceil(box.width()), math.ceil(box.height()))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(scene.document.name)
    painter = QPainter()
    if not painter.begin(generator):
        raise OSError(f"{path}: the picture could not be written")
    with outlines():
        _draw(scene, painter, QRectF(0, 0, size.width(), size.height()), box)
    painter.end()


def _write_pdf(scene: CanvasScene, box: QRectF, path: Path) -> None:
    """One page of the size of the network: a pixel of the canvas is 1/96 inch."""
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OSError(f"{path}: the picture could not be written")  # Qt would only print it
    writer = QPdfWriter(str(path))
    writer.setTitle(scene.document.name)
    writer.setCreator("Layerloom")
    points = box.size() * (72 / 96)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF())
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path}: the picture could not be written")
    with outlines():
        _draw(scene, painter, QRectF(0, 0, writer.width(), writer.height()), box)
    painter.end()


_WRITERS: dict[str, Callable[[CanvasScene, QRectF, Path], None]] = {
    ".png": _write_png,
    ".svg": _write_svg,
    ".pdf": _write_pdf,
}


def _draw(scene: CanvasScene, painter: QPainter, target: QRectF, source: QRectF) -> None:
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    scene.render(painter, target, source, Qt.AspectRatioMode.IgnoreAspectRatio)


def application() -> QApplication:
    """The running application, or one that needs no screen."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _keep.append(QApplication(["layerloom"]))
    return _keep[0]


#: Qt's application lives as long as somebody holds it.
_keep: list[QApplication] = []
