"""Calls inside calls: ``self.relu(self.bn(self.conv(x)))``, where that is how people write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from codegen.operands import bound, variables
from codegen.program import (
    Call,
    DeviceOf,
    Function,
    ListOf,
    Loop,
    Operand,
    SizeFormula,
    Statement,
    Submodule,
    Unroll,
    Variable,
)

#: Calls in one another beyond which a line is hard to read.
DEEPEST = 3

Target = Submodule | Function

#: Whether a statement stands on one line.
Fits = Callable[[Call], bool]


@dataclass(frozen=True)
class Nested:
    """A call as an operand of the only call that reads its result."""

    call: Call


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
    read = {event for event in _events((outer.args, *outer.kwargs.values())) if event}
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
    if inner.shapes and inner.shapes != outer.shapes:
        return False
    events = list(_events((outer.args, *outer.kwargs.values())))
    calls = [at for at, event in enumerate(events) if event is None]
    if events.count(name) != 1 or (calls and events.index(name) > calls[0]):
        return False
    if _is_read(name, outer, later, returns):
        return False
    return _depth(Nested(inner)) + _depth_at(outer, name) <= DEEPEST


def _is_read(
    name: str, outer: Call, later: Sequence[Statement], returns: tuple[Operand, ...]
) -> bool:
    """Whether a value is read after ``outer``."""
    if name in bound(outer.result):
        return False
    for statement in later:
        call = statement if isinstance(statement, Call) else statement.call
        starts: tuple[Operand, ...] = (statement.start,) if isinstance(statement, Loop) else ()
        if isinstance(statement, Unroll):
            starts = tuple(start for _, start in (*statement.steps, *statement.carried))
        if name in _events((*starts, call.args, *call.kwargs.values())):
            return True
        if name in bound(call.result):
            return False
    return name in variables(returns)


def _events(operand: Operand) -> Iterator[str | None]:
    """What happens as an operand is evaluated: a variable is read, or (None) a call is made."""
    if isinstance(operand, Variable):
        yield operand.name
    elif isinstance(operand, Nested):
        yield from _events((operand.call.args, *operand.call.kwargs.values()))
        yield None
    elif isinstance(operand, ListOf):
        yield from _events(operand.items)
    elif isinstance(operand, (SizeFormula, DeviceOf)):
        for name in variables(operand):
            yield from (name, name)  # no call stands well inside x.size(1)
    elif isinstance(operand, tuple):
        for item in operand:
            yield from _events(item)


def reads(operand: Operand) -> list[str]:
    """The names of the variables that an operand reads, with those of the calls inside it."""
    return [event for event in _events(operand) if event is not None]


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
        return 1 + _depth((operand.call.args, *operand.call.kwargs.values()))
    items = operand.items if isinstance(operand, ListOf) else operand
    return max(map(_depth, items), default=0) if isinstance(items, tuple) else 0


def _depth_at(outer: Operand | Call, name: str) -> int:
    """How many calls are around the place where a variable is read."""
    if isinstance(outer, Call):
        return 1 + _depth_at((outer.args, *outer.kwargs.values()), name)
    if isinstance(outer, Nested):
        return _depth_at(outer.call, name) if name in _events(outer) else 0
    items = outer.items if isinstance(outer, ListOf) else outer
    if isinstance(items, tuple):
        return max((_depth_at(item, name) for item in items), default=0)
    return 0


def nodes_of(call: Call) -> tuple[str, ...]:
    """The nodes of a call and of those inside it, in the order in which they run."""
    return tuple(made.node for made in _calls(call) if made.node)


def _calls(call: Call) -> list[Call]:
    return [*_inside((call.args, *call.kwargs.values())), call]


def _inside(operand: Operand) -> Iterator[Call]:
    if isinstance(operand, Nested):
        yield from _calls(operand.call)
    elif isinstance(operand, ListOf):
        yield from _inside(operand.items)
    elif isinstance(operand, tuple):
        for item in operand:
            yield from _inside(item)
