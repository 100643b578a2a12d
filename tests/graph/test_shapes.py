"""Shapes of single layers: formulas, auto arguments, recurrent classes, limits, costs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import torch

from graph.analysis import TensorType
from graph.catalog import CATALOG
from graph.catalog.build import call, construct
from graph.document import Change, Document, Edge, Node
from graph.edits import RemoveNode, SetArgument
from graph.infer import Inference, infer
from graph.project_file import loads
from graph.shapes import Analyst, analyze
from graph.sizes import parse_size, size_at

BATCH = frozenset({"N"})


def tensor(*shape: int | str, dtype: str = "float32") -> TensorType:
    return TensorType(tuple(parse_size(size) for size in shape), dtype)


def infer_(type_: str, arguments: dict[str, Any], *arriving: TensorType) -> Inference:
    layer = CATALOG[type_]
    ports = [port.name for port in layer.inputs]
    if layer.inputs[0].variadic:
        ports = [f"{ports[0]}.{index}" for index in range(len(arriving))]
    inputs = dict(zip(ports, arriving, strict=False))
    return infer(layer, arguments, inputs, BATCH)


IMAGE = ("N", 6, "H", "W")


@pytest.mark.parametrize(
    ("type_", "arguments", "arriving", "expected"),
    [
        ("Flatten", {}, tensor("N", 16, 5, 5), "[N, 400]"),
        ("Flatten", {}, tensor(*IMAGE), "[N, 6*H*W]"),
        ("Flatten", {"start_dim": 0}, tensor("N", 4), "[4*N]"),
        ("MaxPool2d", {"kernel_size": 2}, tensor(*IMAGE), "[N, 6, H//2, W//2]"),
        (
            "MaxPool2d",
            {"kernel_size": 2, "ceil_mode": True},
            tensor(*IMAGE),
            "[N, 6, (H + 1)//2, (W + 1)//2]",
        ),
        (
            "Conv2d",
            {"out_channels": 8, "kernel_size": 3, "stride": 2, "padding": 1},
            tensor(*IMAGE),
            "[N, 8, (H + 1)//2, (W + 1)//2]",
        ),
        (
            "ConvTranspose2d",
            {"out_channels": 8, "kernel_size": 4, "stride": 2, "padding": 1},
            tensor(*IMAGE),
            "[N, 8, 2*H, 2*W]",
        ),
        ("PixelUnshuffle", {"downscale_factor": 2}, tensor(*IMAGE), "[N, 24, H//2, W//2]"),
        ("F.interpolate", {"scale_factor": 1.5}, tensor(*IMAGE), "[N, 6, 3*H//2, 3*W//2]"),
        ("AdaptiveAvgPool2d", {"output_size": 1}, tensor(*IMAGE), "[N, 6, 1, 1]"),
        ("torch.transpose", {"dim0": 1, "dim1": 2}, tensor("N", "T", 8), "[N, 8, T]"),
        ("Tensor.view", {"size": (-1, 8)}, tensor("N", "T", 8), "[N*T, 8]"),
        ("Linear", {"out_features": 3}, tensor("N", "T", 8), "[N, T, 3]"),
        ("torch.mean", {"dim": 1}, tensor("batch_size", 7), "[batch_size]"),
    ],
)
def test_sizes_are_given_as_formulas(
    type_: str, arguments: dict[str, Any], arriving: TensorType, expected: str
) -> None:
    inferred = infer_(type_, arguments, arriving)

    assert inferred.refusal is None
    assert str(inferred.outputs["output"]) == expected


def test_cat_adds_the_sizes_of_its_axis() -> None:
    inferred = infer_("torch.cat", {"dim": 1}, tensor("N", "T", 4), tensor("N", "S", 4))

    assert str(inferred.outputs["output"]) == "[N, S + T, 4]"


def test_chunk_names_its_pieces_whose_sizes_may_differ() -> None:
    outputs = infer_("torch.chunk", {"chunks": 2, "dim": 1}, tensor("N", "T")).outputs

    assert {port: str(shape) for port, shape in outputs.items()} == {
        "outputs.0": "[N, (T + 1)//2]",
        "outputs.1": "[N, T//2]",
    }


@pytest.mark.parametrize("type_", ["RNN", "GRU", "LSTM"])
@pytest.mark.parametrize("batch_first", [True, False])
@pytest.mark.parametrize("axes", [2, 3])
@pytest.mark.parametrize("more", [{}, {"bidirectional": True}, {"num_layers": 2}])
def test_recurrent_classes_inferred_at_length_one_are_what_pytorch_gives(
    type_: str, batch_first: bool, axes: int, more: dict[str, Any]
) -> None:
    said = {"hidden_size": 5, "batch_first": batch_first, **more}
    shape = (7, 3, 4)[-axes:]
    inferred = infer_(type_, said, tensor(*shape))
    layer = CATALOG[type_]
    arguments = {**said, "input_size": 4}
    real = call(layer, construct(layer, arguments), {"input": torch.zeros(shape)}, arguments)

    assert {port: t.shape for port, t in inferred.outputs.items()} == {
        port: tuple(value.shape) for port, value in real.items()
    }


def test_a_long_sequence_costs_no_more_than_a_short_one() -> None:
    said = {"hidden_size": 64, "num_layers": 2, "batch_first": True}

    inferred = infer_("LSTM", said, tensor("N", 1_000_000, 8))

    assert str(inferred.outputs["output"]) == "[N, 1000000, 64]"


@pytest.mark.parametrize(
    ("type_", "arguments", "arriving"),
    [
        ("Linear", {"in_features": 10**9, "out_features": 10**9}, tensor("N", 10**9)),
        ("Linear", {"out_features": 10**15}, tensor("N", 8)),
        ("LSTM", {"hidden_size": 4, "num_layers": 100_000}, tensor(5, "N", 8)),
        ("TransformerEncoder", {"nhead": 1, "num_layers": 10**6}, tensor("N", 5, 8)),
        ("torch.unbind", {"dim": 1}, tensor("N", 10**9)),
        ("torch.split", {"split_size_or_sections": 1, "dim": 1}, tensor("N", 10**9)),
        ("torch.tile", {"dims": (10**6, 10**6)}, tensor("N", 8)),
    ],
)
def test_what_would_fill_the_machine_is_not_built(
    type_: str, arguments: dict[str, Any], arriving: TensorType
) -> None:
    inferred = infer_(type_, arguments, arriving)

    assert inferred.refusal is not None
    assert inferred.refusal.kind == "too-large"


@pytest.mark.parametrize(
    ("type_", "arguments", "arriving"),
    [
        ("Linear", {"out_features": 3}, tensor("N", 4, dtype="int64")),
        ("Linear", {"out_features": 4096}, tensor("N", 8192, dtype="int64")),
        ("Embedding", {"num_embeddings": 9, "embedding_dim": 3}, tensor("N", 4)),
        ("Embedding", {"num_embeddings": 10**6, "embedding_dim": 512}, tensor("N", 4)),
        ("Softmax", {"dim": 7}, tensor("N", 4)),
        ("Conv2d", {"out_channels": 3, "kernel_size": 0}, tensor("N", 4, 8, 8)),
        (
            "ConvTranspose2d",
            {"in_channels": 512, "out_channels": 700, "kernel_size": 9},
            tensor("N", 6, 9, 9),
        ),
    ],
)
def test_what_meta_accepts_and_pytorch_does_not_is_refused(
    type_: str, arguments: dict[str, Any], arriving: TensorType
) -> None:
    assert infer_(type_, arguments, arriving).refusal is not None


def test_inferring_leaves_random_numbers_as_they_were() -> None:
    torch.manual_seed(3)
    expected = torch.rand(4)
    torch.manual_seed(3)

    infer_("Dropout", {"p": 0.5}, tensor("N", 9))
    infer_("Linear", {"out_features": 7}, tensor("N", 9))

    assert torch.equal(torch.rand(4), expected)


def test_parameters_are_counted_and_their_shapes_told() -> None:
    conv = infer_("Conv2d", {"out_channels": 6, "kernel_size": 5}, tensor("N", 1, 28, 28))

    assert conv.parameters == 6 * 25 + 6
    assert conv.parameter_shapes == {"weight": (6, 1, 5, 5), "bias": (6,)}


def chain(*types: str) -> Document:
    document = Document("Chain")
    names = [f"n{index}" for index in range(len(types))]
    for name, type_ in zip(names, types, strict=True):
        given = {"shape": ("N", 16)} if type_ == "Input" else {}
        if type_ == "Linear":
            given = {"out_features": 16}
        document.graph.insert(Node(name, type_, given))
    for source, target in pairwise(names):
        document.graph.add_edge(Edge(source, "output", target, "input"))
    return document


def test_an_edit_that_changes_no_output_stops_where_it_is() -> None:
    document = chain("Input", *["Linear", "ReLU"] * 10, "Output")
    changes: list[Change] = []
    document.observe(changes.append)
    analyst = Analyst(document)

    document.apply(SetArgument("n1", "bias", False))
    analyst.update(changes.pop())

    assert analyst.changed == {"n1"}
    assert analyst.analysis == analyze(document)


def test_an_edit_reaches_as_far_as_shapes_change() -> None:
    document = chain("Input", *["Linear", "ReLU"] * 10, "Output")
    changes: list[Change] = []
    document.observe(changes.append)
    analyst = Analyst(document)

    document.apply(SetArgument("n1", "out_features", 8))
    analyst.update(changes.pop())

    assert analyst.changed == {"n1", "n2", "n3"}

    document.apply(RemoveNode("n4"))
    analyst.update(changes.pop())

    assert analyst.removed == {"n4"}
    assert analyst.analysis == analyze(document)


def test_letters_of_every_kind_stay_letters() -> None:
    document = loads(
        "layerloom: 1\nname: A\nnodes:\n"
        "  x: {type: Input, shape: [batch, time, 12]}\n"
        "  fc: {type: Linear, out_features: 5}\n"
        "  y: {type: Output}\n"
        "edges: [x -> fc -> y]\n"
    )

    shape = analyze(document).nodes["fc"].outputs["output"].shape

    assert [str(size) for size in shape] == ["batch", "time", "5"]
    assert size_at(shape[1], {"time": 7}) == 7
