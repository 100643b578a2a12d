"""How a run ends that cannot go on: a plain message, and everything kept up to its last checkpoint.

Each ending is real: memory and disk are limited for the process, or it is killed or stopped.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from train.checkpoints import load_newest

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="limits memory and disk as Linux does"),
]

SMALL = ("data: {source: moons, samples: 400, batch_size: 8}", "seed: 3", "checkpoint_every: 10")
LONG = (*SMALL, "epochs: 100000")


def train(file: Path, *options: object, limit: str = "true") -> subprocess.CompletedProcess[str]:
    """``main.py train`` as a user starts it, after a command of the shell such as ulimit."""
    command = " ".join(map(str, [sys.executable, ROOT / "main.py", "train", file, *options]))
    return subprocess.run(
        ["bash", "-c", f"{limit} && exec {command}"],
        capture_output=True, text=True, check=False, env=environment(), timeout=900,
    )  # fmt: skip


def environment() -> dict[str, str]:
    return {**os.environ, "OMP_NUM_THREADS": "1"}


def logged(run: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (run / "events.jsonl").read_text().splitlines()]


def losses(run: Path) -> dict[int, float]:
    found: dict[int, float] = {}
    for event in logged(run):
        if event["event"] == "step":
            found.update(zip(event["steps"], event["loss"], strict=True))
    return found


def assert_plain(done: subprocess.CompletedProcess[str], *said: str) -> None:
    """One line for each thing that is wrong, and no traceback."""
    assert done.returncode in (1, 2), done.stderr
    assert "Traceback" not in done.stderr and "Error" not in done.stderr
    for words in said:
        assert words in done.stderr, done.stderr


def test_a_loss_that_is_no_number(project, write, tmp_path):
    file = write("p.loom.yaml", project(*SMALL, "epochs: 9", "optimizer: {type: SGD, lr: 1.0e+30}"))

    done = train(file, "--out", tmp_path / "run")

    assert_plain(done, "the loss became", "at step", "lower the learning rate")
    assert logged(tmp_path / "run")[-1]["event"] == "problem"


def test_memory_that_does_not_suffice(project, write, tmp_path):
    """A checkpoint lies there already; the next batch is too large for eight gigabytes."""
    text = project(*SMALL, "epochs: 9")
    wide = text.replace("batch_size: 8", "batch_size: 100000").replace("400", "200000")
    wide = wide.replace("out_features: 16", "out_features: 40000")

    done = train(write("p.loom.yaml", wide), "--out", tmp_path / "run", limit="ulimit -v 8000000")

    assert_plain(done, "there was not enough memory; lower batch_size")
    assert logged(tmp_path / "run")[-1]["code"] == "out-of-memory"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(project, write, tmp_path, small_disk):
    run = small_disk / "run"
    file = write("p.loom.yaml", project(*LONG))

    done = train(file, "--out", run)

    assert_plain(done, "make room on the disk and resume: earlier checkpoints are whole")
    (small_disk / "run").rename(small_disk / "kept")
    assert_goes_on(file, small_disk / "kept", tmp_path, project)


def test_files_that_may_not_grow(project, write, tmp_path):
    file = write("p.loom.yaml", project(*LONG))

    done = train(file, "--out", tmp_path / "run", limit="ulimit -f 60")

    assert_plain(done, "cannot be written (File too large); the run ends here")
    assert_goes_on(file, tmp_path / "run", tmp_path, project)


def assert_goes_on(file: Path, run: Path, tmp_path: Path, project: Callable[..., str]) -> None:
    """With room again, from the last checkpoint, in the very steps of a run without the mishap."""
    _, state, _ = load_newest(run / "checkpoints")
    moved = tmp_path / "moved"
    subprocess.run(["cp", "-r", str(run), str(moved)], check=True)
    epochs = int(state["epoch"]) + 1
    file.write_text(project(*SMALL, f"epochs: {epochs}"), encoding="utf-8")

    again = train(file, "--resume", "--epochs", epochs, "--out", moved)
    whole = train(file, "--out", tmp_path / "whole")

    assert (again.returncode, whole.returncode) == (0, 0), again.stderr + whole.stderr
    assert losses(moved) == losses(tmp_path / "whole")
    weights = [(path / "last.safetensors").read_bytes() for path in (moved, tmp_path / "whole")]
    assert weights[0] == weights[1]


@pytest.fixture
def running(project, write, tmp_path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A long run of ``main.py train``, and the process that trains in it."""
    file = write("p.loom.yaml", project(*LONG))
    command = [sys.executable, str(ROOT / "main.py"), "train", str(file)]
    process = subprocess.Popen(
        [*command, "--out", str(tmp_path / "run")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(),
    )  # fmt: skip
    deadline = time.monotonic() + 600
    while not any((tmp_path / "run" / "checkpoints").glob("*.pt")):
        assert time.monotonic() < deadline and process.poll() is None
        time.sleep(0.1)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    worker = int(children[0])
    yield process, worker
    for pid in (worker, process.pid):
        if Path(f"/proc/{pid}").exists():
            os.kill(pid, signal.SIGKILL)
    process.communicate()


def test_a_worker_that_is_killed(running, tmp_path):
    process, worker = running

    os.kill(worker, signal.SIGKILL)
    _, errors = process.communicate(timeout=300)

    assert process.returncode == 2
    assert "was killed (SIGKILL)" in errors and "the last checkpoint is whole" in errors
    assert load_newest(tmp_path / "run" / "checkpoints")[1]["step"] > 0


def test_a_worker_that_never_answers(running, tmp_path):
    """It is told while it lasts; stopping ends it by force, and what was kept stays whole."""
    process, worker = running

    os.kill(worker, signal.SIGSTOP)
    for line in process.stdout:
        if "does not answer any more" in line:
            break
    assert process.poll() is None, "nobody is killed unasked"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=300)

    assert process.returncode != 0 and "Traceback" not in errors
    assert not Path(f"/proc/{worker}").exists()
    assert load_newest(tmp_path / "run" / "checkpoints")[1]["step"] > 0
