"""Whether samples that are alike have labels that are alike: what shuffling takes away."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from train.data import Prepared
from train.data.description import NumpyArray
from train.data.on_disk import Samples

#: Samples that are compared with each other, and without which nothing is.
MOST, LEAST = 600, 30

#: Deviations above chance from which on an agreement is none of chance.
CERTAIN = 3.0


@dataclass(frozen=True)
class Agreement:
    """How alike targets of samples are that are alike, what that is by chance, and how sure it is.

    Of classes ``share`` is how often the nearest other sample has the same one; of numbers
    (``of_values``) the correlation of targets with those of the nearest samples.
    """

    share: float
    chance: float
    spread: float
    of_values: bool = False

    @property
    def is_by_chance(self) -> bool:
        return self.share < self.chance + CERTAIN * self.spread


def agreement(inputs: Sequence[Samples], target: Prepared) -> Agreement | None:
    """Ask each of the first MOST samples its nearest neighbour; None for too few of them.

    Shapes: inputs (N, ...), all of them beside each other; targets of the same samples (N, ...).
    """
    answers = np.asarray(target.train_target[:MOST])
    parts = [given[:MOST] for given in inputs]
    if len(answers) < LEAST or any(len(part) != len(answers) for part in parts):
        return None
    rows = np.concatenate([part.reshape(len(answers), -1) for part in parts], axis=1)
    nearest = _nearest(rows.astype(np.float64))
    if answers.dtype.kind in "iu" and answers.ndim == 1:
        return _same_class(answers, nearest)
    return _correlated(answers.reshape(len(answers), -1).astype(np.float64), nearest)


def _nearest(rows: NumpyArray) -> NumpyArray:
    squares = (rows * rows).sum(axis=1)
    apart = squares[:, None] + squares[None, :] - 2 * rows @ rows.T
    np.fill_diagonal(apart, np.inf)
    found: NumpyArray = apart.argmin(axis=1)
    return found


def _same_class(labels: NumpyArray, nearest: NumpyArray) -> Agreement:
    same = float((labels[nearest] == labels).mean())
    _, counts = np.unique(labels, return_counts=True)
    chance = float(((counts / len(labels)) ** 2).sum())
    return Agreement(same, chance, math.sqrt(chance * (1 - chance) / len(labels)))


def _correlated(values: NumpyArray, nearest: NumpyArray) -> Agreement | None:
    """The mean over all numbers of a target that are not always the same."""
    varied = values[:, values.std(axis=0) > 0]
    if not varied.shape[1]:
        return None
    apart = varied - varied.mean(axis=0)
    met = apart[nearest] - apart[nearest].mean(axis=0)
    both = np.sqrt((apart**2).sum(axis=0) * (met**2).sum(axis=0))
    share = float(((apart * met).sum(axis=0) / np.maximum(both, 1e-30)).mean())
    return Agreement(share, 0.0, 1 / math.sqrt(len(values)), of_values=True)
