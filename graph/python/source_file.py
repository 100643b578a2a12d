"""One Python file beside a project, as the bytes that were read; reading it never runs it."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import sys
import tokenize
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from graph.errors import LoomError
from graph.limits import MAX_PYTHON_BYTES
from graph.phrases import later

#: Modules that a file of the same name would hide from the program that is exported.
_HIDDEN = frozenset({*sys.stdlib_module_names, "torch", "numpy"})

#: Signs that make text read in another order than it stands in.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")

_PART = re.compile(r"[A-Za-z_]\w*", re.ASCII)


class PythonFileError(LoomError):
    """A Python file that cannot be read, or that may not be."""


@dataclass(frozen=True)
class PythonFile:
    """The bytes of a file, under the name that a project has for it: ``parts/layers.py``.

    What is run is ``data`` and nothing else: the very bytes that ``digest`` (SHA-256, in hex) is
    of. ``trusted`` says whether the user lets them run.
    """

    name: str
    data: bytes = field(repr=False)
    trusted: bool = False
    folder: str = ""

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()

    @property
    def text(self) -> str:
        """The source as text, for people to read."""
        return self.data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")

    @property
    def module(self) -> str:
        """What an exported file imports: ``parts.layers``."""
        return module_name(self.name)


def module_name(name: str) -> str:
    """``parts.layers`` for ``parts/layers.py``."""
    return ".".join(PurePosixPath(name).with_suffix("").parts)


def check_name(name: object) -> None:
    """Whether a project may name this file.

    Raises: PythonFileError, for a path that leaves the folder or that no program could import.
    """
    if not isinstance(name, str) or not name:
        raise PythonFileError("file is the name of a .py file beside the project")
    shown = repr(name if len(name) <= 60 else f"{name[:57]}...")
    if name.startswith(("/", "\\", "~")) or ":" in name or "\\" in name or "\0" in name:
        raise PythonFileError(
            later(
                "file is {shown}; it must be a path inside the project's folder, such as layers.py",
                shown=shown,
            )
        )
    parts = PurePosixPath(name).parts
    if ".." in parts:
        raise PythonFileError(
            later("file is {shown}, which leads out of the project's folder", shown=shown)
        )
    if str(PurePosixPath(name)) != name:
        raise PythonFileError(
            later(
                "file is {shown}; write it as {better}",
                shown=shown,
                better=PurePosixPath(name),
            )
        )
    if not name.endswith(".py"):
        raise PythonFileError(later("file is {shown}, which does not end in .py", shown=shown))
    words = [*parts[:-1], parts[-1].removesuffix(".py")]
    if not all(_PART.fullmatch(word) for word in words):
        raise PythonFileError(
            later(
                "file is {shown}; Python imports it by name, so it has letters, digits and _ only",
                shown=shown,
            )
        )
    if words[0] in _HIDDEN:
        raise PythonFileError(
            later(
                "file is {shown}, which hides a module that Python or PyTorch needs; "
                "rename the file",
                shown=shown,
            )
        )


def read_python_file(folder: Path | None, name: object, trusted: frozenset[str]) -> PythonFile:
    """Read a file that a project names; ``trusted`` holds the digests that may be run.

    Raises: PythonFileError, if there is none, it lies elsewhere, or it is no text.
    """
    check_name(name)
    name = str(name)
    if folder is None:
        raise PythonFileError(
            later("{name} is looked for beside the project; save the project first", name=name)
        )
    data = _read(folder, name)
    _check_text(name, data)
    found = PythonFile(name, data, folder=str(folder))
    return PythonFile(name, data, found.digest in trusted, str(folder))


def _check_text(name: str, data: bytes) -> None:
    """What is shown must be what is run: one encoding, and no signs that turn the line round."""
    try:
        text = data.decode("utf-8-sig")
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except (UnicodeDecodeError, SyntaxError) as error:
        raise PythonFileError(
            later("{name} is not text in UTF-8; save it as such", name=name)
        ) from error
    if encoding not in ("utf-8", "utf-8-sig"):
        raise PythonFileError(
            later(
                "{name} says that it is in {encoding}; save it as UTF-8",
                name=name,
                encoding=encoding[:40],
            )
        )
    if "\0" in text or _TURNING.search(text):
        raise PythonFileError(
            later(
                "{name} holds invisible signs, so that it would not run as it reads; remove them",
                name=name,
            )
        )


def _read(folder: Path, name: str) -> bytes:
    path = folder / name
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(folder.resolve()):
            raise PythonFileError(
                later("{name} is a link that leads out of the project's folder", name=name)
            )
        # Not to wait for ever at a pipe; what is opened is what is looked at.
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise PythonFileError(later("{name} is no file", name=name))
            data = file.read(MAX_PYTHON_BYTES + 1)
    except FileNotFoundError as error:
        raise PythonFileError(later("there is no {name} beside the project", name=name)) from error
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or later("the system refuses")
        raise PythonFileError(
            later("{name} cannot be read ({reason})", name=name, reason=reason.lower())
        ) from error
    if len(data) > MAX_PYTHON_BYTES:
        raise PythonFileError(
            later(
                "{name} is larger than {max_python_bytes:,} KiB",
                name=name,
                max_python_bytes=MAX_PYTHON_BYTES // 2**10,
            )
        )
    return data
