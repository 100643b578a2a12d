"""Which parameter goes to which group of the optimizer: a function of names alone; no torch."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.document import Value
from graph.phrases import joined, later
from train.settings import OptimizerConfig, ParameterGroup

#: What a parameter can be: a bias, something of a normalisation layer, or a weight.
KINDS = ("bias", "norm", "weight")

#: Who would decay nothing of these follows most papers; the studio's one click.
NO_DECAY = ("bias", "norm")

#: Fits no layer.
NOTHING = ("!*",)

#: How the parameters are called that no group takes.
REST = later("everything else")


@dataclass(frozen=True)
class Member:
    """A parameter: its name in ``state_dict``, the node it belongs to, and what it is.

    ``learns`` is false where its node is frozen: the optimizer does not see it.
    """

    name: str
    node: str
    kind: str
    shape: tuple[int, ...] = ()
    learns: bool = True
    sparse: bool = False

    @property
    def size(self) -> int:
        product = 1
        for size in self.shape:
            product *= size
        return product


@dataclass(frozen=True)
class Formed:
    """One dict of the list that ``torch.optim`` takes.

    ``index`` is the group's place in ``training.optimizer.groups``; None for what no group takes.
    ``spared`` says that it holds what does not decay of its group.
    """

    title: str
    index: int | None
    members: tuple[Member, ...]
    settings: dict[str, Value]
    frozen: bool = False
    spared: bool = False


def form_groups(members: Iterable[Member], config: OptimizerConfig, decay: float) -> list[Formed]:
    """Share the parameters out: each to the first group that fits it, the rest before them.

    ``decay`` is the weight decay that the optimizer has where nothing is said. A group that has
    some is two where ``no_decay`` spares a part of it. A group that fits nothing is left out.
    """
    shares: dict[int, list[Member]] = {index: [] for index in range(-1, len(config.groups))}
    for member in members:
        shares[group_of(member, config.groups)].append(member)
    formed: list[Formed] = []
    for index, share in shares.items():
        group = config.groups[index] if index >= 0 else None
        learning = tuple(m for m in share if m.learns)
        if learning or (share and group is not None):
            formed += _divided(index, group, learning, config, decay)
    return formed


def group_of(member: Member, groups: Sequence[ParameterGroup]) -> int:
    """The place of the first group that fits; -1 where none does."""
    return next((i for i, group in enumerate(groups) if fits(group, member)), -1)


def fits(group: ParameterGroup, member: Member) -> bool:
    """Whether a group means a parameter: by its kind, one pattern for it, and none against it."""
    if group.kinds and member.kind not in group.kinds:
        return False
    wanted = [p for p in group.nodes if not p.startswith("!")] or ["*"]
    against = [p[1:] for p in group.nodes if p.startswith("!")]
    place = (member.name, member.node)
    return any(matches(p, *place) for p in wanted) and not any(matches(p, *place) for p in against)


def matches(pattern: str, parameter: str, node: str) -> bool:
    """Whether a pattern means this parameter of this node.

    It may be written for the node (``conv1``), for a block around it (``stage``), for the place
    of the layer or of the parameter (``features.0.weight``), or for a frame around it.
    """
    return any(fnmatch.fnmatchcase(place, pattern) for place in _places(parameter, node))


def _places(parameter: str, node: str) -> set[str]:
    places = {parameter, node}
    for path in (parameter, node):
        places |= {path[:i] for i, letter in enumerate(path) if letter == "."}
    return {place for place in places if place}


def titles(config: OptimizerConfig) -> list[str]:
    """What the groups are called: by their names, or by what they take."""
    return [group.name or said(group) for group in config.groups]


def said(group: ParameterGroup) -> str:
    """What a group takes, in words."""
    if group.nodes == NOTHING:
        return later("no layer yet")
    nodes = ", ".join(group.nodes[:3]) + (", ..." if len(group.nodes) > 3 else "")
    if not group.kinds:
        return nodes or later("all layers")
    kinds = ", ".join(group.kinds)
    return later("{kinds} of {nodes}", kinds=kinds, nodes=nodes) if nodes else kinds


def _divided(
    index: int,
    group: ParameterGroup | None,
    members: tuple[Member, ...],
    config: OptimizerConfig,
    decay: float,
) -> list[Formed]:
    """One dict, or two where a part of it does not decay."""
    place = index if group is not None else None
    settings = dict(group.arguments) if group is not None else {}
    frozen = group is not None and group.frozen
    title = titles(config)[index] if group is not None else rest_title(config)
    given = settings.get("weight_decay", config.arguments.get("weight_decay", decay))
    spared = tuple(m for m in members if m.kind in config.no_decay)
    spared = spared if given and not frozen else ()
    if not spared:
        return [Formed(title, place, members, settings, frozen)]
    kept = tuple(m for m in members if m not in spared)
    without = joined(", ", (title, later("no decay")))
    parts = [Formed(title, place, kept, settings, frozen)] if kept else []
    free = {**settings, "weight_decay": 0.0}
    return [*parts, Formed(without, place, spared, free, frozen, spared=True)]


def rest_title(config: OptimizerConfig) -> str:
    return REST if config.groups else later("all layers")
