"""The folder of a run: its project, its events, its checkpoints and its weights; no torch here."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from graph.claim import Claim
from graph.errors import TrainingError
from graph.phrases import later, to_record
from graph.python.source_file import PythonFile
from graph.whole_file import write_whole
from train.data.description import Lexicon
from train.events import Event

PROJECT, EVENTS, CHECKPOINTS = "project.loom.yaml", "events.jsonl", "checkpoints"
PREDICTIONS = "predictions"
LAST, BEST = "last.safetensors", "best.safetensors"
#: What it was set up by, what it ran on, its network as source, and who writes to it now.
CONFIG, ENVIRONMENT, SOURCE, CLAIM = "config.json", "environment.json", "network.py", ".running"

#: What the numbers stand for that the network is fed: tokens of a text, categories of columns.
VOCABULARY = "vocabulary.json"


def vocabulary_of(run: Path) -> Lexicon:
    """What the numbers stand for that the network of a run was fed; empty where none is kept."""
    try:
        said = json.loads((run / VOCABULARY).read_text(encoding="utf-8"))
        return {str(name): tuple(map(str, words)) for name, words in said.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


class RunFolder:
    """Keeps what a run leaves behind. One process writes to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._events: TextIO | None = None
        self._claim = Claim(path / CLAIM)

    @property
    def checkpoints(self) -> Path:
        return self.path / CHECKPOINTS

    @property
    def last(self) -> Path:
        return self.path / LAST

    @property
    def best(self) -> Path:
        return self.path / BEST

    @property
    def has_run(self) -> bool:
        return (self.path / EVENTS).exists() or self.checkpoints.is_dir()

    def open(self, project: str, own: Sequence[PythonFile] = (), *, resume: bool) -> None:
        """Create the folder, keep the project's text and Python files in it, and open the log.

        A run that is resumed keeps what it has, until ``keep`` says that it is the same run.

        Raises: TrainingError, if ``check`` does, a process is busy with it, or the disk refuses.
        """
        self.check(own, resume=resume)
        try:
            self.checkpoints.mkdir(parents=True, exist_ok=True)
            if not self._claim.take_patiently():
                raise TrainingError(
                    later("{path}: this run is going on in another process", path=self.path),
                    "wait for its end, or stop it there",
                )
            if not resume:
                self.keep(project, own)
            _drop_torn_line(self.path / EVENTS)
            self._events = (self.path / EVENTS).open("a", encoding="utf-8")
        except OSError as error:
            raise TrainingError(
                later(
                    "{path}: cannot be written ({reason})",
                    path=self.path,
                    reason=error.strerror,
                ),
                "choose another folder",
            ) from error

    def check(self, own: Sequence[PythonFile] = (), *, resume: bool) -> None:
        """Whether a run may be begun or resumed here; nothing is written.

        Raises: TrainingError, if another run is in it, there is none to resume, or a Python file is
        another than when the run began.
        """
        if self.has_run and not resume:
            raise TrainingError(
                later("{path}: there is a run in this folder already", path=self.path),
                "choose another folder, or resume that run",
            )
        if resume and not self.has_run:
            raise TrainingError(
                later("{path}: there is no run to resume", path=self.path), "start a new one"
            )
        if resume:
            self._check_unchanged(own)

    def keep(self, project: str, own: Sequence[PythonFile]) -> None:
        """Keep what the run is made from. Raises: OSError."""
        write_whole(self.path / PROJECT, project)
        for file in own:
            kept = self.path / file.name
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole(kept, file.data)

    def _check_unchanged(self, own: Sequence[PythonFile]) -> None:
        for file in own:
            kept = self.path / file.name
            if not kept.is_file() or hashlib.sha256(kept.read_bytes()).hexdigest() != file.digest:
                raise TrainingError(
                    later(
                        "{name} is another than when the run in {path} began",
                        name=file.name,
                        path=self.path,
                    ),
                    "put back the copy that lies there, or start a new run",
                )

    def write(self, name: str, text: str) -> None:
        """Write a file of the run, whole. Raises: OSError."""
        write_whole(self.path / name, text)

    def log(self, event: Event) -> None:
        """Append one line. Raises: TrainingError, if the disk refuses; nothing is written then."""
        if self._events is None or event["event"] == "heartbeat":
            return
        try:
            self._events.write(json.dumps(to_record(event)) + "\n")
            self._events.flush()
        except OSError as error:
            events, self._events = self._events, None
            with contextlib.suppress(OSError):
                events.close()
            raise TrainingError(
                later(
                    "{path}: the log cannot be written ({reason}); the run ends here",
                    path=self.path / EVENTS,
                    reason=error.strerror,
                ),
                "make room on the disk and resume: earlier checkpoints are whole",
            ) from error

    def add(self, event: Event) -> bool:
        """Append one line to the log of a run that this process does not train, and that another
        one may be training now; return whether the disk took it.
        """
        path = self.path / EVENTS
        try:
            if self._claim.take():
                _drop_torn_line(path)
            with path.open("a", encoding="utf-8") as events:
                events.write(json.dumps(to_record(event)) + "\n")
        except OSError:
            return False
        finally:
            self._claim.release()
        return True

    def logged(self) -> Iterator[Event]:
        """Every event in the log; a line that a kill has torn is passed over."""
        path = self.path / EVENTS
        with contextlib.suppress(OSError), path.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                with contextlib.suppress(ValueError, RecursionError):
                    event = json.loads(line)
                    if isinstance(event, dict):
                        yield event

    def close(self) -> None:
        if self._events is not None:
            self._events.close()
            self._events = None
        self._claim.release()


def where_from(folder: Path | None, run: Path) -> str | None:
    """A project's folder as a run keeps it, so that both can be moved together."""
    if folder is None:
        return None
    try:
        return Path(os.path.relpath(folder, run)).as_posix()
    except ValueError:  # on another drive
        return str(folder)


def _drop_torn_line(path: Path) -> None:
    """What a kill has left of the last line goes: the next one must not stand behind it."""
    if not path.exists():
        return
    with path.open("rb+") as file:
        end = file.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - 2**16)
            file.seek(start)
            whole = file.read(end - start).rfind(b"\n") + 1
            if whole or not start:
                file.truncate(start + whole)
                return
            end = start


def runs_folder(project_file: Path) -> Path:
    """Where the runs of a project go: ``runs/`` beside its file."""
    return project_file.resolve().parent / "runs"


def new_run_folder(project_file: Path, name: str) -> Path:
    """A folder that does not exist yet: ``runs/LeNet-2026-01-31-14.05.09``."""
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")[:60] or "run"
    started = time.strftime("%Y-%m-%d-%H.%M.%S")
    parent = runs_folder(project_file)
    path = parent / f"{stem}-{started}"
    number = 2
    while path.exists():
        path = parent / f"{stem}-{started}-{number}"
        number += 1
    return path


def latest_run(project_file: Path, name: str) -> Path | None:
    """The newest run of a project in its ``runs/``, or None."""
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")[:60] or "run"
    dated = re.compile(re.escape(stem) + r"-\d{4}(-\d\d){3}\.\d\d\.\d\d(-\d+)?")
    parent = runs_folder(project_file)
    if not parent.is_dir():
        return None
    found = [path for path in parent.iterdir() if dated.fullmatch(path.name) and path.is_dir()]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)
