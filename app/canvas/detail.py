"""How much is drawn at which zoom."""

from __future__ import annotations

from enum import IntEnum

#: Below these zooms nodes become coloured blocks with names, then just colour.
BLOCKS_BELOW, COLOUR_BELOW = 0.6, 0.25

#: The shapes on the wires fade in between the first and the second zoom.
PILLS_FROM, PILLS_FULL = 0.58, 0.6

MIN_ZOOM, MAX_ZOOM = 0.05, 4.0


class Detail(IntEnum):
    """What of a node is drawn."""

    COLOUR = 0
    BLOCK = 1
    FULL = 2


def detail_at(zoom: float) -> Detail:
    if zoom < COLOUR_BELOW:
        return Detail.COLOUR
    return Detail.BLOCK if zoom < BLOCKS_BELOW else Detail.FULL


def pill_opacity(zoom: float) -> float:
    return min(max((zoom - PILLS_FROM) / (PILLS_FULL - PILLS_FROM), 0.0), 1.0)
