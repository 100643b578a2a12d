"""``when`` and ``repeat``: whether a node is there, and how often."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from graph.analysis import NodeAnalysis, TensorType
from graph.document import UNSET, Expression, Node, Value
from graph.edits import SetOption
from graph.errors import ExpressionError
from graph.expressions import evaluate, names_in
from graph.limits import MAX_LAYERS
from graph.problems import Fix, Problem
from graph.sizes import Size

#: What a ``when`` may speak of besides arguments: the channels that arrive and that leave.
CHANNELS = ("inputs", "outputs")


def when(
    scope: str,
    node: Node,
    names: Mapping[str, Value],
    inputs: Mapping[str, TensorType],
    outputs: Callable[[], TensorType | None],
) -> tuple[bool, list[Problem]]:
    """Whether a node stays. ``inputs`` and ``outputs`` are numbers of channels in its expression.

    ``outputs`` is asked only where the expression reads it.
    """
    said = node.options.get("when", True)
    if not isinstance(said, Expression):
        return bool(said), [] if isinstance(said, bool) else [_bad(scope, node, "when", "")]
    known = {**_channels("inputs", next(iter(inputs.values()), None)), **names}
    if "outputs" in names_in(said.text) and "outputs" not in names:
        known |= _channels("outputs", outputs())
    try:
        return bool(evaluate(said.text, known)), []
    except ExpressionError as error:
        return True, [_bad(scope, node, "when", str(error))]


def channels(node: NodeAnalysis | None) -> dict[str, Size]:
    """``inputs`` and ``outputs`` as the ``when`` of a node reads them, as far as they are known."""
    if node is None:
        return {}
    first, last = next(iter(node.inputs.values()), None), next(iter(node.outputs.values()), None)
    return {**_channels("inputs", first), **_channels("outputs", last)}


def _channels(name: str, tensor: TensorType | None) -> dict[str, Size]:
    if tensor is None or not tensor.shape:
        return {}
    return {name: tensor.shape[1] if len(tensor.shape) > 1 else tensor.shape[0]}


def repeated(
    scope: str, node: Node, names: Mapping[str, Value], once: NodeAnalysis
) -> tuple[NodeAnalysis, list[Problem]]:
    """A node as often as its ``repeat`` says; what one gives must be what the next takes."""
    said = node.options.get("repeat", UNSET)
    if said is UNSET:
        return once, []
    try:
        times = evaluate(said.text, names) if isinstance(said, Expression) else said
    except ExpressionError as error:
        return replace(once, outputs={}), [_bad(scope, node, "repeat", str(error))]
    if type(times) is not int or not 0 <= times <= MAX_LAYERS:
        return replace(once, outputs={}), [_bad(scope, node, "repeat", "")]
    [(port, given)] = once.outputs.items()  # ``check_options`` has seen to it
    taken = next(iter(once.inputs.values()))
    if times > 1 and (given.shape, given.dtype) != (taken.shape, taken.dtype):
        return replace(once, outputs={}), [_no_fit(scope, node, times, taken, given)]
    several = replace(
        once,
        outputs={port: given if times else taken},
        parameters=once.parameters * times,
        buffers=once.buffers * times,
        layers=once.layers * times,
        repeat=times,
    )
    return several, []


def _no_fit(scope: str, node: Node, times: int, taken: TensorType, given: TensorType) -> Problem:
    drop = Fix("Remove repeat", SetOption(node.name, "repeat", UNSET, scope))
    message = (
        f"{node.name}: it cannot follow itself {times} times: it takes {taken} and gives {given}, "
        "which must be the same."
    )
    if taken.shape == given.shape:
        message = f"{node.name}: it takes {taken.dtype} and gives {given.dtype}, so it cannot "
        message += f"follow itself {times} times."
    return Problem("error", "repeat-mismatch", message, node.name, scope=scope, fixes=(drop,))


def _bad(scope: str, node: Node, option: str, why: str) -> Problem:
    wanted = {
        "when": "when is true, false, or an expression such as =stride != 1",
        "repeat": f"repeat is a whole number from 0 to {MAX_LAYERS:,}",
    }[option]
    drop = Fix(f"Remove {option}", SetOption(node.name, option, UNSET, scope))
    message = f"{node.name}: {option}: {why}." if why else f"{node.name}: {wanted}."
    return Problem("error", "bad-option", message, node.name, scope=scope, fixes=(drop,))
