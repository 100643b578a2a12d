"""A cell or a block stepped along an axis: a loop in the source, its weights there once."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from codegen import compile_document, source_of
from codegen.watching import Place, watching
from graph.costing import count_costs
from graph.document import Document, Edge
from graph.project_file import dumps, loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift as assert_same_networks
from tests.networks import tensors

HEAD = "layerloom: 1\nname: Net\n"


def cell(said: str, shape: str = "[N, T, 5]", more: str = "", edges: str = "") -> Document:
    return loads(
        f"{HEAD}nodes:\n  x: {{type: Input, shape: {shape}}}\n  cell: {{type: {said}}}\n"
        f"  y: {{type: Output}}\n{more}edges: [x -> cell -> y{edges}]\n"
    )


def assert_no_drift(document: Document) -> None:
    assert_same_networks(document, lambda document, size: [*tensors(document, size, 4).values()])


DECODER = """
blocks:
  Step:
    arguments: {width: 6}
    nodes:
      token:  {type: Input}
      h:      {type: Input}
      memory: {type: Input}
      embed:  {type: Embedding, num_embeddings: 10, embedding_dim: 4}
      seen:   {type: torch.mean, dim: 1}
      both:   {type: torch.cat, dim: 1}
      cell:   {type: GRUCell, hidden_size: =width}
      fc:     {type: Linear, out_features: 10}
      logits: {type: Output}
      h_new:  {type: Output}
    edges: [token -> embed -> both.tensors.0, memory -> seen -> both.tensors.1, both -> cell.input,
            h -> cell.h, cell -> fc -> logits, cell -> h_new]
  Decoder:
    arguments: {width: 6}
    nodes:
      tokens: {type: Input}
      memory: {type: Input}
      step:
        type: Step
        width: =width
        unroll:
          {axis: 1, state: {h: h_new}, start: {h: [=token.size(0), =width]}, constant: [memory]}
      y: {type: Output}
      z: {type: Output}
    edges: [tokens -> step.token, memory -> step.memory, step.logits -> y, step.h_n -> z]
nodes:
  t: {type: Input, shape: [N, T], dtype: int64}
  m: {type: Input, shape: [N, S, 7]}
  d: {type: Decoder}
  e: {type: Decoder, width: 4}
  y: {type: Output}
  z: {type: Output}
edges: [t -> d.tokens, m -> d.memory, t -> e.tokens, m -> e.memory, d.y -> y, e.z -> z]
"""


@pytest.mark.parametrize("batch_first", [True, False])
def test_an_lstm_is_its_cell_stepped_through_time(batch_first: bool) -> None:
    axis = 1 if batch_first else 0
    document = cell(
        f"LSTMCell, hidden_size: 3, unroll: {{axis: {axis}}}",
        "[N, T, 5]" if batch_first else "[T, N, 5]",
        "  h: {type: Output}\n  c: {type: Output}\n",
        ", cell.h_n -> h, cell.c_n -> c",
    )
    network = compile_document(document)
    whole = nn.LSTM(5, 3, batch_first=batch_first)
    whole.load_state_dict(
        {f"{name.removeprefix('cell.')}_l0": w for name, w in network.state_dict().items()}
    )
    x = torch.randn(4, 7, 5)

    outputs, h, c = network(x)
    expected, (h_n, c_n) = whole(x)

    assert list(network.state_dict()) == [
        "cell.weight_ih", "cell.weight_hh", "cell.bias_ih", "cell.bias_hh",
    ]  # fmt: skip
    assert torch.allclose(outputs, expected, atol=1e-6)
    assert torch.allclose(h, h_n[0], atol=1e-6)
    assert torch.allclose(c, c_n[0], atol=1e-6)
    assert_no_drift(document)


def test_the_source_is_a_loop_that_one_can_read() -> None:
    text = source_of(cell("LSTMCell, hidden_size: 3, unroll: 1")).text

    assert (
        """
        h = x.new_zeros(x.size(0), 3)
        c = x.new_zeros(x.size(0), 3)
        outputs = []
        for step in x.unbind(1):
            h, c = self.cell(step, (h, c))
            outputs.append(h)
        return torch.stack(outputs, dim=1)  # (N, T, 3)
