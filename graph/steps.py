"""A node stepped along an axis: what one step takes, and what all of them give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.analysis import NodeAnalysis, TensorType
from graph.catalog.layer import Layer
from graph.catalog.unrolling import Unrolling, last_states
from graph.document import UNSET, Node, Value
from graph.edits import SetArgument, SetOption
from graph.errors import ExpressionError
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.resolve import Arriving, evaluated
from graph.sizes import Size, SymbolicSize
from graph.strides import without_axis

Inputs = Mapping[str, TensorType]


@dataclass(frozen=True)
class Step:
    """What one step takes, and how many there are."""

    inputs: dict[str, TensorType]
    length: Size


def first_step(
    scope: str,
    node: Node,
    layer: Layer | None,
    made: Unrolling,
    order: list[str],
    inputs: Inputs,
    names: Mapping[str, Value],
    said: Mapping[str, Value],
) -> Step | Problem:
    """Cut what arrives into steps, without running any: a length may be a symbol.

    ``order`` names the inputs as the layer takes them. Shapes: (N, T, ...) -> (N, ...).
    """
    parts: dict[str, TensorType] = {}
    lengths: dict[str, Size] = {}
    for port in made.stepped(list(inputs)):
        shape = inputs[port].shape
        axis = made.axis + len(shape) if made.axis < 0 else made.axis
        if not 0 <= axis < len(shape):
            return _no_axis(scope, node, made, port, inputs[port])
        lengths[port] = shape[axis]
        left = (*shape[:axis], *shape[axis + 1 :])
        layout = without_axis(inputs[port].layout, len(shape), axis)
        parts[port] = replace(inputs[port], shape=left, layout=layout)
    first, *others = lengths
    for port in others:
        if lengths[port] != lengths[first]:
            message = later(
                "{name}: {first} has {lengths} steps on axis {axis} and {port} has "
                "{lengths_2}; both must have as many.",
                name=node.name,
                first=first,
                lengths=lengths[first],
                axis=made.axis,
                port=port,
                lengths_2=lengths[port],
            )
            return _problem(scope, node, "steps-differ", message, port, *_whole(scope, node, port))
    floating = parts[first].dtype.startswith(("float", "bfloat", "complex"))
    dtype = parts[first].dtype if floating else "float32"
    width = said.get(layer.state_width) if layer is not None else None
    usual = (*parts[first].shape[:-1], width) if type(width) is int else ()
    for state in made.state:
        sizes = inputs[state].shape if state in inputs else usual
        if state not in inputs and state in made.start:
            told = _sizes(scope, node, state, made.start[state], {**_shapes(inputs), **names})
            if isinstance(told, Problem):
                return told
            sizes = told
        if layer is not None and layer.state_width and sizes != usual:
            starts = TensorType(sizes, dtype), TensorType(usual, dtype)
            return _wrong_start(scope, node, layer, state, *starts)
        parts[state] = inputs[state] if state in inputs else TensorType(sizes, dtype)
    given = {**inputs, **parts}
    return Step({port: given[port] for port in order if port in given}, lengths[first])


def next_step(made: Unrolling, step: Step, once: NodeAnalysis) -> Step:
    """What the step after ``step`` takes, of which ``once`` is known."""
    if step.length == 1:
        return step
    states = {state: once.outputs[output] for state, output in made.state.items()}
    return replace(step, inputs=step.inputs | states)


def all_steps(
    scope: str, node: Node, made: Unrolling, inputs: Inputs, step: Step, once: NodeAnalysis
) -> tuple[NodeAnalysis, list[Problem]]:
    """What the steps give together; what a step gives back must be what the next takes."""
    for state, output in made.state.items():
        taken, given = step.inputs[state], once.outputs[output]
        if (taken.shape, taken.dtype) != (given.shape, given.dtype):
            nothing = replace(once, inputs=inputs, outputs={})
            return nothing, [_no_return(scope, node, state, output, taken, given)]
    outputs: dict[str, TensorType] = {}
    for port, tensor in once.outputs.items():
        axis = made.axis + len(tensor.shape) + 1 if made.axis < 0 else made.axis
        if not 0 <= axis <= len(tensor.shape):
            message = later(
                "{name}: {port} of a step is {tensor}, which has no room for a time axis {axis}.",
                name=node.name,
                port=port,
                tensor=tensor,
                axis=made.axis,
            )
            nothing = replace(once, inputs=inputs, outputs={})
            return nothing, [_problem(scope, node, "no-such-axis", message, port)]
        shape = (*tensor.shape[:axis], step.length, *tensor.shape[axis:])
        outputs[port] = TensorType(shape, tensor.dtype)
    for state, port in last_states(made, list(once.outputs)).items():
        outputs[port] = once.outputs[made.state[state]]
    whole = replace(once, inputs=inputs, outputs=outputs, step=once, steps=step.length)
    return whole, []


def _shapes(inputs: Inputs) -> dict[str, Arriving]:
    return {port: Arriving(tensor.shape) for port, tensor in inputs.items()}


def _sizes(
    scope: str, node: Node, state: str, said: tuple[Value, ...], names: Mapping[str, object]
) -> tuple[Size, ...] | Problem:
    try:
        sizes = tuple(evaluated(size, names) for size in said)
    except ExpressionError as error:
        return _problem(
            scope,
            node,
            "bad-option",
            later("{name}: start of {state}: {error}.", name=node.name, state=state, error=error),
        )
    for size in sizes:
        if isinstance(size, SymbolicSize):
            continue
        if type(size) is not int or not 0 < size < 2**31:
            message = later(
                "{name}: start of {state}: {size} is no size.",
                name=node.name,
                state=state,
                size=size,
            )
            return _problem(scope, node, "bad-option", message)
    return sizes


def _no_axis(scope: str, node: Node, made: Unrolling, port: str, tensor: TensorType) -> Problem:
    message = later(
        "{name}: it steps along axis {axis}, but {tensor}, which arrives at "
        "{port}, has no such axis.",
        name=node.name,
        axis=made.axis,
        tensor=tensor,
        port=port,
    )
    fixes = [*_whole(scope, node, port)]
    if len(tensor.shape) == 2 and made.axis != 0:
        fixes.insert(0, _set(scope, node, later("Step along axis 0"), axis=0))
    return _problem(scope, node, "no-such-axis", message, port, *fixes)


def _whole(scope: str, node: Node, port: str) -> list[Fix]:
    """Hand an input to every step as it is, where others are left to step along."""
    said = node.options.get("unroll")
    before = said.get("constant", ()) if isinstance(said, Mapping) else ()
    constant = (before,) if isinstance(before, str) else tuple(before)
    return [
        _set(scope, node, later("Hand {port} to every step", port=port), constant=(*constant, port))
    ]


def _wrong_start(
    scope: str, node: Node, layer: Layer, state: str, starts: TensorType, usual: TensorType
) -> Problem:
    """A cell says how wide its state is, so PyTorch need not be asked."""
    message = later(
        "{name}: {state} goes into the first step as {starts}, but every step "
        "gives {usual}; a state must come out as it went in.",
        name=node.name,
        state=state,
        starts=starts,
        usual=usual,
    )
    fixes = []
    if starts.shape[:-1] == usual.shape[:-1] and isinstance(starts.shape[-1], int):
        edit = SetArgument(node.name, layer.state_width, starts.shape[-1], scope)
        fixes.append(
            Fix(
                later(
                    "Set {state_width} to {shape}",
                    state_width=layer.state_width,
                    shape=starts.shape[-1],
                ),
                edit,
            )
        )
    said = node.options.get("unroll")
    start = said.get("start") if isinstance(said, Mapping) else None
    if isinstance(start, Mapping) and state in start:
        rest = {name: sizes for name, sizes in start.items() if name != state}
        fixes.append(
            _set(
                scope,
                node,
                later("Start {state} with {usual}", state=state, usual=usual),
                start=rest,
            )
        )
    return _problem(scope, node, "state-mismatch", message, state, *fixes)


def _no_return(
    scope: str, node: Node, state: str, output: str, taken: TensorType, given: TensorType
) -> Problem:
    message = later(
        "{name}: {state} goes into a step as {taken} and comes out at {output} as "
        "{given}; a state must come out as it went in.",
        name=node.name,
        state=state,
        taken=taken,
        output=output,
        given=given,
    )
    fixes = []
    said = node.options.get("unroll")
    if isinstance(said, Mapping) and state in (said.get("start") or {}):
        sizes = said["start"][state]
        if len(sizes) == len(given.shape) and all(
            isinstance(size, int) or size == other
            for size, other in zip(given.shape, taken.shape, strict=False)
        ):
            start = tuple(
                g if isinstance(g, int) else s for g, s in zip(given.shape, sizes, strict=False)
            )
            label = later("Start {state} with {given}", state=state, given=given)
            fixes.append(_set(scope, node, label, start={**said["start"], state: start}))
    return _problem(scope, node, "state-mismatch", message, state, *fixes)


def _set(scope: str, node: Node, label: str, **changes: Value) -> Fix:
    said = node.options.get("unroll")
    before = dict(said) if isinstance(said, Mapping) else {"axis": said}
    return Fix(label, SetOption(node.name, "unroll", {**before, **changes}, scope))


def _problem(
    scope: str, node: Node, code: str, message: str, port: str = "", *fixes: Fix
) -> Problem:
    drop = Fix("Remove unroll", SetOption(node.name, "unroll", UNSET, scope))
    return Problem("error", code, message, node.name, port, scope, (*fixes, drop))
