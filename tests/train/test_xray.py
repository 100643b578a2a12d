"""X-ray: what it tells is true, and the run goes on as if nobody had looked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from graph.project_file import loads
from train.checkpoints import list_checkpoints, load_checkpoint
from train.events import Event
from train.reading import read_training
from train.request import Request
from train.session import Session
from train.settings import XrayConfig
from train.steering import Steering
from train.xray.budget import AHEAD, SHARE, Budget
from train.xray.distribution import BINS, distribution

RESIDUAL = """layerloom: 1
name: Residual
nodes:
  image:  {type: Input, shape: [N, 1, 8, 8]}
  conv1:  {type: Conv2d, out_channels: 4, kernel_size: 3, padding: 1}
  body:   {type: Body, repeat: 2}
  flat:   {type: Flatten}
  fc:     {type: Linear, out_features: 10}
  scores: {type: Output}
edges:
  - image -> conv1 -> body -> flat -> fc -> scores
blocks:
  Body:
    nodes:
      x:    {type: Input}
      conv: {type: Conv2d, out_channels: 4, kernel_size: 3, padding: 1}
      norm: {type: BatchNorm2d}
      relu: {type: ReLU, inplace: true}
      add:  {type: torch.add}
      y:    {type: Output}
    edges:
      - x -> conv -> norm -> relu -> add.input
      - x -> add.other
      - add -> y
training:
  data: {source: digits, batch_size: 128}
  epochs: 1
"""


def run(text: str, out: Path, *, resume: bool = False, **training: Any) -> list[Event]:
    """Train a project in this process; every command of ``steering`` is there from the start."""
    steering = training.pop("steering", Steering())
    document = loads(text)
    document.training = {**document.training, **training}
    events: list[Event] = []
    from graph.project_file import dumps

    Session(Request(dumps(document), out, resume=resume), events.append, steering).run()
    return events


def named(events: list[Event], name: str) -> list[Event]:
    return [event for event in events if event["event"] == name]


def losses(events: list[Event]) -> list[float]:
    return [loss for event in named(events, "step") for loss in event["loss"]]


@pytest.mark.parametrize(
    "training",
    [
        {"optimizer": {"type": "SGD", "lr": 0.1, "momentum": 0.9}, "clip_grad_norm": 1.0},
        {"ema": 0.9, "accumulate": 2},
        pytest.param({"precision": "bf16"}, marks=pytest.mark.slow),
        pytest.param({"optimizer": {"type": "LBFGS", "lr": 0.5}}, marks=pytest.mark.slow),
    ],
    ids=["sgd", "ema", "bf16", "lbfgs"],
)
def test_a_run_that_is_looked_into_at_every_step_is_the_same_in_every_bit(
    project, tmp_path, training
):
    text = project("data: {source: moons, samples: 150, batch_size: 16}", "epochs: 2")

    plain = run(text, tmp_path / "plain", **training)
    seen = run(text, tmp_path / "seen", xray={"every": 1}, **training)

    states = [
        load_checkpoint(list_checkpoints(tmp_path / name / "checkpoints")[0])
        for name in ("plain", "seen")
    ]
    assert len(named(seen, "xray")) == len(losses(seen)) > 0 == len(named(plain, "xray"))
    assert losses(seen) == losses(plain)
    assert [epoch["validation"] for epoch in named(seen, "epoch")] == [
        epoch["validation"] for epoch in named(plain, "epoch")
    ]
    for state in states:  # what was asked for is written there, too
        state["recipe"] = {}
    assert_same(*states)


def assert_same(one: Any, other: Any) -> None:
    """Equal in every bit: weights, the optimizer's memory, random states, averages."""
    if isinstance(one, torch.Tensor):
        assert torch.equal(one, other)
    elif isinstance(one, np.ndarray):
        assert np.array_equal(one, other)
    elif isinstance(one, dict):
        assert one.keys() == other.keys()
        for key in one:
            assert_same(one[key], other[key])
    elif isinstance(one, (list, tuple)):
        assert len(one) == len(other)
        for a, b in zip(one, other, strict=True):
            assert_same(a, b)
    else:
        assert one == other


def test_a_network_of_blocks_branches_and_layers_in_place_stays_the_same_too(tmp_path):
    plain = run(RESIDUAL, tmp_path / "plain")
    seen = run(RESIDUAL, tmp_path / "seen", xray={"every": 1})

    assert losses(seen) == losses(plain)
    names = ("plain", "seen")
    weights = [(tmp_path / name / "last.safetensors").read_bytes() for name in names]
    assert weights[0] == weights[1]


