"""Losses, optimizers and schedulers there are, with typed arguments; needs no torch.

What signatures cannot say of a loss, what it wants from the network and from the data, stands
here in one table that checks, engine and exported script all read.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from graph.catalog.layer import Layer
from graph.catalog.snapshot import read_snapshot

FILE = Path(__file__).with_name("catalog.json")

#: What a loss compares the network's output with:
#: ``classes`` a class index; ``values`` numbers in the shape of the output; ``binary`` the same,
#: 0 or 1; ``signs`` the same, -1 or 1; ``one-hot`` a row with a 1 for the class; ``labels`` a row
#: of class indices filled up with -1; ``sequence`` a row of labels; ``nothing`` no target at all.
TargetKind = Literal[
    "classes", "values", "binary", "signs", "one-hot", "labels", "sequence", "nothing"
]


@dataclass(frozen=True)
class LossNeeds:
    """What a loss wants: how many outputs, which target, whether classes lie on axis 1."""

    target: TargetKind
    outputs: int = 1
    per_class: bool = False  # the output has one size per class on axis 1
    log: bool = False  # the output must be log-probabilities
    unit: bool = False  # the output must lie between 0 and 1
    distance: bool = False  # the output is a distance: small for the class of what is alike


LOSS_NEEDS: Mapping[str, LossNeeds] = {
    "BCELoss": LossNeeds("binary", unit=True),
    "BCEWithLogitsLoss": LossNeeds("binary"),
    "CTCLoss": LossNeeds("sequence", log=True),
    "CosineEmbeddingLoss": LossNeeds("signs", outputs=2),
    "CrossEntropyLoss": LossNeeds("classes", per_class=True),
    "GaussianKLLoss": LossNeeds("nothing", outputs=2),
    "GaussianNLLLoss": LossNeeds("values", outputs=2),
    "HingeEmbeddingLoss": LossNeeds("signs", distance=True),
    "HuberLoss": LossNeeds("values"),
    "KLDivLoss": LossNeeds("one-hot", log=True),
    "L1Loss": LossNeeds("values"),
    "MSELoss": LossNeeds("values"),
    "MarginRankingLoss": LossNeeds("signs", outputs=2),
    "MultiLabelMarginLoss": LossNeeds("labels", per_class=True),
    "MultiLabelSoftMarginLoss": LossNeeds("one-hot"),
    "MultiMarginLoss": LossNeeds("classes", per_class=True),
    "NLLLoss": LossNeeds("classes", per_class=True, log=True),
    "PoissonNLLLoss": LossNeeds("values"),
    "SmoothL1Loss": LossNeeds("values"),
    "SoftMarginLoss": LossNeeds("signs"),
    "TripletMarginLoss": LossNeeds("nothing", outputs=3),
    "TripletMarginWithDistanceLoss": LossNeeds("nothing", outputs=3),
}

#: Losses that PyTorch has not; their class stands in ``train/own_losses.py``.
OWN_LOSSES = frozenset({"GaussianKLLoss"})

#: Losses of PyTorch with weights of their own, which belong on the canvas: a Linear, whose scores
#: CrossEntropyLoss compares.
LOSSES_WITH_WEIGHTS = frozenset({"AdaptiveLogSoftmaxWithLoss", "LinearCrossEntropyLoss"})

#: Schedulers made to be stepped after every batch; the others go by epochs unless told.
PER_STEP = frozenset({"OneCycleLR", "CyclicLR"})

#: The argument of a schedule that is how long it lasts, where that is left to the run.
LENGTHS: Mapping[str, str] = {"CosineAnnealingLR": "T_max", "OneCycleLR": "total_steps"}

#: Arguments of schedules that may be a list, with a value for each parameter group.
PER_GROUP = frozenset({"base_lr", "max_lr", "min_lr", "base_momentum", "max_momentum", "lr_lambda"})

#: Schedulers made of others.
COMPOSED = frozenset({"SequentialLR", "ChainedScheduler"})


@cache
def _section(family: str) -> Mapping[str, Layer]:
    return {layer.type: layer for layer in read_snapshot(FILE).layers if layer.family == family}


def losses() -> Mapping[str, Layer]:
    """Every loss of ``torch.nn`` that plain values describe, by its class name."""
    return _section("loss")


def optimizers() -> Mapping[str, Layer]:
    """Every optimizer of ``torch.optim``, by its class name."""
    return _section("optimizer")


def schedules() -> Mapping[str, Layer]:
    """Every scheduler of ``torch.optim.lr_scheduler`` that plain values describe."""
    return _section("schedule")


def did_you_mean(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str | None:
    """The known word nearest to a mistyped one, whatever its case."""
    lower = {name.lower(): name for name in known}
    near = difflib.get_close_matches(word.lower(), lower, 1, cutoff=0.5)
    return lower[near[0]] if near else None
