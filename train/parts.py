"""The parts of a loss once network and data are known, by their places; no torch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from train.metric_names import measured
from train.settings import Choice, Term, TrainingConfig

if TYPE_CHECKING:
    from train.data import Prepared

T = TypeVar("T")


@dataclass(frozen=True)
class Part:
    """One comparison of a run.

    ``places`` are the outputs that it looks at (None: all of them), ``target`` is the place among
    the targets of a batch. ``classes`` names the classes of that target; a number is
    ``y * scale + mean`` in its own unit. ``metrics`` are measured of the first output.
    """

    loss: Choice
    name: str = ""
    places: tuple[int, ...] | None = None
    weight: float = 1.0
    target: int = 0
    classes: tuple[str, ...] = ()
    mean: float = 0.0
    scale: float = 1.0
    metrics: tuple[str, ...] = ()

    def seen(self, outputs: tuple[T, ...]) -> tuple[T, ...]:
        """The outputs that this part compares."""
        if self.places is None:
            return outputs
        return tuple(outputs[place] for place in self.places)


def target_names(config: TrainingConfig) -> tuple[str, ...]:
    """Every target that a batch carries, once; "" is that of the data."""
    return tuple(dict.fromkeys(term.target for term in config.terms)) or ("",)


def parts_of(
    config: TrainingConfig, targets: Mapping[str, Prepared], outputs: Sequence[str] = ()
) -> tuple[Part, ...]:
    """The parts of a loss; ``targets`` by name as they are prepared, ``outputs`` in order."""
    if not config.terms:
        data = targets[""]
        names = measured(config, "", config.loss.type, len(data.classes))
        return (
            Part(
                config.loss,
                classes=data.classes,
                mean=data.target_mean,
                scale=data.target_scale,
                metrics=names,
            ),
        )
    parts = []
    for name, term in zip(names_of(config.terms), config.terms, strict=True):
        data, places = targets[term.target], tuple(outputs.index(each) for each in term.outputs)
        metrics = measured(config, name, term.loss.type, len(data.classes))
        parts.append(
            Part(
                term.loss,
                name,
                places,
                term.weight,
                target_names(config).index(term.target),
                data.classes,
                data.target_mean,
                data.target_scale,
                metrics,
            )
        )
    return tuple(parts)


def names_of(terms: Sequence[Term]) -> tuple[str, ...]:
    """What each part is called: after its first output; a second one of that ``scores_2``."""
    names: list[str] = []
    for term in terms:
        name = first = term.outputs[0] if term.outputs else "loss"
        number = 2
        while name in names:
            name, number = f"{first}_{number}", number + 1
        names.append(name)
    return tuple(names)
