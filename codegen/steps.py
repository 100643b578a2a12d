"""The statements of ``forward``, made ready to run: variables become places in one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from codegen.operands import binds, is_open
from codegen.program import (
    Attribute,
    Call,
    ClassDefinition,
    DeviceOf,
    Function,
    ListOf,
    Loop,
    Operand,
    OwnTensor,
    Pattern,
    SizeFormula,
    Statement,
    Submodule,
    Unroll,
    Variable,
)
from codegen.values import live_value
from graph.catalog.callables import callables
from graph.errors import LoweringError
from graph.expressions import evaluate
from graph.phrases import later

Values = list[Any]
Modules = Mapping[str, Any]

#: Does one statement: reads and writes places of the list.
Step = Callable[[Values, Modules], None]

#: Reads one operand.
Reader = Callable[[Values], Any]

#: Finds the module of a call among those of its network.
Finder = Callable[[Modules], Any]


class Steps:
    """What a network does, one step for a statement.

    A variable that is assigned again loses its old value, as in the source: so a value lives
    exactly as long as in the exported class, and takes no memory after that. ``functions`` are
    the user's own, by their types.
    """

    def __init__(
        self, definition: ClassDefinition, functions: Mapping[str, Callable[..., Any]]
    ) -> None:
        self._functions = functions
        names = [given.name for given in definition.inputs]
        for statement in definition.statements:
            names += binds(statement)
        own = [name for name, made in definition.submodules if isinstance(made, OwnTensor)]
        own.append("training")
        self._places = {name: place for place, name in enumerate(dict.fromkeys(names))}
        self._own = {name: len(self._places) + place for place, name in enumerate(own)}
        self.blank = (None,) * (len(self._places) - len(definition.inputs))
        self.own = tuple(own)
        self.steps = tuple(self._step(statement) for statement in definition.statements)
        returned = definition.returns[0] if len(definition.returns) == 1 else definition.returns
        self.result = self._reader(returned)

    def _step(self, statement: Statement) -> Step:
        if isinstance(statement, Loop):
            return self._loop(statement)
        if isinstance(statement, Unroll):
            return self._unroll(statement)
        if not statement.when:
            return self._left_out(statement)
        if isinstance(statement.target, Function):
            return self._function_call(statement, statement.target)
        return self._module_call(statement, statement.target)

    def _left_out(self, call: Call) -> Step:
        """A function that is not there: what arrives goes through."""
        read, write = self._reader(call.args[0]), self._writer(call.result)

        def step(values: Values, modules: Modules) -> None:
            write(values, read(values))

        return step

    def _module_call(self, call: Call, target: Submodule) -> Step:
        match call:
            case Call(args=(Variable(source),), result=str(result), kwargs=kwargs):
                if len(target.path) == 1 and not kwargs:
                    name = str(target.path[0])
                    return _layer_step(name, self._places[source], self._places[result])
        find = _finder(target.path)
        read, write = self._arguments(call), self._writer(call.result)

        def step(values: Values, modules: Modules) -> None:
            args, kwargs = read(values)
            write(values, find(modules)(*args, **kwargs))

        return step

    def _function_call(self, call: Call, target: Function) -> Step:
        function = self._functions.get(target.type) or callables().get(target.type)
        if function is None:
            raise LoweringError(
                later("{node}: there is no function {type}", node=call.node, type=repr(target.type))
            )
        known: Callable[..., Any] = function
        read, write = self._arguments(call), self._writer(call.result)

        def step(values: Values, modules: Modules) -> None:
            args, kwargs = read(values)
            write(values, known(*args, **kwargs))

        return step

    def _loop(self, loop: Loop) -> Step:
        read, write = self._reader(loop.start), self._writer(loop.result)
        if loop.times is not None:
            again, times = self._step(loop.call), loop.times

            def several(values: Values, modules: Modules) -> None:
                write(values, read(values))
                for _ in range(times):
                    again(values, modules)

            return several
        assert isinstance(loop.call.target, Submodule)
        find, arguments = _finder(loop.call.target.path), self._arguments(loop.call)

        def step(values: Values, modules: Modules) -> None:
            write(values, read(values))
            for layer in find(modules):
                args, kwargs = arguments(values)
                write(values, layer(*args, **kwargs))

        return step

    def _one_step(self, call: Call) -> Step:
        """What an unrolled node does at each step."""
        return self._step(call)

    def _unroll(self, made: Unroll) -> Step:
        axis, turn = made.axis, -1 if made.reverse else 1
        sources = [self._reader(operand) for _, operand in made.steps]
        write_step = self._writer(tuple(name for name, _ in made.steps))
        starts = [(self._writer(name), self._reader(start)) for name, start in made.carried]
        again = self._one_step(made.call)
        copies = [(self._writer(name), self._places[source]) for name, source in made.copies]
        stacked = [(self._places[name], self._writer(all_)) for name, _, all_ in made.stacked]

        def step(values: Values, modules: Modules) -> None:
            parts = [read(values).unbind(axis)[::turn] for read in sources]
            begun = [read(values) for _, read in starts]
            for (write, _), start in zip(starts, begun, strict=True):
                write(values, start)
            gathered: list[list[Any]] = [[] for _ in stacked]
            for part in zip(*parts, strict=True):
                write_step(values, part)
                again(values, modules)
                for write, place in copies:
                    write(values, values[place])
                for outputs, (place, _) in zip(gathered, stacked, strict=True):
                    outputs.append(values[place])
            for outputs, (_, write) in zip(gathered, stacked, strict=True):
                write(values, torch.stack(outputs[::turn], axis))

        return step

    def _arguments(self, call: Call) -> Callable[[Values], tuple[Sequence[Any], dict[str, Any]]]:
        places = [self._places[arg.name] for arg in call.args if isinstance(arg, Variable)]
        kwargs = {name: self._reader(operand) for name, operand in call.kwargs.items()}
        if len(places) == len(call.args) and not kwargs:
            return lambda values: ([values[place] for place in places], {})
        args = [self._reader(operand) for operand in call.args]
        return lambda values: (
            [read(values) for read in args],
            {name: read(values) for name, read in kwargs.items()},
        )

    def _reader(self, operand: Operand) -> Reader:
        if isinstance(operand, Variable):
            place = self._places[operand.name]
            return lambda values: values[place]
        if isinstance(operand, Attribute):
            own = self._own[operand.name]
            return lambda values: values[own]
        if isinstance(operand, ListOf):
            items = [self._reader(item) for item in operand.items]
            return lambda values: [read(values) for read in items]
        if isinstance(operand, SizeFormula):
            return self._sizes(operand)
        if isinstance(operand, DeviceOf):
            tensor = self._reader(operand.tensor)
            return lambda values: tensor(values).device
        if isinstance(operand, tuple) and is_open(operand):
            parts = [self._reader(item) for item in operand]
            return lambda values: tuple(read(values) for read in parts)
        constant = live_value(operand)
        return lambda values: constant

    def _sizes(self, formula: SizeFormula) -> Reader:
        given = {name: self._reader(operand) for name, operand in formula.given}
        text = formula.text
        return lambda values: evaluate(text, {name: read(values) for name, read in given.items()})

    def _writer(self, pattern: Pattern) -> Callable[[Values, Any], None]:
        if pattern is None:
            return lambda values, result: None
        if isinstance(pattern, tuple):
            writers = [self._writer(part) for part in pattern]

            def unpack(values: Values, result: Any) -> None:
                for write, part in zip(writers, result, strict=True):
                    write(values, part)

            return unpack
        place = self._places[pattern]

        def assign(values: Values, result: Any) -> None:
            values[place] = result

        return assign


def _layer_step(name: str, source: int, target: int) -> Step:
    """The commonest step, ``x = self.conv1(x)``, without a detour."""

    def step(values: Values, modules: Modules) -> None:
        values[target] = modules[name](values[source])

    return step


def _finder(path: tuple[str | int, ...]) -> Finder:
    first, *rest = (str(part) for part in path)
    if not rest:
        return lambda modules: modules[first]

    def find(modules: Modules) -> Any:
        module = modules[first]
        for name in rest:
            module = module._modules[name]
        return module

    return find
