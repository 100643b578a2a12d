"""Dissolving one use of a block: its insides come back, with the arguments of this use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.document import (
    UNSET,
    Document,
    Edge,
    Expression,
    Graph,
    Group,
    Look,
    Node,
    Position,
    Value,
)
from graph.edits import AddNode, Batch, Connect, Edit, MoveNodes, RemoveNode, SetGroups
from graph.errors import EditError, ExpressionError
from graph.expressions import evaluate
from graph.freezing import says_eval, says_frozen
from graph.names import make_identifier
from graph.phrases import later
from graph.sharing import follow_shares, mentioned
from graph.substitution import rewritten_node, substitute
from graph.uses import built_on

#: The most copies that a repeated use is unrolled to.
MAX_COPIES = 64
#: Room left between what comes out and what stands beside it, a card included (scene units).
ROOM = 280.0

Port = tuple[str, str]  # a node and one of its ports


def dissolve_block(document: Document, scope: str, name: str) -> tuple[Edit, list[str]]:
    """Put the insides of a block in the place of its use ``name``; the names that they get.

    The block itself stays, for its other uses. A use that is repeated gives as many copies.
    Raises: EditError, where that would not be the same network, in words that say what to do.
    """
    graph = document.scope(scope)
    use = graph.node(name)
    if use.type not in document.blocks:
        raise EditError(later("{name} is no block, so there is nothing to dissolve", name=name))
    copies = _copies(document, graph, use)
    dissolving = _Dissolving(document, scope, use, copies)
    dissolving.work()
    edits: list[Edit] = [
        RemoveNode(name, scope),
        *([SetGroups(tuple(dissolving.groups), scope)] if dissolving.new_groups else []),
        *(
            AddNode(node, place, order, scope, look=look)
            for node, place, order, look in dissolving.nodes
        ),
        *(Connect(edge, scope) for edge in dict.fromkeys(dissolving.edges)),
        *([MoveNodes(dissolving.pushed, scope)] if dissolving.pushed else []),
    ]
    names = [node.name for node, *_ in dissolving.nodes]
    return Batch(tuple(edits), later("Dissolve {name}", name=name)), names


def _copies(document: Document, graph: Graph, use: Node) -> int:
    """How often the insides stand there; raises where the use cannot be dissolved."""
    block = document.blocks[use.type]
    if any(use.type in built_on(document, n.type) for n in block.graph.nodes
           if n.type in document.blocks):  # fmt: skip
        raise EditError(later("{type} stands inside itself", type=use.type), "mend that first")
    if any(edge.source == use.name for edge in graph.in_edges(use.name)):
        raise EditError(later("{name} feeds itself", name=use.name), "cut that wire first")
    for option in ("shares", "initialize", "unroll"):
        if option in use.options:
            raise EditError(
                later(
                    "{name} has {option}, which is said of a whole block",
                    name=use.name,
                    option=option,
                ),
                "reset it",
            )
    sharing = [node.name for node in graph.nodes if use.name in mentioned(node)]
    if sharing:
        raise EditError(
            later("{sharing} shares the weights of {name}", sharing=sharing[0], name=use.name),
            "end that first",
        )
    if _constant(use.options.get("when", True)) is not True:
        raise EditError(
            later("{name} is left out where its 'when' says so", name=use.name), "remove when first"
        )
    times = _constant(use.options.get("repeat", 1))
    if type(times) is not int or not 1 <= times <= MAX_COPIES:
        said = use.options.get("repeat")
        raise EditError(
            later(
                "{name} is repeated {said} times, which cannot be drawn as single layers",
                name=use.name,
                said=said,
            ),
            later("set repeat to a number from 1 to {max_copies} first", max_copies=MAX_COPIES),
        )
    if times > 1 and not _is_stackable(block.graph):
        raise EditError(
            later("{name} is repeated, but has several inputs", name=use.name),
            "remove repeat first",
        )
    return times


def _constant(value: Value) -> Value:
    """What an option comes to where it depends on no argument; itself otherwise."""
    try:
        return evaluate(value.text) if isinstance(value, Expression) else value
    except ExpressionError:
        return value


def _is_stackable(graph: Graph) -> bool:
    types = [node.type for node in graph.nodes]
    return types.count("Input") == types.count("Output") == 1


@dataclass
class _Dissolving:
    """What comes out of one use, while it is put together."""

    document: Document
    scope: str
    use: Node
    copies: int
    nodes: list[tuple[Node, Position | None, float, Look]] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    new_groups: list[Group] = field(default_factory=list)
    pushed: dict[str, Position | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.graph = self.document.scope(self.scope)
        block = self.document.blocks[self.use.type]
        self.inside, self.values = block.graph, {**block.arguments, **self.use.arguments}
        self.taken = {*self.graph.names, *self.graph.groups} - {self.use.name}
        self.layers = [n for n in self.inside.nodes if n.type not in ("Input", "Output")]

    @property
    def groups(self) -> list[Group]:
        return [*self.graph.groups.values(), *self.new_groups]

    def work(self) -> None:
        places = self._places()
        sources = {
            edge.target_port: (edge.source, edge.source_port)
            for edge in reversed(self.graph.in_edges(self.use.name))
        }
        orders = self._orders()
        for copy in range(self.copies):
            names = self._names()
            groups = self._bring_groups()
            for node in self.layers:
                made = self._made(node, names, groups)
                look = self.inside.look(node.name)
                self.nodes.append((made, places[copy].get(node.name), next(orders), look))
            results = self._wire(names, sources)
            sources = {name: results[port] for name in self._ends("Input") for port in results}
        for edge in self.graph.out_edges(self.use.name):
            source = results.get(edge.source_port)
            if source is not None:
                self.edges.append(Edge(*source, edge.target, edge.target_port))

    def _ends(self, type_: str) -> list[str]:
        return [node.name for node in self.inside.nodes if node.type == type_]

    def _orders(self) -> Iterator[float]:
        """Places in the order of creation, between the use and what comes after it."""
        start = self.graph.order(self.use.name)
        after = [self.graph.order(n) for n in self.graph.names if self.graph.order(n) > start]
        step = (min(after, default=start + 1) - start) / max(1, len(self.layers) * self.copies)
        return (start + index * step for index in range(len(self.layers) * self.copies))

    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for node in self.layers:
            free = node.name not in self.taken
            names[node.name] = node.name if free else make_identifier(node.name, self.taken)
            self.taken.add(names[node.name])
        return names

    def _bring_groups(self) -> dict[str, str]:
        """Bring the frames of the inside out, under names that are free."""
        names: dict[str, str] = {}
        for group in self.inside.groups:
            free = group not in self.taken
            names[group] = group if free else make_identifier(group, self.taken)
            self.taken.add(names[group])
        for group, frame in self.inside.groups.items():
            around = names.get(str(frame.parent)) if frame.parent else self.use.options.get("group")
            options = {k: v for k, v in frame.options.items() if k != "group"}
            if around is not None:
                options["group"] = around
            self.new_groups.append(Group(names[group], options))
        return names

    def _made(self, node: Node, names: Mapping[str, str], groups: Mapping[str, str]) -> Node:
        try:
            made = rewritten_node(node, lambda expression: substitute(expression, self.values))
        except ExpressionError as error:
            raise EditError(later("{name}: {words}", name=node.name, words=error)) from None
        options = dict(made.options)
        group = options.get("group", UNSET)
        around = groups.get(group) if isinstance(group, str) else None
        around = around or self.use.options.get("group")
        if around is not None:
            options["group"] = around
        if "shares" in options:
            options["shares"] = follow_shares(made, names).options["shares"]
        when = options.get("when", True)
        if not isinstance(when, Expression):  # =width said whether; now it would be a number
            options["when"] = bool(when)
        if options["when"] is True:
            del options["when"]
        if options.get("repeat") == 1 and type(options["repeat"]) is int:
            del options["repeat"]
        if says_frozen(self.use.options) and not says_eval(options):
            options["trainable"] = self.use.options["trainable"]
        if "note" in self.use.options and not self.nodes:
            options.setdefault("note", self.use.options["note"])
        return replace(made, name=names[node.name], options=options)

    def _wire(self, names: Mapping[str, str], fed: Mapping[str, Port]) -> dict[str, Port]:
        """Wire one copy; what stands behind each of its Outputs."""
        results: dict[str, Port] = {}
        for edge in self.inside.edges:
            source: Port | None = (names.get(edge.source, ""), edge.source_port)
            if edge.source not in names:
                source = fed.get(edge.source)  # an Input, and what feeds it
            if source is None:
                continue
            if edge.target in names:
                self.edges.append(Edge(*source, names[edge.target], edge.target_port))
            else:
                results.setdefault(edge.target, source)
        return results

    # places

    def _places(self) -> list[dict[str, Position]]:
        """For each copy where its layers stand, around the place of the use; others make room."""
        at = self.graph.position(self.use.name)
        known = {n.name: p for n in self.layers if (p := self.inside.position(n.name)) is not None}
        if at is None or len(known) < len(self.layers) or not known:
            return [{} for _ in range(self.copies)]
        left, right = min(x for x, _ in known.values()), max(x for x, _ in known.values())
        top, bottom = min(y for _, y in known.values()), max(y for _, y in known.values())
        span, step = right - left, right - left + ROOM
        width = span + step * (self.copies - 1)
        start = self._make_room(at[0], width)
        y = at[1] - round((bottom - top) / 16) * 8.0
        return [
            {n: (start + copy * step + px - left, y + py - top) for n, (px, py) in known.items()}
            for copy in range(self.copies)
        ]

    def _make_room(self, x: float, width: float) -> float:
        """Where what comes out begins; what stands right of the use is pushed to the right."""
        others = {n: p for n, p in self.graph.layout.items() if n != self.use.name}
        start = x - round(width / 16) * 8.0
        lefts = [px for px, _ in others.values() if px < x]
        start = max(start, max(lefts, default=start - ROOM) + ROOM)
        rights = [px for px, _ in others.values() if px > x]
        push = start + width + ROOM - min(rights, default=start + width + ROOM)
        if push > 0:
            self.pushed = {n: (px + push, py) for n, (px, py) in others.items() if px > x}
        return start
