"""Which parameters a layer could have in common with others, and how a project says that it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.analysis import NodeAnalysis
from graph.catalog.custom import layer_of
from graph.document import UNSET, Graph, Node, Value
from graph.sharing import Tie, is_sharer, ties

#: One layer that stands there several times, or perhaps not at all, has no single weight.
_UNCERTAIN = ("repeat", "when")


def can_tie(node: Node) -> bool:
    """Whether single parameters of a node may be another's."""
    layer = layer_of(node)
    is_module = layer is not None and layer.kind in ("module", "loss")
    return is_module and not is_sharer(node) and not node.options.keys() & set(_UNCERTAIN)


def partners(
    graph: Graph, node: Node, known: Mapping[str, NodeAnalysis]
) -> dict[str, tuple[str, ...]]:
    """By parameter of ``node``, what could be in its place, as ``shares`` says it.

    Those have the same shape and are not themselves another's; without shapes there are none.
    """
    own = known.get(node.name)
    if own is None or not can_tie(node):
        return {}
    found: dict[str, list[str]] = {name: [] for name in own.parameter_shapes}
    for other in graph.nodes:
        if other.name == node.name or other.name not in known:
            continue
        for theirs, shape in _lent(graph, other, known[other.name]):
            for name, wanted in own.parameter_shapes.items():
                if tuple(shape) == tuple(wanted):
                    found[name].append(written(Tie(node.name, name, other.name, theirs)))
    return {name: tuple(names) for name, names in found.items()}


def _lent(graph: Graph, other: Node, known: NodeAnalysis) -> Iterator[tuple[str, tuple[int, ...]]]:
    if other.type != "Parameter" and not can_tie(other):
        return
    borrowed = {tie.parameter for tie in ties(graph, other)}
    for name, shape in known.parameter_shapes.items():
        if name not in borrowed:
            yield name, shape


def written(tie: Tie) -> str:
    """What ``shares`` says of a parameter: ``embedding``, or ``other.bias`` where names differ."""
    return tie.other if tie.theirs in ("", tie.parameter) else f"{tie.other}.{tie.theirs}"


def said_ties(node: Node) -> dict[str, Value]:
    """What a node says of single parameters."""
    said = node.options.get("shares")
    return dict(said) if isinstance(said, Mapping) else {}


def tied(node: Node, parameter: str, other: str) -> Value:
    """``shares`` of a node once ``parameter`` is ``other``; its own again where that is ""."""
    kept = said_ties(node)
    order = [name for name in kept if name != parameter or other]
    if other and parameter not in kept:
        order.append(parameter)
    return {name: other if name == parameter else kept[name] for name in order} or UNSET
