"""Seeing into a network: every node tells what it gave, and nothing of the network is changed."""

import math
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from torch import nn

from codegen.watching import watching
from graph.document import Document
from graph.project_file import load_project, loads
from graph.shapes import analyze
from tests.codegen import random_blocks, random_networks
from train.probe.compiling import compile_for_probe
from train.probe.request import ProbeError, Request
from train.probe.run import probe
from train.probe.samples import Feed, take_sample

RANDOM = {"x": Feed("random")}

STACK = """layerloom: 1
name: Stack
blocks:
  Step:
    arguments: {width: 4, skip: true}
    nodes:
      x:    {type: Input}
      fc:   {type: Linear, out_features: =width}
      drop: {type: Dropout, when: =skip}
      relu: {type: ReLU, inplace: true}
      sum:  {type: torch.add}
      y:    {type: Output}
    edges: [x -> fc -> drop -> relu -> sum.input, x -> sum.other, sum -> y]
nodes:
  x:     {type: Input, shape: [N, 4]}
  first: {type: Step, skip: false}
  rest:  {type: Step, repeat: 3}
  gain:  {type: Parameter, shape: [4]}
  mul:   {type: torch.mul}
  loose: {type: Sigmoid}
  y:     {type: Output}
edges:
  - x -> first -> rest -> mul.input
  - gain -> mul.other
  - mul -> y
  - first -> loose
"""


def chain(*layers: str, shape: str = "N, 4") -> Document:
    """A document ``x -> a -> b -> ... -> y``; a layer is what stands between its braces."""
    nodes = [f"  n{i}: {{{layer}}}" for i, layer in enumerate(layers)]
    names = " -> ".join(["x", *(f"n{i}" for i in range(len(layers))), "y"])
    text = "\n".join([f"  x: {{type: Input, shape: [{shape}]}}", *nodes, "  y: {type: Output}"])
    return loads(f"layerloom: 1\nname: Chain\nnodes:\n{text}\nedges: [{names}]\n")


def hooks(network: nn.Module) -> int:
    return sum(
        len(module._forward_hooks) + len(module._forward_pre_hooks) for module in network.modules()
    )


def state(network: nn.Module) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in network.state_dict().items()}


# every node


def test_copies_functions_parameters_and_branches_left_out_all_have_their_outputs() -> None:
    found = probe(loads(STACK), Request(RANDOM))

    places = [str(seen.place) for seen in found.steps]
    assert places[:5] == ["x", "gain", "first", "first.x", "first.fc"]
    assert places.index("rest[0].fc") < places.index("rest[1].fc") < places.index("rest[2].sum")
    assert found.at("first.drop").note.startswith("left out")
    left_out, before = (found.at(place).outputs["output"] for place in ("first.drop", "first.fc"))
    assert left_out.numbers == before.numbers
    assert found.at("gain").outputs["output"].shape == (4,)
    assert found.at("loose").note == "not computed: it leads to no Output"
    assert places[-1] == "y"
    assert found.at("y").outputs["input"] is found.at("mul").outputs["output"]
    assert all(seen.outputs or seen.node == "loose" for seen in found.steps)


def test_a_layer_that_writes_over_its_input_is_shown_beside_what_it_wrote_over() -> None:
    found = probe(loads(STACK), Request(RANDOM, batch=64))

    assert found.at("rest[1].drop").outputs["output"].low < 0
    assert found.at("rest[1].relu").outputs["output"].low == 0


def check_law(document: Document) -> None:
    ready = compile_for_probe(document)
    names = [node.name for node in document.graph.nodes if node.type == "Input"]
    feeds = {name: Feed("random", seed=3) for name in names}
    before, state_of_random = state(ready.network), torch.get_rng_state()

    for train in (False, True):
        found = probe(document, Request(feeds, train, batch=3), compiled=ready)

        known = analyze(document)
        by_place = {str(seen.place): seen for seen in found.steps}
        for node in document.graph.nodes:
            seen, told = by_place[node.name], known.nodes[node.name]
            if seen.note.startswith("not computed") or node.type == "Output":
                continue
            stepped = "unroll" in node.options  # of the steps only what is used is gathered
            assert {
                port: len(tensor.shape)
                for port, tensor in told.outputs.items()
                if not stepped or port in seen.outputs
            } == {port: len(summary.shape) for port, summary in seen.outputs.items()}
    after = state(ready.network)
    assert hooks(ready.network) == 0
    assert torch.equal(torch.get_rng_state(), state_of_random)
    assert all(torch.equal(before[name], after[name]) for name in before)


