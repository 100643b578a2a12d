"""Writing a file whole or not at all: a crash leaves the old one or the new one."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes | str) -> None:
    """Put ``data`` (text as UTF-8) in the place of ``path`` in one step.

    A symbolic link stays one, and the file keeps its permissions. A draft that a kill leaves
    behind lies beside the file, as ``.NAME.….tmp``.
    Raises: OSError, naming ``path``, which is then as it was.
    """
    target = Path(os.path.realpath(path))
    draft = ""
    try:
        if target.exists() and not os.access(target, os.W_OK):
            raise _refusal(target)
        if target.exists() and not (target.is_file() or target.is_dir()):
            raise FileExistsError(errno.EEXIST, "this is no ordinary file")  # but a device, a pipe
        descriptor, draft = tempfile.mkstemp(".tmp", f".{target.name[:100]}.", target.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data.encode() if isinstance(data, str) else data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, _mode(target))
        os.replace(draft, target)
    except BaseException as error:
        if draft:
            Path(draft).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise type(error)(error.errno, error.strerror, str(path)) from error
        raise


def _refusal(path: Path) -> OSError:
    """A disk that can only be read, or a file that may not be written."""
    is_fixed = hasattr(os, "statvfs") and bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    code = errno.EROFS if is_fixed else errno.EACCES
    return OSError(code, os.strerror(code).lower())


def _mode(path: Path) -> int:
    """The permissions of the file, or those that a new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
