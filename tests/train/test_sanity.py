"""Checks before a run name what is wrong, where, and leave the run as it would have been."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from train.events import Event
from train.request import Request
from train.session import Session
from train.steering import Steering


@pytest.fixture
def look(tmp_path):
    """The findings of a project by their check."""

    def look(text: str, folder: Path | None = None) -> dict[str, Event]:
        events: list[Event] = []
        request = Request(text, tmp_path / "none", folder or tmp_path, check=True)
        assert Session(request, events.append, Steering()).run(), events[-1]
        assert events[-1]["event"] == "checked" and not (tmp_path / "none").exists()
        return {finding["check"]: finding for finding in events[-1]["findings"]}

    return look


def test_a_sound_network_passes_every_check(project, look):
    found = look(project("data: {source: moons}"))

    assert {key: each["verdict"] for key, each in found.items()} == dict.fromkeys(
        ("inputs", "labels", "duplicates", "last_batch", "forward", "loss", "apart", "answers",
         "gradients", "units"), "good",
    )  # fmt: skip
    assert "log(2) = 0.693" in found["loss"]["words"]
    assert all(each["title"] and each["why"] for each in found.values())


def test_checks_leave_every_bit_of_a_run_as_it_was(project, tmp_path):
    lines = ("data: {source: moons, samples: 100}", "epochs: 2")
    weights = []
    for sanity in ("true", "false"):
        events: list[Event] = []
        request = Request(project(*lines, f"sanity: {sanity}"), tmp_path / sanity)
        assert Session(request, events.append, Steering()).run(), events[-1]
        assert [e["event"] for e in events].count("sanity") == (sanity == "true")
        weights.append((tmp_path / sanity / "last.safetensors").read_bytes())

    assert weights[0] == weights[1]


DEAD = ("fc1:    {type: Linear, out_features: 16}", "fc1:    {type: Linear, out_features: 16, "
        "initialize: {bias: -50}}")  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "check", "verdict", "node"),
    [
        (*DEAD, "units", "bad", "relu1"),
        (*DEAD, "gradients", "doubtful", "fc1"),
        (*DEAD, "answers", "doubtful", ""),
        ("drop1:  {type: Dropout, p: 0.1}", "drop1:  {type: torch.mul, other: 1.0e+30}",
         "loss", "doubtful", ""),
        ("drop1:  {type: Dropout, p: 0.1}", "drop1:  {type: torch.sub, other: .inf}",
         "forward", "bad", "fc2"),
        ("drop1:  {type: Dropout, p: 0.1}", "drop1:  {type: Softmax, dim: 0}", "apart", "bad", ""),
        ("drop1:  {type: Dropout, p: 0.1}", "drop1:  {type: Tensor.detach}",
         "gradients", "bad", "fc1"),
        ("drop1:  {type: Dropout, p: 0.1}", "drop1:  {type: BatchNorm1d}",
         "last_batch", "bad", "drop1"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_named_on_its_node(project, look, before, after, check, verdict, node):
    text = project("data: {source: moons, samples: 100, validation: 0.19, batch_size: 16}")
    assert before in text

    found = look(text.replace(before, after))[check]

    assert (found["verdict"], found["node"]) == (verdict, node), found
    assert found["words"] and found["advice"]


@pytest.mark.parametrize(
    ("change", "check", "verdict", "said"),
    [
        (lambda a: a.update(inputs=np.ones_like(a["inputs"])), "inputs", "bad", "the same"),
        (lambda a: a["inputs"].__setitem__((slice(None), 1), 3.0), "inputs", "good", "1 of 2"),
        (lambda a: a["inputs"].__setitem__(slice(50, 100), a["inputs"][:50]),
         "duplicates", "doubtful", "are among the training samples"),
        (lambda a: a.update(targets=(np.arange(100) % 50 == 0).astype(np.int64)),
         "labels", "doubtful", "class 1 has 2 samples"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_data_is_named(project, look, tmp_path, change, check, verdict, said):
    random = np.random.RandomState(0)
    arrays = {
        "inputs": random.random_sample((100, 2)).astype(np.float32),
        "targets": (np.arange(100) % 2).astype(np.int64),
    }
    change(arrays)
    np.savez(tmp_path / "points.npz", **arrays)

    found = look(project("data: {source: npz, path: points.npz}"), tmp_path)[check]

    assert found["verdict"] == verdict and said in found["words"], found


def test_targets_that_are_large_are_better_normalised(project, look):
    regression = ("data: {source: diabetes, normalize_target: false}", "loss: MSELoss")
    text = project(*regression, classes=1).replace("shape: [N, 2]", "shape: [N, 10]")

    found = look(text)

    assert found["scale"]["verdict"] == "doubtful"
    assert "normalize_target" in found["scale"]["advice"]
    assert look(text.replace(", normalize_target: false", ""))["scale"]["verdict"] == "good"


def test_the_random_states_stay_as_they_were(project, look):
    torch.manual_seed(3)
    np.random.seed(3)
    text = project("data: {source: moons}")
    look(text)
    after_one = torch.rand(1).item()
    look(text)

    assert after_one == torch.rand(1).item()


@pytest.mark.parametrize("loss", ["BCEWithLogitsLoss", "SoftMarginLoss"])
def test_numbers_are_told_from_the_yes_and_no_that_a_loss_compares_with(project, look, loss):
    text = project("data: {source: diabetes}", f"loss: {loss}", classes=1)

    found = look(text.replace("[N, 2]", "[N, 10]"))["scale"]

    assert found["verdict"] == "bad" and f"{loss} compares with numbers from" in found["words"]
    assert "MSELoss" in found["advice"]
