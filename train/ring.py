"""Arrays in files that another process reads: each whole once it has its name, few at a time."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def write_arrays(
    path: Path, arrays: npt.NDArray[np.generic] | Mapping[str, npt.NDArray[np.generic]]
) -> None:
    """Write one array (``.npy``) or several by their names (``.npz``). Raises: OSError."""
    import numpy as np

    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        if isinstance(arrays, Mapping):
            named: dict[str, Any] = dict(arrays)
            np.savez(file, **named)
        else:
            np.save(file, arrays, allow_pickle=False)
    os.replace(unfinished, path)


class Ring:
    """The newest ``kept`` files of one kind: ``look-7.npy`` is the seventh of ``look-{}.npy``.

    Those count that an earlier process has left in the folder.
    """

    def __init__(self, pattern: str, kept: int) -> None:
        self._pattern, self._kept = pattern, kept
        self._files: list[Path] | None = None
        self._number = 0

    def write(
        self,
        folder: Path,
        arrays: npt.NDArray[np.generic] | Mapping[str, npt.NDArray[np.generic]],
        number: int | None = None,
    ) -> Path:
        """Write the next file, or that of a number, and let go of the oldest. Raises: OSError."""
        self._number = self._number + 1 if number is None else number
        path = folder / self._pattern.format(self._number)
        folder.mkdir(parents=True, exist_ok=True)
        if self._files is None:
            found = folder.glob(re.sub(r"\{.*?\}", "*", self._pattern))
            self._files = sorted(found, key=lambda file: (file.stat().st_mtime_ns, file.name))
        write_arrays(path, arrays)
        self._files = [*(file for file in self._files if file != path), path]
        for old in self._files[: -self._kept]:
            with contextlib.suppress(OSError):  # who reads it may hold it open
                old.unlink(missing_ok=True)
        self._files = self._files[-self._kept :]
        return path
