"""What a class keeps of what its constructor was told, for its ``forward``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from codegen.formulas import names_read
from codegen.program import Call, ClassDefinition, Formula, Program, Statement
from codegen.ruling import hoisted
from graph.names import RESERVED, make_identifier


@dataclass(frozen=True)
class Kept:
    """Attributes of a class: for each its value, a formula in the constructor's arguments.

    ``attributes`` has, for a name in a formula of ``statements``, the attribute it is kept in.
    """

    statements: tuple[Statement, ...]
    attributes: Mapping[str, str]
    conditions: Mapping[str, Formula] = field(default_factory=dict)


def kept(definition: ClassDefinition, program: Program) -> Kept:
    """What is read again after the constructor: ``self.times``, and conditions by their nodes.

    ``self.has_add`` stands for ``stride == 1 and in_channels == out_channels``.
    """
    taken = {*dict(definition.submodules), *RESERVED}
    names = {argument.name for argument in definition.arguments}
    statements, conditions = _conditions(definition, taken | names)
    read = names_read(statements)
    if hoisted(definition, program):
        read |= names_read(definition.starts)
    attributes = {
        name: name if name not in taken else f"{name}_"
        for name in (argument.name for argument in definition.arguments)
        if name in read
    }
    return Kept(statements, attributes | {name: name for name in conditions}, conditions)


def _conditions(
    definition: ClassDefinition, taken: set[str]
) -> tuple[tuple[Statement, ...], dict[str, Formula]]:
    """The statements, and the conditions that have a name in them, since they read much."""
    names: dict[str, str] = {}
    conditions: dict[str, Formula] = {}

    def named(statement: Statement) -> Statement:
        if not isinstance(statement, Call) or not isinstance(statement.when, Formula):
            return statement
        if len(names_read(statement.when)) < 2:
            return statement
        text = statement.when.text
        if text not in names:
            names[text] = make_identifier(f"has_{statement.node}", taken | conditions.keys())
            conditions[names[text]] = statement.when
        return replace(statement, when=Formula(names[text]))

    return tuple(map(named, definition.statements)), conditions
