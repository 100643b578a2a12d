"""Calling another's layer, and having one of its own again, as edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.catalog.borrowed import OF_THE_OWNER, at_call, borrowed
from graph.catalog.custom import layer_of
from graph.document import ROOT, Graph, Node
from graph.edits import Batch, Edit, ReplaceNode
from graph.errors import EditError
from graph.initializing import OWN_TENSORS
from graph.phrases import later
from graph.sharing import owner_name


def lenders_for(graph: Graph, node: Node) -> list[str]:
    """The nodes whose layer ``node`` could call: those of its type that do not call its own."""
    layer = layer_of(node)
    if node.type in OWN_TENSORS or (layer is not None and layer.kind not in ("module", "loss")):
        return []
    return [
        other.name
        for other in graph.nodes
        if other.type == node.type and owner_name(graph, other) not in (None, node.name)
    ]


def share_edit(graph: Graph, node: Node, owner: str, scope: str = ROOT) -> Edit:
    """Let ``node`` call the layer of ``owner``: what is said of a layer is said there alone."""
    arguments = {name: value for name, value in node.arguments.items() if at_call(node, name)}
    given = graph.node(owner).options.keys() & {"repeat", "when"}
    dropped = {*OF_THE_OWNER, *({"when"} if given else ())}
    options = {key: value for key, value in node.options.items() if key not in dropped}
    made = replace(node, arguments=arguments, options=options).with_option("shares", owner)
    return ReplaceNode(made, scope, label=later("Share weights"))


def share_all_edit(graph: Graph, names: Sequence[str], scope: str = ROOT) -> Edit:
    """Let all but the first call the layer of the first or, where all do, have their own again.

    Raises: EditError, if they are no two layers of one type.
    """
    nodes = [graph.node(name) for name in names]
    first, others = nodes[:1], nodes[1:]
    if not others or any(first[0].name not in lenders_for(graph, node) for node in others):
        raise EditError(later("select two layers of one type: the second shares the weights of "
                              "the first"))  # fmt: skip
    owner = first[0].name
    if all(node.options.get("shares") == owner for node in others):
        back = tuple(unshare_edit(graph, node, scope) for node in others)
        return Batch(back, later("Share no weights"))
    made = tuple(share_edit(graph, node, owner, scope) for node in others)
    return Batch(made, later("Share weights"))


def unshare_edit(graph: Graph, node: Node, scope: str = ROOT) -> Edit:
    """Give ``node`` a layer of its own, made as the one that it called."""
    made = borrowed(graph, node).without_option("shares")
    return ReplaceNode(made, scope, label=later("Share no weights"))
