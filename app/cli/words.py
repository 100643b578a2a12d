"""Plain words for what the system says, on one line and safe to print."""

from __future__ import annotations

import errno
from pathlib import Path

_REASONS = {
    errno.ENOENT: ("there is no such file or folder", "check the path"),
    errno.EISDIR: ("this is a folder", "name a file"),
    errno.ENOTDIR: ("a part of this path is a file, not a folder", "check the path"),
    errno.EEXIST: ("this exists already", "choose another name"),
    errno.EACCES: ("there is no permission", "change the permissions or choose another place"),
    errno.EPERM: ("there is no permission", "change the permissions or choose another place"),
    errno.EROFS: ("this disk can only be read", "choose another place"),
    errno.ENOSPC: ("there is no space left", "free some space or choose another place"),
    errno.EDQUOT: ("the disk quota is used up", "free some space or choose another place"),
    errno.ENAMETOOLONG: ("this name is too long", "choose a shorter one"),
    errno.ELOOP: ("these symbolic links lead in a circle", "check the path"),
    errno.ENXIO: ("nobody is at the other end of this pipe", "name a file"),
    errno.ENOMEM: ("there is not enough memory", "close other programs"),
    errno.EMFILE: ("too many files are open", "close other programs"),
}


def explain_os_error(error: OSError, subject: str) -> str:
    """Say what the system refused, where, and what to do."""
    where = str(error.filename or subject or "standard output")
    if error.errno in _REASONS:
        reason, advice = _REASONS[error.errno]
        return f"{where}: {reason}; {advice}"
    reason = (error.strerror or "the system refused").lower()
    return f"{where}: {reason}; choose another file or place"


def one_line(text: str) -> str:
    """Return ``text`` on one line, with what a terminal would obey shown instead of sent."""
    joined = " ".join(str(text).split("\n")) if "\n" in text else text
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in joined)


def counted(number: int, noun: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def short_number(number: int | float | None) -> str:
    """Four digits at most, and a unit: ``61.7 k``, ``1.24 G``; nothing for None."""
    if number is None:
        return ""
    for size, unit in ((1e12, " T"), (1e9, " G"), (1e6, " M"), (1e4, " k")):
        if abs(number) >= size:
            scaled = number / (1e3 if unit == " k" else size)
            digits = 0 if scaled >= 100 else 1 if scaled >= 10 else 2
            return f"{scaled:.{digits}f}{unit}"
    return f"{number:,}"


def readable(path: Path | str) -> str:
    """A path as the user would type it: relative where that is shorter."""
    try:
        relative = Path(path).resolve().relative_to(Path.cwd())
    except (ValueError, OSError):
        return str(path)
    return str(relative)
