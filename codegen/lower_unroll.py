"""A node that is stepped along an axis, as a loop of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from codegen.naming import value_key
from codegen.program import (
    Call,
    DeviceOf,
    Function,
    Operand,
    SizeFormula,
    Statement,
    Unroll,
    Value,
    Variable,
)
from codegen.scope import Scope
from graph.catalog.unrolling import Unrolling, last_states, unrolling
from graph.document import Node

#: Notes what a value would like to be called.
Wish = Callable[[str, list[str]], None]

Results = list[tuple[str, str]]


class Unrolled:
    """What stands for the ports of one step of a node, and the statements around its call.

    ``inputs`` are the operands that arrive, ``results`` the outputs that something reads.
    """

    def __init__(
        self, scope: Scope, node: Node, inputs: Mapping[str, Operand], results: Results, wish: Wish
    ) -> None:
        self._scope, self._node, self._inputs, self._wish = scope, node, inputs, wish
        known = scope.known(node)
        self._shapes = known.inputs
        layer = None if node.type in scope.live.blocks else scope.layer(node)
        ports = [port.name for port in layer.inputs] if layer else scope.blocks[node.type].inputs
        given = [port.name for port in layer.outputs] if layer else scope.blocks[node.type].outputs
        self.outputs = [port for port in given if port in known.outputs]
        made = unrolling(node, layer, ports, self.outputs)
        assert made is not None
        self._made: Unrolling = made
        self._last = last_states(made, self.outputs)
        self._width = layer.state_width if layer else ""
        self._read = {port for _, port in results}
        self._stepped = made.stepped(list(inputs))

    @cached_property
    def operands(self) -> dict[str, Operand]:
        """What one step is given at each port."""
        given = dict(self._inputs)
        several = len(self._stepped) > 1
        for port in self._stepped:
            given[port] = self._variable(port, f"{port}_t" if several else "step")
        for state in self._made.state:
            given[state] = Variable(self._carried(state))
        return given

    def names(self) -> dict[str, str]:
        """What the outputs of a step that matter are bound to."""
        found: dict[str, str] = {}
        for state, port in self._made.state.items():
            found.setdefault(port, self._carried(state))
        for port in self.outputs:
            if port in self._read and port not in found:
                found[port] = self._variable(f"{port}@", port).name
        return found

    def statements(self, call: Call, told: Mapping[str, Value]) -> Iterator[Statement]:
        """The loop around ``call``, and before it the zeros that it starts from.

        ``told`` are the arguments of the node.
        """
        names, carried = self.names(), []
        for state in self._made.state:
            start = self._inputs.get(state)
            if start is None:
                zeros = self._zeros(state, told)
                yield zeros
                start = Variable(str(zeros.result))
            carried.append((self._carried(state), start))
        copies = [
            (self._carried(state), names[port])
            for state, port in self._made.state.items()
            if names[port] != self._carried(state)
        ]
        stacked = [(names[p], p, self._result(p)) for p in self.outputs if p in self._read]
        lists = ["outputs"] if len(stacked) == 1 else [f"{port}_outputs" for _, port, _ in stacked]
        yield Unroll(
            call,
            self._made.axis,
            tuple((str(self.operands[p].name), self._inputs[p]) for p in self._stepped),
            tuple(carried),
            tuple(copies),
            tuple(
                (inner, gathered, result)
                for (inner, _, result), gathered in zip(stacked, lists, strict=True)
            ),
            self._made.reverse,
            self._scope.shapes([(self._node.name, port) for _, port, _ in stacked]),
            (*(port for _, port, _ in stacked), *self._last.values()),
        )

    def _zeros(self, state: str, told: Mapping[str, Value]) -> Call:
        """A first state of zeros, where the steps are and of the type that they have."""
        first = self._stepped[0]
        operand, tensor = self._inputs[first], self._shapes[first]
        key = f"{value_key(self._node.name, state)}@start"
        self._wish(key, self._state_names(state))
        sizes = self._scope.zeros.get(self._node.name, {}).get(state)
        if sizes is None:
            axes = range(len(tensor.shape))
            batch = [a for a in axes if a not in (self._made.axis % len(axes), len(axes) - 1)]
            sizes = (*(self._size(first, axis) for axis in batch), told[self._width])
        else:
            sizes = tuple(map(self._wired, sizes))
        if tensor.dtype.startswith(("float", "bfloat", "complex")):
            made = Call(Function("Tensor.new_zeros"), (operand, *sizes), result=key)
        else:
            device = {"device": DeviceOf(operand)}
            made = Call(Function("torch.zeros"), tuple(sizes), device, key)
        return replace(made, node=self._node.name)

    def _size(self, port: str, axis: int) -> SizeFormula:
        return SizeFormula(f"{port}.size({axis})", ((port, self._inputs[port]),))

    def _wired(self, size: Value) -> Value:
        if not isinstance(size, SizeFormula):
            return size
        given = tuple((n, self._inputs[n] if v is None else v) for n, v in size.given)
        return SizeFormula(size.text, given)

    def _carried(self, state: str) -> str:
        key = value_key(self._node.name, self._last[state])
        self._wish(key, self._state_names(state))
        return key

    def _state_names(self, state: str) -> list[str]:
        return [state, f"{self._node.name}_{state}"]

    def _result(self, port: str) -> str:
        key = value_key(self._node.name, port)
        alone = len(self.outputs) == 1 or len(self._read) == 1
        self._wish(key, ["x", self._node.name] if alone else [f"{self._node.name}_{port}"])
        return key

    def _variable(self, port: str, wish: str) -> Variable:
        key = f"{value_key(self._node.name, port)}@step"
        self._wish(key, [wish, f"{self._node.name}_{wish}"])
        return Variable(key)
