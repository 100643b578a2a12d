"""Which name each tensor has in ``forward``: ``x`` along a chain, else that of its node.

What a chain comes back to, as a skip connection does, is ``x`` too: ``x = x + self.attn(x)``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from codegen.operands import bound, reads, variables
from codegen.parts import mapped
from codegen.program import (
    Call,
    Function,
    Loop,
    Operand,
    Pattern,
    Statement,
    Unroll,
    Variable,
)
from graph.names import RESERVED, is_identifier

#: What a value is called that only the next statement reads, or that a chain comes back to.
CHAIN = ("x", "out")

#: What joins a skip connection.
_SUM = Function("torch.add")

#: What a loop over a container calls its items.
LOOP_ITEM = "layer"

#: Names that are hard to tell from a number, and those that mean something else in ``forward``.
_TAKEN = frozenset({"l", "O", "I", "_", LOOP_ITEM})


def value_key(node: str, port: str) -> str:
    """A value before it has a name; no identifier, so that it can never be taken for one."""
    return f"{node}.{port}"


def name_variables(
    statements: Sequence[Statement],
    returns: tuple[Operand, ...],
    names: Mapping[str, str],
    wishes: Mapping[str, Sequence[str]],
    imported: frozenset[str] = frozenset(),
) -> tuple[list[Statement], tuple[Operand, ...]]:
    """Give every value a name that no value has which is still needed.

    ``names`` holds those that have one already (the inputs of ``forward``) and ``wishes`` what
    the others would like to be called, best first; both by ``value_key``. One that wishes ``x``
    gets it, or ``out``, if only the next statement reads it, or if all others until its last are
    a chain that is added to it there. None is called as something that is ``imported``, which it
    would hide.
    """
    namer = _Namer(statements, returns, names, wishes, imported)
    named = [namer.statement(index, statement) for index, statement in enumerate(statements)]
    return named, tuple(namer.operand(operand) for operand in returns)


class _Namer:
    def __init__(
        self,
        statements: Sequence[Statement],
        returns: tuple[Operand, ...],
        names: Mapping[str, str],
        wishes: Mapping[str, Sequence[str]],
        imported: frozenset[str],
    ) -> None:
        self._names, self._wishes, self._imported = dict(names), wishes, imported
        self._last: dict[str, int] = {}
        self._holders = {name: key for key, name in names.items()}
        for index, statement in enumerate(statements):
            self._last.update(dict.fromkeys(reads(statement), index))
        self._last.update(dict.fromkeys(variables(returns), len(statements)))
        self._statements = statements
        # Of several results each keeps its name: ``return mean, variance``.
        self._chained = len(statements) - (1 if len(returns) > 1 else 0)

    def statement(self, index: int, statement: Statement) -> Statement:
        if isinstance(statement, Loop):
            return self._loop(index, statement)
        if isinstance(statement, Unroll):
            return self._unroll(index, statement)
        args = tuple(self.operand(arg) for arg in statement.args)
        kwargs = {name: self.operand(value) for name, value in statement.kwargs.items()}
        dying = [self._names[key] for key in reads(statement) if self._last[key] == index]
        result = self._bind(index, statement.result, dying, set())
        return replace(statement, args=args, kwargs=kwargs, result=result)

    def _loop(self, index: int, loop: Loop) -> Loop:
        """A loop goes on with the name of what it starts from, where nothing else needs that."""
        others = [key for key in reads(loop.call) if key != loop.result]
        start = loop.start.name if isinstance(loop.start, Variable) else ""
        named = self.operand(loop.start)
        if start and self._last[start] <= index and start not in others:
            name = self._names[start]
            self._names[loop.result], self._holders[name] = name, loop.result
        else:
            self._bind(index, loop.result, [], {self._names[key] for key in others})
        return replace(loop, call=self._renamed(loop.call), start=named)

    def _unroll(self, index: int, made: Unroll) -> Unroll:
        """Names inside the loop are none that it reads, nor any that is needed after it."""
        read = list(reads(made))
        dying = [self._names[key] for key in read if self._last[key] == index]
        taken = {self._names[key] for key in read}
        steps = [(key, self.operand(operand)) for key, operand in made.steps]
        carried = []
        for key, start in made.carried:
            before = self._names[start.name] if isinstance(start, Variable) else ""
            ends = isinstance(start, Variable) and self._last[start.name] == index
            if ends and before in self._wishes[key] and read.count(start.name) == 1:
                self._take(key, before, taken)
            else:
                self._take(key, self._free(index, self._wishes[key], taken), taken)
            named = Variable(before) if before else self.operand(start)
            carried.append((self._names[key], named))
        for key in [*(key for key, _ in steps), *bound(made.call.result)]:
            if key not in dict(made.carried):
                self._take(key, self._free(index, self._wishes[key], taken), taken)
        lists = []
        for _, wish, _ in made.stacked:
            lists.append(self._free(index, [wish], taken))
            taken.add(lists[-1])
        inner = [self._names[key] for key, _, _ in made.stacked]
        call = made.call
        call = replace(
            call,
            args=tuple(self.operand(arg) for arg in call.args),
            kwargs={name: self.operand(value) for name, value in call.kwargs.items()},
            result=self._named(call.result),
        )
        copies = tuple((self._names[a], self._names[b]) for a, b in made.copies)
        steps = [(self._names[key], operand) for key, operand in steps]
        after = {name for name, _ in carried} | set(lists)
        results = [self._bind(index, key, dying, after) for _, _, key in made.stacked]
        return replace(
            made,
            call=call,
            steps=tuple(steps),
            carried=tuple(carried),
            copies=copies,
            stacked=tuple(zip(inner, lists, results, strict=True)),
        )

    def _named(self, pattern: Pattern) -> Pattern:
        if isinstance(pattern, tuple):
            return tuple(map(self._named, pattern))
        return None if pattern is None else self._names[pattern]

    def _take(self, key: str, name: str, taken: set[str]) -> None:
        self._names[key], self._holders[name] = name, key
        taken.add(name)

    def _free(self, index: int, wishes: Sequence[str], taken: set[str]) -> str:
        """The first name that is neither taken nor needed later."""
        wishes = [name for name in wishes if is_variable(name)] or ["value"]
        names = itertools.chain(wishes, (f"{wishes[0]}_{i}" for i in itertools.count(2)))
        return next(n for n in names if n not in taken and self._is_free(index, n))

    def _renamed(self, call: Call) -> Call:
        """A call whose result has its name already."""
        kwargs = {name: self.operand(value) for name, value in call.kwargs.items()}
        args = tuple(self.operand(arg) for arg in call.args)
        return replace(call, args=args, kwargs=kwargs, result=self._names[str(call.result)])

    def operand(self, operand: Operand) -> Operand:
        if isinstance(operand, Variable):
            return Variable(self._names[operand.name])
        return mapped(operand, self.operand)

    def _bind(self, index: int, pattern: Pattern, dying: list[str], taken: set[str]) -> Pattern:
        if isinstance(pattern, tuple):
            return tuple(self._bind(index, part, dying, taken) for part in pattern)
        if pattern is None or pattern not in self._last:
            return None
        name = next(
            name
            for name in self._candidates(index, pattern, dying)
            if name not in taken and name not in self._imported and self._is_free(index, name)
        )
        taken.add(name)
        self._names[pattern], self._holders[name] = name, pattern
        return name

    def _candidates(self, index: int, key: str, dying: list[str]) -> Iterator[str]:
        wishes = [name for name in self._wishes[key] if is_variable(name) or name in CHAIN]
        if CHAIN[0] in wishes and self._is_chained(index, key) and not self._meets(key, dying):
            yield from (name for name in CHAIN if name in dying)
            yield from CHAIN
        wishes = [name for name in wishes if name not in CHAIN]
        yield from wishes
        number = 2
        while True:
            yield f"{wishes[0] if wishes else 'value'}_{number}"
            number += 1

    def _is_chained(self, index: int, key: str) -> bool:
        """Whether a value is read next, alone or by a chain that is added to it at its end."""
        last = self._last[key]
        if last == index + 1:
            return last <= self._chained
        *chain, end = self._statements[index + 1 : last + 1]
        if last == len(self._statements) or not isinstance(end, Call) or end.target != _SUM:
            return False
        for at, statement in enumerate(chain, index + 1):
            made = [result for result in _made(statement) if result in self._last]
            if key not in reads(statement) or [self._last[result] for result in made] != [at + 1]:
                return False
            [key] = made
        return True

    def _meets(self, key: str, dying: list[str]) -> bool:
        """Whether a function reads a value together with others, each of which has its own name.

        ``torch.stack([left, right])``; but what a chain has come to takes one other along as
        ``x``: ``torch.cat([skip, x])``, as a sum and a layer of the network do in any case.
        """
        last = self._last[key]
        reader = self._statements[last] if last < len(self._statements) else None
        if not isinstance(reader, Call) or reader.target == _SUM:
            return False
        others = len(set(reads(reader)) - {key}) if isinstance(reader.target, Function) else 0
        return others > 1 or (others == 1 and not any(name in CHAIN for name in dying))

    def _is_free(self, index: int, name: str) -> bool:
        holder = self._holders.get(name)
        return holder is None or self._last.get(holder, -1) <= index


def is_variable(name: str) -> bool:
    """Whether a local variable may have this name."""
    return is_identifier(name) and name not in RESERVED and name not in _TAKEN


def _made(statement: Statement) -> list[str]:
    if isinstance(statement, Unroll):
        return [key for _, _, key in statement.stacked]
    return list(bound(statement.call.result if isinstance(statement, Loop) else statement.result))
