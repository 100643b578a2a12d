"""Paths as a project file has them."""

from __future__ import annotations

from pathlib import Path


def written_path(path: Path, folder: Path | None) -> str:
    """Relative to the project's folder where it lies in it, else absolute."""
    real = path.resolve()
    if folder is not None and real.is_relative_to(folder.resolve()):
        return real.relative_to(folder.resolve()).as_posix()
    return str(real)
