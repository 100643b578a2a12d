"""Changes of the schedule, as edits of ``training.schedule``: what the studio asks for.

A part is named by its place: ``()`` is the whole, ``(0,)`` its first part, ``(0, 1)`` the second
part of that one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.document import Document, Value
from graph.edits import UNSET, Batch, Edit, SetTraining
from graph.phrases import later
from train.catalog import COMPOSED, PER_STEP, schedules
from train.other_type import arguments_of
from train.reading import read_training

Place = tuple[int, ...]
Part = dict[str, Any]

#: What a part begins as that is put beside another, and what warms up.
NEXT, WARM = "ExponentialLR", "LinearLR"


def given_schedule(document: Document) -> Part:
    """The schedule as it is written; empty where there is none."""
    said = document.training.get("schedule")
    if isinstance(said, str):
        return {"type": said}
    return _copied(said) if isinstance(said, Mapping) else {}


def part_at(schedule: Part, place: Place) -> Part:
    """The part at a place. Raises: IndexError, where there is none."""
    for index in place:
        schedule = parts_of(schedule)[index]
    return schedule


def parts_of(schedule: Part) -> list[Part]:
    found = schedule.get("schedulers")
    return found if isinstance(found, list) else []


def choose_type(document: Document, place: Place, type_: str) -> Edit:
    """Another kind of part, with the values that both know; "" for none at all."""
    schedule = given_schedule(document)
    label = later("Choose {type}", type=type_)
    if not type_:
        return SetTraining(("schedule",), UNSET, later("Remove schedule"))
    before = part_at(schedule, place) if schedule else {}
    was = schedules().get(str(before.get("type")))
    plain = {key: _frozen(value) for key, value in before.items()}
    after: Part = {"type": type_, **arguments_of(schedules()[type_], plain, was)}
    natural = before.get("type") in PER_STEP and before.get("per") == "step"
    if "per" in before and not natural:  # which OneCycleLR had by itself
        after["per"] = before["per"]
    if type_ in COMPOSED:
        after |= _made_of(before, type_, document)
    if not place and type_ in PER_STEP:
        after["per"] = "step"
    return _set(document, _with(schedule, place, after), label)


def set_value(document: Document, place: Place, name: str, value: Value) -> Edit:
    """One argument of a part; UNSET takes it away."""
    schedule = given_schedule(document)
    part = dict(part_at(schedule, place))
    if value is UNSET:
        part.pop(name, None)
    else:
        part[name] = value
    return _set(document, _with(schedule, place, part), later("Set {name}", name=name))


def follow_with(document: Document, units: int) -> Edit:
    """One more part at the end of a sequence, or a sequence of the schedule and one more.

    ``units`` is the length of the run; the new part begins in the middle of what was the last.
    """
    schedule = given_schedule(document)
    new: Part = {"type": NEXT, **schedules()[NEXT].start_arguments}
    if schedule.get("type") == "SequentialLR":
        milestones = _milestones(schedule)
        start = milestones[-1] if milestones else 0
        schedule["schedulers"] = [*parts_of(schedule), new]
        schedule["milestones"] = [*milestones, _between(start, units)]
    else:
        schedule = _composed("SequentialLR", [schedule, new])
        schedule["milestones"] = [_between(0, units)]
    return _set(document, schedule, later("Add a part that follows"))


def chain_with(document: Document) -> Edit:
    """One more part that goes along: all rates are multiplied."""
    schedule = given_schedule(document)
    new: Part = {"type": NEXT, **schedules()[NEXT].start_arguments}
    if schedule.get("type") == "ChainedScheduler":
        schedule["schedulers"] = [*parts_of(schedule), new]
    else:
        schedule = _composed("ChainedScheduler", [schedule, new])
    return _set(document, schedule, later("Add a part that goes along"))


def warm_up(document: Document, units: int) -> Edit:
    """Begin low and rise for a twentieth of the run, then go on with what there was."""
    schedule = given_schedule(document)
    length = max(1, round(units / 20))
    warm: Part = {"type": WARM, "start_factor": 0.1, "total_iters": length}
    label = later("Warm up")
    if not schedule:
        return _set(document, {**warm, "per": "epoch"}, label)
    if schedule.get("type") == "SequentialLR":
        schedule["schedulers"] = [warm, *parts_of(schedule)]
        schedule["milestones"] = [length, *(max(m, length + 1) for m in _milestones(schedule))]
    elif schedule.get("type") == "ChainedScheduler":
        schedule["schedulers"] = [warm, *parts_of(schedule)]
    else:
        schedule = _composed("SequentialLR", [warm, schedule])
        schedule["milestones"] = [length]
    return _set(document, schedule, label)


def move_part(document: Document, place: Place, by: int) -> Edit:
    """Let a part stand before or after its neighbour; milestones stay where they are."""
    schedule = given_schedule(document)
    around = dict(part_at(schedule, place[:-1]))
    parts = list(parts_of(around))
    parts.insert(place[-1] + by, parts.pop(place[-1]))
    around["schedulers"] = parts
    return _set(document, _with(schedule, place[:-1], around), later("Move part"))


def remove_part(document: Document, place: Place) -> Edit:
    """Take a part out; of two, the one that is left stands alone."""
    label = later("Remove part")
    if not place:
        return SetTraining(("schedule",), UNSET, later("Remove schedule"))
    schedule = given_schedule(document)
    around = dict(part_at(schedule, place[:-1]))
    parts = list(parts_of(around))
    del parts[place[-1]]
    if len(parts) == 1:
        alone = dict(parts[0])
        if "per" in around:
            alone["per"] = around["per"]
        return _set(document, _with(schedule, place[:-1], alone), label)
    around["schedulers"] = parts
    if "milestones" in around:
        milestones = _milestones(around)
        del milestones[max(0, place[-1] - 1)]
        around["milestones"] = milestones
    return _set(document, _with(schedule, place[:-1], around), label)


def move_milestone(document: Document, place: Place, index: int, to: int) -> Edit:
    """Let one milestone of a part be elsewhere, between its neighbours."""
    schedule = given_schedule(document)
    part = dict(part_at(schedule, place))
    milestones = _milestones(part)
    low = milestones[index - 1] + 1 if index else 1
    high = milestones[index + 1] - 1 if index + 1 < len(milestones) else to
    milestones[index] = max(low, min(to, high))
    part["milestones"] = milestones
    return _set(document, _with(schedule, place, part), later("Move milestone"))


def milestones_in(schedule: Part, place: Place = ()) -> list[tuple[Place, int, int]]:
    """Every milestone that lies on the run's own time: (place of its part, index, where).

    Parts of a chain begin with it; those that follow another count from where they begin.
    """
    found = [(place, index, at) for index, at in enumerate(_milestones(schedule))]
    if schedule.get("type") == "ChainedScheduler":
        for index, part in enumerate(parts_of(schedule)):
            found += milestones_in(part, (*place, index))
    return found


def _composed(type_: str, parts: list[Part]) -> Part:
    """Of parts; what the first said of epochs and steps is now said by the whole."""
    whole: Part = {"type": type_}
    inner = [{k: v for k, v in part.items() if k != "per"} for part in parts if part]
    for part in parts:
        if "per" in part or part.get("type") in PER_STEP:
            whole["per"] = part.get("per", "step")
            break
    whole["schedulers"] = inner or [{"type": "ConstantLR", "factor": 1.0}]
    if len(whole["schedulers"]) == 1:
        whole["schedulers"].insert(0, {"type": "ConstantLR", "factor": 1.0})
    return whole


def _spread(document: Document, parts: int) -> list[int]:
    """Where parts begin that are to last alike."""
    epochs = read_training(document.training)[0].epochs
    return [max(part, part * epochs // parts) for part in range(1, parts)]


def _made_of(before: Part, type_: str, document: Document) -> Part:
    """The parts of another composition, or what stood alone as the only one."""
    alone = before or {"type": NEXT, **schedules()[NEXT].start_arguments}
    parts = parts_of(before) or [{k: v for k, v in alone.items() if k != "per"}]
    made: Part = {"schedulers": parts}
    if type_ == "SequentialLR":
        made["milestones"] = _milestones(before) or _spread(document, len(parts))
    return made


def _between(start: int, end: int) -> int:
    return max(start + 1, (start + end) // 2)


def _milestones(part: Part) -> list[int]:
    said = part.get("milestones") or ()
    said = (said,) if isinstance(said, int) else said
    return [m for m in said if isinstance(m, int)] if isinstance(said, tuple | list) else []


def _with(schedule: Part, place: Place, part: Part) -> Part:
    if not place:
        return part
    parts = list(parts_of(schedule))
    parts[place[0]] = _with(parts[place[0]], place[1:], part)
    return {**schedule, "schedulers": parts}


def _copied(value: Mapping[str, Any]) -> Part:
    """A copy that may be changed, with lists for tuples."""
    copy = dict(value)
    parts = copy.get("schedulers")
    if isinstance(parts, tuple | list):
        copy["schedulers"] = [
            _copied(p) if isinstance(p, Mapping) else {"type": str(p)} for p in parts
        ]
    return copy


def _set(document: Document, schedule: Part, label: str) -> Edit:
    return Batch((SetTraining(("schedule",), _frozen(schedule)),), label)


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def units_of(document: Document, steps_per_epoch: int) -> int:
    """The length of the run in what its schedule is stepped by."""
    config = read_training(document.training)[0]
    stepwise = config.schedule is not None and config.schedule.per == "step"
    return config.epochs * (steps_per_epoch if stepwise else 1)
