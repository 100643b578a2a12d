"""The document: one graph at the root, one in every block, and how training is set up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.errors import EditError
from graph.parts import (
    OPTIONS,
    RESERVED_ARGUMENTS,
    RIGHT,
    ROOT,
    UNSET,
    Edge,
    Expression,
    Group,
    Look,
    Node,
    Note,
    Position,
    Route,
    Value,
)
from graph.phrases import later
from graph.route_keys import route_keys

if TYPE_CHECKING:
    from graph.node_edits import Edit

__all__ = [
    "OPTIONS",
    "RESERVED_ARGUMENTS",
    "ROOT",
    "UNSET",
    "Block",
    "Change",
    "Document",
    "Edge",
    "Expression",
    "Graph",
    "Group",
    "Look",
    "Node",
    "Note",
    "Observer",
    "Position",
    "Route",
    "Value",
]

#: The edges of a node on one side, by the node at their other end and by their ports.
_Ends = Mapping[str, Mapping[tuple[str, str], Mapping[str, Any]]]


def _edges(ends: _Ends) -> list[Edge]:
    return [data["edge"] for by_ports in ends.values() for data in by_ports.values()]


class Graph:
    """Nodes, edges, groups and positions of one scope, on one ``networkx.MultiDiGraph``.

    Nodes iterate in creation order, which undo restores: networkx itself would put a
    restored node last. The graph is changed by edits only (``graph/edits.py``).
    """

    def __init__(self) -> None:
        self.nx: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        # What networkx keeps itself; its views cost more than what is in them.
        self._data: dict[str, dict[str, Any]] = self.nx._node  # type: ignore[attr-defined]
        self._into: Mapping[str, _Ends] = self.nx._pred  # type: ignore[attr-defined]
        self._out: Mapping[str, _Ends] = self.nx._succ  # type: ignore[attr-defined]
        self.groups: dict[str, Group] = {}
        self.notes: dict[str, Note] = {}
        #: Where wires lead on the canvas: one of ``parts.DIRECTIONS``.
        self.direction = RIGHT
        #: Positions that a file gives for nodes it does not have: kept, and reported.
        self.stray_positions: dict[str, Position] = {}
        self.stray_looks: dict[str, Look] = {}
        #: Routes that a file gives for wires it does not have, by its words: kept, and reported.
        self.stray_routes: dict[str, Route] = {}
        self._next_order = 0.0
        self._sorted: list[str] | None = None
        self._sharing: set[str] = set()  # to be asked for each of thousands that are removed

    def __repr__(self) -> str:
        return f"<Graph of {len(self)} nodes and {self.nx.number_of_edges()} edges>"

    # reading

    def __contains__(self, name: object) -> bool:
        return name in self.nx

    def __len__(self) -> int:
        return len(self.nx)

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Graph):
            return NotImplemented
        return (
            self.nodes == other.nodes
            and set(self.edges) == set(other.edges)
            and list(self.groups.values()) == list(other.groups.values())
            and list(self.notes.values()) == list(other.notes.values())
            and self.direction == other.direction
            and self.layout == other.layout
            and self.looks == other.looks
            and self.stray_layout == other.stray_layout
            and self.unmatched_looks == other.unmatched_looks
            and self.routes == other.routes
            and self.unmatched_routes == other.unmatched_routes
        )

    __hash__ = None  # type: ignore[assignment]

    @property
    def names(self) -> list[str]:
        """Names in creation order."""
        if self._sorted is None:
            self._sorted = sorted(self.nx, key=lambda name: self._data[name]["order"])
        return self._sorted

    @property
    def nodes(self) -> list[Node]:
        """Nodes in creation order."""
        return [self._data[name]["node"] for name in self.names]

    @property
    def sharing(self) -> list[Node]:
        """The nodes that speak of weights of others, in creation order."""
        return [self._data[name]["node"] for name in sorted(self._sharing, key=self.order)]

    @property
    def edges(self) -> list[Edge]:
        """Edges, ordered by the creation of their target, then of their source, then by ports."""
        order = {name: index for index, name in enumerate(self.names)}
        edges: list[Edge] = [data["edge"] for _, _, data in self.nx.edges(data=True)]
        return sorted(
            edges,
            key=lambda e: (order[e.target], e.target_port, order[e.source], e.source_port),
        )

    def frames_around(self, group: object) -> list[str]:
        """A frame and those around it, innermost first; it ends where one is unknown or returns."""
        chain: list[str] = []
        while isinstance(group, str) and group in self.groups and group not in chain:
            chain.append(group)
            group = self.groups[group].parent
        return chain

    @property
    def layout(self) -> dict[str, Position]:
        """Positions of the nodes that have one, in scene units (pixels at 100 %)."""
        positions = {name: self._data[name]["position"] for name in self.names}
        return {name: position for name, position in positions.items() if position is not None}

    @property
    def looks(self) -> dict[str, Look]:
        """How nodes look, those that look as all do left out."""
        return {name: look for name in self.names if (look := self.look(name))}

    @property
    def stray_layout(self) -> dict[str, Position]:
        """Positions of nodes that the file has lost."""
        return {n: p for n, p in self.stray_positions.items() if n not in self.nx}

    @property
    def unmatched_looks(self) -> dict[str, Look]:
        """Looks of nodes that the file has lost."""
        return {n: look for n, look in self.stray_looks.items() if n not in self.nx}

    @property
    def routes(self) -> dict[Edge, Route]:
        """Wires that are led by hand, with the points they pass; in the order of ``edges``."""
        if not any(data["route"] for _, _, data in self.nx.edges(data=True)):
            return {}
        return {edge: route for edge in self.edges if (route := self.route(edge))}

    @property
    def unmatched_routes(self) -> dict[str, Route]:
        """Routes of wires that the file has lost."""
        if not self.stray_routes:
            return {}
        known = set(route_keys(self.edges).values())
        return {key: route for key, route in self.stray_routes.items() if key not in known}

    def route(self, edge: Edge) -> Route:
        """The points that a wire passes; () where it is not led by hand, or is not there."""
        key = (edge.source_port, edge.target_port)
        data = self.nx.get_edge_data(edge.source, edge.target, key)
        route: Route = data["route"] if data is not None else ()
        return route

    def node(self, name: str) -> Node:
        """Raises: EditError, if there is no such node."""
        if name not in self.nx:
            raise EditError(later("there is no layer named {name}", name=repr(name)))
        node: Node = self._data[name]["node"]
        return node

    def order(self, name: str) -> float:
        """The creation number: the stable key for every sort."""
        order: float = self._data[name]["order"]
        return order

    def position(self, name: str) -> Position | None:
        position: Position | None = self._data[name]["position"]
        return position

    def look(self, name: str) -> Look:
        """How a node looks; {} as all do."""
        look: Look = self._data[name]["look"]
        return look

    def in_edges(self, name: str) -> list[Edge]:
        """Edges that end at ``name``, ordered by port name, then source order."""
        edges = _edges(self._into.get(name, {}))
        if len(edges) < 2:
            return edges
        return sorted(edges, key=lambda e: (e.target_port, self.order(e.source), e.source_port))

    def out_edges(self, name: str) -> list[Edge]:
        """Edges that start at ``name``, ordered by target order, then ports."""
        edges = _edges(self._out.get(name, {}))
        if len(edges) < 2:
            return edges
        return sorted(edges, key=lambda e: (self.order(e.target), e.target_port, e.source_port))

    def edges_of(self, name: str) -> list[Edge]:
        return list(dict.fromkeys([*self.in_edges(name), *self.out_edges(name)]))

    def has_edge(self, edge: Edge) -> bool:
        return self.nx.has_edge(edge.source, edge.target, key=(edge.source_port, edge.target_port))

    @property
    def numbering(self) -> tuple[list[float], float]:
        """Creation numbers in the order of ``names``, and the one that comes next."""
        return [self.order(name) for name in self.names], self._next_order

    # writing: for edits and the file reader only

    def renumber(self, orders: Sequence[float], following: float) -> None:
        """Give the nodes, in the order of ``names``, other creation numbers that ascend."""
        for name, order in zip(self.names, orders, strict=True):
            self._data[name]["order"] = order
        self._next_order = following

    def insert(
        self,
        node: Node,
        *,
        order: float | None = None,
        position: Position | None = None,
        look: Look | None = None,
    ) -> None:
        if order is None:
            order = self._next_order
        self._next_order = max(self._next_order, order + 1)
        self.nx.add_node(node.name, node=node, order=order, position=position, look=look or {})
        self._sorted = None
        self.replace_node(node)

    def replace_node(self, node: Node) -> None:
        self._data[node.name]["node"] = node
        (self._sharing.add if "shares" in node.options else self._sharing.discard)(node.name)

    def set_position(self, name: str, position: Position | None) -> None:
        self._data[name]["position"] = position

    def set_look(self, name: str, look: Look) -> None:
        self._data[name]["look"] = look

    def delete(self, name: str) -> None:
        self.nx.remove_node(name)
        self._sorted = None
        self._sharing.discard(name)

    def add_edge(self, edge: Edge, route: Route = ()) -> None:
        key = (edge.source_port, edge.target_port)
        self.nx.add_edge(edge.source, edge.target, key=key, edge=edge, route=route)

    def set_route(self, edge: Edge, route: Route) -> None:
        key = (edge.source_port, edge.target_port)
        self.nx.edges[edge.source, edge.target, key]["route"] = route

    def remove_edge(self, edge: Edge) -> None:
        self.nx.remove_edge(edge.source, edge.target, key=(edge.source_port, edge.target_port))


@dataclass
class Block:
    """A reusable definition: arguments with defaults, and a graph of its own.

    ``extras`` are keys of the file that we do not know; they are kept and reported.
    """

    name: str
    arguments: Mapping[str, Value] = field(default_factory=dict)
    graph: Graph = field(default_factory=Graph)
    note: str = ""
    extras: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """What an applied edit touched: nodes per scope, and which other parts of the document.

    ``nodes`` holds names that were added, removed, edited, rewired (both ends) or regrouped;
    ``moved`` those whose position or look alone changed. ``parts`` is a subset of
    {"name", "groups", "blocks", "training", "style", "initialize", "extras", "looks", "notes"}.
    """

    nodes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    moved: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()

    def __or__(self, other: Change) -> Change:
        return self.all_of((self, other))

    @classmethod
    def all_of(cls, changes: Sequence[Change]) -> Change:
        """What all of ``changes`` touched."""
        parts = frozenset[str]().union(*(change.parts for change in changes))
        return cls(_merged(c.nodes for c in changes), _merged(c.moved for c in changes), parts)


def _merged(touched: Iterable[Mapping[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for by_scope in touched:
        for scope, names in by_scope.items():
            found.setdefault(scope, set()).update(names)
    return {scope: frozenset(names) for scope, names in found.items()}


Observer = Callable[[Change], None]


class Document:
    """A project in memory: the only truth, changed by ``apply`` and watched by observers.

    Holds no derived data: shapes, problems and source are computed from it elsewhere.
    ``extras`` are top-level keys of the file that we do not know; they are kept and reported.
    """

    def __init__(self, name: str = "Untitled") -> None:
        self.name = name
        self.graph = Graph()
        self.blocks: dict[str, Block] = {}
        self.training: Mapping[str, Value] = {}
        self.style: Mapping[str, Value] = {}
        #: Rules for how weights start, a tuple of mappings where the file is right.
        self.initialize: Value = ()
        self.extras: Mapping[str, Value] = {}
        #: The file it was read from or saved to last, whose comments the next saving keeps.
        self.source: bytes = b""
        #: Whether nothing was edited since, so that ``source`` still describes it.
        self.is_as_read = False
        #: Where files that it names are looked for; no part of what it says.
        self.folder: Path | None = None
        self._observers: list[Observer] = []

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Document):
            return NotImplemented
        return all(
            getattr(self, part) == getattr(other, part)
            for part in ("name", "graph", "blocks", "training", "style", "initialize", "extras")
        )

    __hash__ = None  # type: ignore[assignment]

    def scope(self, scope: str) -> Graph:
        """The graph of a block, or of the root for ``ROOT``.

        Raises: EditError, if no block has that name.
        """
        if scope == ROOT:
            return self.graph
        if scope not in self.blocks:
            raise EditError(later("there is no block named {scope}", scope=repr(scope)))
        return self.blocks[scope].graph

    @property
    def scopes(self) -> list[str]:
        return [ROOT, *self.blocks]

    def apply(self, edit: Edit) -> Edit:
        """Apply ``edit``, tell the observers, and return the edit that reverses it.

        Raises: EditError, and leaves the document as it was.
        """
        self.is_as_read = False
        inverse, change = edit.apply(self)
        for observer in list(self._observers):
            observer(change)
        return inverse

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call ``observer`` after every edit; the result ends that."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)
