"""Which project files this process has open, so that another one can say so."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from app.safety.places import safety_folder
from graph.claim import Claim


class FileClaims:
    """A claim for each open file, for all windows of this process together."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._wanted: dict[object, frozenset[str]] = {}
        self._claims: dict[str, Claim] = {}

    def hold(self, owner: object, paths: Iterable[Path]) -> None:
        """A window has these files open now, and no others."""
        self._wanted[owner] = frozenset(os.path.realpath(path) for path in paths)
        if not self._wanted[owner]:
            del self._wanted[owner]
        wanted = frozenset().union(*self._wanted.values())
        for name in self._claims.keys() - wanted:
            self._claims.pop(name).release()
        for name in wanted - self._claims.keys():
            digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:20]
            self._claims[name] = Claim(self.folder / f"{digest}.lock")
        for claim in self._claims.values():
            _try(claim)

    def is_elsewhere(self, path: Path) -> bool:
        """Whether another process has a file open that this one has open too."""
        claim = self._claims.get(os.path.realpath(path))
        return claim is not None and not _try(claim)


def _try(claim: Claim) -> bool:
    try:
        return claim.take()
    except OSError:
        return True  # where nothing can be written nobody is noticed, and nobody hindered


@cache
def file_claims() -> FileClaims:
    """Those of this process."""
    return FileClaims(safety_folder("open"))
