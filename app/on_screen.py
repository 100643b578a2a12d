"""Windows as large as they should be, but never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

#: Of the screen; the rest is for what the desktop draws around a window.
_SHARE = 0.94


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window that is about to open its size in pixels, or as much of it as there is."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() * _SHARE))
