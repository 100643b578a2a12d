"""``runs``: a table of the runs of a project; one of them named, noted, shown whole or deleted."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from app.cli.arguments import UsageError
from app.cli.progress import lasting, written
from app.cli.table import Column, print_table
from app.cli.words import counted, one_line, readable, short_number
from graph.errors import TrainingError

if TYPE_CHECKING:
    from train.runs.listing import Found
    from train.runs.record import NoRun, Run


def run(options: argparse.Namespace) -> int:
    from train.runs.record import is_run

    folder = Path(options.folder or ("runs" if Path("runs").is_dir() else "."))
    if is_run(folder):
        return _one(folder, options)
    if options.name is not None or options.note is not None or options.delete:
        raise UsageError(f"{folder}: is no run, so it has no name or note; name the run's folder")
    return _list(folder, options)


# many


def _list(folder: Path, options: argparse.Namespace) -> int:
    from train.runs.listing import Reader, place_of_runs
    from train.runs.record import Run

    folder = place_of_runs(folder)
    found = Reader().read(folder)
    runs = [one for one in found if isinstance(one, Run)]
    shown = _chosen(runs, options, folder)
    if options.json:
        print(json.dumps([as_json(one) for one in shown], indent=2, ensure_ascii=False))
    elif not runs:
        print(f"There are no runs in {readable(folder)}; train FILE makes one.")
    else:
        columns, rows = table_of(shown)
        print_table(columns, rows, footer=_count(len(shown), len(runs), folder))
    _say_unread(found)
    return 0


def _chosen(runs: list[Run], options: argparse.Namespace, folder: Path) -> list[Run]:
    """Those that are asked for, in the order that is asked for."""
    from train.runs.listing import Filter, sorted_runs

    wanted = Filter.of(options.filter or "")
    try:
        wanted.check(runs)
        shown = [one for one in runs if wanted.keeps(one)]
        if options.sort:
            return sorted_runs(shown, options.sort, reverse=options.reverse)
    except TrainingError as error:
        raise TrainingError(f"{readable(folder)}: {error.message}", error.advice) from error
    return shown[::-1] if options.reverse else shown


def _count(shown: int, there: int, folder: Path) -> str:
    of = "" if shown == there else f" of {there:,}"
    return f"{counted(shown, 'run') if not of else f'{shown:,}{of} runs'} in {readable(folder)}"


def _say_unread(found: Sequence[Found]) -> None:
    from train.runs.record import Run

    for one in found:
        if not isinstance(one, Run):
            _say_no_run(one)


def _say_no_run(one: NoRun) -> None:
    print(one_line(one.why), file=sys.stderr)


def table_of(runs: Sequence[Run]) -> tuple[list[Column], list[list[str]]]:
    """Columns and cells: what every run has, and every result that any of them has."""
    metrics = list(dict.fromkeys(path.partition(".")[2] for run in runs for path in run.final))
    columns = [Column("run", style="bold"), Column("when"), Column("state"), Column("epochs", True)]
    for metric in metrics:
        columns += [Column(metric, True), Column(f"best {metric}", True, style="dim")]
    held_out = list(dict.fromkeys(path for run in runs for path in run.held_out))
    columns += [Column(path.replace(".", " ", 1), True) for path in held_out]
    columns += [Column("parameters", True), Column("time", True), Column("samples/s", True)]
    rows = [
        [
            one.title,
            moment(one.started),
            one.state,
            f"{one.epochs}/{one.planned}",
            *_results(one, metrics),
            *(written(path.partition(".")[2], one.held_out.get(path)) for path in held_out),
            short_number(one.parameters),
            lasting(one.seconds),
            short_number(round(one.throughput)) if one.throughput else "",
        ]
        for one in runs
    ]
    if any(one.note for one in runs):
        columns.append(Column("note"))
        notes = (shorten(one.note, 40, placeholder="...") for one in runs)
        rows = [[*row, note] for row, note in zip(rows, notes, strict=True)]
    if any(one.name for one in runs):  # then what the folder is called stands nowhere else
        columns.append(Column("folder", style="dim"))
        rows = [[*row, one.path.name] for row, one in zip(rows, runs, strict=True)]
    return columns, rows


def _results(one: Run, metrics: Sequence[str]) -> Iterator[str]:
    from train.runs.listing import value_of

    for metric in metrics:
        yield written(metric, value_of(one, metric))
        yield written(metric, value_of(one, f"best.{metric}"))


def moment(seconds: float | None) -> str:
    """``2026-01-31 14:05``, in the time of this place."""
    return "" if seconds is None else time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))


def as_json(one: Run) -> dict[str, Any]:
    from graph.phrases import in_english

    return {
        "path": str(one.path),
        "name": one.name,
        "note": one.note,
        "project": one.project,
        "state": one.state,
        "reason": in_english(one.reason),
        "started": one.started,
        "epochs": one.epochs,
        "planned_epochs": one.planned,
        "step": one.step,
        "parameters": one.parameters,
        "seconds": round(one.seconds, 3),
        "throughput": one.throughput,
        "final": dict(one.final),
        "best": dict(one.best),
        "best_epoch": one.best_epoch or None,
        "held_out": dict(one.held_out),
        "faults": [fault.to_plain() for fault in one.faults],
        "settings": dict(one.settings),
        "environment": dict(one.environment),
    }


# one


def _one(folder: Path, options: argparse.Namespace) -> int:
    from train.runs.naming import write_about
    from train.runs.record import read_run

    if options.delete:
        return _delete(folder, asked=not options.yes)
    if options.name is not None or options.note is not None:
        write_about(folder, name=options.name, note=options.note)
    one = read_run(folder)
    if options.json:
        print(json.dumps(as_json(one), indent=2, ensure_ascii=False))
        return 0
    facts = list(_facts(one))
    width = max(len(key) for key, _ in facts)
    for key, value in facts:
        print(f"{key.ljust(width)}  {one_line(value)}".rstrip())
    return 0


def _facts(one: Run) -> Iterator[tuple[str, str]]:
    yield "run", one.title
    if one.name:
        yield "folder", readable(one.path)
    if one.note:
        yield "note", one.note
    yield "project", one.project
    yield "state", f"{one.state}: {one.reason}" if one.reason else one.state
    if one.started is not None:
        yield "started", moment(one.started)
    yield "epochs", f"{one.epochs} of {one.planned}, {counted(one.step, 'step')}"
    for title, results in (("results", one.final), ("best", one.best)):
        said = ", ".join(f"{path} {written(path.partition('.')[2], v)}"
                         for path, v in results.items())  # fmt: skip
        if said:
            yield title, f"epoch {one.best_epoch}: {said}" if title == "best" else said
    for title, of in (("test", "test."), ("evaluated", "evaluated.")):
        said = ", ".join(f"{path.removeprefix(of)} {written(path.removeprefix(of), v)}"
                         for path, v in one.held_out.items() if path.startswith(of))  # fmt: skip
        if said:
            yield title, said if of == "test." else f"epoch {one.evaluation['epoch']}: {said}"
    for index, fault in enumerate(one.faults):
        said = f"epoch {fault.epoch}: {fault.words}; {fault.advice}"
        yield "" if index else "found wrong", said
    if one.parameters:
        yield "parameters", f"{one.parameters:,}"
    speed = f", {one.throughput:,.0f} samples/s" if one.throughput else ""
    yield "time", f"{lasting(one.seconds)}{speed}"
    yield from _machine(one.environment)


def _machine(found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if found:
        yield "device", f"{found.get('device_name') or found.get('device')}"
        yield (
            "ran on",
            (
                f"Python {found.get('python')}, torch {found.get('torch')}, "
                f"{counted(int(found.get('threads') or 0), 'thread')}, {found.get('system')}"
            ),
        )
    git = found.get("git")
    if isinstance(git, Mapping):
        changed = ", with changes since" if git.get("dirty") else ""
        yield "commit", f"{str(git.get('commit'))[:12]}{changed}"


def _delete(folder: Path, *, asked: bool) -> int:
    from train.runs.record import RUNNING, read_run

    if read_run(folder).state == RUNNING:
        raise TrainingError(f"{folder}: this run is going on in another process", "stop it first")
    if asked:
        if not sys.stdin.isatty():
            raise UsageError(f"{folder}: is deleted for good; add --yes if that is meant")
        answer = input(f"Delete {readable(folder)} for good, with its weights? [y/N] ")
        if answer.strip().lower() not in ("y", "yes"):
            print("Nothing was deleted.")
            return 0
    shutil.rmtree(folder)
    print(f"{readable(folder)} is deleted.")
    return 0
