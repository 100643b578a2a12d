"""``when`` and ``repeat``: whether a node is there, and how often."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from graph.analysis import NodeAnalysis, TensorType
from graph.catalog.layer import Argument
from graph.document import UNSET, Expression, Node, Value
from graph.edits import SetArgument, SetOption
from graph.errors import ExpressionError
from graph.expressions import evaluate, names_in
from graph.limits import MAX_DIFFERENT_COPIES, MAX_LAYERS
from graph.phrases import later
from graph.problems import Fix, Problem
from graph.sizes import Size

#: As a field has it.
REPEAT = Argument(
    "repeat", "int", 1, low=0, high=MAX_LAYERS, doc=later("How often it stands there, in a row.")
)

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


def count(scope: str, node: Node, names: Mapping[str, Value]) -> int | Problem:
    """How often a node stands there, by its ``repeat``."""
    said = node.options["repeat"]
    try:
        times = evaluate(said.text, names) if isinstance(said, Expression) else said
    except ExpressionError as error:
        return _bad(scope, node, "repeat", str(error))
    if type(times) is not int or not 0 <= times <= MAX_LAYERS:
        return _bad(scope, node, "repeat", "")
    return times


def several(copies: Sequence[NodeAnalysis], times: int) -> NodeAnalysis:
    """A node that stands there so often, by its ``copies``; of none, by what one would be.

    They may differ, since each is fed by the one before: fewer than ``times`` are known where the
    last stands for those that follow.
    """
    first, last = copies[0], copies[-1]
    every = [*copies, *[last] * (times - len(copies))][:times]
    [(port, given)] = last.outputs.items()  # ``check_options`` has seen to it
    taken = next(iter(first.inputs.values()))
    return replace(
        first,
        outputs={port: given if times else taken},
        parameters=sum(copy.parameters for copy in every),
        buffers=sum(copy.buffers for copy in every),
        layers=sum(copy.layers for copy in every),
        repeat=times,
        copies=tuple(every) if len(copies) > 1 else (),
    )


def no_fit(
    scope: str, node: Node, times: int, copy: int, given: TensorType, autos: Collection[str]
) -> Problem:
    """What one copy gives, the next does not take; ``autos`` are arguments that could follow."""
    message = later(
        "{name}: it cannot follow itself {times} times: copy {copy} does not run "
        "on {given}, {dtype}, which copy {copy_2} gives.",
        name=node.name,
        times=times,
        copy=copy,
        given=given,
        dtype=given.dtype,
        copy_2=copy - 1,
    )
    fixes = [
        Fix(later("Set {name} to auto", name=name), SetArgument(node.name, name, UNSET, scope))
        for name in autos
        if node.arguments.get(name, "auto") != "auto"
    ]
    if copy > 2 and type(node.options["repeat"]) is int:
        fewer = SetOption(node.name, "repeat", copy - 1, scope)
        fixes.append(Fix(later("Set repeat to {copy}", copy=copy - 1), fewer))
    fixes.append(Fix("Remove repeat", SetOption(node.name, "repeat", UNSET, scope)))
    return Problem("error", "repeat-mismatch", message, node.name, scope=scope, fixes=tuple(fixes))


def too_different(scope: str, node: Node, times: int) -> Problem:
    """So many copies, of which each would have to be looked at."""
    message = later(
        "{name}: it gives another shape than it takes, so each of its {times:,} "
        "copies differs; at most {max_different_copies:,} may.",
        name=node.name,
        times=times,
        max_different_copies=MAX_DIFFERENT_COPIES,
    )
    drop = Fix("Remove repeat", SetOption(node.name, "repeat", UNSET, scope))
    return Problem("error", "repeat-mismatch", message, node.name, scope=scope, fixes=(drop,))


def _bad(scope: str, node: Node, option: str, why: str) -> Problem:
    wanted = {
        "when": later("when is true, false, or an expression such as =stride != 1"),
        "repeat": later("repeat is a whole number from 0 to {max_layers:,}", max_layers=MAX_LAYERS),
    }[option]
    drop = Fix(later("Remove {option}", option=option), SetOption(node.name, option, UNSET, scope))
    message = (
        later("{name}: {option}: {words}.", name=node.name, option=option, words=why)
        if why
        else later("{name}: {words}.", name=node.name, words=wanted)
    )
    return Problem("error", "bad-option", message, node.name, scope=scope, fixes=(drop,))
