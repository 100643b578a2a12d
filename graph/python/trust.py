"""Which Python files the user trusts: digests of their contents, kept outside every project."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from graph.python.source_file import PythonFile
from graph.whole_file import write_whole

_DIGEST = re.compile(r"[0-9a-f]{64}")

#: More than anybody trusts by hand.
_MOST = 10_000


def config_folder() -> Path:
    """Where programs keep what a person has decided, on this system."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "Layerloom"
    named = os.environ.get("XDG_CONFIG_HOME", "")
    if named and Path(named).is_absolute():
        return Path(named) / "layerloom"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Layerloom"
    return Path.home() / ".config" / "layerloom"


class TrustStore:
    """A JSON file: for each digest, the name of the file it was when it was trusted.

    Read anew at every question, since the window and the command line share it. A store that
    cannot be read trusts nothing.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or config_folder() / "trusted.json"

    def digests(self) -> frozenset[str]:
        return frozenset(self._entries())

    def trust(self, files: Iterable[PythonFile]) -> None:
        """Remember files as they are now. Raises: OSError, if the store cannot be written."""
        added = {file.digest: file.name for file in files}
        self._write({**self._entries(), **added})

    def distrust(self, digest: str) -> None:
        """Forget a file. Raises: OSError, if the store cannot be written."""
        self._write({known: name for known, name in self._entries().items() if known != digest})

    def _entries(self) -> dict[str, str]:
        try:
            found = json.loads(self.path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        entries = found.get("trusted") if isinstance(found, dict) else None
        if not isinstance(entries, dict):
            return {}
        return {d: str(name) for d, name in entries.items() if _DIGEST.fullmatch(d)}

    def _write(self, entries: dict[str, str]) -> None:
        newest = dict(list(entries.items())[-_MOST:])
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, json.dumps({"trusted": newest}, indent=1) + "\n")
