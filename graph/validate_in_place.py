"""Layers that write over what arrives, where something else needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from graph.analysis import NodeAnalysis
from graph.catalog.borrowed import borrowed
from graph.document import Edge, Graph, Node
from graph.edits import SetArgument
from graph.flow import Flow
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.sharing import owner_name


def writers(graph: Graph) -> list[str]:
    """The nodes that may work in place: they, or those whose layers they call, speak of it."""
    return [
        node.name
        for node in graph.nodes
        if borrowed(graph, node).arguments.get("inplace", False) is not False
    ]


def check_in_place(
    scope: str,
    graph: Graph,
    flow: Flow,
    names: Iterable[str],
    nodes: Mapping[str, NodeAnalysis],
) -> Iterator[Problem]:
    """Problems of layers with ``inplace``: others read what they write over, or it is learned.

    ``names`` are the ``writers``; ``nodes`` what is known of them as they are used.
    """
    for name in names:
        node, known = graph.node(name), nodes.get(name)
        said = borrowed(graph, node).arguments["inplace"]
        if known is not None and (known.bypassed or not known.arguments.get("inplace", said)):
            continue
        for edge in flow.entering.get(name, ()):
            message, severity = _complaint(graph, flow, node, edge)
            if message:
                owner = owner_name(graph, node) or name
                fix = Fix(
                    "Set inplace to False",
                    SetArgument(owner, "inplace", False, scope),
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
