"""Files that a command writes: whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def write_out(text: str, out: str | None) -> None:
    """Write ``text`` to the file ``out``, or to stdout where there is none.

    A file that was there before is replaced in one step; a device or a pipe is written to.
    """
    if out is None or out == "-":
        sys.stdout.write(text)
        return
    path = Path(out)
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")  # a pipe, /dev/stdout; a folder is refused
        return
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise FileNotFoundError(2, "", str(path.parent))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(13, "", str(path))
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    try:
        handle, draft = tempfile.mkstemp(prefix=f".{target.name[:100]}.", dir=target.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(draft).chmod(mode)
        Path(draft).replace(target)
    except OSError as error:
        Path(draft).unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
