"""What is seldom meant where shapes are right: said, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.analysis import TensorType
from graph.document import ROOT, Node
from graph.phrases import later
from graph.problems import Problem
from graph.sizes import symbol


def output_hints(scope: str, node: Node, inputs: Mapping[str, TensorType]) -> Iterator[Problem]:
    """The axes of an output on which the samples of a batch are no longer told apart."""
    at_end = node.type == "Output" and scope == ROOT
    for tensor in inputs.values() if at_end else ():
        mixed = [s for s in tensor.shape if not isinstance(s, int) and "N" in s.symbols]
        if any(size != symbol("N") for size in mixed):
            message = later(
                "{name}: the size of what it returns, {tensor}, mixes the batch N with more.",
                name=node.name,
                tensor=tensor,
            )
            yield Problem("warning", "batch-dependent", message, node.name, "input", scope)


def flatten_hint(scope: str, node: Node, inputs: Mapping[str, TensorType]) -> Iterator[Problem]:
    """A Linear right behind an image is seldom meant to work on each row of pixels."""
    tensor = inputs.get("input")
    if node.type != "Linear" or tensor is None or len(tensor.shape) < 4:
        return
    message = later(
        "{name}: Linear works on the last axis alone, so it meets each row of "
        "{tensor} by itself; put a Flatten before it if it is to see the whole "
        "image.",
        name=node.name,
        tensor=tensor,
    )
    yield Problem("hint", "flatten", message, node.name, "input", scope)
