"""Problems: each is named, in plain words, with the fix that mends it."""

from __future__ import annotations

import pytest

from graph.connecting import can_connect, candidates
from graph.document import Document, Edge
from graph.problems import Problem
from graph.project_file import loads
from graph.shapes import Analyst, analyze


def network(nodes: str, edges: str) -> Document:
    lines = "\n".join(f"  {line.strip()}" for line in nodes.strip().splitlines())
    return loads(f"layerloom: 1\nname: A\nnodes:\n{lines}\nedges: [{edges}]\n")


def only(document: Document) -> Problem:
    [problem] = analyze(document).problems
    return problem


IMAGE = "x: {type: Input, shape: [N, 6, 28, 28]}"
END = "y: {type: Output}"
CHAIN = "x -> a -> y"


@pytest.mark.parametrize(
    ("nodes", "edges", "code", "message", "fixes"),
    [
        (
            "x: {type: Input, shape: [N, 400]}\n"
            "a: {type: Linear, in_features: 784, out_features: 9}",
            CHAIN,
            "wrong-width",
            "a: Linear expects 784 features on the last axis, but [N, 400] arrives from x.",
            ["Set in_features to 400", "Use auto"],
        ),
        (
            "x: {type: Input, shape: [N, 1, 28, 28]}\n"
            "a: {type: Linear, in_features: 784, out_features: 9}",
            CHAIN,
            "wrong-width",
            "a: Linear expects 784 features on the last axis, but [N, 1, 28, 28] arrives from x.",
            ["Insert Flatten", "Set in_features to 28", "Use auto"],
        ),
        (
            f"{IMAGE}\na: {{type: Conv2d, in_channels: 3, out_channels: 8, kernel_size: 3}}",
            CHAIN,
            "wrong-width",
            "a: Conv2d expects 3 channels on axis 1, but [N, 6, 28, 28] arrives from x.",
            ["Set in_channels to 6", "Use auto"],
        ),
        (
            f"{IMAGE}\n"
            "a: {type: ConvTranspose2d, in_channels: 512, out_channels: 700, kernel_size: 9}",
            CHAIN,
            "wrong-width",
            "a: ConvTranspose2d expects 512 channels on axis 1, but [N, 6, 28, 28] arrives from x.",
            ["Set in_channels to 6", "Use auto"],
        ),
        (
            "x: {type: Input, shape: [N, 7]}\n"
            "a: {type: Embedding, num_embeddings: 9, embedding_dim: 3}",
            CHAIN,
            "dtype-mismatch",
            "a: Embedding expects whole numbers (int64) at input, but float32 arrives from x.",
            ["Set dtype of x to int64", "Insert Tensor.long"],
        ),
        (
            "x: {type: Input, shape: [N, 7], dtype: int64}\na: {type: Linear, out_features: 3}",
            CHAIN,
            "dtype-mismatch",
            "a: Linear expects float32 at input, but int64 arrives from x.",
            ["Set dtype of x to float32", "Insert Tensor.float"],
        ),
        (
            "x: {type: Input, shape: [N, 1, 3, 3]}\n"
            "a: {type: Conv2d, out_channels: 8, kernel_size: 5}",
            CHAIN,
            "kernel-too-large",
            "a: a kernel of 5 is larger than the image: [N, 1, 3, 3] arrives from x.",
            ["Set kernel_size to 3", "Set padding to 2"],
        ),
        (
            f"{IMAGE}\na: {{type: Conv2d, out_channels: 8, kernel_size: 3, groups: 4}}",
            CHAIN,
            "not-divisible",
            "a: groups 4 must divide the number of channels, but [N, 6, 28, 28] arrives from x.",
            ["Set groups to 2", "Set groups to 1"],
        ),
        (
            f"{IMAGE}\nz: {{type: Input, shape: [N, 6, 26, 28]}}\na: {{type: torch.add}}",
            "x -> a.input, z -> a.other, a -> y",
            "incompatible-shapes",
            "a: axis 2 is 28 in [N, 6, 28, 28] from x but 26 in [N, 6, 26, 28] from z; "
            "they must be equal, or one of them 1.",
            [],
        ),
        (
            f"{IMAGE}\nz: {{type: Input, shape: [N, 6, 26, 28]}}\na: {{type: torch.cat, dim: 1}}",
            "x -> a.tensors.0, z -> a.tensors.1, a -> y",
            "incompatible-shapes",
            "a: axis 2 is 28 in [N, 6, 28, 28] from x but 26 in [N, 6, 26, 28] from z; "
            "they must be equal.",
            ["Set dim to 2"],
        ),
        (
            "x: {type: Input, shape: [N, 400]}\na: {type: Conv2d, out_channels: 8, kernel_size: 3}",
            CHAIN,
            "wrong-axes",
            "a: Conv2d expects 4 axes, [N, C, H, W], but [N, 400] arrives from x.",
            [],
        ),
        (
            "x: {type: Input, shape: [N, 400]}\na: {type: Softmax, dim: 3}",
            CHAIN,
            "bad-argument",
            "a: dim cannot be 3 where [N, 400] from x arrives: Dimension out of range (expected to "
            "be in range of [-2, 1], but got 3).",
            None,
        ),
        (
            f"{IMAGE}\na: {{type: Tensor.view, size: [-1, 100]}}",
            CHAIN,
            "incompatible-shapes",
            "a: the 4704*N numbers of [N, 6, 28, 28] from x cannot be laid out as [-1, 100].",
            ["Set size to [-1, 4704]"],
        ),
        (
            f"{IMAGE}\na: {{type: Convv2d}}",
            CHAIN,
            "unknown-layer",
            "a: there is no layer 'Convv2d'; did you mean Conv2d?",
            None,
        ),
        (
            f"{IMAGE}\na: {{type: Dropout, p: 3}}",
            CHAIN,
            "bad-argument",
            "a: p must be a number from 0 to 1, not 3.",
            ["Use the default 0.5"],
        ),
        (
            f"{IMAGE}\na: {{type: Dropout, pp: 0.3}}",
            CHAIN,
            "unknown-argument",
            "a: Dropout has no argument 'pp'; did you mean p?",
            ["Rename it to p", "Remove pp"],
        ),
        (
            "x: {type: Input, shape: [N, 4]}\n"
            "a: {type: Linear, in_features: 1000000000, out_features: 1000000000}",
            CHAIN,
            "too-large",
            "a: Linear is too large: its weights would take 3,553 PiB.",
            [],
        ),
    ],
)
def test_what_pytorch_refuses_is_said_in_plain_words_with_its_fixes(
    nodes: str, edges: str, code: str, message: str, fixes: list[str] | None
) -> None:
    document = network(f"{nodes}\n{END}", edges)

    problem = only(document)

    assert (problem.severity, problem.code) == ("error", code)
    assert problem.message == message
    assert problem.node == "a"
    if fixes is not None:
        assert [fix.label for fix in problem.fixes] == fixes
    for fix in problem.fixes:
        inverse = document.apply(fix.edit)
        assert problem.code not in [found.code for found in analyze(document).errors], fix.label
        document.apply(inverse)


