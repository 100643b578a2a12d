"""The catalog at run time: look up a type, list the palette, search, and guess what was meant."""

from __future__ import annotations

import difflib
from functools import cached_property
from importlib import metadata

from graph.catalog.layer import Family, Layer
from graph.catalog.snapshot import Snapshot, read_snapshot


class Catalog:
    """Every layer there is, read from the snapshot at first use. Holds no torch objects."""

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        self._given = snapshot

    @cached_property
    def _snapshot(self) -> Snapshot:
        return self._given or read_snapshot()

    @cached_property
    def _by_type(self) -> dict[str, Layer]:
        return {layer.type: layer for layer in self._snapshot.layers}

    @property
    def torch_version(self) -> str:
        """The version of torch that the entries were read from."""
        return self._snapshot.torch

    def get(self, type_: str) -> Layer | None:
        return self._by_type.get(type_)

    def __getitem__(self, type_: str) -> Layer:
        """Raises: KeyError, if there is no such type."""
        return self._by_type[type_]

    def __contains__(self, type_: object) -> bool:
        return type_ in self._by_type

    def layers(self, family: str | None = None) -> list[Layer]:
        """All layers, or those of one family, in the order of the palette."""
        return [ly for ly in self._snapshot.layers if family is None or ly.family == family]

    def families(self) -> list[Family]:
        """The sections of the palette, in order."""
        return list(self._snapshot.families)

    def search(self, text: str) -> list[Layer]:
        """Layers that ``text`` may mean, the likeliest first; all of them for no text."""
        words = text.lower().split()
        if not words:
            return self.layers()
        ranked = []
        for place, layer in enumerate(self._snapshot.layers):
            ranks = [rank for word in words if (rank := _rank(word, layer)) is not None]
            if len(ranks) == len(words):
                ranked.append((sum(ranks), not layer.common, place, layer))
        found = [layer for *_, layer in sorted(ranked, key=lambda item: item[:3])]
        return found or self._guess(text)

    def _guess(self, text: str) -> list[Layer]:
        """For text that is no part of anything: slips of the finger, then abbreviations."""
        letters = "".join(text.lower().split())
        close = [self._by_type[type_] for type_ in self.suggest(letters)]
        short = [ly for ly in self._snapshot.layers if _abbreviates(letters, self._bare(ly.type))]
        return list(dict.fromkeys([*close, *sorted(short, key=lambda ly: len(ly.type))]))

    def suggest(self, type_: str) -> list[str]:
        """Up to three types that look like ``type_``: "did you mean"."""
        lowered = {self._bare(known).lower(): known for known in reversed(self._by_type)}
        lowered |= {known.lower(): known for known in self._by_type}
        asked = type_.lower().removeprefix("nn.").removeprefix("torch.nn.")
        by_synonym = [ly.type for ly in self._snapshot.layers if asked in ly.synonyms]
        close = [lowered[name] for name in difflib.get_close_matches(asked, lowered, 3, 0.6)]
        return list(dict.fromkeys([*close[:1], *by_synonym[:2], *close]))[:3]

    @staticmethod
    def _bare(type_: str) -> str:
        return type_.rpartition(".")[2]

    def refresh(self) -> bool:
        """Read the catalog anew, if the installed torch is another than the snapshot's.

        Imports torch only then. Returns whether the entries changed.
        """
        try:
            installed = metadata.version("torch").partition("+")[0]
        except metadata.PackageNotFoundError:
            return False
        if installed == self.torch_version:
            return False
        from graph.catalog.introspect import introspect

        self._given = introspect(self._by_type)
        for cached in ("_snapshot", "_by_type"):
            self.__dict__.pop(cached, None)
        return True


def _rank(word: str, layer: Layer) -> int | None:
    """How well a word fits: 0 for the name itself, None for not at all."""
    name = layer.type.lower()
    bare = name.rpartition(".")[2]
    synonyms = [synonym.lower() for synonym in layer.synonyms]
    tests = (
        word in (name, bare),
        word in synonyms,
        bare.startswith(word),
        any(synonym.startswith(word) for synonym in synonyms),
        word in name,
        any(word in synonym for synonym in synonyms),
        f" {word}" in layer.summary.lower(),
    )
    return next((rank for rank, holds in enumerate(tests) if holds), None)


def _abbreviates(word: str, name: str) -> bool:
    """Whether the letters of ``word`` stand in ``name`` in this order, the first one first."""
    letters = iter(name.lower())
    return len(word) > 2 and word[0] == name[0].lower() and all(c in letters for c in word)


CATALOG = Catalog()
