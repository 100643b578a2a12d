"""Weights in common: one layer called twice, and one parameter for two layers."""

from __future__ import annotations

import pytest
import torch

from codegen import compile_document, source_of
from graph.document import Document
from graph.edits import RemoveNode, RenameNode
from graph.project_file import loads
from graph.shapes import analyze
from tests.laws.test_no_drift import assert_no_drift


def network(nodes: str, edges: str, rest: str = "") -> Document:
    lines = "\n".join(f"  {line.strip()}" for line in nodes.strip().splitlines())
    return loads(f"layerloom: 1\nname: A\nnodes:\n{lines}\nedges: [{edges}]\n{rest}\n")


def keys(document: Document) -> list[str]:
    return list(compile_document(document).state_dict())


TWICE = """
    x: {type: Input, shape: [N, 8]}
    fc: {type: Linear, out_features: 8}
    relu: {type: ReLU}
    again: {type: Linear, shares: fc}
    y: {type: Output}
"""
CHAIN = "x -> fc -> relu -> again -> y"

SIAMESE = """
blocks:
  Encoder:
    arguments: {width: 4}
    nodes:
      x: {type: Input}
      conv: {type: Conv2d, out_channels: =width, kernel_size: 3}
      flat: {type: Flatten}
      fc: {type: Linear, out_features: 5}
      y: {type: Output}
    edges: [x -> conv -> flat -> fc -> y]
"""
PAIR = """
    left: {type: Input, shape: [N, 1, 6, 6]}
    right: {type: Input, shape: [N, 1, 6, 6]}
    a: {type: Encoder}
    b: {type: Encoder, shares: a}
    apart: {type: PairwiseDistance}
    y: {type: Output}
"""
MEET = "left -> a -> apart.x1, right -> b -> apart.x2, apart -> y"

LANGUAGE = """
    tokens: {type: Input, shape: [N, T], dtype: int64}
    embedding: {type: Embedding, num_embeddings: 20, embedding_dim: 6}
    lstm: {type: LSTM, hidden_size: 6, batch_first: true}
    decoder: {type: Linear, out_features: 20, shares: {weight: embedding}}
    y: {type: Output}
"""
READ = "tokens -> embedding -> lstm -> decoder -> y"

FRAMES = "groups: {f: {container: %s}, g: {container: %s, group: f}}"


def test_a_layer_that_is_called_twice_is_built_and_counted_once() -> None:
    document = network(TWICE, CHAIN)

    analysis = analyze(document)
    assert analysis.problems == ()
    assert analysis.total_parameters == 72
    assert analysis.nodes["again"].parameters == 0
    assert keys(document) == ["fc.weight", "fc.bias"]
    assert source_of(document).text.count("self.fc(") == 2
    assert_no_drift(document)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [("Sequential", "Sequential"), ("Module", "ModuleList"), ("ModuleList", "Module")],
)
@pytest.mark.parametrize("where", ["fc", "again", "fc again", "fc relu"])
def test_a_layer_is_found_in_every_container(outer, inner, where) -> None:
    text = TWICE
    for name in where.split():
        text = text.replace(f"{name}: {{type", f"{name}: {{group: g, type")
    document = network(text, CHAIN, FRAMES % (outer, inner))

    problems = analyze(document).problems
    hidden = "again" in where and "fc" not in where and "Module" in (outer, inner)
    assert [p.code for p in problems] == (["shares-out-of-reach"] if hidden else [])
    if hidden:
        document.apply(problems[0].fixes[0].edit)
        while more := analyze(document).problems:
            document.apply(more[0].fixes[0].edit)
    assert len(keys(document)) == 2
    assert_no_drift(document)


def test_a_layer_may_be_called_before_the_node_that_has_it() -> None:
    document = network(TWICE, "x -> again -> relu -> fc -> y")

    assert keys(document) == ["fc.weight", "fc.bias"]
    assert_no_drift(document)


def test_a_layer_whose_owner_is_not_computed_belongs_to_the_one_that_is() -> None:
    document = network(TWICE, "x -> fc, x -> relu -> again -> y")

    assert [p.code for p in analyze(document).errors] == []
    assert keys(document) == ["1.weight", "1.bias"]
    assert_no_drift(document)


def test_a_siamese_network_calls_its_encoder_for_both_inputs() -> None:
    document = network(PAIR, MEET, SIAMESE)

    source = source_of(document).text
    assert "a = self.a(left)" in source
    assert "b = self.a(right)" in source
    assert keys(document) == [f"a.{n}.{w}" for n in ("conv", "fc") for w in ("weight", "bias")]
    assert analyze(document).total_parameters == 40 + 5 * (64 + 1)
    assert_no_drift(document)


