"""Whether PyTorch takes optimizer and schedule as they are set, tried on a dummy before the run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.edits import UNSET, Batch, SetTraining
from graph.errors import TrainingError
from graph.phrases import joined, later
from graph.problems import Fix, Problem
from train import catalog
from train.data import DataDescription
from train.grouping import Formed, Member, form_groups
from train.settings import ScheduleConfig, TrainingConfig

Path = tuple[str, ...]

#: How many units a PolynomialLR takes to come to 0, unless it is told.
POLYNOMIAL = 5


def check_schedule(
    config: TrainingConfig, members: Sequence[Member] | None, described: DataDescription
) -> Iterator[Problem]:
    """What of the schedule cannot be, or does not fit the length of the run or the groups.

    ``members`` are the network's parameters; None while they are not known.
    """
    from train.preview import is_stepwise, steps_in_epoch

    formed = _formed(config, members)
    wrong: list[Problem] = []
    if config.schedule is not None:
        unit = steps_in_epoch(config, described) if is_stepwise(config) else 1
        if formed is not None:
            wrong += _check_lists(config.schedule, formed, ("schedule",))
        wrong += _check_lengths(config.schedule, config.epochs * unit, ("schedule",), inner=False)
    yield from wrong
    if not any(problem.severity == "error" for problem in wrong):
        yield from _try(config, formed or [Formed("", None, (), {})])


def _formed(config: TrainingConfig, members: Sequence[Member] | None) -> list[Formed] | None:
    """The groups, as far as they are known."""
    from train.optimization import default_decay

    if not config.optimizer.is_grouped:
        return [Formed("", None, (), {})]
    if members is None:
        return None
    return form_groups(members, config.optimizer, default_decay(config.optimizer.type)) or None


def _check_lists(
    schedule: ScheduleConfig, formed: Sequence[Formed], path: Path
) -> Iterator[Problem]:
    """A list has a value for each parameter group."""
    for name in sorted(catalog.PER_GROUP & schedule.arguments.keys()):
        values = schedule.arguments[name]
        if not isinstance(values, tuple) or len(values) == len(formed):
            continue
        names = joined(", ", [group.title for group in formed if group.title])
        said = later(
            "{path}.{name}: {values} values for {n} parameter groups",
            one="{path}.{name}: {values} values for {n} parameter group",
            path=".".join(("training", *path)),
            name=name,
            values=len(values),
            n=len(formed),
        )
        if names:
            said = later("{said}: {names}", said=said, names=names)
        whole = (*values, *[values[-1]] * len(formed))[: len(formed)] if values else UNSET
        one = values[0] if values else UNSET
        fixes = [Fix(later("One value for all groups"), SetTraining((*path, name), one))]
        if len(formed) > 1 and values:
            fixes.insert(0, Fix(later("A value for each"), SetTraining((*path, name), whole)))
        yield Problem("error", "schedule-groups", said, fixes=tuple(fixes))
    for index, part in enumerate(schedule.schedulers):
        yield from _check_lists(part, formed, (*path, "schedulers", str(index)))


def _check_lengths(
    schedule: ScheduleConfig, units: int, path: Path, *, inner: bool
) -> Iterator[Problem]:
    """A part that comes after the end, and OneCycleLR, which raises once it is over."""
    here = ".".join(("training", *path))
    total = schedule.arguments.get("total_steps")
    if schedule.type == "OneCycleLR" and isinstance(total, int) and total < units:
        said = later(
            "{path}: OneCycleLR is over after {total} of {units} steps",
            path=here,
            total=total,
            units=units,
        )
        dropping = SetTraining((*path, "total_steps"), UNSET)
        fix = Fix(later("As long as the run"), dropping)
        yield Problem("error" if inner else "hint", "schedule-length", said, fixes=(fix,))
    total = schedule.arguments.get("total_iters", POLYNOMIAL)
    if schedule.type == "PolynomialLR" and isinstance(total, int) and total < units:
        said = later(
            "{path}: PolynomialLR is at 0 after {total} of {units}, and nothing is learned from "
            "then on",
            path=here,
            total=total,
            units=units,
        )
        label = later("As long as the run")
        kind = SetTraining((*path, "type"), schedule.type)  # which may stand alone
        fix = Fix(label, Batch((kind, SetTraining((*path, "total_iters"), units)), label))
        yield Problem("hint", "schedule-length", said, fixes=() if inner else (fix,))
    late = next((m for m in schedule.milestones if m >= units), None)
    if schedule.type == "SequentialLR" and late is not None:
        said = later(
            "{path}.milestones: the run has {units}, so what begins at {late} never does",
            path=here,
            units=units,
            late=late,
        )
        yield Problem("hint", "schedule-length", said)
    for index, (part, span) in enumerate(
        zip(schedule.schedulers, _spans(schedule, units), strict=True)
    ):
        inside = (*path, "schedulers", str(index))
        yield from _check_lengths(part, span, inside, inner=True)


def _spans(schedule: ScheduleConfig, units: int) -> list[int]:
    """How long each part lasts; with a wrong number of milestones, which is said, anything."""
    spans = schedule.spans(units)
    return (spans + [1] * len(schedule.schedulers))[: len(schedule.schedulers)]


def _try(config: TrainingConfig, formed: Sequence[Formed]) -> Iterator[Problem]:
    """Build both, as the run will."""
    from train.preview import unit_rates

    try:
        next(unit_rates(config, formed, 1))
    except TrainingError as error:
        part = "schedule" if "schedule" in error.advice else "optimizer"
        said = later("{name}: {words}", name=f"training.{part}", words=error.message)
        yield Problem("error", "setup-refused", said)
