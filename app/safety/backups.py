"""The last states of every project file, kept outside its folder before each saving."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.file_handling import SUFFIX
from graph.whole_file import write_whole

#: So many states of a file are kept.
KEPT = 10


@dataclass(frozen=True)
class Version:
    """A state in which a file was; ``saved`` is when it was written."""

    path: Path
    saved: datetime


class Backups:
    """A folder for each project file, by its path; a backup that fails hinders no saving."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, path: Path) -> bool:
        """Keep the file as it is now, unless it is as it was when it was kept last.

        False where it cannot be kept; a file that is not there has nothing to keep.
        """
        try:
            if not path.is_file():
                return True
            return self.keep_bytes(path, path.read_bytes(), path.stat().st_mtime)
        except OSError:
            return False

    def keep_bytes(self, path: Path, data: bytes, saved: float | None = None) -> bool:
        """Keep ``data`` among the states of a file; ``saved`` is in seconds, now by default."""
        try:
            folder = self._folder_of(path)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            older = self.versions(path)
            if older and older[0].path.read_bytes() == data:
                return True
            target = folder / f"{time.time_ns():020d}{SUFFIX}"
            write_whole(target, data)
            if saved is not None:
                os.utime(target, (saved, saved))
            write_whole(folder / "of.txt", f"{path.absolute()}\n")
            for version in older[KEPT - 1 :]:
                version.path.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def versions(self, path: Path) -> list[Version]:
        """The states of a file that are kept, the last first."""
        found = []
        with contextlib.suppress(OSError):
            for kept in sorted(self._folder_of(path).glob(f"*{SUFFIX}"), reverse=True):
                saved = datetime.fromtimestamp(kept.stat().st_mtime)
                found.append(Version(kept, saved))
        return found

    def _folder_of(self, path: Path) -> Path:
        whole = os.path.realpath(path)
        return self.folder / hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:20]