def test_an_encoder_that_would_need_two_widths_is_named_with_both() -> None:
    document = network(
        PAIR.replace(
            "right: {type: Input, shape: [N, 1, 6, 6]}", "right: {type: Input, shape: [N, 1, 7, 7]}"
        ),
        MEET,
        SIAMESE,
    )

    assert analyze(document).errors[0].message == (
        "b: it shares the weights of a, but, inside fc, in_features is 64 there and would be 100 "
        "here."
    )


def test_tied_weights_are_one_parameter_under_two_names() -> None:
    document = network(LANGUAGE, READ)

    compiled = compile_document(document)
    assert compiled.decoder.weight is compiled.embedding.weight
    assert "self.decoder.weight = self.embedding.weight" in source_of(document).text
    assert {"decoder.weight", "embedding.weight"} < set(compiled.state_dict())
    counted = sum(parameter.numel() for parameter in compiled.parameters())
    assert analyze(document).total_parameters == counted
    torch.manual_seed(0)
    assert_no_drift(document, lambda _, size: [torch.randint(0, 20, (size, 4))])


@pytest.mark.parametrize("container", ["Sequential", "ModuleList", "Module"])
def test_weights_are_tied_across_frames_and_in_a_plain_chain(container) -> None:
    tied = TWICE.replace("shares: fc", "out_features: 8, shares: {weight: fc.weight, bias: fc}")
    assert_no_drift(network(tied, CHAIN))
    for name in ("fc", "again"):
        framed = tied.replace(f"{name}: {{type", f"{name}: {{group: g, type")
        document = network(framed, CHAIN, FRAMES % ("Module", container))
        assert analyze(document).total_parameters == 72
        assert_no_drift(document)


def test_a_layer_may_take_a_parameter_that_the_network_keeps() -> None:
    document = network(
        """
        x: {type: Input, shape: [N, 4]}
        w: {type: Parameter, shape: [3, 4]}
        fc: {type: Linear, out_features: 3, bias: false, shares: {weight: w}}
        sum: {type: torch.sum, dim: 1}
        add: {type: torch.add}
        y: {type: Output}
        """,
        "x -> fc -> add.input, w -> sum -> add.other, add -> y",
    )

    assert analyze(document).total_parameters == 12
    assert_no_drift(document)


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        ("shares: nobody", "shares-nobody", "there is no layer 'nobody' whose weights"),
        ("shares: again", "shares-circle", "it cannot share its own weights"),
        ("shares: relu", "shares-other-type", "it is a Linear and relu a ReLU"),
        ("shares: 3", "bad-option", "shares is the name of a layer"),
        ("shares: fc, out_features: 9", "shares-argument", "it says out_features 9"),
        ("shares: fc, trainable: false", "bad-option", "trainable belongs to fc"),
        ("shares: {weight: no}, out_features: 8", "shares-nobody", "there is no layer 'no'"),
        ("shares: {weihgt: fc}, out_features: 8", "shares-nobody", "no parameter 'weihgt'"),
        ("shares: {weight: fc}, out_features: 9", "shares-shapes", "is [9, 8], but fc.weight"),
        ("shares: {weight: again}, out_features: 8", "shares-circle", "shared with itself"),
        ("shares: {weight: [1]}, out_features: 8", "shares-nobody", "that is no name"),
        ("shares: {weight: relu}, out_features: 8", "shares-nobody", "relu has no parameter"),
    ],
)
def test_what_cannot_be_shared_is_said_with_a_fix_that_mends_it(said, code, message) -> None:
    document = network(TWICE.replace("shares: fc", said), CHAIN)

    problem = next(p for p in analyze(document).errors if p.code == code)
    assert problem.node == "again"
    assert message in problem.message
    document.apply(problem.fixes[0].edit)
    assert code not in [p.code for p in analyze(document).problems]


def test_nodes_that_share_in_a_circle_are_named() -> None:
    document = network(TWICE.replace("out_features: 8", "shares: again"), CHAIN)

    assert {p.code for p in analyze(document).errors} >= {"shares-circle"}


def test_a_function_has_nothing_to_share() -> None:
    document = network(TWICE.replace("again: {type: Linear", "again: {type: torch.abs"), CHAIN)

    assert analyze(document).errors[0].message == (
        "again: a torch.abs has no weights that it could share."
    )


def test_a_renamed_owner_is_followed_and_a_removed_one_inherited_from() -> None:
    text = TWICE.replace("y:", "third: {type: Linear, shares: again}\n    y:")
    document = network(text, "x -> fc -> relu -> again -> third -> y")
    before = network(text, "x -> fc -> relu -> again -> third -> y")

    undo = [document.apply(RenameNode("fc", "base")), document.apply(RemoveNode("base"))]
    assert document.graph.node("again").arguments == {"out_features": 8}
    assert "shares" not in document.graph.node("again").options
    assert document.graph.node("third").options == {"shares": "again"}
    for edit in reversed(undo):
        document.apply(edit)
    assert document == before


