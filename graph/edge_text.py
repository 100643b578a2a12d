"""Edges as text: ``image -> conv1 -> relu1``, ``lstm.h_n -> head``, ``skip -> add.other``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from graph.document import Document, Edge, Graph

ARROW = "->"
_SIMPLE = re.compile(r"[^\W\d]\w*")
_PLAIN_EDGE = re.compile(r"[^\W\d]\w*(\.\w+)* -> [^\W\d]\w*(\.\w+)*")
_LINE_WIDTH = 92


@dataclass(frozen=True)
class End:
    """A node of a chain, with the port that stands behind its name, if any."""

    node: str
    port: str | None = None

    def __str__(self) -> str:
        return self.node if self.port is None else f"{self.node}.{self.port}"


def parse_chain(text: str, names: Container[str]) -> list[End]:
    """Return the ends of ``a -> b.port -> c``; a name may hold dots where such a node exists."""
    return [_parse_end(part.strip(), names) for part in text.split(ARROW)]


def _parse_end(text: str, names: Container[str]) -> End:
    if text in names or "." not in text:
        return End(text)
    for dot in range(len(text) - 1, 0, -1):  # the longest name that exists
        if text[dot] == "." and text[:dot] in names:
            return End(text[:dot], text[dot + 1 :] or None)
    name, _, port = text.partition(".")
    return End(name, port or None)


def format_chains(
    document: Document, scope: str, edges: Iterable[Edge] | None = None
) -> list[str | Edge]:
    """Return the edges of a scope (or some) as chains; one that no text can say stands as itself.

    A port is left out where reading the text back gives the same one: the first output, and
    the first input of a node at which only one edge ends.
    """
    graph = document.scope(scope)
    simple = all(_SIMPLE.fullmatch(name) for name in graph.names)
    wanted = graph.edges if edges is None else edges
    return _ChainWriter(graph, _implied_ports(document, scope), simple, wanted).chains()


def port_names(
    document: Document, scope: str, name: str, wired: Iterable[str] = ()
) -> tuple[list[str], list[str]]:
    """Inputs and outputs of a node in the order of its signature, where its type is known.

    For a type that nobody knows they are ``input`` and ``output``, whatever is wired to it.
    """
    from graph.catalog import ports
    from graph.catalog.custom import layer_of

    node = document.scope(scope).node(name)
    layer = layer_of(node)
    if node.type not in document.blocks:
        if layer is None:
            return ["input"], ["output"]
        if not any(port.variadic or port.when for port in (*layer.inputs, *layer.outputs)):
            return [port.name for port in layer.inputs], [port.name for port in layer.outputs]
    found = ports(document, scope, node, wired)
    return [port.name for port in found.inputs], [port.name for port in found.outputs]


def _implied_ports(document: Document, scope: str) -> _ImpliedPorts:
    graph = document.scope(scope)
    first_outputs: dict[str, str] = {}
    only_inputs: dict[str, str] = {}
    for name in graph.names:
        incoming = graph.in_edges(name)
        inputs, outputs = port_names(document, scope, name)
        if outputs:
            first_outputs[name] = outputs[0]
        if len(incoming) == 1 and inputs:
            only_inputs[name] = inputs[0]
    return _ImpliedPorts(first_outputs, only_inputs)


@dataclass(frozen=True)
class _ImpliedPorts:
    outputs: dict[str, str]
    inputs: dict[str, str]

    def source(self, edge: Edge) -> bool:
        return self.outputs.get(edge.source) == edge.source_port

    def target(self, edge: Edge) -> bool:
        return self.inputs.get(edge.target) == edge.target_port


class _ChainWriter:
    """Folds edges into chains, each edge once, in the order in which the nodes were made."""

    def __init__(
        self, graph: Graph, implied: _ImpliedPorts, simple: bool, edges: Iterable[Edge]
    ) -> None:
        self.graph = graph
        self.implied = implied
        self.simple = simple
        self.unwritten = dict.fromkeys(edges)

    def chains(self) -> list[str | Edge]:
        written: list[str | Edge] = []
        for edge in self._starts():
            if edge in self.unwritten:
                written.extend(self._chain(edge))
        return written

    def _starts(self) -> Iterable[Edge]:
        leftover: list[Edge] = []
        for name in self.graph.names:
            outgoing = self.graph.out_edges(name)
            continued = self._continuation(name) if self._is_passed_through(name) else None
            for edge in outgoing:
                if edge == continued:
                    leftover.append(edge)  # a chain that comes here takes it, save in a cycle
                else:
                    yield edge
        yield from leftover

    def _is_passed_through(self, name: str) -> bool:
        incoming = self.graph.in_edges(name)
        return len(incoming) == 1 and self.implied.target(incoming[0])

    def _continuation(self, name: str) -> Edge | None:
        for edge in self.graph.out_edges(name):
            if self.implied.source(edge):
                return edge
        return None

    def _chain(self, edge: Edge) -> list[str | Edge]:
        """The chain that begins with ``edge``, over several lines where one would be too long."""
        lines: list[str | Edge] = []
        text = ""
        following: Edge | None = edge
        while following is not None and following in self.unwritten:
            edge = following
            del self.unwritten[edge]
            ends = self._ends(edge)
            source, target = map(str, ends)
            if text and len(text) + len(target) > _LINE_WIDTH:
                lines.append(text)
                text = ""
            if not self._can_say(*ends):
                lines.extend([text, edge] if text else [edge])
                text = ""
            else:
                text = f"{text or source} {ARROW} {target}"
            follows = self.implied.target(edge)
            following = self._continuation(edge.target) if follows else None
        return [*lines, text] if text else lines

    def _ends(self, edge: Edge) -> tuple[End, End]:
        return (
            End(edge.source, None if self.implied.source(edge) else edge.source_port),
            End(edge.target, None if self.implied.target(edge) else edge.target_port),
        )

    def _can_say(self, source: End, target: End) -> bool:
        """Whether the text, read back, is this edge: names and ports may hold any character."""
        text = f"{source} {ARROW} {target}"
        if self.simple and _PLAIN_EDGE.fullmatch(text):
            return True
        if not (source.node and target.node):
            return False
        return parse_chain(text, self.graph) == [source, target]
