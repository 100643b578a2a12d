"""Values of a file that know their line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from graph.errors import ProjectError
from graph.phrases import later

ScalarValue: TypeAlias = bool | int | float | str | None


@dataclass(slots=True)
class Scalar:
    """A word, a number or a text; ``text`` is what stands in the file."""

    value: ScalarValue
    text: str
    line: int


@dataclass(slots=True)
class Sequence:
    """A list; ``flow`` when written in brackets."""

    items: list[Located]
    line: int
    flow: bool


@dataclass(slots=True)
class Entry:
    """A key of a mapping, where it stands (line from 1, column from 0), and its value."""

    key: str
    line: int
    column: int
    value: Located


@dataclass(slots=True)
class Mapping:
    """A mapping, its entries in the order of the file; ``flow`` when written in braces."""

    line: int
    flow: bool
    entries: list[Entry] = field(default_factory=list)

    def get(self, key: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.key == key), None)


Located: TypeAlias = Scalar | Sequence | Mapping


def is_nothing(value: Located) -> bool:
    """Whether a key stands there without a value."""
    return isinstance(value, Scalar) and value.value is None


def shown(value: Located) -> str:
    """What stands in the file, as an error names it."""
    if isinstance(value, Mapping):
        return later("a mapping")
    if isinstance(value, Sequence):
        return later("a list")
    text = value.text if len(value.text) <= 40 else value.text[:37] + "..."
    return repr(text) if text else "empty"


def text_of(entry: Entry, path: Path | str) -> str:
    """The text that stands behind a key, whatever it looks like.

    Raises: ProjectError, if that is no text.
    """
    if not isinstance(entry.value, Scalar) or is_nothing(entry.value):
        raise ProjectError(
            later("{key} is {value}", key=entry.key, value=shown(entry.value)),
            "write a text",
            path=path,
            line=entry.line,
        )
    return entry.value.text
