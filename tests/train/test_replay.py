"""The script of a run repeats what was done by hand, and gives the very losses of the run."""

from __future__ import annotations

import json
import os
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.train.test_steering import ACTS, GROUPED, IDLE, TRAINING, Hand, Killed, train
from train.steering import Steering

RUNS: dict[str, list[tuple[int, dict[str, Any]]]] = {
    **{name: acts for name, acts in ACTS.items() if name not in ("group", "two schedules")},
    "function": [(5, {"command": "set_dropout", "p": 0.6, "nodes": "loose"})],
    "stepwise": [
        (5, {"command": "set_schedule", "schedule": {"type": "OneCycleLR", "max_lr": 0.1}}),
        (8, {"command": "set_lr", "factor": 0.5}),
        (18, {"command": "set_epochs", "add": 1}),
        (36, {"command": "set_schedule", "schedule": {"type": "ReduceLROnPlateau", "patience": 0}}),
    ],
    "back and forth": [
        (5, {"command": "set_lr", "lr": 0.2}),
        (22, {"command": "set_dropout", "p": 0.5}),
        (33, {"command": "roll_back", "to": "1"}),
        (
            36,
            {
                "command": "set_schedule",
                "schedule": {"type": "LambdaLR", "lr_lambda": "=0.9 ** epoch"},
            },
        ),
    ],
}


def with_function(text: str) -> str:
    """Dropout as a function too, which has no layer that keeps its rate."""
    text = text.replace("  drop1:", "  loose: {type: F.dropout, p: 0.2}\n  drop1:")
    return text.replace("relu1 -> drop1", "relu1 -> loose -> drop1")


@pytest.fixture
def replayed(loom, tmp_path, monkeypatch):
    """The losses of the script that is exported from a run, by step."""

    def replayed(run: Path, *options: str) -> dict[int, float]:
        script = tmp_path / "again.py"
        status, _, errors = loom("export", run, "--to", "script", "-o", script)
        assert (status, errors) == (0, "")
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", [str(script), "--losses", "losses.csv", *options])
        runpy.run_path(str(script), run_name="__main__")
        rows = (line.split(",") for line in (tmp_path / "losses.csv").read_text().splitlines())
        return {int(step): float(loss) for step, loss in rows}

    return replayed


def course(run: Path) -> dict[int, float]:
    """The loss of every step, on the way that the run took in the end."""
    losses: dict[int, float] = {}
    for line in (run / "events.jsonl").read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["event"] == "step":
            losses.update(zip(event["steps"], event["loss"], strict=True))
    return losses


@pytest.mark.parametrize("name", RUNS)
def test_the_script_of_a_run_gives_its_losses_bit_by_bit(name, project, tmp_path, replayed):
    text = with_function(project(*TRAINING, GROUPED, "schedule: CosineAnnealingLR", "ema: 0.9"))
    ended = train(text, tmp_path / "run", Hand(*RUNS[name]))
    assert ended[-1]["event"] == "done" and not [e for e in ended if e["event"] == "problem"]

    assert replayed(tmp_path / "run") == course(tmp_path / "run")


def test_a_run_that_was_killed_and_accumulates_is_repeated_too(project, tmp_path, replayed):
    lines = ("accumulate: 2", "schedule: {type: OneCycleLR, max_lr: 0.1}", "early_stopping: 3")
    text, out = project(*TRAINING, GROUPED, *lines), tmp_path / "run"
    acts = [(4, {"command": "set_lr", "factor": 0.5}), (13, {"command": "freeze", "nodes": "fc1"})]
    with pytest.raises(Killed):
        train(text, out, Hand(*acts, kill_after=15))
    train(text, out, Steering(), resume=True)

    assert replayed(out) == course(out)


@pytest.mark.slow
def test_a_run_that_was_given_more_after_it_had_stopped_early_is_repeated(
    project, tmp_path, replayed
):
    text, out = project(*TRAINING, *IDLE, "schedule: CosineAnnealingLR"), tmp_path / "run"
    train(text, out, Steering())
    train(text, out, Steering(), resume=True, epochs=8)

    assert len(course(out)) == 50 and replayed(out) == course(out)


def test_a_script_that_repeats_a_run_goes_on_after_a_kill(project, tmp_path, replayed):
    text, out = with_function(project(*TRAINING, GROUPED)), tmp_path / "run"
    train(text, out, Hand(*ACTS["all"], *RUNS["stepwise"][-1:]))

    first = replayed(out, "--epochs", "2")
    assert os.path.exists(tmp_path / "points_checkpoint.pt")
    both = {**first, **replayed(out)}

    assert both == course(out)


@pytest.mark.parametrize(
    ("command", "after"), [("stop", 13), ("stop_after_epoch", 3)], ids=["within", "after an epoch"]
)
def test_a_script_ends_where_the_run_was_stopped(command, after, project, tmp_path, replayed):
    text, out = project(*TRAINING, "accumulate: 2", "schedule: CosineAnnealingLR"), tmp_path / "run"
    ended = train(
        text, out, Hand((4, {"command": "set_lr", "factor": 0.5}), (after, {"command": command}))
    )
    assert ended[-1]["event"] == "stopped"

    assert replayed(out) == course(out)
    assert (tmp_path / "points_weights.pt").exists()

    train(text, out, Steering(), resume=True)  # taken up again, it was not stopped for good
    (tmp_path / "losses.csv").unlink()
    (tmp_path / "points_checkpoint.pt").unlink(missing_ok=True)
    assert replayed(out) == course(out)


def test_only_a_run_can_be_repeated_and_only_by_a_script(loom, project, tmp_path, write):
    file = write("p.loom.yaml", project(*TRAINING))

    for more, said in (
        (["--to", "script", "--run", tmp_path], "is no run; name the folder of one"),
        (["--run", tmp_path / "nowhere"], "is no run; name the folder of one"),
    ):
        status, _, errors = loom("export", file, *more)
        assert status == 2 and said in errors
