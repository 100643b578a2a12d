"""The formulas of the catalog against PyTorch, and how they are written."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
import torch

from graph.analysis import NodeAnalysis, TensorType
from graph.catalog import CATALOG
from graph.catalog.build import call, construct, sample_inputs
from graph.catalog.layer import Layer
from graph.document import Value
from graph.resolve import fill_auto, with_defaults
from graph.size_formulas import SizeFormula, axes_of, keeps_shape, reduction, size_formulas
from graph.sizes import parse_size

WITH_FORMULA = [layer.type for layer in CATALOG.layers() if layer.formula]

#: What arguments are tried at; of ``size`` arguments also one number for each axis.
VALUES: Mapping[str, tuple[Value, ...]] = {
    "out_channels": (4, 8),
    "kernel_size": (1, 2, 3, 4),
    "stride": (1, 2, 3),
    "padding": (0, 1, 2),
    "dilation": (1, 2, 3),
    "output_padding": (0, 1),
    "groups": (1, 2),
    "ceil_mode": (False, True),
    "output_size": (1, 3, 6),
    "output_ratio": (0.5, 0.7),
    "scale_factor": (0.5, 1.7, 2.0, 3.0),
    "size": (3, 8),
    "hidden_size": (4, 6),
    "num_layers": (1, 2),
    "bidirectional": (False, True),
    "batch_first": (False, True),
    "proj_size": (0, 2),
    "out_features": (3, 5),
    "embedding_dim": (3, 5),
    "start_dim": (0, 1, -2),
    "end_dim": (-1, 2, -2),
    "pad": ((1, 0), (1, 2, 0, 3), (1, -1)),
    "num_classes": (10, 12),
    "upscale_factor": (1, 2),
    "downscale_factor": (1, 2, 4),
    "dim": (1, 1, 0, -1),
    "keepdim": (False, True),
    "repeats": (1, 3),
    "k": (1, 2),
    "step": (1, 2),
    "chunks": (2, 3, 4),
    "split_size_or_sections": (1, 2, 4),
}
WORDS: Mapping[str, tuple[Value, ...]] = {"padding": ("same", "valid")}
#: Of columns as many as windows have been, whatever the draw.
FOLDS: tuple[dict[str, Value], ...] = (
    {"output_size": 6, "kernel_size": 2},
    {"output_size": (6, 6), "kernel_size": (2, 2)},
    {"output_size": (4, 4), "kernel_size": 2, "padding": 1},
    {"output_size": 7, "kernel_size": 2, "dilation": 2},
    {"output_size": (10, 6), "kernel_size": (2, 2), "stride": (2, 1)},
)
#: What is said of all axes at once stays as the catalog has it.
SHAPES = (("ints", "size"), ("ints", "repeats"))
FREE = ("Upsample", "F.interpolate")  # their arguments are for one axis or for each


def _drawn(layer: Layer, draw: random.Random) -> dict[str, Value]:
    """Arguments of a layer: some left out, some for all axes, some for each."""
    arguments = dict(layer.start_arguments)
    if layer.type.lower().endswith(".fold") or layer.type == "Fold":
        return arguments | draw.choice(FOLDS)
    for argument in layer.arguments:
        values = VALUES.get(argument.name)
        if (
            values is None
            or (argument.type, argument.name) in SHAPES
            or (argument.name not in arguments and draw.random() < 0.3)
        ):
            continue
        length = argument.length if argument.type in ("size", "floats") else None
        length = 2 if layer.type in FREE and argument.type != "str" else length
        if argument.choices and argument.name in WORDS and draw.random() < 0.3:
            arguments[argument.name] = draw.choice(WORDS[argument.name])
        elif argument.type == "ints" and argument.name == "output_size":
            arguments.pop(argument.name, None)
        elif length and draw.random() < 0.5:
            arguments[argument.name] = tuple(draw.choice(values) for _ in range(length))
        else:
            arguments[argument.name] = draw.choice(values)
    for one, other in (("size", "scale_factor"), ("output_size", "output_ratio")):
        if {one, other} <= {a.name for a in layer.arguments}:
            arguments.pop(draw.choice((one, other)), None)
    return arguments


def _inputs(layer: Layer, draw: random.Random) -> dict[str, torch.Tensor]:
    """The layer's sample, its axes after the channels of other sizes where that is allowed."""
    inputs = sample_inputs(layer)
    if layer.family in ("convolution", "pooling") and len(inputs) == 1 and layer.type != "Fold":
        [(port, tensor)] = inputs.items()
        sizes = [draw.randint(4, 14) for _ in tensor.shape[2:]]
        if "Pixel" not in layer.type:
            inputs[port] = torch.zeros(*tensor.shape[:2], *sizes)
    return inputs


