"""The part of a graph that its outputs depend on: what is left is not computed at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import networkx as nx

from graph.catalog import CATALOG, Layer
from graph.catalog.borrowed import borrowed
from graph.catalog.custom import PYTHON, declared_layer
from graph.document import Block, Edge, Graph, Group, Node
from graph.python.check import layer_for
from graph.python.files import PythonFiles
from graph.sharing import is_sharer, owner_name


class LiveGraph:
    """The nodes that reach an output, and every input; each list is in creation order."""

    def __init__(
        self,
        graph: Graph,
        blocks: Mapping[str, Block] | None = None,
        python: PythonFiles | None = None,
    ) -> None:
        ends = [node.name for node in graph.nodes if node.type == "Output"]
        reaching = set(ends).union(*(nx.ancestors(graph.nx, end) for end in ends))
        self.graph = graph
        self.blocks: Mapping[str, Block] = blocks or {}
        self._python = python if python is not None else PythonFiles()
        live = [n for n in graph.nodes if n.name in reaching or n.type == "Input"]
        self.nodes = [borrowed(graph, node) for node in live]
        self.names = frozenset(node.name for node in self.nodes)

    @property
    def inputs(self) -> list[Node]:
        return [node for node in self.nodes if node.type == "Input"]

    @property
    def outputs(self) -> list[Node]:
        return [node for node in self.nodes if node.type == "Output"]

    @property
    def layers(self) -> list[Node]:
        return [node for node in self.nodes if node.type not in ("Input", "Output")]

    def entering(self, names: Iterable[str]) -> list[Edge]:
        """The edges that come into a set of nodes from elsewhere."""
        inside = set(names)
        return [
            edge
            for name in sorted(inside, key=self.graph.order)
            for edge in self.graph.in_edges(name)
            if edge.source not in inside
        ]

    def leaving(self, names: Iterable[str]) -> list[Edge]:
        """The edges that go from a set of nodes to others that matter."""
        inside = set(names)
        return [
            edge
            for name in sorted(inside, key=self.graph.order)
            for edge in self.graph.out_edges(name)
            if edge.target not in inside and edge.target in self.names
        ]

    def layer(self, node: Node) -> Layer | None:
        """The entry of a node's type; of a Python node, what its file says of it."""
        if node.type != PYTHON or node.type in self.blocks:
            return CATALOG.get(node.type)
        said = node.arguments
        definition = self._python.definition(said.get("file"), said.get("name"))
        return layer_for(definition, said) if definition else declared_layer(said)

    def is_own_tensor(self, name: str) -> bool:
        """Whether a node is a tensor that the network keeps, which no statement may write over."""
        layer = CATALOG.get(self.graph.node(name).type)
        return layer is not None and layer.kind == "parameter"

    def owner(self, name: str) -> str:
        """The node that has the layer which ``name`` calls: mostly itself."""
        return self._owners.get(name, name)

    def layer_node(self, name: str) -> Node:
        """The node that says what the layer is which ``name`` builds, computed or not."""
        node = self.graph.node(name)
        return self.graph.node(owner_name(self.graph, node) or name)

    def is_called_by_others(self, name: str) -> bool:
        """Whether a node has the layer that another calls."""
        return name in self._owners.values()

    def is_called_twice(self, name: str) -> bool:
        """Whether a node's layer is that of another too, or runs several times."""
        calls_another = name in self._owners or self.runs_its_own_way(name)
        return calls_another or self.is_called_by_others(name)

    def runs_its_own_way(self, name: str) -> bool:
        """Whether a node says by itself if, and how often, the very layer of another runs."""
        if name not in self.graph or not is_sharer(self.graph.node(name)):
            return False
        own = {"repeat", "when"}
        owner = self.layer_node(name)
        return bool(self.graph.node(name).options.keys() & own) and not owner.options.keys() & own

    @cached_property
    def _owners(self) -> dict[str, str]:
        """Those that call another's layer; where the owner is not computed, one of them has it.

        That is one that all the others can reach, the deepest inside of classes; and one that is
        not left out, if any is not.
        """
        families: dict[str, list[str]] = {}
        for node in self.nodes:
            shared = self.graph.node(node.name)
            name = owner_name(self.graph, shared) if is_sharer(shared) else None
            if name is not None:
                families.setdefault(name, []).append(node.name)
        found: dict[str, str] = {}
        for owner, sharers in families.items():
            if owner not in self.names:
                owner = max(sharers, key=self._fitness)
            found |= {name: owner for name in sharers if name != owner}
        return found

    def _fitness(self, name: str) -> tuple[int, bool]:
        options = self.graph.node(name).options
        frames = self.graph.frames_around(options.get("group"))
        classes = sum(self.graph.groups[frame].container == "Module" for frame in frames)
        return classes, "when" not in options

    def group_of(self, item: object) -> str | None:
        """The container that a node or group says it is in; none if that stands nowhere.

        A frame that is only drawn is seen through, to the container around it.
        """
        if not (isinstance(item, str) and item in self._groups):
            return None
        around = self.graph.frames_around(item)
        return next((name for name in around if not self.graph.groups[name].is_plain), None)

    @property
    def containers(self) -> list[Group]:
        """The groups that are something in code."""
        return [group for group in self.graph.groups.values() if not group.is_plain]

    @cached_property
    def _groups(self) -> frozenset[str]:
        """The groups that exist and are not, by way of others, inside themselves."""
        groups = self.graph.groups
        chains = {name: self.graph.frames_around(name) for name in groups}
        return frozenset(n for n, chain in chains.items() if groups[chain[-1]].parent not in chain)
