"""Layers go into frames and come out again."""

from itertools import pairwise

import pytest

from graph.document import Document, Edge, Group, Node
from graph.edits import AddNode, Connect, SetGroups
from graph.framing import common_group, frame_edit, members, unframe_edit


@pytest.fixture
def chain():
    document = Document()
    names = ["image", "fc1", "relu1", "fc2", "scores"]
    types = ["Input", "Linear", "ReLU", "Linear", "Output"]
    for name, type_ in zip(names, types, strict=True):
        document.apply(AddNode(Node(name, type_)))
    for source, target in pairwise(names):
        document.apply(Connect(Edge(source, "output", target, "input")))
    return document


def test_a_frame_holds_the_layers_that_were_chosen(chain):
    chain.apply(frame_edit(chain, "", ["fc1", "relu1"]))

    assert chain.graph.groups == {"group1": Group("group1", {"container": "Sequential"})}
    assert members(chain.graph, "group1") == ["fc1", "relu1"]


def test_undoing_a_frame_gives_the_document_as_it_was(chain):
    edit = frame_edit(chain, "", ["fc1", "relu1"])

    chain.apply(chain.apply(edit))

    assert chain.graph.groups == {}
    assert all("group" not in node.options for node in chain.graph.nodes)


def test_framing_part_of_a_frame_nests_the_new_one(chain):
    chain.apply(frame_edit(chain, "", ["fc1", "relu1", "fc2"]))
    chain.apply(frame_edit(chain, "", ["fc1", "relu1"]))

    assert chain.graph.groups["group2"].parent == "group1"
    assert common_group(chain.graph, ["fc1", "fc2"]) == "group1"
    assert common_group(chain.graph, ["fc1", "relu1"]) == "group2"


def test_framing_a_whole_frame_and_more_puts_it_inside(chain):
    chain.apply(frame_edit(chain, "", ["fc1", "relu1"]))
    chain.apply(frame_edit(chain, "", ["fc1", "relu1", "fc2"]))

    assert chain.graph.groups["group1"].parent == "group2"
    assert members(chain.graph, "group1") == ["fc1", "relu1"]
    assert members(chain.graph, "group2") == ["fc1", "relu1", "fc2"]


def test_removing_a_frame_gives_its_layers_to_the_one_around_it(chain):
    chain.apply(frame_edit(chain, "", ["fc1", "relu1", "fc2"]))
    chain.apply(frame_edit(chain, "", ["fc1", "relu1"]))

    chain.apply(unframe_edit(chain, "", "group1"))

    assert list(chain.graph.groups) == ["group2"]
    assert chain.graph.groups["group2"].parent is None
    assert members(chain.graph, "group2") == ["fc1", "relu1"]
    assert "group" not in chain.graph.node("fc2").options


def test_frames_that_hold_each_other_hang_nothing(chain):
    loop = (Group("a", {"group": "b"}), Group("b", {"group": "a"}))
    chain.apply(SetGroups(loop))

    assert common_group(chain.graph, ["fc1"]) is None
    assert members(chain.graph, "a") == []
