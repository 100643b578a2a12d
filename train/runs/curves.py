"""Everything that a run measured while it went, as series of numbers over its steps."""

from __future__ import annotations

import csv
import io
import math
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from train.events import Event
from train.runs.faults import Faults
from train.runs.record import events_of

#: What a step tells of itself beside its loss and its learning rates.
GAUGES = ("gradient_norm", "throughput", "memory", "device_memory")

#: Events that are no act and never a mark.
_SILENT = (
    "step", "epoch", "started", "checkpoint", "heartbeat", "weights", "xray", "predictions",
    "test", "done", "stopped",
)  # fmt: skip


class Series:
    """Values over steps, in the order in which they were measured."""

    def __init__(self) -> None:
        self.steps, self.values = array("d"), array("d")

    def __len__(self) -> int:
        return len(self.steps)

    def add(self, step: float, value: Any) -> None:
        """What is no number leaves a gap."""
        is_number = isinstance(value, int | float) and math.isfinite(value)
        self.steps.append(step)
        self.values.append(float(value) if is_number else math.nan)

    def cut(self, step: float) -> None:
        """Forget what came after ``step``."""
        kept = bisect_right(self.steps, step)
        del self.steps[kept:], self.values[kept:]


class RunCurves:
    """Takes the events of one run, live or from its log.

    ``per_step`` has ``loss``, ``lr.0`` for each parameter group, and the gauges; ``per_epoch`` the
    results by their path (``validation.loss``), ``lr.0`` and ``throughput``, at the last step of
    each epoch. ``acts`` are events by which somebody changed the run, and those in which
    X-ray found something new, all of an epoch in one; with their step.
    """

    def __init__(self) -> None:
        self.per_step: dict[str, Series] = {}
        self.per_epoch: dict[str, Series] = {}
        self.acts: list[tuple[int, Event]] = []
        self._faults = Faults()
        self.metrics: list[str] = []
        self.groups: list[str] = []  # what the parameter groups are called
        self.steps_per_epoch = 0
        self.began_at: int | None = None
        self.best_step: int | None = None

    @staticmethod
    def of(folder: Path) -> RunCurves:
        """Read the log of a run. Raises: OSError."""
        curves = RunCurves()
        for event in events_of(folder, steps=True):
            curves.take(event)
        return curves

    def take(self, event: Event) -> None:
        handler = getattr(self, f"_on_{event.get('event')}", None)
        if handler is not None:
            handler(event)
        elif event.get("event") not in _SILENT and "step" in event:
            self.acts.append((int(event["step"] or 0), event))

    def _on_started(self, event: Event) -> None:
        self.steps_per_epoch = int(event.get("steps_per_epoch") or 0)
        self.metrics = [str(name) for name in event.get("metrics") or ()]
        self.groups = [str(group.get("name") or "") for group in event.get("groups") or ()]
        self.began_at = int(event.get("step") or 0)
        self.cut(self.began_at)

    def _on_step(self, event: Event) -> None:
        steps, losses = event.get("steps") or (), event.get("loss") or ()
        for step, loss in zip(steps, losses, strict=False):
            self._add(self.per_step, "loss", step, loss)
        last = event.get("step") or 0
        self._add_rates(self.per_step, last, event)
        for name in GAUGES:
            if name in event:
                self._add(self.per_step, name, last, event[name])

    def _on_epoch(self, event: Event) -> None:
        step = int(event.get("step") or 0)
        for part in ("train", "validation"):
            for name, value in (event.get(part) or {}).items():
                self._add(self.per_epoch, f"{part}.{name}", step, value)
        self._add_rates(self.per_epoch, step, event)
        if event.get("throughput") is not None:
            self._add(self.per_epoch, "throughput", step, event["throughput"])
        if event.get("best") is True:
            self.best_step = step

    def _on_diagnosis(self, event: Event) -> None:
        new = [one.to_plain() for one in self._faults.take(event)]
        if not new:
            return
        at, last = self.acts[-1] if self.acts else (0, {})
        if last.get("event") == "diagnosis" and last.get("epoch") == event.get("epoch"):
            self.acts[-1] = (at, {**last, "findings": [*last["findings"], *new]})
        else:
            self.acts.append((new[0]["step"], {**event, "findings": new}))

    def _on_evaluation(self, event: Event) -> None:
        if "weights" not in event:  # else it was made afterwards
            self.acts.append((int(event.get("step") or 0), event))

    def _on_rolled_back(self, event: Event) -> None:
        self.cut(int(event.get("to_step") or 0))
        self.acts.append((int(event.get("to_step") or 0), event))

    def _add_rates(self, into: dict[str, Series], step: float, event: Event) -> None:
        for index, rate in enumerate(event.get("lr") or ()):
            self._add(into, f"lr.{index}", step, rate)

    def _add(self, into: dict[str, Series], key: str, step: float, value: Any) -> None:
        series = into.get(key)
        if series is None:
            series = into[key] = Series()
        series.add(step, value)

    def cut(self, step: int) -> None:
        """The run goes on from ``step``: what came after is measured anew."""
        for series in (*self.per_step.values(), *self.per_epoch.values()):
            series.cut(step)
        self._faults.cut(step)
        self.acts = [(at, event) for at, event in self.acts if at <= step]
        if self.best_step is not None and self.best_step > step:
            self.best_step = None


def continued(past: RunCurves, later: RunCurves) -> RunCurves:
    """The whole of a run of which ``later`` saw what came after it was taken up again."""
    if later.began_at is not None:
        past.cut(later.began_at)
    for name in ("per_step", "per_epoch"):
        had, has = getattr(past, name), getattr(later, name)
        for key, series in has.items():
            whole = had.setdefault(key, Series())
            whole.steps.extend(series.steps)
            whole.values.extend(series.values)
    past.acts += later.acts
    past.metrics = later.metrics or past.metrics
    past.steps_per_epoch = later.steps_per_epoch or past.steps_per_epoch
    if later.best_step is not None:
        past.best_step = later.best_step
    return past


def csv_of(runs: Mapping[str, RunCurves]) -> str:
    """One row for each step of each run at which anything was measured, a column for each series.

    What an epoch came to stands at its last step; a column of an epoch begins with ``epoch.``
    where a step measures the same. Spreadsheets tell by a mark before all else that a name is not
    written in ASCII.
    """
    columns = list(dict.fromkeys(key for curves in runs.values() for key, _ in _columns(curves)))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["run", "step", "epoch", *columns])
    for title, curves in runs.items():
        for step, values in sorted(_by_step(curves).items()):
            epoch = f"{step / curves.steps_per_epoch:.6g}" if curves.steps_per_epoch else ""
            cells = (_cell(values.get(column)) for column in columns)
            writer.writerow([title, f"{step:.0f}", epoch, *cells])
    text = out.getvalue()
    return text if text.isascii() else f"\ufeff{text}"


def _columns(curves: RunCurves) -> Iterator[tuple[str, Series]]:
    yield from curves.per_step.items()
    for key, series in curves.per_epoch.items():
        yield (f"epoch.{key}" if key in curves.per_step else key), series


def _by_step(curves: RunCurves) -> dict[float, dict[str, float]]:
    rows: dict[float, dict[str, float]] = {}
    for column, series in _columns(curves):
        for step, value in _pairs(series):
            rows.setdefault(step, {})[column] = value
    return rows


def _pairs(series: Series) -> Iterable[tuple[float, float]]:
    return zip(series.steps, series.values, strict=True)


def _cell(value: float | None) -> str:
    return "" if value is None or math.isnan(value) else repr(value)
