"""Reads ``optimizer:`` with its groups, and ``schedule:`` with its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from graph.catalog.layer import Layer
from graph.document import Value
from graph.edits import UNSET, SetTraining
from graph.phrases import later
from graph.problems import Fix
from train import catalog
from train.grouping import KINDS, NOTHING
from train.reader import Path, Reader, dropping
from train.settings import OptimizerConfig, ParameterGroup, ScheduleConfig, Unit

#: How deep schedules may stand in each other.
DEEPEST = 3

#: What PyTorch does not take into a schedule made of others: what wants a metric, and, where one
#: part follows another, what cannot say by itself where it begins.
NEVER_IN: Mapping[str, frozenset[str]] = {
    "ChainedScheduler": frozenset({"ReduceLROnPlateau"}),
    "SequentialLR": frozenset({"ReduceLROnPlateau", "ChainedScheduler", "SequentialLR"}),
}

#: What a group says beside arguments of the optimizer.
GROUP = ("nodes", "kinds", "name", "frozen")


def read_optimizer(reader: Reader, optimizer: Mapping[str, Value]) -> OptimizerConfig:
    path = ("optimizer",)
    known = catalog.optimizers()
    name = reader.choice(optimizer.get("type", "Adam"), known, (*path, "type"), "")
    if not name:
        return OptimizerConfig()
    own = {key: value for key, value in optimizer.items() if key not in ("groups", "no_decay")}
    groups = optimizer.get("groups") or ()
    if not isinstance(groups, tuple | list):
        here = (*path, "groups")
        reader.complain(here, "bad-value", later("expected a list"), dropping(here))
        groups = ()
    read = [
        _read_group(
            reader, known[name], reader.mapping(group, (*path, "groups", str(index))), index
        )
        for index, group in enumerate(groups)
    ]
    return OptimizerConfig(
        name,
        reader.arguments(known[name], own, path),
        tuple(read),
        _read_kinds(reader, optimizer.get("no_decay"), (*path, "no_decay")),
    )


def _read_group(
    reader: Reader, layer: Layer, group: Mapping[str, Value], index: int
) -> ParameterGroup:
    """A group that says nothing of what it takes, or nonsense, is said and takes nothing."""
    path = ("optimizer", "groups", str(index))
    kinds = _read_kinds(reader, group.get("kinds"), (*path, "kinds"))
    nodes = _read_names(reader, group.get("nodes"), (*path, "nodes"))
    if not nodes and (not kinds or "nodes" in group):
        said = later('a group names its layers: nodes: "classifier.*"')
        fix = Fix(later("Remove the group"), SetTraining(path, UNSET))
        reader.complain(path, "missing-value", said, fix)
        nodes = NOTHING
    name = group.get("name", "")
    if not isinstance(name, str):
        here = (*path, "name")
        said = later("expected a name, not {value}", value=repr(name))
        reader.complain(here, "bad-value", said, dropping(here))
        name = ""
    return ParameterGroup(
        nodes,
        reader.arguments(layer, group, path, GROUP),
        kinds,
        name,
        reader.flag(group, "frozen", path, False),
    )


def _read_names(reader: Reader, value: Value, path: Path) -> tuple[str, ...]:
    """``nodes: conv*`` is short for ``nodes: [conv*]``."""
    names = (value,) if isinstance(value, str) else value
    if names is None:
        return ()
    good = isinstance(names, tuple | list) and all(isinstance(n, str) and n for n in names)
    if not good:
        said = later("expected names and patterns of layers, not {value}", value=repr(value))
        reader.complain(path, "bad-value", said, dropping(path))
        return ()
    return tuple(str(name) for name in cast("tuple[str, ...]", names))


def _read_kinds(reader: Reader, value: Value, path: Path) -> tuple[str, ...]:
    if value is None:
        return ()
    given = (value,) if isinstance(value, str) else value
    if not isinstance(given, tuple | list):
        said = later("expected a list of {kinds}", kinds=", ".join(KINDS))
        reader.complain(path, "bad-value", said, dropping(path))
        return ()
    known = (reader.choice(kind, KINDS, (*path, str(i)), "") for i, kind in enumerate(given))
    return tuple(dict.fromkeys(kind for kind in known if kind))


def read_schedule(
    reader: Reader, value: Any, path: Path = ("schedule",), depth: int = 0
) -> ScheduleConfig | None:
    if value is None:
        return None
    schedule = reader.typed(value, path)
    known = catalog.schedules()
    if not schedule:
        return None
    if depth > DEEPEST:
        reader.complain(
            path, "bad-value", later("schedules are nested too deep"), dropping(("schedule",))
        )
        return None
    name = reader.choice(schedule.get("type"), known, (*path, "type"), "")
    if not name:
        return None
    natural: Unit = "step" if name in catalog.PER_STEP else "epoch"
    per = reader.choice(schedule.get("per", natural), ("epoch", "step"), (*path, "per"), natural)
    own = {key: v for key, v in schedule.items() if key not in ("per", "schedulers")}
    parts: list[ScheduleConfig | None] = []
    if name in catalog.COMPOSED:
        listed = schedule.get("schedulers")
        listed = listed if isinstance(listed, tuple | list) else ()
        parts = [
            read_schedule(reader, part, (*path, "schedulers", str(index)), depth + 1)
            for index, part in enumerate(listed)
        ]
        _check_parts(reader, name, schedule, parts, path)
    elif "schedulers" in schedule:
        own["schedulers"] = schedule["schedulers"]  # named as an unknown key below
    kept = reader.arguments(known[name], own, path)
    return ScheduleConfig(name, kept, cast("Unit", per), tuple(p for p in parts if p is not None))


def _check_parts(
    reader: Reader,
    name: str,
    schedule: Mapping[str, Value],
    parts: list[ScheduleConfig | None],
    path: Path,
) -> None:
    if not parts:
        example = "schedulers: [{type: LinearLR}, {type: CosineAnnealingLR}]"
        reader.complain(
            path,
            "missing-value",
            later("{name} needs its parts: {example}", name=name, example=example),
        )
    for part in parts:
        if part is not None and part.type in NEVER_IN[name]:
            said = later("{name} cannot contain {part}", name=name, part=part.type)
            reader.complain(path, "bad-value", said)
    milestones = schedule.get("milestones", ())
    count = len(milestones) if isinstance(milestones, tuple | list) else -1
    if name == "SequentialLR" and parts and count != len(parts) - 1:
        said = later(
            "{parts} parts need {parts_2} milestones, one where each next begins",
            parts=len(parts),
            parts_2=len(parts) - 1,
        )
        reader.complain((*path, "milestones"), "bad-value", said)
