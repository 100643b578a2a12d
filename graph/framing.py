"""Putting layers into a frame and taking them out of it, as edits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.document import UNSET, Document, Graph, Group
from graph.edits import Batch, Edit, SetGroups, SetOption
from graph.phrases import later


def common_group(graph: Graph, names: Iterable[str]) -> str | None:
    """The innermost frame that holds all of ``names``; None where no frame does."""
    chains = [graph.frames_around(graph.node(name).options.get("group")) for name in names]
    if not chains:
        return None
    return next((g for g in chains[0] if all(g in chain for chain in chains)), None)


def members(graph: Graph, group: str) -> list[str]:
    """The nodes in a frame and in the frames inside of it, in creation order."""
    return [n.name for n in graph.nodes if group in graph.frames_around(n.options.get("group"))]


def whole_frames(graph: Graph, names: Iterable[str]) -> list[str]:
    """The frames that hold something, and all of it among ``names``."""
    chosen = set(names)
    held: dict[str, bool] = {}
    for node in graph.nodes:
        for group in graph.frames_around(node.options.get("group")):
            held[group] = held.get(group, True) and node.name in chosen
    return [group for group, whole in held.items() if whole]


def frame_edit(
    document: Document, scope: str, names: Iterable[str], container: str = "Sequential"
) -> Edit:
    """Put layers into a new frame inside the frame that holds them all.

    A frame that lies wholly among ``names`` moves into the new one with all it holds.
    """
    graph, chosen = document.scope(scope), list(names)
    outer = common_group(graph, chosen)
    if outer is not None and set(members(graph, outer)) <= set(chosen):
        outer = graph.groups[outer].parent  # the whole frame was chosen: frame it, not its inside
    name = _fresh_group(graph)
    inside = {"group": outer} if outer else {}
    whole = [
        group for group in graph.groups.values()
        if group.parent == outer and (held := members(graph, group.name))
        and set(held) <= set(chosen)
    ]  # fmt: skip
    moved = {
        group.name: replace(group, options={**group.options, "group": name}) for group in whole
    }
    groups = [moved.get(group.name, group) for group in graph.groups.values()]
    new = Group(name, {"container": container, **inside})
    kept = {node for group in whole for node in members(graph, group.name)}
    return Batch(
        (
            SetGroups((*groups, new), scope),
            *(SetOption(node, "group", name, scope) for node in chosen if node not in kept),
        ),
        label=later("Frame"),
    )


def unframe_edit(document: Document, scope: str, group: str) -> Edit:
    """Take a frame away; what it held goes to the frame around it, if there is one."""
    graph = document.scope(scope)
    outer = graph.groups[group].parent
    groups = []
    for other in graph.groups.values():
        if other.name == group:
            continue
        if other.parent == group:
            options = {key: value for key, value in other.options.items() if key != "group"}
            other = replace(other, options={**options, **({"group": outer} if outer else {})})
        groups.append(other)
    held = [node.name for node in graph.nodes if node.options.get("group") == group]
    return Batch(
        (
            *(SetOption(node, "group", outer or UNSET, scope) for node in held),
            SetGroups(tuple(groups), scope),
        ),
        label=later("Remove frame"),
    )


def _fresh_group(graph: Graph) -> str:
    taken = {*graph.names, *graph.groups}
    return next(name for i in range(1, len(taken) + 2) if (name := f"group{i}") not in taken)
