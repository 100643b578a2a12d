"""The contract that every entry of the catalog keeps with PyTorch."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import torch

from graph.catalog import CATALOG, Layer
from graph.catalog.arguments import check_arguments
from graph.catalog.build import call, construct, sample_inputs
from graph.catalog.introspect import introspect
from graph.catalog.snapshot import SNAPSHOT, dumps

BUILT = [
    layer for layer in CATALOG.layers() if layer.kind in ("module", "loss", "function", "method")
]


def resolved(layer: Layer, inputs: dict[str, torch.Tensor]) -> dict:
    """Start values, with ``auto`` worked out from the inputs."""
    names = {port: SimpleNamespace(shape=tuple(x.shape), ndim=x.ndim) for port, x in inputs.items()}
    auto = {
        name: eval(text, {"__builtins__": {}}, names)  # noqa: S307
        for name, text in layer.auto_arguments.items()
    }
    return {**auto, **layer.start_arguments}


def run(layer: Layer, device: str) -> dict[str, torch.Tensor]:
    inputs = sample_inputs(layer, torch.Generator().manual_seed(0))
    arguments = resolved(layer, inputs)
    with torch.device(device):
        built = construct(layer, arguments)
    inputs = {port: value.to(device) for port, value in inputs.items()}
    return call(layer, built, inputs, arguments)


@pytest.mark.parametrize("layer", BUILT, ids=lambda layer: layer.type)
def test_every_layer_runs_with_its_start_values_and_gives_what_its_ports_promise(layer):
    assert check_arguments(layer, layer.start_arguments) == []

    outputs = run(layer, "cpu")

    promised = [port.name for port in layer.outputs if not port.when or port.when == "need_weights"]
    if layer.outputs[0].variadic:
        assert list(outputs) == [f"{promised[0]}.{index}" for index in range(len(outputs))]
    else:
        assert list(outputs) == promised
    assert all(isinstance(output, torch.Tensor) for output in outputs.values())


@pytest.mark.parametrize("layer", [x for x in BUILT if x.meta], ids=lambda layer: layer.type)
def test_every_layer_has_the_same_shapes_without_data(layer):
    real = {port: (output.shape, output.dtype) for port, output in run(layer, "cpu").items()}
    meta = {port: (output.shape, output.dtype) for port, output in run(layer, "meta").items()}

    assert meta == real


@pytest.mark.parametrize("layer", BUILT, ids=lambda layer: layer.type)
def test_every_required_input_has_a_sample_and_no_sample_is_of_no_input(layer):
    required = {p.name for p in layer.inputs if not p.optional and not p.variadic}
    given_as_argument = {name for name in required if name in layer.start_arguments}

    assert required - given_as_argument <= set(layer.samples)
    assert all(layer.input(port) for port in layer.samples)


def test_the_snapshot_is_what_introspection_gives_now():
    assert SNAPSHOT.read_text(encoding="utf-8") == dumps(introspect())
