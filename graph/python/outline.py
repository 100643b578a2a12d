"""What a Python file defines, read from its syntax: nothing in it is run to find out."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Literal

from graph.catalog.layer import REQUIRED
from graph.phrases import later

#: ``module`` subclasses nn.Module, ``autograd`` torch.autograd.Function; ``other`` is a class
#: that is neither.
Kind = Literal["module", "autograd", "function", "other"]

#: Annotations of what is no tensor.
_PLAIN = frozenset({"int", "float", "bool", "str", "tuple", "list", "dict"})


class OutlineError(Exception):
    """A file that is no Python; ``line`` counts from 1, 0 where it is not known."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True)
class Parameter:
    """A parameter as it is written: ``beta: float = 1.0``.

    ``default`` is REQUIRED where there is none, ``text`` how it is written; a default that is no
    plain value is None with its text.
    """

    name: str
    default: Any = REQUIRED
    text: str = ""
    hint: str = ""
    by_name_only: bool = False

    @property
    def is_required(self) -> bool:
        return self.default is REQUIRED

    @property
    def takes_a_tensor(self) -> bool:
        """Whether it is meant for a wire: a tensor, or something required that is no number."""
        if "Tensor" in self.hint:
            return True
        return self.is_required and self.hint.partition("[")[0] not in _PLAIN


@dataclass(frozen=True)
class Definition:
    """A class or function that a node may name.

    ``arguments`` are told when it is built (or, for a function, at each call); ``inputs`` are
    what ``forward`` takes by place. ``open_arguments`` and ``open_inputs`` say that it takes
    more than is written there, so that nothing can be said to be wrong.
    """

    name: str
    kind: Kind
    line: int
    last_line: int
    doc: str = ""
    arguments: tuple[Parameter, ...] = ()
    inputs: tuple[Parameter, ...] = ()
    open_arguments: bool = False
    open_inputs: bool = False
    outputs: int | None = None

    @property
    def input_names(self) -> tuple[str, ...]:
        """The ports that a new node gets."""
        return tuple(p.name for p in self.inputs if p.is_required) or tuple(
            p.name for p in self.inputs[:1]
        )


@lru_cache(maxsize=64)
def outline(text: str) -> Mapping[str, Definition]:
    """The definitions at the top of a file, by name, in the order of the file.

    Raises: OutlineError, if the text is no Python.
    """
    tree = _parsed(text)
    classes = {node.name: node for node in _top(tree) if isinstance(node, ast.ClassDef)}
    found: dict[str, Definition] = {}
    for node in _top(tree):
        if isinstance(node, ast.ClassDef):
            found[node.name] = _class(node, classes)
        elif isinstance(node, ast.FunctionDef):
            found[node.name] = _function(node)
    return found


