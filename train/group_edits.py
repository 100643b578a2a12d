"""Changes of the parameter groups, as edits of ``training.optimizer``: what the studio asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from graph.document import Document, Value
from graph.edits import UNSET, Batch, Edit, SetTraining
from graph.phrases import later
from train.grouping import NO_DECAY, Member, fits
from train.reading import read_training
from train.settings import ParameterGroup

Group = dict[str, Value]


def given_groups(document: Document) -> list[Group]:
    """The groups as they are written; what is no mapping, which is said, is an empty one."""
    groups = _optimizer(document).get("groups")
    found = groups if isinstance(groups, tuple | list) else ()
    return [dict(group) if isinstance(group, Mapping) else {} for group in found]


def add_group(
    document: Document, nodes: Sequence[str] = (), members: Collection[Member] = ()
) -> Edit:
    """One more group at the end, of these nodes, which no other has any more."""
    groups = given_groups(document)
    taken = {group.get("name") for group in groups}
    number = next(n for n in range(1, len(groups) + 2) if f"group {n}" not in taken)
    groups.append({"name": f"group {number}", "nodes": ()})
    for node in nodes:
        _assign(groups, len(groups) - 1, node, members)
    return _set(document, groups, later("Add parameter group"))


def paint(
    document: Document, index: int | None, nodes: Sequence[str], members: Collection[Member]
) -> Edit | None:
    """Let a group, or none of them, have these nodes; None where nothing changes by that.

    A group that a pattern of its own would still give a node to says that it does not mean it.
    """
    groups = given_groups(document)
    before = [dict(group) for group in groups]
    for node in nodes:
        _assign(groups, index, node, members)
    if groups == before:
        return None
    title = later("everything else") if index is None else _title(groups[index], index)
    words = later(
        "Put {n} layers into {group}", one="Put {node} into {group}", n=len(nodes), group=title,
        node=nodes[0],
    )  # fmt: skip
    return _set(document, groups, words)


def set_group(document: Document, index: int, key: str, value: Value) -> Edit:
    """One value of a group; UNSET takes it away."""
    groups = given_groups(document)
    if value is UNSET:
        groups[index].pop(key, None)
    else:
        groups[index][key] = value
    return _set(document, groups, later("Set {name}", name=key))


def set_kinds(document: Document, index: int, kinds: tuple[str, ...]) -> Edit:
    """Keep a group to parameters of these kinds; none of them lifts that.

    A group that had no layers yet is of all layers then, and of none again once that is lifted.
    """
    groups = given_groups(document)
    group = groups[index]
    if kinds:
        group["kinds"] = kinds[0] if len(kinds) == 1 else kinds
        if group.get("nodes") == ():
            del group["nodes"]
    else:
        group.pop("kinds", None)
        group.setdefault("nodes", ())
    return _set(document, groups, later("Set {name}", name="kinds"))


def move_group(document: Document, index: int, to: int) -> Edit:
    groups = given_groups(document)
    groups.insert(to, groups.pop(index))
    return _set(document, groups, later("Move group"))


def remove_group(document: Document, index: int) -> Edit:
    groups = given_groups(document)
    del groups[index]
    return _set(document, groups, later("Remove the group"))


def set_no_decay(document: Document, on: bool) -> Edit:
    """Let nothing decay of biases and norms, or let all decay alike."""
    optimizer = _optimizer(document)
    if on:
        optimizer["no_decay"] = NO_DECAY
    else:
        optimizer.pop("no_decay", None)
    words = later("No decay on bias and norm") if on else later("Decay on bias and norm again")
    return Batch((SetTraining(("optimizer",), optimizer),), words)


def scaled_rates(document: Document, rate: float) -> Edit:
    """Another learning rate for the optimizer; groups with one of their own keep their ratio.

    Of a schedule that sets the rates by itself, OneCycleLR and CyclicLR, it is the highest.
    """
    config = read_training(document.training)[0]
    before = float(config.optimizer.arguments.get("lr", 0) or 0)
    optimizer, label = _optimizer(document), later("Set lr to {rate:g}", rate=rate)
    factor = rate / before if before else 1.0
    groups = given_groups(document)
    for group in groups:
        if isinstance(own := group.get("lr"), int | float) and before:
            group["lr"] = float(f"{own * factor:.6g}")
    optimizer["lr"] = rate
    if groups:
        optimizer["groups"] = tuple(groups)
    edits: list[Edit] = [SetTraining(("optimizer",), optimizer)]
    schedule = config.schedule
    if schedule is not None and schedule.type in ("OneCycleLR", "CyclicLR"):
        edits.append(SetTraining(("schedule", "max_lr"), rate))
        low = schedule.arguments.get("base_lr")
        if isinstance(low, int | float) and low >= rate:
            edits.append(SetTraining(("schedule", "base_lr"), float(f"{rate / 10:.6g}")))
    return Batch(tuple(edits), label)


def _assign(groups: list[Group], index: int | None, node: str, members: Collection[Member]) -> None:
    """Let one group have a node, and no other."""
    own = [m for m in members if m.node == node or m.node.startswith(f"{node}.")]
    for place, group in enumerate(groups):
        nodes = _nodes(group)
        if place == index:
            nodes = [n for n in nodes if not (n.startswith("!") and _is_in(n[1:], node))]
            if not _all_fit(group, nodes, own):
                nodes.append(node)
        else:
            nodes = [n for n in nodes if not _is_in(n, node)]
            nodes = nodes if any(not n.startswith("!") for n in nodes) else []
            if (nodes or "nodes" not in group) and _any_fits(group, nodes, own):
                nodes = [*(nodes or ["*"]), f"!{node}"]
        if nodes != _nodes(group):
            group["nodes"] = tuple(nodes)


def _is_in(name: str, node: str) -> bool:
    """Whether a name is that of a node, or of something in it."""
    return name == node or name.startswith(f"{node}.")


def _all_fit(group: Group, nodes: list[str], own: Iterable[Member]) -> bool:
    return bool(nodes) and all(_fits(group, nodes, m, any_kind=True) for m in own)


def _any_fits(group: Group, nodes: list[str], own: Iterable[Member]) -> bool:
    return any(_fits(group, nodes, m) for m in own)


def _fits(group: Group, nodes: list[str], member: Member, *, any_kind: bool = False) -> bool:
    kinds = group.get("kinds") or ()
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    meant = () if any_kind or not isinstance(kinds, tuple | list) else tuple(map(str, kinds))
    return fits(ParameterGroup(tuple(nodes), kinds=meant), member)


def _nodes(group: Group) -> list[str]:
    nodes = group.get("nodes") or ()
    return [nodes] if isinstance(nodes, str) else [str(n) for n in nodes]


def _title(group: Group, index: int) -> str:
    return str(group.get("name") or ", ".join(_nodes(group)[:3]) or index + 1)


def _optimizer(document: Document) -> dict[str, Any]:
    """The mapping ``optimizer:``, whatever stands there: ``SGD`` is short for its type."""
    said = document.training.get("optimizer")
    if isinstance(said, str):
        return {"type": said}
    if isinstance(said, Mapping) and "type" in said:
        return dict(said)
    kept = dict(said) if isinstance(said, Mapping) else {}
    return {"type": read_training(document.training)[0].optimizer.type, **kept}


def _set(document: Document, groups: list[Group], label: str) -> Edit:
    optimizer = _optimizer(document)
    optimizer["groups"] = tuple(groups)
    if not groups:
        del optimizer["groups"]
    return Batch((SetTraining(("optimizer",), optimizer),), label)  # no two of them become one step
