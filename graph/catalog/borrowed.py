"""A node that calls another's layer, as if it said all that the other says."""

from __future__ import annotations

from dataclasses import replace

from graph.catalog.custom import layer_of
from graph.document import Graph, Node
from graph.sharing import is_sharer, owner_name

#: What belongs to the weights, so that the one who has them says it.
OF_THE_OWNER = ("initialize", "trainable")


def borrowed(graph: Graph, node: Node) -> Node:
    """``node`` with the arguments, and the ``repeat`` and ``when``, of the layer that it calls.

    Its own arguments count where they are no part of the layer but of the call
    (``MultiheadAttention.need_weights``), and so does its own ``when`` or ``repeat`` where the
    other has neither: the very layer is left out here, or goes round. A node that shares
    nothing, or in vain, is as it is.
    """
    if not is_sharer(node):
        return node
    name = owner_name(graph, node)
    owner = graph.node(name) if name is not None else node
    if owner.type != node.type or owner is node:
        return node
    own = {name: value for name, value in node.arguments.items() if at_call(node, name)}
    theirs = {name: value for name, value in owner.arguments.items() if not at_call(node, name)}
    options = {k: v for k, v in node.options.items() if k not in OF_THE_OWNER}
    given = {k: owner.options[k] for k in ("repeat", "when") if k in owner.options}
    if given:
        options = {k: v for k, v in options.items() if k not in ("repeat", "when")} | given
    return replace(node, arguments={**theirs, **own}, options=options)


def at_call(node: Node, argument: str) -> bool:
    """Whether an argument goes to ``forward`` each time, not to the constructor."""
    layer = layer_of(node)
    known = layer.argument(argument) if layer is not None else None
    return known is not None and known.at_call
