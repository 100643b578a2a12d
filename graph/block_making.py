"""Making a block of what is selected: ports, frames and place are found by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from graph.catalog import CATALOG, ports
from graph.document import (
    UNSET,
    Block,
    Document,
    Edge,
    Expression,
    Graph,
    Group,
    Node,
    Position,
    Value,
)
from graph.edits import (
    AddBlock,
    AddNode,
    Batch,
    Connect,
    Edit,
    MoveNodes,
    RemoveNode,
    SetGroups,
)
from graph.errors import EditError
from graph.framing import common_group, members
from graph.freezing import EVAL, says_eval, says_frozen
from graph.names import fresh_name, make_identifier
from graph.phrases import later, listed
from graph.sharing import mentioned
from graph.substitution import names_of

#: How far Inputs stand left, and Outputs right, of what is inside (scene units).
ASIDE = 280.0
#: Between two Inputs or two Outputs, downwards.
BELOW = 88.0

#: Families whose layers have weights.
_LEARNING = ("convolution", "linear", "normalization", "recurrent", "attention")

#: Ports whose names say nothing of what arrives there.
_NAMELESS = frozenset({"input", "output", "self", "x", "y"})

Port = tuple[str, str]  # a node and one of its ports


class Made(NamedTuple):
    """The edit that makes a block; what it and its first use are called, and what follows."""

    edit: Edit
    block: str
    use: str
    words: str


def make_block(document: Document, scope: str, names: Iterable[str], name: str = "") -> Made:
    """Turn nodes into a new block, and put one use of it in their place, wired as they were.

    Frames that lie wholly among them go along; of a frame that is cut, they are taken out. What
    their expressions name becomes an argument of the block.
    Raises: EditError, where no block can be made of them, in words that say what to do.
    """
    graph = document.scope(scope)
    chosen = set(names)
    nodes = [node for node in graph.nodes if node.name in chosen]
    _refuse(graph, nodes)
    name = name or _fresh_block(document)
    making = _Making(document, scope, nodes)
    use = Node(
        fresh_name(name, [n for n in graph.names if n not in chosen]),
        name,
        {argument: Expression(argument) for argument in making.arguments},
        making.options,
    )
    rewired = [Edge(*source, use.name, port) for port, source in making.fed.items()]
    rewired += [Edge(use.name, port, *target) for port, target in making.feeding]
    edits: list[Edit] = [
        AddBlock(Block(name, making.arguments, making.inside)),
        *(RemoveNode(node.name, scope) for node in nodes),
        *([SetGroups(making.kept_groups, scope)] if making.moved_groups else []),
        AddNode(use, making.place, graph.order(nodes[0].name), scope),
        *(Connect(edge, scope) for edge in rewired),
        *([MoveNodes(making.pulled, scope)] if making.pulled else []),
    ]
    batch = Batch(tuple(edits), later("Make block {name}", name=name))
    return Made(batch, name, use.name, _words(name, use.name, nodes))


def _words(block: str, use: str, nodes: list[Node]) -> str:
    """What becomes of the names of weights, by an example."""
    learned = next((n.name for n in nodes if _may_learn(n)), "")
    if not learned:
        return later("Made {block}.", block=block)
    return later(
        "Made {block}. The weights of {learned} are called {use}.{learned} from now on.",
        block=block,
        learned=learned,
        use=use,
    )


def _may_learn(node: Node) -> bool:
    layer = CATALOG.get(node.type)
    return layer is None or layer.kind == "parameter" or layer.family in _LEARNING


def _refuse(graph: Graph, nodes: list[Node]) -> None:
    """Raise where no block can be made."""
    if not nodes:
        raise EditError("nothing is selected", "select the layers that are to be a block")
    ends = [node.name for node in nodes if node.type in ("Input", "Output")]
    if ends:
        raise EditError(
            later(
                "{listed} cannot go into a block: Inputs and Outputs of the network stay "
                "where they are",
                listed=_listed(ends),
            ),
            "select what lies between them",
        )
    chosen = {node.name for node in nodes}
    after = _reached(graph.nx.succ, chosen)
    passed = after & _reached(graph.nx.pred, chosen)
    between = [name for name in graph.names if name in passed and name not in chosen]
    if between:
        raise EditError(
            later(
                "{names} lie on the way from one selected layer to another, so the block "
                "would feed itself",
                one="{names} lies on the way from one selected layer to another, so the block "
                "would feed itself",
                names=_listed(between),
                n=len(between),
            ),
            later("select them too", one="select it too", n=len(between)),
        )
    for node in graph.nodes:
        for shared in sorted(mentioned(node)):
            if shared in graph and (node.name in chosen) != (shared in chosen):
                raise EditError(
                    later("{name} shares the weights of {shared}", name=node.name, shared=shared),
                    "select both, or neither",
                )


def _reached(ways: Mapping[str, Iterable[str]], starts: set[str]) -> set[str]:
    """The nodes that one comes to from any of ``starts``, these included."""
    found, stack = set(starts), list(starts)
    while stack:
        for name in ways[stack.pop()]:
            if name not in found:
                found.add(name)
                stack.append(name)
    return found


def _listed(names: list[str]) -> str:
    shown = names if len(names) <= 4 else [*names[:3], later("{n} more", n=len(names) - 3)]
    return listed(shown)


def _fresh_block(document: Document) -> str:
    taken = {*document.blocks, *document.graph.names}
    numbers = range(1, len(taken) + 2)
    return next(name for i in numbers if (name := f"Block{i}") not in taken)


@dataclass
class _Making:
    """The new block's graph while it comes about, and what is left outside."""

    document: Document
    scope: str
    nodes: list[Node]
    inside: Graph = field(default_factory=Graph)
    fed: dict[str, Port] = field(default_factory=dict)  # by Input: what feeds the block there
    feeding: list[tuple[str, Port]] = field(default_factory=list)  # Outputs and what they feed
    moved_groups: tuple[Group, ...] = ()
    kept_groups: tuple[Group, ...] = ()

    def __post_init__(self) -> None:
        self.graph = self.document.scope(self.scope)
        self.chosen = {node.name for node in self.nodes}
        self._move_groups()
        inputs, outputs = self._inputs(), self._outputs()
        self._name_ports(inputs, outputs)

    @property
    def arguments(self) -> Mapping[str, object]:
        """What the block around has for the names that the nodes speak of."""
        block = self.document.blocks.get(self.scope)
        known = block.arguments if block is not None else {}
        named = frozenset().union(*(names_of(node) for node in self.nodes))
        return {argument: value for argument, value in known.items() if argument in named}

    @property
    def options(self) -> Mapping[str, object]:
        """The use stands in the innermost frame that stays and holds all of them."""
        around = self.graph.frames_around(common_group(self.graph, self.chosen))
        kept = {group.name for group in self.kept_groups}
        frame = next((group for group in around if group in kept), None)
        return {"group": frame} if frame is not None else {}

    @property
    def place(self) -> Position | None:
        """Where what it stands for begins; in its middle, where something stands beside that."""
        corners = self._corners()
        if corners is None:
            return None
        left, top, right, bottom = corners
        x = round(left / 8) * 8.0 if self.pulled else round((left + right) / 16) * 8.0
        return x, round((top + bottom) / 16) * 8.0

    @cached_property
    def pulled(self) -> dict[str, Position | None]:
        """What stands to the right closes the gap, unless that is not empty."""
        corners = self._corners()
        if corners is None:
            return {}
        left, _, right, _ = corners
        others = {n: p for n, p in self.graph.layout.items() if n not in self.chosen}
        if right == left or any(left <= x <= right for x, _ in others.values()):
            return {}
        return {n: (x - (right - left), y) for n, (x, y) in others.items() if x > right}

    def _move_groups(self) -> None:
        groups = self.graph.groups
        whole = {
            group
            for group in groups
            if (held := members(self.graph, group)) and self.chosen.issuperset(held)
        }
        going = {g for g in groups if whole.intersection(self.graph.frames_around(g))}
        self.kept_groups = tuple(g for g in groups.values() if g.name not in going)
        self.moved_groups = tuple(
            group if group.parent in going else self._without_frame(group)
            for group in groups.values()
            if group.name in going
        )

    def _without_frame(self, group: Group) -> Group:
        options = {key: value for key, value in group.options.items() if key != "group"}
        return replace(group, options=options | self._left_behind(group.options))

    def _inputs(self) -> dict[Port, list[Port]]:
        """What comes from outside, and where it goes; where nothing does, what must be fed."""
        entering: dict[Port, list[Port]] = {}
        for edge in self.graph.edges:
            if edge.target in self.chosen and edge.source not in self.chosen:
                source = (edge.source, edge.source_port)
                entering.setdefault(source, []).append((edge.target, edge.target_port))
        if entering:
            return entering
        starved = [port for node in self.nodes for port in self._starved(node)]
        if not starved:
            raise EditError(
                "nothing outside leads to what is selected, so the block would have no Input",
                "select a layer that is fed as well",
            )
        return {("", f"{node}.{port}"): [(node, port)] for node, port in starved}

    def _starved(self, node: Node) -> list[Port]:
        wired = {edge.target_port for edge in self.graph.in_edges(node.name)}
        found = ports(self.document, self.scope, node)
        return [(node.name, p.name) for p in found.inputs if not p.optional and p.name not in wired]

    def _outputs(self) -> dict[Port, list[Port]]:
        """What leaves, and where it goes; where nothing does, what nothing uses."""
        leaving: dict[Port, list[Port]] = {}
        for node in self.nodes:
            for edge in self.graph.out_edges(node.name):
                if edge.target not in self.chosen:
                    source = (edge.source, edge.source_port)
                    leaving.setdefault(source, []).append((edge.target, edge.target_port))
        if leaving:
            return leaving
        loose = [node for node in self.nodes if not self.graph.out_edges(node.name)]
        found = {
            (node.name, outputs[0].name): list[Port]()
            for node in loose
            if (outputs := ports(self.document, self.scope, node).outputs)
        }
        if not found:
            raise EditError(
                "nothing leaves what is selected, so the block would have no Output",
                "select a layer whose output can be used",
            )
        return found

    def _name_ports(self, inputs: dict[Port, list[Port]], outputs: dict[Port, list[Port]]) -> None:
        taken = {*self.chosen, *(group.name for group in self.moved_groups)}
        entering: list[Edge] = []
        leaving: list[Edge] = []
        places = _Places(self._corners(), {n: self.graph.position(n) for n in self.chosen})
        for source, targets in inputs.items():
            port = _input_name(source, targets, taken, alone=len(inputs) == 1)
            self.inside.insert(Node(port, "Input"), position=places.left(targets))
            entering += [Edge(port, "output", *target) for target in targets]
            if source[0]:
                self.fed[port] = source
        self._insert_nodes(places)
        for source, targets in outputs.items():
            port = _output_name(source, targets, taken, alone=len(outputs) == 1)
            self.inside.insert(Node(port, "Output"), position=places.right(source))
            leaving.append(Edge(*source, port, "input"))
            self.feeding += [(port, target) for target in targets]
        within = [
            e for e in self.graph.edges if e.source in self.chosen and e.target in self.chosen
        ]
        for edge in (*entering, *within, *leaving):
            self.inside.add_edge(edge, self.graph.route(edge))

    def _insert_nodes(self, places: _Places) -> None:
        going = {group.name: group for group in self.moved_groups}
        self.inside.groups = going
        for node in self.nodes:
            options = dict(node.options)
            if options.get("group", UNSET) not in going:
                options.pop("group", None)
                options |= self._left_behind(node.options)
            self.inside.insert(
                replace(node, options=options),
                position=places.of(node.name),
                look=self.graph.look(node.name),
            )

    def _left_behind(self, options: Mapping[str, Value]) -> dict[str, Value]:
        """What the frames that a node or frame leaves say of whether it learns."""
        stays = set(self.graph.frames_around(self.options.get("group")))
        left = self.graph.frames_around(options.get("group"))
        frames = [self.graph.groups[name] for name in left if name not in stays]
        said = [frame.options for frame in frames if not frame.is_plain]
        if says_eval(options) or not any(map(says_frozen, said)):
            return {}
        return {"trainable": EVAL if any(map(says_eval, said)) else False}

    def _corners(self) -> tuple[float, float, float, float] | None:
        """Left, top, right, bottom; None where the places of some are not known."""
        places = [self.graph.position(name) for name in self.chosen]
        known = [place for place in places if place is not None]
        if len(known) < len(places):
            return None
        xs, ys = [x for x, _ in known], [y for _, y in known]
        return min(xs), min(ys), max(xs), max(ys)


