"""A project on the command line: opened, changed by --set, analysed, its problems said."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.words import one_line
from graph.document import Document

if TYPE_CHECKING:
    from graph.analysis import Analysis
    from graph.problems import Problem


@dataclass(frozen=True)
class Project:
    """A document, the file it came from, and the line on which each of its nodes stands."""

    document: Document
    file: str

    def analyze(self) -> tuple[Analysis, list[Problem]]:
        """Shapes, and every problem of the network and of its training."""
        from graph.shapes import analyze
        from train.config import check_training

        analysis = analyze(self.document)
        return analysis, [*analysis.problems, *check_training(self.document, analysis)]


def open_project(file: str) -> Project:
    """Raises: ProjectError, OSError."""
    from graph.project_file import load_project

    return Project(load_project(Path(file)), file)


def set_training(document: Document, settings: Iterable[tuple[tuple[str, ...], Any]]) -> None:
    """Put values into ``training:`` by their paths: (("optimizer", "lr"), 0.01)."""
    from graph.edits import SetTraining

    for path, value in settings:
        document.apply(SetTraining(path, value))


def say_problems(project: Project, problems: Iterable[Problem]) -> None:
    """Print each problem to stderr as ``FILE:line: what is wrong; what to do``."""
    for problem in problems:
        print(one_line(problem_line(project, problem)), file=sys.stderr)


def problem_line(project: Project, problem: Problem) -> str:
    line = project.document.lines.get((problem.scope, problem.node))
    where = f"{project.file}:{line}" if line else project.file
    severity = "" if problem.severity == "error" else f"{problem.severity}: "
    message = problem.message.rstrip(".")
    if not problem.fixes:
        return f"{where}: {severity}{message}"
    advice = " or ".join(_lower(fix.label) for fix in problem.fixes)
    return f"{where}: {severity}{message}; {advice}"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