def _parsed(text: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except SyntaxError as error:
        raise OutlineError(error.msg or later("this is no Python"), error.lineno or 0) from None
    except (ValueError, RecursionError, MemoryError):
        raise OutlineError("this is nested too deeply, or is no text") from None


def _top(tree: ast.Module) -> Iterator[ast.stmt]:
    """Statements that run when the file is imported, those under conditions included."""
    stack: list[ast.stmt] = list(reversed(tree.body))
    while stack:
        node = stack.pop()
        yield node
        for part in ("body", "orelse", "finalbody"):
            if isinstance(node, (ast.If, ast.Try, ast.With)):
                stack.extend(reversed(getattr(node, part, [])))


# classes


@dataclass(frozen=True)
class _Line:
    """A class, and those of the same file that it is made from, nearest first."""

    classes: tuple[ast.ClassDef, ...]
    ends_in: frozenset[str] = field(default_factory=frozenset)  # bases from elsewhere

    def method(self, name: str) -> ast.FunctionDef | None:
        for owner in self.classes:
            for node in owner.body:
                if isinstance(node, ast.FunctionDef) and node.name == name:
                    return node
        return None


def _class(node: ast.ClassDef, known: Mapping[str, ast.ClassDef]) -> Definition:
    line = _line_of(node, known)
    kind: Kind = "other"
    if any(name.rpartition(".")[2] == "Function" for name in line.ends_in):
        kind = "autograd"
    elif line.ends_in - {"object"}:
        kind = "module"
    known_base = line.ends_in <= {"nn.Module", "torch.nn.Module", "Module"}
    forward = line.method("forward")
    start = line.method("__init__")
    inputs, rest, more = _forward(forward, line, kind)
    made = Definition(
        node.name,
        kind,
        node.lineno,
        node.end_lineno or node.lineno,
        ast.get_docstring(node) or "",
        inputs=inputs,
        open_inputs=more or forward is None,
        outputs=_returned(forward),
    )
    if kind == "autograd":
        return replace(made, arguments=rest, open_arguments=more or forward is None)
    if start is None:
        is_open = bool(node.decorator_list) or not known_base
        return replace(made, open_arguments=is_open)
    parameters, more = _parameters(start)
    return replace(made, arguments=tuple(parameters[1:]), open_arguments=more)


def _line_of(node: ast.ClassDef, known: Mapping[str, ast.ClassDef]) -> _Line:
    classes, ends, waiting = [node], set[str](), [node]
    while waiting:
        for base in waiting.pop(0).bases:
            name = _dotted(base)
            inner = known.get(name)
            if inner is None:
                ends.add(name or "?")
            elif inner not in classes:
                classes.append(inner)
                waiting.append(inner)
    return _Line(tuple(classes), frozenset(ends))


def _forward(
    forward: ast.FunctionDef | None, line: _Line, kind: Kind
) -> tuple[tuple[Parameter, ...], tuple[Parameter, ...], bool]:
    """The inputs of ``forward``, what else it takes, and whether it takes more."""
    if forward is None:
        return (), (), True
    parameters, more = _parameters(forward)
    if kind != "autograd":
        return tuple(p for p in parameters[1:] if not p.by_name_only), (), more
    if line.method("setup_context") is None:
        parameters = parameters[1:]  # the context
    inputs, rest = _apart(parameters)
    return inputs, rest, more


def _returned(function: ast.FunctionDef | None) -> int | None:
    """How many tensors its returns give, where they all say the same; None where they do not."""
    counts = set[int | None]()
    stack: list[ast.AST] = list(function.body) if function else []
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            continue
        if isinstance(node, ast.Return):
            value = node.value
            counts.add(len(value.elts) if isinstance(value, ast.Tuple) else 1)
        stack.extend(ast.iter_child_nodes(node))
    return counts.pop() if len(counts) == 1 else None


# functions


def _function(node: ast.FunctionDef) -> Definition:
    parameters, more = _parameters(node)
    inputs, rest = _apart(parameters)
    return Definition(
        node.name,
        "function",
        node.lineno,
        node.end_lineno or node.lineno,
        ast.get_docstring(node) or "",
        rest,
        inputs,
        open_arguments=more,
        open_inputs=more,
        outputs=_returned(node),
    )


def _apart(
    parameters: list[Parameter],
) -> tuple[tuple[Parameter, ...], tuple[Parameter, ...]]:
    """Tensors, which come first, and the rest."""
    count = 0
    while (
        count < len(parameters)
        and parameters[count].takes_a_tensor
        and not parameters[count].by_name_only
    ):
        count += 1
    return tuple(parameters[:count]), tuple(parameters[count:])


def _parameters(function: ast.FunctionDef) -> tuple[list[Parameter], bool]:
    """Parameters as written, and whether ``*args`` or ``**kwargs`` take more."""
    given = function.args
    placed = [*given.posonlyargs, *given.args]
    defaults: list[ast.expr | None] = [None] * (len(placed) - len(given.defaults))
    defaults += given.defaults
    found = [_parameter(*pair) for pair in zip(placed, defaults, strict=True)]
    for argument, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        found.append(replace(_parameter(argument, default), by_name_only=True))
    return found, given.vararg is not None or given.kwarg is not None


def _parameter(argument: ast.arg, default: ast.expr | None) -> Parameter:
    hint = ast.unparse(argument.annotation) if argument.annotation else ""
    hint = hint.strip("'\"")
    if default is None:
        return Parameter(argument.arg, hint=hint)
    return Parameter(argument.arg, _plain(default), ast.unparse(default), hint)


def _plain(node: ast.expr) -> Any:
    try:
        value = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None
    return tuple(value) if isinstance(value, list) else value


def _dotted(node: ast.expr) -> str:
    """``nn.Module`` as it is written; "" for anything else."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if isinstance(node, ast.Subscript):
        return _dotted(node.value)
    return ".".join([node.id, *reversed(names)]) if isinstance(node, ast.Name) else ""
