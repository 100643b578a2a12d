"""The system's clipboard, as far as it holds parts of a network."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

#: What we write beside plain text, so that a program may tell it from any other.
FRAGMENT = "application/x-layerloom-fragment+yaml"


def as_mime(text: str) -> QMimeData:
    """A fragment as what is dragged, or lies on the clipboard."""
    data = QMimeData()
    data.setText(text)
    data.setData(FRAGMENT, text.encode())
    return data


def fragment_of(data: QMimeData) -> str:
    """The text that may be a fragment; "" where there is none."""
    if data.hasFormat(FRAGMENT):
        return bytes(data.data(FRAGMENT).data()).decode("utf-8", "replace")
    return data.text() if data.hasText() else ""


def put(text: str) -> None:
    """Put a fragment on the clipboard, for every window of every program."""
    QGuiApplication.clipboard().setMimeData(as_mime(text))


def take() -> str:
    """What lies on the clipboard, as text."""
    data = QGuiApplication.clipboard().mimeData()
    return fragment_of(data) if data is not None else ""