@given(random_networks.networks())
def test_every_output_of_every_node_of_any_network_is_seen(document: Document) -> None:
    check_law(document)


@pytest.mark.slow
@given(random_blocks.networks_of_blocks())
def test_every_output_of_every_node_of_any_nested_blocks_is_seen(document: Document) -> None:
    check_law(document)


def test_what_is_seen_is_what_the_network_computes() -> None:
    document = loads(STACK)
    ready = compile_for_probe(document)
    sample = take_sample(ready.document, ready.analysis, RANDOM, batch=5)
    seen = {}

    def see(place, port, tensor):
        seen[str(place), port] = tensor.clone()

    ready.network.eval()
    with torch.no_grad():
        with watching(document, ready.analysis, ready.network, see):
            watched = ready.network(*sample.inputs.values())
        plain = ready.network(*sample.inputs.values())
        second = ready.network.rest[1]
        again = second(seen["rest[0]", "y"].clone())

    assert torch.equal(watched, plain)
    assert torch.equal(seen["mul", "output"], plain)
    assert torch.equal(seen["rest[1]", "y"], again)


def test_the_same_is_seen_in_a_block_of_sequential_as_in_one_with_a_forward() -> None:
    def steps(style: str) -> dict[str, tuple[str, ...]]:
        document = loads(NESTED + style)
        found = probe(document, Request({"x": Feed("random", seed=3)}), compiled=None)
        return {str(seen.place): tuple(map(str, seen.outputs)) for seen in found.steps}

    assert steps("") == steps("style: {blocks: sequential}\n")
    assert "outer.inner[1].fc" in steps("")


NESTED = """layerloom: 1
name: Net
blocks:
  Inner:
    nodes:
      x: {type: Input}
      fc: {type: Linear, out_features: 4}
      bend: {type: Tanh}
      y: {type: Output}
    edges: [x -> fc -> bend -> y]
  Outer:
    nodes:
      x: {type: Input}
      first: {type: Inner}
      inner: {type: Inner, repeat: 2}
      off: {type: Inner, when: false}
      y: {type: Output}
    edges: [x -> first -> inner -> off -> y]
nodes:
  x: {type: Input, shape: [N, 4]}
  outer: {type: Outer}
  again: {type: Outer}
  add: {type: torch.add}
  y: {type: Output}
edges: [x -> outer -> again -> add.input, outer -> add.other, add -> y]
"""


# nothing is changed


def test_hooks_are_gone_even_when_a_layer_refuses() -> None:
    text = "layerloom: 1\nname: T\nnodes:\n  x: {type: Input, shape: [N, 4], dtype: int64}\n"
    text += "  emb: {type: Embedding, num_embeddings: 5, embedding_dim: 3}\n  y: {type: Output}\n"
    document = loads(text + "edges: [x -> emb -> y]\n")
    ready = compile_for_probe(document)

    with pytest.raises(ProbeError, match="emb: a number that arrives is no index") as raised:
        probe(document, Request({"x": Feed("numbers", text="1, 2, 3, 9")}), compiled=ready)

    assert raised.value.node == "emb"
    assert hooks(ready.network) == 0
    assert probe(document, Request(RANDOM), compiled=ready).at("emb").outputs["output"].low


def test_a_probe_in_train_mode_leaves_statistics_modes_and_random_numbers_as_they_were() -> None:
    document = chain("type: BatchNorm1d", "type: Dropout")
    ready = compile_for_probe(document)
    ready.network.train()
    ready.network[1].eval()
    before, random = state(ready.network), torch.get_rng_state()

    probe(document, Request(RANDOM, train=True), compiled=ready)

    after = state(ready.network)
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert [module.training for module in ready.network] == [True, False]
    assert torch.equal(torch.get_rng_state(), random)


# what is told


