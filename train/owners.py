"""Which node of the canvas each parameter of a compiled network belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from torch import nn

from codegen.formulas import bound
from codegen.program import (
    ClassDefinition,
    Construction,
    Container,
    Initializer,
    OwnTensor,
    Program,
)


def parameter_owners(program: Program, network: nn.Module) -> dict[str, str]:
    """Map ``features.0.weight`` to ``conv1``; inside a block to ``stage.conv1``."""
    nodes = module_owners(program)
    owners = {}
    for name, _ in network.named_parameters(remove_duplicate=False):
        place = name
        while place and place not in nodes:
            place = place.rpartition(".")[0]
        if place:
            owners[name] = nodes[place]
    return owners


def module_owners(program: Program) -> dict[str, str]:
    """Map the path of each built layer to its node: ``features.0`` to ``conv1``."""
    return dict(_modules(program, bound(program.network, (), {}), "", ""))


def _modules(
    program: Program, definition: ClassDefinition, path: str, scope: str
) -> Iterator[tuple[str, str]]:
    """Every built layer of a class: its place among the submodules, and its node."""
    for index, (name, initializer) in enumerate(definition.submodules):
        key = str(index) if definition.by == "index" else name
        yield from _built(program, initializer, path + key, scope)


def _built(
    program: Program, initializer: Initializer, path: str, scope: str
) -> Iterator[tuple[str, str]]:
    if isinstance(initializer, Container):
        for index, (_, item) in enumerate(initializer.items):
            yield from _built(program, item, f"{path}.{initializer.key(index)}", scope)
    elif isinstance(initializer, OwnTensor):
        yield path, scope + initializer.node
    elif isinstance(initializer, Construction):
        node = scope + (initializer.node or path)
        yield path, node
        inner = next((c for c in program.classes if c.type == initializer.type), None)
        if inner is not None:
            made = bound(inner, initializer.args, initializer.kwargs)
            yield from _modules(program, made, f"{path}.", f"{node}.")
