"""The name and the note that a person gives a run: a small file in its folder."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from graph.errors import TrainingError
from graph.phrases import later
from graph.whole_file import write_whole

ABOUT = "about.json"

#: Letters that a name and a note may have.
LONGEST_NAME, LONGEST_NOTE = 200, 20_000


def read_about(run: Path) -> tuple[str, str]:
    """Name and note; empty where none was given, or where the file is no such thing."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        path = run / ABOUT
        if path.is_file() and path.stat().st_size < 8 * LONGEST_NOTE:
            about = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(about, dict):
                name, note = (about.get(key) for key in ("name", "note"))
                return name if isinstance(name, str) else "", note if isinstance(note, str) else ""
    return "", ""


def write_about(run: Path, *, name: str | None = None, note: str | None = None) -> None:
    """Give a run another name, another note, or both; None leaves what there is.

    Raises: TrainingError, for what is too long or where the folder cannot be written.
    """
    before = read_about(run)
    name = before[0] if name is None else " ".join(name.split())
    note = before[1] if note is None else note.strip()
    if len(name) > LONGEST_NAME or len(note) > LONGEST_NOTE:
        raise TrainingError(
            later("{path}: this name or note is too long", path=run), "write a shorter one"
        )
    text = json.dumps({"name": name, "note": note}, indent=2, ensure_ascii=False) + "\n"
    try:
        write_whole(run / ABOUT, text)
    except OSError as error:
        raise TrainingError(
            later("{path}: cannot be written ({reason})", path=run, reason=error.strerror),
            "choose another folder",
        ) from error
