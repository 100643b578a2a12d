"""Thumbnails when there is time for them: drawn once, then kept in the cache folder."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from app.theme import Theme, current_theme
from app.welcome.thumbnail import DENSITY, HEIGHT, WIDTH, draw_thumbnail

#: Goes up when cards are drawn otherwise, so that pictures of before are not shown.
DRAWING = 1

#: Pictures that are kept; the oldest go.
MOST_KEPT = 300


class Thumbnails(QObject):
    """Draws one picture at a time while nothing else is to be done, and tells when it is there."""

    drawn = Signal(object, QPixmap)  # Path of the project

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Path] = []
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._draw_next)

    def ask(self, paths: list[Path]) -> None:
        """Draw these, in the theme in use, and nothing that was asked for before."""
        self._waiting = list(paths)
        self._idle.start()

    def stop(self) -> None:
        self._waiting.clear()

    @property
    def is_done(self) -> bool:
        return not self._waiting

    def _draw_next(self) -> None:
        if not self._waiting:
            self._idle.stop()
            return
        path = self._waiting.pop(0)
        image = picture_of(path, current_theme())
        if image is not None:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(DENSITY)
            self.drawn.emit(path, pixmap)


def picture_of(path: Path, theme: Theme) -> QImage | None:
    """The thumbnail of a project: from the cache, where its content was drawn before."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    said = f"{DRAWING} {theme.name} {WIDTH}x{HEIGHT}x{DENSITY} ".encode()
    kept = folder() / f"{hashlib.sha256(said + content).hexdigest()}.png"
    image = QImage(str(kept))
    if not image.isNull():
        return image
    drawn = draw_thumbnail(path, theme)
    if drawn is not None:
        with suppress(OSError):  # a cache that cannot be written only costs time
            _keep(drawn, kept)
    return drawn


def folder() -> Path:
    """Where thumbnails are kept between two starts."""
    location = QStandardPaths.StandardLocation.CacheLocation
    return Path(QStandardPaths.writableLocation(location)) / "thumbnails"


def _keep(image: QImage, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}")
    if image.save(str(half), "PNG"):
        half.replace(path)
    kept = sorted(path.parent.glob("*.png"), key=lambda one: one.stat().st_mtime)
    for old in kept[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
