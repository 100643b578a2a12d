"""An edit inside a block looks again only at what it can have changed, at every use."""

from __future__ import annotations

from graph.document import Change, Edge, Node
from graph.edits import AddNode, Connect, SetArgument, SetOption
from graph.project_file import loads
from graph.shapes import Analyst, analyze
from graph.visit import Memory
from tests.graph.test_blocks import PROJECT


def test_what_an_edit_in_a_block_leaves_alone_is_the_very_same_object() -> None:
    document = loads(PROJECT)
    changes: list[Change] = []
    document.observe(changes.append)
    analyst = Analyst(document, Memory())
    before = analyst.analysis.nodes["a"].inside
    other = analyst.analysis.nodes["b"].inside

    document.apply(SetArgument("act", "inplace", True, "Layer"))
    analyst.update(changes.pop())

    after = analyst.analysis.nodes["a"].inside
    assert before is not None and after is not None and other is not None
    assert after.nodes["act"] is not before.nodes["act"]
    assert after.nodes["fc"] is before.nodes["fc"]
    assert after.nodes["more"] is before.nodes["more"]
    inner = analyst.analysis.nodes["b"].inside
    assert inner is not None and inner.nodes["one"] is not other.nodes["one"]


def test_a_wire_inside_a_block_is_judged_by_the_shapes_of_the_use_that_is_looked_at() -> None:
    document = loads(PROJECT)
    document.apply(AddNode(Node("add", "torch.add"), scope="Layer"))
    document.apply(Connect(Edge("x", "output", "add", "input"), "Layer"))
    analyst = Analyst(document, Memory())
    edge = Edge("fc", "output", "add", "other")

    first = analyst.refuses("Layer", edge)  # [N, 3] and [N, 8]
    analyst.path = ("b", "rest")  # [N, 8] and [N, 8]
    other = analyst.refuses("Layer", edge)

    assert first is not None and (first.scope, first.node) == ("Layer", "add")
    assert other is None
    assert analyst.refuses("Nothing", edge) is None


def test_problems_of_shared_weights_come_in_the_order_of_the_file_whichever_was_said_first() -> (
    None
):
    document = loads(
        "layerloom: 1\nname: Net\nnodes:\n  x: {type: Input, shape: [N, 4]}\n"
        "  wide: {type: Linear, out_features: 6}\n  a: {type: Linear, out_features: 6}\n"
        "  b: {type: Linear, out_features: 6}\n  y: {type: Output}\n"
        "edges: [x -> wide -> a -> b -> y]\n"
    )
    changes: list[Change] = []
    document.observe(changes.append)
    analyst = Analyst(document)

    for name in ("b", "a"):
        document.apply(SetOption(name, "shares", "wide"))
        analyst.update(changes.pop())

    assert analyst.analysis.problems == analyze(document).problems
    assert len(analyst.analysis.problems) >= 2
