"""Blocks made of a selection and dissolved again; their arguments, and who uses them."""

from __future__ import annotations

import pytest

from graph.block_arguments import (
    add_argument,
    make_argument,
    remove_argument,
    rename_argument,
    set_default,
    setting,
    why_no_argument,
)
from graph.block_dissolving import dissolve_block
from graph.block_making import make_block
from graph.block_removing import remove_block, remove_dissolving, remove_with_uses
from graph.document import Document, Expression
from graph.edits import SetOption
from graph.errors import EditError
from graph.project_file import dumps, loads
from graph.shapes import analyze
from graph.uses import names_at, path_to, scope_at, uses_of, why_recursive

RESIDUAL = """
layerloom: 1
name: Net
nodes:
  image: {type: Input, shape: [N, 8, 16, 16]}
  conv1: {type: Conv2d, out_channels: 8, kernel_size: 3, padding: 1, bias: false, group: left}
  bn1:   {type: BatchNorm2d, group: left}
  relu1: {type: ReLU, group: left}
  conv2: {type: Conv2d, out_channels: 8, kernel_size: 3, padding: 1, bias: false}
  add:   {type: torch.add}
  out:   {type: Output}
edges:
  - image -> conv1 -> bn1 -> relu1 -> conv2 -> add.input
  - image -> add.other
  - add -> out
groups: {left: {container: Sequential}}
layout:
  image: [0, 0]
  conv1: [300, 0]
  bn1:   [600, 0]
  relu1: [900, 0]
  conv2: [1200, 0]
  add:   [1500, 0]
  out:   [1800, 0]
"""

STAGES = """
layerloom: 1
name: Net
blocks:
  Layer:
    arguments: {width: 8, deep: false}
    nodes:
      x:    {type: Input}
      fc:   {type: Linear, out_features: =width * 2}
      more: {type: Linear, out_features: =width, when: =deep}
      y:    {type: Output}
    edges: [x -> fc -> more -> y]
  Pair:
    arguments: {width: 4}
    nodes:
      x:    {type: Input}
      one:  {type: Layer, width: =width * 2}
      two:  {type: Layer, width: =width, deep: true}
      y:    {type: Output}
    edges: [x -> one -> two -> y]
nodes:
  x: {type: Input, shape: [N, 3]}
  a: {type: Layer, width: 5}
  b: {type: Pair, width: 6}
  y: {type: Output}
edges: [x -> a -> b -> y]
"""


def inside(document: Document, block: str) -> list[str]:
    return [str(edge) for edge in document.blocks[block].graph.edges]


# making


def test_a_source_that_feeds_several_layers_becomes_one_input() -> None:
    document = loads(RESIDUAL)

    made = make_block(document, "", ["conv1", "bn1", "relu1", "conv2", "add"])
    document.apply(made.edit)

    assert (made.block, made.use) == ("Block1", "block1")
    assert [str(e) for e in document.graph.edges] == [
        "image.output -> block1.x",
        "block1.y -> out.input",
    ]
    assert "x.output -> conv1.input" in inside(document, "Block1")
    assert "x.output -> add.other" in inside(document, "Block1")
    assert document.blocks["Block1"].graph.groups["left"].container == "Sequential"
    assert document.graph.groups == {}
    assert document.graph.position("block1") == (304.0, 0.0)
    assert document.graph.position("out") == (600.0, 0.0)  # it closes the gap
    assert analyze(document).errors == []
    assert "conv1 are called block1.conv1" in made.words


def test_several_ports_are_named_after_what_they_meet() -> None:
    document = loads(RESIDUAL)

    document.apply(make_block(document, "", ["conv2", "add"]).edit)

    graph = document.blocks["Block1"].graph
    inputs = [node.name for node in graph.nodes if node.type == "Input"]
    assert inputs == ["relu1", "other"]


def test_layers_leave_a_frame_that_is_cut_and_their_block_stands_in_one_that_holds_them() -> None:
    document = loads(RESIDUAL)

    document.apply(make_block(document, "", ["bn1", "relu1"]).edit)
    document.apply(make_block(document, "", ["block1", "conv2"]).edit)

    assert document.graph.node("conv1").options == {"group": "left"}
    first, second = document.blocks["Block1"].graph, document.blocks["Block2"].graph
    assert "group" not in first.node("bn1").options
    assert "group" not in second.node("block1").options
    assert document.graph.node("block2").options == {}


