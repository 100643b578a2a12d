"""Where the text that a command makes goes: a file, written whole, or stdout."""

from __future__ import annotations

import sys
from pathlib import Path

from graph.whole_file import write_whole


def write_out(text: str, out: str | None) -> None:
    """Write ``text`` to the file ``out``, or to stdout where there is none.

    Raises: OSError, naming the path.
    """
    if out is None or out == "-":
        sys.stdout.write(text)
        return
    path = Path(out)
    if not path.parent.is_dir():
        raise FileNotFoundError(2, "", str(path.parent))
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")  # a pipe, /dev/stdout; a folder is refused
    else:
        write_whole(path, text)
