"""A run killed at any steps and resumed is bit-equal to one that was never interrupted."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from train.checkpoints import list_checkpoints
from train.client import TrainingProcess, start_command

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="kills for real"),
]

KILLS = 20
EPOCHS, STEPS, VALIDATION = 5, 40, 10
ALL = EPOCHS * (STEPS + VALIDATION + 1)

PROJECT = """layerloom: 1
name: Points
nodes:
  point:  {type: Input, shape: [N, %s]}
  fc1:    {type: Linear, out_features: 16}
  bend:   {type: %s}
  drop:   {type: Dropout, p: 0.3}
  loose:  {type: F.dropout, p: 0.2}
  fc2:    {type: Linear, out_features: 2}
  scores: {type: Output}
edges:
  - point -> fc1 -> bend -> drop -> loose -> fc2 -> scores
training:
  epochs: 5
  seed: 3
  checkpoint_every: 7
%s
"""
SECOND_OUTPUT = PROJECT.replace(
    "edges:\n",
    "  again:  {type: Linear, out_features: 2}\n  copy:   {type: Output}\nedges:\n"
    "  - loose -> again -> copy\n",
)
MOONS = "data: {source: moons, samples: 400, batch_size: 8}"
SGD = "optimizer: {type: SGD, lr: 0.05, momentum: 0.9}"

SETUPS: dict[str, list[str]] = {
    "momentum": [MOONS, SGD],
    "adam": [MOONS, "optimizer: {type: Adam, lr: 0.01, amsgrad: true}"],
    "one-cycle": [MOONS, SGD, "schedule: {type: OneCycleLR, max_lr: 0.1}"],
    "plateau": [MOONS, SGD, "schedule: {type: ReduceLROnPlateau, patience: 0}"],
    "average": [MOONS, "ema: 0.95"],
    "accumulation": [MOONS.replace("8}", "4}"), SGD, "accumulate: 2", "clip_grad_norm: 0.5"],
    "bfloat16": [MOONS, "precision: bf16"],
    "stopping": [MOONS, "early_stopping: {patience: 2, min_delta: 0.02}"],
    "groups": [
        MOONS,
        "optimizer: {type: AdamW, lr: 0.01, groups: [{nodes: fc2, lr: 0.001, weight_decay: 0.0}]}",
        "schedule: {type: SequentialLR, per: step, milestones: [50], schedulers: "
        "[{type: LinearLR}, {type: CosineAnnealingLR}]}",
    ],
    "augmentation": [
        "data: {source: moons, samples: 400, batch_size: 8, "
        "augment: [{type: noise, deviation: 0.3}, mixup]}",
        SGD,
    ],
    "everything": [
        MOONS.replace("8}", "4}"),
        "optimizer: {type: SGD, lr: 0.05, momentum: 0.9, groups: [{nodes: fc2, lr: 0.01}]}",
        "schedule: {type: OneCycleLR, max_lr: [0.1, 0.02]}",
        "accumulate: 2",
        "ema: 0.9",
        "early_stopping: {patience: 9}",
    ],
    "line-search": [
        MOONS,
        "optimizer: {type: LBFGS, lr: 0.1, max_iter: 4, line_search_fn: strong_wolfe}",
    ],
    "outputs": [
        MOONS,
        "loss: [{output: scores, type: CrossEntropyLoss, label_smoothing: 0.1}, "
        "{output: copy, type: MSELoss, target: inputs, weight: 0.5}]",
        "metrics: [accuracy, f1, mae]",
        "best: validation.copy.mae",
    ],
    "table": ["data: {source: csv, path: table.csv, batch_size: 8}", "optimizer: RMSprop"],
    "steered": [
        MOONS,
        "optimizer: {type: AdamW, lr: 0.01, groups: [{nodes: fc2, lr: 0.001}]}",
        "schedule: CosineAnnealingLR",
    ],
}

#: Commands, each with the number of questions after which it is given.
COMMANDS: list[tuple[int, dict[str, Any]]] = [
    (30, {"command": "set_lr", "factor": 0.5}),
    (31, {"command": "set_dropout", "p": 0.5}),
    (52, {"command": "freeze", "nodes": "fc1"}),
    (90, {"command": "set_weight_decay", "weight_decay": 0.1}),
    (103, {"command": "unfreeze", "nodes": "fc1"}),
    (130, {"command": "set_lr", "lr": 0.02, "group": 1}),
    (160, {"command": "set_epochs", "epochs": 5}),
]


class Forks:
    """The process that runs are forked from."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.laws.forked_runs"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )  # fmt: skip

    def run(self, text: str, out: Path, **order: Any) -> int:
        """The exit status of a run; -9 if it was killed."""
        given = {"project": text, "out": str(out), "steps": STEPS, "validation": VALIDATION}
        self._process.stdin.write(json.dumps({"resume": False, **given, **order}) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    made = Forks()
    yield made
    made.close()


def project(name: str, folder: Path) -> str:
    width, bend = 2, "RReLU"  # which draws random numbers itself
    if name == "table":
        width = 5
        colours, drawn = ("red", "green", "blue"), random.Random(4)
        rows = [(drawn.random(), drawn.random(), drawn.choice(colours)) for _ in range(400)]
        lines = [f"{a:.4f},{b:.4f},{c},{'yes' if a > b else 'no'}" for a, b, c in rows]
        (folder / "table.csv").write_text("a,b,colour,answer\n" + "\n".join(lines) + "\n")
    network = PROJECT if name != "outputs" else SECOND_OUTPUT
    return network % (width, bend, "\n".join(f"  {line}" for line in SETUPS[name]))


def kill_points(name: str) -> list[int]:
    drawn = random.Random(f"{name}{os.environ.get('LOOM_SEED', '')}")
    return sorted(drawn.sample(range(1, ALL), KILLS))


@pytest.mark.parametrize("name", SETUPS)
def test_a_run_killed_twenty_times_ends_as_if_it_had_never_been(name, forks, tmp_path):
    text, whole, broken = project(name, tmp_path), tmp_path / "whole", tmp_path / "broken"
    commands = COMMANDS if name == "steered" else []
    assert forks.run(text, whole, commands=commands) == 0

    for number, place in enumerate(kill_points(name)):
        kill: dict[str, Any] = {"kill_at": place}
        if number % 4 == 3:
            kill = {"kill_in": random.Random(place).uniform(0.05, 0.6)}
        has_begun = any((broken / "checkpoints").glob("*.pt"))
        if broken.exists() and not has_begun:
            broken.rename(tmp_path / f"nothing{number}")
        forks.run(text, broken, resume=has_begun, commands=commands, **kill)
        tear_newest(broken / "checkpoints", number)
    kill_a_real_worker(text, broken)

    assert forks.run(text, broken, resume=True, commands=commands) == 0
    for file in ("last.safetensors", "best.safetensors"):
        assert (broken / file).read_bytes() == (whole / file).read_bytes(), file
    assert losses(broken) == losses(whole)
    assert epochs(broken) == epochs(whole)


def tear_newest(folder: Path, number: int) -> None:
    """Cut off the newest checkpoint after the 6th kill, and flip a byte of it after the 12th."""
    there = list_checkpoints(folder)
    if len(there) < 2 or number not in (6, 12):
        return
    data = bytearray(there[0].read_bytes())
    data[len(data) // 2] ^= 1
    there[0].write_bytes(data[: len(data) // 2] if number == 6 else data)


def kill_a_real_worker(text: str, out: Path) -> None:
    """Once more as the app and the command line do it, in a process of its own."""
    process = TrainingProcess(start_command(text, out, out.parent, resume=True))
    for event in process.events():
        if event["event"] in ("step", "epoch"):
            os.kill(process.pid, signal.SIGKILL)


def logged(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def losses(folder: Path) -> dict[int, set[float]]:
    """Every loss that was ever logged for a step: one and the same, however often it was made."""
    found: dict[int, set[float]] = {}
    for event in logged(folder):
        if event["event"] == "step":
            for step, loss in zip(event["steps"], event["loss"], strict=True):
                found.setdefault(step, set()).add(loss)
    return found


def epochs(folder: Path) -> dict[int, list[Any]]:
    keys = ("step", "train", "validation", "lr", "best")
    return {
        event["epoch"]: [event[key] for key in keys]
        for event in logged(folder)
        if event["event"] == "epoch"
    }
