"""From what runs measured to the lines of a plot: which there are, over what, and how smooth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.translating import later, tr
from train.runs.curves import RunCurves, Series

Numbers = NDArray[np.float64]

#: ``steps``: single steps behind a line that sums them up.
Kind = Literal["train", "validation", "steps", "only"]

RATE, NORM, SPEED, MEMORY = "lr", "gradient_norm", "throughput", "memory"

#: What is measured beside results, by its key: what it is called.
GAUGES = {
    RATE: later("learning rate"),
    NORM: later("gradient norm"),
    SPEED: later("samples/s"),
    MEMORY: later("memory in MB"),
}

#: Values that are smoothed together, as one multiplication of matrices.
_BLOCK = 256


@dataclass(frozen=True)
class Look:
    """How curves are looked at: over steps or epochs, and how much of the past smooths a value."""

    over_steps: bool = False
    smoothing: float = 0.0


@dataclass(frozen=True)
class Line:
    """A line of one run; ``part`` tells lines of one kind apart: a parameter group."""

    label: str
    kind: Kind
    x: Numbers
    y: Numbers
    part: int = 0


def quantities(runs: Sequence[RunCurves]) -> list[str]:
    """What can be drawn of these runs: the loss, their metrics, and what else was measured."""
    found = dict.fromkeys(["loss"])
    for curves in runs:
        found.update(dict.fromkeys(curves.metrics))
        names = (path.partition(".")[2] for path in curves.per_epoch if _is_result(path))
        found.update(dict.fromkeys(names))
    measured = {key.partition(".")[0] for curves in runs for key in curves.per_step}
    return [*found, *(key for key in GAUGES if key in measured)]


def title_of(quantity: str) -> str:
    """``learning rate``, ``top 5 accuracy``."""
    return tr(GAUGES[quantity]) if quantity in GAUGES else quantity.replace("_", " ")


def lines_of(quantity: str, curves: RunCurves, look: Look) -> list[Line]:
    """The lines of one run in the plot of a quantity; none where it measured no such thing."""
    found = list(_result(quantity, curves, look) if quantity not in GAUGES
                 else _gauge(quantity, curves, look))  # fmt: skip
    if look.smoothing <= 0:
        return found
    lines = []
    for line in found:
        if line.kind == "steps":
            lines.append(line)
            continue
        lines.append(Line(line.label, "steps", line.x, line.y, line.part))
        smooth = smoothed(line.y, look.smoothing)
        lines.append(Line(line.label, line.kind, line.x, smooth, line.part))
    return lines


def _result(name: str, curves: RunCurves, look: Look) -> list[Line]:
    lines = []
    steps = curves.per_step.get(name) if name == "loss" else None
    train = curves.per_epoch.get(f"train.{name}")
    validation = curves.per_epoch.get(f"validation.{name}")
    if steps is not None and look.over_steps:
        lines.append(_line(tr("train"), "train", steps, curves, look))
    elif steps is not None:
        lines.append(_line(tr("train"), "steps", steps, curves, look))
    if train is not None and not (steps is not None and look.over_steps):
        lines.append(_line(tr("train"), "train", train, curves, look))
    if validation is not None and not np.isnan(np.array(validation.values)).all():
        lines.append(_line(tr("valid"), "validation", validation, curves, look))
    return lines


def _gauge(key: str, curves: RunCurves, look: Look) -> list[Line]:
    lines = []
    for part, (name, label, scale) in enumerate(_members(key, curves)):
        series = curves.per_step.get(name)
        if series is None:
            continue
        line = _line(label, "only", series, curves, look, part)
        y = line.y * scale
        if look.over_steps or not curves.steps_per_epoch:
            lines.append(Line(label, "only", line.x, y, part))
        else:
            lines.append(Line(label, "only", *_epoch_means(line.x, y), part))
    return lines


def _members(key: str, curves: RunCurves) -> list[tuple[str, str, float]]:
    """The series of a gauge: their name, their label, and what they are multiplied by."""
    if key == RATE:
        groups = sum(name.startswith("lr.") for name in curves.per_step)
        if groups == 1:
            return [("lr.0", tr("rate"), 1.0)]
        return [(f"lr.{i}", _group_name(curves, i), 1.0) for i in range(groups)]
    if key == MEMORY:
        return [("memory", tr("process"), 1e-6), ("device_memory", tr("device"), 1e-6)]
    return [(key, tr(GAUGES[key]), 1.0)]


def _group_name(curves: RunCurves, index: int) -> str:
    """What a parameter group is called; a run of before they had names counts them."""
    name = curves.groups[index] if index < len(curves.groups) else ""
    return tr(name) if name else tr("group {number}").format(number=index + 1)


def _line(
    label: str, kind: Kind, series: Series, curves: RunCurves, look: Look, part: int = 0
) -> Line:
    x = np.array(series.steps)
    if not look.over_steps and curves.steps_per_epoch:
        x = x / curves.steps_per_epoch
    return Line(label, kind, x, np.array(series.values), part)


def _epoch_means(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """One point for each epoch, at its end: the mean of what was measured in it."""
    epochs = np.ceil(x - 1e-9)
    starts = np.flatnonzero(np.diff(epochs, prepend=-1.0))
    if not len(starts):
        return x, y
    sums = np.add.reduceat(np.nan_to_num(y), starts)
    counts = np.add.reduceat((~np.isnan(y)).astype(float), starts)
    with np.errstate(invalid="ignore"):
        return epochs[starts], sums / np.where(counts > 0, counts, np.nan)


def smoothed(values: Numbers, weight: float) -> Numbers:
    """A moving average that gives ``weight`` to what came before; gaps stay gaps.

    The first values are means of what there is: nothing is drawn towards zero.
    """
    gaps = np.isnan(values)
    sums = _average(np.where(gaps, 0.0, values), weight)
    shares = _average((~gaps).astype(float), weight)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(gaps, np.nan, sums / shares)


def _average(values: Numbers, weight: float) -> Numbers:
    count = len(values)
    blocks = -(-count // _BLOCK)
    padded = np.zeros(blocks * _BLOCK)
    padded[:count] = values
    places = np.arange(_BLOCK)
    distance = places[:, None] - places
    mixing = np.where(distance >= 0, (1 - weight) * weight ** np.maximum(distance, 0), 0.0)
    within = padded.reshape(blocks, _BLOCK) @ mixing.T
    fading, carried = weight ** (places + 1.0), 0.0
    for block in within:
        block += carried * fading
        carried = block[-1]
    return within.reshape(-1)[:count]


def _is_result(path: str) -> bool:
    return path.partition(".")[0] in ("train", "validation")
