"""Where the app keeps what it needs to bring work back: outside every project, for one person."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def safety_folder(name: str) -> Path:
    """A folder of this name in the user's own data; it may not be there yet."""
    location = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "layerloom" / name
