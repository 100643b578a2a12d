"""The entry of a Python node: what the catalog cannot know, the node itself declares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.catalog.arguments import is_mapping, is_names
from graph.catalog.catalog import CATALOG
from graph.catalog.layer import Argument, Kind, Layer, Passing, Port, Slot
from graph.document import Node, Value

#: The type of a node that is the user's own code.
PYTHON = "Python"

Names = tuple[str, ...]


def layer_of(node: Node) -> Layer | None:
    """The entry of a node's type; for a Python node, with the ports that it declares."""
    layer = CATALOG.get(node.type)
    return layer if layer is None or node.type != PYTHON else declared_layer(node.arguments)


def declared_layer(said: Mapping[str, Value]) -> Layer:
    """What a Python node says of itself: its ports. What it calls, only its file tells."""
    inputs, outputs = _ports(said)
    return _declared(inputs, outputs)


def code_layer(
    said: Mapping[str, Value],
    kind: Kind,
    arguments: Sequence[Argument] = (),
    passing: Passing = "keyword",
) -> Layer:
    """A Python node as a layer like any other: its own arguments, and how it is called.

    ``kind`` is module or function; a function takes its ``arguments`` after the inputs.
    """
    inputs, outputs = _ports(said)
    call = [Slot(name, (name,)) for name in inputs]
    if kind == "function":
        call += [Slot(argument.name, (argument.name,), passing) for argument in arguments]
    declared = _declared(inputs, outputs)
    return replace(declared, kind=kind, arguments=tuple(arguments), call=tuple(call))


def own_arguments(said: Mapping[str, Value]) -> Mapping[str, Value]:
    """What a Python node tells its class or function."""
    given = said.get("arguments")
    return dict(given) if isinstance(given, Mapping) and is_mapping(given) else {}


def told(node: Node) -> Mapping[str, Value]:
    """What a node says to its layer; a Python node, to its class or function."""
    return own_arguments(node.arguments) if node.type == PYTHON else node.arguments


def _ports(said: Mapping[str, Value]) -> tuple[Names, Names]:
    inputs, outputs = said.get("inputs"), said.get("outputs")
    return (
        tuple(inputs) if inputs is not None and is_names(inputs) else ("input",),
        tuple(outputs) if outputs and is_names(outputs) else ("output",),
    )


@lru_cache(maxsize=1_000)
def _declared(inputs: Names, outputs: Names) -> Layer:
    return replace(
        CATALOG[PYTHON],
        inputs=tuple(map(Port, inputs)),
        outputs=tuple(map(Port, outputs)),
        returns=tuple((name,) for name in outputs),
    )