def _known(layer: Layer, draw: random.Random) -> NodeAnalysis | None:
    """What PyTorch gives for drawn arguments; None where it refuses them."""
    said, inputs = _drawn(layer, draw), _inputs(layer, draw)
    types = {port: TensorType(tuple(tensor.shape)) for port, tensor in inputs.items()}
    try:
        arguments = fill_auto(layer, said, types, [{}])
        with torch.no_grad():
            outputs = call(layer, construct(layer, arguments), inputs, arguments)
    except (RuntimeError, ValueError, TypeError, IndexError, AssertionError, NotImplementedError):
        return None
    given = {port: TensorType(tuple(tensor.shape)) for port, tensor in outputs.items()}
    return NodeAnalysis(layer.type, types, given, with_defaults(layer, arguments))


@pytest.mark.parametrize("type_", WITH_FORMULA)
@pytest.mark.filterwarnings("ignore")
def test_a_formula_gives_the_sizes_that_pytorch_gives(type_: str) -> None:
    layer, draw = CATALOG[type_], random.Random(type_)
    tried = 40 if layer.family in ("convolution", "pooling", "recurrent") else 12
    nodes = [node for _ in range(tried) if (node := _known(layer, draw)) is not None]

    assert len(nodes) >= 3
    for node in nodes:
        _assert_sizes(layer, node)


def _assert_sizes(layer: Layer, node: NodeAnalysis) -> None:
    first = next(iter(node.inputs.values())).shape
    for port, rule in layer.formula.items():
        real = node.outputs[port].shape if port in node.outputs else None
        if isinstance(rule, str) and rule.startswith(("same as ", "without ")):
            taken = reduction(layer, node)
            given = next(iter(node.outputs.values())).shape
            assert taken.shape == given if taken else keeps_shape(layer, node), node
            continue
        found = axes_of(layer, rule, node.inputs, node.arguments)
        assert found, node
        if real is None:
            continue
        for axis in found:
            assert axis.value() == real[axis.index], (axis.name, axis.text, node)
        if len(real) == len(first) and port == next(iter(layer.formula)):
            changed = {axis.index % len(real) for axis in found}
            kept = [i for i in range(len(real)) if i not in changed]
            assert [real[i] for i in kept] == [first[i] for i in kept], node


def _formulas(type_: str, shape: list[int | str], **arguments: Value) -> dict[str, SizeFormula]:
    types = {"input": TensorType(tuple(map(parse_size, shape)))}
    found = size_formulas(CATALOG[type_], NodeAnalysis(type_, types, {}, arguments))
    return {formula.name: formula for formula in reversed(found)}


@pytest.mark.parametrize(
    ("type_", "shape", "arguments", "text"),
    [
        (
            "Conv2d", ["N", 1, 28, 28], {"out_channels": 6, "kernel_size": 5, "padding": 2},
            "H_out = ⌊(28 + 2·2 − 5)/1⌋ + 1 = 28",
        ),
        (
            "Conv2d", ["N", 1, 28, 28], {"out_channels": 6, "kernel_size": 5, "dilation": 2},
            "W_out = ⌊(28 + 2·0 − 2·(5 − 1) − 1)/1⌋ + 1 = 20",
        ),
        ("Conv2d", ["N", 1, 9, 9], {"out_channels": 6, "kernel_size": 3},
         "C_out = out_channels = 6"),
        (
            "Conv1d", ["N", 8, "T"], {"out_channels": 6, "kernel_size": 3, "stride": 2},
            "L_out = ⌊(T + 2·0 − 3)/2⌋ + 1 = (T + 1)//2 - 1",
        ),
        (
            "MaxPool2d", ["N", 1, 5, 5], {"kernel_size": 2, "ceil_mode": True},
            "H_out = ⌈(5 + 2·0 − 2)/2⌉ + 1 = 3",
        ),
        (
            "ConvTranspose2d", ["N", 4, 7, 7],
            {"out_channels": 3, "kernel_size": 2, "stride": 2, "output_padding": 1},
            "H_out = (7 − 1)·2 − 2·0 + 2 + 1 = 15",
        ),
        ("Flatten", ["N", 16, 5, 5], {}, "features = 16·5·5 = 400"),
        ("PixelShuffle", ["N", 16, 4, 4], {"upscale_factor": 2}, "C_out = ⌊16/2²⌋ = 4"),
        ("ZeroPad2d", ["N", 1, 7, 5], {"padding": (1, 2, -1, 0)}, "H_out = 7 + (−1) + 0 = 6"),
        ("LSTM", ["N", "T", 28], {"hidden_size": 64, "bidirectional": True}, "H_out = 2·64 = 128"),
        ("Linear", ["N", 784], {"out_features": 10}, "H_out = out_features = 10"),
    ],
)  # fmt: skip
def test_formulas_are_written_with_the_present_numbers(
    type_: str, shape: list[int | str], arguments: dict[str, Value], text: str
) -> None:
    formulas = _formulas(type_, shape, **arguments)

    assert str(formulas[text.partition(" =")[0]]) == text


