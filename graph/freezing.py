"""What does not learn: layers, blocks and frames that say ``trainable: false`` or ``eval``."""

from __future__ import annotations

from collections.abc import Mapping

from graph.document import Graph, Node, Value

#: It does not learn, and does as in evaluation while the rest is trained: no dropout, no new
#: running means.
EVAL = "eval"


def says_frozen(options: Mapping[str, Value]) -> bool:
    """Whether a node or frame says that it does not learn."""
    said = options.get("trainable", True)
    return said is False or said == EVAL


def says_eval(options: Mapping[str, Value]) -> bool:
    """Whether a node or frame says that it stays in eval mode."""
    return bool(options.get("trainable") == EVAL)


def is_valid(value: Value) -> bool:
    return isinstance(value, bool) or (isinstance(value, str) and value == EVAL)


def is_frozen(graph: Graph, node: Node) -> bool:
    """Whether a node, or a frame that it stands in, says that it does not learn."""
    frames = [graph.groups[name] for name in graph.frames_around(node.options.get("group"))]
    options = [node.options, *(frame.options for frame in frames if not frame.is_plain)]
    return any(map(says_frozen, options))
