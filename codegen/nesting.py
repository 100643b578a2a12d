"""Calls inside calls: ``self.relu(self.bn(self.conv(x)))``, where that is how people write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from codegen.gathering import Each
from codegen.operands import Nested, binds, is_read, operands, variables
from codegen.program import (
    Call,
    DeviceOf,
    Function,
    ListOf,
    Operand,
    SizeFormula,
    Statement,
    Submodule,
    Variable,
)

#: Calls in one another beyond which a line is hard to read.
DEEPEST = 3

Target = Submodule | Function

#: Whether a statement stands on one line.
Fits = Callable[[Call], bool]


def nest(
    statements: Sequence[Statement], returns: tuple[Operand, ...], fits: Fits
) -> list[Statement]:
    """Return the same statements, those calls put inside others that are read there alone.

    Nothing runs earlier or later than before. A call whose shapes would no longer be told, since
    those of the call around it differ, keeps its line; so does one of a layer that is called
    again, where its results meet: ``left = self.encoder(a)``, ``right = self.encoder(b)``.
    """
    targets = Counter(call.target for call in statements if isinstance(call, Call))
    done: list[Statement] = []
    for index, statement in enumerate(statements):
        done.append(statement)
        _fold(done, statements[index + 1 :], returns, fits, targets)
    return done


def _meets_itself(inner: Call, outer: Call, targets: Mapping[Target, int]) -> bool:
    """Whether a layer that is called again leads to where another value arrives."""
    read = {event for event in _events(operands(outer)) if event}
    return isinstance(inner.target, Submodule) and targets[inner.target] > 1 and len(read) > 1


def _fold(
    done: list[Statement],
    later: Sequence[Statement],
    returns: tuple[Operand, ...],
    fits: Fits,
    targets: Mapping[Target, int],
) -> None:
    """Put what stands before the last statement inside it, as far as may be."""
    outer = done[-1]
    if not isinstance(outer, Call):
        return
    has_list = any(isinstance(operand, ListOf) for operand in outer.args)
    folded: list[Call] = []
    while len(folded) + 1 < len(done):
        inner = done[-2 - len(folded)]
        if not isinstance(inner, Call) or not _goes_inside(inner, outer, later, returns):
            break
        if _meets_itself(inner, outer, targets):
            break
        outer = replace(
            outer,
            args=_replaced(outer.args, str(inner.result), inner),
            kwargs={k: _replaced(v, str(inner.result), inner) for k, v in outer.kwargs.items()},
        )
        folded.append(outer)
    counts = range(1, len(folded) + 1)
    if has_list:
        counts = counts[-1:]  # all of it is written inside, or none
    fitting = [count for count in counts if fits(folded[count - 1])]
    if fitting:
        done[-1 - fitting[-1] :] = [folded[fitting[-1] - 1]]


def _goes_inside(
    inner: Call, outer: Call, later: Sequence[Statement], returns: tuple[Operand, ...]
) -> bool:
    name = inner.result
    if not isinstance(name, str) or inner.when is not True or outer.when is not True:
        return False
    told_apart = inner.shapes and inner.shapes != outer.shapes
    if told_apart and not isinstance(inner.target, Each):
        return False
    events = list(_events(operands(outer)))
    calls = [at for at, event in enumerate(events) if event is None]
    if events.count(name) != 1 or (calls and events.index(name) > calls[0]):
        return False
    if name not in binds(outer) and is_read(name, later, returns):
        return False
    return _depth(Nested(inner)) + _depth_at(outer, name) <= DEEPEST


def _events(operand: Operand) -> Iterator[str | None]:
    """What happens as an operand is evaluated: a variable is read, or (None) a call is made."""
    if isinstance(operand, Variable):
        yield operand.name
    elif isinstance(operand, Nested):
        yield from _events(operands(operand.call))
        yield None
    elif isinstance(operand, ListOf):
        yield from _events(operand.items)
    elif isinstance(operand, (SizeFormula, DeviceOf)):
        for name in variables(operand):
            yield from (name, name)  # no call stands well inside x.size(1)
    elif isinstance(operand, tuple):
        for item in operand:
            yield from _events(item)


def _replaced(operand: Operand, name: str, inner: Call) -> Operand:
    """``operand`` with the call where the variable ``name`` was read."""
    if isinstance(operand, Variable):
        return Nested(inner) if operand.name == name else operand
    if isinstance(operand, Nested):
        call = operand.call
        kwargs = {key: _replaced(value, name, inner) for key, value in call.kwargs.items()}
        return Nested(replace(call, args=_replaced(call.args, name, inner), kwargs=kwargs))
    if isinstance(operand, ListOf):
        return ListOf(_replaced(operand.items, name, inner))
    if isinstance(operand, tuple):
        return tuple(_replaced(item, name, inner) for item in operand)
    return operand


def _depth(operand: Operand) -> int:
    if isinstance(operand, Nested):
        return 1 + _depth(operands(operand.call))
    items = operand.items if isinstance(operand, ListOf) else operand
    return max(map(_depth, items), default=0) if isinstance(items, tuple) else 0


def _depth_at(outer: Operand | Call, name: str) -> int:
    """How many calls are around the place where a variable is read."""
    if isinstance(outer, Call):
        return 1 + _depth_at(operands(outer), name)
    if isinstance(outer, Nested):
        return _depth_at(outer.call, name) if name in _events(outer) else 0
    items = outer.items if isinstance(outer, ListOf) else outer
    if isinstance(items, tuple):
        return max((_depth_at(item, name) for item in items), default=0)
    return 0


def nodes_of(call: Call) -> tuple[str, ...]:
    """The nodes of a call and of those inside it, in the order in which they run."""
    return tuple(node for made in calls_in(call) for node in _own_nodes(made) if node)


def _own_nodes(call: Call) -> tuple[str, ...]:
    return call.target.nodes if isinstance(call.target, Each) else (call.node,)


def calls_in(call: Call) -> list[Call]:
    """A call and those inside it, in the order in which they run."""
    return [*_inside(operands(call)), call]


def _inside(operand: Operand) -> Iterator[Call]:
    if isinstance(operand, Nested):
        yield from calls_in(operand.call)
    elif isinstance(operand, ListOf):
        yield from _inside(operand.items)
    elif isinstance(operand, tuple):
        for item in operand:
            yield from _inside(item)
