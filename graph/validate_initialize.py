"""What is wrong with how weights start, in plain words: functions, arguments, shapes, files."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from graph.analysis import NodeAnalysis
from graph.array_file import array_shape
from graph.case import first_sentence
from graph.catalog.arguments import check_value
from graph.catalog.custom import layer_of
from graph.catalog.initializers import Initializer, initializers, required
from graph.document import UNSET, Block, Expression, Node, Value
from graph.edits import Batch, Edit, SetOption
from graph.errors import DataError, ExpressionError
from graph.expressions import evaluate
from graph.initializing import (
    OWN_TENSORS,
    Fill,
    FromFile,
    broadcasts,
    matching,
    read_start,
    rectangle,
    said_starts,
    written,
)
from graph.phrases import later
from graph.problems import Fix, Problem

#: A larger tensor is tried without its numbers.
_LARGEST_TRIAL = 100_000


def check_initialize(
    scope: str, node: Node, names: Mapping[str, Value], block: Block | None
) -> Iterator[Problem]:
    """Problems of ``initialize`` that need no shapes; ``names`` are known to its expressions.

    ``block`` is the definition of a node that is one.
    """
    said = node.options.get("initialize")
    if said is None:
        return
    layer = layer_of(node)
    if block is not None:
        yield _of_block(scope, node, block, said)
    elif layer is not None and layer.kind not in ("module", "loss", "parameter", "other"):
        message = later(
            "{name}: a {type} cannot be initialized; it has no weights.",
            name=node.name,
            type=node.type,
        )
        yield _problem(scope, node, message)
    elif node.type == "Constant":
        yield _problem(
            scope, node, later("{name}: a Constant has its value already.", name=node.name)
        )
    elif node.type in OWN_TENSORS or isinstance(said, Mapping):
        if node.type not in OWN_TENSORS and isinstance(said.get("type", said.get("file")), str):
            yield _nameless(scope, node, said)
            return
        for parameter, value in said_starts(node).items():
            yield from _check_start(scope, node, parameter, value, names)
    else:
        yield _nameless(scope, node, said)


def _of_block(scope: str, node: Node, block: Block, said: Value) -> Problem:
    """A block has no weights but those of its layers, of which each says it for all uses."""
    inside = [
        n.name for n in block.graph.nodes if (layer := layer_of(n)) and layer.kind == "module"
    ]
    drop = SetOption(node.name, "initialize", UNSET, scope)
    fixes = [Fix("Remove initialize", drop)]
    moved: dict[str, dict[str, Value]] = {}
    for key, value in said.items() if isinstance(said, Mapping) else ():
        name, _, parameter = key.partition(".")
        plain = isinstance(value, (str, int, float)) or (
            isinstance(value, Mapping)
            and not any(isinstance(v, Expression) for v in value.values())
        )
        if not parameter or not plain or name not in inside:
            moved = {}
            break
        moved.setdefault(name, {})[parameter] = value
    if moved:
        edits: list[Edit] = [drop]
        for name, starts in moved.items():
            before = block.graph.node(name).options.get("initialize")
            starts = {**(before if isinstance(before, Mapping) else {}), **starts}
            edits.append(SetOption(name, "initialize", starts, node.type))
        label = later("Say it inside {type}", type=node.type)
        fixes.insert(0, Fix(label, Batch(tuple(edits), label=label)))
    message = later(
        "{name}: what a {type} starts with is said by the layers inside it, for "
        "all its uses, or by a rule of the project with names, for one.",
        name=node.name,
        type=node.type,
    )
    return _problem(scope, node, message, *fixes)


def _nameless(scope: str, node: Node, said: Value) -> Problem:
    message = later(
        "{name}: initialize says which parameter starts how: {{weight: normal_}}.", name=node.name
    )
    fixes = (
        []
        if read_start(said) is None
        else [_say(scope, node, {"weight": said}, later("the weight"))]
    )
    return _problem(scope, node, message, *fixes)


def _check_start(
    scope: str, node: Node, parameter: str, said: Value, names: Mapping[str, Value]
) -> Iterator[Problem]:
    what = _what(node, parameter)
    start = read_start(said)
    if start is None:
        message = later(
            "{what} starts with a function of torch.nn.init, a number, numbers, or a file.",
            what=what,
        )
        yield _problem(scope, node, message, *_drop(scope, node, parameter))
    elif isinstance(start, Fill):
        yield from _check_fill(scope, node, parameter, start, names)
    elif isinstance(start, Expression):
        why = _no_number(start, names)
        if why:
            yield _problem(
                scope,
                node,
                later("{name}: {words}.", name=what, words=why),
                *_drop(scope, node, parameter),
            )


def _check_fill(
    scope: str, node: Node, parameter: str, fill: Fill, names: Mapping[str, Value]
) -> Iterator[Problem]:
    for message, better in complaints(fill, names):
        fixes = [*_drop(scope, node, parameter)]
        if better is not None:
            label = (
                better.function
                if better.function != fill.function
                else later("a value that is right")
            )
            fixes.insert(
                0, _set(scope, node, parameter, written(better), later("Use {label}", label=label))
            )
        yield _problem(
            scope,
            node,
            later("{name}: {words}", name=_what(node, parameter), words=message),
            *fixes,
        )


def complaints(fill: Fill, names: Mapping[str, Value]) -> Iterator[tuple[str, Fill | None]]:
    """What is wrong with a function and its arguments, and what would be right, where known."""
    known = initializers().get(fill.function)
    if known is None:
        near = difflib.get_close_matches(fill.function, initializers(), 1, 0.5)
        guess = later("; did you mean {near}?", near=near[0]) if near else "."
        better = Fill(near[0], fill.arguments) if near else None
        yield (
            later(
                "torch.nn.init has no {function}{guess}", function=repr(fill.function), guess=guess
            ),
            better,
        )
        return
    for name, value in fill.arguments.items():
        argument = known.argument(name)
        others = {k: v for k, v in fill.arguments.items() if k != name}
        if argument is None:
            has = ", ".join(a.name for a in known.arguments) or later("none")
            yield (
                later(
                    "{name} has no argument {name_2}; it has {has}.",
                    name=known.name,
                    name_2=repr(name),
                    has=has,
                ),
                Fill(known.name, others),
            )
            continue
        if isinstance(value, Expression):
            try:
                value = evaluate(value.text, names)
            except ExpressionError as error:
                yield later("{name}: {words}.", name=name, words=error), None
                continue
        wrong = check_value(argument, value)
        if wrong:
            start = {name: argument.start} if argument.start is not None else {}
            yield later("{words}.", words=wrong), Fill(known.name, {**others, **start})
    for argument in required(known):
        if argument.name not in fill.arguments:
            full = Fill(known.name, {**fill.arguments, argument.name: argument.start})
            yield later("{name} needs {argument}.", name=known.name, argument=argument.name), full


def _no_number(said: Expression, names: Mapping[str, Value]) -> str:
    try:
        value = evaluate(said.text, names)
    except ExpressionError as error:
        return str(error)
    return "" if type(value) in (int, float) else later("{said} is no number", said=said)


# with shapes


def check_starts(
    scope: str,
    node: Node,
    known: NodeAnalysis,
    names: Mapping[str, Value],
    folder: Path | None,
) -> Iterator[Problem]:
    """Problems that only show once the shapes of the parameters are known."""
    shapes = known.parameter_shapes
    if node.type in OWN_TENSORS:
        shapes = {"": tuple(known.arguments.get("shape", ()))}
    for parameter, said in said_starts(node).items():
        found = list(matching(parameter, shapes))
        if not found:
            yield _no_parameter(scope, node, parameter, shapes)
        for name in found:
            yield from _check_shape(scope, node, parameter, said, name, shapes[name], names, folder)


def _no_parameter(scope: str, node: Node, parameter: str, shapes: Mapping[str, object]) -> Problem:
    has = ", ".join(shapes) or later("none")
    message = later(
        "{name}: it has no parameter {parameter} to initialize; it has {has}.",
        name=node.name,
        parameter=repr(parameter),
        has=has,
    )
    said = dict(node.options["initialize"])
    value = said.pop(parameter)
    near = difflib.get_close_matches(parameter, shapes, 1)
    fixes = [_say(scope, node, {**said, near[0]: value}, near[0])] if near else []
    return _problem(scope, node, message, *fixes, *_drop(scope, node, parameter))


def _check_shape(
    scope: str,
    node: Node,
    parameter: str,
    said: Value,
    name: str,
    shape: tuple[int, ...],
    names: Mapping[str, Value],
    folder: Path | None,
) -> Iterator[Problem]:
    start, what = read_start(said), _what(node, name)
    fixes = list(_drop(scope, node, parameter))
    if isinstance(start, Fill):
        function = initializers()[start.function]
        if not function.takes(len(shape)):
            message = later(
                "{what} is {shape}, but {name} fills tensors of {needs}.",
                what=what,
                shape=list(shape),
                name=function.name,
                needs=function.needs,
            )
            better = "normal_" if len(shape) < 2 else "xavier_uniform_"
            use = _set(scope, node, parameter, better, later("Use {better}", better=better))
            yield _problem(scope, node, message, use, *fixes)
            return
        arguments = {k: evaluated(v, names) for k, v in start.arguments.items()}
        why = refusal(function, tuple(arguments.items()), shape)
        if why:
            yield _problem(
                scope,
                node,
                later("{what}: {name} refuses: {why}", what=what, name=function.name, why=why),
                *fixes,
            )
        return
    try:
        given = _shape_of(start, folder)
    except DataError as error:
        yield _problem(scope, node, later("{name}: {words}.", name=what, words=error), *fixes)
        return
    if given is not None and not broadcasts(given, shape):
        source = start.file if isinstance(start, FromFile) else later("what it starts with")
        message = later(
            "{what} is {shape}, but {source} is {given}.",
            what=what,
            shape=list(shape),
            source=source,
            given=list(given),
        )
        yield _problem(scope, node, message, *fixes)


def _shape_of(start: Value, folder: Path | None) -> tuple[int, ...] | None:
    if isinstance(start, FromFile):
        return array_shape(folder, start.file, start.key)
    return rectangle(start) if isinstance(start, tuple) else None


def evaluated(value: Value, names: Mapping[str, Value]) -> Value:
    return evaluate(value.text, names) if isinstance(value, Expression) else value


@lru_cache(maxsize=2_000)
def refusal(
    function: Initializer, arguments: tuple[tuple[str, Value], ...], shape: tuple[int, ...]
) -> str:
    """Why PyTorch will not fill a tensor of this shape; "" where it will."""
    import torch
    from torch.nn import init

    small = math.prod(shape) <= _LARGEST_TRIAL
    state = torch.get_rng_state()
    try:
        tensor = torch.empty(shape, device="cpu" if small else "meta")
        getattr(init, function.name)(tensor, **dict(arguments))
    except (ValueError, RuntimeError, IndexError, ZeroDivisionError, OverflowError) as error:
        return first_sentence(str(error))
    finally:
        torch.set_rng_state(state)
    return ""


# words and fixes


def _what(node: Node, parameter: str) -> str:
    return f"{node.name}: {parameter}" if parameter else later("{name}: it", name=node.name)


def _problem(scope: str, node: Node, message: str, *fixes: Fix) -> Problem:
    drop = Fix("Remove initialize", SetOption(node.name, "initialize", UNSET, scope))
    return Problem("error", "bad-initialize", message, node.name, "", scope, fixes or (drop,))


def _drop(scope: str, node: Node, parameter: str) -> Iterator[Fix]:
    said = node.options.get("initialize")
    if not parameter or not isinstance(said, Mapping) or len(said) < 2:
        yield Fix("Remove initialize", SetOption(node.name, "initialize", UNSET, scope))
        return
    rest = {k: v for k, v in said.items() if k != parameter}
    yield _say(
        scope, node, rest, "", later("Leave {parameter} as PyTorch does", parameter=parameter)
    )


def _set(scope: str, node: Node, parameter: str, value: Value, label: str) -> Fix:
    said = value if not parameter else {**node.options["initialize"], parameter: value}
    return _say(scope, node, said, "", label)


def _say(scope: str, node: Node, said: Value, of: str, label: str = "") -> Fix:
    return Fix(
        label or later("Say it of {of}", of=of), SetOption(node.name, "initialize", said, scope)
    )
