"""A run as it goes: a line for each epoch, and below them a bar where a person is watching."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from app.cli.steering import as_line
from app.cli.words import counted
from train.metric_names import METRICS
from train.runs.faults import Faults

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from train.progress import TimeLeft

Event = Mapping[str, Any]

#: Seconds after which a line tells of an epoch that goes on, where there is no bar.
SELDOM = 60.0

#: Metrics that are fractions and are shown in percent.
FRACTIONS = tuple(name for name, kind in METRICS.items() if kind.share)

#: What a check before the run can come to, and how it is shown.
VERDICTS = ("good", "doubtful", "bad", "skipped")
STYLES = {"good": "", "doubtful": "yellow", "bad": "bold red", "skipped": "dim"}
MARKS = {"good": "ok", "doubtful": "look", "bad": "wrong", "skipped": "-"}


class Progress:
    """Shows events; knows nothing of where they come from."""

    def __init__(self, bar: Bar | None = None) -> None:
        self._bar = bar
        self._left = _time_left()
        self._said_at = time.monotonic()
        self._task: TaskID | None = None
        self._widths: list[int] = []
        self._epochs = 0
        self._per_epoch = 0
        self._faults = Faults()

    def show(self, event: Event) -> None:
        """Show one event; those it does not know change nothing."""
        self._left.take(event)
        if "act" in event:
            again = ", once more" if event.get("replayed") else ""
            self._say(f"after step {event['step']}: {as_line(event['act'])}{again}")
        handler = getattr(self, f"_on_{event['event']}", None)
        if handler is not None:
            handler(event)

    def _on_started(self, event: Event) -> None:
        self._epochs, self._per_epoch = event["epochs"], event["steps_per_epoch"]
        tests = event.get("test_samples")
        tested = f", {tests:,} to test" if tests else ""
        processes = event.get("processes", 1)
        shared = f" in {processes} processes" if processes > 1 else ""
        self._say(
            f"{event['train_samples']:,} samples to train on, "
            f"{event['validation_samples']:,} to validate{tested}; "
            f"{counted(event['parameters'], 'parameter')}; on {event['device']}{shared}"
        )
        if self._bar is not None:
            done = (event.get("epoch") or 0) * self._per_epoch
            self._task = self._bar.add_task(
                "", total=self._epochs * self._per_epoch, completed=done, loss="", speed="", left=""
            )

    def _on_weights(self, event: Event) -> None:
        self._say(f"starting from {event['path']}: {event['words']}")

    def _on_sanity(self, event: Event) -> None:
        """Only what is not well: the rest is one number."""
        wrong = [f for f in event["findings"] if f["verdict"] in ("bad", "doubtful")]
        for finding in wrong:
            self._say(finding_line(finding), style=STYLES[finding["verdict"]])
        if not wrong:
            self._say(f"{event['good']} checks before the run found nothing wrong")

    def _on_checked(self, event: Event) -> None:
        for finding in event["findings"]:
            self._say(finding_line(finding), style=STYLES[finding["verdict"]])
        parts = [f"{event[key]} {key}" for key in VERDICTS if event[key]]
        self._say(", ".join(parts))

    def _on_step(self, event: Event) -> None:
        loss = event.get("loss")
        loss = loss[-1] if isinstance(loss, list) and loss else loss
        speed, left = event.get("throughput"), self._left.seconds
        words = {
            "loss": f"loss {loss:.4f}" if isinstance(loss, int | float) else "",
            "speed": f"{speed:,.0f} samples/s" if speed else "",
            "left": "" if left is None else f"{lasting(left)} left",
        }
        epoch = f"epoch {event['epoch']}/{self._epochs}"
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=event["step"], description=epoch, **words)
        elif time.monotonic() - self._said_at >= SELDOM and self._per_epoch:
            share = event["step"] / self._per_epoch % 1
            self._say(", ".join([f"{epoch}, {share:.0%} of it", *filter(None, words.values())]))

    def _on_epoch(self, event: Event) -> None:
        cells = dict(epoch_cells(event))
        if self._bar is None:  # which says it at every moment
            left, best = self._left.seconds, cells.pop("")
            cells["left"] = "" if left is None else lasting(left)
            cells[""] = best
        if not self._widths:
            self._widths = [max(len(title), len(cell), 7) for title, cell in cells.items()]
            self._say(self._aligned(list(cells)), style="bold")
        self._say(self._aligned(list(cells.values())))
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=event["step"])

    def _on_diagnosis(self, event: Event) -> None:
        """What X-ray finds, once."""
        for fault in self._faults.take(dict(event)):
            self._say(f"epoch {fault.epoch}: {fault.words}; {fault.advice}", style="yellow")

    def _on_epochs(self, event: Event) -> None:
        """It was given more epochs, or fewer: by whoever took it up again."""
        self._epochs = event["epochs"]
        anew = "; early stopping waits anew" if event.get("patience") else ""
        self._say(f"{counted(self._epochs, 'epoch')} in all{anew}")
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=self._epochs * self._per_epoch)

    def _on_evaluation(self, event: Event) -> None:
        for part in ("validation", "test"):
            self._say_results(part, event.get(part))

    def _on_test(self, event: Event) -> None:
        self._say_results(f"test, with the weights of epoch {event['epoch']}", event["test"])

    def _say_results(self, what: str, results: Mapping[str, float] | None) -> None:
        if results:
            said = ", ".join(f"{name} {written(name, value)}" for name, value in results.items())
            self._say(f"{what}: {said}")

    def _on_problem(self, event: Event) -> None:
        """Others are told at the end; of this one there may be none."""
        if event.get("code") == "not-answering":
            self._say(f"{event['message']}; {event['advice']}")

    def _on_kept(self, event: Event) -> None:
        self._say(f"checkpoint kept after step {event['step']}")

    def _on_paused(self, event: Event) -> None:
        self._say(f"paused in epoch {event['epoch']}")

    def _on_resumed(self, event: Event) -> None:
        self._say(f"going on in epoch {event['epoch']}")

    def _aligned(self, cells: list[str]) -> str:
        pairs = zip(cells, self._widths, strict=False)
        return "  ".join(cell.rjust(width) for cell, width in pairs).rstrip()

    def _say(self, line: str, style: str = "") -> None:
        self._said_at = time.monotonic()
        if self._bar is not None:
            self._bar.console.print(line, style=style or None, highlight=False, soft_wrap=True)
        else:
            print(line, flush=True)


def _time_left() -> TimeLeft:
    from train.progress import TimeLeft

    return TimeLeft()


def lasting(seconds: float) -> str:
    """``8.2 s``, ``2:05 min``, ``1:02:05 h``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02} h" if hours else f"{minutes}:{rest:02} min"


