"""Class weights that follow from the data: rare classes count as much as frequent ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import torch

from train.data import Prepared
from train.data.on_disk import OnDisk
from train.reading_loss import BALANCED
from train.settings import Choice, TrainingConfig


def balance_losses(config: TrainingConfig, targets: Mapping[str, Prepared]) -> TrainingConfig:
    """The same configuration with ``balanced`` replaced by numbers from the training samples."""
    terms = tuple(
        replace(term, loss=_balanced(term.loss, targets[term.target])) for term in config.terms
    )
    loss = terms[0].loss if terms else _balanced(config.loss, targets[""])
    return replace(config, loss=loss, terms=terms)


def _balanced(loss: Choice, data: Prepared) -> Choice:
    found = {}
    for key, value in loss.arguments.items():
        if value == BALANCED:
            if isinstance(data.train_target, OnDisk):
                found[key] = _from_disk(data.train_target, len(data.classes), loss, key)
                continue
            labels = torch.as_tensor(data.train_target).flatten()
            ignored = loss.arguments.get("ignore_index")
            labels = labels if ignored is None else labels[labels != ignored]
            weigh = positive_weight if key == "pos_weight" else class_weights
            found[key] = tuple(weigh(labels, max(2, len(data.classes))).flatten().tolist())
    return replace(loss, arguments={**loss.arguments, **found}) if found else loss


def _from_disk(masks: OnDisk, classes: int, loss: Choice, key: str) -> tuple[float, ...]:
    """The same of labels that are too many for memory: by how many there are of each class."""
    counts = torch.zeros(max(2, classes), dtype=torch.int64)
    for part in masks.parts():
        counts += torch.bincount(torch.from_numpy(part).flatten(), minlength=len(counts))
    ignored = loss.arguments.get("ignore_index")
    if isinstance(ignored, int) and 0 <= ignored < len(counts):
        counts[ignored] = 0
    if key == "pos_weight":
        yes = counts[1:2] if len(counts) == 2 else counts
        return tuple(((counts.sum() - yes) / yes.clamp(min=1)).tolist())
    return tuple((counts.sum() / (len(counts) * counts.clamp(min=1))).tolist())


def class_weights(labels: torch.Tensor, classes: int) -> torch.Tensor:
    """Return a weight for each class, 1 on average over the samples. Shapes: (N,) -> (C,)."""
    counts = torch.bincount(labels, minlength=classes)
    return len(labels) / (classes * counts.clamp(min=1))


def positive_weight(labels: torch.Tensor, classes: int) -> torch.Tensor:
    """Return how much more often there is a no than a yes, for one class of two or for each.

    Shapes: (N,) -> (1,) or (C,).
    """
    yes = torch.bincount(labels, minlength=classes)
    yes = yes[1:2] if classes == 2 else yes
    return (len(labels) - yes) / yes.clamp(min=1)
