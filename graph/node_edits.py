"""Edits of one graph: its nodes, wires and places; applying one returns the one that undoes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Protocol

from graph.document import (
    RESERVED_ARGUMENTS,
    ROOT,
    UNSET,
    Change,
    Document,
    Edge,
    Look,
    Node,
    Position,
    Route,
    Value,
)
from graph.errors import EditError
from graph.inheriting import heirs
from graph.limits import MAX_COORDINATE, MAX_ROUTE
from graph.phrases import later
from graph.sharing import mentioned, renamed_shares


class Edit(Protocol):
    """What every edit offers. ``apply`` changes all or, raising EditError, nothing."""

    @property
    def label(self) -> str: ...

    def apply(self, document: Document) -> tuple[Edit, Change]: ...


def touch(scope: str, *names: str, parts: tuple[str, ...] = ()) -> Change:
    """The change of an edit that touched these nodes of a scope, and these parts."""
    return Change(nodes={scope: frozenset(names)}, parts=frozenset(parts))


@dataclass(frozen=True)
class Batch:
    """Several edits as one: applied in order, undone in reverse, all or none."""

    edits: tuple[Edit, ...] = field(default_factory=tuple)
    label: str = later("Edit")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        inverses: list[Edit] = []
        changes: list[Change] = []
        try:
            for edit in self.edits:
                inverse, touched = edit.apply(document)
                inverses.append(inverse)
                changes.append(touched)
        except BaseException:
            for inverse in reversed(inverses):
                inverse.apply(document)
            raise
        return Batch(tuple(reversed(inverses)), self.label), Change.all_of(changes)


def _check_arguments(node: Node) -> None:
    for name in sorted(RESERVED_ARGUMENTS.intersection(node.arguments)):
        raise EditError(
            later("{name} is no argument of {node}", name=name, node=node.name),
            "set it as an option",
        )


def check_route(edge: Edge, route: Route) -> None:
    for point in route:
        check_position(later("a point of the wire {edge}", edge=edge), point)
    if len(route) > MAX_ROUTE:
        raise EditError(
            later(
                "the wire {edge} would pass more than {max_route} points",
                edge=edge,
                max_route=MAX_ROUTE,
            )
        )


def check_position(name: str, position: Position | None) -> None:
    if position is not None and not all(abs(c) < MAX_COORDINATE for c in position):  # NaN too
        raise EditError(later("{name} would lie outside of the canvas", name=name))


@dataclass(frozen=True)
class AddNode:
    """Add a node; ``order`` is given only when one comes back to its old place."""

    node: Node
    position: Position | None = None
    order: float | None = None
    scope: str = ROOT
    label: str = later("Add layer")
    look: Look = field(default_factory=dict)

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        if self.node.name in graph:
            raise EditError(
                later("there is already a layer named {name}", name=repr(self.node.name)),
                "choose another name",
            )
        check_position(self.node.name, self.position)
        _check_arguments(self.node)
        graph.insert(self.node, order=self.order, position=self.position, look=self.look)
        return Removed(self.node.name, self.scope), touch(self.scope, self.node.name)


@dataclass(frozen=True)
class RemoveNode:
    """Remove a node and the edges that touch it; the inverse restores both.

    Those that share its weights go on sharing: the first of them has the weights then.
    """

    name: str
    scope: str = ROOT
    label: str = later("Remove layer")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        changed = heirs(document.scope(self.scope), self.name)
        follow = (ReplaceNode(node, self.scope) for node in changed)
        removed = Removed(self.name, self.scope, self.label)
        return (
            Batch((*follow, removed), self.label).apply(document)
            if changed
            else removed.apply(document)
        )


@dataclass(frozen=True)
class Removed:
    """The last part of RemoveNode: the node and its wires."""

    name: str
    scope: str = ROOT
    label: str = later("Remove layer")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        node, edges = graph.node(self.name), graph.edges_of(self.name)
        wires = tuple(Connect(edge, self.scope, route=graph.route(edge)) for edge in edges)
        position, order = graph.position(self.name), graph.order(self.name)
        restored = AddNode(node, position, order, self.scope, look=graph.look(self.name))
        neighbours = {end for edge in edges for end in (edge.source, edge.target)}
        graph.delete(self.name)
        return Batch((restored, *wires), self.label), touch(self.scope, self.name, *neighbours)


@dataclass(frozen=True)
class Connect:
    """Add a wire between two nodes that exist; it passes the points of ``route``."""

    edge: Edge
    scope: str = ROOT
    label: str = later("Connect")
    route: Route = ()

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        for end in (self.edge.source, self.edge.target):
            graph.node(end)
        if graph.has_edge(self.edge):
            raise EditError(later("the wire {edge} is already there", edge=self.edge))
        check_route(self.edge, self.route)
        graph.add_edge(self.edge, self.route)
        return Disconnect(self.edge, self.scope), touch(
            self.scope, self.edge.source, self.edge.target
        )


@dataclass(frozen=True)
class Disconnect:
    """Remove a wire."""

    edge: Edge
    scope: str = ROOT
    label: str = later("Disconnect")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        if not graph.has_edge(self.edge):
            raise EditError(later("there is no wire {edge}", edge=self.edge))
        back = Connect(self.edge, self.scope, route=graph.route(self.edge))
        graph.remove_edge(self.edge)
        return back, touch(self.scope, self.edge.source, self.edge.target)


@dataclass(frozen=True)
class RenameNode:
    """Give a node another name; all that speak of it follow.

    Its wires, its place, those that share its weights, and, for an input or output of a block,
    the wires that meet the block there.
    """

    old: str
    new: str
    scope: str = ROOT
    label: str = later("Rename layer")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        node = graph.node(self.old)
        followers: list[Edit] = []
        for other in graph.nodes:
            if self.old in mentioned(other) and other.name != self.old:
                renamed = renamed_shares(other, self.old, self.new)
                followers.append(ReplaceNode(renamed, self.scope))
        if self.scope != ROOT and node.type in ("Input", "Output"):
            followers += self._port_edits(document, node.type)
        return Batch((Renamed(self.old, self.new, self.scope), *followers), self.label).apply(
            document
        )

    def _port_edits(self, document: Document, type_: str) -> list[Edit]:
        edits: list[Edit] = []
        for scope in document.scopes:
            graph = document.scope(scope)
            for edge in graph.edges:
                end = edge.target if type_ == "Input" else edge.source
                port = edge.target_port if type_ == "Input" else edge.source_port
                if graph.node(end).type != self.scope or port != self.old:
                    continue
                if type_ == "Input":
                    after = replace(edge, target_port=self.new)
                else:
                    after = replace(edge, source_port=self.new)
                again = Connect(after, scope, route=graph.route(edge))
                edits += [Disconnect(edge, scope), again]
        return edits


@dataclass(frozen=True)
class Renamed:
    """The first part of RenameNode: the node and its wires."""

    old: str
    new: str
    scope: str
    label: str = later("Rename layer")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        node, edges = graph.node(self.old), graph.edges_of(self.old)
        if self.new in graph:
            raise EditError(
                later("there is already a layer named {new}", new=repr(self.new)),
                "choose another name",
            )
        order, position = graph.order(self.old), graph.position(self.old)
        look = graph.look(self.old)
        routes = {edge: graph.route(edge) for edge in edges}
        graph.delete(self.old)
        graph.insert(replace(node, name=self.new), order=order, position=position, look=look)

        def renamed(end: str) -> str:
            return self.new if end == self.old else end

        for edge in edges:
            after = replace(edge, source=renamed(edge.source), target=renamed(edge.target))
            graph.add_edge(after, routes[edge])
        touched = {renamed(end) for edge in edges for end in (edge.source, edge.target)}
        return Renamed(self.new, self.old, self.scope), touch(
            self.scope, self.old, self.new, *touched
        )


def renames(edit: Edit) -> Iterator[tuple[str, str, str]]:
    """The (scope, old, new) names that an edit, or one that it is made of, gives to nodes."""
    if isinstance(edit, RenameNode | Renamed):
        yield edit.scope, edit.old, edit.new
    elif isinstance(edit, Batch):
        for one in edit.edits:
            yield from renames(one)


@dataclass(frozen=True)
class ReplaceNode:
    """Put another definition in the place of the node of the same name; wires stay."""

    node: Node
    scope: str = ROOT
    label: str = later("Change layer")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        before = graph.node(self.node.name)
        _check_arguments(self.node)
        graph.replace_node(self.node)
        return ReplaceNode(before, self.scope, self.label), touch(self.scope, self.node.name)


@dataclass(frozen=True)
class SetArgument:
    """Set an argument of a node, or with ``UNSET`` go back to its default."""

    name: str
    argument: str
    value: Value
    scope: str = ROOT
    label: str = later("Change argument")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        node = document.scope(self.scope).node(self.name)
        if self.value is UNSET:
            after = node.without_argument(self.argument)
        else:
            after = node.with_argument(self.argument, self.value)
        return ReplaceNode(after, self.scope, self.label).apply(document)


@dataclass(frozen=True)
class SetOption:
    """Set one of ``OPTIONS`` of a node, or with ``UNSET`` take it away."""

    name: str
    option: str
    value: Value
    scope: str = ROOT
    label: str = later("Change option")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        node = document.scope(self.scope).node(self.name)
        options = {k: v for k, v in node.options.items() if k != self.option}
        if self.value is not UNSET:
            options[self.option] = self.value
        after = replace(node, options=options)
        return ReplaceNode(after, self.scope, self.label).apply(document)
