"""Fuzzy matching: are the letters typed in a text, in their order, and how well do they stand?"""

from __future__ import annotations

from typing import NamedTuple


class Match(NamedTuple):
    """How well a text answers, higher is better, and which of its letters were meant."""

    score: int
    letters: tuple[int, ...]


def match(typed: str, text: str) -> Match | None:
    """Match each word of ``typed`` on its own, so that their order does not matter.

    None where a word is not in ``text``. Nothing typed matches all texts equally.
    """
    score, letters = 0, set[int]()
    for word in _small(typed).split():
        found = _match_word(word, text)
        if found is None:
            return None
        score += found.score
        letters |= set(found.letters)
    return Match(score, tuple(sorted(letters)))


def _match_word(word: str, text: str) -> Match | None:
    """The best of the ways that begin at different places; each goes on as near as it can."""
    low = _small(text)
    starts = [at for at, letter in enumerate(low) if letter == word[0]]
    ways = [way for start in starts if (way := _way(word, low, start)) is not None]
    return max((Match(_score(way, text), way) for way in ways), default=None)


def _way(word: str, low: str, start: int) -> tuple[int, ...] | None:
    """On to the next letter, to the head of a later word, or farther in the same word."""
    way = [start]
    for letter in word[1:]:
        beside = way[-1] + 1
        heads = (at for at in range(beside, len(low)) if low[at] == letter and _is_head(at, low))
        if low[beside : beside + 1] == letter:
            way.append(beside)
        elif (head := next(heads, None)) is not None:
            way.append(head)
        elif (after := low.find(letter, beside)) >= 0 and low[beside:after].isalnum():
            way.append(after)
        else:
            return None
    return tuple(way)


def _score(way: tuple[int, ...], text: str) -> int:
    """A letter counts more at the head of a word, and beside the one before it."""
    score = -(way[-1] - way[0] + 1 - len(way)) - len(text) // 16
    for before, at in zip((-2, *way), way, strict=False):
        score += 8 if _is_head(at, text) else 0
        score += 6 if at == before + 1 else 0
    return score - way[0] // 4


def _is_head(at: int, text: str) -> bool:
    return at == 0 or not text[at - 1].isalnum()


def _small(text: str) -> str:
    """Small letters; one whose small form is two letters would shift the others, and stays."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
