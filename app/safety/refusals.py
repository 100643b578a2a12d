"""Why a file was not written, in plain words, and what to do."""

from __future__ import annotations

import errno
from pathlib import Path

from app.translating import later, tr
from graph.errors import LoomError

_REASONS = {
    errno.EROFS: later("{folder} can only be read. Save the project in another folder."),
    errno.EACCES: later("You may not write {file} in {folder}. Save it in another folder."),
    errno.EPERM: later("You may not write {file} in {folder}. Save it in another folder."),
    errno.ENOSPC: later("The disk is full. Make room and try again, or save on another disk."),
    errno.EDQUOT: later(
        "Your share of the disk is used up. Make room and try again, or save on another disk."
    ),
    errno.EFBIG: later("The file would be too large for this disk. Save it on another one."),
    errno.ENOENT: later("The folder {folder} is not there any more. Save it in another folder."),
    errno.ENOTDIR: later("The folder {folder} is not there any more. Save it in another folder."),
    errno.EEXIST: later("{file} is no ordinary file. Save the project under another name."),
    errno.EISDIR: later("{file} is a folder. Save the project under another name."),
    errno.ENAMETOOLONG: later("This name is too long. Save it under a shorter one."),
    errno.EIO: later("The disk does not work as it should. Save the project on another one."),
}


def why_not_saved(error: Exception, path: Path) -> str:
    """What went wrong with writing ``path``; the document and the old file are as they were."""
    cause = error if isinstance(error, OSError) else error.__cause__
    if not isinstance(cause, OSError):
        return tr(error.message) if isinstance(error, LoomError) else str(error)
    code = cause.errno or 0
    if code == errno.ENOENT and path.parent.is_dir():  # as /proc has it
        code = errno.EACCES
    words = _REASONS.get(code)
    if words is None:
        reason = (cause.strerror or str(cause)).lower()
        words = later("{file} cannot be written ({reason}). Save it in another folder.")
        return tr(words).format(file=path.name, reason=reason)
    return tr(words).format(file=path.name, folder=str(path.parent))
