"""A compiled network is followed while it runs: what every node of the document gives.

Nodes that ``forward`` calls are heard of by its steps, those inside containers by forward hooks.
Both are there for as long as it is watched, and no longer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import torch
from torch import nn

from codegen.modules import Network, definition_of, functions_of, run_steps
from codegen.program import (
    Call,
    Container,
    Loop,
    OwnTensor,
    Pattern,
    Statement,
    Submodule,
    Unroll,
)
from codegen.steps import Modules, Step, Steps, Values
from graph.analysis import Analysis, NodeAnalysis
from graph.document import ROOT, Document


@dataclass(frozen=True)
class Place:
    """A node where it runs: the blocks around it, outermost first, then the node itself.

    Each is a name and, where it is repeated, which of the copies, counted from 0: the node
    ``conv1`` of the block that ``rest`` repeats is ``rest[2].conv1`` in its third copy.
    """

    path: tuple[tuple[str, int | None], ...] = ()

    def __str__(self) -> str:
        return ".".join(name if copy is None else f"{name}[{copy}]" for name, copy in self.path)

    @property
    def node(self) -> str:
        return self.path[-1][0] if self.path else ""

    @property
    def around(self) -> Place:
        return Place(self.path[:-1])

    def inside(self, name: str, copy: int | None = None) -> Place:
        return Place((*self.path, (name, copy)))

    def copied(self, copy: int) -> Place:
        return self.around.inside(self.node, copy)


#: Told of every tensor: the place, the port, and the tensor, which may be written over later.
See = Callable[[Place, str, torch.Tensor], None]


@dataclass(frozen=True)
class _Frame:
    """What is running: a node, or a group or class of the same scope."""

    place: Place
    scope: str | None = ROOT  # of the nodes inside; None where they stand in none
    nodes: Mapping[str, NodeAnalysis] | None = None  # inside
    module: nn.Module | None = None
    outputs: tuple[str, ...] | None = None  # of the node; None where this is no node
    is_block: bool = False


class Watch:
    """Knows which node is running. ``running`` is, after an exception, the one that raised it."""

    def __init__(
        self, document: Document, analysis: Analysis, network: nn.Module, see: See
    ) -> None:
        self._document, self._see = document, see
        self._frames = [_Frame(Place(), nodes=analysis.nodes, module=network)]
        self.modules: dict[Place, nn.Module] = {}
        self.order: dict[Place, None] = {}  # of the first moment of each

    @property
    def running(self) -> Place:
        return self._frames[-1].place

    def enter(self, name: str, module: nn.Module | None, copy: int | None = None) -> None:
        """A node or group of the scope begins to run; ``copy`` says which of a repeated node."""
        top = self._frames[-1]
        if top.scope is None:
            self._push(replace(top, module=module))
            return
        if copy is not None:
            self._push(replace(top, place=top.place.copied(copy), module=module))
            return
        graph = self._document.scope(top.scope)
        if name not in graph:
            self._push(replace(top, module=module, outputs=None, is_block=False))
            return
        known, type_ = (top.nodes or {}).get(name), graph.node(name).type
        outputs = tuple(known.outputs) if known is not None else ()
        place = top.place.inside(name)
        if type_ not in self._document.blocks:
            self._push(_Frame(place, top.scope, top.nodes, module, outputs))
            return
        nodes = known.inside.nodes if known is not None and known.inside is not None else {}
        self._push(_Frame(place, type_, nodes, module, outputs, is_block=True))

    def _push(self, frame: _Frame) -> None:
        self._frames.append(frame)
        if frame.outputs is not None:
            self.order.setdefault(frame.place)
            if frame.module is not None:
                self.modules.setdefault(frame.place, frame.module)

    def leave(self) -> None:
        self._frames.pop()

    def saw(self, result: Any) -> None:
        """What is running gave a result."""
        frame = self._frames[-1]
        tensors = [value for value in flat(result) if isinstance(value, torch.Tensor)]
        for port, tensor in zip(frame.outputs or (), tensors, strict=False):
            self._see(frame.place, port, tensor)

    def saw_ports(self, results: Mapping[str, Any]) -> None:
        """What is running gave results at these ports."""
        frame = self._frames[-1]
        for port, tensor in results.items():
            if isinstance(tensor, torch.Tensor):
                self._see(frame.place, port, tensor)

    def took(self, module: nn.Module, inputs: tuple[Any, ...]) -> None:
        """A network of ours was called: what its Inputs and its own tensors are."""
        frame = self._frames[-1]
        if frame.scope is None:
            return
        graph = self._document.scope(frame.scope)
        if (frame.is_block and frame.module is module) or len(self._frames) == 1:
            names = [node.name for node in graph.nodes if node.type == "Input"]
            for name, tensor in zip(names, inputs, strict=False):
                self._saw_end(frame, name, tensor)
        known = definition_of(module)
        for name, made in known.submodules if known is not None else ():
            if isinstance(made, OwnTensor):
                self._saw_end(frame, made.node, getattr(module, name))

    def _saw_end(self, frame: _Frame, name: str, tensor: torch.Tensor) -> None:
        place = frame.place.inside(name)
        self.order.setdefault(place)
        self._see(place, "output", tensor)

    def pass_over(self, run: Callable[[], object]) -> None:
        """Run what stands in no scope of the document, so that nothing of it is told."""
        self._push(replace(self._frames[-1], scope=None, outputs=None, is_block=False))
        run()
        self.leave()

    def calls(self, module: nn.Module) -> bool:
        """Whether this very module is what runs, as far as is told: no block in place is."""
        return self._frames[-1].module is module


@contextmanager
def watching(
    document: Document, analysis: Analysis, network: nn.Module, see: See
) -> Iterator[Watch]:
    """Tell ``see`` of everything that ``network`` computes until the block is left.

    ``network`` is what ``compile_module`` built of the program of ``document``.
    """
    watch = Watch(document, analysis, network, see)
    networks = [module for module in network.modules() if isinstance(module, Network)]
    handles = []
    try:
        for module, items in _items(network).items():
            handles += _hear_item(watch, module, items)
        for module in network.modules():
            if definition_of(module) is not None:
                handles.append(module.register_forward_pre_hook(watch.took))
        for module in networks:
            run_steps(module, _WatchedSteps(module, watch).steps)
        yield watch
    finally:
        for handle in handles:
            handle.remove()
        for module in networks:
            run_steps(module, None)


#: A node in a container, and which copy where it is repeated.
Item = tuple[str, int | None]


def _items(network: nn.Module) -> dict[nn.Module, list[Item]]:
    """The modules that no statement calls by itself, and the nodes they stand for."""
    found: dict[nn.Module, list[Item]] = {}
    for module in network.modules():
        known = definition_of(module)
        if known is not None and known.base == "Sequential":
            _collect(Container("Sequential", known.submodules, known.by), module, found)
        elif known is not None:
            for name, made in known.submodules:
                if isinstance(made, Container):
                    _collect(made, module.get_submodule(name), found)
    return found


def _collect(container: Container, module: nn.Module, found: dict[nn.Module, list[Item]]) -> None:
    for index, (_, made) in enumerate(container.items):
        child = module.get_submodule(str(container.key(index)))
        copy = index if container.node else None
        if name := made.node:
            found.setdefault(child, []).append((name, copy))
        if isinstance(made, Container):
            _collect(made, child, found)


def _hear_item(watch: Watch, module: nn.Module, items: list[Item]) -> list[Any]:
    """Hooks on a module in a container. One that stands there for several runs in their order."""
    turns = 0
    entered: list[bool] = []

    def before(module: nn.Module, _inputs: Any) -> None:
        nonlocal turns
        entered.append(not watch.calls(module))
        if entered[-1]:
            name, copy = items[turns % len(items)]
            watch.enter(name, module, copy)
            turns += 1

    def after(_module: nn.Module, _inputs: Any, result: Any) -> None:
        if entered.pop():
            watch.saw(result)
            watch.leave()

    return [module.register_forward_pre_hook(before), module.register_forward_hook(after)]


class _WatchedSteps(Steps):
    """The same steps, each of which says when it begins, what it gave, and when it ends."""

    def __init__(self, network: Network, watch: Watch) -> None:
        self._watch, self._network = watch, network
        self._writes: Statement | None = None
        self._turn: list[int] | None = None  # of the loop whose call is being made ready
        definition = definition_of(network)
        assert definition is not None
        #: What a state starts from is written for the same node, and is none of its outputs.
        self._stepped = {s.call.node for s in definition.statements if isinstance(s, Unroll)}
        super().__init__(definition, functions_of(network))

    def _one_step(self, call: Call) -> Step:
        return super()._step(call)  # heard of as a whole

    def _unroll(self, made: Unroll) -> Step:
        watch, network, path, call = self._watch, self._network, target_path(made), made.call
        self._writes = None
        step = super()._unroll(made)
        places = dict(zip(made.ports, (self._places[name] for name in made.results), strict=True))

        def watched(values: Values, modules: Modules) -> None:
            if not watch.calls(network):
                watch.pass_over(lambda: step(values, modules))
                return
            watch.enter(call.node, _find(path, modules))
            step(values, modules)
            watch.saw_ports({port: values[place] for port, place in places.items()})
            watch.leave()

        return watched

    def _step(self, statement: Statement) -> Step:
        if isinstance(statement, Unroll) or call_of(statement).node in self._stepped:
            return super()._step(statement)
        watch, network = self._watch, self._network
        call, copy = call_of(statement), self._turn
        is_loop = isinstance(statement, Loop)
        turn = self._turn = [0] if is_loop else None
        self._writes = None if is_loop else statement
        step = super()._step(statement)
        self._turn = copy
        place = None
        if is_loop or self._writes is not None:  # it gives a plain variable, in the end
            place, self._writes = self._places[str(statement.result)], None
        path = target_path(statement)

        def watched(values: Values, modules: Modules) -> None:
            if copy is None and not watch.calls(network):
                watch.pass_over(lambda: step(values, modules))
                return
            if turn is not None:
                turn[0] = 0
            if copy is None:
                watch.enter(call.node, _find(path, modules))
            else:
                watch.enter(call.node, None, copy[0])
                copy[0] += 1
            step(values, modules)
            if place is not None:
                watch.saw(values[place])
            watch.leave()

        return watched

    def _writer(self, pattern: Pattern) -> Callable[[Values, Any], None]:
        statement, self._writes = self._writes, None
        write = super()._writer(pattern)
        if statement is None:  # a part of a pattern
            return write
        watch = self._watch

        def note(values: Values, result: Any) -> None:
            watch.saw(result)
            write(values, result)

        return note


def call_of(statement: Statement) -> Call:
    """The call that a statement makes, once or in a loop."""
    return statement if isinstance(statement, Call) else statement.call


def target_path(statement: Statement) -> tuple[str | int, ...]:
    """Where the module is that a statement calls; nothing for a function."""
    target = call_of(statement).target
    return target.path if isinstance(target, Submodule) else ()


def _find(path: tuple[str | int, ...], modules: Modules) -> nn.Module | None:
    """What a statement calls; None for a function, and for a layer that is repeated no times."""
    if not path:
        return None
    module = modules[str(path[0])].get_submodule(".".join(map(str, path[1:])))
    is_empty = isinstance(module, nn.ModuleList) and not len(module)
    return None if is_empty else module


def flat(result: Any) -> list[Any]:
    """What a call gave, nested tuples laid flat, in order."""
    if isinstance(result, (tuple, list)):
        return [value for item in result for value in flat(item)]
    return [result]


def module_names(document: Document, network: nn.Module) -> dict[Place, str]:
    """The name of the submodule that each node became: ``layer1.rest[0].conv1`` -> its path.

    Nodes that became no module, functions above all, are left out.
    """
    found: dict[Place, str] = {}
    _Naming(document, network, found).scope(network, Place(), ROOT)
    return found


class _Naming:
    """Walks through built networks along their classes, without running them."""

    def __init__(self, document: Document, network: nn.Module, found: dict[Place, str]) -> None:
        self._document, self._found = document, found
        self._items = _items(network)
        self._names = {module: name for name, module in network.named_modules()}

    def scope(self, module: nn.Module, place: Place, scope: str) -> None:
        """Every node of a scope whose class ``module`` is."""
        known = definition_of(module)
        if known is None or known.base == "Sequential":
            self._within(module, place, scope)
            return
        for statement in known.statements:
            called = _find(target_path(statement), module._modules)
            if called is not None:
                self._node(called, call_of(statement).node, place, scope)

    def _node(self, module: nn.Module, name: str, place: Place, scope: str) -> None:
        graph = self._document.scope(scope)
        if name not in graph:  # a group: a class of its own, or a chain
            self.scope(module, place, scope)
            return
        here = place.inside(name)
        called = module  # a ModuleList is never called itself, but its items in turn
        while isinstance(called, nn.ModuleList) and len(called):
            called = called[-1]
        self._found.setdefault(here, self._names[called])
        self._copies(module, here, graph.node(name).type)

    def _copies(self, module: nn.Module, here: Place, type_: str) -> None:
        inside = type_ if type_ in self._document.blocks else None
        children = [(child, self._items.get(child, [])) for child in module.children()]
        for child, items in children:
            for name, copy in items:
                if copy is not None and name == here.node:
                    self._found.setdefault(here.copied(copy), self._names[child])
                    if inside is not None:
                        self.scope(child, here.copied(copy), inside)
        if inside is not None and definition_of(module) is not None:
            self.scope(module, here, inside)

    def _within(self, module: nn.Module | None, place: Place, scope: str) -> None:
        for child in module.children() if module is not None else ():
            names = [name for name, copy in self._items.get(child, []) if copy is None]
            for name in names:
                self._node(child, name, place, scope)
            if not names:
                self._within(child, place, scope)
