"""The worker for real: a process that trains, obeys, dies, and leaves whole checkpoints behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from graph.phrases import message_from_plain
from train.checkpoints import hash_file, load_checkpoint, load_newest, save_checkpoint
from train.client import TrainingProcess, run, start_command, worker_command
from train.events import LAST, is_last
from train.request import Request
from train.session import Session
from train.steering import Steering

LONG = ("data: {source: moons, samples: 4000, batch_size: 8}", "epochs: 100000", "seed: 3")
SHORT = ("data: {source: moons, samples: 200, batch_size: 16}", "epochs: 3", "seed: 3")


def start(text: str, out: Path, **options: Any) -> TrainingProcess:
    return TrainingProcess(start_command(text, out, out.parent, **options))


def until(events: Iterator[dict[str, Any]], name: str) -> dict[str, Any]:
    """Read on to the next event of that name; a fatal problem before it fails the test."""
    for event in events:
        if event["event"] == name:
            return event
        assert not is_last(event), event
    raise AssertionError(f"no {name}")


def last_of(events: Iterator[dict[str, Any]]) -> dict[str, Any]:
    *_, last = events
    return last


@pytest.fixture
def process(project, tmp_path):
    """A long run that is in its first steps; killed afterwards whatever happened."""
    running = start(project(*LONG), tmp_path / "run")
    yield running
    running.kill()
    running.close()


def curve(folder: Path) -> dict[int, float]:
    points: dict[int, float] = {}
    for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        if event["event"] == "step":
            points.update(zip(event["steps"], event["loss"], strict=True))
    return points


def test_a_run_leaves_the_folder_that_the_design_describes(project, tmp_path):
    text = project(*SHORT)
    events = list(run(text, tmp_path / "run", tmp_path))

    folder = tmp_path / "run"
    assert [e["event"] for e in events if e["event"] not in ("step", "heartbeat")] == [
        "started", "sanity", *(["epoch", "predictions", "checkpoint"] * 3), "done",
    ]  # fmt: skip
    assert (folder / "project.loom.yaml").read_text(encoding="utf-8") == text
    logged = [json.loads(line) for line in (folder / "events.jsonl").read_text().splitlines()]
    assert logged == [e for e in events if e["event"] != "heartbeat"]
    assert sorted(curve(folder)) == list(range(1, 31))
    state = torch.load(
        sorted((folder / "checkpoints").glob("*.pt"))[-1], weights_only=True, map_location="cpu"
    )
    weights = load_file(folder / "last.safetensors")
    assert weights.keys() == state["network"].keys()
    assert all(torch.equal(weights[k], state["network"][k]) for k in weights)
    assert (folder / "best.safetensors").exists()
    assert events[-1]["weights"] == str(folder / "last.safetensors")


@pytest.mark.slow
def test_the_same_file_and_seed_give_the_same_curve_and_weights(project, tmp_path):
    for name in ("a", "b"):
        assert last_of(run(project(*SHORT), tmp_path / name))["event"] == "done"

    assert curve(tmp_path / "a") == curve(tmp_path / "b")
    weights = [(tmp_path / n / "last.safetensors").read_bytes() for n in "ab"]
    assert weights[0] == weights[1]


def test_pause_resume_rate_checkpoint_and_stop_reach_a_running_worker(process, tmp_path):
    events = process.events()
    until(events, "step")

    process.send({"command": "pause"})
    paused = until(events, "paused")
    time.sleep(0.3)
    process.send({"command": "set_lr", "lr": 0.125})
    rate = until(events, "lr")
    process.send({"command": "checkpoint"})
    kept = until(events, "checkpoint")
    process.send({"command": "resume"})
    resumed = until(events, "resumed")
    going_on = until(events, "step")
    process.stop()
    stopped = until(events, "stopped")

    assert paused["step"] == rate["step"] == kept["step"] == resumed["step"]
    assert rate["lr"] == [0.125]
    assert going_on["steps"][0] == paused["step"] + 1
    assert load_checkpoint(Path(kept["path"]))["step"] == kept["step"]
    assert load_checkpoint(Path(stopped["path"]))["step"] == stopped["step"] > paused["step"]


@pytest.mark.slow
def test_steps_are_told_at_most_twenty_times_a_second_and_none_is_lost(process):
    events = process.events()
    in_epoch = until(events, "started")["steps_per_epoch"]
    told = [until(events, "step") for _ in range(30)]

    steps = [step for event in told for step in event["steps"]]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) > len(told)
    for event in told:  # by the worker's own clock: what is read late came no faster
        seconds = 8 * len(event["steps"]) / event["throughput"]
        # An epoch's last steps are told at once.
        assert seconds > 0.0499 or event["step"] % in_epoch == 0


def test_a_worker_killed_in_its_work_leaves_a_checkpoint_that_loads_and_is_told_as_dead(
    project, tmp_path
):
    text = project("data: {source: moons, samples: 400, batch_size: 8}", "epochs: 100000")
    process = start(text, tmp_path / "run")
    events = process.events()
    for _ in range(3):
        until(events, "checkpoint")

    os.kill(process.pid, signal.SIGKILL)
    last = last_of(events)

    assert (last["event"], last["code"], last["fatal"]) == ("problem", "worker-died", True)
    assert "was killed (SIGKILL)" in last["message"]
    assert "resume" in last["advice"]
    path, state, _ = load_newest(tmp_path / "run" / "checkpoints")
    assert state["epoch"] >= 2
    assert path.name in hash_file(path).read_text()


@pytest.mark.slow
def test_a_killed_run_taken_up_again_is_equal_to_one_never_interrupted(project, tmp_path):
    text = project(
        "data: {source: moons, samples: 2000, batch_size: 8}",
        "epochs: 8",
        "optimizer: {type: SGD, lr: 0.05, momentum: 0.9}",
        "schedule: {type: OneCycleLR, max_lr: 0.1}",
        "accumulate: 2",
        "clip_grad_norm: 0.5",
        "precision: bf16",
        "ema: {decay: 0.9}",
        "early_stopping: {patience: 7, metric: train.loss}",
        "best: validation.accuracy",
        "checkpoint_every: 60",
    )
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    assert last_of(run(text, whole))["event"] == "done"
    for epochs in (2, 3):
        process = start(text, broken, resume=broken.exists())
        events = process.events()
        for _ in range(epochs):
            until(events, "checkpoint")
        os.kill(process.pid, signal.SIGKILL)
        assert last_of(events)["code"] == "worker-died"

    ended = last_of(run(text, broken, resume=True))

    assert ended["event"] == "done"
    assert curve(broken) == curve(whole)
    assert (broken / "last.safetensors").read_bytes() == (whole / "last.safetensors").read_bytes()
    assert (broken / "best.safetensors").read_bytes() == (whole / "best.safetensors").read_bytes()


def test_a_worker_that_is_killed_before_it_kept_anything_promises_no_checkpoint(project, tmp_path):
    """And one that its own user has ended does not blame want of memory."""
    told = []
    for end in (lambda process: os.kill(process.pid, signal.SIGKILL), TrainingProcess.kill):
        process = start(project(*SHORT), tmp_path / "run")
        end(process)
        told.append(last_of(process.events()))

    assert all("nothing had been kept yet" in last["advice"] for last in told)
    assert "was killed (SIGKILL), perhaps" in told[0]["message"]
    assert "had to be ended" in told[1]["message"] and "memory" not in told[1]["message"]


@pytest.mark.slow
def test_a_torn_newest_checkpoint_is_passed_over_and_said(project, tmp_path):
    text = project(*SHORT)
    list(run(text, tmp_path / "run"))
    newest = sorted((tmp_path / "run" / "checkpoints").glob("*.pt"))[-1]
    newest.write_bytes(newest.read_bytes()[:-100])

    events = list(run(text, tmp_path / "run", resume=True, epochs=4))

    [problem] = [e for e in events if e["event"] == "problem"]
    assert problem["code"] == "torn-checkpoint" and not problem["fatal"]
    assert next(e for e in events if e["event"] == "started")["epoch"] == 2
    assert events[-1]["event"] == "done" and events[-1]["epochs"] == 4


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ("type: ReLU", "type: Tanh", "another network"),
        ("lr: 0.05", "lr: 0.5", "optimizer.lr: 0.05, and now that is 0.5"),
        ("seed: 3", "seed: 4", "seed: 3, and now that is 4"),
    ],
)
def test_a_checkpoint_of_something_else_is_refused_and_the_run_stays_what_it_was(
    project, tmp_path, before, now, said
):
    text = project(*SHORT, "optimizer: {type: SGD, lr: 0.05}")
    folder = tmp_path / "run"
    begin(text, folder)
    kept = what_is_kept(folder)

    last = begin(text.replace(before, now), folder, resume=True, epochs=4)

    assert last["fatal"] and said in last["message"] and "start a new run" in last["advice"]
    assert what_is_kept(folder) == kept
    assert begin(text, folder, resume=True, epochs=4)["event"] == "done"


def test_a_checkpoint_of_another_pytorch_is_refused(project, tmp_path):
    begin(project(*SHORT), tmp_path / "run")
    path, state, _ = load_newest(tmp_path / "run" / "checkpoints")
    state["recipe"]["torch"] = "1.0"
    save_checkpoint(path, state)

    last = begin(project(*SHORT), tmp_path / "run", resume=True)

    assert last["fatal"] and "was written with PyTorch 1.0" in last["message"]


def test_a_run_that_is_finished_says_so_and_stays_as_it_is(project, tmp_path):
    begin(project(*SHORT), tmp_path / "run")
    kept = what_is_kept(tmp_path / "run")

    last = begin(project(*SHORT), tmp_path / "run", resume=True)

    assert last["event"] == "done" and last["was_over"] and last["epochs"] == 3
    assert what_is_kept(tmp_path / "run") == kept
    assert begin(project(*SHORT), tmp_path / "run", resume=True, epochs=4)["step"] == 40


def test_a_line_of_the_log_that_a_kill_has_torn_does_not_spoil_the_next(project, tmp_path):
    begin(project(*SHORT), tmp_path / "run")
    log = tmp_path / "run" / "events.jsonl"
    whole = log.read_bytes()
    log.write_bytes(whole + b'{"event": "step", "lo')

    begin(project(*SHORT), tmp_path / "run", resume=True, epochs=4)

    assert log.read_bytes().startswith(whole)
    assert [json.loads(line) for line in log.read_text().splitlines()][-1]["event"] == "done"


def test_a_checkpoint_is_kept_within_an_epoch_too(project, tmp_path):
    begin(project(*SHORT, "checkpoint_every: 4"), tmp_path / "run")

    lines = (tmp_path / "run" / "events.jsonl").read_text().splitlines()
    kept = [e["step"] for e in map(json.loads, lines) if e["event"] == "checkpoint"]
    assert kept == [4, 8, 10, 12, 16, 20, 24, 28, 30]


def what_is_kept(folder: Path) -> dict[Path, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "events.jsonl"]
    return {path: path.read_bytes() for path in files}


def begin(text: str, out: Path, **options: Any) -> dict[str, Any]:
    """Run in this process; return the last event."""
    events: list[dict[str, Any]] = []
    Session(Request(text, out, out.parent, **options), events.append, Steering()).run()
    return events[-1]


def test_the_worker_keeps_a_checkpoint_and_ends_when_its_starter_is_gone(project, tmp_path):
    command = worker_command()
    process = subprocess.Popen(
        [command.program, *command.arguments],
        env=command.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    line = json.dumps(start_command(project(*LONG), tmp_path / "run")).encode() + b"\n"
    process.stdin.write(line)
    process.stdin.flush()
    for answer in process.stdout:
        if json.loads(answer)["event"] == "step":
            break
    process.stdin.close()
    last = message_from_plain(json.loads(process.stdout.read().splitlines()[-1]))

    assert process.wait(30) == 0
    assert last["event"] == "stopped" and "has gone" in last["reason"]
    assert load_checkpoint(Path(last["path"]))["step"] == last["step"]
    process.stdout.close()


@pytest.mark.slow
def test_leaving_the_events_early_stops_the_run(project, tmp_path):
    events = run(project(*LONG), tmp_path / "run")
    until(events, "step")

    events.close()

    lines = (tmp_path / "run" / "events.jsonl").read_text().splitlines()
    assert json.loads(lines[-1])["event"] == "stopped"


def test_a_file_that_is_no_project_and_a_first_word_that_is_no_start_are_told(tmp_path):
    assert list(run("nodes: [", tmp_path / "a"))[-1]["fatal"]

    process = TrainingProcess({"command": "dance"})
    assert last_of(process.events())["code"] == "bad-command"


@pytest.mark.slow
def test_another_run_in_the_folder_is_never_overwritten(project, tmp_path):
    list(run(project(*SHORT), tmp_path / "run"))
    before = (tmp_path / "run" / "last.safetensors").stat().st_mtime_ns

    last = list(run(project(*SHORT), tmp_path / "run"))[-1]

    assert "there is a run in this folder already" in last["message"]
    assert (tmp_path / "run" / "last.safetensors").stat().st_mtime_ns == before


@pytest.mark.slow
def test_files_beside_the_project_are_never_imported(project, tmp_path, monkeypatch):
    for name in ("yaml", "random", "torch", "numpy", "ignite", "train"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert last_of(run(project(*SHORT), tmp_path / "run", tmp_path))["event"] == "done"


def test_the_worker_gets_no_secret_of_the_environment(monkeypatch):
    monkeypatch.setenv("MY_API_TOKEN", "secret")
    command = worker_command()

    assert "MY_API_TOKEN" not in command.environment
    assert command.environment["OMP_WAIT_POLICY"] == "PASSIVE"
    assert int(command.environment["OMP_NUM_THREADS"]) >= 1


def test_what_ends_a_run_is_last_and_a_fatal_problem_is_too():
    assert all(is_last({"event": name}) for name in LAST)
    assert not is_last({"event": "epoch"})
    assert is_last({"event": "problem", "fatal": True})
    assert not is_last({"event": "problem", "fatal": False})


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_is_told_and_earlier_checkpoints_stay(process, tmp_path):
    events = process.events()
    first = until(events, "checkpoint")
    os.rename(tmp_path / "run" / "checkpoints", tmp_path / "run" / "moved")  # nowhere to write

    last = last_of(events)

    assert last["fatal"] and "cannot be written" in last["message"]
    assert load_checkpoint(tmp_path / "run" / "moved" / Path(first["path"]).name)["epoch"] == 1
