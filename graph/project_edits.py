"""Edits of the project: frames, blocks, training, style, and what its file says besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.document import (
    ROOT,
    UNSET,
    Block,
    Change,
    Document,
    Group,
    Look,
    Position,
    Route,
    Value,
)
from graph.errors import EditError
from graph.node_edits import Batch, Edit, ReplaceNode, SetOption, touch
from graph.phrases import later


@dataclass(frozen=True)
class SetGroups:
    """Replace the frames of a scope: adding, removing, renaming, reordering, changing one.

    Which nodes are in a frame is an option of the nodes (``SetOption(name, "group", frame)``).
    """

    groups: tuple[Group, ...]
    scope: str = ROOT
    label: str = later("Change frame")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        if len({group.name for group in self.groups}) < len(self.groups):
            raise EditError("two frames would have the same name", "choose another name")
        before = tuple(graph.groups.values())
        graph.groups = {group.name: group for group in self.groups}
        names = {g.name for g in (*before, *self.groups) if (g in before) != (g in self.groups)}
        members = [node.name for node in graph.nodes if node.options.get("group") in names]
        return SetGroups(before, self.scope, self.label), touch(
            self.scope, *members, parts=("groups",)
        )


@dataclass(frozen=True)
class SetTraining:
    """Set one value of ``training:`` by its path, or with ``UNSET`` take it away.

    ``SetTraining(("optimizer", "lr"), 0.1)``.
    """

    path: tuple[str, ...]
    value: Value
    label: str = later("Change training")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        before = document.training
        document.training = with_path(before, self.path, self.value)
        return SetPart("training", before, self.label), Change(parts=frozenset({"training"}))


@dataclass(frozen=True)
class SetStyle:
    """Set one key of ``style:``, how the source is written, or with ``UNSET`` take it away."""

    key: str
    value: Value
    label: str = later("Change style")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        before = document.style
        document.style = with_path(before, (self.key,), self.value)
        return SetPart("style", before, self.label), Change(parts=frozenset({"style"}))


@dataclass(frozen=True)
class SetRules:
    """Replace the rules for how weights start."""

    rules: tuple[Value, ...]
    label: str = later("Change initialization")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        return SetPart("initialize", self.rules, self.label).apply(document)


@dataclass(frozen=True)
class RenameProject:
    """Give the project another name."""

    name: str
    label: str = later("Rename project")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        return SetPart("name", self.name, self.label).apply(document)


@dataclass(frozen=True)
class SetPart:
    """Replace ``name``, ``training``, ``style`` or ``initialize`` of the project as a whole."""

    part: str
    value: Value
    label: str

    def apply(self, document: Document) -> tuple[Edit, Change]:
        before = getattr(document, self.part)
        setattr(document, self.part, self.value)
        return SetPart(self.part, before, self.label), Change(parts=frozenset({self.part}))


@dataclass(frozen=True)
class RenameGroup:
    """Give a frame another name; the layers and frames in it follow."""

    old: str
    new: str
    scope: str = ROOT
    label: str = later("Rename frame")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        if self.old not in graph.groups:
            raise EditError(later("there is no frame named {old}", old=repr(self.old)))
        groups = tuple(self._renamed(group) for group in graph.groups.values())
        members = [
            SetOption(node.name, "group", self.new, self.scope)
            for node in graph.nodes
            if node.options.get("group") == self.old
        ]
        return Batch((SetGroups(groups, self.scope), *members), self.label).apply(document)

    def _renamed(self, group: Group) -> Group:
        options = dict(group.options)
        if options.get("group") == self.old:
            options["group"] = self.new
        return Group(self.new if group.name == self.old else group.name, options)


@dataclass(frozen=True)
class RenameBlock:
    """Give a block another name; the layers that are of its type follow."""

    old: str
    new: str
    label: str = later("Rename block")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        if self.old not in document.blocks:
            raise EditError(later("there is no block named {old}", old=repr(self.old)))
        uses = [
            ReplaceNode(replace(node, type=self.new), scope)
            for scope in document.scopes
            for node in document.scope(scope).nodes
            if node.type == self.old
        ]
        renamed = BlockRenamed(self.old, self.new, self.label)
        return Batch((*uses, renamed), self.label).apply(document)


@dataclass(frozen=True)
class BlockRenamed:
    """The last part of RenameBlock: the definition itself."""

    old: str
    new: str
    label: str = later("Rename block")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        if self.old not in document.blocks:
            raise EditError(later("there is no block named {old}", old=repr(self.old)))
        if self.new != self.old and self.new in document.blocks:
            raise EditError("two blocks would have the same name", "choose another name")
        if self.new == ROOT:
            raise EditError("a block would have no name", "give it one")
        definitions = [
            replace(block, name=self.new) if name == self.old else block
            for name, block in document.blocks.items()
        ]
        document.blocks = {block.name: block for block in definitions}
        return BlockRenamed(self.new, self.old, self.label), Change(parts=frozenset({"blocks"}))


@dataclass(frozen=True)
class SetUnknown:
    """Replace what the file says of a scope that we do not know.

    ``extras`` are keys without a meaning, ``places`` and ``looks`` those of layers that are gone,
    ``routes`` those of wires that are gone.
    """

    extras: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[str, Position] = field(default_factory=dict)
    scope: str = ROOT
    label: str = later("Remove what has no meaning")
    routes: Mapping[str, Route] = field(default_factory=dict)
    looks: Mapping[str, Look] = field(default_factory=dict)

    def apply(self, document: Document) -> tuple[Edit, Change]:
        graph = document.scope(self.scope)
        holder: Document | Block = document if self.scope == ROOT else document.blocks[self.scope]
        inverse = SetUnknown(
            holder.extras,
            graph.stray_positions,
            self.scope,
            self.label,
            graph.stray_routes,
            graph.stray_looks,
        )
        holder.extras = self.extras
        graph.stray_positions = dict(self.places)
        graph.stray_routes = dict(self.routes)
        graph.stray_looks = dict(self.looks)
        return inverse, Change(parts=frozenset({"extras"}))


def with_path(mapping: Value, path: tuple[str, ...], value: Value) -> Value:
    """``mapping`` with one value in it changed, or with ``UNSET`` gone; empty ones go along."""
    key, *rest = path
    if isinstance(mapping, tuple | list):
        return _with_place(mapping, key, tuple(rest), value)
    assert isinstance(mapping, Mapping)
    inner = mapping.get(key)
    if rest:
        inner = inner if isinstance(inner, Mapping | tuple | list) else {}
        value = with_path(inner, tuple(rest), value)
        empty = not value
    else:
        empty = value is UNSET
    if empty:
        return {k: v for k, v in mapping.items() if k != key}
    return {**mapping, key: value}


def _with_place(
    items: Sequence[Value], key: str, rest: tuple[str, ...], value: Value
) -> tuple[Value, ...]:
    """A list with one place changed: places count from 0; the one after the last is a new one."""
    index = int(key) if key.isdecimal() else len(items)
    inner = items[index] if index < len(items) else {}
    if rest:
        value = with_path(inner if isinstance(inner, Mapping | tuple | list) else {}, rest, value)
    before, after = tuple(items[:index]), tuple(items[index + 1 :])
    return (*before, *after) if value is UNSET else (*before, value, *after)
