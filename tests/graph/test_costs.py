"""What a network costs is what PyTorch counts, and keeps, when the compiled network runs."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from hypothesis import given
from torch.utils.flop_counter import FlopCounterMode

from codegen.lower import lower
from codegen.modules import compile_module
from graph.analysis import Analysis
from graph.catalog.build import DTYPES
from graph.costing import CostMemory, count_costs, letters
from graph.costs import Cost, Costs
from graph.document import Document
from graph.project_file import load_project, loads
from graph.resolve import at_sizes
from graph.shapes import analyze
from tests.codegen.random_blocks import networks_of_blocks
from tests.codegen.random_networks import networks
from tests.networks import MEMORY

COSTS = CostMemory()


def counted_by_pytorch(
    document: Document, analysis: Analysis, sizes: dict[str, int], device: str
) -> tuple[int, int]:
    """Operations, and bytes seen by saved-tensor hooks, weights left out, of one training pass."""
    program = lower(document, analysis)
    with torch.device(device):
        network = compile_module(program)
    for part in network.modules():
        if getattr(part, "momentum", 0.1) is None:
            part.momentum = 0.1  # None reads a number, of which there are none on ``meta``
    inputs = []
    for given_ in program.network.inputs:
        tensor = analysis.nodes[given_.node].outputs["output"]
        shape = at_sizes({"x": tensor}, sizes)["x"]
        inputs.append(torch.zeros(shape, dtype=DTYPES[tensor.dtype], device=device))
    own = [*network.parameters(), *network.buffers()]
    weights = {tensor.untyped_storage()._cdata for tensor in own}
    kept: dict[int, torch.Tensor] = {}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        if tensor.untyped_storage()._cdata not in weights:
            kept[tensor.untyped_storage()._cdata] = tensor.detach()
        return tensor

    counter = FlopCounterMode(display=False)
    hooks = torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor)
    with counter, hooks:
        network(*inputs)
    size = sum(tensor.untyped_storage().nbytes() for tensor in kept.values())
    return int(counter.get_total_flops()), size


def assert_as_pytorch_counts(document: Document, device: str, **sizes: int) -> None:
    analysis = analyze(document, MEMORY)
    at = {**letters(document, analysis), **sizes}
    total = count_costs(document, analysis, at, COSTS).total

    assert (total.flops, total.activations) == counted_by_pytorch(document, analysis, at, device)


EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").glob("*.loom.yaml"))


#: Examples of millions of weights, but for one.
LARGE = {"bert_encoder", "densenet121", "googlenet", "gpt_decoder", "inception_v3", "unet",
         "vgg16", "vit_b16"}  # fmt: skip


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=[pytest.mark.slow] * (path.name.partition(".")[0] in LARGE))
        for path in EXAMPLES
    ],
    ids=lambda path: path.name.partition(".")[0],
)
def test_the_cost_of_every_example_is_what_pytorch_counts_and_keeps(path: Path) -> None:
    document = load_project(path)

    assert_as_pytorch_counts(document, "meta", N=2, T=9)


@pytest.mark.parametrize("name", ["lenet_mnist", "autoencoder_digits", "two_towers"])
def test_on_real_tensors_it_is_the_same(examples: Path, name: str) -> None:
    document = load_project(examples / f"{name}.loom.yaml")

    assert_as_pytorch_counts(document, "cpu", N=3)


@pytest.mark.filterwarnings("ignore")
@given(networks())
def test_the_cost_of_random_networks_is_what_pytorch_counts_and_keeps(document: Document) -> None:
    assert_as_pytorch_counts(document, "meta", N=2)


@pytest.mark.filterwarnings("ignore")
@given(networks_of_blocks())
def test_the_cost_of_blocks_is_what_pytorch_counts_and_keeps(document: Document) -> None:
    assert_as_pytorch_counts(document, "meta", N=2)


@pytest.mark.parametrize("cell", ["RNNCell", "LSTMCell", "GRUCell"])
def test_a_sequence_that_is_a_view_costs_what_it_does_step_by_step(cell: str) -> None:
    document = loads(f"""
layerloom: 1
name: Turned
nodes:
  x:    {{type: Input, shape: [N, 3, 4]}}
  turn: {{type: torch.transpose, dim0: 1, dim1: 2}}
  cell: {{type: {cell}, hidden_size: 3, unroll: 1}}
  y:    {{type: Output}}
