"""What an epoch can be measured by, and which of it applies to a loss on some data; no torch.

A number is called ``accuracy`` where the loss is one, and ``scores.accuracy``, after the output,
where it is a sum of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph.phrases import later
from train.catalog import LOSS_NEEDS

if TYPE_CHECKING:
    from train.settings import TrainingConfig

#: More classes than this make a confusion matrix that is larger than most networks.
MOST_IN_MATRIX = 1_000
#: More classes than this make scores too many to be kept for an epoch and sorted.
MOST_RANKED = 100


@dataclass(frozen=True)
class MetricKind:
    """A number an epoch is measured by.

    ``of`` says what it needs: classes to choose from, numbers to come near to, or nothing.
    ``usual`` ones are measured unless the project chooses; ``share`` ones lie between 0 and 1.
    ``top`` is how many of the highest scores are looked at.
    """

    summary: str
    grows: bool
    of: Literal["anything", "classes", "numbers"]
    usual: bool = False
    share: bool = False
    top: int = 0
    least: int = 2
    most: int | None = None
    losses: tuple[str, ...] = ()


def _top(k: int) -> MetricKind:
    said = later("Share of samples whose class is among the {k} with the highest scores.", k=k)
    return MetricKind(said, True, "classes", share=True, top=k, least=k + 1)


METRICS: Mapping[str, MetricKind] = {
    "loss": MetricKind(later("What training makes smaller."), False, "anything", usual=True),
    "accuracy": MetricKind(
        later("Share of samples whose class has the highest score."),
        True, "classes", usual=True, share=True,
    ),
    "top2_accuracy": _top(2),
    "top3_accuracy": _top(3),
    "top5_accuracy": _top(5),
    "top10_accuracy": _top(10),
    "precision": MetricKind(
        later("Of what is said to be a class, the share that is; the mean over classes."),
        True, "classes", share=True, most=MOST_IN_MATRIX,
    ),
    "recall": MetricKind(
        later("Of what is a class, the share that is found; the mean over classes."),
        True, "classes", share=True, most=MOST_IN_MATRIX,
    ),
    "f1": MetricKind(
        later("Harmonic mean of precision and recall of a class; the mean over classes."),
        True, "classes", share=True, most=MOST_IN_MATRIX,
    ),
    "roc_auc": MetricKind(
        later(
            "How often a sample of a class has a higher score for it than one of another; "
            "the mean over classes."
        ),
        True, "classes", share=True, most=MOST_RANKED,
    ),
    "perplexity": MetricKind(
        later("Among how many equally likely classes the network wavers."),
        False, "classes", losses=("CrossEntropyLoss", "NLLLoss"),
    ),
    "mae": MetricKind(
        later("Mean distance from the target, in its own unit."), False, "numbers", usual=True
    ),
    "rmse": MetricKind(
        later("Root of the mean squared distance from the target, in its own unit."),
        False, "numbers",
    ),
    "r2": MetricKind(
        later("Share of the target's variance that is explained."), True, "numbers", usual=True
    ),
}  # fmt: skip


def applicable(loss: str, classes: int) -> tuple[str, ...]:
    """Which metrics apply beside the loss: they follow from the loss and the data.

    ``classes`` is how many the target has; 0 for numbers.
    """
    needs = LOSS_NEEDS[loss]
    if needs.outputs > 1 and loss != "GaussianNLLLoss":
        return ()
    if needs.target in ("sequence", "nothing"):
        return ()
    return tuple(
        name
        for name, kind in METRICS.items()
        if kind.of == ("classes" if classes else "numbers")
        and (not classes or kind.least <= classes <= (kind.most or classes))
        and (not kind.losses or loss in kind.losses)
    )


def measured(config: TrainingConfig, part: str, loss: str, classes: int) -> tuple[str, ...]:
    """What is measured of one part of the loss, beside the loss: chosen, usual, or judged by."""
    chosen = config.metrics
    judged = {name for name in judging(config) if split_metric(name)[0] == part}
    wanted = {split_metric(name)[1] for name in judged}
    return tuple(
        name
        for name in applicable(loss, classes)
        if name in wanted or (METRICS[name].usual if chosen is None else name in chosen)
    )


def judging(config: TrainingConfig) -> Iterator[str]:
    """The metrics that decide which epoch is best and when to stop, without their phase."""
    early = config.regularity.early_stopping
    for metric in (config.regularity.best, *([early.metric] if early else [])):
        yield metric.partition(".")[2]


def split_metric(name: str) -> tuple[str, str]:
    """``scores.accuracy`` is the accuracy of ``scores``; ``accuracy`` that of the only part."""
    part, _, metric = name.rpartition(".")
    return part, metric


def kind_of(name: str) -> MetricKind:
    """The kind of ``accuracy``, ``validation.accuracy`` or ``validation.scores.accuracy``."""
    return METRICS[split_metric(name)[1]]


def joined_name(part: str, metric: str) -> str:
    return f"{part}.{metric}" if part else metric
