"""``export``: a project as Python source, as a training script, or as tidy YAML."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.arguments import UsageError
from app.cli.project import Project, open_project, open_run, say_problems, start_from
from app.cli.words import one_line
from app.cli.written import write_out
from graph.errors import LoweringError
from graph.whole_file import write_whole

if TYPE_CHECKING:
    from codegen.weights import ArrayFile
    from graph.analysis import Analysis
    from graph.python.source_file import PythonFile

LATER = {"onnx": "ONNX", "pt2": "torch.export"}


def run(options: argparse.Namespace) -> int:
    if options.to in LATER:
        raise UsageError(
            f"{options.file}: exporting to {LATER[options.to]} comes in a later version; "
            "use --to python, script, weights or yaml"
        )
    if options.features is not None and options.to != "python":
        raise UsageError(f"{options.file}: features are exported as Python; leave --to out")
    run = _run(options)
    if run is not None and options.run is None:
        project = open_run(run, trust=options.trust)
        options.file = project.file
    else:
        project = open_project(options.file, trust=options.trust)
    start_from(project, options.weights, options.match)
    if options.to == "yaml":
        from graph.project_file import dumps

        write_out(dumps(project.document), options.out)
        return 0
    analysis, problems = project.analyze(trains=options.to == "script")
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
    say_problems(project, analysis.untrusted)
    try:
        text, files, arrays = _source(project, options, analysis, run)
    except LoweringError as error:  # shapes are needed that no code may be run for
        print(one_line(f"{project.file}: {error}"), file=sys.stderr)
        return 1
    _keep_from_overwriting(files, options.out)
    write_out(text, options.out)
    for file in files:
        _lay_beside(project, options.out, file.name, file.data)
    for array in arrays:
        _lay_beside(project, options.out, array.file, Path(array.path).read_bytes())
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


def _source(
    project: Project, options: argparse.Namespace, analysis: Analysis, run: Path | None
) -> tuple[str, tuple[PythonFile, ...], tuple[ArrayFile, ...]]:
    """The text, the user's own files that it imports, and the arrays that it reads."""
    from codegen.lower import lower
    from codegen.source import emit_source, imported_files
    from codegen.starting import array_files

    program = lower(project.document, analysis)
    files, arrays = imported_files(program), array_files(program)
    if options.features is not None:
        from codegen.features import emit_features

        nodes = [name.strip() for name in options.features.split(",") if name.strip()]
        return emit_features(project.document, analysis, nodes), files, arrays
    if options.to == "python":
        return emit_source(program).text, files, arrays
    from train.config import TrainingConfig
    from train.run_folder import RunFolder
    from train.script import emit_script
    from train.script_replay import NOTHING, replay_of

    config = TrainingConfig.from_document(project.document)
    replay = NOTHING if run is None else replay_of(RunFolder(run).logged())
    text = emit_script(program, config, project.folder, outside=True, replay=replay)
    return text, files, arrays


def _run(options: argparse.Namespace) -> Path | None:
    """The run whose acts are repeated, if there is one."""
    from train.runs.record import is_run

    named = options.run or options.file
    if is_run(Path(named)):
        if options.to != "script" and options.run:
            raise UsageError(f"{named}: only a script repeats a run; add --to script")
        return Path(named)
    if options.run:
        raise UsageError(f"{named}: is no run; name the folder of one")
    return None


def _keep_from_overwriting(files: Iterable[PythonFile], out: str | None) -> None:
    """The exported file must not take the place of one that it imports."""
    for file in files if out is not None else ():
        if Path(out).resolve() == Path(out).resolve().parent / file.name:
            raise UsageError(f"{out}: the network imports {file.name}; write to another name")


def _lay_data_beside(project: Project, out: str | None) -> None:
    """Built-in data is part of our package, and weights lie elsewhere: a script needs a copy."""
    from train.config import TrainingConfig
    from train.script import script_files

    config = TrainingConfig.from_document(project.document)
    for name, copied in script_files(config, project.folder).items():
        if out is None or not Path(out).is_file():
            print(
                f"{project.file}: the script reads {name}; "
                f"copy {copied} beside it, or name it by an option",
                file=sys.stderr,
            )
        else:
            _lay_beside(project, out, name, copied.read_bytes())


def _lay_beside(project: Project, out: str | None, name: str, data: bytes) -> None:
    if out is None or not Path(out).is_file():
        print(
            f"{project.file}: the source needs {name}; lay a copy of it beside the source",
            file=sys.stderr,
        )
        return
    beside = Path(out).parent / name
    if not beside.exists():
        beside.parent.mkdir(parents=True, exist_ok=True)
        write_whole(beside, data)
    elif beside.read_bytes() != data:
        raise FileExistsError(17, "", str(beside))