def test_every_node_is_told_at_its_place_with_what_it_gave_and_got_back(tmp_path):
    events = run(RESIDUAL, tmp_path / "run", xray={"every": 5})

    nodes = named(events, "xray")[0]["nodes"]
    assert {"image", "conv1", "body", "body[0]", "body[1].relu", "body[0].add", "fc"} <= set(nodes)
    relu = nodes["body[1].relu"]
    assert (relu["scope"], relu["node"], relu["type"]) == ("Body", "relu", "ReLU")
    activation = relu["outputs"]["output"]["activation"]
    assert activation["min"] == 0 and activation["zeros"] > 0.2
    assert sum(activation["histogram"]["counts"]) > 1000
    assert len(activation["histogram"]["counts"]) == BINS
    assert relu["outputs"]["output"]["gradient"]["norm"] > 0
    assert 0 <= relu["dead"] < 1
    assert nodes["body[1].conv"]["weights"]["ratio"] > 0
    inside = [nodes[f"body[{copy}]"]["weights"]["weight"] for copy in (0, 1)]
    assert nodes["body"]["weights"]["weight"] == pytest.approx(np.hypot(*inside), rel=1e-4)
    assert nodes["image"]["outputs"]["output"]["gradient"] is None


def test_the_numbers_of_a_step_are_those_of_a_plain_loop(project, tmp_path):
    text = project(
        "data: {source: moons, samples: 40, batch_size: 64, validation: 0}",
        "optimizer: {type: SGD, lr: 0.5}",
        "epochs: 1",
    ).replace("p: 0.1", "p: 0")

    [told] = named(run(text, tmp_path / "run", xray=True), "xray")

    from graph.shapes import analyze
    from train.batches import Batches
    from train.data import load
    from train.settings import TrainingConfig
    from train.starting import starting_network

    document = loads(text)
    network = starting_network(document, analyze(document)).network
    config = TrainingConfig.from_document(document)
    batches = Batches(load(config.data), config.data, config.seed, torch.device("cpu"))
    [(inputs, (target,))] = next(iter(batches.training(0)))
    hidden = network[0](*inputs)
    hidden.retain_grad()
    nn.functional.cross_entropy(network[1:](hidden), target).backward()
    layer = network[0]
    gradient = torch.cat([p.grad.reshape(-1) for p in layer.parameters()])
    activation = told["nodes"]["fc1"]["outputs"]["output"]
    weights = told["nodes"]["fc1"]["weights"]
    assert activation["activation"]["mean"] == pytest.approx(hidden.mean().item(), rel=1e-4)
    assert activation["gradient"]["norm"] == pytest.approx(hidden.grad.norm().item(), rel=1e-4)
    assert weights["gradient"] == pytest.approx(gradient.norm().item(), rel=1e-4)
    assert weights["update"] == pytest.approx(0.5 * gradient.norm().item(), rel=1e-4)
    ratio = 0.5 * layer.weight.grad.norm() / layer.weight.norm()
    assert weights["ratio"] == pytest.approx(ratio.item(), rel=1e-3)


def test_each_of_several_wires_of_a_port_has_its_own_gradient(project, tmp_path):
    text = """layerloom: 1
name: Fork
nodes:
  x:      {type: Input, shape: [N, 2]}
  a:      {type: Linear, out_features: 2}
  double: {type: torch.mul, other: 2}
  stop:   {type: Tensor.detach}
  sum1:   {type: torch.add}
  sum2:   {type: torch.add}
  y:      {type: Output}
edges:
  - x -> a -> double -> sum1.input
  - a -> sum1.other
  - a -> stop -> sum2.other
  - sum1 -> sum2.input
  - sum2 -> y
training:
  data: {source: moons, samples: 40}
  epochs: 1
"""
    [told, *_] = named(run(text, tmp_path / "run", xray={"every": 1}), "xray")

    back = told["nodes"]["sum1"]["outputs"]["output"]["gradient"]["norm"]
    wires = told["wires"]
    assert wires["a.output>sum1.other"] == pytest.approx(back, rel=1e-4)
    assert wires["a.output>double.input"] == pytest.approx(2 * back, rel=1e-4)
    assert wires.get("a.output>stop.input", 0) == 0
    assert told["nodes"]["a"]["outputs"]["output"]["gradient"]["norm"] == pytest.approx(
        3 * back, rel=1e-4
    )
    assert told["nodes"]["stop"]["outputs"]["output"]["gradient"] is None


def test_feature_maps_come_as_small_pictures_in_a_few_files(tmp_path):
    events = run(RESIDUAL, tmp_path / "run", xray={"every": 1})

    files = [Path(event["file"]) for event in named(events, "xray") if "file" in event]
    assert files
    with np.load(files[-1], allow_pickle=False) as arrays:
        drawn = arrays["body[0].conv"]
        assert (drawn.shape, drawn.dtype) == ((4, 8, 8), np.uint8)
        assert "fc" not in arrays.files
    assert len(list((tmp_path / "run" / "xray").iterdir())) <= 3


def test_a_run_taken_up_again_under_x_ray_is_the_same_as_one_never_interrupted(project, tmp_path):
    text = project("data: {source: moons, samples: 150, batch_size: 16}", "epochs: 4")
    whole = run(text, tmp_path / "whole")
    run(text, tmp_path / "parts", xray={"every": 2}, epochs=2)

    second = run(text, tmp_path / "parts", resume=True, xray={"every": 3})

    assert losses(second) == losses(whole)[-len(losses(second)) :]
    weights = [(tmp_path / n / "last.safetensors").read_bytes() for n in ("whole", "parts")]
    assert weights[0] == weights[1]


