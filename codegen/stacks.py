"""Equal layers in a row: found among the items of a container, and made by one method."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from codegen.calling import is_formula
from codegen.program import (
    ClassArgument,
    ClassDefinition,
    Construction,
    Container,
    Formula,
    Initializer,
    Repeated,
    Value,
)
from graph.names import make_identifier

#: So many equal layers of PyTorch's are written as one; of a class of the file two are enough.
_FEWEST = 3

#: One of several equal items: which it is, what builds it, and its node.
Named = tuple[str, Initializer]


def runs_of(container: Container, own: Collection[str]) -> Iterator[list[Named]]:
    """The items of a container, those together that are equal, numbered, and follow each other."""
    if container.by == "name":
        yield from ([item] for item in container.items)
        return
    for _, run in groupby(container.items, key=lambda item: _looks(item[1])):
        items = list(run)
        first = items[0][1]
        fewest = 2 if isinstance(first, Construction) and first.type in own else _FEWEST
        if isinstance(first, Construction) and len(items) >= fewest:
            yield items
        else:
            yield from ([item] for item in items)


def as_stack(initializer: Initializer, own: Collection[str]) -> Initializer:
    """A container of nothing but equal items as what it is: one item, so many times."""
    if not isinstance(initializer, Container) or initializer.kind == "ModuleDict":
        return initializer
    runs = list(runs_of(initializer, own))
    if len(runs) != 1 or len(runs[0]) < 2:
        return initializer
    first = runs[0][0][1]
    assert isinstance(first, Construction)
    return Repeated(first, len(runs[0]), initializer.kind, initializer.trainable)


def _looks(initializer: Initializer) -> str:
    """The same for two that a reader could not tell apart: 1 is not True."""
    if isinstance(initializer, Construction):
        initializer = replace(initializer, node="", shapes=())
    return repr(initializer)


@dataclass(frozen=True)
class Maker:
    """A method that makes a stage: ``self._make_stage(64, 3)``."""

    name: str
    item: Construction
    parameters: tuple[ClassArgument, ...]
    count: str
    kind: Literal["Sequential", "ModuleList"]


@dataclass(frozen=True)
class Made:
    """A stage, by the method that makes it, and what that is told."""

    maker: Maker
    told: tuple[Value, ...]


def makers_of(
    stacks: Sequence[tuple[str, Repeated]], classes: Mapping[str, ClassDefinition]
) -> dict[str, Made]:
    """A method for each kind of stage in a class, by the attribute that the stage becomes.

    What is the same in all stages of a kind stands in the method; what differs it is told.
    """
    kinds: dict[object, list[tuple[str, Repeated]]] = {}
    for name, stack in stacks:
        item = stack.item
        if item.type in classes:
            kinds.setdefault((stack.kind, item.type, item.trainable), []).append((name, stack))
    found: dict[str, Made] = {}
    for alike in kinds.values():
        called = "_make_stage" if len(kinds) == 1 else f"_make_{alike[0][0]}"
        known = classes[alike[0][1].item.type].arguments
        every = [_values(stack.item, known) for _, stack in alike]
        maker = _maker(called, [stack for _, stack in alike], every, known)
        for (name, stack), values in zip(alike, every, strict=True):
            told = tuple(values[parameter.name] for parameter in maker.parameters)
            found[name] = Made(maker, (*told, stack.times))
    return found


def _maker(
    called: str,
    stacks: Sequence[Repeated],
    every: Sequence[Mapping[str, Value]],
    known: Sequence[ClassArgument],
) -> Maker:
    told = {
        name
        for name, value in every[0].items()
        if is_formula(value) or any(repr(values[name]) != repr(value) for values in every)
    }
    said = {n for stack in stacks for n in stack.item.kwargs}
    placed = max(len(stack.item.args) for stack in stacks)
    values = {n: Formula(n) if n in told else value for n, value in every[0].items()}
    names = [argument.name for argument in known]
    args = tuple(values[name] for name in names[:placed])
    kwargs = {name: values[name] for name in names[placed:] if name in said | told}
    parameters = tuple(
        replace(argument, default=...) for argument in known if argument.name in told
    )
    item = replace(stacks[0].item, args=args, kwargs=kwargs)
    count = make_identifier("count", names)
    return Maker(called, item, parameters, count, stacks[0].kind)


def _values(item: Construction, known: Sequence[ClassArgument]) -> dict[str, Value]:
    """What a class is told by place, by name, or by leaving it at its default."""
    placed = dict(zip((argument.name for argument in known), item.args, strict=False))
    return {**{a.name: a.default for a in known}, **placed, **item.kwargs}
