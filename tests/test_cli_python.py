"""Python nodes on the command line: nothing runs before it is trusted, and trust is remembered."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CommandLine, Outcome
from tests.python_nodes import LAYERS, lay, one_node, project

Loom = Callable[..., Outcome]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A project whose Python file leaves a mark when it is imported."""
    mark = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n# {tmp_path}\n"
    lay(tmp_path, {"layers.py": mark + LAYERS})
    file = tmp_path / "own.loom.yaml"
    training = "training: {data: {source: xor}, epochs: 1}\n"
    nodes = (
        "  x: {type: Input, shape: [N, 2]}\n"
        "  own: {type: Python, file: layers.py, name: Linear, "
        "arguments: {in_features: 2, out_features: 2}}\n"
        "  y: {type: Output}\n"
    )
    file.write_text(project(nodes, "x -> own -> y") + training)
    return file


def test_nothing_runs_before_it_is_trusted(hostile: Path, loom: Loom, tmp_path: Path) -> None:
    checked = loom("check", hostile, "--json")
    drawn = loom("render", hostile, "-o", tmp_path / "own.png")
    written = loom("export", hostile, "-o", tmp_path / "out.py")
    script = loom("export", hostile, "--to", "script", "-o", tmp_path / "out_train.py")
    trained = loom("train", hostile, "--out", tmp_path / "run")

    assert not (tmp_path / "ran").exists()
    assert [checked.code, drawn.code, written.code, script.code] == [0, 0, 0, 1]
    assert "a training script needs the shape" in script.err
    [problem] = json.loads(checked.out)["problems"]
    assert (problem["severity"], problem["code"]) == ("warning", "untrusted-code")
    assert trained.code == 1
    [line] = trained.lines
    assert "layers.py has not been trusted" in line
    assert "--trust" in line
    assert not (tmp_path / "run").exists()


def test_trust_is_said_and_remembered_until_the_file_changes(
    hostile: Path, loom: Loom, tmp_path: Path
) -> None:
    trusted = loom("check", hostile, "--trust")
    again = loom("check", hostile)
    (tmp_path / "layers.py").write_text(LAYERS + f"\n# changed {tmp_path}\n")
    changed = loom("check", hostile)

    assert trusted.code == 0
    [line] = trusted.lines
    assert "layers.py is trusted until it is changed (sha256 " in line
    assert "[N, 2]" in trusted.out
    assert (tmp_path / "ran").exists()
    assert (again.code, again.lines) == (0, [])
    assert "untrusted" not in changed.err
    assert "has not been trusted" in changed.err


def test_the_exported_file_runs_with_its_own_files_beside_it(
    hostile: Path, loom: Loom, tmp_path: Path
) -> None:
    out = tmp_path / "elsewhere"
    out.mkdir()

    assert loom("export", hostile, "-o", out / "own.py").code == 0

    assert (out / "layers.py").read_text() == (tmp_path / "layers.py").read_text()
    ran = subprocess.run(
        [sys.executable, out / "own.py"], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "torch.Size([2, 2])\n", ran.stderr


def test_an_export_takes_the_place_of_nothing_that_it_imports(hostile: Path, loom: Loom) -> None:
    over = loom("export", hostile, "-o", hostile.parent / "layers.py")

    assert over.code == 2
    assert "the network imports layers.py; write to another name" in over.err
    assert LAYERS in (hostile.parent / "layers.py").read_text()


@pytest.mark.slow
def test_a_run_keeps_the_file_and_resumes_only_with_the_same(
    hostile: Path, loom: Loom, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    trained = loom("train", hostile, "--trust", "--out", run)
    resumed = loom("train", hostile, "--resume", "--out", run, "--epochs", "2")
    kept = (run / "layers.py").read_bytes()
    (tmp_path / "layers.py").write_text(LAYERS + f"\n# other {tmp_path}\n")
    refused = loom("train", hostile, "--trust", "--resume", "--out", run, "--epochs", "3")

    assert trained.code == 0, trained.err
    assert resumed.code == 0, resumed.err
    assert (run / "layers.py").read_bytes() == kept
    assert refused.code != 0
    assert "layers.py is another than when the run" in refused.err
    assert loom("check", run / "project.loom.yaml").code == 0


@pytest.mark.slow
def test_a_training_script_imports_it_and_trains(hostile: Path, loom: Loom, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere"
    out.mkdir()

    wanted = loom("export", hostile, "--to", "script", "--trust", "-o", out / "train_own.py")

    assert wanted.code == 0
    text = (out / "train_own.py").read_text()
    assert "\n\nfrom layers import Linear\n\n" in text
    ran = subprocess.run(
        [sys.executable, out / "train_own.py"], cwd=out, capture_output=True, text=True, check=False
    )
    assert "epoch 1/1" in ran.stdout, ran.stderr


@pytest.mark.slow
def test_code_that_hears_no_exception_ends_the_command_with_a_line(
    tmp_path: Path, command_line: CommandLine
) -> None:
    deaf = (
        "import signal\n"
        "def f(x):\n    signal.setitimer(signal.ITIMER_REAL, 0)\n    while True: pass\n"
    )
    lay(tmp_path, {"layers.py": deaf, "own.loom.yaml": one_node("file: layers.py, name: f")})

    found = command_line("check", "own.loom.yaml", "--trust")

    assert found.returncode == 1
    assert "f in layers.py does not come to an end; look for a loop" in found.stderr
    assert "Traceback" not in found.stderr
