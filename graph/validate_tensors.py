"""What is wrong with a tensor of the network's own: one that cannot be learned or kept."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from graph.document import Graph, Group, Node, Value
from graph.edits import UNSET, SetArgument, SetGroups, SetOption
from graph.freezing import is_valid
from graph.limits import MAX_LAYER_BYTES
from graph.phrases import later
from graph.problems import Fix, Problem

#: Bytes of one number at most.
_WIDEST = 8


def check_tensor(scope: str, node: Node, bound: Mapping[str, Value]) -> Iterator[Problem]:
    """Problems of a Parameter, Buffer or Constant whose arguments are of the right types."""
    dtype = str(bound.get("dtype", "float32"))
    if node.type == "Parameter" and not dtype.startswith(("float", "bfloat", "complex")):
        fix = Fix("Reset dtype", SetArgument(node.name, "dtype", UNSET, scope))
        message = later(
            "{name}: a Parameter is learned, so it cannot hold {dtype}.",
            name=node.name,
            dtype=dtype,
        )
        yield Problem("error", "bad-argument", message, node.name, "dtype", scope, (fix,))
    shape = bound.get("shape", ())
    numbers = isinstance(shape, tuple) and all(type(size) is int for size in shape)
    if numbers and math.prod(shape) * _WIDEST > MAX_LAYER_BYTES:
        message = later(
            "{name}: a tensor of {shape} does not fit into memory.",
            name=node.name,
            shape=list(shape),
        )
        yield Problem("error", "too-large", message, node.name, "shape", scope)


def check_trainable(scope: str, node: Node) -> Iterator[Problem]:
    """``trainable`` says yes, no, or that the layer stays in eval mode too."""
    if is_valid(node.options.get("trainable", True)):
        return
    fixes = (
        Fix("Reset trainable", SetOption(node.name, "trainable", UNSET, scope)),
        Fix("Freeze it", SetOption(node.name, "trainable", False, scope)),
    )
    message = later(
        "{name}: trainable is true, false, or eval: frozen, and kept in eval mode.", name=node.name
    )
    yield Problem("error", "bad-option", message, node.name, scope=scope, fixes=fixes)


def check_frame_trainable(scope: str, graph: Graph, group: Group) -> Iterator[Problem]:
    """The same of a frame."""
    if is_valid(group.options.get("trainable", True)):
        return
    options = {k: v for k, v in group.options.items() if k != "trainable"}
    others = graph.groups.values()
    groups = tuple(Group(group.name, options) if other is group else other for other in others)
    fix = Fix("Reset trainable", SetGroups(groups, scope))
    message = later(
        "{name}: trainable is true, false, or eval: frozen, and kept in eval mode.", name=group.name
    )
    yield Problem("error", "bad-option", message, scope=scope, fixes=(fix,))
