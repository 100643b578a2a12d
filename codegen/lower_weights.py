"""What a class does with its weights once they are there: which are one, and how each starts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Literal

from codegen.calling import same
from codegen.live import LiveGraph
from codegen.places import Path, Places
from codegen.program import Filled, TensorOf, Value
from codegen.scope import Scope
from codegen.weights import ArrayFile, Fill, Start, Tie, Weight
from graph.array_file import array_shape, find_file, only_key, read_array
from graph.catalog import REQUIRED
from graph.catalog.initializers import initializers
from graph.document import Node
from graph.freezing import says_eval
from graph.initializing import OWN_TENSORS, FromFile, matching, read_start, rectangle
from graph.initializing import Fill as Written
from graph.initializing import Start as Begun
from graph.sharing import Tie as SharedParameter
from graph.sharing import ties


def class_ties(live: LiveGraph, places: Places, inside: Mapping[str, Places]) -> tuple[Tie, ...]:
    """The weights that two layers have in common, of which this class is the first to know both.

    ``inside`` has the places of the frames in it that are classes themselves.
    """
    found = []
    for node in live.layers:
        for tie in ties(live.graph, live.graph.node(node.name)):
            ends = {tie.node, live.owner(tie.other)}
            deeper = any(ends <= other.names for other in inside.values())
            if ends <= places.names and not deeper:
                found.append(_tie(live, places, tie))
    return tuple(found)


def _tie(live: LiveGraph, places: Places, tie: SharedParameter) -> Tie:
    theirs = places.of(live.owner(tie.other))
    source = Weight(theirs, tie.theirs) if tie.theirs else Weight(theirs[:-1], str(theirs[-1]))
    return Tie(Weight(places.of(tie.node), tie.parameter, tie.node), source)


#: Larger arrays stay in their file; smaller ones are written out.
_INLINE = 64


def class_starts(scope: Scope, places: Places, inside: Mapping[str, Places]) -> tuple[Start, ...]:
    """How the weights of a class start where that is said; those of frames in it left out."""
    deeper = frozenset[str]().union(*(other.names for other in inside.values()))
    return tuple(
        start
        for node in scope.live.layers
        if node.name in places.names - deeper and scope.conditions.get(node.name, True) is not False
        for start in _node_starts(scope, places, node)
    )


def class_still(live: LiveGraph, places: Places, inside: Mapping[str, Places]) -> tuple[Path, ...]:
    """The modules of a class that stay in eval mode: its frames, and layers outside of those."""
    frames: list[Path] = []
    for group in live.containers:
        if says_eval(group.options) and group.name in places.frames:
            frames.append(places.frames[group.name])
    deeper = frozenset[str]().union(*(other.names for other in inside.values()))
    nodes = [
        places.of(node.name)
        for node in live.layers
        if node.name in places.names - deeper
        and not live.is_own_tensor(node.name)
        and says_eval(live.layer_node(node.name).options)
    ]
    paths = dict.fromkeys([*frames, *nodes])
    return tuple(p for p in paths if not any(p[:i] in paths for i in range(1, len(p))))


def _node_starts(scope: Scope, places: Places, node: Node) -> Iterator[Start]:
    said, path = scope.starts.get(node.name, {}), places.of(node.name)
    if node.type in OWN_TENSORS:
        value = own_value(scope, node)
        if isinstance(value, Filled) and value.by == "empty":
            yield Start(Weight(path[:-1], str(path[-1]), node.name), start_value(scope, said[""]))
        return
    each, when = node.name in scope.repeats, scope.conditions.get(node.name, True)
    for pattern, value in said.items():
        for name in matching(pattern, scope.known(node).parameter_shapes):
            *inner, last = name.split(".")
            steps = tuple(int(part) if part.isdecimal() else part for part in inner)
            weight = Weight(path if each else (*path, *steps), last, node.name)
            inside = steps if each else ()
            yield Start(weight, start_value(scope, value), each, when, inside)


def own_value(scope: Scope, node: Node) -> Filled | TensorOf | None:
    """What a tensor of the network's own is made from, where it says how it starts."""
    said = scope.starts.get(node.name, {})
    if not said:
        return None
    arguments = scope.known(node).arguments
    dtype, shape = str(arguments.get("dtype", "float32")), arguments.get("shape", ())
    value = start_value(scope, said[""])
    if isinstance(value, Fill) and value.function in ("zeros_", "ones_"):
        by: Literal["zeros", "ones"] = "zeros" if value.function == "zeros_" else "ones"
        return Filled(by, shape, dtype)
    if isinstance(value, TensorOf) and rectangle(value.data) == shape:
        return TensorOf(value.data, dtype)
    return Filled("empty", shape, dtype)


def start_value(scope: Scope, said: Value) -> Fill | TensorOf | ArrayFile:
    """What the program does for what a project says."""
    start = read_start(said)
    return program_value(scope, said if start is None else start)


def program_value(scope: Scope, start: Begun) -> Fill | TensorOf | ArrayFile:
    """What the program does for a function, numbers, a number, or an array."""
    if isinstance(start, FromFile):
        return _array(scope, start)
    if isinstance(start, tuple):
        return TensorOf(start)
    if not isinstance(start, Written):
        number = start
        plain = {0: "zeros_", 1: "ones_"} if type(number) in (int, float) else {}
        return Fill(plain[number]) if number in plain else Fill("constant_", (number,))
    function = initializers()[start.function]
    args: list[Value] = []
    kwargs: dict[str, Value] = {}
    for argument in function.arguments:
        value = start.arguments.get(argument.name, REQUIRED)
        if value is REQUIRED or same(value, argument.default):
            continue
        if argument.default is REQUIRED:
            args.append(value)
        else:
            kwargs[argument.name] = value
    return Fill(function.name, tuple(args), kwargs)


def _array(scope: Scope, said: FromFile) -> TensorOf | ArrayFile:
    path = find_file(scope.folder, said.file)
    shape = array_shape(scope.folder, said.file, said.key)
    if math.prod(shape) <= _INLINE:
        return TensorOf(_nested(read_array(path, said.key).tolist()))
    return ArrayFile(said.file, said.key or only_key(path), str(path))


def _nested(value: Value) -> Value:
    return tuple(map(_nested, value)) if isinstance(value, list) else value