"""
        in text
    )


def test_a_length_that_is_a_letter_stays_one_and_costs_one_step() -> None:
    known = analyze(cell("GRUCell, hidden_size: 3, unroll: 1")).nodes["cell"]

    assert str(known.outputs["h_1"]) == "[N, T, 3]"
    assert str(known.outputs["h_n"]) == "[N, 3]"


def test_steps_taken_in_reverse_keep_their_places() -> None:
    document = cell(
        "GRUCell, hidden_size: 3, unroll: {axis: 0, reverse: true}",
        "[T, N, 5]",
        "  h0: {type: Input, shape: [N, 3]}\n  z: {type: Output}\n  w: {type: Output}\n",
        ", h0 -> cell.h, cell.h_n -> z, h0 -> w",
    )
    network = compile_document(document)
    x, h0 = torch.randn(4, 2, 5), torch.randn(2, 3)

    outputs, last, same = network(x, h0)
    h = h0
    for step in reversed(range(4)):
        h = network.cell(x[step], h)
        assert torch.equal(outputs[step], h)

    assert torch.equal(last, h)
    assert torch.equal(same, h0)
    assert "for step in reversed(x.unbind(0)):" in source_of(document).text
    assert_no_drift(document)


def test_a_block_is_stepped_with_a_memory_that_every_step_sees() -> None:
    document = loads(HEAD + DECODER)

    known = analyze(document).nodes
    text = source_of(document).text

    assert str(known["d"].outputs["y"]) == "[N, T, 10]"
    assert str(known["e"].outputs["z"]) == "[N, 4]"
    assert "h = torch.zeros(tokens.size(0), self.width, device=tokens.device)" in text
    assert "logits, h = self.step(step, h, memory)" in text
    assert_no_drift(document)


def test_two_sequences_are_stepped_side_by_side_and_a_layer_without_state_at_every_step() -> None:
    document = loads(
        HEAD
        + """
nodes:
  x: {type: Input, shape: [N, T, 5]}
  z: {type: Input, shape: [N, T, 4]}
  both: {type: Bilinear, out_features: 2, unroll: 1}
  fc: {type: Linear, out_features: 3, unroll: -2}
  y: {type: Output}
edges: [x -> both.input1, z -> both.input2, both -> fc -> y]
"""
    )

    text = source_of(document).text

    assert "for input1_t, input2_t in zip(x.unbind(1), z.unbind(1), strict=True):" in text
    assert_no_drift(document)


def test_an_output_that_comes_back_to_two_states_is_copied() -> None:
    document = loads(
        HEAD
        + """
blocks:
  Step:
    nodes:
      x: {type: Input}
      a: {type: Input}
      b: {type: Input}
      ab: {type: torch.sub}
      s: {type: torch.add}
      y: {type: Output}
    edges: [a -> ab.input, b -> ab.other, ab -> s.input, x -> s.other, s -> y]
nodes:
  x: {type: Input, shape: [N, T, 5]}
  a: {type: Input, shape: [N, 5]}
  s:
    type: Step
    unroll: {axis: 1, state: {a: y, b: y}, start: {b: [=x.size(0), 5]}}
  y: {type: Output}
