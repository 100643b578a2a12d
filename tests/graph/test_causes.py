"""The first thing wrong is the cause; what follows from it is told from it, and waits for it."""

from __future__ import annotations

import pytest

from graph.analysis import Analysis
from graph.causes import with_causes
from graph.document import Document
from graph.mending import mend
from graph.project_file import dumps, loads
from graph.shapes import analyze


def network(nodes: str, edges: str, blocks: str = "") -> Document:
    lines = "\n".join(f"  {line.strip()}" for line in nodes.strip().splitlines())
    return loads(f"layerloom: 1\nname: A\nnodes:\n{lines}\nedges: [{edges}]\n{blocks}")


def told(document: Document) -> Analysis:
    return with_causes(document, analyze(document))


IMAGE = "x: {type: Input, shape: [N, 1, 28, 28]}"
END = "y: {type: Output}"

CHAIN = """
x: {type: Input, shape: [N, 1, 28, 28]}
conv1: {type: Conv2d, in_channels: 3, out_channels: 6, kernel_size: 5}
conv2: {type: Conv2d, in_channels: 7, out_channels: 16, kernel_size: 5}
flat: {type: Flatten}
fc: {type: Linear, in_features: 99, out_features: 10}
y: {type: Output}
"""
WIRES = "x -> conv1 -> conv2 -> flat -> fc -> y"


def test_only_the_first_of_three_wrong_layers_is_told_and_all_behind_it_wait_for_it():
    analysis = told(network(CHAIN, WIRES))

    [problem] = analysis.problems
    assert (problem.node, problem.code, problem.cause) == ("conv1", "wrong-width", "")
    assert analysis.waiting == {"": dict.fromkeys(["conv2", "flat", "fc", "y"], "conv1")}
    assert analysis.behind(problem) == ["conv2", "flat", "fc", "y"]


def test_wires_from_ports_that_another_type_would_have_follow_from_it():
    document = network(
        "x: {type: Input, shape: [N, 8, 8]}\n"
        "last: {type: Identity}\nstate: {type: Identity}\n"
        "rnn: {type: Conv1d, hidden_size: 5, out_channels: 8, kernel_size: 1}\n"
        "y: {type: Output}\nz: {type: Output}",
        "x -> rnn, rnn.output -> last, rnn.h_n -> state, rnn.c_n -> z, last -> y",
    )

    problems = told(document).problems

    assert [(p.node, p.code, p.cause) for p in problems if p.severity == "error"] == [
        ("rnn", "unknown-argument", ""),
        ("state", "unknown-port", "rnn"),
        ("z", "unknown-port", "rnn"),
    ]


def test_wires_from_a_block_that_lost_its_output_follow_from_that():
    lost = BLOCK.replace("      o: {type: Output}\n", "").replace(" -> o]", "]")
    document = network(
        f"{IMAGE}\na: {{type: Part}}\nb: {{type: Part}}\ny: {{type: Output}}",
        "x -> a.i, a.o -> b.i, b.o -> y",
        lost.replace("in_channels: 5, ", ""),
    )

    problems = told(document).problems

    assert [(p.scope, p.node, p.code, p.cause) for p in problems] == [
        ("Part", "", "no-output", ""),
        ("", "b", "unknown-port", "Part"),
        ("", "y", "unknown-port", "Part"),
    ]


def test_who_shares_with_a_misspelt_layer_is_right():
    document = network(
        f"{IMAGE}\na: {{type: Conv2dd, out_channels: 1, kernel_size: 1}}\n"
        "b: {type: Conv2d, shares: a}\ny: {type: Output}",
        "x -> a -> b -> y",
    )

    assert {(p.node, p.cause) for p in told(document).problems} == {("a", ""), ("b", "a")}


def test_a_missing_wire_is_the_cause_of_the_layer_that_nothing_uses():
    analysis = told(
        network(CHAIN.replace("in_channels: 3, ", ""), "x -> conv1, conv2 -> flat -> fc")
    )

    assert analysis.problems[0].code == "missing-input"
    by_code = {(p.code, p.node): p.cause for p in analysis.problems}
    assert by_code["missing-input", "conv2"] == ""
    assert by_code["unused-node", "conv1"] == "conv2"


