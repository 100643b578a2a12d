"""``kill -9`` at any moment of editing loses at most the edit under way, and never a file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.safety.recovering import Crashed, find_crashed
from graph.journal import replay
from graph.project_file import load_project
from tests.app.killed_editor import digest

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = [
    ROOT / "examples" / f"{name}.loom.yaml" for name in ("lenet_mnist", "mlp_digits", "resnet34")
]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")

Kill = Callable[[Path, int, bool], int]


@pytest.fixture
def kill() -> Iterator[Kill]:
    """Let an editor edit in a folder, kill it at random, and return how much it had done."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.app.killed_editor"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdin is not None
    assert server.stdout is not None

    def kill_one(folder: Path, seed: int, real: bool) -> int:
        random = Random(seed)
        example = random.choice(EXAMPLES).read_bytes()
        for name in ("net.loom.yaml", "first.loom.yaml"):
            (folder / name).write_bytes(example)
        request = {
            "folder": str(folder),
            "seed": seed,
            "real": real,
            "lines": random.randint(1, 60),
            "delay": random.random() * 0.02,
        }
        assert server.stdin is not None and server.stdout is not None
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        return int(server.stdout.readline())

    yield kill_one
    server.stdin.close()
    server.wait(60)
    server.stdout.close()


def test_fifteen_kills_lose_at_most_the_edit_under_way(kill: Kill, tmp_path: Path) -> None:
    acts = [killed(kill, tmp_path, seed, real=seed % 5 == 0) for seed in range(15)]

    assert sum(acts) > 15 * 5


@pytest.mark.slow
def test_two_hundred_kills_lose_at_most_the_edit_under_way_and_never_a_file(
    kill: Kill, tmp_path: Path
) -> None:
    seeds = Random().sample(range(1_000_000), 200)

    acts = [killed(kill, tmp_path, seed, real=index % 4 == 0) for index, seed in enumerate(seeds)]

    assert sum(acts) > 200 * 5


def killed(kill: Kill, home: Path, seed: int, *, real: bool) -> int:
    """Kill one, look at what it left, and return how much it had done."""
    folder = home / str(seed)
    folder.mkdir()
    kill(folder, seed, real)
    done = Left(folder)
    left = find_crashed(folder / "home" / "layerloom" / "journals")

    assert done.file in done.may_be_saved, f"seed {seed}: the file is none that was saved"
    assert len(left) <= 1
    if left:
        assert left[0].replayed is not None, f"seed {seed}: {left[0].reason}"
        states = (digest(left[0].replayed.document), without_last(left[0]))
        assert done.state in states, f"seed {seed}: more than the edit under way is lost"
    else:
        is_undone = done.doing in ("undo", "redo")
        assert done.state == done.file or is_undone, f"seed {seed}: nothing is recovered"
    return done.acts


class Left:
    """What a killed editor had told, and its file."""

    def __init__(self, folder: Path) -> None:
        lines = (folder / "acks").read_bytes().split(b"\n")
        records: list[dict[str, Any]] = [json.loads(line) for line in lines[:-1]]
        done = [record for record in records if "done" in record]
        saved = [record["state"] for record in done if record["done"] == "save"]
        first = digest(load_project(folder / "first.loom.yaml"))
        self.acts = len(done)
        #: What it was about to do; "" where it had just done something.
        self.doing = str(records[-1].get("doing", ""))
        self.file = digest(load_project(folder / "net.loom.yaml"))
        self.state = str(done[-1]["state"]) if done else first
        self.may_be_saved = [saved[-1] if saved else first]
        if self.doing == "save":
            self.may_be_saved.append(self.state)


def without_last(crashed: Crashed) -> str:
    """What it would be without the edit that was written last, which nobody has acknowledged."""
    data = crashed.path.read_bytes()
    whole = data[: data.rindex(b"\n")]
    shorter = crashed.path.with_suffix(".shorter")
    shorter.write_bytes(whole[: whole.rindex(b"\n") + 1])
    return digest(replay(shorter).document)
