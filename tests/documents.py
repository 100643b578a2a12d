"""Random documents and edits for the laws: any graph a file can hold, sensible or not.

Strategies
    any_document()       blocks, groups, layout, training, hostile texts, cycles, unknown layers
    any_edit(document)   an edit that applies to the document as it stands
    any_value()          what an argument may hold
    any_text()           what a name, a note or a string may hold

Each draws a seed and a size only, and makes the rest with ``random``: thirty times faster than
drawing every leaf, and a failing case still shrinks to a small size.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import strategies as st

from graph.block_arguments import (
    add_argument,
    make_argument,
    remove_argument,
    rename_argument,
)
from graph.block_dissolving import dissolve_block
from graph.block_making import make_block
from graph.document import (
    RESERVED_ARGUMENTS,
    UNSET,
    Block,
    Document,
    Edge,
    Expression,
    Graph,
    Group,
    Node,
    Note,
    Route,
)
from graph.edits import (
    AddBlock,
    AddNode,
    Batch,
    ChangeBlock,
    Connect,
    Disconnect,
    Edit,
    MoveNodes,
    RemoveBlock,
    RemoveNode,
    RenameBlock,
    RenameGroup,
    RenameNode,
    RenameProject,
    ReplaceNode,
    SetArgument,
    SetDirection,
    SetGroups,
    SetLooks,
    SetNotes,
    SetOption,
    SetStyle,
    SetTraining,
    SetUnknown,
)
from graph.errors import EditError
from graph.looks import COLORS
from graph.parts import DIRECTIONS, DOWN, RIGHT
from graph.style import STYLE_OPTIONS

#: What has broken readers and writers of YAML, source and markup before.
HOSTILE = (
    "", " ", "null", "true", "no", "on", "~", "1", "-1", "1e3", "0x1F", "0o7", "010", "1:30", "1_0",
    ".inf", ".nan", "2001-01-01", "=", "==", "=width", "<<", "- a", "a: b", "a #b", "#", "&a", "*a",
    "!tag", "%", "@", "`", "{a: 1}", "[1, 2]", "a -> b", "->", "a.b", ".", "a.", "input", "output",
    "'", '"', "\\", "a\nb", "a\r\nb", "\t", "\0", "\x07", "\x85", "\u2028", "\ufeff", "\uffff",
    "é", "ﬁ", "名前", "😀", "__class__", "import os", "{name}", "'''", "coding: utf-7", "a" * 1100,
    "nodes", "type", "---", "...", "? a", "|", ">", "a,b", "x" * 30, "None", "True", "-", "--",
)  # fmt: skip

TYPES = (
    "Input", "Output", "Linear", "Conv2d", "ReLU", "LSTM", "MultiheadAttention", "Flatten",
    "BatchNorm2d", "torch.add", "torch.cat", "torch.split", "torch.stack", "Tensor.view",
    "F.interpolate", "CrossEntropyLoss", "Parameter", "Constant", "Python", "Nonsense",
)  # fmt: skip

PORTS = (
    "input", "output", "other", "h_n", "h_0", "tensors.0", "tensors.1", "tensors.12", "query",
    "self", "nothing", "x",
)  # fmt: skip

SIMPLE_NAMES = ("a", "b", "c", "conv1", "relu_2", "x", "y", "fc", "very_long_name_of_a_layer")


def any_text() -> st.SearchStrategy[str]:
    """Texts that a file can hold: everything but halves of characters."""
    return st.one_of(
        st.sampled_from(SIMPLE_NAMES),
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    )


def any_value() -> st.SearchStrategy[Any]:
    """What an argument may hold: scalars, expressions, and tuples and mappings of these."""
    return _seeds().map(lambda seed: random_value(Random(seed), 3))


def any_document(max_size: int = 7) -> st.SearchStrategy[Document]:
    """A document that a file can hold; most make no sense, and none may break anything."""
    return st.builds(
        lambda size, seed: random_document(Random(seed), size), st.integers(0, max_size), _seeds()
    )


def any_edit(document: Document) -> st.SearchStrategy[Edit]:
    """An edit that applies to ``document`` as it stands."""
    return _seeds().map(lambda seed: random_edit(Random(seed), document))


def _seeds() -> st.SearchStrategy[int]:
    return st.integers(0, 2**32)


# what documents are made of


def random_text(random: Random) -> str:
    kind = random.random()
    if kind < 0.5:
        return random.choice(SIMPLE_NAMES)
    if kind < 0.85:
        return random.choice(HOSTILE)
    ranges = [(32, 127), (0, 256), (0x370, 0x500), (0x2000, 0x2100), (0xE000, 0x110000)]
    return "".join(
        chr(random.randrange(*random.choice(ranges))) for _ in range(random.randrange(6))
    )


def random_scalar(random: Random) -> Any:
    makers: list[Callable[[], Any]] = [
        lambda: random.choice([None, True, False, "auto", "same", 0, 1, -1, 0.0, 0.5, -0.0]),
        lambda: random.randint(-100, 100),
        lambda: random.randint(-(10**40), 10**40),
        lambda: random.choice([1e-5, 1e16, 1e300, float("inf"), -float("inf"), random.random()]),
        lambda: random_text(random),
        lambda: Expression(random_text(random)),
        lambda: Expression(random.choice(["width * 2", "max(a, b)[0]", "x if y else (1, 2)"])),
    ]
    return random.choice(makers)()


def random_value(random: Random, depth: int = 2) -> Any:
    kind = random.random()
    if depth and kind < 0.15:
        return tuple(random_value(random, depth - 1) for _ in range(random.randrange(4)))
    if depth and kind < 0.25:
        return random_mapping(random, 2, depth - 1)
    return random_scalar(random)


def random_mapping(
    random: Random, size: int, depth: int = 1, without: tuple[str, ...] = ()
) -> dict[str, Any]:
    keys = [random_text(random) for _ in range(random.randint(0, size))]
    return {key: random_value(random, depth) for key in keys if key not in without}


def random_position(random: Random) -> tuple[float, float] | None:
    if random.random() < 0.3:
        return None
    if random.random() < 0.7:
        return float(random.randint(-500, 500) * 8), float(random.randint(-500, 500) * 8)
    return random.uniform(-1e6, 1e6), random.uniform(-10, 10)


def random_route(random: Random) -> Route:
    points = [random_position(random) for _ in range(random.randrange(4))]
    return tuple(point for point in points if point is not None)


def random_names(random: Random, size: int) -> list[str]:
    return list(dict.fromkeys(random_text(random) for _ in range(size)))


def random_node(random: Random, name: str, types: tuple[str, ...] = TYPES) -> Node:
    options: dict[str, Callable[[], Any]] = {
        "group": lambda: random_text(random),
        "repeat": lambda: random_scalar(random),
        "unroll": lambda: random.choice(
            [1, {"axis": 1, "state": {"h": "y"}, "start": {"h": (Expression("x.size(0)"), 4)}}]
        ),
        "when": lambda: random_scalar(random),
        "shares": lambda: random.choice(
            [random.choice(SIMPLE_NAMES), {"weight": random.choice(SIMPLE_NAMES)}]
        ),
        "initialize": lambda: random_value(random),
        "trainable": lambda: random.choice([True, False]),
        "note": lambda: random_text(random),
    }
    return Node(
        name,
        random.choice(types) if random.random() < 0.9 else random_text(random),
        random_mapping(random, 3, 2, without=tuple(RESERVED_ARGUMENTS)),
        {key: make() for key, make in options.items() if random.random() < 0.12},
    )


def random_graph(random: Random, size: int, types: tuple[str, ...] = TYPES) -> Graph:
    graph = Graph()
    for name in random_names(random, size):
        look = random_look(random)
        graph.insert(random_node(random, name, types), position=random_position(random), look=look)
    for _ in range(random.randint(0, 2 * size) if len(graph) else 0):
        edge = random_edge(random, graph)
        if not graph.has_edge(edge):
            graph.add_edge(edge)
    for name in random_names(random, random.randrange(3)):
        graph.groups[name] = random_group(random, name)
    stray = random_text(random)
    if random.random() < 0.1 and stray not in graph:
        graph.stray_positions[stray] = (8.0, 16.0)
    if random.random() < 0.1 and stray not in graph:
        graph.stray_looks[stray] = random_look(random) or {"color": "red"}
    graph.direction = random.choice((RIGHT, RIGHT, DOWN))
    for name in random_names(random, random.randrange(-3, 3)):
        graph.notes[name] = random_note(random, name)
    if random.random() < 0.1:
        graph.stray_routes[stray] = ((8.0, 16.0),)
    for edge in graph.edges:
        if random.random() < 0.2:
            graph.set_route(edge, random_route(random))
    return graph


def random_look(random: Random) -> dict[str, Any]:
    if random.random() < 0.7:
        return {}
    look = {"color": random.choice(COLORS), "collapsed": random.choice([True, False])}
    look |= random_mapping(random, 2, without=("at",))
    return {key: value for key, value in look.items() if random.random() < 0.7}


def random_note(random: Random, name: str) -> Note:
    at, size = random_position(random) or (0.0, 0.0), random_position(random) or (160.0, 80.0)
    look = {k: v for k, v in random_look(random).items() if k not in ("text", "at", "size")}
    return Note(name, random_text(random), at, size, look)


def random_edge(random: Random, graph: Graph) -> Edge:
    """From first output to first input, as most are, so that chains come about; or anything."""
    source, target = random.choice(graph.names), random.choice(graph.names)
    if random.random() < 0.6:
        return Edge(source, "output", target, random.choice(["input", "input", "x"]))
    port = random.choice(PORTS), random.choice(PORTS)
    if random.random() < 0.2:
        port = random_text(random), random_text(random)
    return Edge(source, port[0], target, port[1])


def random_group(random: Random, name: str) -> Group:
    options: dict[str, Callable[[], Any]] = {
        "container": lambda: random.choice(
            ["Sequential", "ModuleList", "Module", "none", "Nonsense"]
        ),
        "by": lambda: random.choice(["index", "name"]),
        "group": lambda: random_text(random),
        "note": lambda: random_text(random),
        "color": lambda: random.choice([*COLORS, random_value(random)]),
        "collapsed": lambda: random.choice([True, True, False, "yes"]),
    }
    return Group(name, {key: make() for key, make in options.items() if random.random() < 0.4})


def random_block(random: Random, name: str, size: int, types: tuple[str, ...] = TYPES) -> Block:
    known = (
        "arguments", "nodes", "edges", "groups", "note", "direction", "layout", "routes", "notes",
    )  # fmt: skip
    return Block(
        name,
        random_mapping(random, 2, 2, without=tuple(RESERVED_ARGUMENTS)),
        random_graph(random, size, types),
        random_text(random) if random.random() < 0.3 else "",
        random_mapping(random, 1, without=known) if random.random() < 0.2 else {},
    )


def random_document(random: Random, size: int) -> Document:
    document = Document(random_text(random))
    names = [name for name in random_names(random, random.randrange(3)) if name and size > 2]
    types = (*TYPES, *names)
    document.graph = random_graph(random, size, types)
    document.blocks = {name: random_block(random, name, size // 2, types) for name in names}
    training = {key: random_value(random) for key in ("data", "loss", "optimizer", "epochs")}
    document.training = {
        **{key: value for key, value in training.items() if random.random() < 0.2},
        **random_mapping(random, 1),
    }
    rules = random.choice([(), (), (), random_value(random), _rules(random)])
    document.initialize = () if rules is None else rules  # a key without a value says nothing
    document.style = random.choice([{}, {}, {"sequential": "named"}])
    known = (
        "layerloom", "name", "blocks", "nodes", "edges", "groups", "training", "style", "layout",
        "routes", "notes", "direction",
    )  # fmt: skip
    document.extras = random_mapping(random, 1, 2, without=known) if random.random() < 0.2 else {}
    return document


# edits


def _rules(random: Random) -> Any:
    keys = ("types", "names", "parameters", "with")
    words = ["Linear", "Conv*", "weight", "*", "normal_", 0, 0.5, {"type": "xavier_uniform_"}]
    return tuple({key: random.choice(words) for key in keys if random.random() < 0.8} for _ in "ab")


def random_edit(random: Random, document: Document, batches: bool = True) -> Edit:
    """An edit that applies to ``document`` as it stands."""
    scope = random.choice(document.scopes)
    graph = document.scope(scope)
    makers = [_add_node, _set_groups, _set_training, _set_style, _rename_project]
    makers += [_set_unknown, _add_block, _set_notes, _set_looks, _turn]
    if len(graph):
        makers += [
            _remove_node, _connect, _rename_node, _replace_node, _set_argument, _set_option,
            _move_nodes,
        ] * 2  # fmt: skip
        makers += [_make_block, _dissolve_block]
    if graph.edges:
        makers += [_disconnect] * 2
        makers += [_lead_wires]
    if graph.groups:
        makers.append(_rename_group)
    if document.blocks:
        makers += [_rename_block, _change_block, _remove_block, _change_argument]
    if batches:
        makers.append(_batch)
    return random.choice(makers)(random, document, scope)


def _free_name(random: Random, taken: Any) -> str:
    while True:
        name = random_text(random)
        if name and name not in taken:
            return name


def _add_node(random: Random, document: Document, scope: str) -> Edit:
    name = _free_name(random, document.scope(scope))
    node = random_node(random, name, (*TYPES, *document.blocks))
    return AddNode(node, random_position(random), scope=scope, look=random_look(random))


def _remove_node(random: Random, document: Document, scope: str) -> Edit:
    return RemoveNode(random.choice(document.scope(scope).names), scope)


def _connect(random: Random, document: Document, scope: str) -> Edit:
    graph = document.scope(scope)
    while True:
        edge = random_edge(random, graph)
        if not graph.has_edge(edge):
            return Connect(edge, scope, route=random_route(random))


def _disconnect(random: Random, document: Document, scope: str) -> Edit:
    return Disconnect(random.choice(document.scope(scope).edges), scope)


def _rename_node(random: Random, document: Document, scope: str) -> Edit:
    graph = document.scope(scope)
    return RenameNode(random.choice(graph.names), _free_name(random, graph), scope)


def _replace_node(random: Random, document: Document, scope: str) -> Edit:
    name = random.choice(document.scope(scope).names)
    return ReplaceNode(random_node(random, name, (*TYPES, *document.blocks)), scope)


def _set_argument(random: Random, document: Document, scope: str) -> Edit:
    node = random.choice(document.scope(scope).nodes)
    argument = random.choice(["in_features", "out_features", *node.arguments])
    value = UNSET if random.random() < 0.3 else random_value(random)
    return SetArgument(node.name, argument, value, scope)


def _set_option(random: Random, document: Document, scope: str) -> Edit:
    names = document.scope(scope).names
    option = random.choice(["group", "shares"])
    value = UNSET if random.random() < 0.3 else random.choice([*names, random_text(random)])
    return SetOption(random.choice(names), option, value, scope)


def _move_nodes(random: Random, document: Document, scope: str) -> Edit:
    names = document.scope(scope).names
    moved = random.sample(names, random.randint(0, min(3, len(names))))
    return MoveNodes({name: random_position(random) for name in moved}, scope)


def _lead_wires(random: Random, document: Document, scope: str) -> Edit:
    graph = document.scope(scope)
    led = random.sample(graph.edges, random.randint(1, min(3, len(graph.edges))))
    moved = random.sample(graph.names, random.randint(0, len(graph)))
    places = {name: random_position(random) for name in moved}
    return MoveNodes(places, scope, routes=tuple((edge, random_route(random)) for edge in led))


def _set_groups(random: Random, document: Document, scope: str) -> Edit:
    names = random_names(random, random.randrange(4))
    return SetGroups(tuple(random_group(random, name) for name in names), scope)


def _set_notes(random: Random, document: Document, scope: str) -> Edit:
    kept = [note for note in document.scope(scope).notes.values() if random.random() < 0.7]
    new = _free_name(random, document.scope(scope).notes)
    return SetNotes((*kept, random_note(random, new)), scope)


def _turn(random: Random, document: Document, scope: str) -> Edit:
    return SetDirection(random.choice(DIRECTIONS), scope)


def _set_looks(random: Random, document: Document, scope: str) -> Edit:
    graph = document.scope(scope)
    looks = {name: random_look(random) for name in graph.names if random.random() < 0.4}
    frames = {
        name: {**group.options, "color": random.choice(COLORS)}
        for name, group in graph.groups.items() if random.random() < 0.5
    }  # fmt: skip
    return SetLooks(looks, frames, scope)


def _add_block(random: Random, document: Document, scope: str) -> Edit:
    name = _free_name(random, document.blocks)
    return AddBlock(random_block(random, name, 3, (*TYPES, *document.blocks)))


def _remove_block(random: Random, document: Document, scope: str) -> Edit:
    return RemoveBlock(random.choice(list(document.blocks)))


def _change_block(random: Random, document: Document, scope: str) -> Edit:
    arguments = random_mapping(random, 2, 2, without=tuple(RESERVED_ARGUMENTS))
    return ChangeBlock(random.choice(list(document.blocks)), arguments, random_text(random))


def _change_argument(random: Random, document: Document, scope: str) -> Edit:
    """An argument of a block added, renamed, removed, or made of a value inside."""
    name = random.choice(list(document.blocks))
    block, new = document.blocks[name], random_text(random)
    old = random.choice([*block.arguments, new])
    try:
        if random.random() < 0.3:
            return add_argument(document, name, new, random_value(random))
        if random.random() < 0.3 and len(block.graph):
            node = random.choice(block.graph.nodes)
            value = random_value(random)
            return make_argument(document, name, node.name, "out_features", value)[0]
        if random.random() < 0.5:
            return remove_argument(document, name, old)
        return rename_argument(document, name, old, new)
    except EditError:
        return _rename_project(random, document, scope)


def _make_block(random: Random, document: Document, scope: str) -> Edit:
    """A block of some nodes; where these make none, a node more."""
    names = document.scope(scope).names
    try:
        chosen = random.sample(names, random.randint(1, len(names)))
        return make_block(document, scope, chosen).edit
    except EditError:
        return _add_node(random, document, scope)


def _dissolve_block(random: Random, document: Document, scope: str) -> Edit:
    """A use of a block dissolved; where there is none that can be, a node more."""
    nodes = document.scope(scope).nodes
    uses = [node.name for node in nodes if node.type in document.blocks]
    try:
        return dissolve_block(document, scope, random.choice(uses or [nodes[0].name]))[0]
    except EditError:
        return _add_node(random, document, scope)


def _rename_group(random: Random, document: Document, scope: str) -> Edit:
    groups = document.scope(scope).groups
    return RenameGroup(random.choice(list(groups)), _free_name(random, groups), scope)


def _rename_block(random: Random, document: Document, scope: str) -> Edit:
    new = _free_name(random, document.blocks)
    return RenameBlock(random.choice(list(document.blocks)), new)


def _set_unknown(random: Random, document: Document, scope: str) -> Edit:
    places = {"gone": (1.0, 2.0)} if "gone" not in document.scope(scope) else {}
    routes = random.choice([{}, {"a.output -> b.input": ((0.0, 8.0),)}])
    extras = random.choice([{}, {"future": 1}])
    looks = random.choice([{}, {name: {"color": "red"} for name in places}])
    return SetUnknown(extras, random.choice([{}, places]), scope, routes=routes, looks=looks)


def _set_training(random: Random, document: Document, scope: str) -> Edit:
    path = random.choices(["data", "loss", "lr", *document.training], k=random.randint(1, 3))
    value = UNSET if random.random() < 0.3 else random_value(random)
    return SetTraining(tuple(path), value)


def _set_style(random: Random, document: Document, scope: str) -> Edit:
    option = random.choice(STYLE_OPTIONS)
    values = [value for value, _ in option.values]
    return SetStyle(option.key, random.choice([UNSET, *values, "unknown"]))


def _rename_project(random: Random, document: Document, scope: str) -> Edit:
    return RenameProject(random_text(random))


def _batch(random: Random, document: Document, scope: str) -> Edit:
    """Edits of which each applies after those before it."""
    edits: list[Edit] = []
    inverses: list[Edit] = []
    for _ in range(random.randrange(4)):
        edits.append(random_edit(random, document, batches=False))
        inverses.append(document.apply(edits[-1]))
    for inverse in reversed(inverses):
        document.apply(inverse)
    return Batch(tuple(edits))
