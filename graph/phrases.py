"""Sentences that remember how they were made, so that they can be said in another language."""

from __future__ import annotations

from collections.abc import Mapping


class Phrase(str):
    """An English sentence that keeps the pattern and the values it was made of.

    To all who only read it, it is a string like any other.
    """

    pattern: str
    one: str
    values: Mapping[str, object]

    @staticmethod
    def of(pattern: str, one: str = "", values: Mapping[str, object] | None = None) -> Phrase:
        """A phrase also where there are no values."""
        values = values or {}
        chosen = one if one and values.get("n") == 1 else pattern
        phrase = Phrase(chosen.format(**values) if values else chosen)
        phrase.pattern, phrase.one, phrase.values = pattern, one, values
        return phrase


def later(pattern: str, /, one: str = "", **values: object) -> str:
    """``pattern`` in English with its ``{values}`` filled in; the window translates it on showing.

    Without values it is the pattern itself, so that data can be marked: ``later("Add layer")``.
    ``one`` says it where the value ``n`` is 1. Every pattern stands as a literal where ``later`` is
    called, since that is where translators' files are filled from.
    """
    return Phrase.of(pattern, one, values) if values else pattern
