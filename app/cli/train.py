"""``train``: a run in a worker process, shown as it goes, or its events as JSON lines."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.arguments import UsageError
from app.cli.progress import progress, written
from app.cli.project import Project, open_project, open_run, start_from
from app.cli.trusting import untrusted
from app.cli.words import one_line, readable
from graph.errors import TrainingError

if TYPE_CHECKING:
    from graph.document import Document
    from train.client import TrainingProcess
    from train.place import Place

Event = dict[str, Any]

#: Problems that are not the project's: something could not be read or written.
UNREADABLE = ("system", "training-failed", "worker-died", "unexpected", "out-of-memory")

INTERRUPTED = 130


def run(options: argparse.Namespace) -> int:
    from graph.project_file import dumps
    from graph.python.files import trusted_digests
    from train.client import TrainingProcess, start_command
    from train.config import set_values
    from train.place import place_of

    place = place_of(os.environ)
    if place is not None and not _is_for_all(options):
        if not place.is_first:
            return 0
        place = None
    project = _project(options)
    refused = untrusted(project.document, project.python)
    if refused:
        has = f"{refused[0]} has" if len(refused) == 1 else f"{', '.join(refused)} have"
        line = f"{options.file}: {has} not been trusted, so nothing is trained; read the code, "
        print(one_line(f"{line}then add --trust"), file=sys.stderr)
        return 1
    _keep_options(project.document, options)
    set_values(project.document, options.set, project.folder)
    start_from(project, options.weights, options.match)
    if options.check and options.resume:
        raise UsageError(f"{options.file}: --check looks at a new run, so leave --resume out")
    if options.find_lr or options.find_batch_size:
        from app.cli.searching import find

        return find(options, project)
    out = _run_folder(options, project) if place is None or place.is_first else Path(options.file)
    start = start_command(
        dumps(project.document),
        out.resolve(),
        project.folder,
        resume=options.resume,
        evaluate=options.evaluate,
        epochs=options.epochs,
        device=options.device,
        trusted=trusted_digests(project.document, project.python),
        check=options.check,
        place=place,
    )
    process = TrainingProcess(start)
    with closing(Watch(process)) as watch:
        if options.steer and (place is None or place.is_first):
            from app.cli.steering import follow

            follow(process.send)
        if place is not None and not place.is_first:
            return _beside(watch, place)
        last = _print(watch) if options.json else _show(watch)
    for problem in watch.problems:
        print(one_line(problem_line(project, problem)), file=sys.stderr)
    return _finish(out, last, watch, quiet=options.json)


def _is_for_all(options: argparse.Namespace) -> bool:
    """Whether the processes that torchrun starts have to share it: else the first does it alone."""
    searches = options.find_lr or options.find_batch_size
    return not (options.check or options.evaluate or searches)


def _beside(watch: Watch, place: Place) -> int:
    """A process that is not the first of a run says nothing, unless only it knows why it ends.

    Where torchrun ends it, another one has said why.
    """
    last: Event = {}
    for event in watch:
        last = event
    if last.get("code") in UNREADABLE and not watch.interrupted:
        line = f"process {place.rank + 1} of {place.size}: {last['message']}; {last['advice']}"
        print(one_line(line), file=sys.stderr)
    return 0 if last.get("event") in ("done", "stopped") else 2


def _project(options: argparse.Namespace) -> Project:
    """The project that is named, or the one that a run has kept, to go on with."""
    from train.runs.record import is_run

    folder = Path(options.file)
    if not is_run(folder):
        return open_project(options.file, trust=options.trust)
    if not (options.resume or options.evaluate):
        raise UsageError(f"{folder}: is a run; add --resume to go on with it")
    if options.out:
        raise UsageError(f"{folder}: is a run, and goes on where it is; leave out --out")
    kept = open_run(folder, trust=options.trust)
    options.file, options.out = kept.file, str(folder)
    return kept


def _keep_options(document: Document, options: argparse.Namespace) -> None:
    """What a new run is told beside its project becomes part of the project that it keeps."""
    from graph.edits import SetTraining

    if not options.resume and options.epochs is not None:
        document.apply(SetTraining(("epochs",), options.epochs))


def _run_folder(options: argparse.Namespace, project: Project) -> Path:
    """Where the run goes: the folder named, the newest run to resume, or a new one."""
    from train.run_folder import latest_run, new_run_folder

    if options.out:
        return Path(options.out)
    file, name = Path(options.file), project.document.name
    if not options.resume and not options.evaluate:
        return new_run_folder(file, name)
    latest = latest_run(file, name)
    if latest is None and options.evaluate and options.weights:
        return new_run_folder(file, name)
    if latest is None:
        raise TrainingError(
            "there is no run of this project yet", "start one, or name its folder with --out"
        )
    return latest


class Watch:
    """The events of a run, of which it keeps the problems.

    The first Ctrl+C asks the run to stop with a checkpoint, and the events go on to tell how it
    ends; the second does not wait for that.
    """

    def __init__(self, process: TrainingProcess) -> None:
        self._process = process
        self._over = False
        self.problems: list[Event] = []
        self.interrupted = self.trained = False

    def __iter__(self) -> Iterator[Event]:
        with self._stopping_on(signal.SIGINT), self._stopping_on(signal.SIGTERM):
            for event in self._process.events():
                if event["event"] == "problem":
                    self.problems.append(event)
                self.trained = self.trained or event["event"] == "step"
                yield event
        self._over = True

    @contextmanager
    def _stopping_on(self, number: signal.Signals) -> Iterator[None]:
        before = signal.signal(number, self._stop)
        try:
            yield
        finally:
            signal.signal(number, before)

    def _stop(self, *_: object) -> None:
        if self.interrupted:
            self._process.kill()
        else:
            self.interrupted = True
            self._process.stop()

    def close(self) -> None:
        """End a run that nobody watches any more, with a checkpoint."""
        if not self._over:
            self._process.stop()
            for _ in self._process.events():
                pass


def _print(watch: Watch) -> Event:
    last: Event = {}
    for event in watch:
        if event["event"] != "heartbeat":
            print(json.dumps(event), flush=True)
        last = event
    return last


def _show(watch: Watch) -> Event:
    last: Event = {}
    with progress() as display:
        for event in watch:
            display.show(event)
            last = event
    return last


def problem_line(project: Project, problem: Event) -> str:
    where = project.where(problem.get("node") or "", problem["message"])
    message, advice = problem["message"].rstrip("."), problem.get("advice")
    return f"{where}: {message}; {advice}" if advice else f"{where}: {message}"


def _finish(out: Path, last: Event, watch: Watch, *, quiet: bool) -> int:
    if last.get("event") == "problem":
        return 2 if last.get("code") in UNREADABLE else 1
    if last.get("event") == "checked":
        return 1 if last["bad"] else 0
    if not quiet:
        print(_ending(out, last))
    return INTERRUPTED if watch.interrupted else 0


def _ending(out: Path, last: Event) -> str:
    folder = readable(out)
    if last.get("was_over"):
        return (
            f"The run in {folder} is finished: it has all of its {last.get('epochs')} epochs, and "
            "is left as it was. --epochs N goes on with it to N in all."
        )
    if last.get("weights") and "seconds" not in last:
        kept = "" if last.get("kept") else " It is not kept: the run had other data."
        return f"Evaluated {last['weights']} of {folder}, epoch {last.get('epoch')}.{kept}"
    if last.get("event") != "done":
        return f"Stopped in epoch {last.get('epoch')}. The run is in {folder}: --resume goes on."
    best = last.get("best") or {}
    said = _said(last.get("validation"))
    reached = f" Validation: {said}." if said else ""
    reached += f" Test: {_said(last['test'])}." if last.get("test") else ""
    if isinstance(best, Mapping) and best.get("epoch"):
        reached += f" Best: epoch {best['epoch']}."
    if last.get("reason"):
        reached += f" Ended by {last['reason']}."
    return f"Done in {last.get('seconds', 0):.0f} s.{reached} The run is in {folder}"


def _said(results: Mapping[str, Any] | None) -> str:
    return ", ".join(
        f"{name} {written(name, value)}"
        for name, value in (results or {}).items()
        if isinstance(value, int | float)
    )
