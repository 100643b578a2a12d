"""Weights on the command line: written, started from, carried over by a table of names."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import torch

ROOT = Path(__file__).parent.parent


@pytest.fixture
def perceptron(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "perceptron.loom.yaml", tmp_path))


@pytest.mark.slow
def test_a_run_starts_from_the_weights_that_another_ended_with(loom, perceptron, tmp_path):
    first = loom("train", perceptron, "--epochs", 1, "--out", tmp_path / "a")
    then = loom(
        "train", perceptron, "--epochs", 1, "--out", tmp_path / "b", "--json",
        "--weights", tmp_path / "a",
    )  # fmt: skip

    assert (first.code, then.code) == (0, 0), then.err
    events = [json.loads(line) for line in then.out.splitlines()]
    told = next(event for event in events if event["event"] == "weights")
    assert told["words"] == "4 of 4 tensors loaded"
    assert str(tmp_path / "a") in (tmp_path / "b" / "project.loom.yaml").read_text()


def test_the_first_and_the_last_weights_are_written_as_pytorch_reads_them(
    loom, perceptron, tmp_path
):
    loom("train", perceptron, "--epochs", 1, "--out", tmp_path / "run")

    drawn = loom("export", perceptron, "--to", "weights", "-o", tmp_path / "first.pt")
    last = loom(
        "export", perceptron, "--to", "weights", "-o", tmp_path / "last.pt",
        "--weights", tmp_path / "run",
    )  # fmt: skip

    assert (drawn.code, last.code) == (0, 0), drawn.err + last.err
    assert "4 of 4 tensors loaded" in last.err
    first, end = (torch.load(tmp_path / f"{n}.pt", weights_only=True) for n in ("first", "last"))
    assert list(first) == list(end)
    assert not any(torch.equal(first[name], end[name]) for name in first if "weight" in name)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--weights", "{}/gone.pt"), "there is no such file"),
        (("--weights", "{}"), "folder without weights"),
        (("--match", "order"), "name them by --weights"),
        (("--weights", "{}/perceptron.loom.yaml"), "is no file of weights"),
        (("--weights", "{}/w.pt", "--match", "{}/gone.txt"), "there is no such table"),
    ],
)
def test_weights_that_cannot_be_used_are_one_line(loom, perceptron, tmp_path, arguments, said):
    torch.save({"0.weight": torch.ones(1)}, tmp_path / "w.pt")
    arguments = [argument.format(tmp_path) for argument in arguments]

    outcome = loom("export", perceptron, "--to", "weights", "-o", tmp_path / "o.pt", *arguments)

    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
    assert said in outcome.err
    assert not (tmp_path / "o.pt").exists()