def test_a_part_that_is_not_wired_yet_gets_ports_for_what_it_needs() -> None:
    document = loads("layerloom: 1\nname: N\nnodes: {a: {type: Linear, out_features: 3},"
                     " b: {type: ReLU}}\nedges: [a -> b]\n")  # fmt: skip

    document.apply(make_block(document, "", ["a", "b"]).edit)

    assert inside(document, "Block1") == [
        "x.output -> a.input", "a.output -> b.input", "b.output -> y.input",
    ]  # fmt: skip


def test_what_a_part_of_a_block_names_becomes_an_argument_of_the_new_block() -> None:
    document = loads(STAGES)

    document.apply(make_block(document, "Layer", ["fc"]).edit)

    assert document.blocks["Block1"].arguments == {"width": 8}
    assert document.scope("Layer").node("block1").arguments == {"width": Expression("width")}
    assert analyze(document).errors == []


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], "nothing is selected"),
        (["image", "conv1"], "image cannot go into a block"),
        (["conv1", "add"], "bn1, relu1 and conv2 lie on the way"),
    ],
)
def test_what_cannot_be_a_block_is_refused_in_plain_words(names: list[str], words: str) -> None:
    with pytest.raises(EditError, match=words):
        make_block(loads(RESIDUAL), "", names)


def test_a_part_without_any_input_is_refused() -> None:
    text = "layerloom: 1\nname: N\nnodes: {w: {type: Parameter, shape: [3]}}\n"

    with pytest.raises(EditError, match="no Input"):
        make_block(loads(text), "", ["w"])


# dissolving


def test_a_dissolved_use_has_its_arguments_bound() -> None:
    document = loads(STAGES)

    edit, names = dissolve_block(document, "", "b")
    document.apply(edit)
    deeper, _ = dissolve_block(document, "", "two")
    document.apply(deeper)

    assert names == ["one", "two"]
    assert document.graph.node("one").arguments == {"width": 12}
    assert document.graph.node("fc").arguments == {"out_features": 12}
    assert document.graph.node("more").options == {}
    assert analyze(document).errors == []


def test_expressions_of_the_block_around_are_put_in_place() -> None:
    document = loads(STAGES)

    document.apply(dissolve_block(document, "Pair", "one")[0])

    fc, more = (document.scope("Pair").node(name) for name in ("fc", "more"))
    assert fc.arguments == {"out_features": Expression("width * 2 * 2")}
    assert more.options == {"when": False}


def test_a_repeated_use_comes_out_as_often_as_it_stands_there() -> None:
    document = loads(STAGES)
    document.apply(SetOption("a", "repeat", 3))

    edit, names = dissolve_block(document, "", "a")
    document.apply(edit)

    assert names == ["fc", "more", "fc2", "more2", "fc3", "more3"]
    assert "more2.output -> fc3.input" in [str(e) for e in document.graph.edges]


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("repeat", Expression("width"), "repeated =width times"),
        ("repeat", 10_000, "repeated 10000 times"),
        ("when", False, "remove when first"),
        ("unroll", 1, "one has unroll"),
    ],
)
def test_a_use_that_would_come_out_as_another_network_is_refused(
    option: str, value: object, words: str
) -> None:
    document = loads(STAGES)
    document.apply(SetOption("one", option, value, "Pair"))

    with pytest.raises(EditError, match=words):
        dissolve_block(document, "Pair", "one")


@pytest.mark.parametrize("said", [False, "eval"])
def test_layers_that_leave_a_frozen_frame_stay_frozen(said: object) -> None:
    text = RESIDUAL.replace("container: Sequential", f"container: Sequential, trainable: {said}")
    cut, whole = loads(text), loads(text)

    made = make_block(cut, "", ["relu1", "conv2"])
    cut.apply(made.edit)
    inside = make_block(whole, "", ["conv1", "bn1"])
    whole.apply(inside.edit)

    options = cut.blocks[made.block].graph.node("relu1").options
    assert options.get("trainable", True) is said if said is False else options["trainable"] == said
    assert "trainable" not in cut.blocks[made.block].graph.node("conv2").options
    assert "trainable" not in whole.blocks[inside.block].graph.node("conv1").options
    assert whole.graph.node(inside.use).options["group"] == "left"