edges: [x -> s.x, a -> s.a, s -> y]
"""
    )

    assert "            b = a\n" in source_of(document).text
    assert_no_drift(document)


@pytest.mark.parametrize("of_a_block", [False, True])
def test_every_step_is_counted_as_pytorch_counts_it(of_a_block: bool) -> None:
    document = loads(HEAD + DECODER) if of_a_block else cell("LSTMCell, hidden_size: 3, unroll: 1")
    network = compile_document(document)

    counted = count_costs(document, analyze(document), {"N": 1, "T": 6, "S": 6}).total
    with FlopCounterMode(display=False) as counter:
        network(*tensors(document, 1, 6).values())

    assert counted.flops == counter.get_total_flops()


def test_a_network_that_is_watched_shows_what_all_steps_gave() -> None:
    document = loads(HEAD + DECODER)
    known, network = analyze(document), compile_document(document)
    seen: dict[tuple[str, str], torch.Tensor] = {}

    def see(place: Place, port: str, tensor: torch.Tensor) -> None:
        seen[str(place), port] = tensor

    with watching(document, known, network, see):
        y, _ = network(*tensors(document, 2, 4).values())

    assert torch.equal(seen["d.step", "logits"], y)
    assert seen["d.step", "h_n"].shape == (2, 6)
    assert seen["d.step.fc", "output"].shape == (2, 10)


@pytest.mark.parametrize("length", [1, 2])
def test_few_steps_are_steps(length: int) -> None:
    document = cell("RNNCell, hidden_size: 3, unroll: 1", f"[N, {length}, 5]")

    assert compile_document(document)(torch.randn(2, length, 5)).shape == (2, length, 3)


def test_no_steps_give_the_state_they_start_from_in_module_and_source() -> None:
    document = loads(
        HEAD
        + "nodes:\n  x: {type: Input, shape: [N, T, 5]}\n"
        + "  cell: {type: GRUCell, hidden_size: 3, unroll: 1}\n  y: {type: Output}\n"
        + "edges: [x -> cell, cell.h_n -> y]\n"
    )
    namespace: dict[str, type[nn.Module]] = {}
    exec(source_of(document).text, namespace)

    for network in (compile_document(document), namespace["Net"]()):
        assert torch.equal(network(torch.randn(2, 0, 5)), torch.zeros(2, 3))


def test_unroll_is_saved_as_it_was_read() -> None:
    document = loads(HEAD + DECODER)

    assert loads(dumps(document)) == document
    assert dumps(loads(dumps(document))) == dumps(document)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("GRUCell, hidden_size: 3, unroll: 7", "steps along axis 7, but [N, T, 5], which arrives"),
        ("GRUCell, hidden_size: 3, unroll: {axis: one}", "axis is a whole number such as 1"),
        ("GRUCell, hidden_size: 3, unroll: true", "unroll is the axis to step along"),
        ("GRUCell, hidden_size: 3, unroll: {time: 1}", "unroll has no 'time'; it has axis, state"),
        ("GRUCell, hidden_size: 3, unroll: {revers: true}", "did you mean reverse?"),
        ("GRUCell, hidden_size: 3, unroll: {state: {k: h_1}}", "it has no input 'k'; it has input"),
        ("GRUCell, hidden_size: 3, unroll: {state: {h: y}}", "it has no output 'y'; it has h_1."),
        ("GRUCell, hidden_size: 3, unroll: {state: [h]}", "state says which output comes back"),
        ("GRUCell, hidden_size: 3, unroll: {constant: [input]}", "nothing is left to step along"),
        ("GRUCell, hidden_size: 3, unroll: {start: {h: 3}}", "start of h is a list of sizes"),
        (
            "GRUCell, hidden_size: 3, unroll: {start: {h: [=input.size(0), 4]}}",
            "h goes into the first step as [N, 4], but every step gives [N, 3]",
        ),
        ("GRUCell, hidden_size: 3, unroll: {start: {h: [=input.size(9), 4]}}", "start of h: "),
        ("GRUCell, hidden_size: 3, unroll: {start: {h: [0, 4]}}", "start of h: 0 is no size"),
        ("GRUCell, hidden_size: 3, unroll: 1, repeat: 2", "unroll and repeat are too much for one"),
        ("GRUCell, hidden_size: 3, unroll: 1, when: false", "unroll and when are too much for one"),
        ("torch.cat, unroll: 1", "what takes or gives a list of tensors is stepped inside a block"),
        ("Linear, out_features: 5, unroll: {state: {input: output}}", "nothing is left to step"),
        ("LSTMCell, hidden_size: 3, unroll: [1, 2]", "unroll is the axis to step along"),
    ],
)
def test_what_cannot_be_stepped_is_named_and_a_fix_helps(said: str, message: str) -> None:
    document = cell(said)

    errors = analyze(document).errors

    assert any(message in error.message for error in errors), [e.message for e in errors]
    found = next(error for error in errors if message in error.message)
    for fix in found.fixes:
        inverse = document.apply(fix.edit)
        assert all(message not in error.message for error in analyze(document).errors)
        document.apply(inverse)
    assert found.fixes


def test_a_state_of_a_block_must_start_from_something() -> None:
    text = (HEAD + DECODER).replace("start: {h: [=token.size(0), =width]}, ", "")
    document = loads(text)

    [problem] = analyze(document).errors

    assert problem.message == (
        "step: nothing says what h is before the first step; wire it, or start it."
    )


def test_sequences_of_different_lengths_are_told_apart() -> None:
    document = loads(
        HEAD
        + """