def test_nodes_after_an_error_have_no_error_of_their_own() -> None:
    document = network(
        "x: {type: Input, shape: [N, 400]}\n"
        "a: {type: Linear, in_features: 784, out_features: 9}\n"
        "b: {type: ReLU}\nc: {type: Linear, out_features: 3}\n" + END,
        "x -> a -> b -> c -> y",
    )

    analysis = analyze(document)

    assert [problem.node for problem in analysis.problems] == ["a"]
    assert analysis.nodes["b"].outputs == {}


def test_a_circle_is_named_once_with_the_wire_to_cut() -> None:
    document = network(
        "x: {type: Input, shape: [N, 4]}\na: {type: torch.add}\nb: {type: ReLU}\n" + END,
        "x -> a.input, a -> b -> a.other, b -> y",
    )

    problem = only(document)

    assert problem.code == "cycle"
    assert problem.message == "a: the wires go round in a circle: a -> b -> a."
    document.apply(problem.fixes[0].edit)
    assert [found.code for found in analyze(document).problems] == ["missing-input"]


def test_a_missing_input_offers_the_output_that_is_free() -> None:
    document = network(
        "x: {type: Input, shape: [N, 4]}\na: {type: ReLU}\nb: {type: Linear, out_features: 2}\n"
        + END,
        "x -> a, b -> y",
    )
    problems = {problem.code: problem for problem in analyze(document).problems}

    fix = problems["missing-input"].fixes[0]
    document.apply(fix.edit)

    assert fix.label == "Connect a"
    assert analyze(document).problems == ()


