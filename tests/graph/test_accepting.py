"""Which layers take a tensor."""

from __future__ import annotations

import pytest

from graph.accepting import accepting
from graph.analysis import TensorType
from graph.document import Block, Document, Edge, Node
from graph.sizes import symbol
from graph.visit import Memory

N = symbol("N")
MEMORY = Memory()


def types(*shape, dtype: str = "float32", document: Document | None = None, scope: str = ""):
    tensor = TensorType((N, *shape), dtype)
    while True:
        found = accepting(document or Document(), scope, tensor, MEMORY, frozenset("N"))
        if found.is_complete:
            return list(found.types)


@pytest.mark.parametrize(
    ("shape", "dtype", "first", "never"),
    [
        pytest.param(
            (6, 28, 28),
            "float32",
            "Conv2d",
            {"Conv3d", "BatchNorm1d", "Embedding", "Input"},
            marks=pytest.mark.slow,
        ),
        ((400,), "float32", "Linear", {"Conv1d", "Conv2d", "BatchNorm2d", "Embedding"}),
        ((20,), "int64", "Embedding", {"Linear", "LSTM", "Conv1d", "Dropout"}),
    ],
)
def test_the_likeliest_comes_first_and_what_refuses_does_not_come(shape, dtype, first, never):
    found = types(*shape, dtype=dtype)

    assert found[0] == first
    assert never.isdisjoint(found)
    assert {"torch.add", "Output"} <= set(found)


def test_blocks_come_as_far_as_what_is_inside_takes_the_tensor():
    document = Document()
    for name, type_ in (("Flat", "Linear"), ("Square", "BatchNorm2d")):
        block = document.blocks[name] = Block(name)
        start = {"out_features": 3} if type_ == "Linear" else {}
        for node in (Node("x", "Input"), Node("inner", type_, start), Node("y", "Output")):
            block.graph.insert(node)
        block.graph.add_edge(Edge("x", "output", "inner", "input"))
        block.graph.add_edge(Edge("inner", "output", "y", "input"))

    assert "Flat" in types(7, document=document)
    assert "Square" not in types(7, document=document)
    assert "Flat" not in types(7, document=document, scope="Flat")
