"""Where the blocks of a project are used, and the ways that lead into them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.document import ROOT, Document, Expression, Value
from graph.errors import ExpressionError
from graph.expressions import evaluate
from graph.phrases import joined, later
from graph.substitution import rewritten

#: The names of the uses that lead into a block, each standing inside the one before it.
Path = tuple[str, ...]


class Use(NamedTuple):
    """A node that is a block: the scope it stands in, and its name."""

    scope: str
    name: str


def uses_of(document: Document, block: str) -> list[Use]:
    """Every node whose type is ``block``, in the order of the file."""
    return [
        Use(scope, node.name)
        for scope in document.scopes
        for node in document.scope(scope).nodes
        if node.type == block
    ]


def uses_in_words(uses: Sequence[Use]) -> str:
    """``layer1 and layer2 (in the network), first (in Stage)``; of many the first few."""
    by_scope: dict[str, list[str]] = {}
    for use in uses[:8]:
        by_scope.setdefault(use.scope, []).append(use.name)
    parts = [
        later("{names} (in {scope})", names=", ".join(names), scope=scope)
        if scope
        else later("{names} (in the network)", names=", ".join(names))
        for scope, names in by_scope.items()
    ]
    more = len(uses) - 8
    told = joined(", ", parts)
    return later("{names} and {n} more", names=told, n=more) if more > 0 else told


def built_on(document: Document, block: str) -> set[str]:
    """``block`` and every block that stands inside it, at any depth."""
    found, stack = {block}, [block]
    while stack:
        for node in document.blocks[stack.pop()].graph.nodes:
            if node.type in document.blocks and node.type not in found:
                found.add(node.type)
                stack.append(node.type)
    return found


def why_recursive(document: Document, scope: str, type_: str) -> str:
    """Why a node of ``type_`` must not be put into ``scope``: it would have no end; else ""."""
    if scope == ROOT or type_ not in document.blocks or scope not in built_on(document, type_):
        return ""
    if type_ == scope:
        return later("{type} cannot stand inside itself: that would have no end", type=type_)
    return later(
        "{type} holds {scope}, so it cannot stand inside it: that would have no end",
        type=type_,
        scope=scope,
    )


def scope_at(document: Document, path: Path) -> str | None:
    """The block that a path leads into, ROOT for the empty one; None where it leads nowhere."""
    scope = ROOT
    for name in path:
        graph = document.scope(scope)
        if name not in graph or graph.node(name).type not in document.blocks:
            return None
        scope = graph.node(name).type
    return scope


def path_to(document: Document, block: str) -> Path | None:
    """The shortest way from the network into ``block``; None where nothing there uses it."""
    ways: dict[str, Path] = {ROOT: ()}
    queue = deque([ROOT])
    while queue:
        scope = queue.popleft()
        if scope == block:
            return ways[scope]
        for node in document.scope(scope).nodes:
            if node.type in document.blocks and node.type not in ways:
                ways[node.type] = (*ways[scope], node.name)
                queue.append(node.type)
    return None


def names_at(document: Document, path: Path, block: str = ROOT) -> Mapping[str, Value]:
    """The arguments of the block that a path leads into, as this use has them.

    Without a path, those of ``block`` by its defaults. What has no value is left out.
    """
    if not path:
        return dict(document.blocks[block].arguments) if block in document.blocks else {}
    scope, names = ROOT, dict[str, Value]()
    for name in path:
        node = document.scope(scope).node(name)
        bound = dict(document.blocks[node.type].arguments)
        for argument, value in node.arguments.items():
            try:
                bound[argument] = rewritten(value, _Known(names).value)
            except ExpressionError:
                bound.pop(argument, None)
        scope, names = node.type, bound
    return names


class _Known:
    """Names with their values."""

    def __init__(self, names: Mapping[str, Value]) -> None:
        self._names = names

    def value(self, expression: Expression) -> Value:
        return evaluate(expression.text, self._names)
