"""What can be said of a Python node from its file, without running anything."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.catalog.custom import code_layer, own_arguments
from graph.catalog.layer import Argument, Layer
from graph.document import UNSET, Node, Value
from graph.edits import SetArgument
from graph.phrases import later, listed, sentence
from graph.problems import Fix, Problem
from graph.python.files import HOW_TO_TRUST, PythonFiles
from graph.python.outline import Definition, OutlineError, Parameter, outline
from graph.python.source_file import PythonFile, PythonFileError

Said = Mapping[str, Value]


@dataclass(frozen=True)
class Code:
    """What stands behind a Python node: its layer, as far as its file tells, and what is wrong.

    ``runs`` says whether it may be asked for shapes.
    """

    layer: Layer
    problems: tuple[Problem, ...] = ()
    runs: bool = False


def look_at(files: PythonFiles, scope: str, node: Node, said: Said) -> Code:
    """Read what a Python node names; ``said`` are its arguments with expressions evaluated."""
    definition: Definition | None = None
    layer = code_layer(said, "module")
    try:
        file = files.get(said.get("file"))
        definition = _definition(scope, node, said, file)
    except PythonFileError as error:
        return Code(layer, (_problem(scope, node, "bad-python-file", str(error), "file"),))
    except _Wrong as wrong:
        return Code(layer, (wrong.problem,))
    layer = layer_for(definition, said)
    found = list(_check_inputs(scope, node, definition, said))
    found += [] if found else _check_arguments(scope, node, definition, said)
    if found:
        return Code(layer, tuple(found))
    if file.digest in files.stuck:
        stuck = _problem(scope, node, "python-stuck", files.stuck[file.digest], "file")
        return Code(layer, (stuck,))
    if not file.trusted:
        message = later(
            "{name}: {file} has not been trusted, so it is not run and the shape of "
            "what {definition} gives is not known; {how_to_trust}.",
            name=node.name,
            file=file.name,
            definition=definition.name,
            how_to_trust=HOW_TO_TRUST,
        )
        hint = Problem("warning", "untrusted-code", message, node.name, "file", scope)
        return Code(layer, (hint,))
    return Code(layer, runs=True)


def layer_for(definition: Definition, said: Said) -> Layer:
    """How a class or function is built and called."""
    given, told = own_arguments(said), _told(definition, said)
    known = [parameter for parameter in told if parameter.name in given]
    if definition.kind == "autograd":  # apply takes nothing by name
        return code_layer(said, "function", [Argument(p.name) for p in known], "place")
    arguments = [_argument(parameter, definition.kind) for parameter in known]
    names = [parameter.name for parameter in known]
    arguments += [Argument(name, default=UNSET) for name in given if name not in names]
    return code_layer(said, "module" if definition.kind == "module" else "function", arguments)


def _argument(parameter: Parameter, kind: str) -> Argument:
    """Written by place where the constructor requires it, by name where it has a default."""
    if parameter.is_required and not parameter.by_name_only and kind == "module":
        return Argument(parameter.name)
    plain = parameter.default is not None or parameter.text == "None"
    known = plain and not parameter.is_required
    return Argument(parameter.name, default=parameter.default if known else UNSET)


def _ports(said: Said) -> list[str]:
    return [port.name for port in code_layer(said, "module").inputs]


def _told(definition: Definition, said: Said) -> Sequence[Parameter]:
    """What ``arguments`` may speak of: of a function, what no wire brings."""
    if definition.kind == "module":
        return definition.arguments
    return (*definition.inputs, *definition.arguments)[len(_ports(said)) :]


class _Wrong(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def _definition(scope: str, node: Node, said: Said, file: PythonFile) -> Definition:
    name = said.get("name")
    try:
        known = outline(file.text)
    except OutlineError as error:
        where = later(", line {line}", line=error.line) if error.line else ""
        message = later(
            "{name}{where} is no Python: {error}", name=file.name, where=where, error=error
        )
        raise _Wrong(_problem(scope, node, "bad-python-file", message, "file")) from None
    definition = known.get(str(name))
    usable = [n for n, d in known.items() if d.kind != "other" and not n.startswith("_")]
    fixes = [
        Fix(later("Use {other}", other=other), SetArgument(node.name, "name", other, scope))
        for other in _nearest(str(name), usable)
    ]
    if definition is None:
        has = (
            later("it has {usable}", usable=", ".join(usable[:6]))
            if usable
            else later("it has none at all")
        )
        message = later(
            "there is no class or function {name} in {file}; {has}",
            name=_shown(name),
            file=file.name,
            has=has,
        )
        raise _Wrong(_problem(scope, node, "unknown-name", message, "name", *fixes))
    if definition.kind == "other":
        message = later(
            "{name} in {file} is neither an nn.Module nor an autograd.Function",
            name=name,
            file=file.name,
        )
        raise _Wrong(_problem(scope, node, "unknown-name", message, "name", *fixes))
    return definition


def _nearest(name: str, known: Sequence[str]) -> list[str]:
    close = difflib.get_close_matches(name, known, 2, 0.5)
    return close or (list(known) if len(known) == 1 else [])


def _check_inputs(scope: str, node: Node, definition: Definition, said: Said) -> Iterator[Problem]:
    inputs, given = _ports(said), own_arguments(said)
    twice = sorted(set(inputs).intersection(given))
    if twice:
        message = later(
            "{twice} is an input and an argument; it can only be one of them", twice=twice[0]
        )
        yield _problem(scope, node, "bad-argument", message, "arguments")
    if definition.open_inputs:
        return
    most = [*definition.inputs, *(definition.arguments if definition.kind != "module" else ())]
    most = [parameter for parameter in most if not parameter.by_name_only]
    needed = [p.name for p in definition.inputs if p.is_required and p.name not in given]
    if len(needed) <= len(inputs) <= len(most):
        return
    names = [parameter.name for parameter in definition.inputs]
    takes = f"{len(names)} ({', '.join(names)})" if names else later("none")
    count = later("{n} inputs", one="{n} input", n=len(inputs))
    message = later(
        "the node has {count}, but {name} takes {takes}",
        count=count,
        name=definition.name,
        takes=takes,
    )
    wanted = definition.input_names
    edit = SetArgument(node.name, "inputs", wanted, scope)
    fix = Fix(later("Set inputs to [{wanted}]", wanted=", ".join(wanted)), edit)
    yield _problem(scope, node, "wrong-inputs", message, "inputs", fix)


def _check_arguments(
    scope: str, node: Node, definition: Definition, said: Said
) -> Iterator[Problem]:
    given, told = own_arguments(said), _told(definition, said)
    if definition.open_arguments:
        return
    names = [parameter.name for parameter in told]
    for name in given:
        if name in names:
            continue
        has = ", ".join(names) or later("none")
        message = later(
            "{name} has no argument {name_2}; it has {has}",
            name=definition.name,
            name_2=repr(name),
            has=has,
        )
        rest = {key: value for key, value in given.items() if key != name}
        remove = SetArgument(node.name, "arguments", rest or UNSET, scope)
        fixes = [Fix(later("Remove {name}", name=name), remove)]
        close = difflib.get_close_matches(name, [n for n in names if n not in given], 1, 0.6)
        if close:
            renamed = {(close[0] if k == name else k): v for k, v in given.items()}
            edit = SetArgument(node.name, "arguments", renamed, scope)
            fixes.insert(0, Fix(later("Rename it to {close}", close=close[0]), edit, safe=True))
        yield _problem(scope, node, "unknown-argument", message, "arguments", *fixes)
    missing = [p.name for p in told if p.is_required and p.name not in given]
    if missing and set(given).issubset(names):
        message = later(
            "{name} needs a value for {missing}",
            name=definition.name,
            missing=listed(missing, each=True),
        )
        yield _problem(scope, node, "missing-argument", message, "arguments")
    yield from _check_places(scope, node, definition, given, names)


def _check_places(
    scope: str, node: Node, definition: Definition, given: Said, names: Sequence[str]
) -> Iterator[Problem]:
    """A Function is told its arguments by place: none before the last one may be left out."""
    if definition.kind != "autograd" or not given or not set(given).issubset(names):
        return
    last = max(names.index(name) for name in given)
    left_out = [name for name in names[:last] if name not in given]
    if left_out:
        message = later(
            "{name} takes its arguments by place, so {left_out} needs a value too",
            name=definition.name,
            left_out=left_out[0],
        )
        yield _problem(scope, node, "missing-argument", message, "arguments")


def _problem(
    scope: str, node: Node, code: str, message: str, port: str = "", *fixes: Fix
) -> Problem:
    text = sentence(later("{name}: {words}", name=node.name, words=message))
    return Problem("error", code, text, node.name, port, scope, fixes)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
