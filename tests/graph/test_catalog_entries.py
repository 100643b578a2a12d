"""The contract that every entry of the catalog keeps with PyTorch."""

from __future__ import annotations

import pytest
import torch
import yaml

from graph.catalog import CATALOG, REQUIRED, Layer
from graph.catalog.arguments import check_arguments
from graph.catalog.build import call, construct, sample_inputs
from graph.catalog.callables import callables
from graph.catalog.introspect import introspect
from graph.catalog.snapshot import SNAPSHOT, dumps
from graph.expressions import evaluate

BUILT = [
    layer for layer in CATALOG.layers() if layer.kind in ("module", "loss", "function", "method")
]


def resolved(layer: Layer, inputs: dict[str, torch.Tensor]) -> dict:
    """Start values, with ``auto`` worked out from the inputs."""
    auto = {name: evaluate(text, inputs) for name, text in layer.auto_arguments.items()}
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


@pytest.mark.parametrize("layer", BUILT, ids=lambda layer: layer.type)
def test_a_default_said_aloud_changes_nothing(layer):
    """The exported source leaves defaults out, so the catalog's must be PyTorch's own."""
    inputs = sample_inputs(layer, torch.Generator().manual_seed(0))
    brief = resolved(layer, inputs)
    full = {a.name: a.default for a in layer.arguments if a.default is not REQUIRED} | brief

    results = []
    for arguments in (brief, full):
        torch.manual_seed(0)
        results.append(call(layer, construct(layer, arguments), inputs, arguments))

    for first, second in zip(*(result.values() for result in results), strict=True):
        assert torch.equal(first, second) or first.isnan().any()


def test_a_function_that_tensors_have_as_a_method_does_the_same_as_one():
    functions = [layer for layer in BUILT if layer.method]
    assert len(functions) > 150

    for function in functions:
        method = CATALOG["Tensor." + function.type.removeprefix("torch.")]
        torch.manual_seed(0)
        expected = run(function, "cpu")
        torch.manual_seed(0)
        for port, value in run(method, "cpu").items():
            torch.testing.assert_close(value, expected[port], rtol=0, atol=0, equal_nan=True)


RECURRENT = [layer for layer in BUILT if layer.time]


@pytest.mark.parametrize("layer", RECURRENT, ids=lambda layer: layer.type)
@pytest.mark.parametrize("shape", [(2, 5, 6), (5, 6)], ids=["batched", "alone"])
@pytest.mark.parametrize("batch_first", [True, False])
@pytest.mark.parametrize(
    "more", [{}, {"bidirectional": True, "num_layers": 2}], ids=["plain", "deep"]
)
def test_one_step_in_the_place_of_all_tells_the_shapes_of_recurrent_layers(
    layer, shape, batch_first, more
):
    arguments = {"input_size": 6, "hidden_size": 4, "batch_first": batch_first, **more}
    module = construct(layer, arguments)
    axis = evaluate(layer.time, {"input": torch.zeros(shape), "batch_first": batch_first})

    short = list(shape)
    short[axis] = 1
    whole = call(layer, module, {"input": torch.zeros(shape)}, arguments)
    step = call(layer, module, {"input": torch.zeros(short)}, arguments)

    shapes = {port: list(output.shape) for port, output in step.items()}
    shapes["output"][axis] = shape[axis]
    assert shapes == {port: list(output.shape) for port, output in whole.items()}


UNABLE = [layer for layer in BUILT if not layer.meta]


@pytest.mark.parametrize("layer", UNABLE, ids=lambda layer: layer.type)
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_layers_that_need_data_declare_the_shapes_they_give(layer, reduction):
    inputs = sample_inputs(layer, torch.Generator().manual_seed(0))
    arguments = resolved(layer, inputs)
    if layer.argument("reduction"):
        arguments["reduction"] = reduction

    outputs = call(layer, construct(layer, arguments), inputs, arguments)

    declared = {
        port: evaluate(text, {**inputs, **arguments}) for port, text in layer.result.items()
    }
    assert declared == {port: tuple(output.shape) for port, output in outputs.items()}


def test_every_class_of_torch_nn_is_in_the_catalog_or_left_out_for_a_reason():
    left_out = yaml.safe_load((SNAPSHOT.parent / "excluded.yaml").read_text(encoding="utf-8"))
    classes = {
        name
        for name, value in vars(torch.nn).items()
        if isinstance(value, type) and issubclass(value, torch.nn.Module)
    }
    lazy = {name for name in classes if name.startswith("Lazy")}  # auto does what they do

    assert {name for name in classes - lazy if name not in CATALOG} == set(left_out)


def test_the_snapshot_is_what_introspection_gives_now():
    assert SNAPSHOT.read_text(encoding="utf-8") == dumps(introspect())


def test_a_torch_with_fewer_layers_has_a_catalog_without_them(monkeypatch):
    fewer = {name: value for name, value in callables().items() if name != "RMSNorm"}
    fewer["RNNBase"] = torch.nn.Linear  # its entry asks for arguments that are not there
    monkeypatch.setattr("graph.catalog.introspect.callables", lambda: fewer)

    found = introspect({layer.type: layer for layer in CATALOG.layers()})

    types = [layer.type for layer in found.layers]
    assert types == [layer.type for layer in CATALOG.layers() if layer.type != "RMSNorm"]
    assert CATALOG["LSTM"] in found.layers
