"""The values of one class: where each output of its nodes is kept, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from codegen.calling import Given
from codegen.naming import CHAIN, value_key
from codegen.program import Attribute, Operand, Variable
from codegen.scope import Scope
from codegen.units import Unit
from graph.document import Edge, Node


class ClassValues:
    """The outputs of the nodes of ``units``, which are lowered to one class.

    ``wishes`` has what each would like to be called, best first, by ``value_key``.
    """

    def __init__(self, scope: Scope, units: Sequence[Unit]) -> None:
        self._scope, self._live = scope, scope.live
        self._kept = frozenset(
            unit.node.name
            for unit in units
            if unit.node is not None and self._live.is_own_tensor(unit.node.name)
        )
        self._aliases: dict[str, tuple[str, str]] = {}  # of functions that are left out
        self.wishes: dict[str, list[str]] = {}

    def at(self, node: str, port: str) -> Operand:
        """The value at an output: a tensor that the class keeps, or a variable by its key."""
        if node in self._aliases:
            return self.at(*self._aliases[node])
        if node in self._kept:
            return Attribute(self._scope.names[node])
        return Variable(value_key(node, port))

    def on(self, edge: Edge) -> Operand:
        """The value that a wire carries."""
        return self.at(edge.source, edge.source_port)

    def given(self, node: Node) -> Given:
        """What reaches a node."""
        return self._scope.given(node, self.on)

    def is_kept(self, node: Node) -> bool:
        """Whether a node is a tensor that the class keeps."""
        return node.name in self._kept

    def pass_through(self, node: Node) -> None:
        """Leave a node out: what arrives at it goes on in its place."""
        edge = self._scope.first_wire(node)
        self._aliases[node.name] = (edge.source, edge.source_port)

    def leaving(self, unit: Unit) -> list[tuple[str, str]]:
        """The outputs that something outside reads, in the order of nodes and ports."""
        read = {(e.source, e.source_port) for e in self._live.leaving(unit.names)}
        nodes = sorted({node for node, _ in read}, key=self._live.graph.order)
        return [
            (node, port)
            for node in nodes
            for port in self._scope.outputs(self._live.graph.node(node))
            if (node, port) in read
        ]

    def wish(self, name: str, port: str, count: int, key: str = "") -> str:
        """Note what a value would like to be called, and return its key."""
        key = key or value_key(name, port)
        last = port.rpartition(".")[2]
        if last.isdecimal():
            self.wishes[key] = [f"{name}_{last}"]
        elif port == "output" or count == 1:
            chain = [] if self._meets_its_twin(name) else [CHAIN[0]]
            self.wishes[key] = [*chain, name, f"{name}_{port}"]
        else:
            self.wishes[key] = [port, f"{name}_{port}"]
        return key

    def _meets_its_twin(self, name: str) -> bool:
        """Whether a layer that is called twice leads to where others arrive: that one is named."""
        return self._live.is_called_twice(name) and any(
            len(self._live.graph.in_edges(edge.target)) > 1 for edge in self._live.leaving([name])
        )
