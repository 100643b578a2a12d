"""A program becomes live modules: built call by call, never by running text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn

from codegen.filling import follow, keep_still, start, tie
from codegen.formulas import bound
from codegen.program import (
    ClassDefinition,
    Conditional,
    Construction,
    Container,
    Import,
    Initializer,
    OwnTensor,
    Program,
    Repeated,
    Value,
)
from codegen.steps import Step, Steps
from codegen.values import live_value
from graph.catalog.callables import callables
from graph.errors import LoomError, LoweringError
from graph.phrases import later
from graph.python.files import HOW_TO_TRUST

#: The user's own classes and functions, by their types.
Own = Mapping[str, Callable[..., Any]]


def compile_module(program: Program) -> nn.Module:
    """Build the network of ``program``, drawing initial values in the program's order.

    Its ``state_dict`` has the keys of the exported class, and from one ``torch.manual_seed``
    the same values. Raises: LoweringError, naming the layer that PyTorch refuses to build.
    """
    return _Builder(program).network()


class Network(nn.Module):
    """A module that runs the statements of a class definition.

    It keeps names, never modules: a submodule that is replaced later is the one that is called.
    """

    def __init__(self, definition: ClassDefinition, own: Own) -> None:
        super().__init__()
        self._definition, self._functions = definition, own
        self._prepare()

    def _prepare(self) -> None:
        made = Steps(self._definition, self._functions)
        self._steps, self._blank, self._result = made.steps, made.blank, made.result
        self._own = made.own
        self._inputs = [given.name for given in self._definition.inputs]

    def forward(self, *inputs: torch.Tensor, **named: torch.Tensor) -> Any:
        if named or len(inputs) != len(self._inputs):
            inputs = self._bind(inputs, named)
        values = [*inputs, *self._blank, *[getattr(self, name) for name in self._own]]
        modules = self._modules
        for step in self._steps:
            step(values, modules)
        return self._result(values)

    def train(self, mode: bool = True) -> Network:
        super().train(mode)
        keep_still(self, self._definition.still)
        return self

    def _bind(
        self, inputs: tuple[torch.Tensor, ...], named: Mapping[str, torch.Tensor]
    ) -> tuple[torch.Tensor, ...]:
        given = dict(zip(self._inputs, inputs, strict=False))
        if len(inputs) > len(self._inputs) or given.keys() & named.keys():
            raise TypeError(
                later(
                    "{name} takes {inputs}",
                    name=self._get_name(),
                    inputs=", ".join(self._inputs) or "no input",
                )
            )
        given.update(named)
        if given.keys() != set(self._inputs):
            raise TypeError(
                later(
                    "{name} takes {inputs}",
                    name=self._get_name(),
                    inputs=", ".join(self._inputs) or "no input",
                )
            )
        return tuple(given[name] for name in self._inputs)

    def _get_name(self) -> str:
        return self._definition.name

    def __getstate__(self) -> dict[str, Any]:
        # Steps hold functions of PyTorch's C library: they are made again, not pickled.
        made = ("_steps", "_blank", "_result", "_own")
        return {key: value for key, value in self.__dict__.items() if key not in made}

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)  # type: ignore[no-untyped-call]
        self._prepare()


# Functions, not methods: a public name of the class would be one that no layer can have.


def run_steps(network: Network, steps: tuple[Step, ...] | None) -> None:
    """Run other steps over the same variables, such as ones that are watched; None: its own."""
    network._steps = steps or Steps(network._definition, network._functions).steps


def functions_of(network: Network) -> Own:
    """The user's own functions that its steps call."""
    return network._functions


class StillChain(nn.Sequential):
    """A Sequential of which some items stay in eval mode. A part of it, ``chain[:2]``, does not."""

    _definition: ClassDefinition | None = None

    def train(self, mode: bool = True) -> StillChain:
        super().train(mode)
        keep_still(self, self._definition.still if self._definition is not None else ())
        return self


def definition_of(module: nn.Module) -> ClassDefinition | None:
    """The class that a module was built from, its formulas worked out; None for PyTorch's own."""
    found = vars(module).get("_definition")
    return found if isinstance(found, ClassDefinition) else None


