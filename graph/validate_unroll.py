"""What can be said of ``unroll`` without knowing any shape."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.catalog.layer import Layer
from graph.catalog.node_ports import Ports
from graph.catalog.unrolling import UNROLL_KEYS, Unrolling
from graph.document import UNSET, Edge, Expression, Node, Value
from graph.edits import SetOption
from graph.phrases import later
from graph.problems import Fix, Problem

#: No tensor has more axes.
_MOST_AXES = 32


def check_unrolling(
    scope: str,
    node: Node,
    layer: Layer | None,
    ports: Ports,
    made: Unrolling,
    entering: Sequence[Edge],
) -> Iterator[Problem]:
    """Problems of what a node says of its steps; ``ports`` are those of one step."""
    drop = Fix("Remove unroll", SetOption(node.name, "unroll", UNSET, scope))

    def problem(message: str, *fixes: Fix) -> Problem:
        text = later("{name}: {words}", name=node.name, words=message)
        return Problem("error", "bad-option", text, node.name, scope=scope, fixes=(*fixes, drop))

    why = _cannot(node, layer, ports)
    if why:
        yield problem(why)
        return
    said = node.options["unroll"]
    if type(said) is not int and not isinstance(said, Mapping):
        again = SetOption(node.name, "unroll", {"axis": 1}, scope)
        message = later("unroll is the axis to step along, as in unroll: {axis: 1}.")
        yield problem(message, Fix("Step along axis 1", again))
        return
    told = said if isinstance(said, Mapping) else {"axis": said}
    for key, message in _complaints(told, ports):
        without = {name: value for name, value in told.items() if name != key}
        edit = SetOption(node.name, "unroll", without or {"axis": 1}, scope)
        yield problem(message, Fix(later("Remove {key}", key=key), edit))
    inputs = [port.name for port in ports.inputs]
    if not made.stepped(inputs):
        fixes = []
        if "constant" in told:
            without = {name: value for name, value in told.items() if name != "constant"}
            edit = SetOption(node.name, "unroll", without or {"axis": 1}, scope)
            fixes.append(Fix("Step along what is constant", edit))
        yield problem(
            later("nothing is left to step along: every input is state or constant."), *fixes
        )
        return
    wired = {edge.target_port for edge in entering}
    for state in made.state:
        declared = layer is not None and layer.state_width and "start" not in told
        if state not in wired and state not in made.start and not declared:
            if layer is not None and layer.state_width and state in layer.state:
                continue
            stepped = made.stepped(inputs)[0]
            batch = Expression(f"{stepped}.size({1 if made.axis == 0 else 0})")
            start = {**made.start, state: (batch, 64)}
            edit = SetOption(node.name, "unroll", {**told, "start": start}, scope)
            message = later(
                "nothing says what {state} is before the first step; wire it, or start it.",
                state=state,
            )
            yield problem(
                message, Fix(later("Start {state} with zeros, 64 wide", state=state), edit)
            )


def _cannot(node: Node, layer: Layer | None, ports: Ports) -> str:
    if layer is not None and layer.kind in ("input", "output", "parameter", "other"):
        return later("a {type} cannot be stepped along an axis.", type=node.type)
    if not ports.inputs or not ports.outputs:
        return later("what has no input and no output cannot be stepped along an axis.")
    if layer is not None and any(port.variadic for port in (*layer.inputs, *layer.outputs)):
        return later(
            "what takes or gives a list of tensors is stepped inside a block; put it into one."
        )
    for option in ("repeat", "when"):
        if option in node.options:
            return later(
                "unroll and {option} are too much for one node; put it into a block.", option=option
            )
    return ""


def _complaints(told: Mapping[str, Value], ports: Ports) -> Iterator[tuple[str, str]]:
    """Keys of ``unroll`` that say what cannot be, and why."""
    inputs = [port.name for port in ports.inputs]
    outputs = [port.name for port in ports.outputs]
    for key in told:
        if key not in UNROLL_KEYS:
            near = difflib.get_close_matches(str(key), UNROLL_KEYS, 1)
            guess = (
                later("; did you mean {near}?", near=near[0])
                if near
                else later("; it has {unroll_keys}.", unroll_keys=", ".join(UNROLL_KEYS))
            )
            yield (
                str(key),
                later("unroll has no {key}{guess}", key=repr(str(key)[:40]), guess=guess),
            )
    axis = told.get("axis", 1)
    if type(axis) is not int or abs(axis) > _MOST_AXES:
        yield "axis", later("axis is a whole number such as 1, not {axis}.", axis=_shown(axis))
    if not isinstance(told.get("reverse", False), bool):
        yield "reverse", later("reverse is true or false.")
    yield from _of_state(told.get("state", {}), inputs, outputs)
    yield from _of_start(told.get("start", {}), inputs)
    constant = told.get("constant", ())
    names = (constant,) if isinstance(constant, str) else constant
    if not isinstance(names, tuple):
        yield "constant", later("constant is a list of inputs, [memory].")
    else:
        for name in names:
            if name not in inputs:
                yield "constant", _no_port(later("input"), name, inputs)


def _of_state(state: Value, inputs: list[str], outputs: list[str]) -> Iterator[tuple[str, str]]:
    if not isinstance(state, Mapping):
        yield "state", later("state says which output comes back to which input, {h: h_1}.")
        return
    for name, output in state.items():
        if name not in inputs:
            yield "state", _no_port(later("input"), name, inputs)
        elif output not in outputs:
            yield "state", _no_port(later("output"), output, outputs)


def _of_start(start: Value, inputs: list[str]) -> Iterator[tuple[str, str]]:
    if not isinstance(start, Mapping):
        yield "start", later("start says how large a state of zeros is, {h: [=x.size(0), 64]}.")
        return
    for name, sizes in start.items():
        if name not in inputs:
            yield "start", _no_port(later("input"), name, inputs)
        elif not isinstance(sizes, tuple) or not all(
            isinstance(size, Expression) or type(size) is int for size in sizes
        ):
            yield "start", later("start of {name} is a list of sizes, [=x.size(0), 64].", name=name)


def _no_port(way: str, name: object, names: Iterable[str]) -> str:
    return later(
        "it has no {way} {name}; it has {names}.",
        way=way,
        name=_shown(name),
        names=", ".join(list(names)[:8]) or later("none"),
    )


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
