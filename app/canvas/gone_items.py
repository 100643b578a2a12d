"""Items that went, kept to come back as they were: an undo brings most of them back."""

from __future__ import annotations

from typing import Generic, TypeVar

#: So many are kept of each kind.
_KEPT = 10_000

K, V = TypeVar("K"), TypeVar("V")


class GoneItems(Generic[K, V]):
    """Items by what they stood for; of too many the newest."""

    def __init__(self) -> None:
        self._items: dict[K, V] = {}

    def keep(self, key: K, item: V) -> None:
        self._items.pop(key, None)
        self._items[key] = item
        if len(self._items) > _KEPT:
            del self._items[next(iter(self._items))]

    def take(self, key: K) -> V | None:
        """The item that stood for ``key``, which is no longer kept."""
        return self._items.pop(key, None)
