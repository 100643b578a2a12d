"""Muting: what arrives at a node goes past it, as ``when: false`` says; and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from graph.catalog import CATALOG
from graph.catalog.node_ports import ports
from graph.document import UNSET, Document, Expression, Node
from graph.edits import Batch, Edit, SetOption
from graph.errors import EditError
from graph.phrases import later
from graph.validate import why_not


def mute_edit(document: Document, scope: str, names: Sequence[str]) -> Edit:
    """Mute nodes, or where all of them are muted, let them take part again.

    Those that cannot be left out stay as they are. Raises: EditError, if none can.
    """
    nodes = [document.scope(scope).node(name) for name in names]
    reasons = {node.name: _why_not(document, scope, node) for node in nodes}
    able = [node for node in nodes if not reasons[node.name]]
    muted = [node for node in nodes if node.options.get("when") is False]
    if muted and len(muted) >= len(able):
        said = ", ".join(node.name for node in muted)
        back = tuple(SetOption(node.name, "when", UNSET, scope) for node in muted)
        return Batch(back, later("Unmute {what}", what=_few(said)))
    going = [node for node in able if node not in muted]
    if not going:
        name, why = next(iter(reasons.items()), ("", later("nothing is selected")))
        raise EditError(later("{name}: {words}", name=name, words=why) if name else why)
    said = ", ".join(node.name for node in going)
    out = tuple(SetOption(node.name, "when", False, scope) for node in going)
    return Batch(out, later("Mute {what}", what=_few(said)))


def _why_not(document: Document, scope: str, node: Node) -> str:
    said = node.options.get("when")
    if isinstance(said, Expression):
        return later("{said} decides whether it is there; change that in the inspector", said=said)
    wired = [edge.target_port for edge in document.scope(scope).in_edges(node.name)]
    found = ports(document, scope, node, wired)
    return why_not(node, CATALOG.get(node.type), found, later("left out"))


def _few(names: str) -> str:
    return names if len(names) <= 32 else f"{names[:30]}..."
