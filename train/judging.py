"""Which epoch is the best so far, and whether the run has stopped getting better."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.phrases import later
from train.events import Event, problem
from train.metric_names import kind_of
from train.settings import EarlyStopping, Regularity

Results = Mapping[str, float]


class Judge:
    """Looks at the results of every epoch. Without validation data, those of training count."""

    def __init__(self, regularity: Regularity) -> None:
        self._by, self._early = regularity.best, regularity.early_stopping
        self.best: dict[str, Any] = {}
        self._best_value: float | None = None
        self._mark: float | None = None
        self._waited = 0

    def take(self, epoch: int, train: Results, validation: Results) -> bool:
        """Take in an epoch; return whether it is the best so far."""
        value = measured(self._by, train, validation)
        is_best = self._best_value is None or is_better(self._by, "auto", value, self._best_value)
        if is_best:
            self._best_value = value
            self.best = {"epoch": epoch, "metric": self._by, **(validation or train)}
        if self._early is not None:
            self._wait(self._early, measured(self._early.metric, train, validation))
        return is_best

    def _wait(self, early: EarlyStopping, value: float) -> None:
        better = self._mark is None or is_better(
            early.metric, early.mode, value, self._mark, early.min_delta
        )
        if better:
            self._mark, self._waited = value, 0
        else:
            self._waited += 1

    def begin_anew(self) -> None:
        """The run is given epochs: early stopping waits for its whole patience once more."""
        self._waited = 0

    @property
    def best_of_all(self) -> tuple[dict[str, Any], float | None]:
        """The best epoch and its value, whatever becomes of the run."""
        return self.best, self._best_value

    @best_of_all.setter
    def best_of_all(self, best: tuple[dict[str, Any], float | None]) -> None:
        self.best, self._best_value = best

    @property
    def verdict(self) -> str:
        """Why the run should end here; "" while it should go on."""
        early = self._early
        if early is None or self._waited < early.patience:
            return ""
        name = early.metric.replace(".", " ")
        return later(
            "early stopping: {name} has not got better than {mark:.4g} for {n} epochs",
            one="early stopping: {name} has not got better than {mark:.4g} for epoch",
            name=name,
            mark=self._mark,
            n=early.patience,
        )

    def state(self) -> dict[str, Any]:
        return {"best": self._best_value, "mark": self._mark, "waited": self._waited}

    def restore(self, best: dict[str, Any], state: dict[str, Any]) -> None:
        self.best, self._best_value = best, state["best"]
        self._mark, self._waited = state["mark"], state["waited"]


def measured(metric: str, train: Results, validation: Results) -> float:
    """The value of ``validation.accuracy``; of training, where nothing is held out."""
    part, _, name = metric.partition(".")
    results = train if part == "train" or not validation else validation
    return results[name]


def is_better(metric: str, mode: str, value: float, than: float, by: float = 0.0) -> bool:
    """Whether ``value`` is better by more than ``by``; ``auto`` knows what better means."""
    if mode == "auto":
        mode = "max" if kind_of(metric).grows else "min"
    return value > than + by if mode == "max" else value < than - by


def has_learned(batch: Results) -> bool:
    """Whether one batch that was trained on alone is known by heart."""
    return batch.get("accuracy", 1.0) == 1 and batch.get("r2", 1.0) >= 0.95


def not_learned() -> Event:
    """What to say of a run that could not learn one batch."""
    said = later("one batch was not learned by heart, so something is wrong")
    advice = later(
        "look at the learning rate first, then at targets, loss and layers; Dropout and few epochs "
        "may be to blame, too"
    )
    return problem(said, advice, code="not-learned", fatal=False)
