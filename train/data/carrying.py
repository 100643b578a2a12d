"""What of ``training.data`` still holds once the samples come from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from graph.document import Value
from train.augment_kinds import KINDS
from train.data.location import PLACES
from train.data.source import Source
from train.data.sources import SOURCES
from train.reader import check_value
from train.reading_data import ARRAYS, DATA

#: Parts that may lie in files of their own.
APART = ("validation", "test")

#: Options that name columns, which only tables of one kind have in common.
COLUMNS = ("target", "inputs", "ignore", "text")


def still_said(data: Mapping[str, Value], source: str) -> dict[str, Value]:
    """What of ``data:`` holds for another source too, in its order, without its ``source``.

    Places of files do not, and what can be told to make no sense there does not: ways to vary
    pictures for a table, the name of a column for arrays.
    """
    before, after = SOURCES.get(str(data.get("source", "mnist"))), SOURCES[source]
    general = said_of_all(data, source)
    return {
        key: general.get(key, value)
        for key, value in data.items()
        if key in general or (before is not None and _holds(before, after, key, value))
    }


def said_of_all(data: Mapping[str, Value], source: str) -> dict[str, Value]:
    """What of ``data:`` holds for any samples of a source: how they are split, varied, batched."""
    kept: dict[str, Value] = {}
    for key, value in data.items():
        if key not in DATA or key in ("source", "group"):
            continue
        if key == "augment":
            value = _varying(value, SOURCES[source])
        if value != () and not (key in APART and isinstance(value, str | Mapping)):
            kept[key] = value
    return kept


def _holds(before: Source, after: Source, key: str, value: Value) -> bool:
    if key == "group":
        return _is_alike(before, after)
    return key not in PLACES and _has_too(before, after, key, value)


def _is_alike(before: Source, after: Source) -> bool:
    """Whether what tells samples apart in one may be there in the other."""
    own = before.kind == after.kind == "own"
    return own and bool(after.groups_by) and before.groups_by == after.groups_by


def _has_too(before: Source, after: Source, key: str, value: Value) -> bool:
    """Whether an option means the same to both sources, and its value fits."""
    first = next((one for one in before.arguments if one.name == key), None)
    second = next((one for one in after.arguments if one.name == key), None)
    if first is None or second is None or first.type != second.type:
        return False
    if first.choices != second.choices or check_value(second, value):
        return False
    if key == "targets":  # inputs: the network is asked for its own input, whatever that is
        return value == "inputs" or (before.name in ARRAYS and after.name in ARRAYS)
    named = key in COLUMNS
    return not named or (before.kind == after.kind == "own" and before.gives == after.gives)


def _varying(steps: Value, after: Source) -> Value:
    """Ways to vary samples, without those for pictures where none are."""
    if not isinstance(steps, list | tuple):
        return steps
    return tuple(step for step in steps if _can_vary(step, after))


def _can_vary(step: Value, after: Source) -> bool:
    name = step.get("type") if isinstance(step, Mapping) else step
    kind = KINDS.get(str(name))
    if kind is None or not after.gives:
        return True
    if after.gives == "tokens":
        return False
    return after.gives == "pictures" or (kind.of != "pictures" and kind.name != "cutmix")
