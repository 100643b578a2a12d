"""Blocks looked into: arguments bound, uses told apart, wrong insides found once."""

from __future__ import annotations

import pytest

from graph.analysis import Analysis
from graph.document import Block, Change, Document, Expression, Graph
from graph.edits import AddBlock, Batch, Edit, RemoveBlock, RemoveNode, SetArgument, SetOption
from graph.project_file import loads
from graph.shapes import Analyst, analyze

PROJECT = """
layerloom: 1
name: Net
blocks:
  Layer:
    arguments: {width: 8, deep: false}
    nodes:
      x:    {type: Input}
      fc:   {type: Linear, out_features: =width}
      act:  {type: ReLU}
      more: {type: Linear, out_features: =width, when: =deep}
      y:    {type: Output}
    edges: [x -> fc -> act -> more -> y]
  Pair:
    arguments: {width: 4, count: 2}
    nodes:
      x:    {type: Input}
      one:  {type: Layer, width: =width * 2}
      rest: {type: Layer, width: =width * 2, repeat: =count}
      y:    {type: Output}
    edges: [x -> one -> rest -> y]
nodes:
  x:    {type: Input, shape: [N, 3]}
  a:    {type: Layer, deep: true}
  b:    {type: Pair, count: 3}
  y:    {type: Output}
edges: [x -> a -> b -> y]
"""


def changed(text: str, *pairs: tuple[str, str]) -> Document:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return loads(text)


def found(analysis: Analysis) -> list[tuple[str, str, str]]:
    return [(p.code, p.scope, p.node) for p in analysis.problems]


def test_blocks_are_entered_with_their_arguments_to_any_depth() -> None:
    analysis = analyze(loads(PROJECT))

    assert analysis.problems == ()
    assert str(analysis.nodes["b"].outputs["y"]) == "[N, 8]"
    assert analysis.nodes["a"].parameters == (3 * 8 + 8) + (8 * 8 + 8)
    assert analysis.nodes["b"].parameters == 4 * (8 * 8 + 8)
    assert analysis.total_parameters == 104 + 288


def test_a_block_is_shown_as_its_first_use_sees_it() -> None:
    blocks = analyze(loads(PROJECT)).blocks

    assert str(blocks["Layer"]["fc"].inputs["input"]) == "[N, 3]"
    assert blocks["Layer"]["more"].bypassed is False
    assert blocks["Pair"]["rest"].repeat == 3


