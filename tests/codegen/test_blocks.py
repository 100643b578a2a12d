"""Blocks as classes: what the exported file of a network of blocks looks like and does."""

from __future__ import annotations

from pathlib import Path

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
    assert "x = F.normalize(x, p=self.rate) if self.rate > 0 else x" in text
    assert "Layer(3)," in text
    assert "nn.Sequential(*[Layer(8, rate=0) for _ in range(2)])" in text
