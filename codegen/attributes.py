"""Names of submodules, classes and inputs: those of the canvas, wherever Python allows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from codegen.naming import CHAIN, is_variable
from graph.names import RESERVED, is_identifier, make_identifier

#: What containers can do: an item of such a name would hide it.
_CONTAINER_METHODS = frozenset(
    {"append", "clear", "extend", "insert", "items", "keys", "pop", "update", "values"}
)

#: What the file itself defines or imports, and what is hard to tell from a number.
FILE_NAMES = frozenset(
    {"OrderedDict", "F", "I", "O", "l", "HERE", "Path", "fnmatchcase", "np", "load_file"}
)


def attribute_names(names: Iterable[str]) -> dict[str, str]:
    """A name for each submodule: its own, unless that would break ``nn.Module``."""
    ordered = list(dict.fromkeys(names))
    kept = {name for name in ordered if _can_stay(name)}
    taken = set(kept)
    result: dict[str, str] = {}
    for name in ordered:
        result[name] = name if name in kept else _renamed(name, taken)
        taken.add(result[name])
    return result


def _can_stay(name: str) -> bool:
    return (
        is_identifier(name)
        and not name.startswith("_")
        and name not in RESERVED
        and name not in _CONTAINER_METHODS
    )


def _renamed(name: str, taken: set[str]) -> str:
    better = make_identifier(name, taken)
    return better if _can_stay(better) else make_identifier(f"{better}_", taken)


def input_names(names: Iterable[str], imported: frozenset[str] = frozenset()) -> dict[str, str]:
    """A name for each argument of ``forward``; none is one that the file has ``imported``."""
    ordered = list(names)
    stays = {name for name in ordered if is_variable(name) and name not in imported}
    taken = {*stays, *imported}
    result: dict[str, str] = {}
    for name in ordered:
        result[name] = name if name in stays else _input_name(name, taken)
        taken.add(result[name])
    return result


def _input_name(name: str, taken: set[str]) -> str:
    better = make_identifier(name, taken)
    return better if is_variable(better) else make_identifier(f"{better}_", taken)


def class_name(text: str, taken: Iterable[str] = ()) -> str:
    """The name of a class: ``LeNet`` stays, ``two towers`` becomes ``TwoTowers``."""
    words = re.findall(r"\w+", text)
    if len(words) > 1:
        text = "".join(word[0].upper() + word[1:] for word in words)
    return make_identifier(text if words else "Network", {*taken, *FILE_NAMES})


def value_names(sources: list[tuple[str, str]]) -> list[str]:
    """A name for each value that a group's class takes: that of the node, where that is enough."""
    nodes = [node for node, _ in sources]
    if len(sources) == 1:
        return [CHAIN[0]]
    return [n if nodes.count(n) == 1 else f"{n}_{port.replace('.', '_')}" for n, port in sources]