def test_the_snapshot_of_blocks_survives_json() -> None:
    analysis = analyze(loads(PROJECT))

    assert Analysis.from_plain(analysis.to_plain()).blocks["Layer"] == analysis.blocks["Layer"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("width: =width * 2}", "width: =wide * 2}", ("bad-argument", "Pair", "one")),
        ("out_features: =width}", "out_features: 0}", ("bad-argument", "Layer", "fc")),
        ("a:    {type: Layer, deep: true}", "a: {type: Layer, dep: true}",
         ("unknown-argument", "", "a")),
        ("{type: ReLU}", "{type: Layer}", ("recursion", "Layer", "act")),
        ("{type: ReLU}", "{type: Pair}", ("recursion", "Layer", "act")),
        ("repeat: =count", "repeat: =count / 2", ("bad-option", "Pair", "rest")),
        ("when: =deep", "when: =depth", ("bad-option", "Layer", "more")),
        ("rest: {type: Layer, width: =width * 2",
         "rest: {type: Linear, in_features: 8, out_features: 5",
         ("repeat-mismatch", "Pair", "rest")),
        ("{type: ReLU}", "{type: Conv2d, out_channels: 3, kernel_size: 3}",
         ("refused", "Layer", "act")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_block_is_said_once(
    old: str, new: str, problem: tuple[str, str, str]
) -> None:
    analysis = analyze(changed(PROJECT, (old, new)))

    wrong = [(p.scope, p.node) for p in analysis.errors]
    assert len(wrong) == len(set(wrong))
    assert (problem[1:]) in wrong
    assert problem in found(analysis) or problem[0] == "refused"


def test_a_block_that_is_not_used_keeps_nothing_from_running() -> None:
    lost = "blocks:\n  Lost: {nodes: {x: {type: Input}, fc: {type: Linear}}, edges: [x -> fc]}"
    analysis = analyze(changed(PROJECT, ("blocks:", lost)))

    assert analysis.errors == []
    assert ("missing-argument", "Lost", "fc") in found(analysis)


def test_channels_that_arrive_and_leave_decide_whether_a_node_is_there() -> None:
    channels = ("when: =deep", "when: =inputs != 3 and inputs == outputs")
    insides = analyze(changed(PROJECT, channels, ("act:  {type: ReLU}", "act: {type: Tanh}")))

    assert insides.blocks["Layer"]["more"].bypassed is False
    assert analyze(changed(PROJECT, ("=deep", "=inputs == 3"))).blocks["Layer"]["more"].bypassed


def test_more_layers_than_a_machine_can_hold_are_refused() -> None:
    many = ("count: 3", "count: 19999")

    assert ("too-large", "", "") in found(analyze(changed(PROJECT, many)))


EDITS: list[Edit] = [
    SetArgument("fc", "out_features", Expression("width + 1"), "Layer"),
    SetArgument("b", "width", 6),
    SetOption("more", "when", True, "Layer"),
    SetOption("rest", "repeat", 5, "Pair"),
    SetArgument("fc", "out_features", 0, "Layer"),
    Batch((RemoveBlock("Layer"), AddBlock(Block("Layer", {}, Graph()))), "Empty the block"),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.label)
def test_an_edit_inside_a_block_is_followed_at_all_its_uses(edit: Edit) -> None:
    document = loads(PROJECT)
    changes = []
    document.observe(changes.append)
    analyst = Analyst(document)

    inverse = document.apply(edit)
    analyst.update(changes.pop())
    assert analyst.analysis == analyze(document)

    document.apply(inverse)
    analyst.update(changes.pop())
    assert analyst.analysis == analyze(document)


def test_a_wire_from_an_output_that_a_block_has_lost_is_told_at_every_use() -> None:
    # Uses in a row: whichever is looked at first must not hide what the next one lost.
    uses = "\n".join(f"  u{i}: {{type: Layer}}" for i in range(8))
    chain = " -> ".join(f"u{i}" for i in range(8))
    text = PROJECT.replace("  b:    {type: Pair, count: 3}", uses).replace(
        "a -> b", f"a -> {chain}"
    )
    document = loads(text)
    changes: list[Change] = []
    document.observe(changes.append)
    analyst = Analyst(document)

    document.apply(RemoveNode("y", "Layer"))
    analyst.update(changes.pop())

    assert analyst.analysis == analyze(document)
    lost = [p.node for p in analyst.analysis.errors if p.code == "unknown-port"]
    assert {*(f"u{i}" for i in range(8)), "y"} <= set(lost)


def test_a_default_is_a_value_and_its_name_means_nothing_else() -> None:
    document = changed(PROJECT, ("{width: 8, deep: false}", "{width: =4 * 2, deep: false, sum: 1}"))

    default, name = analyze(document).errors
    document.apply(default.fixes[0].edit)

    assert default.message == (
        "Layer: the default of width is a value; =4 * 2 would have to be worked out, and there is "
        "nothing yet to work it out from."
    )
    assert document.blocks["Layer"].arguments["width"] == 8
    assert "sum is a function" in name.message


def test_a_block_with_the_name_of_a_layer_is_renamed_by_its_fix() -> None:
    document = loads(PROJECT.replace("Layer", "Linear"))

    [problem] = [p for p in analyze(document).errors if p.code == "duplicate-name"]
    document.apply(problem.fixes[0].edit)

    assert "LinearBlock" in document.blocks
    assert [p for p in analyze(document).errors if p.code == "duplicate-name"] == []
