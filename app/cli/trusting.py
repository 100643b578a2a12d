"""Python files on the command line: which of them may run, and what ``--trust`` says and does."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.words import one_line

if TYPE_CHECKING:
    from graph.document import Document
    from graph.python.files import PythonFiles


def python_files(document: Document, file: str, *, trust: bool) -> PythonFiles:
    """The Python files of a project, those trusted that the user trusts.

    With ``trust`` all of them are, as they are now, and that is remembered.
    """
    from graph.python.files import PythonFiles, python_file_names, readable_files
    from graph.python.trust import TrustStore

    folder = Path(file).resolve().parent
    if not python_file_names(document):
        return PythonFiles(folder)
    store = TrustStore()
    known = store.digests()
    found = PythonFiles(folder, known)
    new = [one for one in readable_files(document, found) if not one.trusted]
    if not (trust and new):
        return found
    remembered = "until it is changed"
    try:
        store.trust(new)
    except OSError as error:
        remembered = f"this time only, since {store.path} cannot be written ({error.strerror})"
    for one in new:
        _say(f"{file}: {one.name} is trusted {remembered} (sha256 {one.digest[:16]})")
    return PythonFiles(folder, {*known, *(one.digest for one in new)})


def untrusted(document: Document, python: PythonFiles) -> list[str]:
    """The files that a run would need and that may not run."""
    from graph.python.files import readable_files

    return [file.name for file in readable_files(document, python) if not file.trusted]


def end_when_stuck(file: str) -> None:
    """Where code of the user's does not end and hears no exception, say so and end."""
    from graph.python.time_limit import end_by

    def end(what: str) -> None:
        sys.stdout.flush()
        _say(f"{file}: {what} does not come to an end; look for a loop that never stops")
        os._exit(1)

    end_by(end)


def _say(line: str) -> None:
    print(one_line(line), file=sys.stderr, flush=True)
