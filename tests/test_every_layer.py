"""Every entry of the catalog, all the way: drawn, inferred, compiled, exported and run."""

from __future__ import annotations

import pytest
import torch

from codegen import compile_document, source_of
from graph.catalog import CATALOG, Layer
from graph.catalog.build import sample_inputs
from graph.document import Document, Edge, Node
from graph.shapes import analyze

BUILT = [
    layer for layer in CATALOG.layers() if layer.kind in ("module", "loss", "function", "method")
]


def drawn(layer: Layer) -> Document:
    """The layer with its start values between an Input for each sample and all its outputs."""
    document = Document("Net")
    graph = document.graph
    for number, sample in enumerate(layer.samples.values()):
        arguments = {"shape": sample.shape, "dtype": sample.dtype}
        graph.insert(Node(f"given{number}", "Input", arguments))
    graph.insert(Node("layer", layer.type, layer.start_arguments))
    for number, port in enumerate(layer.samples):
        graph.add_edge(Edge(f"given{number}", "output", "layer", port))
    for number, port in enumerate(analyze(document).nodes["layer"].outputs):
        graph.insert(Node(f"result{number}", "Output"))
        graph.add_edge(Edge("layer", port, f"result{number}", "input"))
    return document


@pytest.mark.parametrize("layer", BUILT, ids=lambda layer: layer.type)
def test_a_new_layer_is_inferred_compiled_and_exported_alike(layer):
    document = drawn(layer)
    inputs = list(sample_inputs(layer, torch.Generator().manual_seed(0)).values())

    analysis = analyze(document)
    torch.manual_seed(0)
    compiled = compile_document(document)
    namespace: dict = {"__name__": "exported"}
    exec(source_of(document).text, namespace)
    torch.manual_seed(0)
    exported = namespace["Net"]()

    assert [problem.message for problem in analysis.errors] == []
    assert list(compiled.state_dict()) == list(exported.state_dict())
    shapes = [tensor.shape for tensor in analysis.nodes["layer"].outputs.values()]
    ours, theirs = outputs(compiled, inputs), outputs(exported, inputs)
    assert [tuple(output.shape) for output in ours] == shapes
    for one, other in zip(ours, theirs, strict=True):
        assert torch.equal(one, other) or one.isnan().any()


def outputs(module: torch.nn.Module, inputs: list[torch.Tensor]) -> tuple[torch.Tensor, ...]:
    torch.manual_seed(1)
    result = module(*inputs)
    return result if isinstance(result, tuple) else (result,)
