"""Dropout that can be changed while a network trains: what calls a function calls a layer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from codegen.program import (
    Attribute,
    Call,
    ClassDefinition,
    Construction,
    Function,
    Loop,
    Program,
    SizeFormula,
    Statement,
    Submodule,
    Unroll,
)

#: Functions that drop values, and the layers that do the same and keep their rate.
LAYERS = {
    "F.dropout": "Dropout",
    "F.dropout1d": "Dropout1d",
    "F.dropout2d": "Dropout2d",
    "F.dropout3d": "Dropout3d",
    "F.alpha_dropout": "AlphaDropout",
    "F.feature_alpha_dropout": "FeatureAlphaDropout",
}


def steerable(program: Program) -> Program:
    """The same network with every rate of dropout in a layer; weights keep their names."""
    return replace(program, classes=tuple(_with_layers(made) for made in program.classes))


def _with_layers(made: ClassDefinition) -> ClassDefinition:
    layers: dict[str, Construction] = {}
    taken = {name for name, _ in made.submodules} | {one.name for one in made.inputs}
    statements = tuple(_called(statement, layers, taken) for statement in made.statements)
    return replace(made, statements=statements, submodules=(*made.submodules, *layers.items()))


def _called(statement: Statement, layers: dict[str, Construction], taken: set[str]) -> Statement:
    if isinstance(statement, Loop | Unroll):
        call = _called(statement.call, layers, taken)
        return replace(statement, call=call) if isinstance(call, Call) else statement
    given = dict(statement.kwargs)
    layer = LAYERS.get(statement.target.type) if isinstance(statement.target, Function) else None
    rate = given.pop("p", 0.5)
    if (
        layer is None
        or given.pop("training", None) != Attribute("training")
        or isinstance(rate, SizeFormula)
        or len(statement.args) != 1
    ):
        return statement
    name = next(n for n in _names(statement.node or "dropout") if n not in taken)
    taken.add(name)
    layers[name] = Construction(layer, (rate,), given, statement.node)
    return replace(statement, target=Submodule((name,)), kwargs={})


def _names(node: str) -> Iterator[str]:
    name = re.sub(r"\W", "_", node)
    while True:
        yield name
        name += "_"