def test_mistakes_that_have_nothing_to_do_with_each_other_are_each_a_cause():
    document = network(
        f"{IMAGE}\n"
        "a: {type: Conv2d, in_channels: 3, out_channels: 6, kernel_size: 5}\n"
        "b: {type: Conv2d, out_channels: 6, kernel_size: -5}\n"
        "c: {type: torch.cat, dim: 1}\ny: {type: Output}",
        "x -> a -> c.tensors.0, x -> b -> c.tensors.1, c -> y",
    )

    analysis = told(document)

    assert [(p.node, p.cause) for p in analysis.problems] == [("a", ""), ("b", "")]
    assert analysis.waiting[""] == {"c": "a", "y": "a"}


def test_a_wrong_layer_behind_a_wrong_layer_is_wrong_by_itself_and_does_not_wait():
    wrong = CHAIN.replace("out_channels: 16, kernel_size: 5", "out_channels: 16, kernel_size: 0")
    analysis = told(network(wrong, WIRES))

    assert [(p.node, p.cause) for p in analysis.problems] == [("conv1", ""), ("conv2", "")]
    assert list(analysis.waiting[""]) == ["flat", "fc", "y"]
    assert set(analysis.waiting[""].values()) == {"conv1"}


def test_without_an_input_the_missing_input_is_the_cause():
    analysis = told(network("fc: {type: Linear, out_features: 3}\ny: {type: Output}", "fc -> y"))

    assert [(p.code, p.cause) for p in analysis.problems] == [
        ("no-input", ""),
        ("missing-input", "no-input"),
    ]


def test_problems_come_in_the_order_in_which_data_meets_them_not_in_that_of_the_file():
    backwards = "\n".join(reversed(CHAIN.strip().splitlines()))
    document = network(backwards.replace("Flatten", "Flaten"), WIRES)

    assert [p.node for p in told(document).problems] == ["conv1", "flat"]


def test_a_layer_without_a_wire_takes_its_turn_where_it_stands_in_the_file():
    document = network(f"{CHAIN}lost: {{type: Dropout}}", "x -> conv1, conv2 -> flat -> fc -> y")

    errors = [p.node for p in told(document).problems if p.severity == "error"]
    assert errors == ["conv1", "conv2", "lost"]


def test_what_waits_for_a_circle_waits_for_the_wire_that_closes_it():
    document = network(
        f"{IMAGE}\na: {{type: torch.add}}\nb: {{type: ReLU}}\nc: {{type: ReLU}}\n{END}",
        "x -> a.input, b -> a.other, a -> b -> c -> y",
    )

    analysis = told(document)

    [cycle] = analysis.errors
    assert set(analysis.behind(cycle)) >= {"c", "y"}


BLOCK = """blocks:
  Part:
    nodes:
      i: {type: Input}
      conv: {type: Conv2d, in_channels: 5, out_channels: 4, kernel_size: 3}
      act: {type: ReLU}
      o: {type: Output}
    edges: [i -> conv -> act -> o]
"""


def test_inside_a_block_and_around_it_layers_wait_for_what_is_wrong_in_it():
    document = network(
        f"{IMAGE}\np: {{type: Part}}\nr: {{type: ReLU}}\ny: {{type: Output}}",
        "x -> p -> r -> y",
        BLOCK,
    )

    analysis = told(document)

    assert [(p.scope, p.node) for p in analysis.problems] == [("Part", "conv")]
    assert analysis.waiting == {
        "": {"r": "p", "y": "p"},
        "Part": {"act": "conv", "o": "conv"},
    }


def test_causes_cross_to_another_process():
    document = network(CHAIN, WIRES)
    analysis = told(document)

    assert Analysis.from_plain(analysis.to_plain()) == analysis


