"""What differs between two states of a project, by name."""

from __future__ import annotations

from dataclasses import dataclass

from graph.document import ROOT, Document, Graph


@dataclass(frozen=True)
class Difference:
    """Names of nodes (``block/node`` inside a block) and of other parts of the project.

    ``changed`` nodes have other arguments or options, ``rewired`` ones the same and other wires;
    ``moved`` ones only lie or look otherwise. ``parts`` is a subset of {"name", "blocks",
    "training", "style", "initialize", "extras", "frames", "notes"}.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    rewired: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(vars(self).values())


def compare(before: Document, after: Document) -> Difference:
    """Return what is otherwise in ``after``; false where both are saved as the same."""
    found: dict[str, list[str]] = {
        key: [] for key in ("added", "removed", "changed", "rewired", "moved")
    }
    parts = [
        part
        for part in ("name", "training", "style", "initialize", "extras")
        if getattr(before, part) != getattr(after, part)
    ]
    if _heads(before) != _heads(after):
        parts.append("blocks")
    scopes = dict.fromkeys([*before.scopes, *after.scopes])
    pairs = [(scope, _graph(before, scope), _graph(after, scope)) for scope in scopes]
    for scope, old, new in pairs:
        prefix = "" if scope == ROOT else f"{scope}/"
        for key, names in _compare_graphs(old, new).items():
            found[key] += [f"{prefix}{name}" for name in names]
    if any(list(old.groups.values()) != list(new.groups.values()) for _, old, new in pairs):
        parts.append("frames")
    if any(list(old.notes.values()) != list(new.notes.values()) for _, old, new in pairs):
        parts.append("notes")
    whole = {key: tuple(values) for key, values in found.items()}
    return Difference(**whole, parts=tuple(parts))


def _heads(document: Document) -> list[tuple[object, ...]]:
    blocks = document.blocks.values()
    return [(block.name, block.arguments, block.note, block.extras) for block in blocks]


def _graph(document: Document, scope: str) -> Graph:
    known = scope == ROOT or scope in document.blocks
    return document.scope(scope) if known else Graph()


def _compare_graphs(old: Graph, new: Graph) -> dict[str, list[str]]:
    both = [name for name in new.names if name in old]
    changed = [name for name in both if old.node(name) != new.node(name)]
    rewired = [
        name
        for name in both
        if name not in changed and set(old.edges_of(name)) != set(new.edges_of(name))
    ]
    led = {edge.source for edge in {*old.edges, *new.edges} if old.route(edge) != new.route(edge)}
    moved = [
        name
        for name in both
        if name not in changed
        and name not in rewired
        and (_look(old, name) != _look(new, name) or name in led)
    ]
    return {
        "added": [name for name in new.names if name not in old],
        "removed": [name for name in old.names if name not in new],
        "changed": changed,
        "rewired": rewired,
        "moved": moved,
    }


def _look(graph: Graph, name: str) -> tuple[object, object]:
    return graph.position(name), graph.look(name)
