"""What differs between runs: their networks in words, their settings, results, cost, machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.difference_words import differences
from graph.document import Document
from graph.errors import LoomError
from graph.project_file import load_project
from train.run_folder import PROJECT
from train.runs.faults import by_code
from train.runs.record import Run

#: Of an environment, what is no difference worth a line of its own.
_PASSED_OVER = ("packages", "folder")


@dataclass(frozen=True)
class Row:
    """One thing and what each run has of it, in the order of the runs; None where it has none."""

    key: str
    values: tuple[Any, ...]

    @property
    def differs(self) -> bool:
        return any(value != self.values[0] for value in self.values[1:])


@dataclass(frozen=True)
class Comparison:
    """Of several runs. ``network`` tells of each but the first how it differs from the first.

    ``settings`` and ``environment`` have only what differs, ``results`` and ``cost`` all;
    ``faults`` has of each kind that X-ray found the places and when that was.
    """

    runs: tuple[Run, ...]
    network: tuple[tuple[str, ...], ...]
    settings: tuple[Row, ...]
    results: tuple[Row, ...]
    cost: tuple[Row, ...]
    environment: tuple[Row, ...]
    faults: tuple[Row, ...] = ()


_COST: Mapping[str, Callable[[Run], Any]] = {
    "parameters": lambda run: run.parameters,
    "epochs": lambda run: run.epochs,
    "step": lambda run: run.step,
    "seconds": lambda run: run.seconds,
    "throughput": lambda run: run.throughput,
}


def compare_runs(runs: Sequence[Run]) -> Comparison:
    """Read the projects of ``runs`` and say what is otherwise in each.

    A project that cannot be read any more is said in its words; nothing is raised.
    """
    return Comparison(
        tuple(runs),
        _networks(runs),
        differing_settings(runs),
        _results(runs),
        tuple(Row(key, tuple(read(run) for run in runs)) for key, read in _COST.items()),
        _environment(runs),
        _faults(runs),
    )


def differing_settings(runs: Sequence[Run]) -> tuple[Row, ...]:
    """Settings of ``training:`` that are not the same in all."""
    return _differing([run.settings for run in runs])


def _networks(runs: Sequence[Run]) -> tuple[tuple[str, ...], ...]:
    first, *others = (_document(run) for run in runs)
    if isinstance(first, str):
        return tuple((first,) for _ in others)
    return tuple(
        (other,) if isinstance(other, str) else tuple(differences(first, other)) for other in others
    )


def _document(run: Run) -> Document | str:
    try:
        return load_project(run.path / PROJECT)
    except LoomError as error:
        return str(error)
    except OSError as error:
        return f"{run.path / PROJECT}: {error.strerror}"


def _results(runs: Sequence[Run]) -> tuple[Row, ...]:
    rows = []
    for path in dict.fromkeys(path for run in runs for path in run.final):
        rows.append(Row(path, tuple(run.final.get(path) for run in runs)))
    for path in dict.fromkeys(path for run in runs for path in run.best):
        rows.append(Row(f"best.{path}", tuple(run.best.get(path) for run in runs)))
    for path in dict.fromkeys(path for run in runs for path in run.held_out):
        rows.append(Row(path, tuple(run.held_out.get(path) for run in runs)))
    if any(run.best_epoch for run in runs):
        rows.append(Row("best_epoch", tuple(run.best_epoch or None for run in runs)))
    return tuple(rows)


def _faults(runs: Sequence[Run]) -> tuple[Row, ...]:
    """``fc3 (1), fc2 (4)``: each place, and the epoch in which it was seen first."""
    found = [by_code(run.faults) for run in runs]
    codes = dict.fromkeys(code for each in found for code in each)
    return tuple(
        Row(
            code,
            tuple(
                ", ".join(f"{one.place} ({one.epoch})" for one in each[code])
                if code in each
                else None
                for each in found
            ),
        )
        for code in codes
    )


def _environment(runs: Sequence[Run]) -> tuple[Row, ...]:
    plain = []
    for run in runs:
        values = {k: v for k, v in run.environment.items() if k not in (*_PASSED_OVER, "git")}
        git, packages = run.environment.get("git"), run.environment.get("packages")
        if isinstance(git, dict):
            commit = str(git.get("commit") or "")[:12]
            values["commit"] = f"{commit} +" if git.get("dirty") else commit
        for name, version in packages.items() if isinstance(packages, dict) else ():
            values[f"packages.{name}"] = version
        plain.append(values)
    return _differing(plain)


def _differing(plain: Iterable[Mapping[str, Any]]) -> tuple[Row, ...]:
    plain = list(plain)
    keys = dict.fromkeys(key for values in plain for key in values)
    rows = (Row(key, tuple(values.get(key) for values in plain)) for key in keys)
    return tuple(row for row in rows if row.differs)