def test_it_is_switched_on_and_off_by_a_command(project, tmp_path):
    text = project("data: {source: moons, samples: 50}", "epochs: 3")
    steering = Steering()
    steering.send({"command": "xray", "on": True, "every": 1})

    events = run(text, tmp_path / "run", steering=steering)

    assert named(events, "xray_switched") == [{"event": "xray_switched", "on": True, "every": 1}]
    assert [event["step"] for event in named(events, "xray")] == [2, 3]  # after the first step

    steering = Steering()
    steering.send({"command": "xray", "on": False})
    steering.send({"command": "xray", "every": "often"})
    events = run(text, tmp_path / "off", steering=steering, xray={"every": 1})

    assert [event["step"] for event in named(events, "xray")] == [1]
    [problem] = named(events, "problem")
    assert "'often' is no number of steps" in problem["message"] and not problem["fatal"]


def test_nothing_is_left_on_a_network_after_a_look(tmp_path):
    from codegen.lower import lower
    from codegen.modules import compile_module
    from graph.shapes import analyze
    from train.xray.looking import Look
    from train.xray.subject import Subject

    document = loads(RESIDUAL)
    analysis = analyze(document)
    network = compile_module(lower(document, analysis))
    before = [dict(vars(module)) for module in network.modules()]
    look = Look(Subject.of(document, analysis, network))
    look.begin()
    network(torch.zeros(2, 1, 8, 8)).sum().backward()
    look.close()

    assert look.nodes
    for module, known in zip(network.modules(), before, strict=True):
        for hooks in ("_forward_hooks", "_forward_pre_hooks", "_backward_hooks"):
            assert not getattr(module, hooks)
        assert vars(module).keys() == known.keys()


def test_the_budget_keeps_looks_to_a_part_of_the_time(monkeypatch):
    now = 0.0
    monkeypatch.setattr("train.xray.budget.time.perf_counter", lambda: now)
    budget = Budget(steps_per_epoch=100)
    spent = 0.0
    for step in range(1, 20_001):
        if budget.due(step):
            now += 0.031
            spent += 0.030
            budget.looked(step, 0.031)
        else:
            now += 0.001

    assert budget.looks > 15
    assert spent <= AHEAD + 1.5 * SHARE * now


def test_a_short_first_epoch_is_not_looked_at_at_every_step():
    budget = Budget(steps_per_epoch=23)
    looked_at = []
    for step in range(1, 24):
        if budget.due(step):
            budget.looked(step, 0.0)
            looked_at.append(step)

    assert looked_at == list(range(1, 24, 2))


def test_what_a_distribution_says_is_so():
    values = torch.tensor([[0.0, 1.0], [-3.0, float("nan")], [float("inf"), 2.0]])

    told = distribution(values, scale=2.0)

    assert (told.low, told.high, told.mean) == (-6.0, 4.0, 0.0)
    assert (told.zeros, told.nans, told.infs) == (0.25, pytest.approx(1 / 6), pytest.approx(1 / 6))
    assert told.norm == pytest.approx(2 * 14**0.5)
    for odd in (torch.zeros(0), torch.tensor(3), torch.full((4,), 1e38), torch.ones(2).bool()):
        assert json.dumps(distribution(odd).to_plain(), allow_nan=False)


@pytest.mark.parametrize(
    ("value", "config", "said"),
    [
        (True, XrayConfig(True), ""),
        (False, XrayConfig(), ""),
        ({"every": 20}, XrayConfig(True, 20), ""),
        ({}, XrayConfig(True), ""),
        (3, XrayConfig(), "training.xray: expected true, false or every: 20, not 3"),
        ({"every": 0}, XrayConfig(True, 20), "training.xray.every"),
        ({"evry": 2}, XrayConfig(True), "evry"),
    ],
)
def test_the_setting_is_read_and_what_makes_no_sense_is_named(value, config, said):
    found, problems = read_training({"xray": value})

    assert found.xray == config
    assert [said in problem.message for problem in problems] == [True] * bool(said)


@pytest.mark.slow
def test_the_command_line_prints_what_it_sees_as_lines_of_json(project, write):
    path = write("points.loom.yaml", project("data: {source: moons}", "epochs: 2"))
    command = [sys.executable, "main.py", "train", str(path), "--json", "--set", "xray=true"]

    done = subprocess.run(
        [*command, "--out", str(path.parent / "run")], capture_output=True, text=True, check=True
    )

    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert named(events, "xray") and named(events, "done")


@pytest.mark.slow
def test_a_compiled_network_is_looked_at_aside_and_stays_the_same(project, tmp_path):
    text = project("data: {source: moons, samples: 50}", "epochs: 2")
    plain = run(text, tmp_path / "plain", compile=True)

    seen = run(text, tmp_path / "seen", compile=True, xray={"every": 1})

    assert losses(seen) == losses(plain)
    looks = named(seen, "xray")
    assert looks[0]["nodes"]["fc1"]["weights"]["gradient"] > 0
    codes = [problem["code"] for problem in named(seen, "problem")]
    assert codes in (["xray-compiled"], ["not-compiled"])
