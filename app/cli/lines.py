"""On which line of a project file something stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import ProjectError
from graph.yaml_events import Located, Mapping, read_yaml


@dataclass(frozen=True)
class Lines:
    """The values of a file, each of which knows its line."""

    root: Located | None

    @staticmethod
    def of(file: str) -> Lines:
        """Read ``file`` once more; one that has gone or changed since has no lines."""
        try:
            return Lines(read_yaml(Path(file).read_text(encoding="utf-8-sig")))
        except (ProjectError, OSError, UnicodeDecodeError):
            return Lines(None)

    def line(self, path: Sequence[str]) -> int:
        """The line of the key at ``path``, or of the deepest one of it that is there; 0 if none."""
        line, place = 0, self.root
        for key in path:
            entry = place.get(key) if isinstance(place, Mapping) else None
            if entry is None:
                break
            line, place = entry.line, entry.value
        return line
