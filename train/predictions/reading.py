"""What an answer means: a class with its chance, or numbers, and how far it is from the truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from train.catalog import LOSS_NEEDS
from train.metrics import class_scores
from train.objective import Objective, Outputs, WeightedSum
from train.parts import Part

#: Chances that are kept of a sample: those of the likeliest classes.
MOST_CHANCES = 10
#: Numbers of an answer that are kept.
MOST_NUMBERS = 4_096


@dataclass(frozen=True)
class Read:
    """Answers of one part of the loss, a row for each sample.

    Classes: ``top`` (n, k) are the likeliest ones, ``chances`` (n, k) their probabilities,
    ``truth`` (n,). Numbers, in the target's own unit: ``predicted`` and ``truth`` (n, k).
    ``loss`` (n,) is how far off each is: the negative log-probability of the true class, or the
    mean squared distance.
    """

    arrays: dict[str, Any]

    def __len__(self) -> int:
        return len(next(iter(self.arrays.values()), ()))


def can_be_read(part: Part) -> bool:
    """Whether the output says a class or numbers that a person can compare with the truth."""
    needs = LOSS_NEEDS[part.loss.type]
    several = needs.outputs > 1 and part.loss.type != "GaussianNLLLoss"
    return not several and needs.target not in ("sequence", "nothing")


def chances_of(objective: Objective, scores: torch.Tensor) -> torch.Tensor:
    """The probability of every class. Shapes: (M, C) -> (M, C).

    A loss that compares each score by itself has chances that need not add up to 1.
    """
    scores = scores.float()
    if objective.needs.log:
        return scores.exp()
    if objective.is_softened:
        return scores.softmax(1)
    if objective.type in ("BCEWithLogitsLoss", "MultiLabelSoftMarginLoss"):
        return scores.sigmoid()
    if objective.needs.unit or objective.needs.target in ("values", "one-hot"):
        # a yes or no between 0 and 1 became the pair (0.5 - p, p - 0.5)
        is_pair = scores.shape[1] == 2 and torch.equal(scores[:, 0], -scores[:, 1])
        return (scores + 0.5 if is_pair else scores).clamp(0, 1)
    return scores.softmax(1)


def read_answers(total: WeightedSum, index: int, outputs: Outputs, targets: Outputs | None) -> Read:
    """What one part answered to a batch; without targets only what it says.

    A sample with several classes, such as a sequence, is read by its first.
    """
    part = total.parts[index]
    output = part.seen(outputs)[0].detach()
    target = None if targets is None else targets[part.target]
    return read_output(part, total.objectives[index], output, target)


def read_output(
    part: Part, objective: Objective, output: torch.Tensor, target: torch.Tensor | None
) -> Read:
    """The same of the one output that a part is read by, of any number of batches."""
    if part.classes:
        return _classes(part, objective, output, target)
    return _numbers(part, objective, output, target)


def _classes(
    part: Part, objective: Objective, output: torch.Tensor, target: torch.Tensor | None
) -> Read:
    samples = output.shape[0]
    wanted = torch.zeros(samples, dtype=torch.long) if target is None else target
    if output.ndim > 2:
        output, wanted = output.flatten(2)[:, :, 0], wanted.reshape(samples, -1)[:, 0]
    scores, wanted = class_scores(objective, output, wanted.reshape(samples), keep_all=True)
    chances = chances_of(objective, scores)
    top = chances.topk(min(MOST_CHANCES, chances.shape[1]), dim=1)
    arrays = {"top": top.indices, "chances": top.values}
    if target is not None:
        inside = wanted.clamp(0, chances.shape[1] - 1)
        true = chances.gather(1, inside[:, None])[:, 0].clamp(min=1e-12)
        arrays |= {"truth": wanted, "chance": true, "loss": -true.log()}
    return Read({key: value.cpu().numpy() for key, value in arrays.items()})


def _numbers(
    part: Part, objective: Objective, output: torch.Tensor, target: torch.Tensor | None
) -> Read:
    predicted = output.float().reshape(output.shape[0], -1)
    arrays = {"predicted": predicted[:, :MOST_NUMBERS] * part.scale + part.mean}
    if target is not None:
        truth = objective.adapt(output, target).float().reshape(predicted.shape)
        arrays["truth"] = truth[:, :MOST_NUMBERS] * part.scale + part.mean
        arrays["loss"] = (predicted - truth).square().mean(1) * part.scale**2
    return Read({key: value.cpu().numpy() for key, value in arrays.items()})


def joined(reads: list[Read], most: int | None = None) -> Read:
    """The rows of several batches, one below the other."""
    keys = reads[0].arrays
    return Read({k: np.concatenate([read.arrays[k] for read in reads])[:most] for k in keys})
