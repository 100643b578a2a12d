"""What is called as one: a layer, a group that is a chain, a group with a class of its own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from codegen.live import LiveGraph
from graph.catalog.node_ports import exists
from graph.document import Group, Node


@dataclass(frozen=True)
class Unit:
    """Nodes that one statement runs: a layer (``node``), or a ``group`` and what is in it.

    ``path`` names the groups around it that no statement runs as a whole, the outermost first.
    """

    path: tuple[str, ...]
    node: Node | None = None
    group: Group | None = None
    members: tuple[Unit, ...] = ()

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all nodes inside."""
        if self.node is not None:
            return frozenset({self.node.name})
        return frozenset().union(*(member.names for member in self.members))

    @property
    def name(self) -> str:
        """The node or group that it is."""
        if self.node is not None:
            return self.node.name
        assert self.group is not None
        return self.group.name

    def opened(self) -> list[Unit]:
        """The members, each of which is then called by itself; they know the path to them."""
        return list(self.members)


def units_of(live: LiveGraph, names: frozenset[str], around: str | None) -> list[Unit]:
    """Cut the nodes ``names``, which lie in the group ``around``, into units that run in turn.

    The order is topological and follows creation, so that it is the same after undo and redo.
    """
    units = _inside(live, names, around, ())
    quotient = _quotient(live, units)
    while not nx.is_directed_acyclic_graph(quotient):
        cycle = {index for edge in nx.find_cycle(quotient) for index in edge[:2]}
        grouped = [index for index in sorted(cycle) if units[index].group is not None]
        index = next((i for i in grouped if not _is_chain_of(units[i])), grouped[0])
        units = [*units[:index], *units[index].opened(), *units[index + 1 :]]
        quotient = _quotient(live, units)
    rank = [min(map(live.graph.order, unit.names)) for unit in units]
    order = nx.lexicographical_topological_sort(quotient, key=rank.__getitem__)
    return [units[index] for index in order]


def is_plain_layer(live: LiveGraph, node: Node) -> bool:
    """Whether a node is a module that takes one tensor and gives one, so that it can be a link.

    One that calls another's layer is none: a container would have that layer twice.
    """
    if live.owner(node.name) != node.name or live.runs_its_own_way(node.name):
        return False
    if "unroll" in node.options:
        return False
    if node.type in live.blocks:
        inside = [other.type for other in live.blocks[node.type].graph.nodes]
        return inside.count("Input") == inside.count("Output") == 1
    layer = live.layer(node)
    if layer is None or layer.kind not in ("module", "loss") or layer.always_tuple:
        return False
    entering = live.entering([node.name])
    taken = {edge.source_port for edge in live.leaving([node.name])}
    first = layer.call[0].names if layer.call else ()
    return (
        len(entering) == 1
        and (entering[0].target_port,) == first
        and not any(a.at_call and a.name in node.arguments for a in layer.arguments)
        and not layer.outputs[0].variadic
        and len([port for port in layer.outputs if exists(layer, port, node.arguments)]) == 1
        and taken <= {layer.outputs[0].name}
    )


def chain(live: LiveGraph, units: list[Unit]) -> list[Unit]:
    """The units one after the other, if each is a module that feeds only the next; else none."""
    inside = frozenset().union(*(unit.names for unit in units))
    starts = [u for u in units if all(e.source not in inside for e in live.entering(u.names))]
    if len(starts) != 1 or not all(_is_link(live, unit) for unit in units):
        return []
    owners = {name: unit for unit in units for name in unit.names}
    ordered, seen = starts, set(starts[0].names)
    while len(ordered) < len(units):
        leaving = live.leaving(ordered[-1].names)
        following = owners.get(leaving[0].target) if len(leaving) == 1 else None
        if following is None or not seen.isdisjoint(following.names):
            return []
        ordered.append(following)
        seen |= following.names
    return ordered


def _inside(
    live: LiveGraph, names: frozenset[str], around: str | None, path: tuple[str, ...]
) -> list[Unit]:
    """The units of a group's own nodes, and of the groups in it."""
    units = [
        Unit(path, node=node)
        for node in live.layers
        if node.name in names and live.group_of(node.options.get("group")) == around
    ]
    for group in live.containers:
        if live.group_of(group.parent) == around and group.name != around:
            units += _of_group(live, names, group, path)
    return units


def _of_group(
    live: LiveGraph, names: frozenset[str], group: Group, path: tuple[str, ...]
) -> list[Unit]:
    inner = _inside(live, names, group.name, (*path, group.name))
    if not inner:
        return []
    if group.container == "Module":
        return [Unit(path, group=group, members=tuple(inner))]
    ordered = chain(live, inner)
    if not ordered:
        return inner
    return [Unit(path, group=group, members=tuple(ordered))]


def _is_chain_of(unit: Unit) -> bool:
    return unit.group is not None and unit.group.container != "Module"


def _is_link(live: LiveGraph, unit: Unit) -> bool:
    """Whether a unit is a module with one tensor in and one out; a ModuleList has no forward."""
    if unit.node is not None:
        return is_plain_layer(live, unit.node)
    if unit.group is not None and unit.group.container == "ModuleList":
        return False
    sources = {(edge.source, edge.source_port) for edge in live.leaving(unit.names)}
    return len(live.entering(unit.names)) == 1 and len(sources) == 1


def _quotient(live: LiveGraph, units: list[Unit]) -> nx.DiGraph[int]:
    """The units as a graph: whether they can run in turn, and in which."""
    owners = {name: index for index, unit in enumerate(units) for name in unit.names}
    quotient: nx.DiGraph[int] = nx.DiGraph()
    quotient.add_nodes_from(range(len(units)))
    # An edge inside a unit would only be a loop; a path that leaves a unit and returns is a cycle.
    for source, target in live.graph.nx.edges():
        start, end = owners.get(source), owners.get(target)
        if start is not None and end is not None and start != end:
            quotient.add_edge(start, end)
    return quotient
