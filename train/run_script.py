"""The training script of a run, with what was done by hand while it went: of its folder alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.errors import LoomError


@dataclass(frozen=True)
class RunScript:
    """A script, and the files that have to lie beside it: where they are now, by their names."""

    text: str
    beside: dict[str, str] = field(default_factory=dict)


def script_of_run(folder: Path, trusted: Iterable[str] = ()) -> RunScript:
    """Write it of the project that a run has kept, and of its log.

    Of Python files what is ``trusted`` is looked at, by digests; data starts where the run's did.
    Raises: LoomError, if this is no run, or what its network gives is not known.
    """
    from codegen.lower import lower
    from codegen.source import imported_files
    from codegen.starting import array_files
    from graph.project_file import load_project
    from graph.python.files import PythonFiles
    from graph.shapes import analyze
    from graph.visit import Memory
    from train.run_folder import PROJECT, RunFolder
    from train.runs.record import read_run
    from train.script import emit_script, script_files
    from train.script_replay import replay_of
    from train.settings import TrainingConfig

    home = read_run(folder).data_folder or folder
    document = load_project(folder / PROJECT)
    document.folder = home
    analysis = analyze(document, Memory(PythonFiles(folder, trusted)))
    program = lower(document, analysis)
    config = TrainingConfig.from_document(document)
    replay = replay_of(RunFolder(folder).logged())
    text = emit_script(program, config, home, outside=True, replay=replay)
    beside = {
        **{file.name: str(folder / file.name) for file in imported_files(program)},
        **{array.file: array.path for array in array_files(program)},
        **{name: str(path) for name, path in script_files(config, home).items()},
    }
    return RunScript(text, beside)


def told_of_run(request: dict[str, Any]) -> dict[str, Any]:
    """The answer to ``run_script``: {"text", "arrays", "reason"}."""
    try:
        script = script_of_run(Path(str(request["run"])), request.get("trusted") or ())
    except (LoomError, OSError) as error:
        return {"text": "", "reason": str(error)}
    return {"text": script.text, "arrays": script.beside, "reason": ""}
