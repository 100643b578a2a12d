"""Hears of every look at a run, and tells what is wrong whenever that is something else."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np

from codegen.watching import Place
from train import events
from train.data import Prepared
from train.diagnosis.activations import (
    dead_units,
    exploding_start,
    first_not_a_number,
    saturated,
    softmax_before_loss,
)
from train.diagnosis.finding import Finding
from train.diagnosis.gradients import cut_off, vanishing
from train.diagnosis.history import History
from train.diagnosis.learning import frozen_unmeant, labels, rates, scale_of_data
from train.diagnosis.neighbours import agreement
from train.settings import TrainingConfig
from train.xray.snapshot import Snapshot
from train.xray.subject import Subject

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
        data: Prepared | None = None,
    ) -> None:
        chance, counts = None, class_counts(data) if data is not None else []
        if counts and not config.terms and config.loss.type in ("CrossEntropyLoss", "NLLLoss"):
            chance = entropy(counts)
        meant = frozenset(
            place
            for place, owned in subject.owned.items()
            if all(subject.parameters[index].requires_grad for index in owned.all)
        )  # what learns at the start is frozen later by its user alone
        meant |= _grouped(subject, config)
        self._history = History(subject, config, len(counts), chance, meant_frozen=meant)
        if data is not None:
            self._history.neighbours = lru_cache(lambda: agreement(data))
        self._emit = emit
        self._told: dict[tuple[str, str], Finding] = {}

    def take(self, seen: Snapshot) -> None:
        self._history.take(seen)
        self._say(seen.epoch, seen.step)

    def end_epoch(self, epoch: int, step: int, train: Mapping[str, float]) -> None:
        self._history.epochs.append(dict(train))
        self._history.steps = step
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
        told = [one.to_plain() for one in found.values()]
        self._emit({"event": "diagnosis", "epoch": epoch, "step": step, "findings": told})


def class_counts(data: Prepared) -> list[int]:
    """How many samples there are of each class to train on; nothing where the target is none."""
    target = np.asarray(data.train_target)
    if not data.classes or target.dtype.kind not in "iu" or not target.size:
        return []
    counts = np.bincount(target.reshape(-1).clip(0), minlength=len(data.classes))
    return [int(count) for count in counts]


def entropy(counts: Sequence[int]) -> float:
    """The loss of who knows only how frequent each class is. Shapes: (classes)."""
    total = sum(counts)
    return -sum(n / total * math.log(n / total) for n in counts if n)


def _grouped(subject: Subject, config: TrainingConfig) -> frozenset[Place]:
    """What parameter groups freeze is meant to be."""
    if not any(group.frozen for group in config.optimizer.groups):
        return frozenset()
    return frozenset(subject.owned)