nodes:
  x: {type: Input, shape: [N, T, 5]}
  z: {type: Input, shape: [N, S, 4]}
  both: {type: Bilinear, out_features: 2, unroll: 1}
  y: {type: Output}
edges: [x -> both.input1, z -> both.input2, both -> y]
"""
    )

    [problem] = analyze(document).errors

    assert problem.message == (
        "both: input1 has T steps on axis 1 and input2 has S; both must have as many."
    )


def test_one_step_and_none_are_steps_too() -> None:
    document = cell(
        "GRUCell, hidden_size: 3, unroll: 1", more="  h: {type: Output}\n", edges=", cell.h_n -> h"
    )
    last = cell("GRUCell, hidden_size: 3, unroll: 1", edges="")
    last.graph.remove_edge(*[edge for edge in last.graph.edges if edge.target == "y"])
    last.graph.add_edge(Edge("cell", "h_n", "y", "input"))

    for size in (1, 0):
        networks = []
        for made in (document, last):
            space: dict[str, Any] = {}
            exec(source_of(made).text.partition("\nif __name__")[0], space)
            torch.manual_seed(0)
            network = compile_document(made)
            torch.manual_seed(0)
            networks.append((network, space["Net"]()))
        x = torch.randn(2, size, 5)
        if size:
            for one, other in zip(*(network(x) for network in networks[0]), strict=True):
                assert torch.equal(one, other)
        else:  # as LSTM and GRU do, of no step nothing can be stacked
            for network in networks[0]:
                with pytest.raises(RuntimeError, match="non-empty"):
                    network(x)
        one, other = (network(x) for network in networks[1])
        assert torch.equal(one, other)
        assert size or torch.equal(one, torch.zeros(2, 3))


TURNING = """blocks:
  Step:
    nodes:
      x: {type: Input}
      h: {type: Input}
      flat: {type: %s, %s: [-1, 6]}
      fc: {type: Linear, out_features: 6}
      add: {type: torch.add}
      rows: {type: torch.reshape, shape: [-1, 2, 3]}
      turn: {type: torch.transpose, dim0: 1, dim1: 2}
      y: {type: Output}
      h_new: {type: Output}
    edges: [x -> fc -> add.input, h -> flat -> add.other, add -> y, add -> rows -> turn -> h_new]
nodes:
  x: {type: Input, shape: [N, T, 5]}
  s: {type: Step, unroll: {axis: 1, state: {h: h_new}, start: {h: [=x.size(0), 3, 2]}}}
  y: {type: Output}
edges: [x -> s.x, s.y -> y]
"""


def test_a_state_that_comes_back_otherwise_in_memory_is_tried_so_in_the_next_step() -> None:
    viewed = loads(HEAD + TURNING % ("Tensor.view", "size"))
    reshaped = loads(HEAD + TURNING % ("torch.reshape", "shape"))

    [problem] = analyze(viewed).errors

    assert (problem.node, problem.code) == ("flat", "layout")
    viewed.apply(problem.fixes[0].edit)
    assert not analyze(viewed).errors
    assert_no_drift(viewed)
    assert_no_drift(reshaped)
