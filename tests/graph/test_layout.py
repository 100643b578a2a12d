"""The automatic layout: nothing overlaps, wires run to the right, and small edits move little."""

from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.document import Document, Edge, Graph, Group, Node
from graph.edits import AddNode, Connect, RemoveNode
from graph.layout import CARD_SIZE, Layout, lay_out
from graph.order import topological_names
from tests.documents import any_document

SIZE = (200.0, 64.0)


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


def assert_nothing_overlaps(layout: Layout, sizes: dict[str, tuple[float, float]]) -> None:
    boxes = [(*layout.positions[n], *sizes.get(n, CARD_SIZE)) for n in layout.positions]
    for (x, y, w, h), (x2, y2, w2, h2) in combinations(boxes, 2):
        assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_a_chain_is_one_level_line() -> None:
    layout = lay_out(graph_of("a b c d"), {"b": (200.0, 120.0)})

    assert layout.positions == {
        "a": (0.0, 28.0), "b": (272.0, 0.0), "c": (544.0, 28.0), "d": (816.0, 28.0),
    }  # fmt: skip
    assert layout.waypoints == {}


def test_a_skip_is_led_around_the_cards_it_passes() -> None:
    graph = graph_of("a b c d", "a d")

    layout = lay_out(graph, {})

    [points] = [layout.waypoints[edge] for edge in graph.edges if edge in layout.waypoints]
    assert [x for x, _ in points] == [272.0, 472.0, 544.0, 744.0]
    height = points[0][1]
    assert all(y == height for _, y in points)
    for name in "bc":
        top = layout.positions[name][1]
        assert height <= top - 10 or height >= top + SIZE[1] + 10


def test_branches_stand_side_by_side_and_join_in_the_middle() -> None:
    positions = lay_out(graph_of("a b d", "a c d"), {}).positions

    assert positions["b"][0] == positions["c"][0]
    assert positions["b"][1] < positions["a"][1] < positions["c"][1]
    assert positions["a"][1] == positions["d"][1]


def test_an_input_that_is_needed_late_stands_late() -> None:
    positions = lay_out(graph_of("a b c d", "late d"), {}).positions

    assert positions["late"][0] == positions["c"][0]


def test_separate_networks_stand_below_each_other_and_lone_nodes_in_a_row() -> None:
    graph = graph_of("a b", "c d", "e", "f")

    positions = lay_out(graph, {}).positions

    assert positions["a"] == (0.0, 0.0)
    assert positions["c"][1] > positions["a"][1] + SIZE[1]
    assert positions["e"][1] == positions["f"][1] > positions["c"][1] + SIZE[1]


def test_a_cycle_is_laid_out_as_far_as_it_goes() -> None:
    positions = lay_out(graph_of("a b c", "c b", "b b"), {}).positions

    assert positions["a"][0] < positions["b"][0] < positions["c"][0]


def test_wires_of_ports_do_not_cross_without_need() -> None:
    positions = lay_out(graph_of("x p", "y p", "z p"), {}).positions

    assert positions["x"][1] < positions["y"][1] < positions["z"][1]


@given(any_document(), st.randoms(use_true_random=False))
def test_any_graph_gets_a_place_for_every_node(document: Document, random: Random) -> None:
    for scope in document.scopes:
        graph = document.scope(scope)
        sizes = {name: (random.uniform(20, 300), random.uniform(10, 200)) for name in graph.names}

        layout = lay_out(graph, sizes)

        assert set(layout.positions) == set(graph.names)
        assert_nothing_overlaps(layout, sizes)
        assert set(layout.waypoints) <= set(graph.edges)


@given(st.integers(2, 40), st.integers(0, 1000))
def test_in_networks_wires_run_right_and_pass_no_card(nodes: int, seed: int) -> None:
    graph = random_network(nodes, seed)
    assert not topological_names(graph).cycle

    layout = lay_out(graph, {})

    assert_nothing_overlaps(layout, {})
    boxes = {name: (*place, *SIZE) for name, place in layout.positions.items()}
    for edge in graph.edges:
        assert layout.positions[edge.source][0] + SIZE[0] < layout.positions[edge.target][0]
        for (left, y), (right, _) in list(pairwise(layout.waypoints.get(edge, ())))[::2]:
            for x, top, width, height in boxes.values():
                assert not (x < right and left < x + width and top < y < top + height)


@given(st.integers(2, 40), st.integers(0, 1000))
def test_the_same_graph_is_laid_out_the_same_after_undo(nodes: int, seed: int) -> None:
    document = Document()
    document.graph = random_network(nodes, seed)
    before = lay_out(document.graph, {})

    document.apply(document.apply(RemoveNode(f"n{seed % nodes}")))

    assert lay_out(document.graph, {}) == before


def test_a_layer_added_at_the_end_moves_no_other() -> None:
    document = Document()
    document.graph = random_network(60, 3)
    before = lay_out(document.graph, {}).positions

    document.apply(AddNode(Node("end", "ReLU")))
    document.apply(Connect(Edge("n59", "output", "end", "input")))

    after = lay_out(document.graph, {}).positions
    assert {name: after[name] for name in before} == before


def test_a_thousand_nodes_with_dense_skips_are_laid_out_without_delay() -> None:
    graph = Graph()
    for i in range(200):
        graph.insert(Node(f"n{i}", "ReLU"))
        for j in range(i):
            graph.add_edge(Edge(f"n{j}", "output", f"n{i}", f"tensors.{j}"))

    layout = lay_out(graph, {})

    assert len({x for x, _ in layout.positions.values()}) == 200


def rows_of(layout: Layout) -> list[list[str]]:
    """The nodes by their heights, each row from left to right."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for name, (x, y) in layout.positions.items():
        rows.setdefault(y, []).append((x, name))
    return [[name for _, name in sorted(rows[y])] for y in sorted(rows)]


def test_a_chain_wider_than_asked_is_folded_into_rows_that_stand_in_line() -> None:
    layout = lay_out(graph_of("a b c d e f g h"), {}, width=1000)

    assert rows_of(layout) == [["a", "b", "c", "d"], ["e", "f", "g", "h"]]
    assert layout.positions["a"][0] == layout.positions["e"][0] == 0
    assert layout.positions["b"][0] == layout.positions["f"][0]
    assert_nothing_overlaps(layout, {})


def test_rows_end_where_a_single_wire_goes_on() -> None:
    layout = lay_out(graph_of("a b c d e f", "b d", "a e"), {}, width=600)

    tops = {layout.positions[name][1] for name in "abcde"}
    assert max(tops) - min(tops) < 200
    assert layout.positions["f"][1] > max(tops) + 64


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
