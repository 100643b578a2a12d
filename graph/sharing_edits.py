"""Calling another's layer, and having one of its own again, as edits."""

from __future__ import annotations

from dataclasses import replace

from graph.catalog.borrowed import OF_THE_OWNER, at_call, borrowed
from graph.document import ROOT, Graph, Node
from graph.edits import Edit, ReplaceNode
from graph.phrases import later


def share_edit(graph: Graph, node: Node, owner: str, scope: str = ROOT) -> Edit:
    """Let ``node`` call the layer of ``owner``: what is said of a layer is said there alone."""
    arguments = {name: value for name, value in node.arguments.items() if at_call(node, name)}
    given = graph.node(owner).options.keys() & {"repeat", "when"}
    dropped = {*OF_THE_OWNER, *({"when"} if given else ())}
    options = {key: value for key, value in node.options.items() if key not in dropped}
    made = replace(node, arguments=arguments, options=options).with_option("shares", owner)
    return ReplaceNode(made, scope, label=later("Share weights"))


def unshare_edit(graph: Graph, node: Node, scope: str = ROOT) -> Edit:
    """Give ``node`` a layer of its own, made as the one that it called."""
    made = borrowed(graph, node).without_option("shares")
    return ReplaceNode(made, scope, label=later("Share no weights"))