def test_a_batch_that_ends_up_in_a_layer_is_an_error() -> None:
    document = network(
        "x: {type: Input, shape: [N, 6]}\nf: {type: Flatten, start_dim: 0}\n"
        "a: {type: Linear, out_features: 3}\n" + END,
        "x -> f -> a -> y",
    )

    problem = only(document)

    assert problem.code == "batch-dependent"
    assert "in_features would be 6*N" in problem.message
    document.apply(problem.fixes[0].edit)
    assert analyze(document).problems == ()


def test_an_output_that_mixes_the_batch_is_a_warning() -> None:
    document = network(
        "x: {type: Input, shape: [N, 6]}\na: {type: Flatten, start_dim: 0}\n" + END, CHAIN
    )

    problem = only(document)

    assert (problem.severity, problem.code) == ("warning", "batch-dependent")


def test_ends_of_a_network_are_offered() -> None:
    document = network("a: {type: Linear, out_features: 3}", "")
    for _ in range(3):
        errors = [problem for problem in analyze(document).problems if problem.fixes]
        if errors:
            document.apply(errors[0].fixes[0].edit)

    assert analyze(document).errors == []


@pytest.mark.parametrize(
    ("nodes", "code"),
    [
        ("class: {type: ReLU}", "bad-name"),
        ('"a b": {type: ReLU}', "bad-name"),
        ("a: {type: ReLU, group: nowhere}", "unknown-group"),
        ("a: {type: ReLU, initialize: ones}", "bad-initialize"),
        ("a: {type: Linear}", "missing-argument"),
    ],
)
def test_names_options_and_arguments_are_checked_without_shapes(nodes: str, code: str) -> None:
    document = network(f"x: {{type: Input, shape: [N, 4]}}\n{nodes}\n{END}", "")
    codes = [problem.code for problem in analyze(document).problems]

    assert code in codes


def test_unknown_keys_are_reported() -> None:
    document = loads("layerloom: 1\nname: A\ncolour: red\nnodes: {}\n")

    assert "unknown-key" in [problem.code for problem in analyze(document).problems]


# dragging a wire

DRAGGED = network(
    "x: {type: Input, shape: [N, 4]}\na: {type: Linear, out_features: 4}\n"
    "b: {type: Linear, in_features: 9, out_features: 4}\n"
    "e: {type: Embedding, num_embeddings: 5, embedding_dim: 3}\n"
    "s: {type: torch.add}\n" + END,
    "x -> a, a -> y",
)


@pytest.mark.parametrize(
    ("edge", "code"),
    [
        (Edge("a", "output", "a", "input"), "cycle"),
        (Edge("a", "output", "x", "input"), "cycle"),
        (Edge("x", "output", "y", "input"), "port-taken"),
        (Edge("x", "output", "b", "nothing"), "unknown-port"),
        (Edge("x", "nothing", "b", "input"), "unknown-port"),
        (Edge("x", "output", "nobody", "input"), "unknown-node"),
        (Edge("x", "output", "b", "input"), "wrong-width"),
        (Edge("x", "output", "e", "input"), "dtype-mismatch"),
        (Edge("a", "output", "s", "input"), None),
        (Edge("a", "output", "s", "other"), None),
    ],
)
def test_a_wire_is_refused_with_the_reason(edge: Edge, code: str | None) -> None:
    problem = can_connect(DRAGGED, "", edge, Analyst(DRAGGED))

    assert (problem.code if problem else None) == code


def test_candidates_are_the_ports_that_would_accept_a_wire() -> None:
    found = candidates(DRAGGED, "", "a", "output", Analyst(DRAGGED))

    assert found == {"s": ["input", "other"]}


def test_tensors_of_different_numbers_of_axes_cannot_be_joined() -> None:
    document = network(
        "x: {type: Input, shape: [N, 4]}\nz: {type: Input, shape: [N, 4, 4]}\n"
        "a: {type: torch.cat, dim: 1}\n" + END,
        "x -> a.tensors.0, z -> a.tensors.1, a -> y",
    )

    assert only(document).message == (
        "a: all must have equally many axes, but [N, 4] from x and [N, 4, 4] from z arrive."
    )
