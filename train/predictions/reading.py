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
#: Pixels of a mask that are kept along each side; of a larger one every second, third, ...
MOST_ACROSS = 96
#: What stands in a mask where there is no class to be learned.
NO_CLASS = 255
#: Numbers of an answer that are kept.
MOST_NUMBERS = 4_096


@dataclass(frozen=True)
class Read:
    """Answers of one part of the loss, a row for each sample.

    Classes: ``top`` (n, k) are the likeliest ones, ``chances`` (n, k) their probabilities,
    ``truth`` (n,). A class for every pixel, or every step of a sequence: ``said`` and ``true``
    (n, ...), which class each is, in masks of at most ``MOST_ACROSS``; ``right`` (n,), the share
    that was found of all; ``top`` and ``chances`` are those of all places together.
    Numbers, in the target's own unit: ``predicted`` and ``truth`` (n, k).
    ``loss`` (n,) is how far off each is: the negative log-probability of the true class, or the
    mean squared distance; of several, their mean.
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


def read_answers(
    total: WeightedSum,
    index: int,
    outputs: Outputs,
    targets: Outputs | None,
    across: int = MOST_ACROSS,
) -> Read:
    """What one part answered to a batch; without targets only what it says.

    Masks are thinned to at most ``across`` places along each side.
    """
    part = total.parts[index]
    output = part.seen(outputs)[0].detach()
    target = None if targets is None else targets[part.target]
    return read_output(part, total.objectives[index], output, target, across)


def read_output(
    part: Part,
    objective: Objective,
    output: torch.Tensor,
    target: torch.Tensor | None,
    across: int = MOST_ACROSS,
) -> Read:
    """The same of the one output that a part is read by, of any number of batches."""
    if part.classes:
        return _classes(objective, output, target, across)
    return _numbers(part, objective, output, target)


def _classes(
    objective: Objective, output: torch.Tensor, target: torch.Tensor | None, across: int
) -> Read:
    samples = output.shape[0]
    if output.ndim > 2:
        if output[0].numel() > output.shape[1]:
            return _several_classes(objective, output, target, across)
        output = output.flatten(1)
    wanted = torch.zeros(samples, dtype=torch.long) if target is None else target
    scores, wanted = class_scores(objective, output, wanted.reshape(samples), keep_all=True)
    chances = chances_of(objective, scores)
    top = chances.topk(min(MOST_CHANCES, chances.shape[1]), dim=1)
    arrays = {"top": top.indices, "chances": top.values}
    if target is not None:
        inside = wanted.clamp(0, chances.shape[1] - 1)
        true = chances.gather(1, inside[:, None])[:, 0].clamp(min=1e-12)
        arrays |= {"truth": wanted, "chance": true, "loss": -true.log()}
    return Read({key: value.cpu().numpy() for key, value in arrays.items()})


def _several_classes(
    objective: Objective, output: torch.Tensor, target: torch.Tensor | None, across: int
) -> Read:
    """A class for each of many places, such as the pixels of a picture."""
    samples, places = output.shape[0], output.shape[2:]
    wanted = torch.zeros((samples, *places), dtype=torch.long) if target is None else target
    scores, wanted = class_scores(objective, output, wanted, keep_all=True)
    chances = chances_of(objective, scores)
    together = chances.reshape(samples, -1, chances.shape[1]).mean(1)
    top = together.topk(min(MOST_CHANCES, chances.shape[1]), dim=1)
    said = chances.argmax(1)
    arrays: dict[str, torch.Tensor] = {
        "top": top.indices, "chances": top.values, "said": _thinned(said, samples, places, across),
    }  # fmt: skip
    if target is not None:
        known = (wanted >= 0) & (wanted < chances.shape[1])
        if objective.ignored is not None:
            known &= wanted != objective.ignored
        inside = torch.where(known, wanted.long(), 0)
        far = -chances.gather(1, inside[:, None])[:, 0].clamp(min=1e-12).log()
        count = known.reshape(samples, -1).sum(1).clamp(min=1)
        arrays |= {
            "true": _thinned(torch.where(known, inside, NO_CLASS), samples, places, across),
            "right": (known & (said == inside)).reshape(samples, -1).sum(1) / count,
            "loss": torch.where(known, far, 0).reshape(samples, -1).sum(1) / count,
        }
    return Read({key: value.cpu().numpy() for key, value in arrays.items()})


def _thinned(classes: torch.Tensor, samples: int, places: torch.Size, across: int) -> torch.Tensor:
    """Shapes: (samples * places,) -> (samples, *at most ``across`` each), in bytes if they fit."""
    steps = tuple(slice(None, None, -(-size // across)) for size in places)
    chosen = classes.reshape(samples, *places)[(slice(None), *steps)].contiguous()
    return chosen.to(torch.uint8) if not len(chosen) or chosen.max() <= NO_CLASS else chosen


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