def test_batch_norm_of_weight_4_gives_variance_16_in_train_mode() -> None:
    document = chain("type: BatchNorm2d", shape="N, 3, 16, 16")
    ready = compile_for_probe(document)
    with torch.no_grad():
        ready.network[0].weight.fill_(4.0)

    found = probe(document, Request({"x": Feed("image")}, train=True), compiled=ready)

    assert found.at("n0").outputs["output"].variance == pytest.approx(16, rel=1e-3)


def test_dropout_zeroes_half_in_train_mode_and_nothing_in_eval_mode() -> None:
    document = chain("type: Dropout")

    def zeros(train: bool, seed: int = 0):
        request = Request(RANDOM, train, batch=256, seed=seed)
        return probe(document, request).at("n0").outputs["output"]

    assert zeros(False).zeros == 0
    assert 0.4 < zeros(True).zeros < 0.6
    assert zeros(True).counts == zeros(True).counts
    assert zeros(True).counts != zeros(True, seed=1).counts


def test_the_first_node_that_gives_no_number_is_named() -> None:
    document = chain("type: ReLU", "type: torch.log", "type: Softmax, dim: 1")

    found = probe(document, Request({"x": Feed("numbers", text="1 -2 0 3")}))

    assert str(found.first_broken.place) == "n1"
    assert found.first_broken.outputs["output"].broken == 0.5


def test_statistics_and_histogram_are_those_of_numpy() -> None:
    text = "0.5, -1.5, 0, 4"

    summary = probe(chain("type: Identity"), Request({"x": Feed("numbers", text=text)})).at("n0")

    told, values = summary.outputs["output"], np.array([0.5, -1.5, 0, 4])
    assert (told.low, told.high, told.mean) == (-1.5, 4, values.mean())
    assert told.variance == pytest.approx(values.var())
    assert told.zeros == 0.25
    assert sum(told.counts) == 4 and len(told.counts) == 32
    assert told.counts == tuple(np.histogram(values, 32)[0])
    assert told.numbers == ((0.5, -1.5, 0.0, 4.0),)


def test_a_large_output_is_cut_for_display_and_its_size_said() -> None:
    document = chain("type: Conv2d, out_channels: 100, kernel_size: 3", shape="N, 3, 400, 300")

    seen = probe(document, Request({"x": Feed("image")})).at("n0")

    maps = seen.outputs["output"].maps
    assert maps.pixels.shape == (64, 96, 72)
    assert maps.note == "64 of 100 channels, shown at 96 x 72 of 398 x 298"
    assert seen.weight.maps.pixels.shape == (64, 3, 3)
    assert seen.outputs["output"].numbers_note == "16 x 16 of 1 x 100 x 398 x 298 numbers"


def test_a_network_without_an_output_is_shown_to_its_loose_ends() -> None:
    text = "layerloom: 1\nname: T\nnodes:\n  x: {type: Input, shape: [N, 4]}\n"
    document = loads(text + "  fc: {type: Linear, out_features: 2}\nedges: [x -> fc]\n")

    found = probe(document, Request(RANDOM))

    assert found.at("fc").outputs["output"].shape == (1, 2)
    assert "Output" not in document.graph


def test_a_sample_of_the_data_comes_with_its_target_and_the_prediction(examples: Path) -> None:
    document = load_project(examples / "mlp_digits.loom.yaml")

    found = probe(document, Request({}), folder=examples)

    assert found.target in "0123456789"
    assert found.prediction[0] in "0123456789"
    assert found.sample.words == "validation sample 0 of digits"


def test_one_sample_in_train_mode_says_what_batch_norm_needs() -> None:
    document = chain("type: BatchNorm1d")

    with pytest.raises(ProbeError, match="n0: train mode needs more than one sample; choose a"):
        probe(document, Request(RANDOM, train=True, batch=1))


def test_a_constant_and_an_empty_output_have_a_summary_too() -> None:
    found = probe(chain("type: torch.mul, other: 0.0"), Request(RANDOM)).at("n0")

    told = found.outputs["output"]
    assert (told.variance, told.zeros, sum(told.counts)) == (0, 1, 4)
    assert math.isclose(sum(told.edges), 0)
