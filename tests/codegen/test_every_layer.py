"""Every entry of the catalog comes out alike as a module and as source."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from codegen.functional import form_of
from codegen.lower import lower
from codegen.modules import compile_module
from codegen.source import emit_source
from graph.analysis import Analysis
from graph.catalog import CATALOG, Layer, build
from graph.document import Document, Edge, Node
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_same, assert_same_state

LAYERS = [layer for layer in CATALOG.layers() if layer.samples]


def project_of(layer: Layer) -> Document:
    """An input for each sample of a layer, the layer with its start values, all its outputs."""
    document = Document("One")
    graph = document.graph
    arguments = {k: v for k, v in layer.start_arguments.items() if k not in layer.samples}
    for port, sample in layer.samples.items():
        name = f"in_{port.replace('.', '_')}"
        graph.insert(Node(name, "Input", {"shape": sample.shape, "dtype": sample.dtype}))
    graph.insert(Node("layer", layer.type, arguments))
    for port in layer.samples:
        graph.add_edge(Edge(f"in_{port.replace('.', '_')}", "output", "layer", port))
    for index, port in enumerate(analyze(document).nodes["layer"].outputs):
        graph.insert(Node(f"out{index}", "Output"))
        graph.add_edge(Edge("layer", port, f"out{index}", "input"))
    return document


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.type)
def test_a_layer_is_the_same_as_module_and_as_source(layer: Layer) -> None:
    assert_compiled_and_exported_agree(layer, project_of(layer))


@pytest.mark.parametrize(
    "layer", [layer for layer in LAYERS if form_of(layer.type)], ids=lambda layer: layer.type
)
def test_a_layer_is_the_same_where_functions_are_preferred(layer: Layer) -> None:
    document = project_of(layer)
    document.style = {"layers": "functional"}

    assert_compiled_and_exported_agree(layer, document)


def test_what_has_no_weights_and_no_mode_has_a_function() -> None:
    """Those that PyTorch has none for, or whose ``forward`` does more than call it, stay."""
    stay = set()
    for layer in LAYERS:
        if layer.kind == "module":
            document = project_of(layer)
            document.style = {"layers": "functional"}
            program = lower(document, analyze(document))
            module = compile_module(program)
            if program.network.submodules and not any(True for _ in module.parameters()):
                stay.add(layer.type)

    assert {name for name in stay if "Dropout" not in name} == {
        "Identity", "InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d", "RReLU", "Softmax2d",
        "LPPool1d", "LPPool2d", "LPPool3d", "PairwiseDistance",
    }  # fmt: skip


def assert_compiled_and_exported_agree(layer: Layer, document: Document) -> None:
    analysis = analyze(document)
    assert analysis.errors == []
    program = lower(document, analysis)

    torch.manual_seed(0)
    compiled = compile_module(program)
    namespace: dict[str, type[nn.Module]] = {}
    exec(emit_source(program).text, namespace)
    torch.manual_seed(0)
    exported = namespace["One"]()

    assert_same_state(compiled, exported)
    inputs = build.sample_inputs(layer, torch.Generator().manual_seed(0))
    results = []
    for network in (compiled, exported):
        torch.manual_seed(1)
        results.append(network(*(tensor.clone() for tensor in inputs.values())))
    assert_same(*results)
    assert_the_same_as_the_catalog_says(layer, document, analysis, inputs, results[0])


def assert_the_same_as_the_catalog_says(
    layer: Layer,
    document: Document,
    analysis: Analysis,
    inputs: dict[str, torch.Tensor],
    result: object,
) -> None:
    """The program calls the layer as ``graph.catalog.build``, on which all shapes rest, does."""
    arguments = analysis.nodes["layer"].arguments
    torch.manual_seed(0)
    built = build.construct(layer, arguments)
    torch.manual_seed(1)
    outputs = tuple(build.call(layer, built, inputs, arguments).values())
    assert_same(result, outputs if len(outputs) > 1 else outputs[0])
    shapes = [tensor.shape for tensor in analysis.nodes["layer"].outputs.values()]
    assert [tuple(output.shape) for output in outputs] == shapes
