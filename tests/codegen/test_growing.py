"""``repeat`` where each copy takes what the one before gives, and that is not what it took."""

from __future__ import annotations

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from codegen import compile_document, source_of
from graph.analysis import Analysis
from graph.costing import count_costs
from graph.document import Document
from graph.project_file import dumps, loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift

NET = """
layerloom: 1
name: Net
nodes:
  x: {type: Input, shape: [N, 4, 8, 8]}
  a: {%s}
  y: {type: Output}
edges: [x -> a -> y]
"""

DENSE = """
layerloom: 1
name: Net
blocks:
  Layer:
    arguments: {growth: 3}
    nodes:
      x:    {type: Input}
      conv: {type: Conv2d, out_channels: =growth, kernel_size: 3, padding: 1}
      cat:  {type: torch.cat, dim: 1}
      y:    {type: Output}
    edges: [x -> conv -> cat.tensors.1, x -> cat.tensors.0, cat -> y]
  Dense:
    arguments: {layers: 3, growth: 3}
    nodes:
      x:      {type: Input}
      layers: {type: Layer, growth: =growth, repeat: =layers}
      y:      {type: Output}
    edges: [x -> layers -> y]
nodes:
  x: {type: Input, shape: [N, 4, 8, 8]}
  a: {type: Dense, layers: 4}
  b: {type: Dense, layers: 1, growth: 5}
  c: {type: Dense, layers: 3, growth: 2}
  y: {type: Output}
edges: [x -> a -> b -> c -> y]
"""

RESIDUAL = """
layerloom: 1
name: Net
blocks:
  Block:
    arguments: {out_channels: 8}
    nodes:
      x:    {type: Input}
      conv: {type: Conv2d, out_channels: =out_channels, kernel_size: 3, padding: 1}
      proj: {type: Conv2d, out_channels: =out_channels, kernel_size: 1, when: =inputs != outputs}
      add:  {type: torch.add}
      y:    {type: Output}
    edges: [x -> conv -> add.input, x -> proj -> add.other, add -> y]
nodes:
  x: {type: Input, shape: [N, 4, 8, 8]}
  a: {type: Block, out_channels: 8, repeat: 3}
  b: {type: Block, out_channels: 16, repeat: 2}
  y: {type: Output}
edges: [x -> a -> b -> y]
"""


def network(node: str) -> Document:
    return loads(NET % node)


def test_every_copy_takes_what_the_one_before_gives() -> None:
    analysis = analyze(network("type: Conv2d, out_channels: 6, kernel_size: 3, repeat: 3"))

    assert analysis.errors == []
    assert str(analysis.nodes["a"].outputs["output"]) == "[N, 6, 2, 2]"
    assert analysis.nodes["a"].parameters == (4 * 9 + 1) * 6 + 2 * (6 * 9 + 1) * 6


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (
            "type: Conv2d, out_channels: 6, kernel_size: 3, repeat: 3",
            "*[nn.Conv2d(4 if i == 0 else 6, 6, 3) for i in range(3)]",
        ),
        (
            "type: Conv2d, out_channels: 6, kernel_size: 3, repeat: 2",
            "*[nn.Conv2d(4 if i == 0 else 6, 6, 3) for i in range(2)]",
        ),
        ("type: MaxPool2d, kernel_size: 2, repeat: 3", "*[nn.MaxPool2d(2) for _ in range(3)]"),
    ],
)
def test_what_differs_is_written_as_a_formula_of_the_copy(node: str, written: str) -> None:
    document = network(node)

    assert written in source_of(document).text
    assert_no_drift(document)


def test_a_width_that_grows_evenly_is_counted_in_the_words_of_the_block() -> None:
    document = loads(DENSE)

    written = "*[Layer(in_channels + growth * i, growth) for i in range(layers)]"
    assert analyze(document).errors == []
    assert written in source_of(document).text
    assert_no_drift(document)
    assert sum(p.numel() for p in compile_document(document).parameters()) == (
        analyze(document).total_parameters
    )


def test_a_node_that_only_the_first_copy_has_is_there_in_the_first_alone() -> None:
    document = loads(RESIDUAL)
    module = compile_document(document)

    keys = {key.rpartition(".")[0] for key in module.state_dict()}
    assert_no_drift(document)
    assert sum(key.endswith("proj") for key in keys) == 2


def test_what_shrinks_is_counted_down() -> None:
    document = network("type: Conv2d, out_channels: 4, kernel_size: 3, repeat: 3")

    assert analyze(document).errors == []
    assert_no_drift(document)


def test_the_copy_that_does_not_run_is_named_with_fixes_that_work() -> None:
    document = network("type: Conv2d, in_channels: 4, out_channels: 6, kernel_size: 3, repeat: 3")

    [problem] = analyze(document).errors

    assert problem.message == (
        "a: it cannot follow itself 3 times: copy 2 does not run on [N, 6, 6, 6], float32, "
        "which copy 1 gives."
    )
    assert [fix.label for fix in problem.fixes] == ["Set in_channels to auto", "Remove repeat"]
    for fix in problem.fixes:
        mended = loads(dumps(document))
        mended.apply(fix.edit)
        assert analyze(mended).errors == []


def test_a_copy_for_which_nothing_is_left_is_named() -> None:
    document = network("type: Conv2d, out_channels: 4, kernel_size: 3, repeat: 5")

    [problem] = analyze(document).errors
    document.apply(problem.fixes[0].edit)

    assert "copy 4 does not run on [N, 4, 2, 2]" in problem.message
    assert problem.fixes[0].label == "Set repeat to 3"
    assert analyze(document).errors == []


def test_so_many_different_copies_are_refused_before_they_are_looked_at() -> None:
    document = network("type: torch.unsqueeze, dim: 0, repeat: 20000")

    assert [problem.code for problem in analyze(document).errors] == ["repeat-mismatch"]


def test_costs_are_those_of_all_copies() -> None:
    document = loads(DENSE)
    with torch.device("meta"):
        network = compile_document(document)

    flops = count_costs(document, analyze(document), {"N": 2}).total.flops

    with FlopCounterMode(display=False) as counter:
        network(torch.zeros(2, 4, 8, 8, device="meta"))
    assert flops == counter.get_total_flops()


def test_the_snapshot_survives_json() -> None:
    analysis = analyze(loads(DENSE))

    assert Analysis.from_plain(analysis.to_plain()).nodes["a"].outputs == (
        analysis.nodes["a"].outputs
    )


def test_a_frame_that_reads_a_node_and_one_left_out_after_it_is_told_both() -> None:
    document = loads("""
layerloom: 1
name: Net
blocks:
  Block:
    arguments: {bends: false}
    nodes:
      x:    {type: Input}
      fc:   {type: Linear, out_features: 4}
      bend: {type: torch.tanh, when: =bends}
      add:  {type: torch.add, group: frame}
      y:    {type: Output}
    edges: [x -> fc -> bend -> add.input, fc -> add.other, add -> y]
    groups: {frame: {container: Module}}
nodes:
  x: {type: Input, shape: [N, 4]}
  a: {type: Block}
  y: {type: Output}
edges: [x -> a -> y]
""")

    assert analyze(document).errors == []
    assert_no_drift(document)
