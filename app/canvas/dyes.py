"""What lays something over the cards: a tint, a mark; it changes what a card says, no document."""

from __future__ import annotations

from typing import Protocol

from app.canvas.card import Card


class Dye(Protocol):
    """Something that is laid over every card of a scene."""

    def over(self, card: Card) -> Card:
        """The card with it."""
        ...
