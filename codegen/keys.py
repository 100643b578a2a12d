"""What the layers and frames of the canvas are called in ``state_dict``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from codegen.program import (
    ClassDefinition,
    Conditional,
    Construction,
    Container,
    Initializer,
    Program,
)

#: By scope ("" for the network, else the name of a block), the key of each node and frame.
Keys = dict[str, dict[str, str]]


def keys_of(program: Program) -> Keys:
    """The key of every node and frame that is a submodule, or a tensor that the network keeps.

    ``features.0`` is where the names of its tensors begin: ``features.0.weight``. The keys inside
    a block begin at the block; a function has none.
    """
    classes = {definition.type: definition for definition in program.classes}
    whole = {definition.block: definition for definition in program.classes}  # the last is it
    return {
        scope: dict(_submodules(definition.submodules, definition.by, "", definition, classes))
        for scope, definition in whole.items()
    }


def _submodules(
    items: tuple[tuple[str, Initializer], ...],
    by: str,
    before: str,
    around: ClassDefinition,
    classes: Mapping[str, ClassDefinition],
) -> Iterator[tuple[str, str]]:
    for index, (name, made) in enumerate(items):
        key = f"{before}{name if by == 'name' else index}"
        if isinstance(made, Conditional):
            made = made.item
        yield (isinstance(made, Container) and made.group) or made.node, key
        if isinstance(made, Container):
            yield from _submodules(made.items, made.by, f"{key}.", around, classes)
        inner = classes.get(made.type) if isinstance(made, Construction) else None
        if inner is not None and inner.block == around.block:  # the class of a frame
            yield from _submodules(inner.submodules, inner.by, f"{key}.", around, classes)
