"""Laws 1, 3, 4 and 6 on two thousand random networks of everything that the language has."""

from __future__ import annotations

import os

import pytest
import torch
from hypothesis import given, settings

from codegen import compile_document
from graph.document import Document
from graph.project_file import dumps, loads
from graph.shapes import analyze
from graph.sizes import size_at
from tests.codegen.random_blocks import networks_of_blocks
from tests.codegen.random_networks import networks
from tests.laws.test_no_drift import assert_no_drift, random_inputs
from tests.networks import MEMORY, tensors

pytestmark = pytest.mark.slow

EACH = settings(max_examples=int(os.environ.get("LOOM_EXAMPLES", "1000")))


def assert_lawful(document: Document, inputs: list[torch.Tensor], batch: int) -> None:
    """It has no error, is what is saved of it, runs, gives what was said, and does not drift."""
    analysis = analyze(document, MEMORY)
    text = dumps(document)
    outputs = [node.name for node in document.graph.nodes if node.type == "Output"]

    assert analysis.errors == []
    assert loads(text) == document
    assert dumps(loads(text)) == text
    given_back = compile_document(document)(*inputs)
    results = given_back if isinstance(given_back, tuple) else (given_back,)
    for name, tensor in zip(outputs, results, strict=True):
        said = analysis.nodes[name].inputs["input"]
        assert tuple(size_at(size, {"N": batch}) for size in said.shape) == tuple(tensor.shape)
        assert said.dtype == str(tensor.dtype).removeprefix("torch.")
    assert_no_drift(document)


@pytest.mark.filterwarnings("ignore::UserWarning")
@EACH
@given(networks())
def test_a_thousand_networks_of_layers_functions_frames_and_shared_weights(
    document: Document,
) -> None:
    from codegen import program_of

    assert_lawful(document, random_inputs(program_of(document), 2), 2)


@pytest.mark.filterwarnings("ignore::UserWarning")
@EACH
@given(networks_of_blocks())
def test_a_thousand_networks_of_nested_blocks(document: Document) -> None:
    assert_lawful(document, list(tensors(document, 3).values()), 3)
