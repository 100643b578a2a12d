"""The catalog at run time: look up a type, list the palette, search, and guess what was meant."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from importlib import metadata

from graph.catalog.layer import Family, Layer
from graph.catalog.searching import find_layers, suggest
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
        found = {layer.type: layer for layer in map(as_method, self._methods)}
        return found | {layer.type: layer for layer in self._snapshot.layers}

    @property
    def _methods(self) -> list[Layer]:
        return [layer for layer in self._snapshot.layers if layer.method]

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
        return find_layers(text, self._snapshot.layers, self.titles)

    @property
    def titles(self) -> dict[str, str]:
        """What each family is called, by its key."""
        return {family.key: family.title for family in self._snapshot.families}

    def suggest(self, type_: str) -> list[str]:
        """Up to three types that look like ``type_``: "did you mean"."""
        return suggest(type_, self._snapshot.layers)

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


def as_method(layer: Layer) -> Layer:
    """``Tensor.flatten`` of ``torch.flatten``: the same, called on its first input.

    The palette lists what both do once, as the function.
    """
    name = layer.type.rpartition(".")[2]
    return replace(layer, type=f"Tensor.{name}", kind="method", method=False)


CATALOG = Catalog()