class _Builder:
    """Builds the classes of one program."""

    def __init__(self, program: Program) -> None:
        self._classes = {definition.type: definition for definition in program.classes}
        self._program = program
        self._imports = {type_: _loaded(made) for type_, made in program.imports.items()}

    def network(self) -> nn.Module:
        return self._instance(bound(self._program.network, (), {}))

    def _instance(self, definition: ClassDefinition) -> nn.Module:
        """A class built. ``definition`` has no formulas any more: they are numbers now."""
        if definition.base == "Sequential":
            items = [(name, self._build(made)) for name, made in definition.submodules]
            keys = [
                name if definition.by == "name" else str(i) for i, (name, _) in enumerate(items)
            ]
            modules = (module for _, module in items)
            kind = StillChain if definition.still else nn.Sequential
            chain = kind(OrderedDict(zip(keys, modules, strict=True)))
            chain.__dict__["_definition"] = definition
            return self._finished(chain, definition)
        network = Network(definition, self._imports)
        for name, initializer in definition.submodules:
            if isinstance(initializer, OwnTensor):
                _keep(network, name, initializer)
            else:
                network.add_module(name, self._build(initializer))
        return self._finished(network, definition)

    def _finished(self, module: nn.Module, definition: ClassDefinition) -> nn.Module:
        tie(module, definition)
        keep_still(module, definition.still)
        rules = self._program.rules
        if rules and definition.name != self._program.network.name:
            return module  # what it says of its weights comes after the rules
        if rules:
            follow(module, rules)
            for inner in module.modules():
                known = definition_of(inner)
                if inner is not module and known is not None:
                    start(inner, known)
        start(module, definition)
        return module

    def _build(self, initializer: Initializer) -> nn.Module:
        if isinstance(initializer, OwnTensor):
            raise LoweringError(
                later("{node}: a tensor cannot stand in a container", node=initializer.node)
            )
        assert not isinstance(initializer, (Repeated, Conditional))  # ``bound`` has undone them
        if isinstance(initializer, Container):
            module = self._container(initializer)
        elif initializer.type in self._classes:
            definition = self._classes[initializer.type]
            module = self._instance(bound(definition, initializer.args, initializer.kwargs))
        else:
            module = _construct(initializer, self._imports)
        return module if initializer.trainable else module.requires_grad_(False)

    def _container(self, container: Container) -> nn.Module:
        items = [(name, self._build(item)) for name, item in container.items]
        if container.kind == "ModuleList":
            return nn.ModuleList(module for _, module in items)
        if container.kind == "ModuleDict":
            return nn.ModuleDict(dict(items))
        if container.by == "name":
            return nn.Sequential(OrderedDict(items))
        return nn.Sequential(*(module for _, module in items))


def _keep(network: nn.Module, name: str, tensor: OwnTensor) -> None:
    value = live_value(tensor.value)
    if tensor.kind == "parameter":
        network.register_parameter(name, nn.Parameter(value, requires_grad=tensor.trainable))
    else:
        network.register_buffer(name, value, persistent=tensor.kind == "buffer")


def _loaded(made: Import) -> Callable[..., Any]:
    from graph.python.running import load

    try:
        return load(made.file, made.name)
    except LoomError as error:
        raise LoweringError(error.message, error.advice or HOW_TO_TRUST) from error


def _construct(construction: Construction, own: Own) -> nn.Module:
    make = own.get(construction.type) or callables().get(construction.type)
    if make is None:
        raise LoweringError(
            later(
                "{node}: there is no layer {type}",
                node=construction.node,
                type=repr(construction.type),
            )
        )
    args = [_argument(value, own) for value in construction.args]
    kwargs = {name: _argument(value, own) for name, value in construction.kwargs.items()}
    try:
        made: nn.Module = make(*args, **kwargs)
        return made
    except (ValueError, TypeError, RuntimeError, AssertionError) as error:
        raise LoweringError(
            later(
                "{node}: PyTorch refuses to build {type}: {error}",
                node=construction.node,
                type=construction.type,
                error=error,
            )
        ) from error


def _argument(value: Value | Construction, own: Own) -> Any:
    return _construct(value, own) if isinstance(value, Construction) else live_value(value)