# fix all


@pytest.mark.parametrize(
    ("nodes", "edges", "labels"),
    [
        (
            CHAIN,
            WIRES,
            [
                "Set in_channels to 1",
                "Set in_channels to 6",
                "Set in_features to 6400",
            ],
        ),
        (
            CHAIN.replace("in_channels: 3, ", "").replace("in_channels: 7, ", ""),
            "x -> conv1, conv2 -> flat -> fc -> y",
            ["Connect conv1", "Set in_features to 6400"],
        ),
        (
            f"{IMAGE}\nfc: {{type: Linear, in_features: 784, out_features: 10}}\n{END}",
            "x -> fc -> y",
            ["Insert Flatten"],
        ),
        (
            f"{IMAGE}\nbn: {{type: BatchNorm2d, num_features: 64}}\n"
            "fc: {type: Linear, out_featurs: 10}\ny: {type: Output}",
            "x -> bn -> fc -> y",
            ["Set num_features to 1", "Rename it to out_features"],
        ),
        (
            f"{IMAGE}\na: {{type: Conv2d, out_channels: 4, kernel_size: 3}}\n"
            "b: {type: Conv2d, out_channels: 5, kernel_size: 3}\n"
            "c: {type: torch.cat, dim: 0}\nd: {type: Conv2d, in_channels: 8, out_channels: 1, "
            "kernel_size: 1}\ny: {type: Output}",
            "x -> a -> c.tensors.0, x -> b -> c.tensors.1, c -> d -> y",
            ["Set dim to 1", "Set in_channels to 9"],
        ),
        (f"{IMAGE}\na: {{type: ReLU}}", "x -> a", ["Add an Output after a"]),
    ],
)
def test_fix_all_mends_what_is_safe_and_what_comes_to_light_by_it(nodes, edges, labels):
    document = network(nodes, edges)
    before = dumps(document)
    copy = loads(before)

    found = mend(copy)

    assert sorted(fix.label for fix in found.fixes) == sorted(labels)
    assert found.left == 0
    inverse = document.apply(found.edit)
    assert not analyze(document).errors
    document.apply(inverse)
    assert dumps(document) == before, "it is one step, and can be undone"


@pytest.mark.parametrize(
    ("nodes", "edges"),
    [
        # a circle: any fix would take a wire away
        (f"{IMAGE}\na: {{type: torch.add}}\nb: {{type: ReLU}}\ny: {{type: Output}}",
         "x -> a.input, b -> a.other, a -> b, b -> y"),
        # two ways to mend it that mean different things
        ("x: {type: Input, shape: [N, 7]}\n"
         "a: {type: Embedding, num_embeddings: 9, embedding_dim: 3}\ny: {type: Output}",
         "x -> a -> y"),
        # two outputs are free: which one is meant?
        (f"{IMAGE}\na: {{type: ReLU}}\nb: {{type: ReLU}}\nc: {{type: ReLU}}\ny: {{type: Output}}",
         "x -> a, x -> b, c -> y"),
        # a layer that nobody uses: it may be meant to be used
        (f"{IMAGE}\na: {{type: ReLU}}\nb: {{type: ReLU}}\n{END}", "x -> a -> y, x -> b"),
    ],
)  # fmt: skip
def test_fix_all_leaves_alone_what_only_the_user_can_know(nodes, edges):
    document = network(nodes, edges)
    before = dumps(document)

    found = mend(document)

    assert found.fixes == ()
    assert found.left > 0
    assert dumps(document) == before


def test_a_block_whose_uses_want_different_numbers_is_left_as_it_was():
    document = network(
        f"{IMAGE}\nz: {{type: Input, shape: [N, 2, 28, 28]}}\np: {{type: Part}}\n"
        "q: {type: Part}\ny: {type: Output}\nw: {type: Output}",
        "x -> p -> y, z -> q -> w",
        BLOCK,
    )
    before = dumps(document)

    found = mend(document)

    assert found.fixes == ()
    assert dumps(document) == before
