"""``train``: a run in a worker process, shown as it goes, or its events as JSON lines."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.cli.progress import progress, written
from app.cli.project import Project, open_project, problem_line, say_problems, set_training
from app.cli.words import one_line, readable
from graph.errors import TrainingError

Event = dict[str, Any]


def run(options: argparse.Namespace) -> int:
    project = open_project(options.file)
    set_training(project.document, _settings(options))
    errors = [p for p in project.training_problems() if p.severity == "error"]
    if errors:
        say_problems(project, errors)
        return 1
    out = _run_folder(options, project)
    events = _start(project, out, resume=options.resume)
    last = _print_events(events) if options.json else _show_events(events)
    return _finish(project, out, last, quiet=options.json)


def _settings(options: argparse.Namespace) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield from options.set
    if options.epochs is not None:
        yield ("epochs",), options.epochs
    if options.device is not None:
        yield ("device",), options.device
