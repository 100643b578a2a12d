"""Weights in common: which node calls whose layer, and whose tensors it takes for its own.

``shares: conv1`` calls the very layer of ``conv1`` once more. ``shares: {weight: embedding}``
keeps a layer of its own, of which one parameter is another layer's: tied weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.document import Graph, Node


@dataclass(frozen=True)
class Tie:
    """A parameter of ``node`` that is the parameter ``theirs`` of ``other``.

    ``theirs`` is "" where the other is a tensor of the network's own.
    """

    node: str
    parameter: str
    other: str
    theirs: str


def owner_name(graph: Graph, node: Node) -> str | None:
    """The node whose layer ``node`` calls, followed to the one that has it; its own name if it
    shares none; None where the way leads nowhere or in a circle."""
    seen = [node.name]
    while isinstance(node.options.get("shares"), str):
        name = node.options["shares"]
        if name in seen or name not in graph:
            return None
        seen.append(name)
        node = graph.node(name)
    return node.name


def is_sharer(node: Node) -> bool:
    """Whether a node calls another's layer."""
    return isinstance(node.options.get("shares"), str)


def ties(graph: Graph, node: Node) -> Iterator[Tie]:
    """What ``node`` says of its parameters, as far as it can be read; owners followed."""
    said = node.options.get("shares")
    for parameter, value in said.items() if isinstance(said, Mapping) else ():
        if not isinstance(value, str):
            continue
        name, _, theirs = value.partition(".")
        owner = owner_name(graph, graph.node(name)) if name in graph else None
        if owner is None:
            continue
        own = graph.node(owner).type in ("Parameter", "Buffer", "Constant")
        yield Tie(node.name, parameter, owner, theirs or ("" if own else parameter))


def mentioned(node: Node) -> frozenset[str]:
    """The nodes whose weights a node speaks of."""
    said = node.options.get("shares")
    if isinstance(said, str):
        return frozenset({said})
    if isinstance(said, Mapping):
        return frozenset(v.partition(".")[0] for v in said.values() if isinstance(v, str))
    return frozenset()


def lenders(graph: Graph, node: Node) -> tuple[Node, ...]:
    """The nodes whose weights a node speaks of, and those whose they are in turn."""
    found: dict[str, Node] = {}
    waiting = [node]
    while waiting:
        for name in sorted(mentioned(waiting.pop())):
            if name in graph and name not in found:
                found[name] = graph.node(name)
                waiting.append(found[name])
    return tuple(found.values())


def follow_shares(node: Node, names: Mapping[str, str]) -> Node:
    """``node`` with other names for the nodes whose weights it speaks of."""

    def follow(value: object) -> object:
        name, dot, rest = value.partition(".") if isinstance(value, str) else ("", "", "")
        return names[name] + dot + rest if name in names else value

    said = node.options.get("shares")
    if isinstance(said, Mapping):
        return node.with_option("shares", {key: follow(value) for key, value in said.items()})
    if isinstance(said, str) and said in names:
        return node.with_option("shares", names[said])
    return node


def renamed_shares(node: Node, old: str, new: str) -> Node:
    """``node`` with another name for a node whose weights it speaks of."""
    return follow_shares(node, {old: new}) if old in mentioned(node) else node
