"""May a wire be drawn here? Asked while somebody drags one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from graph.catalog import ports
from graph.catalog.custom import layer_of
from graph.document import Document, Edge
from graph.phrases import later
from graph.problems import Problem


class Trying(Protocol):
    """What can tell whether a node would accept one more wire: an ``Analyst``."""

    def refuses(self, scope: str, edge: Edge) -> Problem | None: ...


def can_connect(
    document: Document, scope: str, edge: Edge, analyst: Trying | None = None
) -> Problem | None:
    """Why ``edge`` must not be drawn; None where it may. Changes nothing.

    With an ``analyst`` shapes and dtypes are asked too.
    """
    graph = document.scope(scope)
    for end in (edge.source, edge.target):
        if end not in graph:
            return _refusal(
                "unknown-node", later("there is no layer {end}.", end=repr(end)), edge, scope
            )
    if edge.source == edge.target:
        return _refusal(
            "cycle", later("{source}: a layer cannot feed itself.", source=edge.source), edge, scope
        )
    if edge.target in _before(document, scope, edge.source):
        message = later(
            "{target}: it leads to {source}, so this wire would close a circle.",
            target=edge.target,
            source=edge.source,
        )
        return _refusal("cycle", message, edge, scope)
    taken = [e.target_port for e in graph.in_edges(edge.target)]
    problem = _check_ports(document, scope, edge, taken)
    if problem is not None or analyst is None:
        return problem
    return analyst.refuses(scope, edge)


def candidates(
    document: Document, scope: str, source: str, port: str, analyst: Trying | None = None
) -> dict[str, list[str]]:
    """The free input ports, by node, that would accept a wire from ``source.port``."""
    graph = document.scope(scope)
    if source not in graph:
        return {}
    before = _before(document, scope, source)
    found: dict[str, list[str]] = {}
    for node in graph.nodes:
        if node.name in before or node.name == source:
            continue
        taken = {edge.target_port for edge in graph.in_edges(node.name)}
        for free in _free(document, scope, node.name, taken):
            edge = Edge(source, port, node.name, free)
            if analyst is None or analyst.refuses(scope, edge) is None:
                found.setdefault(node.name, []).append(free)
    return found


def _free(document: Document, scope: str, name: str, taken: Iterable[str]) -> Iterator[str]:
    node = document.scope(scope).node(name)
    for port in ports(document, scope, node, taken).inputs:
        if port.name not in taken:
            yield port.name


def _check_ports(document: Document, scope: str, edge: Edge, taken: list[str]) -> Problem | None:
    graph = document.scope(scope)
    target, source = graph.node(edge.target), graph.node(edge.source)
    inputs = [p.name for p in ports(document, scope, target, taken).inputs]
    outputs = [p.name for p in ports(document, scope, source).outputs]
    if edge.source_port not in outputs:
        message = later(
            "{source}: it has no output {source_port}.",
            source=edge.source,
            source_port=repr(edge.source_port),
        )
        return _refusal("unknown-port", message, edge, scope)
    if edge.target_port in taken:
        message = later(
            "{target}: a wire ends at {target_port} already.",
            target=edge.target,
            target_port=edge.target_port,
        )
        return _refusal("port-taken", message, edge, scope)
    layer = layer_of(target)
    declared = layer.input(edge.target_port) if layer else None
    if edge.target_port not in inputs and not (declared and declared.variadic):
        message = later(
            "{target}: it has no input {target_port}.",
            target=edge.target,
            target_port=repr(edge.target_port),
        )
        return _refusal("unknown-port", message, edge, scope)
    return None


def _before(document: Document, scope: str, name: str) -> set[str]:
    """The nodes that lead to ``name``."""
    wires: Mapping[str, Mapping[str, object]] = document.scope(scope).nx.pred
    found, stack = set[str](), [name]
    while stack:
        for source in wires[stack.pop()]:
            if source not in found:
                found.add(source)
                stack.append(source)
    return found - {name}


def _refusal(code: str, message: str, edge: Edge, scope: str) -> Problem:
    return Problem("error", code, message, edge.target, edge.target_port, scope)
