"""How a training script repeats what was done by hand while a run went, at the very same steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from graph.errors import TrainingError
from graph.phrases import later
from train.scheduling import read_plain
from train.script_code import literal
from train.script_setup import scheduler_text
from train.settings import ScheduleConfig, TrainingConfig

if TYPE_CHECKING:
    from codegen.program import Program

Event = Mapping[str, Any]

#: Events of acts that change how a run goes on.
ACTS = ("lr", "weight_decay", "frozen", "dropout", "schedule", "epochs")


@dataclass(frozen=True)
class Replay:
    """The acts of a run, in their order, along the course that it took in the end.

    ``stop`` is the step after which it was stopped, for good.
    """

    acts: tuple[Event, ...] = ()
    steps_per_epoch: int = 1
    epochs: int = 0
    stop: int | None = None

    def has(self, *kinds: str) -> bool:
        return any(act["event"] in kinds for act in self.acts)

    @property
    def changes_rates(self) -> bool:
        """Whether the rates are more than what the project's own schedule says."""
        return self.has("lr", "schedule")

    @property
    def ends_within(self) -> bool:
        """Whether it was stopped in the middle of an epoch."""
        return self.stop is not None and self.stop % self.steps_per_epoch > 0


#: Of a script that repeats nothing.
NOTHING = Replay()


def replay_of(events: Iterable[Event]) -> Replay:
    """Read the log of a run. What it went back behind is left out, as if it had never been.

    Raises: TrainingError, if it is no log of a run.
    """
    course: list[Event] = []
    kept: dict[str, list[Event]] = {}
    told: set[int] = set()
    started: Event | None = None
    stop: int | None = None
    for event in events:
        kind = event.get("event")
        if kind == "stopped":
            stop = int(event["step"])
        elif kind == "started":
            started, stop = started or event, None  # it was taken up again
        elif kind == "checkpoint":
            kept[PurePath(str(event.get("path"))).name] = list(course)
        elif "act" in event and event["number"] not in told:  # a resumed run tells it again
            told.add(event["number"])
            if kind == "rolled_back":
                course = list(kept.get(str(event.get("to")), []))
            elif kind in ACTS:
                course.append(event)
    if started is None:
        raise TrainingError(later("this is no run, or it never began"), later("name its folder"))
    return Replay(tuple(course), int(started["steps_per_epoch"]), int(started["epochs"]), stop)


RATES = '''class Rates:
    """Learning rates: what the schedule says, times what was set by hand for each group."""

    def __init__(self, optimizer: torch.optim.Optimizer, scheduler: Any = None, per: str = "epoch"):
        self.optimizer, self.scheduler, self.per = optimizer, scheduler, per
        self.scheduled = [group["lr"] for group in optimizer.param_groups]
        self.factors = [1.0] * len(self.scheduled)

    def set(self, factors: list[float]) -> None:
        self.factors = factors
        for group, rate, factor in zip(self.optimizer.param_groups, self.scheduled, factors):
            group["lr"] = rate * factor

    def swap(self, make: Callable[[], Any], per: str) -> None:
        """Let another schedule begin here, at the present rates."""
        for group in self.optimizer.param_groups:
            group["initial_lr"] = group["lr"]
        self.__init__(self.optimizer, make(), per)

    def after_step(self) -> None:
        if self.per == "step":
            self._step()

    def after_epoch(self, loss: float) -> None:
        if self.per == "epoch":
            plateau = torch.optim.lr_scheduler.ReduceLROnPlateau
            self._step(*[loss] if isinstance(self.scheduler, plateau) else [])

    def _step(self, *loss: float) -> None:
        for group, rate in zip(self.optimizer.param_groups, self.scheduled):
            group["lr"] = rate
        last = getattr(self.scheduler, "total_steps", float("inf")) - 1
        if self.scheduler is not None and self.scheduler.last_epoch < last:
            self.scheduler.step(*loss)
        self.scheduled = [group["lr"] for group in self.optimizer.param_groups]
        self.set(self.factors)

    def state_dict(self) -> dict[str, Any]:
        own = self.scheduler and self.scheduler.state_dict()
        return {"scheduler": own, "scheduled": self.scheduled, "factors": self.factors}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        if self.scheduler is not None:
            self.scheduler.load_state_dict(state["scheduler"])
        self.scheduled = state["scheduled"]
        self.set(state["factors"])
'''

FREEZE = '''def freeze(network: nn.Module, names: list[str], frozen: bool) -> None:
    """Let weights learn no more, or learn again."""
    for parameter in map(network.get_parameter, names):
        parameter.requires_grad_(not frozen)
        if frozen:
            parameter.grad = None
'''


def definitions_text(replay: Replay) -> list[str]:
    """What ``steer`` needs."""
    made = {RATES: replay.changes_rates, FREEZE: replay.has("frozen")}
    return [text.strip("\n") for text, is_needed in made.items() if is_needed]


