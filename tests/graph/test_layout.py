"""The automatic layout: nothing overlaps, wires run to the right, and small edits move little."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.document import Document, Edge, Graph, Group, Node, Position
from graph.edits import AddNode, Connect, RemoveNode
from graph.layout import CARD, lay_out
from graph.layout_part import Extent
from graph.order import topological_names
from tests.documents import any_document

Places = dict[str, Position]


def card(width: float, height: float) -> Extent:
    return Extent(0.0, width, height / 2, height / 2)


def graph_of(*chains: str) -> Graph:
    """``graph_of("a b c", "a c")``: nodes in the order in which they are named, and edges."""
    document = Document()
    for chain in chains:
        for name in chain.split():
            if name not in document.graph:
                document.apply(AddNode(Node(name, "ReLU")))
        for source, target in pairwise(chain.split()):
            port = f"input.{len(document.graph.in_edges(target))}"
            document.apply(Connect(Edge(source, "output", target, port)))
    return document.graph


def random_network(nodes: int, seed: int) -> Graph:
    """Chains with skips, as deep networks have them; no cycles."""
    random = Random(seed)
    graph = Graph()
    for i in range(nodes):
        graph.insert(Node(f"n{i}", "ReLU"))
    for i in range(1, nodes):
        for count in range(random.choice([1, 1, 1, 2, 3])):
            source = max(0, i - random.choice([1, 1, 1, 2, 3, 9]))
            graph.add_edge(Edge(f"n{source}", "output", f"n{i}", f"input.{count}"))
    return graph


def box_of(place: Position, extent: Extent) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    (x, y), room = place, extent
    return x - room.left, y - room.above, x + room.right, y + room.below


def assert_nothing_overlaps(places: Places, extents: dict[str, Extent]) -> None:
    boxes = [box_of(places[n], extents.get(n, CARD)) for n in places]
    for (left, top, right, bottom), (left2, top2, right2, bottom2) in combinations(boxes, 2):
        assert right <= left2 or right2 <= left or bottom <= top2 or bottom2 <= top


def test_a_chain_is_one_level_line() -> None:
    places = lay_out(graph_of("a b c d"), {"b": card(200, 120)})

    assert [x for x, _ in places.values()] == [0.0, 272.0, 544.0, 816.0]
    assert len({y for _, y in places.values()}) == 1


def test_branches_stand_side_by_side_and_join_in_the_middle() -> None:
    places = lay_out(graph_of("a b d", "a c d"), {})

    assert places["b"][0] == places["c"][0]
    assert places["b"][1] < places["a"][1] < places["c"][1]
    assert places["a"][1] == places["d"][1]


def test_an_input_that_is_needed_late_stands_late() -> None:
    places = lay_out(graph_of("a b c d", "late d"), {})

    assert places["late"][0] == places["c"][0]


def test_separate_networks_stand_below_each_other_and_lone_nodes_in_a_row() -> None:
    graph = graph_of("a b", "c d", "e", "f")

    places = lay_out(graph, {})

    assert places["a"] == (0.0, 32.0)
    assert places["c"][1] > places["a"][1] + 64
    assert places["e"][1] == places["f"][1] > places["c"][1] + 64


def test_a_cycle_is_laid_out_as_far_as_it_goes() -> None:
    places = lay_out(graph_of("a b c", "c b", "b b"), {})

    assert places["a"][0] < places["b"][0] < places["c"][0]


def test_wires_of_ports_do_not_cross_without_need() -> None:
    places = lay_out(graph_of("x p", "y p", "z p"), {})

    assert places["x"][1] < places["y"][1] < places["z"][1]


@given(any_document(), st.randoms(use_true_random=False))
def test_any_graph_gets_a_place_for_every_node(document: Document, random: Random) -> None:
    for scope in document.scopes:
        graph = document.scope(scope)
        cards = {n: card(random.uniform(20, 300), random.uniform(10, 200)) for n in graph.names}

        places = lay_out(graph, cards)

        assert set(places) == set(graph.names)
        assert_nothing_overlaps(places, cards)


@given(st.integers(2, 40), st.integers(0, 1000))
def test_in_networks_wires_run_right(nodes: int, seed: int) -> None:
    graph = random_network(nodes, seed)
    assert not topological_names(graph).cycle

    places = lay_out(graph, {})

    assert_nothing_overlaps(places, {})
    for edge in graph.edges:
        assert places[edge.source][0] + 200 < places[edge.target][0]


@given(st.integers(2, 40), st.integers(0, 1000))
def test_the_same_graph_is_laid_out_the_same_after_undo(nodes: int, seed: int) -> None:
    document = Document()
    document.graph = random_network(nodes, seed)
    before = lay_out(document.graph, {})

    document.apply(document.apply(RemoveNode(f"n{seed % nodes}")))

    assert lay_out(document.graph, {}) == before


def test_a_layer_added_at_the_end_moves_no_other_past_another() -> None:
    document = Document()
    document.graph = random_network(60, 3)
    before = lay_out(document.graph, {})

    document.apply(AddNode(Node("end", "ReLU")))
    document.apply(Connect(Edge("n59", "output", "end", "input")))

    after = lay_out(document.graph, {}, places=before)
    assert all(after[name][0] == x for name, (x, _) in before.items())
    for (one, (x, y)), (other, (x2, y2)) in combinations(before.items(), 2):
        assert x != x2 or (y < y2) == (after[one][1] < after[other][1])


@pytest.mark.slow
def test_a_thousand_nodes_with_dense_skips_are_laid_out_without_delay() -> None:
    graph = Graph()
    for i in range(200):
        graph.insert(Node(f"n{i}", "ReLU"))
        for j in range(i):
            graph.add_edge(Edge(f"n{j}", "output", f"n{i}", f"tensors.{j}"))

    places = lay_out(graph, {})

    assert len({x for x, _ in places.values()}) == 200


def rows_of(places: Places) -> list[list[str]]:
    """The nodes by their heights, each row from left to right."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for name, (x, y) in places.items():
        rows.setdefault(y, []).append((x, name))
    return [[name for _, name in sorted(rows[y])] for y in sorted(rows)]


def test_a_chain_wider_than_asked_is_folded_into_rows_that_stand_in_line() -> None:
    places = lay_out(graph_of("a b c d e f g h"), {}, width=1000)

    assert rows_of(places) == [["a", "b", "c", "d"], ["e", "f", "g", "h"]]
    assert places["a"][0] == places["e"][0] == 0
    assert places["b"][0] == places["f"][0]
    assert_nothing_overlaps(places, {})


def test_rows_end_where_a_single_wire_goes_on() -> None:
    places = lay_out(graph_of("a b c d e f", "b d", "a e"), {}, width=600)

    tops = {places[name][1] for name in "abcde"}
    assert max(tops) - min(tops) < 200
    assert places["f"][1] > max(tops) + 64


def test_a_row_does_not_end_inside_a_frame_unless_the_frame_is_wider_than_a_row() -> None:
    graph = graph_of("a b c d e f")
    graph.groups["frame"] = Group("frame")
    for name in "bcd":
        graph.replace_node(Node(name, "ReLU", options={"group": "frame"}))

    narrow = lay_out(graph, {}, width=800)
    tight = lay_out(graph, {}, width=300)

    assert rows_of(narrow) == [["a", "b", "c", "d"], ["e", "f"]]
    assert ["a"] in rows_of(tight)
    assert not any({"d", "e"} <= set(row) for row in rows_of(tight))
