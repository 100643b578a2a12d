"""Edits and what they hold as plain JSON values, to cross from one process to another."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from functools import cache
from typing import Any

from graph.document import UNSET, Block, Edge, Expression, Graph, Group, Node, Note
from graph.phrases import TAG, Phrase, is_phrase, later, phrase_from_plain, phrase_to_plain

#: What JSON has words for as it is, and most of any edit.
_PLAIN = frozenset({str, int, float, bool, type(None)})

_DATA = {cls.__name__: cls for cls in (Block, Edge, Expression, Group, Node, Note)}


def to_plain(value: Any) -> Any:
    """Return ``value`` as lists, objects, texts and numbers; ``from_plain`` gives it back."""
    if type(value) in _PLAIN:
        return value
    if value is UNSET:
        return {TAG: "UNSET"}
    if (defaults := _defaults(value.__class__)) is not None:
        plain: dict[str, Any] = {TAG: type(value).__name__}
        for name, default in defaults:
            part = getattr(value, name)
            kind = type(part)
            if part is default or (kind is type(default) and part == default):
                continue  # of thousands of edits most of the text else
            plain[name] = part if kind in _PLAIN else to_plain(part)
        return plain
    if isinstance(value, Graph):
        return {TAG: "Graph", **_graph_to_plain(value)}
    if isinstance(value, Mapping):
        return {TAG: "Mapping", "items": [[key, to_plain(item)] for key, item in value.items()]}
    if isinstance(value, tuple | list):
        return [item if type(item) in _PLAIN else to_plain(item) for item in value]
    return phrase_to_plain(value) if isinstance(value, Phrase) else value


@cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...] | None:
    """The fields of a data class, each with what it is unless it is said; None for any other."""
    return tuple((f.name, _default(f)) for f in fields(cls)) if is_dataclass(cls) else None


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if callable(field.default_factory) else field.default


def from_plain(plain: Any, classes: Mapping[str, type]) -> Any:
    """Return what ``to_plain`` was given; ``classes`` are the data classes that may come.

    Raises: ValueError, if it holds anything else.
    """
    if isinstance(plain, list):
        return tuple([from_plain(item, classes) for item in plain])
    if isinstance(plain, float) and math.isnan(plain):
        return math.nan  # the one object, see yaml_events
    if not isinstance(plain, dict):
        return plain
    if is_phrase(plain):
        return phrase_from_plain(plain)
    tag = plain.get(TAG)
    if tag == "UNSET":
        return UNSET
    if tag == "Mapping":
        return {key: from_plain(item, classes) for key, item in plain["items"]}
    if tag == "Graph":
        return _graph_from_plain(plain, classes)
    cls = _DATA.get(str(tag)) or classes.get(str(tag))
    if cls is None:
        raise ValueError(later("{tag} is no part of an edit", tag=repr(tag)))
    return cls(**{k: from_plain(item, classes) for k, item in plain.items() if k != TAG})


def _graph_to_plain(graph: Graph) -> dict[str, Any]:
    nodes = [
        (node, graph.order(node.name), graph.position(node.name), graph.look(node.name))
        for node in graph.nodes
    ]
    return {
        "nodes": to_plain(nodes),
        "edges": to_plain(graph.edges),
        "routes": to_plain(tuple(graph.routes.items())),
        "groups": to_plain(tuple(graph.groups.values())),
        "notes": to_plain(tuple(graph.notes.values())),
        "direction": graph.direction,
        "stray_looks": to_plain(graph.stray_looks),
        "stray": to_plain(graph.stray_positions),
        "stray_routes": to_plain(graph.stray_routes),
    }


def _graph_from_plain(plain: dict[str, Any], classes: Mapping[str, type]) -> Graph:
    graph = Graph()
    for node, order, position, look in from_plain(plain["nodes"], classes):
        graph.insert(node, order=order, position=position, look=look)
    for edge in from_plain(plain["edges"], classes):
        graph.add_edge(edge)
    for edge, route in from_plain(plain["routes"], classes):
        graph.set_route(edge, route)
    graph.groups = {group.name: group for group in from_plain(plain["groups"], classes)}
    graph.notes = {note.name: note for note in from_plain(plain["notes"], classes)}
    graph.direction = str(plain["direction"])
    graph.stray_looks = from_plain(plain["stray_looks"], classes)
    graph.stray_positions = from_plain(plain["stray"], classes)
    graph.stray_routes = from_plain(plain["stray_routes"], classes)
    return graph
