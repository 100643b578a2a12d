"""Functions and methods whose arguments follow from shapes, and those that draw numbers."""

from __future__ import annotations

import pytest
import torch

from codegen import compile_document, source_of
from graph.document import Document
from graph.project_file import loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift

HEAD = "layerloom: 1\nname: Net\n"

CAUSAL = (
    HEAD
    + """
blocks:
  Heads:
    arguments: {heads: 2}
    nodes:
      x:    {type: Input}
      cut:
        type: Tensor.view
        size: [=input.size(0), "=input.shape[1]", =heads, =input.size(-1) // heads]
      swap: {type: torch.transpose, dim0: 1, dim1: 2}
      y:    {type: Output}
    edges: [x -> cut -> swap -> y]
nodes:
  x:      {type: Input, shape: [N, T, 4]}
  q:      {type: Heads}
  k:      {type: Heads, heads: 4}
  scores: {type: torch.einsum, equation: "bhtd,bhsd->bhts"}
  ones:   {type: Tensor.new_ones, size: [=input.size(1), =input.size(1)]}
  later:  {type: torch.triu, diagonal: 1}
  mask:   {type: Tensor.bool}
  fill:   {type: Tensor.masked_fill, value: -.inf}
  soft:   {type: F.softmax, dim: -1}
  places: {type: torch.arange, end: =like.size(1)}
  embed:  {type: Embedding, num_embeddings: 100, embedding_dim: 4}
  add:    {type: torch.add}
  y:      {type: Output}
  z:      {type: Output}
  w:      {type: Output}
edges:
  - x -> k -> w
  - x -> q -> scores.operands.0
  - q -> scores.operands.1
  - x -> ones -> later -> mask -> fill.mask
  - scores -> fill.input
  - fill -> soft -> y
  - x -> places.like
  - places -> embed -> add.other
  - x -> add.input
  - add -> z
"""
)


def test_a_causal_mask_follows_the_length_that_arrives() -> None:
    document = loads(CAUSAL)

    known = analyze(document)
    text = source_of(document).text

    assert str(known.nodes["fill"].outputs["output"]) == "[N, 2, T, T]"
    assert known.nodes["places"].outputs["output"].dtype == "int64"
    assert "x.view(x.size(0), x.size(1), self.heads, x.size(-1) // self.heads)" in text
    assert "x.new_ones(x.size(1), x.size(1))" in text
    assert "torch.arange(x.size(1), device=x.device)" in text
    assert_no_drift(document)
    network = compile_document(document)
    for length in (1, 5):
        weights, *_ = network(torch.randn(2, length, 4))
        assert torch.equal(weights, weights.tril())


def chain(*layers: str, shape: str = "[N, T, 4]") -> Document:
    nodes = "".join(f"  f{i}: {{type: {layer}}}\n" for i, layer in enumerate(layers))
    names = " -> ".join(["x", *(f"f{i}" for i in range(len(layers))), "y"])
    return loads(
        f"{HEAD}nodes:\n  x: {{type: Input, shape: {shape}}}\n{nodes}  y: {{type: Output}}\n"
        f"edges: [{names}]\n"
    )


@pytest.mark.parametrize(
    ("layer", "line"),
    [
        ("Tensor.view, size: [=input.size(0), -1]", "image.view(image.size(0), -1)"),
        ("Linear, out_features: =input.size(-1) * 2", "nn.Linear(4, 8)"),
        ("Tensor.repeat, repeats: [1, 1, =input.ndim]", "x.repeat(1, 1, x.ndim)"),
        (
            "torch.roll, shifts: =input.size(1) // 2, dims: 1",
            "torch.roll(x, x.size(1) // 2, dims=1)",
        ),
        ("torch.reshape, shape: '=(*input.shape[:2], 2, 2)'", "(*x.shape[:2], 2, 2)"),
        ("torch.flatten, start_dim: =input.ndim - 2", "start_dim=x.ndim - 2"),
    ],
)
def test_an_argument_may_follow_from_the_shape_that_arrives(layer: str, line: str) -> None:
    document = chain(layer)

    assert not analyze(document).errors
    assert line.replace("image", "x") in source_of(document).text
    assert_no_drift(document)


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        ("Linear, out_features: =input.size(1)", "out_features would be T, which changes"),
        ("Tensor.view, size: [=input.size(7), -1]", "asks for an element that is not there"),
        ("Tensor.view, size: [=other.size(0), -1]", "other is not known here"),
        ("Tensor.view, size: [=input.size, -1]", ".size is written with an axis: .size(1)"),
        ("Tensor.view, size: [=input.stride(0), -1]", "calls input.stride, which is not allowed"),
        ("torch.arange, end: =input.size(0)", "input is not known here"),
        ("Tensor.view, size: [=input.size(0) ** 99 ** 9, -1]", "too large"),
    ],
)
def test_a_size_that_cannot_be_is_named(layer: str, message: str) -> None:
    document = chain(layer)

    errors = [problem.message for problem in analyze(document).errors]

    assert any(message in error for error in errors), errors


@pytest.mark.parametrize(
    "layer",
    [
        "F.dropout",
        "F.dropout, p: 0.2",
        "F.alpha_dropout",
        "F.rrelu",
        "torch.rand_like",
        "torch.randn_like",
        "F.gumbel_softmax",
    ],
)
def test_random_functions_draw_the_same_from_one_seed(layer: str) -> None:
    assert_no_drift(chain(layer))


def test_dropout_as_a_function_stops_in_eval_mode() -> None:
    network = compile_document(chain("F.dropout")).eval()
    x = torch.randn(2, 3, 4)

    assert torch.equal(network(x), x)


def test_attention_drops_in_train_mode_only() -> None:
    document = loads(
        HEAD
        + """
nodes:
  x: {type: Input, shape: [N, 2, T, 4]}
  attend: {type: F.scaled_dot_product_attention, dropout_p: 0.5}
  y: {type: Output}
edges: [x -> attend.query, x -> attend.key, x -> attend.value, attend -> y]
"""
    )
    network = compile_document(document).eval()
    x = torch.randn(1, 2, 3, 4)

    assert "dropout_p=0.5 if self.training else 0.0" in source_of(document).text
    assert torch.equal(network(x), network(x))
    assert_no_drift(document)
