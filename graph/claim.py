"""A claim on a name that ends with the process that holds it, however that process ends.

QLockFile asks whether a process of that number runs, which in a sandbox is the one that asks.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Claim:
    """Held by at most one of all processes; the file is there as long as somebody holds it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = -1

    @property
    def is_held(self) -> bool:
        return self._descriptor >= 0

    def take_patiently(self, seconds: float = 1.0) -> bool:
        """``take``, again until it has it: who asks whether it is taken holds it for a moment."""
        end = time.monotonic() + seconds
        while not self.take():
            if time.monotonic() >= end:
                return False
            time.sleep(0.02)
        return True

    def take(self) -> bool:
        """Whether it is held now; False while another process, or another claim, holds it.

        Raises: OSError, if there is no place for its file.
        """
        while not self.is_held:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(descriptor)
            except OSError:
                os.close(descriptor)
                return False
            if self._is_of(descriptor):
                self._descriptor = descriptor
            else:  # whoever held it before has just removed the file
                os.close(descriptor)
        return True

    def release(self) -> None:
        if self.is_held:
            with contextlib.suppress(OSError):  # Windows removes no file that is open
                self.path.unlink()
            os.close(self._descriptor)
            self._descriptor = -1
            with contextlib.suppress(OSError):
                if sys.platform == "win32":
                    self.path.unlink()

    @staticmethod
    def is_taken(path: Path) -> bool:
        """Whether some living process holds it; one that was killed does not."""
        try:
            descriptor = os.open(path, os.O_RDWR)
        except OSError:
            return False
        try:
            _lock(descriptor)  # given back at once: whoever takes it now has to try again
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

    def _is_of(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), os.stat(self.path))
        except FileNotFoundError:
            return False
