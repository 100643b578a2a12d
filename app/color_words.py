"""What the colours of nodes, frames and notes are called in menus."""

from __future__ import annotations

#: What the colours are called; none comes first.
COLOR_WORDS = {
    "none": "&No Colour",
    "red": "&Red",
    "orange": "&Orange",
    "yellow": "&Yellow",
    "green": "&Green",
    "teal": "&Teal",
    "blue": "&Blue",
    "purple": "&Purple",
    "gray": "Gra&y",
}
