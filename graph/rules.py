"""Rules for how weights start, over the whole project: which weights, and with what.

``- {types: Conv2d, parameters: weight, with: {type: kaiming_normal_, mode: fan_out}}``; ``types``
are layers, families or patterns, ``names`` places as in ``state_dict``. A later rule beats an
earlier one, and what a layer says of itself beats all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from graph.catalog import CATALOG
from graph.document import Document, Value
from graph.initializing import Start, read_start

KEYS = ("types", "names", "parameters", "with")


@dataclass(frozen=True)
class Rule:
    """One rule; without types, or names, or parameters it is for all."""

    types: tuple[str, ...]
    names: tuple[str, ...]
    parameters: tuple[str, ...]
    start: Start | None

    def means(self, type_: str, parameter: str) -> bool:
        """Whether a rule is for a parameter of a layer of this type, wherever it stands."""
        return (not self.types or type_ in self.types) and any(
            fnmatchcase(parameter, pattern) for pattern in self.parameters
        )


def read_rules(document: Document) -> list[Rule]:
    """The rules of a document that can be read."""
    said = document.initialize if isinstance(document.initialize, tuple) else ()
    used = used_types(document)
    return [read_rule(one, used) for one in said if isinstance(one, Mapping) and "with" in one]


def read_rule(said: Mapping[str, Value], used: Iterable[str]) -> Rule:
    """A rule with its families and patterns resolved to the types in use."""
    types = tuple(dict.fromkeys(t for one in texts(said, "types") for t in resolved(one, used)))
    if "types" in said and not types:
        types = ("",)  # it is for none
    parameters = texts(said, "parameters") or ("*",)
    return Rule(types, texts(said, "names"), parameters, read_start(said["with"]))


def texts(said: Mapping[str, Value], key: str) -> tuple[str, ...]:
    """One text, or several in a list."""
    value = said.get(key, ())
    several = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in several if isinstance(one, str))


def resolved(pattern: str, used: Iterable[str]) -> Iterator[str]:
    """The types that a name of a layer or family, or a pattern, means."""
    layer = CATALOG.get(pattern)
    if layer is not None and layer.kind == "module":
        yield pattern
        return
    for type_ in used:
        known = CATALOG.get(type_)
        if known is not None and known.kind == "module":
            family = next((f for f in CATALOG.families() if f.key == known.family), None)
            titles = {known.family, family.title} if family else {known.family}
            if fnmatchcase(type_, pattern) or pattern.lower() in {t.lower() for t in titles}:
                yield type_


def is_known(pattern: str) -> bool:
    """Whether there is any layer that a pattern means."""
    return any(resolved(pattern, [layer.type for layer in CATALOG.layers()]))


def used_types(document: Document) -> list[str]:
    """The types of all layers of a document, those inside of blocks too."""
    graphs = [document.scope(scope) for scope in document.scopes]
    return list(dict.fromkeys(node.type for graph in graphs for node in graph.nodes))