def test_what_was_tied_to_a_removed_layer_keeps_the_weight() -> None:
    more = "other: {type: Linear, out_features: 20, shares: {weight: embedding}}\n    y:"
    document = network(LANGUAGE.replace("y:", more), READ + ", lstm -> other")

    document.apply(RemoveNode("embedding"))

    assert "shares" not in document.graph.node("decoder").options
    assert document.graph.node("other").options == {"shares": {"weight": "decoder.weight"}}


# the very layer, several times or never


def test_a_layer_that_shares_and_repeats_is_the_same_layer_in_a_loop() -> None:
    document = network(TWICE.replace("shares: fc", "shares: fc, repeat: 3"), CHAIN)

    assert "        for _ in range(3):\n            x = self.fc(x)" in source_of(document).text
    assert keys(document) == ["fc.weight", "fc.bias"]
    assert_no_drift(document)


def test_the_same_layer_in_a_loop_is_built_once_though_its_owner_is_not_computed() -> None:
    document = network(
        TWICE.replace("shares: fc", "shares: fc, repeat: 3"), "x -> again -> y, x -> fc -> relu"
    )

    assert keys(document) == ["again.weight", "again.bias"]
    assert_no_drift(document)


LOOPED = """
blocks:
  Mix:
    nodes:
      a: {type: Input}
      b: {type: Input}
      fc: {type: Linear, out_features: 8}
      add: {type: torch.add}
      y: {type: Output}
    edges: [a -> fc -> add.input, b -> add.other, add -> y]
  Again:
    arguments: {times: 2, there: true}
    nodes:
      x: {type: Input}
      mix: {type: Mix}
      again: {type: Mix, shares: mix, repeat: =times}
      last: {type: Mix, shares: mix, when: =there}
      y: {type: Output}
    edges: [x -> mix.a, x -> mix.b, mix -> again.a, x -> again.b, again -> last.a, x -> last.b,
            last -> y]
"""


def test_a_block_of_several_inputs_goes_round_or_is_left_out_where_it_is_called_again() -> None:
    document = network(
        """x: {type: Input, shape: [N, 8]}
        one: {type: Again}
        two: {type: Again, times: 0, there: false}
        y: {type: Output}""",
        "x -> one -> two -> y",
        LOOPED,
    )

    assert "for _ in range(self.times):" in source_of(document).text
    assert_no_drift(document)


def test_what_is_repeated_by_its_owner_is_not_repeated_again_where_it_is_called() -> None:
    said = TWICE.replace("shares: fc", "shares: fc, repeat: 3")
    document = network(said.replace("out_features: 8", "out_features: 8, repeat: 2"), CHAIN)

    [problem] = analyze(document).errors

    assert problem.message == "again: repeat belongs to fc, whose layer it is."
    document.apply(problem.fixes[0].edit)
    assert_no_drift(document)


STEPPED = """
    x: {type: Input, shape: [N, T, 5]}
    cell: {type: GRUCell, hidden_size: 5, unroll: 1}
    again: {type: GRUCell, shares: cell, unroll: {axis: %s, reverse: %s}}
    y: {type: Output}
"""


@pytest.mark.parametrize(("axis", "reverse"), [(1, "false"), (0, "true")])
def test_a_cell_that_is_stepped_can_be_stepped_again(axis: int, reverse: str) -> None:
    document = network(STEPPED % (axis, reverse), "x -> cell -> again -> y")

    assert keys(document) == ["cell.weight_ih", "cell.weight_hh", "cell.bias_ih", "cell.bias_hh"]
    assert_no_drift(document)


def test_what_is_left_out_everywhere_is_not_built_for_an_owner_that_is_not_run() -> None:
    document = loads(
        """
layerloom: 1
name: Net
blocks:
  Layer:
    arguments: {flag: false}
    nodes:
      x:      {type: Input}
      unused: {type: Linear, out_features: 4}
      again:  {type: Linear, shares: unused, when: =flag}
      fc:     {type: Linear, out_features: 4}
      y:      {type: Output}
    edges: [x -> unused, x -> again -> fc -> y]
nodes:
  x: {type: Input, shape: [N, 4]}
  a: {type: Layer}
  y: {type: Output}
edges: [x -> a -> y]
"""
    )

    assert [name for name, _ in compile_document(document).named_parameters()] == [
        "0.fc.weight",
        "0.fc.bias",
    ]


def test_each_call_of_a_layer_takes_the_results_that_it_needs() -> None:
    document = network(
        """x: {type: Input, shape: [N, 2, 8]}
        first: {type: MaxPool1d, kernel_size: 2, return_indices: true}
        again: {type: MaxPool1d, shares: first}
        a: {type: Output}
        b: {type: Output}""",
        "x -> first -> a, x -> again, again.indices -> b",
    )

    text = source_of(document).text

    assert "first, _ = self.first(x)" in text
    assert "_, indices = self.first(x)" in text
    assert_no_drift(document)
