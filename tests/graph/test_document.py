"""The document: orders that survive undo, edits that follow a name, and copies in plain JSON."""

from __future__ import annotations

import json

import networkx as nx
import pytest
from hypothesis import given

from graph.document import (
    ROOT,
    UNSET,
    Block,
    Change,
    Document,
    Edge,
    Expression,
    Graph,
    Group,
    Node,
)
from graph.edits import (
    AddBlock,
    AddNode,
    Batch,
    Connect,
    MoveNodes,
    RemoveNode,
    RenameBlock,
    RenameGroup,
    RenameNode,
    SetArgument,
    SetGroups,
    SetOption,
    SetTraining,
    edit_from_plain,
    edit_to_plain,
)
from graph.errors import EditError
from graph.order import topological_names
from graph.project_file import loads
from tests.documents import any_document

NET = """\
layerloom: 1
nodes: {a: {type: ReLU}, b: {type: ReLU, shares: a}, c: {type: Block}}
edges: [a -> b -> c]
groups: {outer: {}, inner: {group: outer}}
blocks: {Block: {nodes: {x: {type: Input}, y: {type: Output}}, edges: [x -> y]}}
"""


def test_a_renamed_layer_keeps_its_wires_and_those_that_share_its_weights() -> None:
    document = loads(NET)

    inverse = document.apply(RenameNode("a", "first"))

    assert document.graph.names == ["first", "b", "c"]
    assert document.graph.has_edge(Edge("first", "output", "b", "input"))
    assert document.graph.node("b").options == {"shares": "first"}
    document.apply(inverse)
    assert document == loads(NET)


def test_a_renamed_input_of_a_block_takes_the_wires_to_the_block_along() -> None:
    document = loads(NET)

    inverse = document.apply(RenameNode("x", "picture", "Block"))

    assert document.graph.has_edge(Edge("b", "output", "c", "picture"))
    document.apply(inverse)
    assert document == loads(NET)


def test_a_renamed_frame_and_block_take_what_is_in_them_along() -> None:
    document = loads(NET)

    document.apply(RenameGroup("outer", "all"))
    document.apply(RenameBlock("Block", "Cell"))

    assert document.graph.groups["inner"].parent == "all"
    assert document.graph.node("c").type == "Cell"
    assert list(document.blocks) == ["Cell"]


@pytest.mark.parametrize(
    "edit",
    [
        AddNode(Node("a", "ReLU")),
        AddNode(Node("new", "ReLU"), (float("nan"), 0.0)),
        RemoveNode("none"),
        Connect(Edge("a", "output", "none", "input")),
        Connect(Edge("a", "output", "b", "input")),
        RenameNode("a", "b"),
        RenameNode("none", "x"),
        SetArgument("none", "p", 1),
        SetOption("none", "note", "x"),
        MoveNodes({"a": (float("inf"), 0.0)}),
        MoveNodes({"a": (0.0, 0.0), "none": (0.0, 0.0)}),
        SetGroups((Group("g"), Group("g"))),
        Batch((AddBlock(Block("B")), AddBlock(Block("B")))),
        AddBlock(Block("")),
        AddBlock(Block("B", {"group": 1})),
        Batch((AddBlock(Block("B")), RenameBlock("B", ""))),
        Batch((AddBlock(Block("B")), AddBlock(Block("C")), RenameBlock("B", "C"))),
        AddNode(Node("new", "ReLU", {"type": 1})),
        SetArgument("a", "note", 1),
        RemoveNode("x", "no such block"),
        RenameGroup("outer", "inner"),
        RenameGroup("none", "x"),
        RenameBlock("none", "x"),
    ],
    ids=lambda edit: type(edit).__name__,  # a repr holds addresses, unlike in each process
)
def test_an_edit_that_does_not_apply_says_so_and_changes_nothing(edit: AddNode) -> None:
    document = loads(NET)

    with pytest.raises(EditError):
        document.apply(edit)

    assert document == loads(NET)


def test_unset_takes_away_and_leaves_no_empty_mapping() -> None:
    document = Document()
    inverse = document.apply(SetTraining(("optimizer", "lr"), 0.1))
    assert document.training == {"optimizer": {"lr": 0.1}}

    document.apply(SetTraining(("optimizer", "lr"), UNSET))

    assert document.training == {}
    document.apply(inverse)
    assert document.training == {}


def test_an_expression_has_one_spelling() -> None:
    assert Expression("=a") == Expression(" a ") == Expression("a")
    assert str(Expression("a + 1")) == "=a + 1"


def test_an_observer_hears_of_edits_until_it_ends_that() -> None:
    document = loads(NET)
    heard: list[Change] = []
    end = document.observe(heard.append)

    document.apply(MoveNodes({"a": (0.0, 8.0)}))
    end()
    document.apply(MoveNodes({"a": (0.0, 9.0)}))

    assert heard == [Change(moved={ROOT: frozenset({"a"})})]


def test_every_kind_of_edit_crosses_to_another_process() -> None:
    edit = AddBlock(Block("New", {"n": (1, Expression("k"))}))

    crossed = edit_from_plain(json.loads(json.dumps(edit_to_plain(edit))))

    assert crossed == edit
    with pytest.raises(ValueError, match="no part of an edit"):
        edit_from_plain({"$": "os.system", "command": "true"})


# the order in which layers run


@given(any_document())
def test_the_order_is_topological_and_names_a_cycle_where_there_is_one(document: Document) -> None:
    for scope in document.scopes:
        graph = document.scope(scope)

        names, cycle = topological_names(graph)

        place = {name: index for index, name in enumerate(names)}
        for edge in graph.edges:
            if edge.target in place:
                assert place[edge.source] < place[edge.target]
        assert bool(cycle) != nx.is_directed_acyclic_graph(graph.nx)
        assert bool(cycle) == (len(names) < len(graph))
        for source, target in zip(cycle, (*cycle[1:], *cycle[:1]), strict=True):
            assert graph.nx.has_edge(source, target)


@given(any_document())
def test_the_order_survives_removal_and_undo_of_any_node(document: Document) -> None:
    for scope in document.scopes:
        before = topological_names(document.scope(scope)), document.scope(scope).edges
        for name in document.scope(scope).names:
            document.apply(document.apply(RemoveNode(name, scope)))

        assert (topological_names(document.scope(scope)), document.scope(scope).edges) == before


def test_networkx_itself_would_forget_the_order() -> None:
    """The trap that ``graph.order`` is for; should this fail, networkx has changed."""
    document = loads("layerloom: 1\nnodes: {a: ReLU, b: ReLU, c: ReLU, d: ReLU}\n")
    document.apply(document.apply(RemoveNode("b")))

    assert list(nx.topological_sort(document.graph.nx)) == ["a", "c", "d", "b"]
    assert topological_names(document.graph).names == ("a", "b", "c", "d")


def test_an_empty_graph_has_an_empty_order() -> None:
    assert topological_names(Graph()).names == ()


def test_a_node_that_is_not_there_has_no_edges():
    graph = Document().graph

    assert (graph.in_edges("gone"), graph.out_edges("gone"), graph.edges_of("gone")) == ([], [], [])
