"""Which parameter group each layer is in, as marks on the cards and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.canvas.card import Card
from app.translating import tr

#: More marks than these do not stand on one card.
MOST = 4

#: How the group of what no group takes is marked.
REST = -1


@dataclass(frozen=True)
class GroupEntry:
    """One line of the legend: a group, ``REST`` or its place, and what it is set to in words."""

    place: int
    title: str
    words: str
    frozen: bool = False

    @property
    def sign(self) -> str:
        return "·" if self.place == REST else str(self.place + 1)


@dataclass(frozen=True)
class GroupMarks:
    """The groups, and for each node of the network, blocks written ``stage.conv1``, its groups.

    ``within`` is the way to the block that is shown, ``stage.``, or "".
    """

    entries: tuple[GroupEntry, ...]
    places: Mapping[str, tuple[int, ...]]
    within: str = ""

    def of(self, name: str) -> tuple[int, ...]:
        """The groups of a node that is shown, of a block those of all in it."""
        whole = self.within + name
        found = list(self.places.get(whole, ()))
        for node, places in self.places.items():
            if node.startswith(f"{whole}."):
                found += places
        return tuple(dict.fromkeys(found))

    def over(self, card: Card) -> Card:
        """The card with its marks."""
        places = self.of(card.name)
        if not places:
            return card
        known = {entry.place: entry for entry in self.entries}
        entries = [known[place] for place in places if place in known]
        frozen = card.frozen or all(entry.frozen for entry in entries)
        marks = tuple((entry.place, entry.sign) for entry in entries[:MOST])
        return replace(card, marks=marks, frozen=frozen)

    def words_for(self, name: str) -> str:
        """``parameter group head``; nothing for a layer without parameters."""
        known = {entry.place: entry for entry in self.entries}
        titles = [tr(known[place].title) for place in self.of(name) if place in known]
        if not titles:
            return ""
        return tr("parameter group {groups}").format(groups=", ".join(titles))


def places_of(groups: Sequence[Mapping[str, object]]) -> dict[str, tuple[int, ...]]:
    """By node, the groups of its parameters, the one with most of its numbers first."""
    sizes: dict[str, dict[int, int]] = {}
    for group in groups:
        index = group.get("index")
        place = REST if index is None else int(str(index))
        members = group.get("members")
        for _, node, _, size, *_ in members if isinstance(members, list) else ():
            found = sizes.setdefault(str(node), {})
            found[place] = found.get(place, 0) + int(size)
    return {
        node: tuple(sorted(found, key=lambda place: -found[place])) for node, found in sizes.items()
    }
