"""Whether samples that are alike have labels that are alike: what shuffling takes away."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from train.data import Prepared

#: Samples that are compared with each other.
MOST = 600

#: Deviations above chance from which on an agreement is none of chance.
CERTAIN = 3.0


@dataclass(frozen=True)
class Agreement:
    """How often the nearest other sample has the same label, and how often by chance."""

    share: float
    chance: float
    samples: int

    @property
    def is_by_chance(self) -> bool:
        spread = math.sqrt(self.chance * (1 - self.chance) / self.samples)
        return self.share < self.chance + CERTAIN * spread


def agreement(data: Prepared) -> Agreement | None:
    """Ask each of the first MOST samples its nearest neighbour; None for too few of them.

    Shapes: inputs (N, ...), all of them beside each other; labels (N,).
    """
    labels = np.asarray(data.train_target)[:MOST]
    parts = [np.asarray(given)[:MOST] for given in data.train_inputs]
    if labels.ndim != 1 or len(labels) < 30 or any(len(part) != len(labels) for part in parts):
        return None
    rows = np.concatenate([part.reshape(len(labels), -1) for part in parts], axis=1)
    rows = rows.astype(np.float64)
    squares = (rows * rows).sum(axis=1)
    apart = squares[:, None] + squares[None, :] - 2 * rows @ rows.T
    np.fill_diagonal(apart, np.inf)
    same = float((labels[apart.argmin(axis=1)] == labels).mean())
    _, counts = np.unique(labels, return_counts=True)
    chance = float(((counts / len(labels)) ** 2).sum())
    return Agreement(same, chance, len(labels))
