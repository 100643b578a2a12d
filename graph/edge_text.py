"""Edges as text: ``image -> conv1 -> relu1``, ``lstm.h_n -> head``, ``skip -> add.other``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from graph.document import Document, Edge, Graph

ARROW = "->"
_SIMPLE = re.compile(r"[^\W\d]\w*")
_PLAIN_END = re.compile(r"[^\W\d]\w*(\.\w+)*")
_LINE_WIDTH = 92


@dataclass(frozen=True)
class End:
    """A node of a chain, with the port that stands behind its name, or ""."""

    node: str
    port: str = ""

    def __str__(self) -> str:
        return f"{self.node}.{self.port}" if self.port else self.node


def parse_chain(text: str, names: Container[str]) -> list[End]:
    """Return the ends of ``a -> b.port -> c``; a name may hold dots where such a node exists."""
    return [_parse_end(part.strip(), names) for part in text.split(ARROW)]


def _parse_end(text: str, names: Container[str]) -> End:
    if text in names or "." not in text:
        return End(text)
    for dot in range(len(text) - 1, 0, -1):  # the longest name that exists
        if text[dot] == "." and text[:dot] in names:
            return End(text[:dot], text[dot + 1 :])
    name, _, port = text.partition(".")
    return End(name, port)


def format_chains(document: Document, scope: str) -> list[str | Edge]:
    """Return the edges of a scope as chains; an edge that no text can say stands as itself.

    A port is left out where reading the text back gives the same one: the first output, and
    the first input of a node at which only one edge ends.
    """
    graph = document.scope(scope)
    simple = all(_SIMPLE.fullmatch(name) for name in graph.names)
    writer = _ChainWriter(graph, _implied_ports(document, scope), simple)
    return writer.chains()


def port_names(
    document: Document, scope: str, name: str, wired: Iterable[str] = ()
) -> tuple[list[str], list[str]]:
    """Inputs and outputs of a node in the order of its signature, where its type is known.

    For a type that nobody knows they are ``input`` and ``output``, whatever is wired to it.
    """
    from graph.catalog import CATALOG, ports

    node = document.scope(scope).node(name)
    if node.type not in document.blocks and CATALOG.get(node.type) is None:
        return ["input"], ["output"]
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

    def __init__(self, graph: Graph, implied: _ImpliedPorts, simple: bool) -> None:
        self.graph = graph
        self.implied = implied
        self.simple = simple
        self.unwritten = dict.fromkeys(graph.edges)

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
            source = str(End(edge.source, "" if self.implied.source(edge) else edge.source_port))
            target = str(End(edge.target, "" if self.implied.target(edge) else edge.target_port))
            if text and len(text) + len(target) > _LINE_WIDTH:
                lines.append(text)
                text = ""
            if not self._can_say(edge, source, target):
                lines.extend([text, edge] if text else [edge])
                text = ""
            else:
                text = f"{text or source} {ARROW} {target}"
            follows = self.implied.target(edge)
            following = self._continuation(edge.target) if follows else None
        return [*lines, text] if text else lines

    def _can_say(self, edge: Edge, source: str, target: str) -> bool:
        """Whether the text, read back, is this edge: names and ports may hold any character."""
        source_port = "" if self.implied.source(edge) else edge.source_port
        target_port = "" if self.implied.target(edge) else edge.target_port
        if not (source_port or self.implied.source(edge)):
            return False
        if not (target_port or self.implied.target(edge)):
            return False
        if self.simple and _PLAIN_END.fullmatch(source) and _PLAIN_END.fullmatch(target):
            return True
        return parse_chain(f"{source} {ARROW} {target}", self.graph) == [
            End(edge.source, source_port),
            End(edge.target, target_port),
        ]
