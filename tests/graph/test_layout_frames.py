"""Layout with frames, of a part, and anew after an edit: frames hold no strangers, little moves."""

from __future__ import annotations

import time
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph.document import Document, Edge, Graph, Group, Node, Position
from graph.edits import AddNode, Connect, Disconnect
from graph.framing import members
from graph.layout import CARD, FRAME, lay_out
from tests.graph.test_layout import box_of, graph_of, random_network

Box = tuple[float, float, float, float]
seeds = st.integers(0, 10_000)


def put_into(graph: Graph, frame: str, names: list[str], outer: str = "") -> None:
    graph.groups[frame] = Group(frame, {"group": outer} if outer else {})
    for name in names:
        graph.replace_node(Node(name, "ReLU", options={"group": frame}))


def framed_network(nodes: int, seed: int) -> Graph:
    """Stretches in frames, some within others, and now and then a node from far away in one."""
    random, graph = Random(seed), random_network(nodes, seed)
    for index in range(random.randint(1, 4)):
        start = random.randrange(nodes)
        names = [f"n{i}" for i in range(start, min(nodes, start + random.randint(1, 9)))]
        outer = random.choice(["", *graph.groups])
        put_into(graph, f"f{index}", [*names, f"n{random.randrange(nodes)}"], outer)
    return graph


def frame_box(graph: Graph, places: dict[str, Position], frame: str) -> Box | None:
    """The rectangle that the canvas draws around what a frame holds."""
    held = [name for name in graph.names if graph.node(name).options.get("group") == frame]
    boxes = [box_of(places[name], CARD) for name in held if name in places]
    inner = [group.name for group in graph.groups.values() if group.parent == frame]
    boxes += [box for name in inner if (box := frame_box(graph, places, name))]
    if not boxes:
        return None
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return left - FRAME.left, top - FRAME.above, right + FRAME.right, bottom + FRAME.below


def meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def assert_frames_are_clean(graph: Graph, places: dict[str, Position]) -> None:
    boxes = {f: box for f in graph.groups if (box := frame_box(graph, places, f))}
    for frame, box in boxes.items():
        held = set(members(graph, frame))
        strangers = [n for n in places if n not in held and meet(box, box_of(places[n], CARD))]
        assert not strangers, f"{strangers} in {frame}"
    for one, other in combinations(boxes, 2):
        nested = other in graph.frames_around(one) or one in graph.frames_around(other)
        assert nested or not meet(boxes[one], boxes[other])


def cards_meet(places: dict[str, Position]) -> bool:
    pairs = combinations(places.values(), 2)
    return any(meet(box_of(a, CARD), box_of(b, CARD)) for a, b in pairs)


@given(st.integers(2, 40), seeds)
def test_a_frame_holds_its_own_alone_however_deep_they_nest(nodes: int, seed: int) -> None:
    graph = framed_network(nodes, seed)

    free = lay_out(graph, {})
    rows = lay_out(graph, {}, 1600.0)

    for places in (free, rows):
        assert set(places) == set(graph.names)
        assert_frames_are_clean(graph, places)
        assert not cards_meet(places)


def test_a_chain_through_frames_is_one_level_line() -> None:
    graph = graph_of("a b c d e f h g", "b x g")
    put_into(graph, "outer", ["b"])
    put_into(graph, "inner", ["c", "d", "e"], "outer")

    places = lay_out(graph, {})

    assert len({places[name][1] for name in "abcdefgh"}) == 1
    assert places["x"][1] != places["b"][1]


def test_branches_of_a_frame_that_meet_only_outside_stand_side_by_side() -> None:
    graph = graph_of("in a out", "in b out", "in c1 c2 out")
    put_into(graph, "branches", ["a", "b", "c1", "c2"])

    places = lay_out(graph, {})

    assert places["a"][0] == places["b"][0] == places["c1"][0]
    assert len({places[name][1] for name in ("a", "b", "c1")}) == 3


def test_frames_within_frames_a_thousand_deep_are_laid_out() -> None:
    graph = graph_of("a b")
    for depth in range(1000):
        graph.groups[f"f{depth}"] = Group(f"f{depth}", {"group": f"f{depth + 1}"})
    graph.replace_node(Node("a", "ReLU", options={"group": "f0"}))

    assert set(lay_out(graph, {})) == {"a", "b"}


@given(st.integers(3, 40), seeds)
def test_a_part_is_laid_out_for_itself(nodes: int, seed: int) -> None:
    graph = framed_network(nodes, seed)
    names = Random(seed).sample(graph.names, nodes // 2)

    places = lay_out(graph, {}, names=names)

    assert set(places) == set(names)
    assert not cards_meet(places)


def pairs_in_order(places: dict[str, Position]) -> dict[tuple[str, str], bool]:
    """For each two cards of one column, whether the first is the upper one."""
    columns: dict[float, list[str]] = {}
    for name, (x, _) in places.items():
        columns.setdefault(x, []).append(name)
    return {
        (a, b): places[a][1] < places[b][1]
        for names in columns.values()
        for a, b in combinations(sorted(names), 2)
    }


@given(st.integers(2, 40), seeds)
def test_laying_out_what_is_laid_out_keeps_every_order(nodes: int, seed: int) -> None:
    graph = random_network(nodes, seed)
    once = lay_out(graph, {})

    twice = lay_out(graph, {}, places=once)

    assert pairs_in_order(twice) == pairs_in_order(once)


def put_into_a_wire(graph: Graph, seed: int) -> tuple[int, int]:
    """How many pairs of cards of one column there are, and how many are turned by a new layer."""
    document = Document()
    document.graph = graph
    before = lay_out(graph, {})
    edge = Random(seed).choice(graph.edges)
    middle = ((before[edge.source][0] + before[edge.target][0]) / 2, before[edge.source][1])
    document.apply(AddNode(Node("new", "ReLU")))
    document.apply(Disconnect(edge))
    document.apply(Connect(Edge(edge.source, edge.source_port, "new", "input")))
    document.apply(Connect(Edge("new", "output", edge.target, edge.target_port)))

    after = lay_out(graph, {}, places={**before, "new": middle})

    then, now = pairs_in_order(before), pairs_in_order(after)
    kept = [pair for pair in then if pair in now]
    return len(kept), sum(then[pair] != now[pair] for pair in kept)


@given(st.integers(2, 12), seeds)
def test_a_layer_put_into_a_residual_network_turns_no_pair(blocks: int, seed: int) -> None:
    chains = [f"x{i} a{i} b{i} x{i + 1}" for i in range(blocks)]
    skips = [f"x{i} p{i} x{i + 1}" for i in range(blocks)]

    _, turned = put_into_a_wire(graph_of(*chains, *skips), seed)

    assert turned == 0


def test_of_dense_random_networks_a_new_layer_turns_one_pair_in_fifty_at_most() -> None:
    found = [put_into_a_wire(random_network(nodes, nodes), nodes) for nodes in range(4, 64)]

    assert sum(turned for _, turned in found) <= sum(pairs for pairs, _ in found) / 50


def test_five_thousand_nodes_are_laid_out_in_seconds() -> None:
    graph = random_network(5000, 1)
    start = time.process_time()

    places = lay_out(graph, {})

    assert time.process_time() - start < 10
    assert len(places) == 5000