def epoch_cells(event: Event) -> Iterator[tuple[str, str]]:
    """The columns of one epoch: heading and value."""
    yield "epoch", f"{event['epoch']}/{event['epochs']}"
    for phase, heading in (("train", "train"), ("validation", "val")):
        for metric, value in (event.get(phase) or {}).items():
            yield f"{heading} {metric}", written(metric, value)
    rates = event.get("lr") or []
    yield "lr", " ".join(f"{rate:.3g}" for rate in rates)
    yield "seconds", f"{event['seconds']:.1f}" if event.get("seconds") is not None else ""
    yield "", "best" if event.get("best") is True else ""


def finding_line(finding: Event) -> str:
    """``wrong  Gradients reach every parameter: no gradient comes to fc1; wire it to ...``"""
    line = f"{MARKS[finding['verdict']]:>5}  {finding['title']}: {finding['words']}"
    return f"{line}; {finding['advice']}" if finding["advice"] else line


def written(metric: str, value: float | None) -> str:
    """A metric as a person writes it: 97.1 % of digits, a loss of 0.0834."""
    if value is None:
        return ""
    if metric.rpartition(".")[2] in FRACTIONS:
        return f"{100 * value:.1f} %"
    return f"{value:.4f}" if 1e-3 <= abs(value) < 1e3 or not value else f"{value:.3e}"


@contextmanager
def progress() -> Iterator[Progress]:
    """Progress with a bar on a terminal, without one in a pipe."""
    if not sys.stdout.isatty():
        yield Progress()
        return
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as RichProgress

    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[loss]}"),
        TextColumn("[dim]{task.fields[speed]}"),
        TextColumn("{task.fields[left]}"),
    )
    with RichProgress(*columns, transient=True) as bar:
        yield Progress(bar)