class _Places:
    """Places inside the block: as they were, from the origin, with the ports at both sides."""

    def __init__(
        self,
        corners: tuple[float, float, float, float] | None,
        before: Mapping[str, Position | None],
    ) -> None:
        self._known, self._before = corners is not None, before
        self._left, self._top, right, _ = corners or (0.0, 0.0, 0.0, 0.0)
        self._end = ASIDE + right - self._left + ASIDE
        self._lowest = {True: -BELOW, False: -BELOW}

    def of(self, name: str) -> Position | None:
        place = self._before[name]
        if not self._known or place is None:
            return None
        return place[0] - self._left + ASIDE, place[1] - self._top

    def left(self, targets: list[Port]) -> Position | None:
        return self._aside(targets[0][0], 0.0, at_left=True)

    def right(self, source: Port) -> Position | None:
        return self._aside(source[0], self._end, at_left=False)

    def _aside(self, beside: str, x: float, *, at_left: bool) -> Position | None:
        place = self.of(beside)
        if place is None:
            return None
        self._lowest[at_left] = y = max(place[1], self._lowest[at_left] + BELOW)
        return x, y


def _input_name(source: Port, targets: list[Port], taken: set[str], *, alone: bool) -> str:
    """``x`` where it is the only one; else after the port it feeds, or what feeds it."""
    ports_fed = {port for _, port in targets}
    port = next(iter(ports_fed)) if len(ports_fed) == 1 else ""
    if alone:
        name = fresh_name("Input", taken)
    elif port and port not in _NAMELESS and "." not in port:
        name = make_identifier(port, taken)
    else:
        name = make_identifier(source[0] or targets[0][0], taken)
    taken.add(name)
    return name


def _output_name(source: Port, targets: list[Port], taken: set[str], *, alone: bool) -> str:
    """``y`` where it is the only one; else after the port it comes from, or the node."""
    if alone:
        name = fresh_name("Output", taken)
    elif source[1] not in _NAMELESS and "." not in source[1]:
        name = make_identifier(source[1], taken)
    else:
        name = make_identifier(f"{source[0]}_out", taken)
    taken.add(name)
    return name
