"""A run as its folder tells it: how it went, what came out, what it cost."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.claim import Claim
from graph.errors import TrainingError
from graph.phrases import MADE, from_record, later
from train.effective import flattened
from train.events import Event
from train.run_folder import CHECKPOINTS, CLAIM, CONFIG, ENVIRONMENT, EVENTS, PROJECT
from train.runs.faults import Fault, Faults
from train.runs.naming import ABOUT, read_about

#: How a run stands. ``killed`` says that it ended without a last word.
RUNNING, DONE, STOPPED, FAILED, KILLED = "running", "done", "stopped", "failed", "killed"

#: A longer line of a log, and a longer file of settings, are none of ours.
LONGEST_LINE, LARGEST_FILE = 2**24, 2**24

_EVENT = b'{"event": "'
_STEP = _EVENT + b'step"'
_MADE = f'"{MADE}": '.encode()


@dataclass(frozen=True)
class Run:
    """What is read of a folder. Numbers by their path: ``validation.loss``, ``train.accuracy``.

    ``started`` counts seconds since 1970, ``seconds`` those of training and validation together;
    ``epochs`` were finished of ``planned``; ``held_out`` is what the best weights reached when they
    were tested (``test.loss``) or evaluated later (``evaluated.loss``, on validation), of which
    ``evaluation`` is the last event; ``settings`` has ``training:`` by paths; ``faults`` are what
    X-ray found, while it was on.
    """

    path: Path
    name: str = ""
    note: str = ""
    project: str = ""
    state: str = KILLED
    reason: str = ""
    started: float | None = None
    epochs: int = 0
    planned: int = 0
    step: int = 0
    parameters: int | None = None
    seconds: float = 0.0
    throughput: float | None = None
    final: Mapping[str, float] = field(default_factory=dict)
    best: Mapping[str, float] = field(default_factory=dict)
    best_epoch: int = 0
    held_out: Mapping[str, float] = field(default_factory=dict)
    evaluation: Mapping[str, Any] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The name it was given, or that of its folder."""
        return self.name or self.path.name

    @property
    def can_go_on(self) -> bool:
        """Whether there is something to continue: no process has it, and it left a checkpoint."""
        return self.state != RUNNING and any((self.path / CHECKPOINTS).glob("*.pt"))

    @property
    def data_folder(self) -> Path | None:
        """Where paths of its data start."""
        kept = self.environment.get("folder")
        return (self.path / kept).resolve() if isinstance(kept, str) and kept else None


@dataclass(frozen=True)
class NoRun:
    """A folder in which no run can be read, and why."""

    path: Path
    why: str


def is_run(folder: Path) -> bool:
    """Whether a run was begun in this folder."""
    return (folder / EVENTS).is_file() or (folder / CHECKPOINTS).is_dir()


def read_run(folder: Path, *, held: bool | None = None) -> Run:
    """Read what the files of a run say. A torn last line, as a kill leaves it, is passed over.

    ``held`` is whether a process writes to it, where that is known.
    Raises: TrainingError, where no run is or it cannot be read.
    """
    if not folder.is_dir():
        raise TrainingError(
            later("{path}: there is no such folder", path=folder), "name the folder of a run"
        )
    if not is_run(folder):
        raise TrainingError(
            later("{path}: there is no run in this folder", path=folder),
            "name a folder that train has written, or the folder of several",
        )
    fold = _Fold()
    try:
        for event in events_of(folder):
            fold.take(event)
    except OSError as error:
        raise TrainingError(
            later("{path}: cannot be read ({reason})", path=folder / EVENTS, reason=error.strerror),
            "check its permissions",
        ) from error
    if fold.is_foreign:
        raise TrainingError(
            later(
                "{path}: is not the log of a run: no line of it tells of one", path=folder / EVENTS
            ),
            "restore it, or delete the folder",
        )
    name, note = read_about(folder)
    is_held = Claim.is_taken(folder / CLAIM) if held is None else held
    settings, environment = _mapping(folder / CONFIG), _mapping(folder / ENVIRONMENT)
    found = fold.values()
    if "epochs" in settings and found["planned"]:
        settings["epochs"] = found["planned"]  # it may have been given more since
    return Run(
        path=folder,
        name=name,
        note=note,
        project=_project_name(folder),
        state=RUNNING if is_held else fold.state,
        settings=flattened(settings),
        environment=environment,
        **found,
    )


def events_of(folder: Path, *, steps: bool = False) -> Iterator[Event]:
    """Events of the log in their order, the last step among them; all steps with ``steps``.

    Steps make up nearly all of a long log, and reading them nearly all of the time.
    Raises: OSError.
    """
    path = folder / EVENTS
    if not path.is_file():  # a pipe would keep us waiting
        return
    waiting = b""
    with path.open("rb") as lines:
        while line := lines.readline(LONGEST_LINE):
            if not steps and line.startswith(_STEP):
                waiting = line
            elif (event := _parsed(line)) is not None:
                if waiting and (last := _parsed(waiting)) is not None:
                    yield last
                waiting = b""
                yield event
    if waiting and (last := _parsed(waiting)) is not None:
        yield last


def signature(folder: Path) -> tuple[object, ...]:
    """Another one whenever ``read_run`` may find something else."""
    marks: list[object] = [Claim.is_taken(folder / CLAIM)]
    for name in (EVENTS, ABOUT, CONFIG, ENVIRONMENT):
        try:
            found = (folder / name).stat()
            marks.append((found.st_mtime_ns, found.st_size))
        except OSError:
            marks.append(None)
    return tuple(marks)