edges: [x -> turn -> cell, cell.h_n -> y]
""")
    assert_as_pytorch_counts(document, "meta", N=2)


def costs_of(text: str, **sizes: int) -> Costs:
    document = loads(text)
    analysis = analyze(document, MEMORY)
    return count_costs(document, analysis, sizes, COSTS)


def test_the_letters_of_a_network_are_counted_at_sizes_that_are_said() -> None:
    text = """
layerloom: 1
name: Attention
nodes:
  x: {type: Input, shape: [N, T, 8]}
  attend: {type: MultiheadAttention, num_heads: 2, batch_first: true}
  y: {type: Output}
edges: [x -> attend.query, x -> attend.key, x -> attend.value, attend -> y]
"""
    plain, longer = costs_of(text), costs_of(text, T=128)

    assert plain.sizes == {"N": 1, "T": 64}
    assert plain.basis == "a sample of T = 64"
    projections, attention = 2 * 64 * 8 * 8 * 4, 2 * 64 * 64 * 8 * 2
    assert plain.total.flops == projections + attention
    assert longer.total.flops == 2 * projections + 4 * attention


@pytest.mark.parametrize(
    ("equation", "shapes", "flops"),
    [
        ("bij,bjk->bik", ("[N, 3, 4]", "[N, 4, 5]"), 2 * 3 * 4 * 5),
        ("bhqd,bhkd->bhqk", ("[N, 2, T, 4]", "[N, 2, T, 4]"), 2 * 2 * 64 * 64 * 4),
    ],
)
def test_products_of_tensors_are_counted(
    equation: str, shapes: tuple[str, str], flops: int
) -> None:
    text = f"""
layerloom: 1
name: Product
nodes:
  a: {{type: Input, shape: {shapes[0]}}}
  b: {{type: Input, shape: {shapes[1]}}}
  product: {{type: torch.einsum, equation: "{equation}"}}
  y: {{type: Output}}
edges: [a -> product.operands.0, b -> product.operands.1, product -> y]
"""
    assert costs_of(text).nodes["product"].flops == flops


TWICE = """
layerloom: 1
name: Repeated
nodes:
  x: {type: Input, shape: [N, 8]}
  first: {type: Linear, out_features: 8, %s}
  again: {type: Linear, out_features: 8, repeat: 3}
  unused: {type: Linear, out_features: 99}
  y: {type: Output}
edges: [x -> first -> again -> y, x -> unused]
"""


def test_what_is_repeated_counts_as_often_and_what_no_output_needs_not_at_all() -> None:
    costs = costs_of(TWICE % "bias: true")

    assert costs.nodes["again"] == Cost(3 * 72, 0, 3 * 128, 2 * 32)  # the last is returned
    assert costs.nodes["first"].activations == 32
    assert costs.nodes["unused"].flops == 2 * 8 * 99
    assert costs.total == Cost(4 * 72, 0, 4 * 128, 3 * 32 + 32)


def test_frozen_layers_keep_nothing_that_only_they_would_learn_from() -> None:
    frozen = costs_of(TWICE % "trainable: false")

    assert frozen.nodes["x"].activations == 0
    assert frozen.total.activations == 3 * 32


def test_one_sample_is_counted_though_a_batch_norm_in_training_needs_two() -> None:
    text = """
layerloom: 1
name: Norm
nodes:
  x: {type: Input, shape: [N, 8]}
  fc: {type: Linear, out_features: 4}
  norm: {type: BatchNorm1d}
  y: {type: Output}
edges: [x -> fc -> norm -> y]
"""
    costs = costs_of(text)

    assert costs.nodes["norm"] == Cost(8, 9, 0, 2 * 4 * 4)  # mean and deviation of four channels
    assert costs.nodes["fc"].activations == 16


def test_costs_cross_a_process_boundary() -> None:
    costs = costs_of(TWICE % "bias: false")

    assert Costs.from_plain(costs.to_plain()) == costs


def test_a_network_with_errors_is_counted_as_far_as_it_is_known() -> None:
    costs = costs_of((TWICE % "bias: true").replace("repeat: 3", "in_features: 3"))

    assert costs.nodes["first"].flops == 128
    assert costs.nodes["again"].flops is None


def test_when_time_is_short_the_rest_is_left_for_later() -> None:
    document = loads(TWICE % "bias: true")
    analysis, memory = analyze(document), CostMemory()
    memory.allow(-1.0)

    some = count_costs(document, analysis, memory=memory)

    assert (some.nodes["first"].flops, memory.is_complete) == (None, False)
    memory.allow(60.0)
    assert count_costs(document, analysis, memory=memory).total.flops == 512
    assert memory.is_complete
