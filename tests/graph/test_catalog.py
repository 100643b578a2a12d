"""The catalog at run time: what it holds, how fast it stands, and how things are found in it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from graph.catalog import CATALOG, Catalog, describe, ports
from graph.catalog.snapshot import SNAPSHOT, loads, read_snapshot
from graph.document import Block, Document, Edge, Node


@pytest.fixture
def document() -> Document:
    return Document("Test")


def place(document: Document, name: str, type_: str, **arguments) -> Node:
    node = Node(name, type_, arguments)
    document.graph.insert(node)
    return node


def names(found) -> tuple[list[str], list[str]]:
    return [port.name for port in found.inputs], [port.name for port in found.outputs]


def test_the_catalog_is_known_without_torch():
    code = "import sys, graph.catalog as c; c.CATALOG.layers(); print('torch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_reading_the_snapshot_is_of_the_order_of_parsing_its_text():
    text = SNAPSHOT.read_text(encoding="utf-8")
    parsing = min(_seconds(lambda: json.loads(text)) for _ in range(9))
    reading = min(_seconds(read_snapshot) for _ in range(9))

    assert reading < 50 * parsing


def _seconds(act) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def test_the_snapshot_is_plain_json():
    json.loads(SNAPSHOT.read_text(encoding="utf-8"), parse_constant=pytest.fail)


def test_there_are_at_least_110_functions_and_methods():
    assert sum(layer.kind in ("function", "method") for layer in CATALOG.layers()) >= 110


def test_every_layer_says_in_one_sentence_what_it_is_for():
    for layer in CATALOG.layers():
        assert layer.summary.endswith("."), layer.type
        assert len(layer.summary) < 90, layer.type


def test_every_argument_is_documented():
    silent = [
        f"{layer.type}.{argument.name}"
        for layer in CATALOG.layers()
        for argument in layer.arguments
        if not argument.doc
    ]

    assert silent == []


def test_every_layer_belongs_to_a_family_and_types_are_unique():
    families = {family.key for family in CATALOG.families()}
    types = [layer.type for layer in CATALOG.layers()]

    assert {layer.family for layer in CATALOG.layers()} <= families
    assert len(types) == len(set(types))


def test_no_argument_has_the_name_of_an_option_of_a_node():
    from graph.document import OPTIONS

    for layer in CATALOG.layers():
        assert not {argument.name for argument in layer.arguments} & set(OPTIONS), layer.type


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("fc", "Linear"),
        ("dense", "Linear"),
        ("conv", "Conv2d"),
        ("conv2d", "Conv2d"),
        ("bn", "BatchNorm2d"),
        ("lstm", "LSTM"),
        ("swish", "SiLU"),
        ("concat", "torch.cat"),
        ("skip", "torch.add"),
        ("max pool", "MaxPool2d"),
        ("global average pooling", "AdaptiveAvgPool2d"),
        ("deconv", "ConvTranspose2d"),
        ("self attention", "MultiheadAttention"),
        ("cat", "torch.cat"),
        ("slice", "Tensor.__getitem__"),
        ("relu", "ReLU"),
        ("softmax", "Softmax"),
        ("in", "Input"),
        ("attention", "MultiheadAttention"),
        ("norm", "BatchNorm2d"),
    ],
)
def test_search_finds_what_people_mean_among_the_first_three(text, type_):
    assert type_ in [layer.type for layer in CATALOG.search(text)[:3]]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("conv", "Conv2d"),
        ("pool", "MaxPool2d"),
        ("batch norm", "BatchNorm2d"),
        ("loss", "CrossEntropyLoss"),
        ("activation", "ReLU"),
        ("transformer layer", "TransformerEncoderLayer"),
    ],
)
def test_enter_after_a_common_word_gives_the_layer_most_people_want(text, type_):
    assert CATALOG.search(text)[0].type == type_


def test_search_forgives_a_slip_of_the_finger():
    assert CATALOG.search("covn2d")[0].type == "Conv2d"


def test_search_for_nothing_lists_everything_in_palette_order():
    assert CATALOG.search("  ") == CATALOG.layers()


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Conv2D", "Conv2d"),
        ("Relu", "ReLU"),
        ("Dense", "Linear"),
        ("nn.Linear", "Linear"),
        ("torch.nn.Linear", "Linear"),
        ("torch.concat", "torch.cat"),
        ("MaxPooling2d", "MaxPool2d"),
        ("BatchNorm", "BatchNorm1d"),
        ("cat", "torch.cat"),
        ("F.cat", "torch.cat"),
        ("torch.nn.functional.relu", "F.relu"),
    ],
)
def test_a_wrong_type_gets_the_right_one_suggested(wrong, right):
    assert right in CATALOG.suggest(wrong)


@pytest.mark.parametrize("text", ["", " ", "\0", "q" * 10_000, "[", "ß", "zzzzqqqq"])
def test_no_text_makes_search_or_suggest_fail(text):
    CATALOG.search(text)
    CATALOG.suggest(text)


def test_a_catalog_of_another_torch_reads_the_installed_one_anew():
    stale = Catalog(replace(loads(SNAPSHOT.read_text(encoding="utf-8")), torch="1.0", layers=()))

    changed = stale.refresh()

    assert changed
    assert stale.layers() == CATALOG.layers()
    assert not stale.refresh()


def test_a_layer_has_the_ports_of_its_signature(document):
    lstm = place(document, "lstm", "LSTM")

    assert names(ports(document, "", lstm)) == (["input", "h_0", "c_0"], ["output", "h_n", "c_n"])


def test_cat_always_has_one_free_port(document):
    a, b = place(document, "a", "Input"), place(document, "b", "Input")
    cat = place(document, "cat", "torch.cat")
    assert names(ports(document, "", cat))[0] == ["tensors.0"]

    document.graph.add_edge(Edge(a.name, "output", cat.name, "tensors.0"))
    document.graph.add_edge(Edge(b.name, "output", cat.name, "tensors.1"))

    found = ports(document, "", cat)
    assert names(found)[0] == ["tensors.0", "tensors.1", "tensors.2"]
    assert [port.optional for port in found.inputs] == [False, False, True]


def test_wired_names_count_before_their_edges_exist(document):
    cat = place(document, "cat", "torch.cat")

    assert names(ports(document, "", cat, ["tensors.1"]))[0] == [f"tensors.{i}" for i in range(3)]


def test_a_hostile_port_name_makes_no_million_ports(document):
    cat = place(document, "cat", "torch.cat")

    found = ports(document, "", cat, ["tensors.999999999", f"tensors.{'9' * 6000}", "tensors.²"])

    assert names(found)[0] == ["tensors.0"]


@pytest.mark.parametrize(
    ("type_", "arguments", "outputs"),
    [
        ("torch.chunk", {"chunks": 3}, ["outputs.0", "outputs.1", "outputs.2"]),
        ("torch.split", {"split_size_or_sections": (2, 4)}, ["outputs.0", "outputs.1"]),
        ("torch.split", {"split_size_or_sections": 2}, ["outputs.0", "outputs.1"]),
        ("torch.chunk", {"chunks": 10**9}, ["outputs.0", "outputs.1"]),
        ("MaxPool2d", {}, ["output"]),
        ("MaxPool2d", {"return_indices": True}, ["output", "indices"]),
        ("MultiheadAttention", {}, ["output", "weights"]),
        ("MultiheadAttention", {"need_weights": False}, ["output"]),
        ("torch.max", {"dim": 0}, ["values", "indices"]),
    ],
)
def test_outputs_follow_the_arguments(document, type_, arguments, outputs):
    node = place(document, "node", type_, **arguments)

    assert names(ports(document, "", node))[1] == outputs


def test_an_input_that_is_given_as_an_argument_need_not_be_wired(document):
    wired, literal = place(document, "a", "torch.add"), place(document, "b", "torch.add", other=1.0)

    assert not ports(document, "", wired).inputs[1].optional
    assert ports(document, "", literal).inputs[1].optional


def test_a_block_has_a_port_for_each_input_and_output_inside(document):
    block = Block("Pair")
    for name, type_ in (("left", "Input"), ("right", "Input"), ("sum", "Output")):
        block.graph.insert(Node(name, type_))
    document.blocks["Pair"] = block
    node = place(document, "pair", "Pair")

    assert names(ports(document, "", node)) == (["left", "right"], ["sum"])


def test_an_unknown_type_keeps_its_wires(document):
    strange = place(document, "strange", "Conv9d")
    assert names(ports(document, "", strange)) == (["input"], ["output"])

    place(document, "a", "Input")
    document.graph.add_edge(Edge("a", "output", "strange", "left"))

    assert names(ports(document, "", strange)) == (["left"], ["output"])


@pytest.mark.parametrize(
    ("type_", "arguments", "line"),
    [
        ("Conv2d", {"in_channels": 3, "out_channels": 6, "kernel_size": 5, "padding": 2},
         "3 -> 6, 5x5, pad 2"),
        ("Conv2d", {"out_channels": 6, "kernel_size": (3, 5), "stride": (1, 2), "bias": False},
         "? -> 6, 3x5, stride 1x2, no bias"),
        ("Conv2d", {"in_channels": 3, "out_channels": 6, "kernel_size": 3, "padding": "same"},
         "3 -> 6, 3x3, pad same"),
        ("Conv1d", {"in_channels": 3, "out_channels": 6, "kernel_size": 3}, "3 -> 6, kernel 3"),
        ("Linear", {"in_features": 400, "out_features": 120}, "400 -> 120"),
        ("Linear", {"out_features": 120}, "? -> 120"),
        ("Dropout", {}, "p 0.5"),
        ("Dropout", {"p": 0.25}, "p 0.25"),
        ("MaxPool2d", {"kernel_size": 2}, "2x2"),
        ("AvgPool2d", {"kernel_size": 3, "stride": 1}, "3x3, stride 1"),
        ("LSTM", {"input_size": 2, "hidden_size": 64, "num_layers": 2, "bidirectional": True},
         "2 -> 64, 2 layers, bidirectional"),
        ("ReLU", {}, ""),
        ("torch.cat", {"dim": 1}, "axis 1"),
        ("torch.add", {}, ""),
        ("torch.add", {"other": 2}, "+ 2"),
        ("torch.mean", {"dim": (2, 3), "keepdim": True}, "axis (2, 3), kept"),
        ("torch.mean", {"dim": None}, ""),
        ("Input", {"shape": ("N", 1, 28, 28)}, "N x 1 x 28 x 28"),
        ("BatchNorm2d", {"num_features": 64}, "64 channels"),
        ("Constant", {"value": ((1, 2, 3), (4, 5, 6))}, "2x3"),
        ("Constant", {"value": 0.5}, "0.5"),
        ("Parameter", {"shape": (4, 3)}, "4x3"),
        ("InstanceNorm2d", {"num_features": 64, "affine": True}, "64 channels, scale"),
    ],
)  # fmt: skip
def test_a_card_says_what_a_person_would_say(type_, arguments, line):
    assert describe(Node("x", type_, arguments)) == line


def test_resolved_arguments_stand_before_those_of_the_node():
    node = Node("fc", "Linear", {"in_features": "auto", "out_features": 10})

    assert describe(node, {"in_features": 400}) == "400 -> 10"


def test_a_card_can_be_made_of_anything():
    for layer in CATALOG.layers():
        for value in (None, "auto", (), "x", -1, {"a": 1}, (None, "q")):
            describe(Node("x", layer.type, {a.name: value for a in layer.arguments}))
    assert describe(Node("x", "Conv9d", {"a": 1})) == "a 1"
