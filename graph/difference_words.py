"""What differs between two states of a project, in words: layers, their arguments, wires, parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.differing import compare
from graph.document import ROOT, Document, Edge, Expression, Graph, Node, Value
from graph.phrases import later

_PARTS: Mapping[str, str] = {
    "name": later("the project is called otherwise"),
    "blocks": later("blocks have other arguments"),
    "style": later("the source is written in another style"),
    "initialize": later("weights start otherwise"),
    "extras": later("the file has other unknown parts"),
    "frames": later("frames are others"),
}


def differences(before: Document, after: Document) -> Iterator[str]:
    """A sentence for each difference that is one of the network; none for where cards lie.

    Settings of ``training:`` are left to who has them complete with their defaults.
    """
    found = compare(before, after)
    for name in found.removed:
        yield later("{name} is gone ({type})", name=name, type=_node(before, name).type)
    for name in found.added:
        yield later("{name} is new: {layer}", name=name, layer=_written(_node(after, name)))
    for name in found.changed:
        yield from _changes(name, _node(before, name), _node(after, name))
    for scope in dict.fromkeys([*before.scopes, *after.scopes]):
        yield from _wires(scope, _graph(before, scope), _graph(after, scope))
    for part in found.parts:
        if part in _PARTS:
            yield _PARTS[part]


def _changes(name: str, old: Node, new: Node) -> Iterator[str]:
    if old.type != new.type:
        yield later("{name} is {after} instead of {before}", name=name, after=_written(new),
                    before=_written(old))  # fmt: skip
        return
    for kind in ("arguments", "options"):
        had, has = getattr(old, kind), getattr(new, kind)
        for key in dict.fromkeys([*had, *has]):
            if key == "note" or had.get(key) == has.get(key):
                continue
            what = f"{name}.{key}"
            if key not in had:
                yield later("{what} is set to {after}", what=what, after=_value(has[key]))
            elif key not in has:
                yield later("{what} is no longer {before}", what=what, before=_value(had[key]))
            else:
                yield later("{what} is {after} instead of {before}", what=what,
                            after=_value(has[key]), before=_value(had[key]))  # fmt: skip


def _wires(scope: str, old: Graph, new: Graph) -> Iterator[str]:
    prefix = "" if scope == ROOT else f"{scope}: "
    had, has = set(old.edges), set(new.edges)
    for edge in sorted(had - has):
        if edge.source in new and edge.target in new:
            yield later("the wire {wire} is gone", wire=f"{prefix}{_wire(edge, old)}")
    for edge in sorted(has - had):
        if edge.source in old and edge.target in old:
            yield later("the wire {wire} is new", wire=f"{prefix}{_wire(edge, new)}")


def _wire(edge: Edge, graph: Graph) -> str:
    """Ports are said where a node has several wires on that side."""
    into = f".{edge.target_port}" if len(graph.in_edges(edge.target)) > 1 else ""
    return f"{edge.source} -> {edge.target}{into}"


def _written(node: Node) -> str:
    inside = ", ".join(f"{key}={_value(value)}" for key, value in node.arguments.items())
    return f"{node.type}({inside})"


def _value(value: Value) -> str:
    if isinstance(value, Expression):
        return f"={value.text}"
    return value if isinstance(value, str) else repr(value)


def _graph(document: Document, scope: str) -> Graph:
    return document.scope(scope) if scope in document.scopes else Graph()


def _node(document: Document, name: str) -> Node:
    """By its name, ``block/node`` inside a block."""
    scope, slash, inner = name.rpartition("/")
    if slash and scope in document.blocks and inner in document.scope(scope):
        return document.scope(scope).node(inner)
    return document.graph.node(name)