def steering_text(replay: Replay, config: TrainingConfig, program: Program, grouped: bool) -> str:
    """``steer``, which stands in ``main``; ``grouped`` says that the optimizer lists parameters.

    Raises: TrainingError, for what cannot be repeated.
    """
    writer = _Writer(replay, config, program, grouped)
    cases: dict[tuple[int, bool], list[str]] = {}
    for act in replay.acts:
        place = int(act["step"]), bool(act["after_epoch"])
        cases.setdefault(place, []).extend(writer.lines(act))
    lines = ["match before + steps, after_epoch:"]
    for (step, after_epoch), written in cases.items():
        where = f"  # in epoch {-(-step // replay.steps_per_epoch)}" if step else ""
        lines.append(f"    case {step}, {after_epoch}:{where}")
        lines += [f"        {line}" for line in written]
    changed = ["epochs"] if replay.has("epochs") else []
    changed += ["waited"] if any(act.get("patience") for act in replay.acts) else []
    nonlocal_line = [f"nonlocal {', '.join(changed)}"] if changed else []
    body = "".join(f"        {line}\n" for line in [*nonlocal_line, *lines])
    return (
        "    def steer(before: int, steps: int, after_epoch: bool = False) -> None:\n"
        '        """Do what was done by hand while the run went, after the very same steps."""\n'
        f"{body}"
    )


@dataclass
class _Writer:
    """Writes each act as the lines that repeat it; knows which schedule holds at the time."""

    replay: Replay
    config: TrainingConfig
    program: Program
    grouped: bool
    begun: int = 0
    schedule: ScheduleConfig | None = field(init=False)

    def __post_init__(self) -> None:
        self.schedule = self.config.schedule

    def lines(self, act: Event) -> list[str]:
        written: list[str] = getattr(self, f"_{act['event']}")(act)
        return written

    def _lr(self, act: Event) -> list[str]:
        rates = ", ".join(f"{rate:g}" for rate in act["lr"])
        return [f"scheduler.set({literal(act['factors'])})  # learning rate {rates}"]

    def _weight_decay(self, act: Event) -> list[str]:
        return [
            f"for group, decay in zip(optimizer.param_groups, {literal(act['weight_decay'])}):",
            '    group["weight_decay"] = decay',
        ]

    def _frozen(self, act: Event) -> list[str]:
        joined = act["joined"] if self.grouped else {}
        if joined and self.config.optimizer.type == "Adagrad":
            raise TrainingError(
                later("a script cannot repeat that Adagrad took in what was frozen at first")
            )
        names = literal(act["changed"])
        return [
            *(
                f'optimizer.param_groups[{group}]["params"].append('
                f"network.get_parameter({literal(name)}))"
                for name, group in joined.items()
            ),
            f"freeze(network, {names}, {act['frozen']})",
        ]

    def _dropout(self, act: Event) -> list[str]:
        from codegen.modules import compile_module
        from train.dropouts import rate_of
        from train.steerable import steerable

        network = compile_module(steerable(self.program))
        by_key: dict[str, list[str]] = {}
        for place in act["places"]:
            by_key.setdefault(rate_of(network.get_submodule(place)), []).append(place)
        return [
            line
            for key, places in by_key.items()
            for line in (
                f"for name in {literal(places)}:",
                f"    network.get_submodule(name).{key} = {act['p']!r}",
            )
        ]

    def _schedule(self, act: Event) -> list[str]:
        self.schedule = read_plain(act["schedule"])
        per = self.schedule.per if self.schedule else "epoch"
        steps = self.replay.steps_per_epoch
        self.begun = int(act["step"]) if per == "step" else int(act["step"]) // steps
        made = "None"
        if self.schedule is not None:
            made = scheduler_text(self.schedule, str(act["units"]), 4)
        text = f"scheduler.swap(\n    lambda: {made},\n    per={literal(per)},\n)"
        return text.splitlines()

    def _epochs(self, act: Event) -> list[str]:
        lines = [f"epochs = {act['epochs']}"]
        if act.get("patience"):
            lines.append("waited = 0  # for as long as patience lasts, once more")
        if self.schedule is None:
            return lines
        per_epoch = self.replay.steps_per_epoch if self.schedule.per == "step" else 1
        inner = "scheduler.scheduler" if self.replay.changes_rates else "scheduler"
        return [*lines, *_stretched(self.schedule, inner, act["epochs"] * per_epoch - self.begun)]


def _stretched(config: ScheduleConfig, name: str, units: int) -> list[str]:
    """The lengths in a schedule that follow from how long the run is."""
    lines = []
    for index, (part, span) in enumerate(zip(config.schedulers, config.spans(units), strict=True)):
        lines += _stretched(part, f"{name}._schedulers[{index}]", span)
    if config.automatic:
        lines.append(f"{name}.{config.automatic} = {units}")
    if config.automatic == "total_steps":
        lines.append(f'{name}._schedule_phases[-1]["end_step"] = {units - 1}')
    return lines
