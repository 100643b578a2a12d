"""Other names for the classes and imports of a program, where a file around it needs theirs."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from codegen.program import Construction, Program, own_type
from graph.names import make_identifier


def names_of(program: Program) -> set[str]:
    """What a file that holds ``program`` defines, and imports from the user's own files."""
    classes = {definition.name for definition in program.classes}
    return classes | {made.alias for made in program.imports.values()}


def renamed(program: Program, needed: Container[str], taken: Container[str]) -> Program:
    """The same program without the names that are ``needed``; the others are not ``taken``."""
    new: dict[str, str] = {}
    kept = names_of(program)
    for name in sorted(name for name in kept if name in needed):
        number = 2
        while (better := make_identifier(f"{name}{number}")) in taken or better in kept:
            number += 1
        new[name] = better
        kept.add(better)
    types = {own_type(name): own_type(better) for name, better in new.items()}
    classes = tuple(
        replace(_with_types(made, types), name=new.get(made.name, made.name))
        for made in program.classes
    )
    imports = {
        type_: replace(made, alias=new.get(made.alias, made.alias))
        for type_, made in program.imports.items()
    }
    return replace(program, classes=classes, imports=imports)


def _with_types(part: Any, types: Mapping[str, str]) -> Any:
    """A part of a program, its constructions by the new names of their classes."""
    if isinstance(part, tuple):
        return tuple(_with_types(item, types) for item in part)
    if isinstance(part, Mapping):
        return {name: _with_types(item, types) for name, item in part.items()}
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changed = {each.name: _with_types(getattr(part, each.name), types) for each in fields(part)}
    if isinstance(part, Construction):
        changed["type"] = types.get(part.type, part.type)
    return replace(part, **changed)
