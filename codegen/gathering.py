"""Calls of all items of a container as one list: ``[expert(x) for expert in self.experts]``."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from codegen.naming import LOOP_ITEM, is_variable
from codegen.operands import binds, is_read, operands, reads, variables
from codegen.parts import mapped
from codegen.program import (
    Call,
    ClassDefinition,
    Container,
    Initializer,
    ListOf,
    Operand,
    Repeated,
    Statement,
    Submodule,
    Variable,
)

#: What the list is called where it does not stand inside the call that takes it.
_LIST = "outputs"


@dataclass(frozen=True)
class Each(Submodule):
    """A call's target: every item of the container at ``path``, each called ``item`` in turn.

    Only the writer makes such. ``nodes`` are those of the items.
    """

    item: str = LOOP_ITEM
    nodes: tuple[str, ...] = ()


def gather(definition: ClassDefinition, statements: Sequence[Statement]) -> list[Statement]:
    """Return the same statements, calls of all items of a container in turn written as one.

    All are given the same, and all that they give is read but once, in their order, as a list.
    Nothing runs earlier or later than before.
    """
    taken = {name for statement in statements for name in (*reads(statement), *binds(statement))}
    taken |= {given.name for given in definition.inputs}
    done: list[Statement] = []
    left = list(statements)
    while left:
        first = left[0]
        count = _count(definition, first)
        names = tuple(_results(left[:count], first))
        if count < 2 or len(names) != count:
            done.append(left.pop(0))
            continue
        listed = next(n for n in _numbered(_LIST) if n not in taken)
        later = _taken_as_list(left[count:], definition.returns, names, listed)
        if later is None:
            done.append(left.pop(0))
            continue
        taken.add(listed)
        done.append(_together([made for made in left[:count] if isinstance(made, Call)], listed))
        left = later
    return done


def _count(definition: ClassDefinition, first: Statement) -> int:
    """How many items the container has whose first item is called; 0 where there is none."""
    if not (isinstance(first, Call) and isinstance(first.target, Submodule)):
        return 0
    *path, key = first.target.path
    return _size(_found(definition, path)) if key == 0 and type(key) is int else 0


def _found(definition: ClassDefinition, path: Sequence[str | int]) -> Initializer | None:
    """What is built at a place in the class."""
    items: dict[str | int, Initializer] = dict(definition.submodules)
    found: Initializer | None = None
    for part in path:
        found = items.get(part)
        inside = found.items if isinstance(found, Container) else ()
        items = {index: made for index, (_, made) in enumerate(inside)} | dict(inside)
    return found


def _size(made: Initializer | None) -> int:
    """How many items a container has in a program of any kind; 0 where that is not known."""
    if isinstance(made, Repeated):
        return made.times if type(made.times) is int else 0
    return len(made.items) if isinstance(made, Container) and made.by == "index" else 0


def _results(run: Sequence[Statement], first: Statement) -> Iterator[str]:
    """What the calls of a run give, as far as they are those of a container's items in turn."""
    given: set[str] = set()
    for index, made in enumerate(run):
        if not (isinstance(made, Call) and isinstance(made.target, Submodule)):
            return
        assert isinstance(first, Call)
        assert isinstance(first.target, Submodule)
        expected = replace(
            first,
            target=Submodule((*first.target.path[:-1], index)),
            result=made.result,
            node=made.node,
            shapes=made.shapes,
        )
        is_new = isinstance(made.result, str) and made.result not in given
        if made != expected or made.when is not True or not is_new:
            return
        if not given.isdisjoint(variables(operands(made))):
            return  # it reads what one before it gave
        given.add(made.result)
        yield made.result


def _taken_as_list(
    later: Sequence[Statement], returns: tuple[Operand, ...], names: tuple[str, ...], listed: str
) -> list[Statement] | None:
    """``later`` with the list ``listed`` where the values ``names`` are read as one.

    None, where they are not, or one of them is read anywhere else.
    """
    whole = ListOf(tuple(map(Variable, names)))

    def change(operand: Operand) -> Operand:
        return Variable(listed) if operand == whole else mapped(operand, change)

    for index, statement in enumerate(later):
        if set(names).isdisjoint((*reads(statement), *binds(statement))):
            continue
        if not isinstance(statement, Call):
            return None
        kwargs = {name: change(value) for name, value in statement.kwargs.items()}
        reader = replace(statement, args=change(statement.args), kwargs=kwargs)
        if list(reads(reader)).count(listed) != 1 or not set(names).isdisjoint(reads(reader)):
            return None
        after = list(later[index + 1 :])
        open_ = set(names).difference(binds(reader))
        if any(is_read(name, after, returns) for name in open_):
            return None
        return [*later[:index], reader, *after]
    return None


def _together(calls: Sequence[Call], listed: str) -> Call:
    """The calls as one, which gives a list."""
    first = calls[0]
    assert isinstance(first.target, Submodule)
    path = first.target.path[:-1]
    target = Each(path, _item(path, first), tuple(made.node for made in calls if made.node))
    shapes = tuple(shape for made in calls for shape in made.shapes)
    return replace(first, target=target, result=listed, node="", shapes=shapes)


def _item(path: tuple[str | int, ...], first: Call) -> str:
    """``expert`` for ``self.experts``, where the call reads no other value of that name."""
    said = str(path[-1])
    one = said.removesuffix("s")
    is_plural = one != said and not one.endswith("s") and is_variable(one)
    return one if is_plural and one not in variables(operands(first)) else LOOP_ITEM


def _numbered(name: str) -> Iterator[str]:
    return itertools.chain([name], (f"{name}_{number}" for number in itertools.count(2)))
