"""Layers that write over what arrives, where something else needs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from graph.document import Edge, Graph, Node
from graph.edits import SetArgument
from graph.flow import Flow
from graph.phrases import later
from graph.problems import Fix, Problem


def check_in_place(scope: str, graph: Graph, flow: Flow) -> Iterator[Problem]:
    """Problems of layers with ``inplace``: others read what they write over, or it is learned."""
    for node in graph.nodes:
        if node.arguments.get("inplace") is not True:
            continue
        for edge in flow.entering.get(node.name, ()):
            message, severity = _complaint(graph, flow, node, edge)
            if message:
                fix = Fix(
                    "Set inplace to False",
                    SetArgument(node.name, "inplace", False, scope),
                    safe=True,
                )
                yield Problem(
                    severity, "in-place", message, node.name, edge.target_port, scope, (fix,)
                )


def _complaint(
    graph: Graph, flow: Flow, node: Node, edge: Edge
) -> tuple[str, Literal["error", "warning"]]:
    source = graph.node(edge.source)
    if source.type == "Parameter":
        return later(
            "{name}: it would write over {source}, which is learned.",
            name=node.name,
            source=edge.source,
        ), "error"
    others = [
        other.target
        for other in flow.leaving.get(edge.source, ())
        if other.source_port == edge.source_port and other != edge
    ]
    if not others:
        return "", "warning"
    message = later(
        "{name}: it works in place, so it writes over what {source} gives, which "
        "{others} needs too.",
        name=node.name,
        source=edge.source,
        others=", ".join(dict.fromkeys(others)),
    )
    return message, "warning"
