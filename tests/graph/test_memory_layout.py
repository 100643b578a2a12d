"""How tensors lie in memory: what cannot be viewed or written over is said before it runs."""

from __future__ import annotations

from itertools import permutations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from graph.document import Document
from graph.project_file import loads
from graph.shapes import analyze
from graph.strides import laid_out, layout_of


def network(*nodes: str, edges: str) -> Document:
    lines = "\n".join(f"  {node}" for node in nodes)
    return loads(f"layerloom: 1\nname: Net\nnodes:\n{lines}\nedges: [{edges}]\n")


def assert_mended_by_each_fix(document: Document, node: str, labels: list[str]) -> None:
    [problem] = analyze(document).problems
    assert (problem.code, problem.node) == ("layout", node)
    assert [fix.label for fix in problem.fixes] == labels
    for fix in problem.fixes:
        inverse = document.apply(fix.edit)
        assert analyze(document).problems == ()
        document.apply(inverse)


def test_a_view_of_a_transposed_tensor_is_refused_with_what_would_do() -> None:
    document = network(
        "x: {type: Input, shape: [N, 4, 6]}",
        "turned: {type: torch.transpose, dim0: 1, dim1: 2}",
        "flat: {type: Tensor.view, size: [-1, 24]}",
        "y: {type: Output}",
        edges="x -> turned -> flat -> y",
    )

    assert_mended_by_each_fix(document, "flat", ["Use torch.reshape", "Insert Tensor.contiguous"])


def test_nothing_is_written_over_where_one_number_stands_for_several() -> None:
    document = network(
        "x: {type: Input, shape: [N, 1, 6]}",
        "wide: {type: Tensor.expand, size: [-1, 4, 6]}",
        "act: {type: SiLU, inplace: true}",
        "y: {type: Output}",
        edges="x -> wide -> act -> y",
    )

    assert_mended_by_each_fix(document, "act", ["Set inplace to False"])


def test_a_layer_in_place_warns_where_another_reads_what_it_writes_over() -> None:
    document = network(
        "x: {type: Input, shape: [N, 6]}",
        "fc: {type: Linear, out_features: 6}",
        "act: {type: ReLU, inplace: true}",
        "add: {type: torch.add}",
        "y: {type: Output}",
        edges="x -> fc -> act -> add, fc -> add.other, add -> y",
    )

    [problem] = analyze(document).problems
    document.apply(problem.fixes[0].edit)

    assert problem.severity == "warning"
    assert problem.message == (
        "act: it works in place, so it writes over what fc gives, which add needs too."
    )
    assert analyze(document).problems == ()


def test_a_parameter_cannot_be_written_over() -> None:
    document = network(
        "x: {type: Input, shape: [N, 6]}",
        "w: {type: Parameter, shape: [6]}",
        "act: {type: ReLU, inplace: true}",
        "add: {type: torch.add}",
        "y: {type: Output}",
        edges="x -> add, w -> act -> add.other, add -> y",
    )

    [problem] = analyze(document).problems

    assert (problem.severity, problem.code) == ("error", "in-place")


WRITING = """layerloom: 1
name: Net
blocks:
  Bend:
    arguments: {fast: true}
    nodes:
      x: {type: Input}
      w: {type: Parameter, shape: [4]}
      act: {type: ReLU, inplace: =fast}
      add: {type: torch.add}
      y: {type: Output}
    edges: [x -> add.input, w -> act -> add.other, add -> y]
nodes:
  x: {type: Input, shape: [N, 4]}
  fc: {type: Linear, out_features: 4}
  act: {type: ReLU, inplace: true}
  again: {type: ReLU, shares: act}
  add: {type: torch.add}
  bend: {type: Bend%s}
  y: {type: Output}
edges: [x -> fc -> again -> add.input, fc -> add.other, add -> act -> bend -> y]
"""


def test_a_layer_called_again_writes_over_what_arrives_as_its_owner_does() -> None:
    document = loads(WRITING % ", fast: false")

    [problem] = analyze(document).problems
    document.apply(problem.fixes[0].edit)

    assert problem.node == "again"
    assert document.graph.node("act").arguments["inplace"] is False
    assert analyze(document).problems == ()


def test_whether_a_layer_writes_over_what_arrives_is_looked_at_where_its_block_is_used() -> None:
    errors = analyze(loads(WRITING % "")).errors

    assert [(error.scope, error.node, error.code) for error in errors] == [
        ("Bend", "act", "in-place")
    ]


def test_a_layer_that_is_left_out_writes_over_nothing() -> None:
    text = (WRITING % ", fast: false").replace("shares: act}", "shares: act, when: false}")

    assert not [p for p in analyze(loads(text)).problems if p.code == "in-place"]


@given(st.data())
def test_a_tensor_is_laid_out_again_as_it_was_seen(data: st.DataObject) -> None:
    shape = tuple(data.draw(st.lists(st.integers(2, 4), min_size=1, max_size=4)))
    tensor = torch.zeros([2 * size for size in shape])
    steps = [data.draw(st.sampled_from([1, 2])) for _ in shape]
    tensor = tensor[
        tuple(slice(0, step * size, step) for size, step in zip(shape, steps, strict=True))
    ]
    tensor = tensor.permute(data.draw(st.sampled_from(list(permutations(range(len(shape)))))))
    if data.draw(st.booleans()):
        tensor = tensor.unsqueeze(0).expand(3, *tensor.shape)
    layout = layout_of(tensor)

    again = laid_out(tuple(tensor.shape), layout, torch.zeros)

    assert again.shape == tensor.shape
    assert layout_of(again) == layout


@pytest.mark.parametrize("shape", [(), (1,), (1, 1), (3, 1)])
def test_a_contiguous_tensor_has_no_layout(shape: tuple[int, ...]) -> None:
    assert layout_of(torch.zeros(shape)) is None
    assert laid_out(shape, None, torch.zeros).shape == shape


def test_what_follows_itself_is_tried_on_what_it_gives() -> None:
    document = loads(
        """layerloom: 1
name: A
blocks:
  Turn:
    nodes:
      x: {type: Input}
      flat: {type: Tensor.view, size: [-1, 9]}
      rows: {type: torch.reshape, shape: [-1, 3, 3]}
      turn: {type: torch.transpose, dim0: 1, dim1: 2}
      y: {type: Output}
    edges: [x -> flat -> rows -> turn -> y]
nodes:
  x: {type: Input, shape: [N, 3, 3]}
  t: {type: Turn, repeat: 2}
  y: {type: Output}
edges: [x -> t -> y]
"""
    )

    [problem] = analyze(document).errors

    assert (problem.node, problem.code) == ("flat", "layout")
    document.apply(problem.fixes[0].edit)
    assert not analyze(document).errors
