"""What the colours of nodes, frames and notes are called in menus."""

from __future__ import annotations

from app.translating import later

#: What the colours are called; none comes first.
COLOR_WORDS = {
    "none": later("&No Colour"),
    "red": later("&Red"),
    "orange": later("&Orange"),
    "yellow": later("&Yellow"),
    "green": later("&Green"),
    "teal": later("&Teal"),
    "blue": later("&Blue"),
    "purple": later("&Purple"),
    "gray": later("Gra&y"),
}
