"""Class weights that follow from the data: rare classes count as much as frequent ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import torch

from train.data import Prepared
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
            labels = torch.as_tensor(data.train_target).flatten()
            ignored = loss.arguments.get("ignore_index")
            labels = labels if ignored is None else labels[labels != ignored]
            weigh = positive_weight if key == "pos_weight" else class_weights
            found[key] = tuple(weigh(labels, max(2, len(data.classes))).flatten().tolist())
    return replace(loss, arguments={**loss.arguments, **found}) if found else loss


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
