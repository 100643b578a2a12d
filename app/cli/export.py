"""``export``: a project as Python source, as a training script, or as tidy YAML."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import UsageError
from app.cli.project import Project, open_project, say_problems, start_from
from app.cli.written import write_out
from graph.whole_file import write_whole

if TYPE_CHECKING:
    from graph.analysis import Analysis

LATER = {"onnx": "ONNX", "pt2": "torch.export"}


def run(options: argparse.Namespace) -> int:
    if options.to in LATER:
        raise UsageError(
            f"{options.file}: exporting to {LATER[options.to]} comes in a later version; "
            "use --to python, script, weights or yaml"
        )
    project = open_project(options.file)
    start_from(project, options.weights, options.match)
    if options.to == "yaml":
        from graph.project_file import dumps

        write_out(dumps(project.document), options.out)
        return 0
    analysis, problems = project.analyze()
    errors = [problem for problem in problems if problem.severity == "error"]
    if options.to in (
        "python",
        "weights",
    ):  # they need no data: what is wrong with training does not matter
        errors = analysis.errors
    if errors:
        say_problems(project, errors)
        return 1
    if options.to == "weights":
        _write_weights(project, analysis, options.out)
        return 0
    write_out(_source(project, options.to), options.out)
    if options.to == "script":
        _lay_data_beside(project, options.out)
    return 0


def _write_weights(project: Project, analysis: Analysis, out: str | None) -> None:
    """The state_dict that training would start from; what was taken from a file is said."""
    from train.starting import starting_network
    from train.weight_files import write_weights

    if out is None or out == "-":
        raise UsageError(f"{project.file}: weights are written to a file; name it with -o")
    start = starting_network(project.document, analysis, project.folder)
    if start.report is not None:
        print(start.report.words, file=sys.stderr)
    path = Path(out)
    if not path.parent.is_dir():
        raise FileNotFoundError(2, "", str(path.parent))
    write_weights(path, start.network.state_dict())


def _source(project: Project, target: str) -> str:
    from codegen import program_of, source_of

    if target == "python":
        return source_of(project.document).text
    from train.config import TrainingConfig
    from train.script import emit_script

    config = TrainingConfig.from_document(project.document)
    return emit_script(program_of(project.document), config, project.folder, outside=True)


def _lay_data_beside(project: Project, out: str | None) -> None:
    """Built-in data is part of our package: a script that is to run without us needs a copy."""
    from train.config import TrainingConfig
    from train.script import script_files

    config = TrainingConfig.from_document(project.document)
    for name, copied in script_files(config).items():
        _lay_beside(project, out, name, copied)


def _lay_beside(project: Project, out: str | None, name: str, copied: Path) -> None:
    if out is None or not Path(out).is_file():
        print(
            f"{project.file}: the script reads {name}; "
            f"copy {copied} beside it, or name it with --data",
            file=sys.stderr,
        )
        return
    beside = Path(out).with_name(name)
    data = copied.read_bytes()
    if not beside.exists():
        write_whole(beside, data)
    elif beside.read_bytes() != data:
        raise FileExistsError(17, "", str(beside))
