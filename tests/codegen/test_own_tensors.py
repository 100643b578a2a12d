"""Tensors of the network's own: learned, saved, or merely carried along; and frozen layers."""

from __future__ import annotations

import copy
import pickle

import pytest
import torch
from torch import nn

from codegen import compile_document, source_of
from codegen.lower import lower
from codegen.modules import compile_module
from codegen.program import Program
from codegen.source import emit_source
from graph.project_file import loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift, assert_same, assert_same_state

TEXTBOOK = """
layerloom: 1
name: Textbook
nodes:
  x: {type: Input, shape: [N, 3]}
  weight: {type: Parameter, shape: [3, 4]}
  shift: {type: Buffer, shape: [4]}
  scale: {type: Parameter, shape: [4], trainable: false}
  steps: {type: Constant, value: [[1, 2, 3, 4]]}
  product: {type: torch.matmul}
  shifted: {type: torch.add}
  scaled: {type: torch.mul}
  stepped: {type: torch.mul}
  head: {type: Linear, out_features: 5, trainable: false}
  y: {type: Output}
  w: {type: Output}
edges:
  - x -> product.input
  - weight -> product.other
  - product -> shifted.input
  - shift -> shifted.other
  - shifted -> scaled.input
  - scale -> scaled.other
  - scaled -> stepped.input
  - steps -> stepped.other
  - stepped -> head -> y
  - weight -> w
"""


@pytest.fixture
def program() -> Program:
    document = loads(TEXTBOOK)
    return lower(document, analyze(document))


@pytest.fixture
def network(program: Program) -> nn.Module:
    torch.manual_seed(0)
    return compile_module(program)


def test_module_and_source_keep_the_same_tensors(program, network) -> None:
    namespace: dict[str, type[nn.Module]] = {}
    exec(emit_source(program).text, namespace)
    torch.manual_seed(0)
    exported = namespace["Textbook"]()
    x = torch.randn(2, 3)

    assert_same_state(network, exported)
    assert_same(network(x), exported(x))
    assert [p.requires_grad for p in network.parameters()] == [
        p.requires_grad for p in exported.parameters()
    ]


def test_what_is_learned_and_what_is_saved(network) -> None:
    learned = {name for name, tensor in network.named_parameters() if tensor.requires_grad}

    assert learned == {"weight"}
    assert set(network.state_dict()) == {"weight", "shift", "scale", "head.weight", "head.bias"}
    assert {name for name, _ in network.named_buffers()} == {"shift", "steps"}


def test_the_network_computes_what_the_textbook_says(network) -> None:
    x = torch.randn(2, 3)

    scores, weight = network(x)

    by_hand = (x @ network.weight + network.shift) * network.scale * torch.arange(1.0, 5.0)
    assert torch.equal(scores, network.head(by_hand))
    assert weight is network.weight


def test_a_tensor_that_was_replaced_is_the_one_that_is_read(network) -> None:
    x = torch.randn(2, 3)
    for twin in (copy.deepcopy(network), pickle.loads(pickle.dumps(network))):  # noqa: S301
        twin.weight = nn.Parameter(torch.zeros(3, 4))
        twin.shift = torch.ones(4)

        expected = twin.head(twin.scale * twin.steps).expand(2, 5)
        torch.testing.assert_close(twin(x)[0], expected)


def test_it_is_written_as_people_write_it(program) -> None:
    text = emit_source(program).text

    assert "self.weight = nn.Parameter(torch.randn(3, 4))" in text
    assert 'self.register_buffer("shift", torch.zeros(4))' in text
    assert "self.scale = nn.Parameter(torch.randn(4), requires_grad=False)" in text
    assert '"steps", torch.tensor([[1.0, 2.0, 3.0, 4.0]]), persistent=False' in text
    assert "self.head = nn.Linear(4, 5).requires_grad_(False)" in text
    assert "x @ self.weight" in text


FROZEN = """
layerloom: 1
name: Frozen
nodes:
  x: {type: Input, shape: [N, 3, 8, 8]}
  conv: {type: Conv2d, out_channels: 4, kernel_size: 3, padding: 1, padding_mode: reflect, bias: false, group: stem, trainable: false}
  norm: {type: BatchNorm2d, group: stem, trainable: false}
  flat: {type: Flatten, start_dim: 2}
  attn: {type: MultiheadAttention, num_heads: 4, batch_first: true, dropout: 0.1, trainable: false}
  a: {type: Linear, out_features: 8, group: head}
  b: {type: Linear, out_features: 8, group: head}
  y: {type: Output}
edges:
  - x -> conv -> norm -> flat -> attn.query
  - flat -> attn.key
  - flat -> attn.value
  - attn -> a -> b -> y
groups:
  stem: {container: Sequential}
  head: {container: Sequential, trainable: false}
"""  # noqa: E501


def test_what_does_not_learn_is_said_where_it_reads_best() -> None:
    document = loads(FROZEN)

    text = source_of(document).text

    assert "nn.BatchNorm2d(4).requires_grad_(False),\n" in text
    assert "        self.attn.requires_grad_(False)\n" in text
    assert "        self.head.requires_grad_(False)\n" in text
    assert not any(tensor.requires_grad for tensor in compile_document(document).parameters())
    assert_no_drift(document)


STILL = """
layerloom: 1
name: Frozen
nodes:
  x: {type: Input, shape: [N, 4]}
  fc: {type: Linear, out_features: 4}
  bn: {type: BatchNorm1d%s}
  drop: {type: Dropout}
  head: {type: Linear, out_features: 2}
  y: {type: Output}
edges: [x -> fc -> bn -> drop -> head -> y]
%s
"""


@pytest.mark.parametrize(
    ("said", "frames", "still"),
    [
        (", trainable: eval", "", {"1"}),
        (", group: base", "groups: {base: {container: Sequential, trainable: eval}}", {"base"}),
        (", group: base", "groups: {base: {container: Module, trainable: eval}}", {"base"}),
        (", trainable: eval, group: base", "groups: {base: {container: Module}}", {"base.bn"}),
        (", trainable: eval", "style: {sequential: named}", {"bn"}),
    ],
)
def test_what_stays_in_eval_mode_does_so_while_the_rest_is_trained(said, frames, still) -> None:
    document = loads(STILL % (said, frames))

    assert analyze(document).errors == []
    assert_no_drift(document)
    program = lower(document, analyze(document))
    namespace: dict[str, type[nn.Module]] = {}
    exec(compile(emit_source(program).text, "exported", "exec"), namespace)
    for network in (compile_module(program), namespace["Frozen"]()):
        for _ in range(2):  # as it is built, and as it is put
            modes = {name for name, module in network.named_modules() if not module.training}
            assert still <= modes
            assert "0" not in modes and "fc" not in modes
            network.train()
        frozen = {n for n, p in network.named_parameters() if not p.requires_grad}
        assert len(frozen) == 2
        before = copy.deepcopy(network.state_dict())
        network(torch.randn(8, 4))
        after = network.state_dict()
        assert all(torch.equal(tensor, after[name]) for name, tensor in before.items())


@pytest.mark.parametrize("said", ["maybe", "3", "[eval]"])
def test_trainable_is_true_false_or_eval(said) -> None:
    problem = analyze(loads(STILL % (f", trainable: {said}", ""))).problems[0]
    assert problem.message.endswith(
        "trainable is true, false, or eval: frozen, and kept in eval mode."
    )
    document = loads(STILL % ("", f"groups: {{base: {{trainable: {said}}}}}"))
    problem = analyze(document).errors[0]
    document.apply(problem.fixes[0].edit)
    assert analyze(document).errors == []
