"""Law 3: shapes follow edits as if made anew, and are what PyTorch really gives."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis import Analysis
from graph.document import Change, Document
from graph.edits import Edit
from graph.project_file import load_project
from graph.shapes import Analyst, analyze
from graph.sizes import size_at
from tests.documents import any_document, any_edit
from tests.networks import MEMORY, Garden, networks, run, tensors


def assert_as_inferred(document: Document, batch: int) -> None:
    """Every output of every node has the shape and dtype that the analysis says."""
    analysis = analyze(document, MEMORY)
    arguments: dict[str, Any] = {name: node.arguments for name, node in analysis.nodes.items()}
    torch.manual_seed(0)
    outputs = run(document, arguments, tensors(document, batch))

    sizes = {"N": batch, "T": 24, "H": 24, "W": 24}
    for (name, port), tensor in outputs.items():
        inferred = analysis.nodes[name].outputs[port]
        shape = tuple(size_at(size, sizes) for size in inferred.shape)
        assert (name, port, shape) == (name, port, tuple(tensor.shape))
        assert inferred.dtype == str(tensor.dtype).removeprefix("torch.")


@pytest.mark.filterwarnings("ignore::UserWarning")
@given(networks())
def test_every_inferred_shape_is_what_pytorch_gives(document: Document) -> None:
    assert_as_inferred(document, 2)
    assert_as_inferred(document, 3)


@pytest.mark.parametrize(
    "name",
    ["lenet_mnist", "two_towers", "lstm_adding", "autoencoder_digits", "mlp_digits", "perceptron"],
)
def test_every_inferred_shape_of_the_examples_is_what_pytorch_gives(
    examples: Any, name: str
) -> None:
    document = load_project(examples / f"{name}.loom.yaml")

    assert analyze(document, MEMORY).errors == []
    assert_as_inferred(document, 2)
    assert_as_inferred(document, 3)


def assert_equal(followed: Analysis, anew: Analysis) -> None:
    assert followed.nodes == anew.nodes
    assert [p for p in followed.problems if p not in anew.problems] == []
    assert [p for p in anew.problems if p not in followed.problems] == []
    assert followed == anew


@given(st.data())
def test_following_edits_gives_what_looking_anew_gives(data: st.DataObject) -> None:
    garden = Garden(data.draw)
    for _ in range(data.draw(st.integers(1, 4))):
        garden.add_layer()
    garden.add_outputs()
    for _ in range(data.draw(st.integers(1, 6))):
        garden.spoil()
        assert_equal(garden.analyst.analysis, analyze(garden.document, MEMORY))


@given(st.data())
def test_following_senseless_edits_gives_what_looking_anew_gives(data: st.DataObject) -> None:
    document = data.draw(any_document())
    changes: list[Change] = []
    document.observe(changes.append)
    analyst = Analyst(document, MEMORY)
    for _ in range(data.draw(st.integers(1, 4))):
        inverse: Edit = document.apply(data.draw(any_edit(document)))
        if data.draw(st.booleans()):
            document.apply(inverse)
        analyst.update(reduce(or_, changes))
        changes.clear()

        assert_equal(analyst.analysis, analyze(document, MEMORY))
