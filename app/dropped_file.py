"""A file that is dropped onto the window: a project, or weights."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent

from app.file_handling import WEIGHTS


def dropped_file(event: QDropEvent) -> Path | None:
    """The project or weights file that is being dropped, if it is one."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix in (".yaml", ".yml", *WEIGHTS):
            return path
    return None