def test_a_layer_of_a_frozen_block_that_stays_in_eval_mode_still_does() -> None:
    document = loads(STAGES.replace("=width * 2}", "=width * 2, trainable: eval}"))
    document.apply(SetOption("a", "trainable", False))

    document.apply(dissolve_block(document, "", "a")[0])

    graph = document.graph
    assert graph.node("fc").options["trainable"] == "eval"
    assert graph.node("more").options["trainable"] is False


# arguments


def test_renaming_an_argument_is_followed_inside_and_at_every_use() -> None:
    document = loads(STAGES)
    before = analyze(document).total_parameters

    document.apply(rename_argument(document, "Layer", "width", "features"))

    assert document.scope("Layer").node("fc").arguments["out_features"].text == "features * 2"
    assert document.graph.node("a").arguments == {"features": 5}
    assert document.scope("Pair").node("one").arguments == {"features": Expression("width * 2")}
    assert analyze(document).total_parameters == before


def test_a_removed_argument_leaves_its_default_where_it_was() -> None:
    document = loads(STAGES)
    assert [use.name for use in setting(document, "Layer", "deep")] == ["two"]

    document.apply(remove_argument(document, "Layer", "deep"))

    assert document.scope("Layer").node("more").options["when"] is False
    assert document.scope("Pair").node("two").arguments == {"width": Expression("width")}
    assert analyze(document).errors == []


def test_a_value_inside_becomes_an_argument_with_that_default() -> None:
    document = loads(RESIDUAL)
    document.apply(make_block(document, "", ["conv1", "bn1", "relu1", "conv2", "add"]).edit)

    for node in ("conv1", "conv2"):
        edit, name = make_argument(document, "Block1", node, "out_channels", None)
        document.apply(edit)

    assert name == "conv2_out_channels"
    assert document.blocks["Block1"].arguments == {"out_channels": 8, "conv2_out_channels": 8}
    assert document.scope("Block1").node("conv2").arguments["out_channels"].text == name


def test_arguments_are_added_and_get_other_defaults() -> None:
    document = loads(STAGES)

    document.apply(add_argument(document, "Layer", "p", 0.5))
    document.apply(set_default(document, "Layer", "p", 0.1))

    assert document.blocks["Layer"].arguments == {"width": 8, "deep": False, "p": 0.1}


@pytest.mark.parametrize("name", ["", "2x", "repeat", "max", "inputs", "class", "a b", "when"])
def test_names_that_mean_something_else_are_no_arguments(name: str) -> None:
    assert why_no_argument(name)
    with pytest.raises(EditError):
        add_argument(loads(STAGES), "Layer", name)


# uses


def test_a_block_that_is_used_is_removed_only_with_a_word_for_its_uses() -> None:
    document = loads(STAGES)
    with pytest.raises(EditError, match=r"a \(in the network\), one, two \(in Pair\)"):
        remove_block(document, "Layer")
    other = loads(dumps(document))

    document.apply(remove_with_uses(document, "Layer"))
    other.apply(remove_dissolving(other, "Layer"))

    assert list(document.blocks) == list(other.blocks) == ["Pair"]
    assert "a" not in document.graph
    assert analyze(other).errors == []
    assert analyze(other).total_parameters == analyze(loads(STAGES)).total_parameters


def test_a_block_must_not_stand_inside_itself() -> None:
    document = loads(STAGES)

    assert "itself" in why_recursive(document, "Layer", "Layer")
    assert "holds Layer" in why_recursive(document, "Layer", "Pair")
    assert why_recursive(document, "Pair", "Layer") == why_recursive(document, "", "Pair") == ""


def test_the_way_into_a_block_says_what_its_arguments_are() -> None:
    document = loads(STAGES)

    assert path_to(document, "Layer") == ("a",)
    assert scope_at(document, ("b", "one")) == "Layer"
    assert scope_at(document, ("b", "nothing")) is None
    assert names_at(document, ("b", "one")) == {"width": 12, "deep": False}
    assert names_at(document, (), "Layer") == {"width": 8, "deep": False}
    assert len(uses_of(document, "Layer")) == 3
