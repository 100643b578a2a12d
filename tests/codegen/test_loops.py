"""Nodes that stand there several times or not at all, with several inputs and as functions."""

from __future__ import annotations

import torch

from codegen import compile_document, source_of
from graph.document import Document
from graph.edits import SetArgument
from graph.project_file import loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift

DECODER = """
layerloom: 1
name: Decoder
blocks:
  Stack:
    arguments: {deep: true, count: 2}
    nodes:
      x:    {type: Input}
      seen: {type: Input}
      both: {type: Bilinear, out_features: 4, when: =deep}
      read: {type: TransformerDecoderLayer, d_model: 4, nhead: 2, dim_feedforward: 8,
             batch_first: true, repeat: =count + 1, when: =deep}
      bend: {type: torch.tanh, repeat: =count, when: =deep}
      add:  {type: torch.add, repeat: 3}
      self_: {type: torch.mul, repeat: 2}
      y:    {type: Output}
    edges: [x -> both.input1, seen -> both.input2, both -> read.tgt, seen -> read.memory,
            read -> bend -> add.input, x -> add.other, add -> self_.input, add -> self_.other,
            self_ -> y]
nodes:
  x:    {type: Input, shape: [N, T, 4]}
  seen: {type: Input, shape: [N, T, 4]}
  a:    {type: Stack}
  b:    {type: Stack, deep: false}
  c:    {type: Stack, repeat: 2}
  y:    {type: Output}
edges: [x -> a.x, seen -> a.seen, a -> b.x, x -> b.seen, b -> c.x, seen -> c.seen, c -> y]
"""

FUNCTION = """
layerloom: 1
name: Net
nodes:
  x: {type: Input, shape: [N, 4]}
  f: {type: F.relu}
  y: {type: Output}
edges: [x -> f -> y]
"""


def with_options(text: str, **options: object) -> Document:
    said = "".join(f", {name}: {value}" for name, value in options.items())
    return loads(FUNCTION.replace("{type: F.relu", "{type: " + text + said))


def test_what_goes_round_is_the_first_input_and_the_others_are_handed_to_each() -> None:
    document = loads(DECODER)

    text = source_of(document).text

    assert "for layer in self.read:\n            out = layer(out, seen)" in text
    assert "for _ in range(self.count if self.deep else 0):" in text
    assert "self.both(x, seen) if self.deep else x" in text
    assert "for _ in range(3):\n            out = out + x" in text
    assert "x = out\n        for _ in range(2):\n            x = x * out" in text
    assert_no_drift(document)


def test_every_repetition_of_a_module_with_several_inputs_has_weights_of_its_own() -> None:
    network = compile_document(loads(DECODER))

    assert "a.read.2.linear1.weight" in network.state_dict()
    assert not any(name.startswith("b.both") for name in network.state_dict())


def test_a_function_that_is_repeated_runs_that_often() -> None:
    network = compile_document(with_options("torch.square", repeat=3))

    assert torch.equal(network(torch.full((1, 4), 2.0)), torch.full((1, 4), 256.0))


def test_a_function_that_is_repeated_no_times_passes_on_what_arrives() -> None:
    document = with_options("torch.square", repeat=0)

    assert torch.equal(compile_document(document)(torch.full((1, 4), 2.0)), torch.full((1, 4), 2.0))
    assert_no_drift(document)


def test_a_function_whose_result_does_not_fit_it_again_is_refused_with_a_fix_that_works() -> None:
    document = with_options("torch.flatten, start_dim: 1, end_dim: 2", repeat=3)
    document.apply(SetArgument("x", "shape", ("N", 2, 3, 4)))

    [problem] = analyze(document).errors
    document.apply(problem.fixes[0].edit)

    assert problem.message == (
        "f: it cannot follow itself 3 times: copy 3 does not run on [N, 24], float32, "
        "which copy 2 gives."
    )
    assert not analyze(document).errors
