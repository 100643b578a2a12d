"""The example with layers of its own does what PyTorch's own layers do, once it is trusted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import torch
from torch import nn

from codegen.lower import lower
from codegen.modules import compile_module
from graph.project_file import load_project, save_project
from graph.python.running import load
from graph.shapes import analyze
from graph.visit import Memory
from tests.python_nodes import files_in


@pytest.fixture
def example(examples: Path, tmp_path: Path) -> Path:
    shutil.copytree(examples / "own_layers", tmp_path / "own")
    return tmp_path / "own" / "own_layers.loom.yaml"


def test_its_linear_layer_is_pytorchs(example: Path) -> None:
    file = files_in(example.parent).get("layers.py")
    ours, theirs = load(file, "OwnLinear")(3, 5), nn.Linear(3, 5)
    theirs.load_state_dict(ours.state_dict())
    x = torch.randn(4, 3)

    torch.testing.assert_close(ours(x), theirs(x))


def test_the_derivative_of_its_activation_is_right(example: Path) -> None:
    swish = load(files_in(example.parent).get("layers.py"), "Swish")
    x = torch.randn(7, dtype=torch.float64, requires_grad=True)

    assert torch.autograd.gradcheck(lambda value: swish(value, 1.5), (x,))
    torch.testing.assert_close(swish(x, 1.0), nn.functional.silu(x))


def test_it_has_the_parameters_that_one_counts_by_hand(example: Path) -> None:
    document = load_project(example)
    analysis = analyze(document, Memory(files_in(example.parent)))

    network = compile_module(lower(document, analysis))

    assert analysis.problems == ()
    assert analysis.total_parameters == (2 * 16 + 16) + (16 * 2 + 2)
    assert list(network.state_dict()) == [
        "hidden.weight", "hidden.bias", "decide.weight", "decide.bias",
    ]  # fmt: skip


def test_it_comes_back_byte_for_byte(example: Path, tmp_path: Path) -> None:
    save_project(load_project(example), tmp_path / "copy.loom.yaml")

    assert (tmp_path / "copy.loom.yaml").read_bytes() == example.read_bytes()


def test_it_tells_two_circles_apart(example: Path, loom, tmp_path: Path) -> None:
    trained = loom("train", example, "--trust", "--json", "--out", tmp_path / "run")

    last = json.loads(trained.out.splitlines()[-1])
    assert trained.code == 0, trained.err
    assert last["validation"]["accuracy"] > 0.95