def test_a_formula_also_stands_with_the_names_of_its_arguments() -> None:
    formulas = _formulas("Conv2d", ["N", 1, 28, 28], out_channels=6, kernel_size=5)

    assert formulas["H_out"].general == "⌊(H_in + 2·padding − kernel_size)/stride⌋ + 1"


def test_a_window_that_does_not_fit_still_has_its_formula() -> None:
    formulas = _formulas("Conv2d", ["N", 1, 3, 3], out_channels=6, kernel_size=5)

    assert str(formulas["H_out"]) == "H_out = ⌊(3 + 2·0 − 5)/1⌋ + 1 = −1"


def test_nothing_is_said_where_the_analysis_knows_better() -> None:
    types = {"input": TensorType((2, 4))}
    node = NodeAnalysis("Linear", types, {"output": TensorType((2, 7))}, {"out_features": 5})

    assert not size_formulas(CATALOG["Linear"], node)


@pytest.mark.parametrize(
    ("type_", "shapes", "argument", "values"),
    [
        ("Tensor.__getitem__", [(5, 7, 9)], "index",
         [":, -1", "..., 1:3", "0", "::2", "-2:, None", ":-1, 0", "1:, :, -3:-1", "3:99, -99:2",
          "None, ..., 4", "2:-1:3, 5:2", "-4:3"]),
        ("torch.squeeze", [(2, 1, 4, 1)], "dim", [1, -1, 0, (1, 3), (0, 1)]),
        ("torch.movedim", [(2, 3, 4, 5)], "destination", [0, 2, 3, -1, -2]),
        ("torch.movedim", [(2, 3, 4, 5)], "source", [0, 1, 3, -3]),
        ("torch.diagonal", [(5, 3, 4)], "offset", [0, 1, 2, -1, -4]),
        ("torch.diagonal", [(5, 3, 4, 2)], "dim2", [1, 2, 3, -1]),
        ("torch.hstack", [(3,), (5,)], "", [None]),
        ("torch.vstack", [(3,), (3,), (3,)], "", [None]),
        ("torch.vstack", [(2, 3, 4), (5, 3, 4)], "", [None]),
        ("torch.dstack", [(3,), (3,)], "", [None]),
        ("torch.dstack", [(2, 3), (2, 3)], "", [None]),
        ("torch.column_stack", [(3,), (3,)], "", [None]),
        ("torch.tensordot", [(2, 3, 4), (3, 4, 5)], "dims", [2]),
        ("torch.tensordot", [(2, 3, 4), (4, 5)], "dims", [1]),
        ("torch.linalg.svd", [(2, 5, 3)], "full_matrices", [True, False]),
        ("torch.linalg.qr", [(2, 5, 3)], "mode", ["reduced", "complete"]),
        ("torch.linalg.qr", [(3, 5)], "mode", ["reduced", "complete"]),
        ("F.pdist", [(1, 4)], "", [None]),
    ],
)  # fmt: skip
def test_what_has_shapes_of_its_own_is_told_as_pytorch_gives_it(
    type_: str, shapes: list[tuple[int, ...]], argument: str, values: list[Value]
) -> None:
    layer = CATALOG[type_]
    ports = [port.name for port in layer.inputs]
    if layer.inputs[0].variadic:
        ports = [f"{ports[0]}.{number}" for number in range(len(shapes))]
    tensors = {port: torch.ones(shape) for port, shape in zip(ports, shapes, strict=True)}
    types = {port: TensorType(tuple(tensor.shape)) for port, tensor in tensors.items()}
    for value in values:
        said = dict(layer.start_arguments) | ({argument: value} if argument else {})
        arguments = with_defaults(layer, said)
        given = call(layer, construct(layer, arguments), tensors, arguments)
        outputs = {port: TensorType(tuple(tensor.shape)) for port, tensor in given.items()}
        _assert_sizes(layer, NodeAnalysis(type_, types, outputs, arguments))


