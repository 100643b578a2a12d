"""All runs of a folder: which there are, sorted and filtered as the table and the shell ask."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import LoomError, TrainingError
from graph.phrases import later
from train.run_folder import runs_folder
from train.runs.record import NoRun, Run, is_run, read_run, signature

Found = Run | NoRun

#: What every run has, by the name that ``--sort`` and ``--filter`` know it by.
FIELDS: Mapping[str, Callable[[Run], Any]] = {
    "name": lambda run: run.title,
    "state": lambda run: run.state,
    "project": lambda run: run.project,
    "note": lambda run: run.note,
    "started": lambda run: run.started,
    "epochs": lambda run: run.epochs,
    "step": lambda run: run.step,
    "parameters": lambda run: run.parameters,
    "seconds": lambda run: run.seconds,
    "throughput": lambda run: run.throughput,
    "best_epoch": lambda run: run.best_epoch or None,
    "faults": lambda run: len(run.faults),
}

_TERM = re.compile(r"([\w.]+)(<=|>=|!=|=|<|>|~)(.*)", re.DOTALL)


class Reader:
    """Lists folders, and reads again only what has changed since."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[object, ...], Found]] = {}

    def read(self, folder: Path) -> list[Found]:
        """Every folder in ``folder``, newest run first; what is no run stands last, with why.

        Raises: TrainingError, if the folder cannot be listed.
        """
        found = [self._read(path) for path in _folders(folder)]
        runs = [one for one in found if isinstance(one, Run)]
        runs.sort(key=lambda run: (run.started or 0.0, run.path.name), reverse=True)
        return [*runs, *(one for one in found if isinstance(one, NoRun))]

    def _read(self, path: Path) -> Found:
        mark = signature(path)
        known = self._known.get(path)
        if known is not None and known[0] == mark:
            return known[1]
        found: Found
        try:
            found = read_run(path)
        except LoomError as error:
            found = NoRun(path, str(error))
        self._known[path] = (mark, found)
        return found


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(
            path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")
        )
    except FileNotFoundError:
        return []
    except OSError as error:
        raise TrainingError(
            later("{path}: cannot be read ({reason})", path=folder, reason=error.strerror),
            "check its permissions",
        ) from error


def place_of_runs(named: Path) -> Path:
    """What ``runs`` lists for a project file, a project's folder, or a folder of runs.

    Raises: TrainingError, if there is nothing of that name.
    """
    if named.is_file():
        return runs_folder(named)
    if not named.is_dir():
        raise TrainingError(
            later("{path}: there is no such file or folder", path=named), "check the path"
        )
    inner = named / "runs"
    holds = any(is_run(path) for path in _folders(named))
    return inner if inner.is_dir() and not holds else named


def value_of(run: Run, key: str) -> Any:
    """What ``key`` names: a field, a result, or a setting of ``training:``; None if it has none.

    ``loss`` is that of the last epoch, of validation where there is one; ``best.loss`` that of the
    best, ``test.loss`` and ``evaluated.loss`` what its weights reached later;
    ``lr`` and the like may stand without what is before their dot, where one is meant.
    """
    if key in FIELDS:
        return FIELDS[key](run)
    results = run.final
    if key.startswith("best."):
        key, results = key.removeprefix("best."), run.best
    for path in (key, f"validation.{key}", f"train.{key}"):
        if path in results:
            return results[path]
    if key in run.held_out:
        return run.held_out[key]
    if results is run.best:
        return None
    if key in run.settings:
        return run.settings[key]
    ending = [path for path in run.settings if path.endswith(f".{key}")]
    return run.settings[ending[0]] if len(ending) == 1 else None


def known_keys(runs: Iterable[Run]) -> list[str]:
    """Every key that means something for one of these runs."""
    keys = dict.fromkeys(FIELDS)
    for run in runs:
        for path in run.final:
            metric = path.partition(".")[2]
            keys.update(dict.fromkeys((metric, f"best.{metric}", path, f"best.{path}")))
        keys.update(dict.fromkeys(run.held_out))
        keys.update(dict.fromkeys(run.settings))
        keys.update(dict.fromkeys(path.rpartition(".")[2] for path in run.settings))
    return list(keys)


def sorted_runs(runs: Sequence[Run], key: str, *, reverse: bool = False) -> list[Run]:
    """By one key; runs without a value stand last. Raises: TrainingError, for an unknown key."""
    check_key(key, runs)
    have = [run for run in runs if value_of(run, key) is not None]
    have.sort(key=lambda run: sortable(value_of(run, key)), reverse=reverse)
    return [*have, *(run for run in runs if value_of(run, key) is None)]


def sortable(value: Any) -> tuple[int, float, str]:
    """Numbers before texts: a column may hold both."""
    if isinstance(value, bool | int | float):
        return 0, float(value), ""
    return 1, 0.0, str(value).casefold()


def check_key(key: str, runs: Iterable[Run]) -> None:
    """Raises: TrainingError, naming what is nearest."""
    runs = list(runs)
    known = known_keys(runs)
    if runs and key not in known:
        near = difflib.get_close_matches(key, known, 1)
        advice = (
            later("did you mean {near}?", near=near[0])
            if near
            else later("there are {names}", names=", ".join(known[:24]))
        )
        raise TrainingError(later("no run here has {key}", key=repr(key)), advice)


@dataclass(frozen=True)
class Filter:
    """``accuracy>0.9 state=done lenet``: every part has to hold; a word is looked for anywhere."""

    words: tuple[str, ...] = ()
    terms: tuple[tuple[str, str, str], ...] = ()

    @staticmethod
    def of(text: str) -> Filter:
        words, terms = [], []
        for part in text.split():
            match = _TERM.fullmatch(part)
            if match is not None:
                terms.append((match[1], match[2], match[3]))
            else:
                words.append(part.casefold())
        return Filter(tuple(words), tuple(terms))

    def keeps(self, run: Run) -> bool:
        texts = (run.name, run.path.name, run.note, run.project, run.state)
        whole = "\n".join(texts).casefold()
        return all(word in whole for word in self.words) and all(
            _holds(value_of(run, key), sign, wanted) for key, sign, wanted in self.terms
        )

    def check(self, runs: Iterable[Run]) -> None:
        """Raises: TrainingError, if a term asks for what no run has."""
        for key, _, _ in self.terms:
            check_key(key, runs)


def _holds(value: Any, sign: str, wanted: str) -> bool:
    """Numbers are compared as numbers, all else as text; what is not there fulfils ``!=`` only."""
    if value is None:
        return sign == "!="
    if sign == "~":
        return wanted.casefold() in str(value).casefold()
    one: Any
    other: Any
    try:
        one, other = float(value), float(wanted.replace("%", "")) / (100 if "%" in wanted else 1)
    except (TypeError, ValueError):
        one, other = str(value).casefold(), wanted.casefold()
    compared: dict[str, bool] = {
        "=": one == other, "!=": one != other, "<": one < other,
        ">": one > other, "<=": one <= other, ">=": one >= other,
    }  # fmt: skip
    return compared[sign]
