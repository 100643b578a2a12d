"""The arguments of a block as a form shows them: a kind of field for each, by its default."""

from __future__ import annotations

from graph.catalog.layer import Argument, ArgumentType
from graph.document import Block, Value


def signature(block: Block) -> tuple[Argument, ...]:
    """One argument for each of the block's, in their order; any value may be said for it."""
    return tuple(
        Argument(name, kind_of(default), default, optional=default is None)
        for name, default in block.arguments.items()
    )


def kind_of(default: Value) -> ArgumentType:
    """``size`` takes a number or one for each axis, as most whole numbers of layers do."""
    if isinstance(default, bool):
        return "bool"
    return "size" if isinstance(default, int) else "any"
