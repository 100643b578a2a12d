"""Blocks as classes: what the exported file of a network of blocks looks like and does."""

from __future__ import annotations

from pathlib import Path

import torch

from codegen import compile_document, source_of
from graph.project_file import load_project, loads

ROOT = Path(__file__).parents[2]


def code(text: str) -> list[str]:
    """The lines of a file that are neither empty nor a comment alone."""
    return [line for line in text.splitlines() if line.strip() and line.strip()[0] != "#"]


def test_resnet34_is_short_and_has_the_parameters_of_the_paper() -> None:
    document = load_project(ROOT / "examples" / "resnet34.loom.yaml")

    lines = code(source_of(document).text)
    network = compile_document(document)

    assert len(lines) <= 70
    assert sum(parameter.numel() for parameter in network.parameters()) == 21_797_672
    assert "layer2.rest.2.left.0.weight" in network.state_dict()


def test_what_differs_among_the_uses_of_a_block_becomes_an_argument() -> None:
    text = source_of(
        loads(
            """
layerloom: 1
name: Net
blocks:
  Layer:
    arguments: {width: 8, rate: 0.5}
    nodes:
      x:    {type: Input}
      fc:   {type: Linear, out_features: =width}
      norm: {type: LayerNorm, normalized_shape: =width}
      drop: {type: F.normalize, p: =rate, when: =rate > 0}
      add:  {type: torch.add, when: =inputs == 8}
      y:    {type: Output}
    edges: [x -> fc -> norm -> drop -> add.input, fc -> add.other, add -> y]
nodes:
  x: {type: Input, shape: [N, 3]}
  a: {type: Layer}
  b: {type: Layer, repeat: 2, rate: 0}
  y: {type: Output}
edges: [x -> a -> b -> y]
"""
        )
    ).text

    assert "def __init__(self, in_features: int, width: int = 8, rate: float = 0.5)" in text
    assert "self.fc = nn.Linear(in_features, width)" in text
    assert "p=self.rate" in text
    assert "out = F.normalize(out, p=self.rate) if self.rate > 0 else out" in text
    assert "Layer(3)," in text
    assert "nn.Sequential(*[Layer(8, rate=0) for _ in range(2)])" in text


def test_two_blocks_that_are_drawn_alike_become_two_classes() -> None:
    block = "{nodes: {x: {type: Input}, fc: {type: Linear, out_features: 4}, y: {type: Output}}, "
    block += "edges: [x -> fc -> y]}"
    text = (
        f"layerloom: 1\nname: Twins\nblocks:\n  One: {block}\n  Two: {block}\n"
        "nodes:\n  x: {type: Input, shape: [N, 4]}\n  a: {type: One}\n  b: {type: Two}\n"
        "  y: {type: Output}\nedges: [x -> a -> b -> y]\n"
    )

    source = source_of(loads(text)).text

    classes = [line for line in code(source) if line.startswith("class ")]
    assert [line.split("(")[0] for line in classes] == ["class One", "class Two", "class Twins"]


def test_a_loop_over_layers_leaves_alone_what_is_read_again() -> None:
    document = loads(
        """
layerloom: 1
name: Net
nodes:
  x:   {type: Input, shape: [N, 4]}
  fc1: {type: Linear, out_features: 4, group: layers}
  fc2: {type: Linear, out_features: 4, group: layers}
  add: {type: torch.add}
  y:   {type: Output}
edges: [x -> fc1 -> fc2 -> add, x -> add.other, add -> y]
groups: {layers: {container: ModuleList}}
"""
    )
    network, x = compile_document(document), torch.randn(3, 4)

    source = source_of(document).text

    assert "        out = x\n        for layer in self.layers:" in source
    assert torch.equal(network(x), network.layers[1](network.layers[0](x)) + x)


def test_a_number_that_was_typed_stays_itself_and_a_width_that_arrives_has_its_name() -> None:
    text = source_of(
        loads(
            """
layerloom: 1
name: Net
blocks:
  Layer:
    arguments: {width: 3}
    nodes:
      x: {type: Input}
      a: {type: Conv2d, out_channels: =width, kernel_size: 3, padding: 1}
      b: {type: Conv2d, out_channels: 3, kernel_size: 3, padding: 1}
      y: {type: Output}
    edges: [x -> a -> b -> y]
nodes:
  x: {type: Input, shape: [N, 3, 8, 8]}
  a: {type: Layer}
  y: {type: Output}
edges: [x -> a -> y]
"""
        )
    ).text

    assert "self.a = nn.Conv2d(width, width, 3, padding=1)" in text
    assert "self.b = nn.Conv2d(width, 3, 3, padding=1)" in text