class _Fold:
    """Takes events in, one after the other, and keeps what they come to."""

    def __init__(self) -> None:
        self.state, self._reason = KILLED, ""
        self._started: float | None = None
        self._epochs: dict[int, Event] = {}
        self._planned = self._step = 0
        self._parameters: int | None = None
        self._best: Event = {}
        self._held_out: dict[str, float] = {}
        self._evaluation: Event = {}
        self._is_ours = False
        self._faults = Faults()
        self._lines = self._unread = 0

    def take(self, event: Event) -> None:
        self._lines += 1
        handler = getattr(self, f"_on_{event.get('event')}", None)
        if handler is not None:
            handler(event)
        elif not isinstance(event.get("event"), str):
            self._unread += 1
        if "step" in event and "weights" not in event:  # else it tells of weights, not of the run
            self._step = _whole(event["step"])

    @property
    def is_foreign(self) -> bool:
        """Whether there is something in the log, and nothing with which one of ours begins."""
        return bool(self._lines) and not self._is_ours

    def _on_started(self, event: Event) -> None:
        self._is_ours = True
        self.state, self._reason = KILLED, ""  # until it says another last word
        if self._started is None:
            self._started = _number(event.get("time"))
        self._planned = _whole(event.get("epochs"))
        self._parameters = _whole(event.get("parameters"))
        self._forget_after(_whole(event.get("epoch")))
        self._faults.cut(_whole(event.get("step")))

    def _on_diagnosis(self, event: Event) -> None:
        self._faults.take(event)

    def _on_epochs(self, event: Event) -> None:
        self._planned = _whole(event.get("epochs"))

    def _on_rolled_back(self, event: Event) -> None:
        self._forget_after(_whole(event.get("to_epoch")))
        self._faults.cut(_whole(event.get("to_step")))

    def _on_epoch(self, event: Event) -> None:
        self._epochs[_whole(event.get("epoch"))] = event
        if event.get("best") is True:
            self._best = event

    def _on_test(self, event: Event) -> None:
        self._held_out |= {f"test.{name}": value for name, value in _numbers(event.get("test"))}

    def _on_evaluation(self, event: Event) -> None:
        if "weights" not in event:  # of the weights that it had just then
            return
        self._on_test(event)
        found = _numbers(event.get("validation"))
        self._held_out |= {f"evaluated.{name}": value for name, value in found}
        self._evaluation = {**event, "epoch": _whole(event.get("epoch"))}

    def _on_done(self, event: Event) -> None:
        self.state, self._reason = DONE, str(event.get("reason") or "")

    def _on_stopped(self, event: Event) -> None:
        self.state, self._reason = STOPPED, str(event.get("reason") or "")

    def _on_problem(self, event: Event) -> None:
        self._is_ours = self._is_ours or "code" in event
        if event.get("fatal"):
            self.state, self._reason = FAILED, str(event.get("message") or "")

    def _forget_after(self, epoch: int) -> None:
        self._epochs = {number: e for number, e in self._epochs.items() if number <= epoch}

    @property
    def _damage(self) -> str:
        """That its last word may be among what cannot be read."""
        if self.state != KILLED or not self._unread:
            return ""
        return later(
            "{n} lines of its log cannot be read, so how it ended is not known",
            one="a line of its log cannot be read, so how it ended is not known",
            n=self._unread,
        )

    def values(self) -> dict[str, Any]:
        last = self._epochs[max(self._epochs)] if self._epochs else {}
        speeds = [s for e in self._epochs.values() if (s := _number(e.get("throughput")))]
        return {
            "reason": self._reason or self._damage,
            "started": self._started,
            "epochs": max(self._epochs, default=0),
            "planned": self._planned,
            "step": self._step,
            "parameters": self._parameters,
            "seconds": sum(_number(e.get("seconds")) or 0.0 for e in self._epochs.values()),
            "throughput": sum(speeds) / len(speeds) if speeds else None,
            "final": numbers_of(last),
            "best": numbers_of(self._best),
            "best_epoch": _whole(self._best.get("epoch")),
            "held_out": self._held_out,
            "evaluation": self._evaluation,
            "faults": self._faults.found,
        }


def numbers_of(event: Mapping[str, Any]) -> dict[str, float]:
    """The results of an epoch by their path: ``validation.loss``; what is no number is left out."""
    found = {}
    for part in ("train", "validation"):
        found.update({f"{part}.{name}": value for name, value in _numbers(event.get(part))})
    return found


def _numbers(results: Any) -> Iterator[tuple[str, float]]:
    for name, value in results.items() if isinstance(results, dict) else ():
        number = _number(value)
        if number is not None:
            yield name, number


def _parsed(line: bytes) -> Event | None:
    """What a line says; {} if that is no event, None for a line that a kill has torn."""
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        is_torn = _EVENT.startswith(line[: len(_EVENT)]) and not line.endswith(b"\n")
        return {} if line.strip() and not is_torn else None
    if not isinstance(event, dict):
        return {}
    return from_record(event) if _MADE in line else event


def _mapping(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            return {}
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _project_name(folder: Path) -> str:
    """Read without the whole file: a table of a hundred runs would take seconds."""
    try:
        with (folder / PROJECT).open(encoding="utf-8") as lines:
            for line, _ in zip(lines, range(50), strict=False):
                if line.startswith("name:"):
                    return line.removeprefix("name:").strip().strip("'\"")
    except (OSError, UnicodeDecodeError):
        pass
    return ""


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None


def _whole(value: Any) -> int:
    number = _number(value)
    return 0 if number is None else int(number)
