"""Metrics of a pass over the data, by ignite's accumulators: exact sums that can be taken up again.

ignite's own are used where they keep what they count; the mean over classes of precision, recall
and F1 is read from one confusion matrix. Perplexity and the area under the ROC curve, which
ignite has not or for which it needs scikit-learn, follow ignite's contract for a metric, and so
does accuracy, which ignite takes three times as long for to find out what it is given.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import torch
import torch.nn.functional as F
from ignite.metrics import (
    ConfusionMatrix,
    MeanAbsoluteError,
    Metric,
    RootMeanSquaredError,
    TopKCategoricalAccuracy,
)
from ignite.metrics.metric import sync_all_reduce
from ignite.metrics.regression.r2_score import R2Score

from train.metric_names import METRICS

Pair = tuple[torch.Tensor, torch.Tensor]


class Accuracy(Metric):
    """The share of answers that are right. Shapes: (M, C) scores, (M,)."""

    _state_dict_all_req_keys = ("_num_correct", "_num_examples")

    def reset(self) -> None:
        self._num_correct = torch.tensor(0, device=self._device)
        self._num_examples = 0

    def update(self, output: Pair) -> None:
        scores, target = output
        self._num_correct += (scores.argmax(1) == target).sum()
        self._num_examples += target.shape[0]

    @sync_all_reduce("_num_examples", "_num_correct")
    def compute(self) -> float:
        return int(self._num_correct) / max(1, self._num_examples)


class Perplexity(Metric):
    """The exponential of the mean cross-entropy. Shapes: (M, C) log-probabilities, (M,)."""

    _state_dict_all_req_keys = ("_sum", "_num_examples")

    def reset(self) -> None:
        self._sum = torch.tensor(0.0, device=self._device)
        self._num_examples = 0

    def update(self, output: Pair) -> None:
        log_probabilities, target = output
        self._sum += F.nll_loss(log_probabilities, target, reduction="sum")
        self._num_examples += target.shape[0]

    @sync_all_reduce("_sum", "_num_examples")
    def compute(self) -> float:
        mean = float(self._sum) / max(1, self._num_examples)
        return math.exp(mean) if mean < 700 else math.inf


class RocAuc(Metric):
    """Area under the ROC curve, one class against the rest, the mean over classes.

    Keeps every score, so that it is exact. Classes that only or never occur do not count.
    """

    _state_dict_all_req_keys = ("_scores", "_targets")

    def reset(self) -> None:
        self._scores: list[torch.Tensor] = []
        self._targets: list[torch.Tensor] = []

    def update(self, output: Pair) -> None:
        scores, target = output
        self._scores.append(scores.to(torch.float32, copy=True))
        self._targets.append(target.clone())

    def compute(self) -> float:
        return roc_auc(torch.cat(self._scores), torch.cat(self._targets))


class ExplainedVariance(R2Score):
    """R2; 0 where the target does not vary at all."""

    @sync_all_reduce("_num_examples", "_sum_of_errors", "_y_sq_sum", "_y_sum")
    def compute(self) -> float:
        spread = float(self._y_sq_sum) - float(self._y_sum) ** 2 / max(1, self._num_examples)
        return 1 - float(self._sum_of_errors) / spread if spread > 0 else 0.0


def roc_auc(scores: torch.Tensor, target: torch.Tensor) -> float:
    """The mean over classes of the area under the ROC curve; 0.5 says nothing.

    Shapes: (M, C), (M,) class indices; two classes have one curve.
    Source: Hanley and McNeil, 1982: the area is the share of pairs in the right order, ties half.
    """
    areas = []
    for each in range(1 if scores.shape[1] == 2 else 0, scores.shape[1]):
        is_class = target == each
        inside, outside = int(is_class.sum()), int((~is_class).sum())
        if not inside or not outside:
            continue
        _, inverse, counts = torch.unique(scores[:, each], return_inverse=True, return_counts=True)
        last = counts.cumsum(0).double()
        ranks = (last - (counts.double() - 1) / 2)[inverse]
        above = ranks[is_class].sum() - inside * (inside + 1) / 2
        areas.append(float(above) / (inside * outside))
    return sum(areas) / len(areas) if areas else 0.5


def per_class(matrix: torch.Tensor, metric: str) -> float:
    """The mean over the classes that occur, as truth or as answer; rows are the truth."""
    hits = matrix.diagonal().double()
    truths, answers = matrix.sum(1).double(), matrix.sum(0).double()
    by = {"precision": answers, "recall": truths, "f1": (truths + answers) / 2}[metric]
    occurs = truths + answers > 0
    return float((hits / by.clamp(min=1e-9))[occurs].mean()) if occurs.any() else 0.0


def _reading(metric: str) -> Callable[[Metric], float]:
    if metric in ("precision", "recall", "f1"):
        return lambda accumulator: per_class(accumulator.compute(), metric)
    return lambda accumulator: float(accumulator.compute())


#: What each metric is read from: several are read from one confusion matrix.
_SOURCES = {name: name for name in METRICS} | dict.fromkeys(("precision", "recall", "f1"), "matrix")

#: How an accumulator is made, for scores of so many classes.
_MAKERS: Mapping[str, Callable[[int, torch.device], Metric]] = {
    "accuracy": lambda width, device: Accuracy(device=device),
    "matrix": lambda width, device: ConfusionMatrix(width, device=device),
    "roc_auc": lambda width, device: RocAuc(device=device),
    "perplexity": lambda width, device: Perplexity(device=device),
    "mae": lambda width, device: MeanAbsoluteError(device=device),
    "rmse": lambda width, device: RootMeanSquaredError(device=device),
    "r2": lambda width, device: ExplainedVariance(device=device),
}


class Measures:
    """The accumulators of one output; they are made when the first scores come."""

    def __init__(
        self, names: Iterable[str], device: torch.device, *, softened: bool = False
    ) -> None:
        """``softened`` scores are compared among classes, so they are ranked after a softmax."""
        self.names, self._softened = tuple(names), softened
        self._device = device
        self._exact = torch.float32 if device.type == "mps" else torch.float64
        self._made: dict[str, Metric] = {}
        self._width = 0

    def reset(self) -> None:
        for accumulator in self._made.values():
            self._begin(accumulator)

    def update(self, scores: torch.Tensor, target: torch.Tensor) -> None:
        """Shapes: (M, C) and (M,) class indices, or (M,) and (M,) numbers."""
        if not self._made:
            self._make(scores.shape[1] if scores.ndim == 2 else 1)
        for name, accumulator in self._made.items():
            shown = scores
            if name == "perplexity":
                shown = scores.log_softmax(1)
            elif name == "roc_auc" and self._softened:
                shown = scores.softmax(1)
            accumulator.update((shown, target))

    def _make(self, width: int) -> None:
        self._width = width
        for source in dict.fromkeys(_SOURCES[name] for name in self.names):
            top = METRICS[source].top if source in METRICS else 0
            made = (
                TopKCategoricalAccuracy(min(top, width), device=self._device)
                if top
                else _MAKERS[source](width, self._device)
            )
            self._begin(made)
            self._made[source] = made

    def _begin(self, accumulator: Metric) -> None:
        accumulator.reset()
        for key in accumulator._state_dict_all_req_keys:  # sums of millions are wrong in float32
            value = getattr(accumulator, key)
            if isinstance(value, torch.Tensor) and value.is_floating_point():
                setattr(accumulator, key, value.to(self._exact))

    def result(self) -> dict[str, float]:
        """Every number by its name."""
        for accumulator in self._made.values():  # of several processes each has counted all
            vars(accumulator)["_is_reduced"] = True
        return {name: _reading(name)(self._made[_SOURCES[name]]) for name in self.names}

    def state(self) -> dict[str, Any]:
        """Plain values and tensors of this process alone."""
        kept = {
            source: {key: _copied(getattr(made, key)) for key in made._state_dict_all_req_keys}
            for source, made in self._made.items()
        }
        return {"width": self._width, "kept": kept}

    def restore(self, state: Mapping[str, Any]) -> None:
        self._made = {}
        if not state["kept"]:
            return
        self._make(state["width"])
        for source, kept in state["kept"].items():
            for key, value in kept.items():
                setattr(self._made[source], key, _copied(value, self._device))


def _copied(value: Any, device: torch.device | None = None) -> Any:
    if isinstance(value, list):
        return [_copied(each, device) for each in value]
    return value.to(device or value.device, copy=True) if torch.is_tensor(value) else value
