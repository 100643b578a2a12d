"""Searches for a rate and a batch size: on a copy, stopped in time, and in plain words."""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
import torch
from torch import nn

from graph.project_file import loads
from train.batches import Batches
from train.checkpoints import random_states
from train.client import TrainingProcess, start_command
from train.data import load
from train.engine import Trainer
from train.group_edits import scaled_rates
from train.parts import parts_of
from train.reading import read_training
from train.searching.batch_fit import find_batch_size
from train.searching.range_test import STEPS, find_rate
from train.searching.suggesting import smooth, suggest_batch, suggest_rate
from train.steering import Steering

CPU = torch.device("cpu")
ROOT = Path(__file__).parent.parent.parent


def run_of(**training) -> Trainer:
    """A run that is set up and not begun."""
    said = {"data": {"source": "moons", "samples": 200, "batch_size": 16}, **training}
    config, problems = read_training(said)
    assert problems == []
    torch.manual_seed(0)
    network = nn.Sequential(
        nn.Linear(2, 16), nn.BatchNorm1d(16), nn.ReLU(), nn.Dropout(0.1), nn.Linear(16, 2)
    )
    data = load(config.data)
    return Trainer(
        network,
        config,
        Batches(data, config.data, config.seed, CPU),
        owners={},
        device=CPU,
        emit=lambda event: None,
        save=lambda state, is_best: {"path": "", "sha256": ""},
        steering=Steering(),
        parts=parts_of(config, {"": data}),
    )


def bits(run: Trainer) -> list[bytes]:
    tensors = [*run.network.state_dict().values(), random_states()["torch"]]
    return [t.numpy().tobytes() for t in tensors] + [repr(run.optimizer.state_dict()).encode()]


@pytest.mark.parametrize(
    "optimizer",
    ["Adam", *(pytest.param(name, marks=pytest.mark.slow) for name in ("SGD", "LBFGS"))],
)
def test_a_search_leaves_weights_optimizer_and_random_state_bit_for_bit(optimizer):
    run, events = run_of(optimizer={"type": optimizer}), []
    before = bits(run)

    find_rate(run, events.append, Steering())
    find_batch_size(run, events.append, Steering())

    assert bits(run) == before
    assert {e["event"] for e in events} == {"rate", "trying", "batch"}


def test_the_rate_grows_evenly_until_the_loss_diverges_and_two_are_suggested():
    events = []
    found = find_rate(run_of(optimizer={"type": "SGD", "lr": 0.1}), events.append, Steering())

    rates = [event["lr"] for event in events]
    ratios = {round(b / a, 6) for a, b in pairwise(rates)}
    assert len(ratios) == 1 and len(rates) <= STEPS
    values = [each["value"] for each in found["suggestions"]]
    assert [each["key"] for each in found["suggestions"]] == ["steepest", "tenth"]
    assert all(1e-3 < value < 5 for value in values)


def test_groups_keep_the_ratio_of_their_rates_in_the_sweep_and_when_it_is_taken_over():
    document = loads(
        "layerloom: 1\nname: N\nnodes: {}\ntraining:\n"
        "  optimizer: {type: SGD, lr: 0.1, groups: [{nodes: a, lr: 0.01}, {nodes: b}]}\n"
        "  schedule: {type: OneCycleLR, max_lr: 0.5}\n"
    )

    inverse = document.apply(scaled_rates(document, 0.3))

    assert document.training["optimizer"]["lr"] == 0.3
    assert [g.get("lr") for g in document.training["optimizer"]["groups"]] == [0.03, None]
    assert document.training["schedule"]["max_lr"] == 0.3
    document.apply(inverse)
    assert document.training["optimizer"]["lr"] == 0.1


def test_the_suggestions_are_where_the_curve_falls_fastest_and_before_its_minimum():
    rates = [10 ** (-6 + i / 10) for i in range(60)]
    valley = [2 - 1.5 / (1 + math.exp(-(math.log10(r) + 3) * 4)) + max(0, r - 0.1) for r in rates]

    found = {e["key"]: e["value"] for e in suggest_rate(rates, valley)["suggestions"]}

    assert found["steepest"] == pytest.approx(1e-3, rel=0.1)
    assert 1e-3 < found["tenth"] < 1e-1