def _told(type_: str, shapes: Mapping[str, list[int | str]], **arguments: Value) -> list[str]:
    types = {port: TensorType(tuple(map(parse_size, shape))) for port, shape in shapes.items()}
    return [
        str(f) for f in size_formulas(CATALOG[type_], NodeAnalysis(type_, types, {}, arguments))
    ]


@pytest.mark.parametrize(
    ("type_", "shapes", "arguments", "told"),
    [
        ("Tensor.view", {"input": ["N", 16, 5, 5]}, {"size": (-1, 400)},
         ["axis 0 = ⌊N·16·5·5/400⌋ = N", "axis 1 = size[1] = 400"]),
        ("torch.permute", {"input": ["N", 3, 8]}, {"dims": (0, 2, 1)},
         ["axis 1 = input.shape[2] = 8", "axis 2 = input.shape[1] = 3"]),
        ("torch.matmul", {"input": ["N", 4, 8], "other": ["N", 8, 5]}, {},
         ["rows = input.shape[-2] = 4", "columns = other.shape[-1] = 5"]),
        ("torch.chunk", {"input": ["N", 12]}, {"chunks": 3, "dim": 1}, ["axis 1 = ⌈12/3⌉ = 4"]),
        ("torch.einsum", {"operands.0": ["N", 4, 8], "operands.1": [8, 5]},
         {"equation": "nij,jk->nik"},
         ["n = operands[0].shape[0] = N", "i = operands[0].shape[1] = 4",
          "k = operands[1].shape[1] = 5"]),
        ("torch.topk", {"input": ["N", 12]}, {"k": 3, "dim": -1}, ["axis -1 = k = 3"]),
        ("Tensor.__getitem__", {"input": ["N", 10, 64]}, {"index": ":, -1"},
         ["axis 0 = input.shape[0] = N", "axis 1 = input.shape[2] = 64"]),
        ("Tensor.__getitem__", {"input": ["N", 10, 64]}, {"index": "..., 2:-1:2"},
         ["axis 2 = ⌈(64 − 1 − 2)/2⌉ = 31"]),
        ("torch.squeeze", {"input": ["N", 1, 7]}, {"dim": 1},
         ["axis 0 = input.shape[0] = N", "axis 1 = input.shape[2] = 7"]),
        ("torch.movedim", {"input": ["N", 3, 8]}, {"source": 1, "destination": -1},
         ["axis 1 = input.shape[2] = 8", "axis 2 = input.shape[1] = 3"]),
        ("torch.hstack", {"tensors.0": ["N", 3], "tensors.1": ["N", 5]}, {},
         ["axis 1 = 3 + 5 = 8"]),
        ("torch.linalg.svd", {"input": ["N", 5, 3]}, {"full_matrices": False},
         ["columns = min(input.shape[-2], input.shape[-1]) = 3",
          "values = min(input.shape[-2], input.shape[-1]) = 3",
          "rows = min(input.shape[-2], input.shape[-1]) = 3"]),
        ("F.pdist", {"input": [6, 4]}, {"p": 2.0}, ["pairs = ⌊6·(6 − 1)/2⌋ = 15"]),
    ],
)  # fmt: skip
def test_functions_say_where_their_sizes_come_from(
    type_: str, shapes: dict[str, list[int | str]], arguments: dict[str, Value], told: list[str]
) -> None:
    assert _told(type_, shapes, **arguments) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [((2, 1, 4), (5, 1)), ((3,), (2, 3)), ((1,), (1, 1)), ((), (4,)), ((2, 3), (2, 3))],
)
def test_arithmetic_says_which_tensor_gives_an_axis_its_size(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    real = tuple((torch.zeros(one) + torch.zeros(other)).shape)
    types = {"input": TensorType(one), "other": TensorType(other)}
    node = NodeAnalysis("torch.add", types, {"output": TensorType(real)}, {})
    layer = CATALOG["torch.add"]

    told = size_formulas(layer, node)

    axes = axes_of(layer, layer.formula["output"], types, {})
    assert tuple(axis.value() for axis in axes) == real
    assert keeps_shape(layer, node) == (one == real)
    assert bool(told) != (one == real)


def test_a_sum_says_what_it_takes_away() -> None:
    types = {"input": TensorType(("N", 16, 5, 5))}
    for kept, shape in ((False, ("N", 16)), (True, ("N", 16, 1, 1))):
        arguments = {"dim": (-1, 2), "keepdim": kept}
        taken = reduction(CATALOG["torch.mean"], NodeAnalysis("torch.mean", types, {}, arguments))
        assert taken is not None
        assert (taken.axes, taken.numbers, taken.shape) == ((2, 3), "5·5", shape)
