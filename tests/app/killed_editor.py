"""Editors that are killed: forked off a process that has imported everything, one a request.

A request on stdin is a JSON object a line: ``folder``, which holds ``net.loom.yaml``; ``seed`` of
the edits; ``real`` for a whole window, else only what edits, saves and keeps journals; ``lines``
and ``delay``: ``kill -9`` comes so many seconds after the editor has written so many lines to
``acks`` in its folder. They say what it does, and the SHA-256 of what the project is after it:
``{"doing": "edit"}``, then ``{"done": "edit", "state": ...}``. The answer is how many there are.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from app.file_handling import FileHandling
from app.main_window import MainWindow
from app.open_project import OpenProject
from app.safety.backups import Backups
from app.safety.journals import journals
from app.safety.places import safety_folder
from app.settings import Settings
from graph.document import Document
from graph.project_file import dumps
from tests.app.conftest import Answers
from tests.documents import random_edit

#: What an editor does, and how often of a hundred times.
ACTS = {"edit": 66, "undo": 12, "redo": 6, "save": 12, "look": 4}


def main() -> None:
    for line in sys.stdin:
        request = json.loads(line)
        folder = Path(request["folder"])
        pid = os.fork()
        if pid == 0:
            edit(folder, request["seed"], request["real"])
        acks = folder / "acks"
        while not (acks.exists() and acks.read_bytes().count(b"\n") >= request["lines"]):
            if os.waitpid(pid, os.WNOHANG) != (0, 0):
                sys.exit(f"the editor in {folder} ended by itself")
            time.sleep(0.002)
        time.sleep(request["delay"])
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        if os.WTERMSIG(status) != signal.SIGKILL:
            sys.exit(f"the editor in {folder} ended by itself")
        sys.stdout.write(f"{len(acks.read_bytes().splitlines())}\n")
        sys.stdout.flush()


def edit(folder: Path, seed: int, real: bool) -> None:
    """Edit at random until killed."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        os.environ[variable] = str(folder / "home")
    log = os.open(folder / "acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    random = Random(seed)
    app, project, files = window() if real else parts()
    assert files.read(folder / "net.loom.yaml")

    def write(record: dict[str, Any]) -> None:
        os.write(log, json.dumps(record).encode() + b"\n")

    while True:
        [act] = random.choices(list(ACTS), list(ACTS.values()))
        write({"doing": act})
        if act == "edit":
            project.push(random_edit(random, project.document))
        elif act == "undo":
            project.stack.undo()
        elif act == "redo":
            project.stack.redo()
        elif act == "save":
            files.save()
        else:
            app.processEvents()
        write({"done": act, "state": digest(project.document)})


def digest(document: Document) -> str:
    return sha256(dumps(document).encode()).hexdigest()


def parts() -> tuple[QCoreApplication, OpenProject, FileHandling]:
    app = QCoreApplication([])
    owner = QObject(app)
    project = OpenProject(owner)
    files = FileHandling(project, Settings(), Answers(), owner)  # type: ignore[arg-type]
    backups = Backups(safety_folder("backups"))

    def keep_first(path: Path, write: Any) -> None:
        backups.keep(path)
        write()

    files.before_writing = keep_first
    journals().follow(project, print)
    return app, project, files


def window() -> tuple[QCoreApplication, OpenProject, FileHandling]:
    app = QApplication([])
    made = MainWindow(dialogs=Answers())  # type: ignore[arg-type]
    app.made = made  # type: ignore[attr-defined]
    return app, made.project, made.files


if __name__ == "__main__":
    main()
