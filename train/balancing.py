"""Class weights that follow from the data: rare classes count as much as frequent ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch

from train.data import Prepared
from train.reading_loss import BALANCED
from train.settings import Choice, TrainingConfig

#: What PyTorch's losses leave out, where they are told nothing else.
IGNORED = -100


def balance_losses(config: TrainingConfig, targets: Mapping[str, Prepared]) -> TrainingConfig:
    """The same configuration with ``balanced`` replaced by numbers from the training samples."""
    terms = tuple(
        replace(term, loss=_balanced(term.loss, targets[term.target])) for term in config.terms
    )
    loss = terms[0].loss if terms else _balanced(config.loss, targets[""])
    return replace(config, loss=loss, terms=terms)


def _balanced(loss: Choice, data: Prepared) -> Choice:
    weighed = [key for key, value in loss.arguments.items() if value == BALANCED]
    if not weighed:
        return loss
    ignored = int(loss.arguments.get("ignore_index", IGNORED))
    counts = count_classes(data.train_target, max(2, len(data.classes)), ignored)
    weigh = {"pos_weight": positive_weight}
    found = {key: tuple(weigh.get(key, class_weights)(counts).tolist()) for key in weighed}
    return replace(loss, arguments={**loss.arguments, **found})


def count_classes(labels: Any, classes: int, ignored: int = -100) -> torch.Tensor:
    """Return how many labels there are of each class; of those on disk a part is read at a time.

    Shapes: (N, ...) -> (C,).
    """
    counts = torch.zeros(classes, dtype=torch.int64)
    for rows in torch.split(torch.arange(len(labels)), 64):
        part = torch.as_tensor(labels[rows])
        counts += torch.bincount(part[part != ignored].flatten(), minlength=classes)
    return counts


def class_weights(counts: torch.Tensor) -> torch.Tensor:
    """Return a weight for each class, 1 on average over the samples. Shapes: (C,) -> (C,)."""
    return counts.sum() / (len(counts) * counts.clamp(min=1))


def positive_weight(counts: torch.Tensor) -> torch.Tensor:
    """Return how much more often there is a no than a yes, for one class of two or for each.

    Shapes: (2,) -> (1,); (C,) -> (C,).
    """
    yes = counts[1:2] if len(counts) == 2 else counts
    return (counts.sum() - yes) / yes.clamp(min=1)
