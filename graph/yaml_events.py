"""YAML read from the event stream: values that know their line, and nothing that can hurt.

PyYAML's loaders do not limit work: nested lists crash the C loader, merge keys and aliases
multiply. Here aliases, merge keys, tags, duplicate keys and great depth are refused with their
line. Plain scalars follow YAML 1.2: ``no`` and ``1:30`` are text, ``1e-3`` is a number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ProjectError
from graph.limits import MAX_NUMBER_BITS, MAX_NUMBER_LENGTH, MAX_PROJECT_DEPTH, MAX_PROJECT_VALUES
from graph.located import Entry, Located, Mapping, Scalar, ScalarValue, Sequence
from graph.phrases import later

_Parser = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read_yaml(text: str, path: Path | str = "") -> Located:
    """Return the one document that ``text`` holds.

    Raises: ProjectError with the line, for what is not YAML or not allowed here.
    """
    try:
        return _Builder(path).build(yaml.parse(text, Loader=_Parser))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ProjectError(
            later("this is not YAML: {problem}", problem=error.problem or error.context),
            "mend the line, or the one above it",
            path=path,
            line=mark.line + 1 if mark else 0,
        ) from None
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        at = error.start if isinstance(error, UnicodeEncodeError) else error.position
        position = at if isinstance(at, int) else 0
        raise ProjectError(
            "the file holds a character that no text file holds",
            "remove it, or save the file as UTF-8",
            path=path,
            line=text.count("\n", 0, position) + 1,
        ) from None
    except yaml.YAMLError:
        raise ProjectError("this is not YAML", "open it in an editor", path=path) from None


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read: the keys it has, and the key that waits for a value."""

    container: Sequence | Mapping
    keys: set[str] = field(default_factory=set)
    key: Scalar | None = None
    column: int = 0


class _Builder:
    """Turns events into located values, with a stack of its own in the place of recursion."""

    def __init__(self, path: Path | str) -> None:
        self.path = path
        self.open: list[_Open] = []
        self.root: Located | None = None
        self.values = 0

    def error(self, message: str, advice: str, line: int) -> ProjectError:
        return ProjectError(message, advice, path=self.path, line=line)

    # Events are Any: they come from the C parser, whose attributes no stub describes.
    def build(self, events: Iterator[Any]) -> Located:
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._put(self._scalar(event), event)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                value = self._container(event)
                self._put(value, event)
                self.open.append(_Open(value))
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.open.pop()
            else:
                self._refuse(event)
        return self.root if self.root is not None else Scalar(None, "", 1)

    def _refuse(self, event: Any) -> None:
        """What is neither value nor end: fine where the one document begins and ends."""
        line = event.start_mark.line + 1
        if isinstance(event, yaml.AliasEvent):
            raise self.error(
                later("the alias *{anchor} is not allowed here", anchor=event.anchor),
                later("write the value out"),
                line,
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise self.error(
                later("a second document begins here"),
                later("a project file holds one; remove the rest"),
                line,
            )

    def _container(self, event: Any) -> Sequence | Mapping:
        line = event.start_mark.line + 1
        self._check_plain(event, line)
        if len(self.open) >= MAX_PROJECT_DEPTH:
            raise self.error(
                later(
                    "lists and mappings are nested more than {max_project_depth} deep",
                    max_project_depth=MAX_PROJECT_DEPTH,
                ),
                later("no project needs that; simplify this line"),
                line,
            )
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(line, bool(event.flow_style))
        return Sequence([], line, bool(event.flow_style))

    def _put(self, value: Located, event: Any) -> None:
        self.values += 1
        if self.values > MAX_PROJECT_VALUES:
            raise self.error(
                later(
                    "the file holds more than {max_project_values:,} values",
                    max_project_values=MAX_PROJECT_VALUES,
                ),
                later("no project is that large"),
                value.line,
            )
        if not self.open:
            self.root = value
            return
        inside = self.open[-1]
        if isinstance(inside.container, Sequence):
            inside.container.items.append(value)
        elif inside.key is None:
            inside.key = self._key(value, inside.keys, event)
            inside.column = event.start_mark.column
        else:
            key = inside.key
            inside.container.entries.append(Entry(key.text, key.line, inside.column, value))
            inside.key = None

    def _key(self, value: Located, known: set[str], event: Any) -> Scalar:
        if not isinstance(value, Scalar):
            raise self.error(
                later("a list or mapping stands as a key"), later("use a name"), value.line
            )
        if value.text == "<<" and event.implicit[0]:
            raise self.error(
                later("the merge key << is not allowed here"),
                later("write the values out in full"),
                value.line,
            )
        if value.text in known:
            raise self.error(
                later("{text} stands here for the second time", text=_short(value.text)),
                later("rename or remove one of the two"),
                value.line,
            )
        known.add(value.text)
        return value

    def _check_plain(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            raise self.error(
                later("the anchor &{anchor} is not allowed here", anchor=event.anchor),
                later("write the value out wherever it is needed"),
                line,
            )
        if event.tag is not None:
            raise self.error(
                later("the tag {tag} is not allowed here", tag=_short(event.tag)),
                later("remove it"),
                line,
            )

    def _scalar(self, event: Any) -> Scalar:
        line = event.start_mark.line + 1
        if event.anchor is not None or event.tag is not None:
            self._check_plain(event, line)
        text: str = event.value
        if not event.implicit[0]:  # quoted
            return Scalar(text, text, line)
        value = plain_scalar(text)
        if _is_too_large(value):
            raise self.error(
                later("this number is too large to mean anything"),
                later("write a smaller one"),
                line,
            )
        return Scalar(value, text, line)


_WORDS: dict[str, ScalarValue] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
    **dict.fromkeys([".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"], math.inf),
    **dict.fromkeys(["-.inf", "-.Inf", "-.INF"], -math.inf),
    # The one object, so that a document holding it equals itself after a round trip.
    **dict.fromkeys([".nan", ".NaN", ".NAN"], math.nan),
}
_STARTS = frozenset("+-.0123456789~tTfFnN")
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def plain_scalar(text: str) -> ScalarValue:
    """Return what an unquoted word means in YAML 1.2 (its core schema)."""
    if text and text[0] not in _STARTS:  # nearly all words, at a glance
        return text
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > MAX_NUMBER_LENGTH:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if re.fullmatch(r"0o[0-7]+", text):
        return int(text[2:], 8)
    if re.fullmatch(r"0x[0-9a-fA-F]+", text):
        return int(text[2:], 16)
    return text


def _is_too_large(value: ScalarValue) -> bool:
    if isinstance(value, str):  # longer than plain_scalar looks at
        return len(value) > MAX_NUMBER_LENGTH and value.lstrip("+-").isdecimal()
    return isinstance(value, int) and value.bit_length() > MAX_NUMBER_BITS


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")