@pytest.mark.parametrize(
    ("losses", "words"),
    [
        ([1.0] * 50, "did not fall"),
        ([1 + i for i in range(50)], "did not fall"),
        ([1.0], "at once"),
    ],
)
def test_where_nothing_can_be_suggested_it_is_said(losses, words):
    rates = [10 ** (-6 + i / 10) for i in range(len(losses))]

    found = suggest_rate(rates, smooth(losses))

    assert found["suggestions"] == []
    assert words in found["reason"]


def test_a_batch_is_doubled_as_far_as_memory_and_samples_go():
    events = []
    found = find_batch_size(run_of(), events.append, Steering())
    none = find_batch_size(run_of(), events.append, Steering(), limit=1.0)

    sizes = [each["batch_size"] for each in found["tried"]]
    assert sizes == [2, 4, 8, 16, 32, 64, 128]
    assert "160 samples" in found["reason"]
    assert none["suggestions"] == [] and "no batch fits" in none["reason"]


def test_of_sizes_that_are_equally_fast_the_smallest_is_suggested():
    tried = [
        {"batch_size": 8, "throughput": 10.0},
        {"batch_size": 16, "throughput": 98.0},
        {"batch_size": 32, "throughput": 100.0},
        {"batch_size": 64, "throughput": 60.0},
    ]

    found = suggest_batch(tried, "memory gave out")["suggestions"]

    assert [(each["key"], each["value"]) for each in found] == [("fastest", 16), ("largest", 64)]


def command_line(*arguments: str, file: Path) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, str(ROOT / "main.py"), "train", str(file), *arguments]
    return subprocess.run(line, capture_output=True, text=True, timeout=900, check=False)


@pytest.mark.slow
def test_the_command_line_finds_both_and_writes_nothing(project, write, tmp_path):
    file = write("p.loom.yaml", project("data: {source: moons, samples: 100}"))

    rate = command_line("--find-lr", file=file)
    events = command_line("--find-batch-size", "--json", file=file)

    assert rate.returncode == events.returncode == 0, rate.stderr + events.stderr
    assert "take it with --set optimizer.lr=" in rate.stdout
    found = json.loads(events.stdout.splitlines()[-1])
    assert (found["event"], found["search"]) == ("found", "batch_size")
    assert [path.name for path in tmp_path.iterdir()] == ["p.loom.yaml"]


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills by signal")
def test_a_search_whose_process_is_killed_still_says_what_it_had_found(project):
    text = project("data: {source: moons, samples: 4000}")
    process = TrainingProcess(start_command(text, Path("/nowhere"), search="batch_size"))
    events = []
    for event in process.events():
        events.append(event)
        if event["event"] == "batch" and event["batch_size"] == 4:
            os.kill(process.pid, signal.SIGKILL)
            time.sleep(0.1)

    assert events[-1]["code"] == "worker-died"
    tried = [event for event in events if event["event"] == "batch"]
    assert suggest_batch(tried, "it was killed")["suggestions"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="ulimit -v")
def test_where_memory_gives_out_the_search_ends_with_what_fits(tmp_path, write):
    wide = """layerloom: 1
name: Wide
nodes:
  point:  {type: Input, shape: [N, 2]}
  fc1:    {type: Linear, out_features: 60000}
  relu1:  {type: ReLU}
  fc2:    {type: Linear, out_features: 2}
  scores: {type: Output}
edges:
  - point -> fc1 -> relu1 -> fc2 -> scores
training:
  data: {source: moons, samples: 100000}
"""
    file = write("wide.loom.yaml", wide)
    line = f"ulimit -v 6000000; exec {sys.executable} {ROOT / 'main.py'} train {file} "
    done = subprocess.run(
        ["bash", "-c", f"{line} --find-batch-size --memory-limit 1000000"],
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert "memory" in done.stdout
    assert "take it with --set data.batch_size=" in done.stdout
