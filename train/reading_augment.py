"""From ``data.augment`` to the steps that vary what is trained on, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.document import Value
from graph.phrases import later
from train.augment_kinds import KINDS
from train.reader import Reader, check_value, dropping, repairs
from train.settings import Choice

PATH = ("data", "augment")

#: More steps than anybody needs.
MOST = 50


def read_augment(reader: Reader, value: Any) -> tuple[Choice, ...]:
    """``[flip, {type: crop, padding: 2}]``: steps in the order in which they are made."""
    if value in (None, ()):
        return ()
    if not isinstance(value, tuple | list) or len(value) > MOST:
        said = later("expected a list such as {example}", example="[{type: flip}, {type: crop}]")
        reader.complain(PATH, "bad-value", said, dropping(PATH))
        return ()
    steps = (_read_step(reader, step, index) for index, step in enumerate(value))
    return tuple(step for step in steps if step is not None)


def _read_step(reader: Reader, value: Any, index: int) -> Choice | None:
    path = (*PATH, str(index))
    given: Mapping[str, Value] = {"type": value} if isinstance(value, str) else {}
    if not isinstance(value, str):
        given = reader.mapping(value, path)
    name = reader.choice(given.get("type"), KINDS, (*path, "type"), "")
    if not name:
        return None
    arguments = {argument.name: argument for argument in KINDS[name].arguments}
    reader.unknown_keys(given, ("type", *arguments), path)
    kept = {}
    for key, argument in arguments.items():
        if key not in given:
            continue
        wrong = check_value(argument, given[key])
        if wrong:
            reader.complain((*path, key), "bad-value", wrong, *repairs(argument, (*path, key)))
        else:
            kept[key] = given[key]
    return Choice(name, kept)
