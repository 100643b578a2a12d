"""The same 1,000 nodes and 1,500 wires for every canvas; imports nothing, runs everywhere."""

from __future__ import annotations

NODES, COLUMNS = 1000, 40
WIDTH, HEIGHT = 1440, 900

#: (source, target): a chain, and from every second node a wire that skips four.
WIRES = [(i, i + 1) for i in range(NODES - 1)] + [(i, i + 5) for i in range(0, NODES - 6, 2)]


def position(index: int) -> tuple[float, float]:
    """Scene units: rows of forty, with room for a wire between two cards."""
    return index % COLUMNS * 320.0, index // COLUMNS * 200.0
