"""Names of submodules, classes and inputs: those of the canvas, wherever Python allows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from codegen.naming import is_variable
from graph.names import MODULE_ATTRIBUTES, is_identifier, make_identifier

#: What modules and containers can do: a submodule of such a name would hide it. Builtins are
#: no matter here: ``self.input`` is as good a name as any.
_FORBIDDEN = MODULE_ATTRIBUTES | frozenset(
    {"append", "clear", "extend", "insert", "items", "keys", "pop", "self", "update", "values"}
)

#: What the file itself defines or imports.
_FILE_NAMES = frozenset({"OrderedDict", "F", "I", "O", "l"})


def attribute_names(names: Iterable[str]) -> dict[str, str]:
    """A name for each submodule: its own, unless that would break ``nn.Module``."""
    ordered = list(dict.fromkeys(names))
    kept = {n for n in ordered if is_identifier(n) and n[0] != "_" and n not in _FORBIDDEN}
    taken = set(kept)
    result: dict[str, str] = {}
    for name in ordered:
        result[name] = name if name in kept else make_identifier(f"{name}_", taken)
        taken.add(result[name])
    return result


def input_names(names: Iterable[str]) -> dict[str, str]:
    """A name for each argument of ``forward``."""
    ordered = list(names)
    taken = {name for name in ordered if is_variable(name)}
    result: dict[str, str] = {}
    for name in ordered:
        result[name] = name if is_variable(name) else make_identifier(f"{name}_", taken)
        taken.add(result[name])
    return result


def class_name(text: str, taken: Iterable[str] = ()) -> str:
    """The name of a class: ``LeNet`` stays, ``two towers`` becomes ``TwoTowers``."""
    words = re.findall(r"\w+", text)
    if len(words) > 1:
        text = "".join(word[0].upper() + word[1:] for word in words)
    return make_identifier(text if words else "Network", {*taken, *_FILE_NAMES})
