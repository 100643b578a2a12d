"""What becomes of weights in common when the layer that has them goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.catalog.borrowed import borrowed
from graph.document import Graph, Node
from graph.sharing import is_sharer, mentioned, renamed_shares


def heirs(graph: Graph, name: str) -> list[Node]:
    """The nodes that change when ``name`` goes: its weights go to the first that shares them.

    The first of the same type becomes the owner, with all that was said of the weights, and the
    others follow it. Where single parameters were taken, the first that took each keeps it.
    """
    gone = graph.node(name)
    others = [node for node in graph.sharing if name in mentioned(node) and node.name != name]
    if is_sharer(gone):  # those that shared by way of it go on to where it led
        return [renamed_shares(node, name, gone.options["shares"]) for node in others]
    heir = next((n for n in others if is_sharer(n) and n.type == gone.type), None)
    if heir is None:
        return list(_untied(name, [node for node in others if not is_sharer(node)]))
    made = borrowed(graph, heir).without_option("shares")
    kept = {k: gone.options[k] for k in ("initialize", "trainable") if k in gone.options}
    made = replace(made, options={**made.options, **kept})
    return [made, *(renamed_shares(n, name, heir.name) for n in others if n is not heir)]


def _untied(name: str, others: list[Node]) -> Iterator[Node]:
    keepers: dict[str, str] = {}  # what was taken -> who has it now
    for node in others:
        said: dict[str, object] = {}
        for parameter, value in node.options["shares"].items():
            source, _, theirs = value.partition(".") if isinstance(value, str) else ("", "", "")
            theirs = theirs or parameter
            if source != name:
                said[parameter] = value
            elif theirs in keepers:
                said[parameter] = keepers[theirs]
            else:
                keepers[theirs] = f"{node.name}.{parameter}"
        yield node.with_option("shares", said) if said else node.without_option("shares")
