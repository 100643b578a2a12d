"""Formulas of a program: which arguments they read, and what is left when those have values."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from codegen.program import (
    Call,
    ClassDefinition,
    Conditional,
    Construction,
    Container,
    Formula,
    Function,
    Initializer,
    ListOf,
    Loop,
    Repeated,
    SizeFormula,
    Statement,
    Unroll,
    Value,
    Variable,
)
from graph.expressions import evaluate, names_in, parse


def names_read(part: Any) -> frozenset[str]:
    """The constructor arguments that the formulas in a part of a program read."""
    return frozenset(
        name for formula in _formulas(part, Formula) for name in names_in(formula.text)
    )


def functions_called(part: Any) -> frozenset[str]:
    """The functions that the formulas in a part of a program call: ``max``, ``prod``."""
    texts = (formula.text for formula in _formulas(part, Formula, SizeFormula))
    nodes = (node for text in texts for node in ast.walk(parse(text)))
    calls = (node.func for node in nodes if isinstance(node, ast.Call))
    return frozenset(function.id for function in calls if isinstance(function, ast.Name))


def types_in(part: Any) -> set[str]:
    """The types that the constructions and calls of a part of a program name."""
    if isinstance(part, (tuple, list)):
        return {name for item in part for name in types_in(item)}
    if isinstance(part, Mapping):
        return types_in(tuple(part.values()))
    found = {part.type} if isinstance(part, (Construction, Function)) else set()
    if is_dataclass(part):
        found |= types_in(tuple(getattr(part, field.name) for field in fields(part)))
    return found


def _formulas(part: Any, *kinds: type) -> Iterator[Any]:
    if isinstance(part, kinds):
        yield part
    if isinstance(part, tuple):
        for item in part:
            yield from _formulas(item, *kinds)
    elif isinstance(part, Mapping):
        for item in part.values():
            yield from _formulas(item, *kinds)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _formulas(getattr(part, field.name), *kinds)


def bound(
    definition: ClassDefinition, args: tuple[Value, ...], kwargs: Mapping[str, Value]
) -> ClassDefinition:
    """A class as its constructor leaves it: every formula has its value, nothing is in doubt."""
    values = {a.name: a.default for a in definition.arguments if a.default is not ...}
    values |= dict(zip((a.name for a in definition.arguments), args, strict=False))
    values |= kwargs
    if not definition.arguments and not _has_choices(definition):
        return definition
    return _Binding(values).definition(definition)


def _has_choices(definition: ClassDefinition) -> bool:
    def undecided(item: object) -> bool:
        if isinstance(item, Container):
            return any(undecided(inner) for _, inner in item.items)
        return isinstance(item, (Repeated, Conditional))

    return any(undecided(item) for _, item in definition.submodules)


class _Binding:
    def __init__(self, values: Mapping[str, Value]) -> None:
        self._values = values

    def definition(self, definition: ClassDefinition) -> ClassDefinition:
        statements = [self._statement(statement) for statement in definition.statements]
        return replace(
            definition,
            submodules=tuple((n, self._initializer(i)) for n, i in definition.submodules),
            starts=self._value(definition.starts),
            statements=tuple(statements),
            arguments=(),
        )

    def _statement(self, statement: Statement) -> Statement:
        if isinstance(statement, Loop):
            call, times = self._call(statement.call), self._value(statement.times)
            return replace(statement, call=call, times=times)
        if isinstance(statement, Unroll):
            return replace(statement, call=self._call(statement.call))
        return self._call(statement)

    def _call(self, call: Call) -> Call:
        return replace(
            call,
            args=self._value(call.args),
            kwargs=self._value(call.kwargs),
            when=bool(self._value(call.when)),
        )

    def _initializer(self, made: Initializer) -> Initializer:
        if isinstance(made, Conditional):
            if not self._value(made.when):
                return Construction("Identity", node=made.node)
            return self._initializer(made.item)
        if isinstance(made, Repeated):
            items = [(str(index), item) for index, item in enumerate(self._copies(made))]
            return Container(made.kind, tuple(items), node=made.node)
        if isinstance(made, Container):
            return replace(
                made, items=tuple((name, self._initializer(item)) for name, item in made.items)
            )
        found: Initializer = self._value(made)
        return found

    def _copies(self, made: Repeated) -> Iterator[Any]:
        if made.series is None:
            return iter([self._value(made.item)] * self._value(made.times))
        said = made.times if made.series.values is None else made.series.values
        told = made.series.at(self._value(said))
        return (_Binding({**self._values, **values})._value(made.item) for values in told)

    def _value(self, value: Any) -> Any:
        if isinstance(value, Formula):
            return evaluate(value.text, self._values)
        if isinstance(value, tuple):
            return tuple(self._value(item) for item in value)
        if isinstance(value, Mapping):
            return {name: self._value(item) for name, item in value.items()}
        if isinstance(value, ListOf):
            return ListOf(self._value(value.items))
        if is_dataclass(value) and not isinstance(value, (Variable, type)):
            changed = {f.name: self._value(getattr(value, f.name)) for f in fields(value)}
            return replace(value, **changed)
        return value
