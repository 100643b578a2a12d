"""The call that builds the class of a block."""

from __future__ import annotations

from codegen.containers import is_trainable
from codegen.program import Construction, Value, own_type
from codegen.scope import Scope
from graph.document import Node


def block_construction(scope: Scope, node: Node) -> Construction:
    """``Stage(64, 128, blocks=4, stride=2)``: what has no default, and the width, by place.

    So is the second of two that PyTorch's layers begin with: ``in_channels, out_channels``.
    """
    block, given = scope.blocks[node.type], dict(scope.known(node).arguments)
    signature = [*block.lifted, *block.parameters.values()]
    by_place = len(block.lifted) + 1
    if [name.partition("_")[0] for name in signature[:2]] == ["in", "out"]:
        by_place = max(by_place, 2)
    if scope.style.keywords:
        by_place = 0
    args: list[Value] = []
    for name in signature[:by_place]:
        if name not in given:
            break
        args.append(given.pop(name))
    return Construction(
        own_type(block.name), tuple(args), given, node.name, trainable=is_trainable(node)
    )
