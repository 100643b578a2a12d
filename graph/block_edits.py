"""Edits of one block as a whole: it comes, it goes, its arguments and its note become others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.document import RESERVED_ARGUMENTS, ROOT, Block, Change, Document, Value
from graph.errors import EditError
from graph.node_edits import Edit
from graph.phrases import later

_BLOCKS = Change(parts=frozenset({"blocks"}))


@dataclass(frozen=True)
class AddBlock:
    """Add a definition; ``place`` among the others is given only when one comes back to its own.

    Its graph becomes the document's, and is worked on: undone back to here, it is as it came.
    """

    block: Block
    place: int | None = None
    label: str = later("Add block")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        name = self.block.name
        if name in document.blocks:
            raise EditError(
                later("there is already a block named {name}", name=repr(name)),
                "choose another name",
            )
        if name == ROOT:
            raise EditError("a block would have no name", "give it one")
        _check_arguments(name, self.block.arguments)
        others = list(document.blocks.items())
        place = len(others) if self.place is None else self.place
        others.insert(place, (name, self.block))
        document.blocks = dict(others)
        return RemoveBlock(name), _BLOCKS


@dataclass(frozen=True)
class RemoveBlock:
    """Remove a definition; its uses stay as they are, and do not know their type any more."""

    name: str
    label: str = later("Remove block")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        if self.name not in document.blocks:
            raise EditError(later("there is no block named {name}", name=repr(self.name)))
        block, place = document.blocks[self.name], list(document.blocks).index(self.name)
        document.blocks = {n: b for n, b in document.blocks.items() if n != self.name}
        return AddBlock(block, place, self.label), _BLOCKS


@dataclass(frozen=True)
class ChangeBlock:
    """Give a block other arguments and another note; what is inside it stays."""

    name: str
    arguments: Mapping[str, Value]
    note: str = ""
    label: str = later("Change block")

    def apply(self, document: Document) -> tuple[Edit, Change]:
        if self.name not in document.blocks:
            raise EditError(later("there is no block named {name}", name=repr(self.name)))
        _check_arguments(self.name, self.arguments)
        before = document.blocks[self.name]
        after = replace(before, arguments=self.arguments, note=self.note)
        document.blocks = {**document.blocks, self.name: after}
        return ChangeBlock(self.name, before.arguments, before.note, self.label), _BLOCKS


def _check_arguments(block: str, arguments: Mapping[str, Value]) -> None:
    for name in sorted(RESERVED_ARGUMENTS.intersection(arguments)):
        raise EditError(
            later(
                "an argument of {block} would be called {name}, as something of every layer is",
                block=block,
                name=name,
            ),
            "choose another name",
        )
