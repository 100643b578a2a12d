"""Sentences that remember how they were made, so that they can be said in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import reduce
from numbers import Integral
from typing import Any

#: The key that says what an object in JSON was.
TAG = "$"

#: The key in a record under which stands what its phrases were made of.
MADE = "phrases"
_PARTS = ("pattern", "values", "one")

#: What may stand in a pattern: places with names, and how a number is written.
_PATTERN = re.compile(r"(?:[^{}]|\{\{|\}\}|\{\w+(?:!r)?(?::[,.\dfgX]{1,4})?\})*")


class Phrase(str):
    """An English sentence that keeps the pattern and the values it was made of.

    To all who only read it, it is a string like any other. A value is a number or a text, which may
    itself be a phrase.
    """

    pattern: str
    one: str
    values: Mapping[str, object]

    def __str__(self) -> str:
        """Itself: ``str(error)`` stays a phrase, too."""
        return self

    @staticmethod
    def of(pattern: str, one: str = "", values: Mapping[str, object] | None = None) -> Phrase:
        """A phrase also where there are no values."""
        kept = {name: _kept(value) for name, value in (values or {}).items()}
        chosen = one if one and kept.get("n") == 1 else pattern
        phrase = Phrase(chosen.format(**kept) if kept else chosen)
        phrase.pattern, phrase.one, phrase.values = pattern, one, kept
        return phrase


def later(pattern: str, /, one: str = "", **values: object) -> str:
    """``pattern`` in English with its ``{values}`` filled in; the window translates it on showing.

    Without values it is the pattern itself, so that data can be marked: ``later("Add layer")``.
    ``one`` says it where the value ``n`` is 1. Every pattern stands as a literal where ``later`` is
    called, since that is where translators' files are filled from.
    """
    return Phrase.of(pattern, one, values)


def joined(between: str, texts: Iterable[str]) -> str:
    """Texts beside each other, each of which is translated by itself."""
    parts = list(texts)
    if not any(isinstance(part, Phrase) for part in parts):
        return between.join(parts)
    pattern = _BETWEEN.get(between, f"{{first}}{between}{{last}}")
    return reduce(lambda first, last: later(pattern, first=first, last=last), parts)


#: How texts stand beside each other, as each language has it.
_BETWEEN = {"; ": later("{first}; {last}"), ", ": later("{first}, {last}")}


def listed(texts: Iterable[str], last: str = "and", *, each: bool = False) -> str:
    """``a, b and c``, or with ``or``; ``each`` says that word between all of them."""
    *before, end = list(texts) or [""]
    if not before:
        return end
    first = listed(before, last, each=True) if each else joined(", ", before)
    if last == "or":
        return later("{first} or {last}", first=first, last=end)
    return later("{first} and {last}", first=first, last=end)


def sentence(text: str) -> str:
    """``text`` with a full stop, unless it has one, or asks."""
    return text if text.endswith((".", "?")) else later("{words}.", words=text)


def on_one_line(text: Phrase) -> Phrase:
    """``text`` without line breaks and control characters: names in it come from files."""
    if text.isprintable():
        return text
    phrase = Phrase(_printable(text))
    phrase.pattern, phrase.one = text.pattern if text.values else str(phrase), text.one
    phrase.values = {name: _printed(value) for name, value in text.values.items()}
    return phrase


def phrase_to_plain(text: str) -> Any:
    """A text as JSON, of which ``phrase_from_plain`` makes the same phrase."""
    if not isinstance(text, Phrase):
        return text
    plain: dict[str, Any] = {TAG: "Phrase", "english": text}
    if text.values:
        plain["pattern"] = text.pattern
        plain["values"] = {
            name: phrase_to_plain(value) if isinstance(value, Phrase) else value
            for name, value in text.values.items()
        }
    if text.one:
        plain["one"] = text.one
    return plain


def phrase_from_plain(plain: Any) -> str:
    """What ``phrase_to_plain`` was given. A pattern that is none of ours is not filled in again."""
    if not isinstance(plain, dict):
        return str(plain)
    english, one = (str(plain.get(key, "")) for key in ("english", "one"))
    pattern, values = str(plain.get("pattern", english)), plain.get("values") or {}
    if not values:
        return Phrase.of(english, one)
    if not isinstance(values, dict) or not all(map(_PATTERN.fullmatch, (pattern, one))):
        return english
    phrase = Phrase(english)
    phrase.pattern, phrase.one = pattern, one
    phrase.values = {
        name: value if isinstance(value, int | float) else phrase_from_plain(value)
        for name, value in values.items()
    }
    return phrase


def message_to_plain(message: Mapping[str, Any]) -> dict[str, Any]:
    """A message to another process; those of its values that are phrases stay phrases there."""
    return {
        key: phrase_to_plain(value) if isinstance(value, Phrase) else value
        for key, value in message.items()
    }


def message_from_plain(message: Mapping[str, Any]) -> dict[str, Any]:
    """What ``message_to_plain`` was given, after it came as JSON."""
    return {key: phrase_from_plain(v) if is_phrase(v) else v for key, v in message.items()}


def to_record(message: Mapping[str, Any]) -> dict[str, Any]:
    """A message as JSON that anybody can read: phrases are English, and what those that have
    values were made of stands beside them, under ``phrases``. Records in a list stay records.
    """
    made = {
        key: {name: part for name, part in phrase_to_plain(value).items() if name in _PARTS}
        for key, value in message.items()
        if isinstance(value, Phrase) and value.values
    }
    return {**message, MADE: made} if made else dict(message)


def from_record(record: Mapping[str, Any]) -> dict[str, Any]:
    """What ``to_record`` was given; what does not fit together stays English."""
    made = record.get(MADE)
    made = made if isinstance(made, dict) else {}
    return {
        key: phrase_from_plain({**made[key], "english": value})
        if isinstance(value, str) and isinstance(made.get(key), dict)
        else value
        for key, value in record.items()
        if key != MADE
    }


def in_english(plain: Any) -> Any:
    """JSON for others to read: every phrase in it is its English text."""
    if is_phrase(plain):
        return plain["english"]
    if isinstance(plain, dict):
        return {key: in_english(value) for key, value in plain.items()}
    return [in_english(value) for value in plain] if isinstance(plain, list) else plain


def is_phrase(plain: Any) -> bool:
    """Whether ``plain`` is what became of a phrase."""
    return isinstance(plain, dict) and plain.get(TAG) == "Phrase"


def _printed(value: object) -> object:
    if isinstance(value, Phrase):
        return on_one_line(value)
    return _printable(value) if isinstance(value, str) else value


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _kept(value: object) -> object:
    """A number or a text; errors say theirs, which may be phrases."""
    if isinstance(value, str | int | float):
        return value
    return int(value) if isinstance(value, Integral) else str(value)
