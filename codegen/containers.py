"""The submodules of a class while they are being collected, in the order of their first call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from codegen.program import Conditional, Container, Initializer
from graph.document import Group, Node
from graph.freezing import says_frozen

Kind = Literal["Sequential", "ModuleList", "ModuleDict"]


@dataclass
class _Draft:
    """A container that still grows."""

    kind: Kind
    by: Literal["index", "name"]
    trainable: bool
    group: str
    items: dict[str, Initializer | _Draft] = field(default_factory=dict)

    def finished(self) -> Container:
        items = finished_items(self.items)
        return Container(self.kind, items, self.by, self.trainable, group=self.group)


class Shelf:
    """Where the submodules of one class stand. ``names`` maps nodes and groups to attributes."""

    def __init__(
        self, groups: Mapping[str, Group], names: Mapping[str, str], *, by_name: bool = False
    ) -> None:
        self._groups, self._names, self._by_name = groups, names, by_name
        self._items: dict[str, Initializer | _Draft] = {}

    def add(
        self, groups: tuple[str, ...], name: str, initializer: Initializer
    ) -> tuple[str | int, ...]:
        """Put a submodule into the containers ``groups``; the result is the path to it."""
        path: list[str | int] = []
        items, by = self._items, "name"
        for group in groups:
            draft = items.setdefault(self._names[group], self._draft(self._groups[group]))
            assert isinstance(draft, _Draft)
            path.append(self._key(group, items, by))
            items, by = draft.items, draft.by
        items[self._names[name]] = initializer
        return (*path, self._key(name, items, by))

    def submodules(self) -> tuple[tuple[str, Initializer], ...]:
        """All that was added, by attribute."""
        return finished_items(self._items)

    def _key(self, name: str, items: Mapping[str, object], by: str) -> str | int:
        attribute = self._names[name]
        return attribute if by == "name" else list(items).index(attribute)

    def _draft(self, group: Group) -> _Draft:
        kind = container_kind(group)
        return _Draft(
            kind, container_keys(group, kind, self._by_name), is_trainable(group), group.name
        )


def is_trainable(item: Node | Group) -> bool:
    """Whether what is learned inside goes on learning."""
    return not says_frozen(item.options)


def container_kind(group: Group) -> Kind:
    """A group that cannot have a class of its own still keeps its items together."""
    kinds: dict[str, Kind] = {"Sequential": "Sequential", "ModuleList": "ModuleList"}
    return kinds.get(group.container, "ModuleDict")


def container_keys(group: Group, kind: Kind, by_name: bool) -> Literal["index", "name"]:
    """Whether the items are numbered or have names; ``by_name`` where a Sequential does not say."""
    if kind != "Sequential":
        return "name" if kind == "ModuleDict" else "index"
    said = group.options.get("by", "name" if by_name else "index")
    return "name" if said == "name" else "index"


def finished_items(
    items: Mapping[str, Initializer | _Draft],
) -> tuple[tuple[str, Initializer], ...]:
    return tuple(
        (name, item.finished() if isinstance(item, _Draft) else item)
        for name, item in items.items()
    )


def all_or_nothing(container: Container) -> Initializer:
    """A chain whose every link is there on the same condition, is there on that condition."""
    links = [item for _, item in container.items if isinstance(item, Conditional)]
    whens = {link.when for link in links}
    if container.kind != "Sequential" or len(links) != len(container.items) or len(whens) != 1:
        return container
    named = zip(container.items, links, strict=True)
    inside = tuple((name, link.item) for (name, _), link in named)
    return Conditional(replace(container, items=inside), whens.pop())
