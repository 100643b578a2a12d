"""Hears of every look at a run, and tells what is wrong whenever that is something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from codegen.watching import Place
from graph.allowance import Allowance
from train import events
from train.diagnosis.activations import (
    dead_units,
    exploding_start,
    first_not_a_number,
    saturated,
    softmax_before_loss,
)
from train.diagnosis.finding import Finding
from train.diagnosis.gradients import cut_off, vanishing
from train.diagnosis.guessing import Compared
from train.diagnosis.history import History
from train.diagnosis.learning import frozen_unmeant, labels, rates, scale_of_data
from train.grouping import group_of
from train.optimization import members_of
from train.settings import TrainingConfig
from train.xray.snapshot import Snapshot
from train.xray.subject import Subject

#: The part of the time that judging at the end of epochs may take: some are over in milliseconds.
SHARE = 0.005

#: Places that are frozen because somebody wants it.
Frozen = frozenset[Place]

RULES: tuple[Callable[[History], Iterator[Finding]], ...] = (
    first_not_a_number,
    exploding_start,
    scale_of_data,
    dead_units,
    saturated,
    softmax_before_loss,
    cut_off,
    vanishing,
    frozen_unmeant,
    rates,
)


class Diagnosis:
    """Keeps a short history of a run; changes nothing of it."""

    def __init__(
        self,
        subject: Subject,
        config: TrainingConfig,
        emit: events.Emit,
        meant: Frozen = frozenset(),
        compared: Sequence[Compared] = (),
    ) -> None:
        self._history = History(subject, config, meant_frozen=meant, compared=tuple(compared))
        self._emit = emit
        self._allowance = Allowance(SHARE)
        self._told: dict[tuple[str, str], Finding] = {}

    def take(self, seen: Snapshot) -> None:
        self._history.take(seen)
        self._say(seen.epoch, seen.step)

    def end_epoch(self, epoch: int, step: int, train: Mapping[str, float]) -> None:
        self._history.epochs.append(dict(train))
        self._history.steps = step
        if self._history.recent and self._allowance.is_due:
            with self._allowance.spent():
                self._say(epoch, step)

    def end_run(self, epoch: int, step: int) -> None:
        """Judge what was seen since there was time for it."""
        if self._history.recent:
            self._say(epoch, step)

    @property
    def findings(self) -> list[Finding]:
        """All that is wrong now, the gravest kinds first."""
        found = {one.key: one for one in chain.from_iterable(rule(self._history) for rule in RULES)}
        grave = [one for one in found.values() if one.code != "not-normalised"]
        return [*found.values(), *labels(self._history, len(grave))]

    def _say(self, epoch: int, step: int) -> None:
        found = {one.key: one for one in self.findings}
        if found.keys() == self._told.keys():
            return
        self._told = found
        for one in found.values():
            self._history.named.setdefault(one.code, one.place)
        told = [one.to_plain() for one in found.values()]
        self._emit({"event": "diagnosis", "epoch": epoch, "step": step, "findings": told})


def frozen_on_purpose(
    subject: Subject, config: TrainingConfig, owners: Mapping[str, str], loaded: Iterable[str] = ()
) -> Frozen:
    """Places that are meant to be frozen if they are.

    All that learns at the start, which its user alone freezes later; what frozen parameter groups
    take; and what was ``loaded`` by its name, to be kept as it is.
    """
    groups, known = config.optimizer.groups, set(loaded)
    meant = [
        parameter.requires_grad
        or member.name in known
        or ((index := group_of(member, groups)) >= 0 and groups[index].frozen)
        for member, parameter in zip(
            members_of(subject.network, owners), subject.parameters, strict=True
        )
    ]
    return frozenset(p for p, owned in subject.owned.items() if all(meant[i] for i in owned.all))
