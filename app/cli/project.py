"""A project on the command line: opened, changed by --set, analysed, its problems said."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import UsageError
from app.cli.lines import Lines
from app.cli.trusting import end_when_stuck, python_files
from app.cli.words import one_line
from graph.document import ROOT, Document

if TYPE_CHECKING:
    from graph.analysis import Analysis
    from graph.problems import Problem
    from graph.python.files import PythonFiles


@dataclass(frozen=True)
class Project:
    """A document, and the file it came from; with ``trust`` its Python files are trusted.

    ``home`` is where its paths start, if that is not where the file lies: a run keeps a copy.
    """

    document: Document
    file: str
    trust: bool = False
    home: Path | None = None

    @cached_property
    def source(self) -> Lines:
        """Where things stand in the file."""
        return Lines.of(self.file)

    @cached_property
    def python(self) -> PythonFiles:
        """The Python files beside it. Says which were trusted just now, if any."""
        return python_files(self.document, self.file, trust=self.trust)

    def analyze(self, *, trains: bool = False) -> tuple[Analysis, list[Problem]]:
        """Shapes, and every problem of the network and, if the file speaks of it, of training.

        With ``trains`` also of training that the file leaves to us. Causes stand first, each before
        what follows from it.
        """
        from graph.causes import with_causes
        from graph.shapes import analyze
        from graph.visit import Memory
        from train.config import check_training

        end_when_stuck(self.file)
        analysis = analyze(self.document, Memory(self.python))
        known = with_causes(self.document, analysis)
        if not (
            self.document.training or trains
        ):  # a network alone need not fit the data we would choose
            return known, list(known.problems)
        training = tuple(check_training(self.document, analysis, self.folder))
        whole = with_causes(self.document, analysis.with_problems(training))
        return known, list(whole.problems)

    @property
    def folder(self) -> Path:
        """Where relative paths of the data start."""
        return self.home or Path(self.file).resolve().parent

    def where(self, problem_node: str, message: str, scope: str = ROOT) -> str:
        """``FILE:line`` of a node, or of what a message about ``training.…`` begins with."""
        path = ("nodes", problem_node) if problem_node else _path_in(message)
        if scope != ROOT:
            path = ("blocks", scope, *path)
        line = self.source.line(path)
        return f"{self.file}:{line}" if line else self.file


def start_from(project: Project, weights: str | None, match: str | None) -> None:
    """Let the project start from the weights that the command line names.

    Raises: UsageError, for a --match without weights.
    """
    from graph.edits import SetTraining
    from train.config import TrainingConfig

    named = TrainingConfig.from_document(project.document).weights
    if weights is None and match is not None and named is None:
        raise UsageError("--match says how to match weights; name them by --weights FILE")
    path = str(Path(weights).resolve()) if weights is not None else named.path if named else ""
    if weights is not None or match is not None:
        project.document.apply(SetTraining(("weights",), {"path": path}))
    if match is not None:
        how = match if match in ("name", "order") else str(Path(match).resolve())
        project.document.apply(SetTraining(("weights", "match"), how))


def open_project(file: str, *, trust: bool = False) -> Project:
    """Raises: ProjectError, OSError."""
    from graph.project_file import load_project

    return Project(load_project(Path(file)), file, trust)


def open_run(folder: Path, *, trust: bool = False) -> Project:
    """The project that a run has kept; its data starts where the run's did."""
    from train.run_folder import PROJECT
    from train.runs.record import read_run

    kept = open_project(str(folder / PROJECT), trust=trust)
    return replace(kept, home=read_run(folder).data_folder)


def say_problems(project: Project, problems: Iterable[Problem]) -> None:
    """Print each problem to stderr as ``FILE:line: what is wrong; what to do``."""
    for problem in problems:
        print(one_line(problem_line(project, problem)), file=sys.stderr)


def problem_line(project: Project, problem: Problem) -> str:
    """``FILE:line: what is wrong; what to do``; warnings and hints say that they are that."""
    where = project.where(problem.node, problem.message, problem.scope)
    severity = "" if problem.severity == "error" else f"{problem.severity}: "
    message = problem.message.rstrip(".")
    if problem.cause:
        message = f"{message} (follows from {problem.cause})"
    if not problem.fixes:
        return f"{where}: {severity}{message}"
    advice = " or ".join(_lower(fix.label) for fix in problem.fixes)
    return f"{where}: {severity}{message}; {advice}"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _path_in(message: str) -> tuple[str, ...]:
    """``training.data.source: there is no ...`` -> ("training", "data", "source")."""
    start = message.partition(":")[0]
    return tuple(start.split(".")) if start.partition(".")[0] == "training" else ()
